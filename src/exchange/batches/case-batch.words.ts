import { defineVocabulary } from '../../kernel/index.js';

/** What became of a row of a batch. */
export const ROW_OUTCOME = defineVocabulary({
  admitted: { en: 'It became a listed case.', zh: '已受理' },
  in_review: { en: 'It became a case that a reviewer looks at.', zh: '待审核' },
  duplicate: { en: 'You posted a case with this reference before; nothing was changed.', zh: '重复' },
  rejected: { en: 'Nothing was done for it; the reasons say why.', zh: '未受理' },
  updated: { en: 'Its case has new amounts or days.', zh: '已更新' },
  unchanged: { en: 'There was nothing to do for it.', zh: '无变化' },
  settled: { en: 'Paid by your books: its case, which nobody held, is taken back.', zh: '已结清' },
  withdrawn: { en: 'Void in your books: its case, which nobody held, is taken back.', zh: '已撤回' },
  repayment_reported: {
    en: 'Your books show money we did not know of: it is a repayment of its holder now.',
    zh: '已登记回款',
  },
});
