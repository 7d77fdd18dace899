import { defineReasons, refusal, sampleId } from '../../kernel/index.js';
import { OrganisationNotVerified } from '../../parties/approvals/index.js';
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

export class RepaymentLooksRepeated extends refusal({
  code: 'REPAYMENT_LOOKS_REPEATED',
  status: 409,
  en: 'Repayment {repaymentId} on this case has the same day and amount; this looks like the same payment again.',
  zh: '该案件的回款 {repaymentId} 日期与金额相同，本次报告疑似同一笔付款。',
  title: { zh: '疑似重复回款' },
  meaning: {
    en: 'One payment counts once. Reports on one case with the same day and amount are treated as one payment. So is a report of an amount that the creditor’s books already show.',
    zh: '一笔付款只计一次。同一案件日期与金额相同的报告视为同一笔付款；与债权人账簿已显示金额相同的报告亦然。',
  },
  remedy: {
    en: 'If it is another payment, say why in `notDuplicateBecause`, or give each report its own `externalRef`.',
    zh: '如确为另一笔付款，请在 `notDuplicateBecause` 中说明原因，或为每笔报告填写各自的 `externalRef`。',
  },
  sample: { repaymentId: sampleId('repayment') },
}) {}

export class VoucherUsedBefore extends refusal({
  code: 'VOUCHER_USED_BEFORE',
  status: 409,
  en: 'This voucher proves an earlier repayment already.',
  zh: '该凭证已用于此前的回款报告。',
  title: { zh: '凭证已使用' },
  meaning: {
    en: 'A voucher proves one repayment, on whichever case; one that proved several could prove any number.',
    zh: '一份凭证只证明一笔回款，无论属于哪个案件；否则同一凭证可被反复使用。',
  },
  remedy: {
    en: 'Give the voucher of this payment. If one transfer paid several debts, say so in `notDuplicateBecause`.',
    zh: '请提供本笔付款的凭证；如一笔转账清偿多笔债务，请在 `notDuplicateBecause` 中说明。',
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
  en: 'No provider held this case on {paidOn}, nor did an agency within {graceDays} days of it, so the payment counts for none.',
  zh: '{paidOn} 无人持有该案件，前后 {graceDays} 天内也没有催收公司持有，该回款无法计入任何服务方。',
  remedy: {
    en: 'Check the day. A payment on a case that no provider took earns no commission: withdraw the case and post the rest.',
    zh: '请核对付款日期。无人接单期间的付款不产生佣金：请撤回案件并就余额重新发布。',
  },
  title: { zh: '当日无人持有案件' },
  meaning: {
    en: 'A repayment counts for the provider that held the case on its day, or for an agency that held it shortly before or after; none did. A law firm is paid on what was realised under its mandate only (司发通〔2021〕87号 items 5 and 6).',
    zh: '回款归属于付款日持有案件的服务方，或在此前后短期内持有案件的催收公司，而当时均无。律师事务所仅就委托期间实现的债权收费（司发通〔2021〕87号第五、六条）。',
  },
  sample: { paidOn: '2026-03-01', graceDays: 30 },
}) {}

refuseOnConstraint('repayments_once_per_voucher', () => new VoucherUsedBefore({ path: 'voucherFileId' }));
refuseOnConstraint('repayments_once_per_sealed_ref', () => new RepaymentAlreadyReported({ path: 'externalRef' }));

/** The refusals a report may answer with, besides the common ones. */
export const REPORT_REFUSALS = [
  RepaymentExceedsOutstanding,
  RepaymentAlreadyReported,
  RepaymentLooksRepeated,
  VoucherUsedBefore,
  VoucherRequired,
  NobodyHeldTheCase,
  OrganisationNotVerified,
] as const;

export const invalidDay = defineReasons({
  HELD_BY_ANOTHER: ['another provider held the case on that day', '当日案件由其他服务方持有'],
});
