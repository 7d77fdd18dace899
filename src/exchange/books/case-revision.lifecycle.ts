import { type CodeOf, defineVocabulary } from '../../kernel/index.js';

/** What became of a lower amount that the books of a creditor showed while a provider held the case. */
export const REVISION_STATE = defineVocabulary({
  pending: { en: 'Waits for the creditor.', zh: '待确认' },
  proposed: { en: 'The creditor confirmed it; it waits for the holder of the case.', zh: '待持案方同意' },
  confirmed: {
    en: 'The case has the lower amount: the creditor confirmed it, and the holder, if any, agreed.',
    zh: '已确认',
  },
  declined: { en: 'The creditor or the holder declined it; the agreed amount stays.', zh: '已拒绝' },
  lapsed: { en: 'The books no longer show it.', zh: '已失效' },
});
export const REVISION_STATES = REVISION_STATE.codes;
export type RevisionState = CodeOf<typeof REVISION_STATE>;
