import { DEBTOR_KIND, EVIDENCE_KIND, LEGAL_ORIGIN, SERVICE_LINE } from '../../casework/admission/index.js';
import { isDebt, MATTER } from '../../casework/debt/index.js';
import type { Locale, Vocabulary } from '../../kernel/index.js';
import { type CellField, TEMPLATE_HEADER } from './header-aliases.js';

/** Sheet names of our template in Chinese and English; a workbook with several sheets is read at the one so named. */
export const TEMPLATE_SHEETS = ['案件', 'Cases'] as const;

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
/** Origins that are never admitted, and `other`, are not offered. */
const ORIGINS = wordsOf(LEGAL_ORIGIN, ['gambling', 'drugs', 'other']);
/** Matters that are no debt are not offered. */
const MATTERS = wordsOf(
  MATTER,
  MATTER.codes.filter((code) => !isDebt(code)),
);
const LINES = wordsOf(SERVICE_LINE);
const EVIDENCE = wordsOf(EVIDENCE_KIND, ['other']);

/** The columns of the template in their order; those not required may stay empty or be removed. */
export const TEMPLATE_COLUMNS: readonly TemplateColumn[] = [
  column(
    'externalRef',
    'external_ref',
    'text',
    ['您系统中的单号，每笔唯一', 'Your own reference, unique for each debt'],
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
];

export function headerIn(locale: Locale, { field, en }: TemplateColumn): string {
  return locale === 'zh-CN' ? TEMPLATE_HEADER[field] : en;
}
