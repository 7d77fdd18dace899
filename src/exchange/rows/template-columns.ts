import { DEBTOR_KIND, EVIDENCE_KIND, LEGAL_ORIGIN, SERVICE_LINE } from '../../casework/admission/index.js';
import { DEBTOR_ID_KIND, isDebt, LINE_KIND, MATTER } from '../../casework/debt/index.js';
import { CREDITOR_SCALE, DEBTOR_SCALE, LENDER } from '../../casework/interest/index.js';
import type { Locale, Vocabulary } from '../../kernel/index.js';
import { type CellField, TEMPLATE_HEADER } from './header-aliases.js';

/** Sheet names of our template in Chinese and English; a workbook with several sheets is read at the one so named. */
export const TEMPLATE_SHEETS = ['案件', 'Cases'] as const;
/** Those that explain the template, in the same order. */
export const INSTRUCTION_SHEETS: readonly string[] = ['填写说明', 'Instructions'];

/** Reference of the template's sample row, by which an import recognises it. */
export const SAMPLE_REFERENCE = 'SAMPLE-0001';

export interface TemplateColumn {
  readonly field: CellField;
  readonly kind: 'text' | 'yuan' | 'day' | 'rate';
  /** English header, one of the aliases of the field. */
  readonly en: string;
  /** Permitted words, offered as a drop-down list. */
  readonly choices?: { readonly en: readonly string[]; readonly zh: readonly string[] };
  readonly required?: boolean;
  readonly hint: { readonly en: string; readonly zh: string };
}

const column = (
  field: CellField,
  en: string,
  kind: TemplateColumn['kind'],
  hint: readonly [zh: string, en: string],
  more: Partial<TemplateColumn> = {},
): TemplateColumn => ({ field, en, kind, hint: { zh: hint[0], en: hint[1] }, ...more });

type Choices = NonNullable<TemplateColumn['choices']>;

function wordsOf<W extends string>(vocabulary: Vocabulary<W>, without: readonly W[] = []): Choices {
  const codes = vocabulary.codes.filter((code) => !without.includes(code));
  const all = (locale: Locale) => codes.map((code) => vocabulary.say(code, locale));
  return { zh: all('zh-CN'), en: all('en') };
}

const KINDS = wordsOf(DEBTOR_KIND);
const ID_KINDS = wordsOf(DEBTOR_ID_KIND, ['registration_number', 'organisation_code']);
const KINDS_OF_LINES = wordsOf(LINE_KIND);
/** Origins that are never admitted, and `other`, are not offered. */
const ORIGINS = wordsOf(LEGAL_ORIGIN, ['gambling', 'drugs', 'other']);
/** Matters that are no debt are not offered. */
const MATTERS = wordsOf(
  MATTER,
  MATTER.codes.filter((code) => !isDebt(code)),
);
const LINES = wordsOf(SERVICE_LINE);
const EVIDENCE = wordsOf(EVIDENCE_KIND, ['other']);

/** What was agreed about interest and terms; all may stay empty. */
const TERMS: readonly TemplateColumn[] = [
  column('contractOn', 'contract_on', 'day', [
    '合同成立日；留空按开票日或借条日',
    'Day of the contract; empty means that of the invoice or note',
  ]),
  column('filedOn', 'filed_on', 'day', ['已起诉的填写立案日', 'Day the suit was filed, where one was']),
  column('ordinaryRate', 'ordinary_rate', 'rate', [
    '约定的期内年利率，单位：%',
    'Agreed interest up to the due day, in % a year',
  ]),
  column('overdueRate', 'overdue_rate', 'rate', [
    '约定的逾期年利率，单位：%',
    'Agreed interest after the due day, in % a year',
  ]),
  column('penaltyRate', 'penalty_rate', 'rate', [
    '约定的违约金，折合年利率，单位：%',
    'Agreed penalty for late payment, in % a year',
  ]),
  column('fees', 'fees', 'yuan', ['约定的其他费用，单位：元', 'Other fees and charges agreed, in yuan']),
  column('deductedInAdvance', 'deducted_in_advance', 'yuan', [
    '放款时预先扣除的利息，单位：元',
    'Interest kept back when the loan was paid out, in yuan',
  ]),
  column('lender', 'lender', 'text', ['借款的出借人', 'Who lent the money, of a loan'], { choices: wordsOf(LENDER) }),
  column('creditorScale', 'creditor_scale', 'text', ['贵方的企业规模', 'How large you are'], {
    choices: wordsOf(CREDITOR_SCALE),
  }),
  column('debtorScale', 'debtor_scale', 'text', ['债务人的企业规模', 'How large the debtor is, or a public body'], {
    choices: wordsOf(DEBTOR_SCALE),
  }),
  column('paymentTermDays', 'payment_term_days', 'text', [
    '自交付或收到之日起约定的付款天数',
    'Agreed term of payment, in days from delivery or receipt',
  ]),
  column(
    'payWhenPaid',
    'pay_when_paid',
    'text',
    ['是否约定以第三方付款为付款条件', "Whether payment was to wait for a third party's"],
    { choices: { zh: ['是', '否'], en: ['yes', 'no'] } },
  ),
];

