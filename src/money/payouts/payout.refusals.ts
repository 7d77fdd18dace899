import { refusal } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';

export class NothingToPayOut extends refusal({
  code: 'NOTHING_TO_PAY_OUT',
  status: 409,
  en: '{availableFen} yuan can be paid out to this provider now; {heldFen} yuan are still on hold.',
  zh: '该服务方当前可付款 {availableFen} 元，另有 {heldFen} 元仍在冻结期内。',
  title: { zh: '无可付款项' },
  meaning: {
    en: 'Earnings can be paid out after their hold; less than the requested amount is available now.',
    zh: '收入须在冻结期满后方可付款，目前可付金额不足。',
  },
  remedy: {
    en: 'Pay out at most what is available, or wait until the hold ends.',
    zh: '请在可付金额内付款，或等待冻结期满。',
  },
  retry: 'later',
  sample: { availableFen: '0', heldFen: '35000' },
}) {}

export class PayoutNeedsApproval extends refusal({
  code: 'PAYOUT_NEEDS_APPROVAL',
  status: 409,
  en: 'A payout above {limitFen} yuan is sent only after a second person approved it.',
  zh: '超过 {limitFen} 元的付款须经第二人批准后方可发出。',
  remedy: { en: 'Have a colleague approve it with approvePayout.', zh: '请由另一位同事使用 approvePayout 批准。' },
  title: { zh: '付款待复核' },
  meaning: {
    en: 'Large payouts are sent only after a second person approved them.',
    zh: '大额付款须经第二人批准后方可发出。',
  },
  sample: { limitFen: '100000000' },
}) {}

export class MakerIsChecker extends refusal({
  code: 'MAKER_IS_CHECKER',
  status: 403,
  en: 'The person who made a payout cannot approve it as well.',
  zh: '付款的经办人不能同时作为复核人。',
  title: { zh: '经办复核不得同人' },
  meaning: {
    en: 'A payout above the limit needs two persons, so that none pays alone.',
    zh: '超过限额的付款须由两人分别经办与复核。',
  },
  remedy: { en: 'Have a colleague approve it.', zh: '请由其他同事复核。' },
}) {}

export class CreditorPaymentRecorded extends refusal({
  code: 'CREDITOR_PAYMENT_RECORDED',
  status: 409,
  en: 'A payment of this creditor with this reference is recorded already.',
  zh: '该债权人的此笔付款（相同流水号）已登记。',
  title: { zh: '付款已登记' },
  meaning: {
    en: 'A bank reference is unique for each creditor, and a payment with this one is on record.',
    zh: '银行流水号对同一债权人的付款唯一，该流水号已登记。',
  },
  remedy: {
    en: 'Check the reference; a different payment has a different reference.',
    zh: '请核对流水号；确属另一笔付款时应有不同的流水号。',
  },
}) {}

refuseOnConstraint('creditor_payments_once_per_reference', () => new CreditorPaymentRecorded({ path: 'reference' }));
refuseOnConstraint('payouts_maker_is_not_checker', () => new MakerIsChecker());
