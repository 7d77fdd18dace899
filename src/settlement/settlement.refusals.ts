import { defineRefusal, Refusal } from '../kernel/index.js';
import { refuseOnConstraint } from '../platform/database/index.js';

export class NothingToPayOut extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'NOTHING_TO_PAY_OUT',
    status: 409,
    en: 'Of this provider {availableFen} fen can be paid out now; {heldFen} fen are still on hold.',
    zh: '该服务方当前可付款 {availableFen} 分，另有 {heldFen} 分仍在冻结期内。',
  });
}

export class PayoutNeedsApproval extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'PAYOUT_NEEDS_APPROVAL',
    status: 409,
    en: 'A payout above {limitFen} fen is sent only after a second person approved it.',
    zh: '超过 {limitFen} 分的付款须经第二人批准后方可发出。',
    remedy: { en: 'Have a colleague approve it with approvePayout.', zh: '请由另一位同事使用 approvePayout 批准。' },
  });
}

export class MakerIsChecker extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'MAKER_IS_CHECKER',
    status: 403,
    en: 'Whoever made a payout cannot approve it as well.',
    zh: '付款的经办人不能同时作为复核人。',
  });
}

export class CreditorPaymentRecorded extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CREDITOR_PAYMENT_RECORDED',
    status: 409,
    en: 'A payment of this creditor with this reference is recorded already.',
    zh: '该债权人的此笔付款（相同流水号）已登记。',
  });
}

export class StatementTooLong extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'STATEMENT_TOO_LONG',
    status: 422,
    en: 'The statement has more than {limit} lines; read them in pages with ledgerEntries.',
    zh: '结算单超过 {limit} 行，请使用 ledgerEntries 分页读取。',
  });
}

refuseOnConstraint('creditor_payments_once_per_reference', () => new CreditorPaymentRecorded({ path: 'reference' }));
refuseOnConstraint('payouts_maker_is_not_checker', () => new MakerIsChecker());
