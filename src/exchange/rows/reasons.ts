import { ADMISSION_REASONS } from '../../casework/admission/index.js';
import { fill, type Locale, refusalCatalogue, type Texts } from '../../kernel/index.js';

/**
 * Why a row did not become a case, found before admission. Admission adds its own codes; both are stored with the row and read
 * by people, so every code has a text in both languages.
 */
export const ROW_REASONS = {
  SKIPPED_UNAPPROVED: t('The document is not approved in your system ({value}).', '单据未审核（{value}），已跳过。'),
  SKIPPED_CANCELLED: t('The document is cancelled in your system ({value}).', '单据已作废（{value}），已跳过。'),
  SKIPPED_REVERSED: t(
    'The document is reversed by a credit note ({value}).',
    '单据已被红字单据冲销（{value}），已跳过。',
  ),
  SKIPPED_CREDIT_NOTE: t(
    'The document is a credit note, not a receivable ({value}).',
    '该单据为红字/贷项单据（{value}），已跳过。',
  ),
  SKIPPED_WRITTEN_OFF: t('The document is written off in your system ({value}).', '应收款已核销（{value}），已跳过。'),
  SKIPPED_DUNNING_BLOCKED: t('Dunning is blocked in your system ({value}).', '系统已冻结催款（{value}），已跳过。'),
  SKIPPED_IN_PAYMENT: t(
    'A payment of it is under way in your system ({value}).',
    '系统已登记付款（{value}），已跳过。',
  ),
  SKIPPED_PAYMENT_UNCLEAR: t(
    'Its status ({value}) does not say for certain that what is open is owed.',
    '单据状态（{value}）与未付金额不一致，无法确定是否仍欠款，已跳过。',
  ),
  SKIPPED_DISCOUNTED: t(
    'The receivable is discounted with a bank ({value}).',
    '应收款已向银行贴现（{value}），已跳过。',
  ),
  SKIPPED_INTERNAL: t(
    'The document is a transfer within one group ({value}).',
    '单据为集团内部往来（{value}），已跳过。',
  ),
  SKIPPED_SETTLED: t('Nothing is outstanding on this row.', '该行已无欠款余额，已跳过。'),
  SKIPPED_TOTAL_ROW: t('This is a line of totals, not a receivable.', '该行为合计行，已跳过。'),
  SKIPPED_HEADER_ROW: t('The header is repeated in this row.', '该行为重复的表头，已跳过。'),

  SKIPPED_SAMPLE_ROW: t("This is the template's sample row; nothing was done.", '该行为模板示例行，未作处理。'),

  FORMULA_CELL: t(
    '{field} is a formula, and its stored result may be out of date; paste it as a value.',
    '{field}为公式，其缓存结果可能已过期；请粘贴为数值后上传。',
  ),
  CELL_IS_AN_ERROR: t('{field} contains a spreadsheet error.', '{field}为表格错误值。'),
  CELL_DIGITS_LOST: t(
    '{field} is a number with more digits than a spreadsheet keeps; format the cell as text and enter it again.',
    '{field}为超长数字，表格已丢失末位；请将单元格设为文本后重新录入。',
  ),
  LINE_NOT_JSON: t('The line is not JSON.', '该行不是有效的 JSON。'),
  ROW_NESTED_TOO_DEEPLY: t('The row is nested too deeply.', '该行嵌套层级过深。'),
  REFERENCE_REPEATED: t('An earlier row of this file has the same reference.', '文件中前面的行已使用相同的单号。'),

  ROW_HIDDEN: t(
    'The row is hidden or filtered out in the sheet; it was read like the others.',
    '该行在工作表中被隐藏或筛选，已照常读取。',
  ),
  ROW_QUOTE_UNCLOSED: t('A quotation mark in this row is not closed properly.', '该行引号未正确闭合。'),
  ROW_TOO_LONG: t('The row exceeds the maximum length.', '该行长度超出限制。'),
  ROW_TOO_MANY_CELLS: t(
    'The row has more cells than the header ({columns}); is a separator inside a cell?',
    '该行单元格多于表头列数（{columns}），单元格中是否含有分隔符？',
  ),
  ROW_NOT_AN_OBJECT: t('The row is not a JSON object.', '该行不是 JSON 对象。'),

  REFERENCE_IN_SEVERAL_ROWS: t(
    'Several documents have this number and say different things; none of them was posted. Two debts need two numbers.',
    '多张单据使用同一单号且内容不一致，均未受理；不同债权请使用不同单号。',
  ),
  REFERENCE_OF_SEVERAL_DEBTORS: t(
    'Rows {rows} belong to one case and name different debtors; two debtors need two references.',
    '第 {rows} 行属于同一案件但债务人不同；不同债务人请使用不同单号。',
  ),
  ROWS_CONTRADICT: t(
    'Rows {rows} are the same document and period and say different things; nothing of this case was posted.',
    '第 {rows} 行为同一单据、同一期间但内容不一致；该案件未受理。',
  ),
  ROWS_DISAGREE: t(
    '{field} differs between rows {rows}, which are lines of one case; nothing of it was posted.',
    '第 {rows} 行属于同一案件但{field}不一致；该案件未受理。',
  ),
  ROW_OF_CASE_REFUSED: t(
    'Row {row} is a line of the same case and was refused, so nothing of this case was posted.',
    '同一案件的第 {row} 行未受理，故该案件整体未受理。',
  ),
  ROWS_TOO_MANY: t(
    'More than {limit} rows belong to this case, which is no longer one debt.',
    '属于该案件的行超过 {limit} 行，不能作为一笔债权。',
  ),
  VALUE_OF_ROW_TAKEN: t('The case has the {field} of row {row}.', '案件采用了第 {row} 行的{field}。'),
  REFERENCE_OF_ANOTHER_DEBTOR: t(
    'The case with this reference is about another debtor; two debts need two references.',
    '该单号对应的案件属于另一债务人；不同债权请使用不同单号。',
  ),
  REFERENCE_OF_ANOTHER_DOCUMENT: t(
    'The case with this reference follows another document: of another company, connection or key, or of a connection at all.',
    '该单号对应的案件来自另一张单据（公司、连接或单据标识不同，或由系统连接维护）。',
  ),
  CREDIT_NOTE_OF_NO_CASE: t(
    'The credit note names a document of which there is no case; send it again once there is one.',
    '该贷项单据所指的单据没有对应案件；案件建立后请重新提交。',
  ),
  AMOUNT_MISREAD: t(
    '{field} is {given} yuan, the stored one {stored}: a factor of {factor}. Is a separator in the wrong place? Nothing was changed.',
    '{field}为 {given} 元，原记录为 {stored} 元，相差 {factor} 倍，疑似分隔符误读；未作任何变更。',
  ),
  PAID_FELL_IN_BOOKS: t(
    'Your books show less as paid than before. Reports of it that waited are disputed; reverse a confirmed one yourself.',
    '账簿显示的已还金额减少。待确认的相应回款已转为争议；已确认的请自行撤销。',
  ),
  REVISION_PENDING: t(
    'A provider holds the case: the lower amount of {outstanding} yuan waits until you confirm it and the holder agrees.',
    '案件已由服务方持有：调低后的金额 {outstanding} 元待您确认、并经持案方同意。',
  ),
  REVISION_DECLINED: t(
    'You or the holder declined the lower amount of {outstanding} yuan; the agreed amount stays.',
    '您或持案方已拒绝将金额调低为 {outstanding} 元，原约定金额不变。',
  ),
  CASE_CLOSED: t(
    'The case of this debt is closed ({state}), so it no longer follows your books.',
    '该债权的案件已结案（{state}），不再随账簿变更。',
  ),
  CASE_IS_HELD: t(
    'A provider holds this case: {field} cannot be changed, and only a recall takes the case back.',
    '案件已由服务方持有：不能变更{field}；如需收回请使用撤回委托。',
  ),
  LINES_NEEDED: t(
    'The case has {lines} lines: send the lines, so that it is known which of them changed.',
    '该案件有 {lines} 笔明细：请提供明细，以便确定变更的是哪一笔。',
  ),
  AMOUNT_RAISED_WHILE_HELD: t(
    '{field} was raised while a provider holds the case; the agreed amount stays.',
    '服务方持有期间{field}不得调高，原约定金额不变。',
  ),
  RECEIVABLE_NOT_POSTED: t(
    'The receivable has ended and was never posted.',
    '该应收款已结束，且从未在本平台发布为案件。',
  ),

  ROW_NOT_STORED: t('The row could not be stored; the platform investigates it.', '该行无法保存，平台正在核查。'),

  FIELD_MISSING: t('{field} is missing.', '缺少{field}。'),
  FIELD_UNKNOWN: t('{field} is not a field of a case.', '{field}不是案件字段。'),
  FIELD_TYPE: t('{field} must be {expected}.', '{field}类型应为{expected}。'),
  FIELD_TOO_LONG: t('{field} is longer than {limit} characters.', '{field}超过 {limit} 个字符。'),
  FIELD_CONTROL_CHARACTERS: t('{field} contains control characters.', '{field}含有控制字符。'),
  FIELD_UNREADABLE: t('{field} contains damaged characters.', '{field}含有损坏的字符（乱码）。'),

  AMOUNT_UNREADABLE: t('{field} is not an exact amount.', '{field}不是准确的金额。'),
  AMOUNT_NEGATIVE: t(
    '{field} is negative. Only a credit note has negative amounts: if it is one, say so in the kind of the line.',
    '{field}为负数。仅红字发票的金额可为负数；如是，请在明细类型中注明。',
  ),
  CURRENCY_UNSUPPORTED: t('{field} is {value}; only Chinese yuan is accepted.', '{field}为{value}，仅支持人民币。'),
  DATE_UNREADABLE: t('{field} is not a readable calendar day.', '{field}不是可识别的日期。'),
  RATE_UNREADABLE: t('{field} is not a rate between 0 and 100 %.', '{field}不是 0 至 100% 的比率。'),
  PERIOD_UNREADABLE: t(
    '{field} is not a year, a quarter, a month or two days.',
    '{field}不是可识别的年度、季度、月份或起止日期。',
  ),
  TERM_UNREADABLE: t('{field} is not a number of days.', '{field}不是天数。'),

  CATEGORY_UNKNOWN: t('{field} is not a category of debt that is accepted.', '{field}不是受理的债务类别。'),
  DEBTOR_KIND_UNKNOWN: t('The debtor may be an enterprise or a person.', '无法判断债务人是企业还是个人。'),
  DEBTOR_ID_KIND_UNKNOWN: t('{field} is not a known kind of number.', '{field}不是已知的证件类型。'),
  REGION_UNKNOWN: t(
    '{field} is not a region we know; the row was read all the same.',
    '{field}不是已知的地区，该行已照常读取。',
  ),
  REGION_AMBIGUOUS: t(
    '{field} names cities of two provinces; write the province too.',
    '{field}可指两个省的城市，请同时写明省份。',
  ),
  EVIDENCE_UNKNOWN: t('{field} is not a known kind of evidence.', '{field}不是已知的证据类型。'),
  LEGAL_ORIGIN_UNKNOWN: t('{field} is not a known origin of debt.', '{field}不是已知的债务成因。'),
  MATTER_UNKNOWN: t('{field} is not a known matter.', '{field}不是已知的案由。'),
  LINE_KIND_UNKNOWN: t(
    '{field} is none of invoice, fee period, instalment, loan, credit note, other.',
    '{field}不是发票、费用期间、分期、借款、红字发票或其他。',
  ),
  CLOCK_EVENT_UNKNOWN: t(
    '{field} is not an event of a limitation period that is known, such as demand_delivered.',
    '{field}不是已知的时效事件，例如 demand_delivered（催款送达）。',
  ),
  CLAIM_TERM_UNKNOWN: t(
    '{field} is none of the words by which terms of a claim are stated.',
    '{field}不是约定条款的可选值。',
  ),
  SERVICE_LINE_UNKNOWN: t('{field} is not a known service line.', '{field}不是可选的服务方式。'),
} as const satisfies Record<string, Texts>;

