import { type CodeOf, type Day, defineVocabulary } from '../../kernel/index.js';

/** What moves the limitation clock of a debt (Civil Code 188–195; 法释〔2020〕17号). */
export const CLOCK_EVENT_KIND = defineVocabulary({
  demand_delivered: { en: 'A demand reached the debtor.', zh: '催款送达' },
  acknowledgement: { en: 'The debtor acknowledged the debt.', zh: '债务确认' },
  part_payment: { en: 'The debtor paid a part.', zh: '部分付款' },
  plan: { en: 'The debtor proposed or signed a plan of payment.', zh: '还款计划' },
  iou_received: { en: 'The creditor received a note of the debt from the debtor.', zh: '收到欠条' },
  suit: { en: 'A suit or an arbitration; `until` is the day it ended.', zh: '起诉或仲裁' },
  suit_withdrawn: { en: 'A suit was withdrawn after it had been served.', zh: '撤诉' },
  payment_order: {
    en: 'An application with the effect of a suit: payment order, bankruptcy claim, preservation, enforcement.',
    zh: '申请支付令等',
  },
  mediation: { en: 'A request to a mediation body.', zh: '申请调解' },
  police_report: { en: 'A report to the police; `until` is the day its end became known.', zh: '报案' },
  assignment_notice: { en: 'The notice of an assignment reached the debtor.', zh: '债权转让通知' },
  obstacle: { en: 'An obstacle to claiming, from `on` to `until` (art. 194).', zh: '时效中止障碍' },
  promise: { en: 'The debtor promised to pay, also after the period had ended (art. 192).', zh: '同意履行' },
  first_demand: {
    en: 'The first demand of a debt without a term; `until` is the last day of the grace it gave.',
    zh: '首次催告',
  },
  refusal: { en: 'The debtor refused a debt without a term.', zh: '拒绝履行' },
});
export type ClockEventKind = CodeOf<typeof CLOCK_EVENT_KIND>;

/** Something that happened to the limitation clock of a line, as evidence shows it. */
export interface ClockEvent {
  readonly kind: ClockEventKind;
  readonly on: Day;
  /** The last day of what lasts: an obstacle, a suit, a grace. */
  readonly until?: Day;
}
