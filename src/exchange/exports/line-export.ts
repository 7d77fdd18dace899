import { DEBT_CATEGORY, DEBTOR_KIND } from '../../casework/admission/index.js';
import type { SeenCase } from '../../casework/cases/index.js';
import { LIMITATION_STATE, LINE_KIND } from '../../casework/debt/index.js';
import type { Scope } from '../../kernel/access/index.js';
import { fill, type Locale, type Texts } from '../../kernel/index.js';
import type { SheetCell, SheetColumn } from '../../platform/sheets/index.js';
import type { Reader } from './reader.js';

type Line = SeenCase['lines'][number];
type Column = Texts &
  Omit<SheetColumn, 'header'> & {
    /** The scope a machine needs to see it, as in GraphQL and REST. */
    scope?: Scope;
    cell(one: Line, its: SeenCase, locale: Locale): SheetCell;
  };

const COLUMNS: readonly Column[] = [
  { en: 'Case number', zh: '案件编号', kind: 'text', cell: (_, its) => its.number },
  { en: 'External reference', zh: '外部单号', kind: 'text', cell: (_, its) => its.externalRef },
  { en: 'Category', zh: '债务类别', kind: 'text', cell: (_, its, locale) => DEBT_CATEGORY.say(its.category, locale) },
  { en: 'Debtor (masked)', zh: '债务人（脱敏）', kind: 'text', cell: (_, its) => its.debtorMaskedName },
  {
    en: 'Debtor type',
    zh: '债务人类型',
    kind: 'text',
    cell: (_, its, locale) => DEBTOR_KIND.say(its.debtorKind, locale),
  },
  { en: 'Line', zh: '明细序号', kind: 'number', cell: (one) => one.lineNumber },
  { en: 'Line kind', zh: '明细类型', kind: 'text', cell: (one, _, locale) => LINE_KIND.say(one.kind, locale) },
  { en: 'Document number', zh: '明细单号', kind: 'text', scope: 'debtors:read', cell: (one) => one.documentNumber },
  { en: 'Period from', zh: '期间起', kind: 'day', cell: (one) => one.periodFrom },
  { en: 'Period to', zh: '期间止', kind: 'day', cell: (one) => one.periodTo },
  { en: 'Principal (CNY)', zh: '本金（元）', kind: 'yuan', cell: (one) => one.principalFen },
  { en: 'Penalty (CNY)', zh: '违约金（元）', kind: 'yuan', cell: (one) => one.penaltyFen },
  { en: 'Paid before (CNY)', zh: '已还（元）', kind: 'yuan', cell: (one) => one.paidFen },
  { en: 'Open when posted (CNY)', zh: '欠款余额（元）', kind: 'yuan', cell: (one) => one.openFen },
  { en: 'Due on', zh: '到期日', kind: 'day', cell: (one) => one.dueOn },
  { en: 'Invoiced on', zh: '开票日', kind: 'day', cell: (one) => one.invoicedOn },
  { en: 'Last interrupted on', zh: '最近催告日', kind: 'day', cell: (one) => one.lastInterruptedOn },
  { en: 'Months overdue', zh: '逾期月数', kind: 'number', cell: (one) => one.monthsOverdue },
  { en: 'Limitation expires on', zh: '诉讼时效届满日', kind: 'day', cell: (one) => one.limitationExpiresOn },
  {
    ...{ en: 'Limitation state', zh: '时效状态', kind: 'text' },
    cell: ({ limitation }, _, locale) => limitation && LIMITATION_STATE.say(limitation.state, locale),
  },
  { en: 'Withdrawn at (China)', zh: '撤销时间（北京）', kind: 'instant', cell: (one) => one.withdrawnAt },
];

export function lineColumns(locale: Locale): SheetColumn[] {
  return COLUMNS.map((column) => ({ ...column, header: fill(column, locale) }));
}

/** One line as a row, with the columns of its case; a column its reader may not see is empty. */
export function lineRow(one: Line, its: SeenCase, { locale, shows }: Reader): SheetCell[] {
  return COLUMNS.map(({ scope, cell }) => (shows(scope) ? cell(one, its, locale) : null));
}