export type RowReasonCode = keyof typeof ROW_REASONS;

/** A reason as stored with a row: of reading or of admission. Params are never personal data: counts, amounts, status words. */
export interface KeptReason {
  readonly code: string;
  /** The field as the sender spells it: a header of the file or a JSON path; empty for the whole row. */
  readonly field: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type RowReason = KeptReason & { readonly code: RowReasonCode };

export function reason(code: RowReasonCode, field: string, params: RowReason['params'] = {}): RowReason {
  const shown = Object.entries(params).map(([key, value]) => [
    key,
    typeof value === 'string' ? storable(value) : value,
  ]);
  return { code, field: storable(field), params: Object.fromEntries(shown) };
}

/** Replaces what a JSON column cannot hold: headers, keys and status words come from the sender. */
function storable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
}

function t(en: string, zh: string): Texts {
  return { en, zh };
}

/** The texts of a code of the caller, of reading, of admission or of a refusal; an unknown code stands for itself. */
export function textsOf(code: string, more: Readonly<Record<string, Texts>> = {}): Texts {
  const own = more[code] ?? (ROW_REASONS as Record<string, Texts>)[code];
  const admission: { texts: Texts } | undefined = (ADMISSION_REASONS as Record<string, { texts: Texts }>)[code];
  return own ?? admission?.texts ?? refusalCatalogue().find((spec) => spec.code === code) ?? { en: code, zh: code };
}

/** The text of a reason in a language. */
export function reasonText({ code, field, params }: KeptReason, locale: Locale, more?: Record<string, Texts>): string {
  return fill(textsOf(code, more), locale, { ...params, field });
}
