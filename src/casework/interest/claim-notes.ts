import { type Day, type Fen, type Texts, yuanFromFen } from '../../kernel/index.js';

const note = (en: string, zh: string): Texts => ({ en, zh });

/** What a reader of a claim should know besides its arithmetic. Codes are part of the API and never change meaning. */
export const CLAIM_NOTES = {
  CONTRACT_DAY_MISSING: note(
    'The day of the contract is not stated; where a rule asks for it the careful reading was taken.',
    '未填写合同成立日，相关规则按从严口径计算。',
  ),
  LENDER_ASSUMED: note(
    'Who lent is not stated; a loan over the internet is read as that of a local financial body.',
    '未填写出借人类型，网络贷款按地方金融组织处理。',
  ),
  RATES_NOT_STATED: note(
    'No rate is stated, so the penalty and interest of {stated} CNY cannot be computed again.',
    '未填写利率，所主张的违约金和利息 {stated} 元无法复核。',
  ),
  NO_RATE_AGREED: note(
    'No rate is stated: the one-year reference rate at the breach applies (Private Lending Rules art. 28).',
    '未约定利率，按逾期时一年期参考利率计算（民间借贷规定第二十八条）。',
  ),
  DEDUCTED_IN_ADVANCE: note(
    'Interest deducted in advance, {deducted} CNY, is no part of the principal (Private Lending Rules art. 26).',
    '预先扣除的利息 {deducted} 元不计入本金（民间借贷规定第二十六条）。',
  ),
  PAYMENTS_COVER_CHARGES_FIRST: note(
    'Of the {received} CNY confirmed since the debt was posted {charges} CNY covered charges and {principal} CNY principal (Civil Code art. 560, 561).',
    '案件提交后确认的回款 {received} 元，其中 {charges} 元抵充费用和利息，{principal} 元抵充本金（民法典第五百六十条、第五百六十一条）。',
  ),
  PAID_BEYOND_CLAIM: note(
    '{rest} CNY were paid beyond principal and allowed charges.',
    '超过本金和受保护费用、利息支付的金额为 {rest} 元。',
  ),
  ABOVE_GUIDANCE: note(
    'All charges of a financial lender above {limit} a year are reduced when the borrower asks for it (法发〔2017〕22号 item 2).',
    '金融机构各项费用合计超过年利率 {limit} 的部分，借款人可请求调减（法发〔2017〕22号第二条）。',
  ),
  LPR_NOT_VERIFIED: note(
    'The loan prime rate is verified through {through}; later days assume that it did not change.',
    '贷款市场报价利率已核对至 {through}，此后按未变动推算。',
  ),
  RATE_UNKNOWN: note('No reference rate is known for {day}.', '未知 {day} 的参考利率。'),
  SME_FLOOR: note(
    'The agreed rate of {agreed} is below the one-year LPR at the contract; {floor} applies (Decree 802 art. 17).',
    '约定利率 {agreed} 低于合同订立时一年期贷款市场报价利率，按 {floor} 计算（国务院令第802号第十七条）。',
  ),
  SME_TERM_TOO_LONG: note(
    'The agreed term of {days} days is longer than a public body may agree, {longest} days (Decree 802 art. 9).',
    '约定付款期限 {days} 日，超过机关、事业单位最长 {longest} 日（国务院令第802号第九条）。',
  ),
  SME_TERM_BY_CUSTOM: note(
    'A term of {days} days, longer than {longest}, needs a custom of the trade (Decree 802 art. 9).',
    '约定付款期限 {days} 日，超过 {longest} 日的须符合行业规范、交易习惯（国务院令第802号第九条）。',
  ),
  PAY_WHEN_PAID_VOID: note(
    'The clause that makes payment wait for a third party is void (Decree 802 art. 9; 法释〔2024〕11号 item 1).',
    '以收到第三方付款为付款条件的约定无效（国务院令第802号第九条、法释〔2024〕11号第一条）。',
  ),
  PENALTY_PRESUMED_EXCESSIVE: note(
    'The agreed charges of {penalty} CNY are more than 130 % of the usual loss of {loss} CNY; a court may reduce them.',
    '约定违约金 {penalty} 元超过通常损失 {loss} 元的百分之一百三十，法院可予适当减少。',
  ),
} as const satisfies Record<string, Texts>;

export type ClaimNoteCode = keyof typeof CLAIM_NOTES;

export interface ClaimNote {
  readonly code: ClaimNoteCode;
  /** The values in the text: amounts in yuan, rates in per cent, days as they are. */
  readonly params: Readonly<Record<string, string>>;
}

export function noteOf(code: ClaimNoteCode, values: Readonly<Record<string, Fen | Day | number>> = {}): ClaimNote {
  const written = (value: Fen | Day | number) => (typeof value === 'bigint' ? yuanFromFen(value) : `${value}`);
  return { code, params: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)])) };
}
