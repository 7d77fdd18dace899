import { wordsEnum } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { CaseFrozenByPlatform, CloseCodeUnfounded } from '../cases/index.js';
import { GrabView, HOLDER_REFUSALS } from '../grabs/index.js';
import { CLOSING_REFUSALS, CloseNotProposed } from './closing.refusals.js';
import type { CreditorAnswer } from './closings.service.js';

export const ClosingAnswerEnum = wordsEnum<CreditorAnswer>(
  'ClosingAnswer',
  'What a creditor answers to the proposal of a holder to close its case.',
  {
    consent: 'Close the case; it can be listed again later.',
    keep: 'End the grab and keep the case: it is returned to the creditor.',
    relist: 'End the grab and put the case back into the hall, for other providers.',
    decline: 'Do not close it: the holder goes on, and the next proposal needs new work.',
  },
);

export const CompleteGrabResult = resultUnion('CompleteGrabResult', GrabView, [
  CloseCodeUnfounded,
  ...HOLDER_REFUSALS,
  ...CLOSING_REFUSALS,
]);
export const AnswerClosingResult = resultUnion('AnswerClosingResult', GrabView, [
  CloseNotProposed,
  CloseCodeUnfounded,
  CaseFrozenByPlatform,
]);
export const WithdrawClosingResult = resultUnion('WithdrawClosingResult', GrabView, [
  CloseNotProposed,
  ...HOLDER_REFUSALS,
]);
