import { type CodeOf, defineVocabulary, INTERVENTION_REASON } from '../../kernel/index.js';

/** Why a creditor takes its case back. */
export const RECALL_REASON = defineVocabulary({
  debtor_dispute: { en: 'The debtor disputes the claim.', zh: '债务人异议' },
  wrong_debtor: { en: 'The case names the wrong debtor.', zh: '债务人有误' },
  posted_in_error: { en: 'The case was posted in error or twice.', zh: '误发案件' },
  settled_directly: { en: 'We settled with the debtor ourselves.', zh: '债权人自行和解' },
  insolvency: { en: 'Insolvency proceedings over the debtor were opened.', zh: '债务人进入破产程序' },
  legal_order: { en: 'An authority or court ordered it.', zh: '依法要求' },
  own_decision: { en: 'We no longer pursue the claim, or go on ourselves.', zh: '债权人自行决定' },
  inactive_holder: { en: 'The holder does not work on the case.', zh: '服务方未办理' },
  complaint: { en: 'A complaint about the work on the case.', zh: '投诉' },
  other: { en: 'Another reason, given in words.', zh: '其他' },
});
export type RecallReason = CodeOf<typeof RECALL_REASON>;

/** What the holder caused, and what is no reason: never set off against anything. */
const NEVER: readonly string[] = ['inactive_holder', 'complaint', 'resolved'];

/** Codes by which a freeze can be no fault of the holder, and a recall, by the platform or the creditor, say nothing about it. */
export const SPARING_CODES: readonly string[] = INTERVENTION_REASON.codes.filter((code) => !NEVER.includes(code));
export const EXONERATING_CODES: readonly string[] = [...new Set([...RECALL_REASON.codes, ...SPARING_CODES])].filter(
  (code) => !NEVER.includes(code),
);

/** How a hold ended. */
export interface HoldEnd {
  readonly state: 'completed' | 'returned' | 'expired' | 'recalled';
  /** Whether an activity was recorded before. */
  readonly worked: boolean;
  /** The code of the end. */
  readonly cause: string;
}

/**
 * Whether an ended hold counts for a standing. A returned or expired one does, or giving failing cases back would raise the rate; a
 * recalled one once it was worked on, unless the code of the recall is one of those that exonerate its holder.
 */
export function countsAtEnd({ state, worked, cause }: HoldEnd, exonerating: readonly string[]): boolean {
  return state !== 'recalled' || (worked && !exonerating.includes(cause));
}
