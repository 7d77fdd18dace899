import { defineReasons, refusal } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';

export class RepaymentExceedsOutstanding extends refusal({
  code: 'REPAYMENT_EXCEEDS_OUTSTANDING',
  status: 409,
  en: '{openFen} yuan are open, of which {pendingFen} yuan are reported already; {amountFen} yuan are too much.',
  zh: '未收回金额为 {openFen} 元，其中 {pendingFen} 元已报告待确认；本次 {amountFen} 元超出余额。',
  remedy: {
    en: 'Check the amount; another report of the same payment may be waiting.',
    zh: '请核对金额；同一笔回款可能已被报告。',
  },
  title: { zh: '回款超出余额' },
  meaning: {
    en: 'Confirmed and waiting repayments together may not exceed the debt.',
    zh: '已确认与待确认的回款合计不得超过债权金额。',
  },
  sample: { amountFen: '125000', openFen: '100000', pendingFen: '25000' },
}) {}

export class RepaymentAlreadyReported extends refusal({
  code: 'REPAYMENT_ALREADY_REPORTED',
  status: 409,
  en: 'A repayment on this case with this external reference is reported already.',
  zh: '该案件已存在相同外部编号的回款报告。',
  title: { zh: '回款已报告' },
  meaning: {
    en: 'External references of repayments are unique for each case, so that one payment counts once.',
    zh: '回款的外部编号在同一案件内唯一，一笔付款只计一次。',
  },
  remedy: {
    en: 'Nothing needs to be done; a different payment has a different reference.',
    zh: '无需再操作；另一笔付款请使用不同编号。',
  },
}) {}

export class VoucherRequired extends refusal({
  code: 'VOUCHER_REQUIRED',
  status: 422,
  en: 'A provider must report a repayment with a voucher.',
  zh: '服务方报告回款须附付款凭证。',
  remedy: { en: 'Upload the voucher with POST /v1/files and give its id.', zh: '请先通过 POST /v1/files 上传凭证。' },
  title: { zh: '须附凭证' },
  meaning: {
    en: 'A provider’s report needs proof, so that the creditor can check it.',
    zh: '服务方报告回款须附凭证，以便债权人核对。',
  },
}) {}

export class NobodyHeldTheCase extends refusal({
  code: 'NOBODY_HELD_THE_CASE',
  status: 409,
  en: 'No provider held this case on {paidOn}, nor within {graceDays} days of it, so the payment counts for none.',
  zh: '{paidOn} 前后 {graceDays} 天内无人持有该案件，该回款无法计入任何服务方。',
  remedy: {
    en: 'Check the day. A payment on a case that no provider took earns no commission: withdraw the case and post the rest.',
    zh: '请核对付款日期。无人接单期间的付款不产生佣金：请撤回案件并就余额重新发布。',
  },
  title: { zh: '当日无人持有案件' },
  meaning: {
    en: 'A repayment counts for the provider that held the case on its day or shortly before or after; none did.',
    zh: '回款归属于付款日（或之前短期内）持有案件的服务方，而当时无人持有。',
  },
  sample: { paidOn: '2026-03-01', graceDays: 30 },
}) {}

refuseOnConstraint('repayments_once_per_external_ref', () => new RepaymentAlreadyReported({ path: 'externalRef' }));

/** The refusals a report may answer with, besides the common ones. */
export const REPORT_REFUSALS = [
  RepaymentExceedsOutstanding,
  RepaymentAlreadyReported,
  VoucherRequired,
  NobodyHeldTheCase,
] as const;

export const invalidDay = defineReasons({
  HELD_BY_ANOTHER: ['another provider held the case on that day', '当日案件由其他服务方持有'],
});
