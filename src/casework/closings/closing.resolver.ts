import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { IdArg } from '../../platform/faces/index.js';
import { type CloseCode, CloseCodeEnum } from '../cases/index.js';
import { type GrabView, GrabViews } from '../grabs/index.js';
import {
  AnswerClosingResult,
  ClosingAnswerEnum,
  CompleteGrabResult,
  WithdrawClosingResult,
} from './closing.graphql.js';
import { Closings, type CreditorAnswer } from './closings.service.js';

const PROVIDERS = { kinds: ['agency', 'law_firm'], roles: ['owner', 'operator'], scope: 'grabs:write' } as const;
const TheGrab = IdArg('grabId', 'grab', 'The grab.');

@Resolver()
export class ClosingResolver {
  constructor(
    private readonly closings: Closings,
    private readonly views: GrabViews,
  ) {}

  @Mutation(() => CompleteGrabResult, {
    description:
      'Proposes to close a case by a close code; for its holder, after work of the kind the code claims. The case is closed when its creditor consents (`answerClosing`) or does not answer in time, seven days by default.',
  })
  @Access(PROVIDERS)
  async completeGrab(
    @CurrentActor() actor: Actor,
    @TheGrab grabId: string,
    @Args('closeCode', { type: () => CloseCodeEnum, description: 'Why the case is to be closed.' })
    closeCode: CloseCode,
  ): Promise<GrabView> {
    return this.views.of(await this.closings.propose(actor, grabId, closeCode));
  }

  @Mutation(() => WithdrawClosingResult, {
    description: 'Takes a proposed close back; for the holder, which goes on with the case.',
  })
  @Access(PROVIDERS)
  async withdrawClosing(@CurrentActor() actor: Actor, @TheGrab grabId: string): Promise<GrabView> {
    return this.views.of(await this.closings.withdraw(actor, grabId));
  }

  @Mutation(() => AnswerClosingResult, { description: 'Answers a proposed close; for the creditor of the case.' })
  @Access({ kinds: ['creditor'], roles: ['owner', 'operator'], scope: 'cases:write' })
  async answerClosing(
    @CurrentActor() actor: Actor,
    @TheGrab grabId: string,
    @Args('answer', { type: () => ClosingAnswerEnum, description: 'What becomes of the case and the grab.' })
    answer: CreditorAnswer,
  ): Promise<GrabView> {
    return this.views.of(await this.closings.answer(actor, grabId, answer));
  }
}
