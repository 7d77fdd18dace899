import { type CodeOf, defineVocabulary } from '../../kernel/index.js';

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

/**
 * Codes of creditors and of the platform by which the end of a hold says nothing about its holder. Not among them: what the holder caused,
 * and what nobody but a friendly creditor can confirm.
 */
export const EXONERATING: readonly string[] = [
  ...(['debtor_dispute', 'wrong_debtor', 'posted_in_error', 'settled_directly', 'insolvency', 'legal_order'] as const),
] satisfies readonly RecallReason[];

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
 * recalled one once it was worked on, unless the code of the recall exonerates its holder.
 */
export function countsAtEnd({ state, worked, cause }: HoldEnd, exonerating = EXONERATING): boolean {
  return state !== 'recalled' || (worked && !exonerating.includes(cause));
}
