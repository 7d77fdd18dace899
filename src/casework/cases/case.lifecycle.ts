import { type CodeOf, defineLifecycle, type Fen } from '../../kernel/index.js';
import { CASE_STATE, CLOSE_CODE } from './case.words.js';

export const CASE_STATES = CASE_STATE.codes;
export type CaseState = CodeOf<typeof CASE_STATE>;

const CLOSED = ['recovered', 'partially_recovered', 'unrecovered', 'withdrawn'] as const;

/**
 * A case's life. `submitted` waits for a reviewer, `under_review` is claimed by one, `rejected` was refused admission,
 * `returned` came back from its holders too often and waits for the creditor to relist it.
 * A reversal after closing may turn a recovered case into a less recovered one, and a late payment the other way round; a
 * case closed as paid whose payment is taken back is open again and goes back to its creditor.
 */
export const caseLifecycle = defineLifecycle<CaseState>('case', 'draft', {
  draft: ['submitted', 'listed', 'withdrawn'],
  submitted: ['under_review', 'listed', 'rejected', 'withdrawn'],
  under_review: ['submitted', 'listed', 'rejected', 'withdrawn'],
  listed: ['grabbed', 'on_hold', ...CLOSED],
  grabbed: ['in_collection', 'listed', 'returned', 'on_hold', ...CLOSED],
  in_collection: ['listed', 'returned', 'on_hold', 'in_litigation', ...CLOSED],
  on_hold: ['listed', 'grabbed', 'in_collection', 'in_litigation', 'returned', ...CLOSED],
  in_litigation: ['in_collection', 'listed', 'returned', 'on_hold', ...CLOSED],
  returned: ['listed', ...CLOSED],
  recovered: ['partially_recovered', 'unrecovered', 'returned'],
  partially_recovered: ['recovered', 'unrecovered'],
  unrecovered: ['partially_recovered', 'recovered'],
  withdrawn: [],
  rejected: [],
});

/** States in which a provider holds the case. */
export const HELD_STATES = ['grabbed', 'in_collection', 'on_hold', 'in_litigation'] as const satisfies CaseState[];

/** States in which nobody holds the case and it is not over: its creditor may take it back, and its books rule. */
export const FREE_STATES = ['draft', 'submitted', 'under_review', 'listed', 'returned'] as const satisfies CaseState[];

/** States in which work on the case has ended, well or not. */
export const CLOSED_STATES: readonly CaseState[] = CLOSED;

export const CLOSE_CODES = CLOSE_CODE.codes;
export type CloseCode = CodeOf<typeof CLOSE_CODE>;

/** Only these two count as recovered in a provider's record, whatever came in before the rest was given up. */
export function countsAsRecovered(code: CloseCode): boolean {
  return code === 'paid' || code === 'partially_paid';
}

/** What the money says: nothing, a part or all of the outstanding amount came in. */
export function stateByMoney(recovered: Fen, outstanding: Fen): 'recovered' | 'partially_recovered' | 'unrecovered' {
  if (recovered >= outstanding) return 'recovered';
  return recovered > 0n ? 'partially_recovered' : 'unrecovered';
}

/**
 * The state a case ends in. The code tells why, the money tells how well; `undefined` when the code claims a payment that
 * the recovered amount does not show.
 */
export function closedState(code: CloseCode, recovered: Fen, outstanding: Fen): CaseState | undefined {
  if (code === 'paid' && recovered < outstanding) return undefined;
  if (code === 'partially_paid' && recovered <= 0n) return undefined;
  return code === 'withdrawn' ? 'withdrawn' : stateByMoney(recovered, outstanding);
}
