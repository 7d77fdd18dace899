import type { Texts } from '../../kernel/index.js';
import { t } from './erp-fault.js';

/** Why a document of an ERP is skipped before it is judged as a debt. Codes are part of the API. */
export const SKIP_REASONS = {
  SKIPPED_UNAPPROVED: t('The document is not posted in your ERP yet.', '单据尚未过账/审核，已跳过。'),
  SKIPPED_CANCELLED: t('The document is cancelled in your ERP.', '单据已作废，已跳过。'),
  SKIPPED_REVERSED: t('The document is reversed by a credit note.', '单据已被红字单据冲销，已跳过。'),
  SKIPPED_WRITTEN_OFF: t('The receivable is written off in your ERP.', '应收款已坏账核销，已跳过。'),
  SKIPPED_CREDIT_NOTE: t(
    'The document is a credit note that names no invoice of which it could lower the case.',
    '该单据为红字/贷项单据，且未指明唯一的发票，已跳过。',
  ),
  SKIPPED_SETTLED: t('Nothing is outstanding on this document.', '该单据已结清，已跳过。'),
  SKIPPED_DUNNING_BLOCKED: t('Dunning is blocked in your ERP.', '系统已冻结催款，已跳过。'),
  SKIPPED_IN_PAYMENT: t(
    'A payment of it is registered in your ERP and not yet matched with the bank; it is read again every day.',
    'ERP 系统已登记付款、尚未与银行对账，已跳过；将每日重新读取。',
  ),
  SKIPPED_PAYMENT_UNCLEAR: t(
    'Your ERP does not say for certain whether it was paid; it is read again every day.',
    'ERP 系统未明确说明其付款情况，已跳过；将每日重新读取。',
  ),
  SKIPPED_DISCOUNTED: t(
    'The receivable is discounted with a bank or factored, so that another may be owed it.',
    '应收款已向银行贴现或办理保理，债权可能归他人所有，已跳过。',
  ),
  SKIPPED_INTERNAL: t('The document is a transfer between companies of one group.', '单据为集团内部往来，已跳过。'),
  SKIPPED_NOT_A_CLAIM: t(
    'By its type the document claims nothing: pro forma, for accounting or customs only, or a type not known here.',
    '按单据类型该单据不构成债权（形式发票、仅供记账或报关，或类型未知），已跳过。',
  ),
  SKIPPED_CREDIT_NOTE_NAMED: t(
    'The document is a credit note of {number}: it lowers the case of that document, if there is one.',
    '该单据为 {number} 的红字/贷项单据，已用于冲减其案件（如有）。',
  ),
  SKIPPED_NOT_DUE: t('It is due on {dueOn}; it is read again after that day.', '到期日为 {dueOn}，到期后再处理。'),
  SKIPPED_NO_DUE_DATE: t('The document has no due date.', '单据没有到期日，已跳过。'),
  SKIPPED_NO_DEBTOR_ID: t(
    'The customer has no tax number or identity number in your ERP.',
    '客户资料缺少统一社会信用代码或证件号，已跳过。',
  ),
  SKIPPED_GONE: t('The document is no longer in your ERP.', 'ERP 系统中已查不到该单据。'),
  SKIPPED_NO_NUMBER: t('The document has no number.', '单据没有编号，已跳过。'),
  CURRENCY_UNSUPPORTED: t('The currency is {value}; only Chinese yuan is accepted.', '币种为{value}，仅支持人民币。'),
  AMOUNTS_DISAGREE: t(
    'The amounts contradict each other: total, paid and open, or the instalments and their total.',
    '金额相互矛盾：合计、已付与未付不符，或各期金额与合计不符。',
  ),
  AMOUNT_UNREADABLE: t('{field} is not an exact amount.', '{field}不是准确的金额。'),
  DATE_UNREADABLE: t('{field} is not a readable calendar day.', '{field}不是可识别的日期。'),
  UBL_NOT_XML: t(
    'The file is not well-formed XML in the encoding it declares; UTF-8, UTF-16, GB18030 and Big5 are read.',
    '该文件不是格式良好的 XML，或与其声明的编码不符；可读取 UTF-8、UTF-16、GB18030 和 Big5。',
  ),
  UBL_DOCTYPE: t(
    'The file declares a document type or entities; such files are not read.',
    '该文件含有文档类型或实体声明，不予读取。',
  ),
  UBL_TOO_COMPLEX: t(
    'Reading the file takes more memory or time than is allowed.',
    '读取该文件所需的内存或时间超出正常范围。',
  ),
  UBL_NOT_AN_INVOICE: t(
    'The file is not a UBL 2.1 Invoice or CreditNote, or states twice what may stand once.',
    '该文件不是 UBL 2.1 发票或贷项通知单，或将只应出现一次的内容重复填写。',
  ),
} as const satisfies Record<string, Texts>;

export type SkipCode = keyof typeof SKIP_REASONS;

export interface Skip {
  readonly code: SkipCode;
  readonly field: string;
  readonly params: Readonly<Record<string, string>>;
}
