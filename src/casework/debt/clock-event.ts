import { type CodeOf, type Day, defineVocabulary } from '../../kernel/index.js';

/**
 * What moves the limitation clock of a debt (Civil Code art. 188–195; 法释〔2020〕17号 on limitation, here "LR"; 法释〔2018〕12号).
 * `clockRuleOf` says how.
 */
export const CLOCK_EVENT_KIND = defineVocabulary({
  first_demand: {
    en: 'The first demand of a debt without a term; `until` is the last day of the grace it gave (LR 4).',
    zh: '首次催告',
  },
  refusal: { en: 'The debtor refused a debt without a term at the first demand (LR 4).', zh: '拒绝履行' },
  goods_received: { en: 'The buyer received goods for which no day of payment was agreed (art. 628).', zh: '收到货物' },
  demand_delivered: {
    en: 'A demand reached the debtor: handed over, by post, by e-mail, to a relative in the same home, to the mail room (LR 8).',
    zh: '催款送达',
  },
  demand_published: {
    en: 'A demand in a paper of the debtor’s province, because the debtor cannot be found (LR 8).',
    zh: '公告催款',
  },
  account_debited: { en: 'The bank took principal or interest from the debtor’s account (LR 8).', zh: '扣收欠款' },
  acknowledgement: { en: 'The debtor acknowledged the debt.', zh: '债务确认' },
  part_payment: { en: 'The debtor paid a part.', zh: '部分付款' },
  plan: {
    en: 'The debtor sent or signed a plan of payment; `until` is its last due day (LR 14).',
    zh: '还款计划',
  },
  security: { en: 'The debtor gave security (LR 14).', zh: '提供担保' },
  extension_request: { en: 'The debtor asked for time (LR 14).', zh: '请求延期' },
  iou_received: { en: 'The creditor received a note of the debt without a day of payment.', zh: '收到欠条' },
  promise: { en: 'The debtor agreed to pay, also after the period had ended (art. 192).', zh: '同意履行' },
  assignment_notice: { en: 'The notice of an assignment reached the debtor (LR 17).', zh: '债权转让通知' },
  debt_assumption: { en: 'The creditor learned that another assumed the debt (LR 17).', zh: '债务承担' },
  joint_debtor: { en: 'The period against a joint debtor was interrupted (LR 15).', zh: '连带债务人时效中断' },
  suit: { en: 'A suit or an arbitration; `until` is the day it ended.', zh: '起诉或仲裁' },
  suit_withdrawn: { en: 'The ruling on the withdrawal of a suit that had been served took effect.', zh: '撤诉' },
  suit_withdrawn_unserved: { en: 'A suit was withdrawn before it was served: as if never filed.', zh: '送达前撤诉' },
  payment_order: { en: 'An application for a payment order; `until` is the day it ended (LR 11).', zh: '申请支付令' },
  preservation: { en: 'An application for preservation; `until` is the day it ended (LR 11).', zh: '申请保全' },
  bankruptcy_claim: {
    en: 'A bankruptcy petition or a claim filed in one; `until` is the day it ended (LR 11).',
    zh: '申报破产债权',
  },
  enforcement: { en: 'An application for enforcement; `until` is the day it ended (LR 11).', zh: '申请强制执行' },
  set_off: { en: 'Set-off claimed in a suit; `until` is the day the suit ended (LR 11).', zh: '诉讼中抵销' },
  mediation: { en: 'A request to a mediation body; `until` is the day it ended (LR 12).', zh: '申请调解' },
  police_report: { en: 'A report to the police; `until` is the day its end became known (LR 13).', zh: '报案' },
  obstacle: { en: 'An obstacle to claiming, from `on` to `until` (art. 194).', zh: '时效中止障碍' },
});
export type ClockEventKind = CodeOf<typeof CLOCK_EVENT_KIND>;

/** Something that happened to the limitation clock of a line, as evidence shows it. */
export interface ClockEvent {
  readonly kind: ClockEventKind;
  readonly on: Day;
  /** The last day of what lasts: a grace, a plan, a proceeding, an obstacle. Without it a proceeding or an obstacle still goes on. */
  readonly until?: Day;
}

/**
 * - `start`: fixes the day from which a debt without a term counts.
 * - `interrupt`: the period counts anew from that day (art. 195 no. 1 and 2).
 * - `agree`: the debtor's consent to pay: interrupts, and after the period ended gives up the defence, so that it counts anew (art. 192).
 * - `proceed`: a proceeding stops the clock until it ends, then the period counts anew (art. 195 no. 3 and 4).
 * - `cancel`: takes the suit before it away. `suspend`: see art. 194.
 */
export type ClockRule = 'start' | 'interrupt' | 'agree' | 'proceed' | 'cancel' | 'suspend';

/**
 * A part payment or an acknowledgement interrupts, but after the period ended it promises nothing about the rest: what was paid
 * cannot be claimed back (art. 192), and a reviewer looks at it.
 */
const RULES: Readonly<Record<ClockEventKind, ClockRule>> = {
  first_demand: 'start',
  refusal: 'start',
  goods_received: 'start',
  demand_delivered: 'interrupt',
  demand_published: 'interrupt',
  account_debited: 'interrupt',
  acknowledgement: 'interrupt',
  part_payment: 'interrupt',
  assignment_notice: 'interrupt',
  debt_assumption: 'interrupt',
  joint_debtor: 'interrupt',
  plan: 'agree',
  security: 'agree',
  extension_request: 'agree',
  iou_received: 'agree',
  promise: 'agree',
  suit: 'proceed',
  payment_order: 'proceed',
  preservation: 'proceed',
  bankruptcy_claim: 'proceed',
  enforcement: 'proceed',
  set_off: 'proceed',
  mediation: 'proceed',
  police_report: 'proceed',
  suit_withdrawn: 'interrupt',
  suit_withdrawn_unserved: 'cancel',
  obstacle: 'suspend',
};

export function clockRuleOf(kind: ClockEventKind): ClockRule {
  return RULES[kind];
}
