import { type CodeOf, defineVocabulary } from '../../kernel/index.js';

export const ACTIVITY_KIND = defineVocabulary({
  call: { en: 'A telephone call.', zh: '电话' },
  message: { en: 'A text or instant message.', zh: '短信或消息' },
  letter: { en: 'A letter on paper or an express delivery.', zh: '信函' },
  visit: { en: 'A visit at the debtor’s place.', zh: '上门' },
  negotiation: { en: 'Talks about paying.', zh: '协商' },
});
export type ActivityKind = CodeOf<typeof ACTIVITY_KIND>;

export const ACTIVITY_OUTCOME = defineVocabulary({
  reached: { en: 'The debtor was reached.', zh: '已联系上' },
  not_reached: { en: 'The debtor was not reached.', zh: '未联系上' },
  refused: { en: 'The debtor refused to pay.', zh: '拒绝付款' },
  promised: { en: 'The debtor promised to pay.', zh: '承诺付款' },
  delivered: { en: 'The letter or message was delivered.', zh: '已送达' },
  other: { en: 'Something else; see the note.', zh: '其他' },
});
export type ActivityOutcome = CodeOf<typeof ACTIVITY_OUTCOME>;