/** The columns of the template in their order; those not required may stay empty or be removed. */
export const TEMPLATE_COLUMNS: readonly TemplateColumn[] = [
  column(
    'externalRef',
    'external_ref',
    'text',
    [
      '您系统中的单号；同一单号的各行为同一案件的明细',
      'Your own reference; rows with the same one are lines of one case',
    ],
    { required: true },
  ),
  column('contractNumber', 'contract_number', 'text', ['合同编号', 'Number of the contract']),
  column('debtorKind', 'debtor_type', 'text', ['企业或个人', 'enterprise or person'], { choices: KINDS }),
  column('debtorName', 'debtor_name', 'text', ['债务人全称或姓名', 'Full name of the debtor'], { required: true }),
  column('debtorIdNumber', 'debtor_id_number', 'text', [
    '统一社会信用代码或居民身份证号，请保持文本格式',
    'Unified social credit code or resident identity number; keep the cell as text',
  ]),
  column('debtorPhone', 'debtor_phone', 'text', ['联系电话', 'Phone number']),
  column('region', 'region', 'text', ['省市区名称或六位行政区划代码', 'Name or six-digit code (GB/T 2260)']),
  column('principal', 'principal', 'yuan', ['本金，单位：元', 'Principal in yuan'], { required: true }),
  column('penalty', 'penalty', 'yuan', ['违约金，单位：元；无则留空', 'Penalty in yuan; empty when there is none']),
  column('paid', 'paid', 'yuan', ['已还金额，单位：元；无则留空', 'Amount paid, in yuan; empty when there is none']),
  column('outstanding', 'outstanding', 'yuan', [
    '欠款余额 = 本金 + 违约金 − 已还；可留空',
    'principal + penalty − paid; may stay empty',
  ]),
  column('dueOn', 'due_on', 'day', ['到期日，如 2026-01-31', 'Due day, such as 2026-01-31'], { required: true }),
  column('invoicedOn', 'invoiced_on', 'day', ['开票日', 'Day of the invoice']),
  column(
    'lineKind',
    'line_kind',
    'text',
    ['本行款项的类型；留空按债务类别', 'What this row is of the case; empty means by the category'],
    { choices: KINDS_OF_LINES },
  ),
  column('documentNumber', 'document_number', 'text', [
    '本行的发票或账单号；同一案件含多张单据时填写',
    'Number of the invoice or bill of this row, where a case has several',
  ]),
  column('periodFrom', 'period_from', 'day', ['费用期间的首日', 'First day of the period of a fee']),
  column('periodTo', 'period_to', 'day', ['费用期间的末日', 'Last day of the period of a fee']),
  column('evidence', 'evidence', 'text', [
    `证据种类，用空格或分号分隔：${EVIDENCE.zh.join(' ')}`,
    `Kinds of evidence, separated by blanks: ${EVIDENCE.en.join(' ')}`,
  ]),
  column('note', 'note', 'text', ['备注', 'Note']),
  column('legalOrigin', 'legal_origin', 'text', ['债务成因', 'What the debt arose from'], { choices: ORIGINS }),
  column('matter', 'matter', 'text', ['案由；劳动报酬、工伤赔偿等案件律师不得风险代理', 'What the case is about'], {
    choices: MATTERS,
  }),
  column('serviceLine', 'service_line', 'text', ['希望的服务方式', 'The service you want'], { choices: LINES }),
  column('commission', 'commission', 'rate', [
    '佣金比例，单位：%；留空按平台标准',
    'Commission in %; empty means the platform default',
  ]),
  column(
    'debtorIdKind',
    'debtor_id_kind',
    'text',
    ['证件类型；护照、通行证必填', 'Kind of the number; needed for passports and travel permits'],
    { choices: ID_KINDS },
  ),
  ...TERMS,
];

export function headerIn(locale: Locale, { field, en }: TemplateColumn): string {
  return locale === 'zh-CN' ? TEMPLATE_HEADER[field] : en;
}
