import { type CodeOf, defineLifecycle, defineVocabulary, type Fen } from '../../kernel/index.js';

export const CASE_STATE = defineVocabulary({
  draft: { en: 'Being written.', zh: '草稿' },
  submitted: { en: 'Waits for a reviewer.', zh: '待审核' },
  under_review: { en: 'A reviewer has claimed it.', zh: '审核中' },
  listed: { en: 'In the hall, free to be grabbed.', zh: '已挂牌' },
  grabbed: { en: 'A provider holds it and has not accepted the entrustment yet.', zh: '已抢单' },
  in_collection: { en: 'A provider works on it.', zh: '催收中' },
  on_hold: { en: 'Stopped for the time being.', zh: '暂停' },
  in_litigation: { en: 'Before a court.', zh: '诉讼中' },
  recovered: { en: 'Closed: all of the outstanding amount came in.', zh: '全部收回' },
  partially_recovered: { en: 'Closed: a part of the outstanding amount came in.', zh: '部分收回' },
  unrecovered: { en: 'Closed: nothing came in.', zh: '未收回' },
  withdrawn: { en: 'Taken back by its creditor.', zh: '已撤回' },
  returned: { en: 'Came back from its holders too often; its creditor may list it again.', zh: '已退回' },
  rejected: { en: 'Refused admission.', zh: '未通过' },
});
export const CASE_STATES = CASE_STATE.codes;
export type CaseState = CodeOf<typeof CASE_STATE>;

const CLOSED = ['recovered', 'partially_recovered', 'unrecovered', 'withdrawn'] as const;

/**
 * The allowed moves. After closing, a reversal may turn a recovered case into a less recovered one, and a late payment the other
 * way round. A case closed as paid whose payment is reversed is open again: it becomes `returned`. What is still open of a case
 * that was closed unpaid may be offered again.
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
  partially_recovered: ['recovered', 'unrecovered', 'listed'],
  unrecovered: ['partially_recovered', 'recovered', 'listed'],
  withdrawn: [],
  rejected: [],
});

/** States in which a provider holds the case. */
export const HELD_STATES = ['grabbed', 'in_collection', 'on_hold', 'in_litigation'] as const satisfies CaseState[];

/** Open states in which no provider holds the case: its creditor may withdraw it, and its books may change it. */
export const FREE_STATES = ['draft', 'submitted', 'under_review', 'listed', 'returned'] as const satisfies CaseState[];

/** States in which its creditor may list a case again. */
export const RELISTABLE_STATES = ['returned', 'partially_recovered', 'unrecovered'] as const satisfies CaseState[];

/** States of a closed case. */
export const CLOSED_STATES: readonly CaseState[] = CLOSED;

/** Why a case was closed, in the codes of the trade's reporting systems. */
export const CLOSE_CODE = defineVocabulary({
  paid: { en: 'Paid in full.', zh: '已付清' },
  partially_paid: { en: 'Paid in part.', zh: '部分付款' },
  insolvent: { en: 'The debtor is insolvent.', zh: '债务人破产' },
  untraceable: { en: 'The debtor cannot be found.', zh: '债务人失联' },
  disputed: { en: 'The debtor disputes the claim.', zh: '债务有争议' },
  withdrawn: { en: 'The creditor took it back.', zh: '债权人撤回' },
  exhausted: { en: 'Everything was tried.', zh: '已穷尽手段' },
  time_barred: { en: 'The limitation period is over (Civil Code art. 188).', zh: '超过诉讼时效' },
  settlement_rejected: { en: 'The creditor refused the settlement that was offered.', zh: '债权人拒绝和解' },
  unresponsive_creditor: { en: 'The creditor did not answer.', zh: '债权人不回应' },
  uneconomical: { en: 'Further collection would cost more than it recovers.', zh: '继续催收不经济' },
  never_started: { en: 'No work was ever begun.', zh: '从未开始' },
  invalid_data: { en: 'What was posted is wrong.', zh: '资料有误' },
});
export const CLOSE_CODES = CLOSE_CODE.codes;
export type CloseCode = CodeOf<typeof CLOSE_CODE>;

/** The state by amount: all, a part or nothing of the outstanding amount was recovered. */
export function stateByMoney(recovered: Fen, outstanding: Fen): 'recovered' | 'partially_recovered' | 'unrecovered' {
  if (recovered >= outstanding) return 'recovered';
  return recovered > 0n ? 'partially_recovered' : 'unrecovered';
}

/**
 * The state in which a case closes; `undefined` when the code claims a payment that the recovered amount does not show.
 */
export function closedState(code: CloseCode, recovered: Fen, outstanding: Fen): CaseState | undefined {
  if (code === 'paid' && recovered < outstanding) return undefined;
  if (code === 'partially_paid' && recovered <= 0n) return undefined;
  return code === 'withdrawn' ? 'withdrawn' : stateByMoney(recovered, outstanding);
}
