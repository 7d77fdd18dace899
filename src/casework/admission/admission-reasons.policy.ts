import { isDeepStrictEqual } from 'node:util';
import {
  type BasisPoints,
  type Day,
  type Fen,
  fill,
  type Locale,
  type Texts,
  yuanFromFen,
} from '../../kernel/index.js';

export type Severity = 'reject' | 'review';

interface ReasonKind {
  readonly severity: Severity;
  /** Texts with `{name}` places for the reason's parameters. */
  readonly texts: Texts;
}

const reject = (en: string, zh: string): ReasonKind => ({ severity: 'reject', texts: { en, zh } });
const review = (en: string, zh: string): ReasonKind => ({ severity: 'review', texts: { en, zh } });

/** Every reason to reject a draft or send it to a reviewer. Codes are part of the API and never change meaning. */
export const ADMISSION_REASONS = {
  EXTERNAL_REF_MISSING: reject('The external reference is missing.', '缺少外部编号。'),
  DEBTOR_NAME_MISSING: reject('The name of the debtor is missing.', '缺少债务人名称。'),
  DATE_INVALID: reject('{value} is not a calendar day.', '{value} 不是有效日期。'),
  DATE_IN_FUTURE: review('{value} is later than today.', '日期 {value} 晚于今天。'),
  AMOUNT_INVALID: reject('The amount is out of range.', '金额超出允许范围。'),
  AMOUNTS_DISAGREE: reject(
    'Principal + penalty − paid is {expected} CNY, not {stated} CNY.',
    '本金加违约金减已还应为 {expected} 元，与欠款余额 {stated} 元不符。',
  ),
  LINE_AMOUNT_SIGN: reject(
    'The amounts of a credit note are zero or negative, those of any other line zero or positive.',
    '红字发票的金额应为零或负数，其他明细的金额应为零或正数。',
  ),
  LINE_OVERPAID: reject('More is paid than the line amounts to.', '已还金额超过该笔明细的金额。'),
  LINE_REPEATED: reject(
    'The line is like line {first}: the same kind, document and period.',
    '与第 {first} 笔明细的类型、单据号和期间相同。',
  ),
  LINES_OWE_NOTHING: reject('The lines sum to {sum} CNY, so nothing is owed.', '各笔明细合计 {sum} 元，没有欠款。'),
  LINES_DISAGREE: reject('The lines make it {expected}, not {stated}.', '按明细应为 {expected}，与 {stated} 不符。'),
  TOO_MANY_LINES: reject('A case has at most {limit} lines.', '每个案件最多 {limit} 笔明细。'),
  TOO_MANY_CLOCK_EVENTS: reject(
    'A line has at most {limit} events of its limitation period.',
    '每笔明细最多 {limit} 条时效事件。',
  ),
  TOO_MANY_CASE_CLOCK_EVENTS: reject(
    'The lines of a case have at most {limit} events of their limitation periods together.',
    '每个案件的各笔明细合计最多 {limit} 条时效事件。',
  ),
  LINE_NUMBERS_USED_UP: reject(
    'A case may have had at most {limit} lines, withdrawn ones included.',
    '每个案件累计最多 {limit} 笔明细（含已撤销的明细）。',
  ),
  PERIOD_REVERSED: reject('The period from {from} to {to} ends before it begins.', '期间 {from} 至 {to} 首尾颠倒。'),
  AMOUNT_BELOW_MINIMUM: reject(
    'The amount is below the minimum of {minimum} CNY.',
    '金额低于最低受理额 {minimum} 元。',
  ),
  AMOUNT_NEEDS_REVIEW: review(
    'A reviewer decides about amounts above {maximum} CNY.',
    '金额高于 {maximum} 元，需人工审核。',
  ),
  NOT_OVERDUE: reject('The debt is due on {dueOn}, so it is not overdue yet.', '到期日为 {dueOn}，尚未逾期。'),
  INVOICED_AFTER_DUE: review('The invoice is dated after the due day.', '开票日晚于到期日。'),
  LIMITATION_EXPIRED: review('The limitation period ended on {expiresOn}.', '诉讼时效已于 {expiresOn} 届满。'),
  LIMITATION_UNPROVEN: review(
    'The limitation period has not ended only if an interruption on {interruptedOn} counts, which no document proves yet.',
    '诉讼时效是否届满取决于 {interruptedOn} 的中断，该中断尚缺证明。',
  ),
  LIMITATION_LONG_STOP: reject(
    'The twenty-year limit of the claim passed on {longStopOn}.',
    '最长权利保护期间二十年已于 {longStopOn} 届满。',
  ),
  ILLEGAL_ORIGIN: reject('Debts from gambling or drugs are not accepted.', '赌债、毒债等非法债务不予受理。'),
  LEGAL_ORIGIN_UNCLEAR: review('What the debt arose from is not clear.', '债务来源不明确。'),
  MATTER_NOT_A_DEBT: reject(
    'Criminal and administrative proceedings and state compensation are no debts between equal parties (Civil Code art. 2, 118).',
    '刑事诉讼、行政诉讼与国家赔偿不属于平等主体之间的债权（民法典第二条、第一百一十八条），不予受理。',
  ),
  MATTER_NOT_FOR_LAW_FIRMS: reject(
    'This service is for law firms only, and they may take no contingency fee in this matter (司发通〔2021〕87号 item 4): choose another service.',
    '该服务仅限律师事务所承办，而该类案件禁止律师风险代理（司发通〔2021〕87号第四条），请改选其他服务方式。',
  ),
  USURY: review(
    'Interest of {rate} a year is above the limit of {limit}: {claimed} CNY claimed, {allowed} CNY allowed, {excess} CNY not protected.',
    '年利率 {rate}，超过上限 {limit}：主张 {claimed} 元，可支持 {allowed} 元，超出的 {excess} 元不受保护。',
  ),
  RATE_ABOVE_GUIDANCE: review(
    'All charges of {rate} a year are above the guidance of {limit} for financial lenders: {claimed} CNY claimed, {allowed} CNY allowed, {excess} CNY above.',
    '各项费用合计年利率 {rate}，超过金融机构参考上限 {limit}：主张 {claimed} 元，可支持 {allowed} 元，超出 {excess} 元。',
  ),
  INTEREST_ABOVE_CAP: review(
    'Penalty and interest of {claimed} CNY are above the cap: {allowed} CNY allowed, {excess} CNY not protected.',
    '违约金及利息 {claimed} 元超过上限：可支持 {allowed} 元，超出的 {excess} 元不受保护。',
  ),
  CONTRACT_DAYS_DIFFER: review(
    'The contract is of {contractOn} by its terms, and of {noteOn} by its note.',
    '约定的合同成立日为 {contractOn}，与借据日期 {noteOn} 不一致。',
  ),
  FILED_BEFORE_CONTRACT: reject('The day of filing is before the day of the contract.', '起诉日早于合同成立日。'),
  DEDUCTION_ABOVE_PRINCIPAL: reject(
    'As much as the whole principal was deducted in advance, or more.',
    '预先扣除的利息不低于全部本金。',
  ),
  SME_TERM_TOO_LONG: review(
    'The agreed payment term of {days} days is longer than the longest allowed, {longest} days.',
    '约定付款期限 {days} 日，超过法定最长期限 {longest} 日。',
  ),
  RATE_NEEDS_REVIEW: review('A reviewer decides about interest of {rate} a year.', '年利率 {rate}，需人工判断。'),
  RATE_INVALID: reject('The interest rate is out of range.', '年利率超出允许范围。'),
  DEBTOR_ID_INVALID: reject('The identification number of the debtor is wrong.', '债务人证件号码有误。'),
  DEBTOR_ID_CHECK_DIFFERS: review(
    'The check character of the credit code does not hold, which also happens to real codes: compare it with the licence.',
    '统一社会信用代码的校验位不符（真实代码亦可能如此），请与营业执照核对。',
  ),
  DEBTOR_ID_NEEDS_CREDIT_CODE: reject(
    'The unified social credit code of 18 characters is needed, not a registration number, an organisation code or the number of a person.',
    '请填写 18 位统一社会信用代码，而非工商注册号、组织机构代码或个人证件号码。',
  ),
  DEBTOR_ID_NEEDS_RESIDENT_ID: reject(
    'The identity number of 18 characters is needed, not one of 15 digits or the number of an enterprise.',
    '请填写 18 位身份证号码，而非 15 位旧号码或企业代码。',
  ),
  DEBTOR_ID_NEEDS_KIND: reject(
    'This is no identity number of 18 characters; if it is a passport or a travel permit, state its kind in debtorIdKind.',
    '该号码不是 18 位身份证号码；如为护照或来往内地通行证，请在证件类型中注明。',
  ),
  DEBTOR_NAME_MASKED: reject(
    'The name of the debtor is masked; a new case needs the whole name.',
    '债务人名称已脱敏；新案件须填写完整名称。',
  ),
  DEBTOR_ID_TWO_READINGS: reject(
    'The number is valid as a credit code and as an identity number, and name and kind of the debtor do not tell which; state debtorIdKind.',
    '该号码既可作统一社会信用代码，也可作身份证号码，名称与债务人类型无法区分；请注明证件类型。',
  ),
  DEBTOR_ID_MISSING: review('The debtor is a person without an identity number.', '个人债务人缺少身份证号。'),
  DEBTOR_PHONE_INVALID: review('The phone number of the debtor is wrong.', '债务人手机号有误。'),
  DEBTOR_MINOR: review('The debtor is under 18 years old.', '债务人未满 18 周岁。'),
  TEXT_TOO_LONG: reject('The text is longer than {limit} characters.', '文字超过 {limit} 个字符。'),
  OFFER_INVALID: reject(
    'The commission offer is not valid ({problem}); rates must lie between {min} and {max}.',
    '佣金报价不符合要求（{problem}）；费率须在 {min} 至 {max} 之间。',
  ),
  DOCUMENTS_INCOMPLETE: review(
    'The evidence is {have} complete; {need} is required.',
    '证据完整度 {have}，要求 {need}。',
  ),
} as const satisfies Record<string, ReasonKind>;

