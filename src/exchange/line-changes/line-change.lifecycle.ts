import { type CodeOf, defineVocabulary } from '../../kernel/index.js';

/** What a creditor does to the lines of its case. */
export const LINE_ACT = defineVocabulary({
  add: { en: 'Another line.', zh: '新增' },
  correct: { en: 'Other facts of a line.', zh: '更正' },
  withdraw: { en: 'A line that no longer counts.', zh: '撤销' },
  revise: {
    en: 'All lines as the books of the creditor show them: a lower amount that it confirmed.',
    zh: '按账簿调整',
  },
});
export type LineAct = CodeOf<typeof LINE_ACT>;

/** What became of a change. While nobody holds the case it is applied at once. */
export const LINE_CHANGE_STATE = defineVocabulary({
  applied: { en: 'Applied at once: nobody held the case.', zh: '已生效' },
  pending: { en: 'Waits for the holder of the case.', zh: '待同意' },
  agreed: { en: 'The holder agreed; the case has the new figures.', zh: '已同意' },
  declined: { en: 'The holder declined; the agreed figures stay.', zh: '已拒绝' },
  lapsed: { en: 'The grab ended first, or the creditor proposed another change.', zh: '已失效' },
});
export type LineChangeState = CodeOf<typeof LINE_CHANGE_STATE>;