export type AdmissionCode = keyof typeof ADMISSION_REASONS;

export interface AdmissionReason {
  readonly code: AdmissionCode;
  /** The field of the draft that it is about. */
  readonly field: string;
  readonly severity: Severity;
  /** The values in the text: amounts in yuan, rates in per cent, days as they are. */
  readonly params: Readonly<Record<string, string>>;
}

/** A reason of the catalogue with its values as text. */
export function reason(code: AdmissionCode, field: string, values: Record<string, Value> = {}): AdmissionReason {
  const params = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]));
  return { code, field, severity: ADMISSION_REASONS[code].severity, params };
}

/** What a reviewer accepted of a line was accepted of that line: another time-barred one beside it needs a reviewer of its own. */
export function isAccepted({ code, field, params }: AdmissionReason, accepted: readonly AdmissionReason[]): boolean {
  const same = accepted.filter((other) => other.code === code);
  return field.startsWith('lines[') ? same.some((other) => isDeepStrictEqual(other.params, params)) : same.length > 0;
}

type Value = Day | Fen | { readonly bps: BasisPoints };

function written(value: Value): string {
  if (typeof value === 'bigint') return yuanFromFen(value);
  return typeof value === 'string' ? value : `${(value.bps / 100).toFixed(2)} %`;
}

/** The most reasons that one message says; all of them have their codes. */
const MOST_SAID = 5;

/** Reasons as a person reads them: of each its field and its words. */
export function reasonsInWords(reasons: readonly AdmissionReason[], locale: Locale): string {
  const said = reasons.slice(0, MOST_SAID).map(({ code, field, params }) => {
    const words = fill(ADMISSION_REASONS[code].texts, locale, params).replace(/[.。]$/, '');
    return locale === 'zh-CN' ? `${field}：${words}` : `${field}: ${words}`;
  });
  if (reasons.length > MOST_SAID) said.push('…');
  return said.join(locale === 'zh-CN' ? '；' : '; ');
}
