import { DEBT_CATEGORY, DEBTOR_KIND, SERVICE_LINE } from '../../casework/admission/index.js';
import { CASE_STATE, CLOSE_CODE, type SeenCase } from '../../casework/cases/index.js';
import { MATTER } from '../../casework/debt/index.js';
import type { Scope } from '../../kernel/access/index.js';
import { fill, type Locale, publicId, type Texts } from '../../kernel/index.js';
import type { SheetCell, SheetColumn } from '../../platform/sheets/index.js';
import type { Reader } from './reader.js';

type Column = Texts &
  Omit<SheetColumn, 'header'> & {
    /** The scope a machine needs to see it, as in GraphQL and REST. */
    scope?: Scope;
    cell(one: SeenCase, locale: Locale): SheetCell;
  };

const COLUMNS: readonly Column[] = [
  { en: 'Number', zh: '案件编号', kind: 'text', cell: (one) => one.number },
  { en: 'Case id', zh: '案件ID', kind: 'text', cell: (one) => publicId('case', one.id) },
  { en: 'External reference', zh: '外部单号', kind: 'text', cell: (one) => one.externalRef },
  { en: 'Contract number', zh: '合同编号', kind: 'text', scope: 'debtors:read', cell: (one) => one.contractNumber },
  { en: 'State', zh: '状态', kind: 'text', cell: (one, locale) => CASE_STATE.say(one.state, locale) },
  { en: 'Category', zh: '债务类别', kind: 'text', cell: (one, locale) => DEBT_CATEGORY.say(one.category, locale) },
  { en: 'Matter', zh: '案由', kind: 'text', cell: (one, locale) => one.matter && MATTER.say(one.matter, locale) },
  { en: 'Service', zh: '服务方式', kind: 'text', cell: (one, locale) => SERVICE_LINE.say(one.serviceLine, locale) },
  { en: 'Debtor type', zh: '债务人类型', kind: 'text', cell: (one, locale) => DEBTOR_KIND.say(one.debtorKind, locale) },
  { en: 'Debtor (masked)', zh: '债务人（脱敏）', kind: 'text', cell: (one) => one.debtorMaskedName },
  { en: 'Region', zh: '行政区划代码', kind: 'text', cell: (one) => one.regionCode },
  { en: 'Principal (CNY)', zh: '本金（元）', kind: 'yuan', cell: (one) => one.principalFen },
  { en: 'Penalty (CNY)', zh: '违约金（元）', kind: 'yuan', cell: (one) => one.penaltyFen },
  { en: 'Paid before (CNY)', zh: '已还（元）', kind: 'yuan', cell: (one) => one.paidFen },
  { en: 'Outstanding when posted (CNY)', zh: '欠款余额（元）', kind: 'yuan', cell: (one) => one.outstandingFen },
  { en: 'Recovered (CNY)', zh: '已收回（元）', kind: 'yuan', cell: (one) => one.recoveredFen },
  { en: 'Lines', zh: '明细笔数', kind: 'number', cell: (one) => countOf(one) },
  { en: 'Due on', zh: '到期日', kind: 'day', cell: (one) => one.dueOn },
  { en: 'Invoiced on', zh: '开票日', kind: 'day', cell: (one) => one.invoicedOn },
  { en: 'Limitation expires on', zh: '诉讼时效届满日', kind: 'day', cell: (one) => one.limitationExpiresOn },
  { en: 'Score', zh: '可收回评分', kind: 'number', cell: (one) => one.score },
  { en: 'Grade', zh: '评级', kind: 'text', cell: (one) => one.grade },
  { en: 'Commission (%)', zh: '佣金比例（%）', kind: 'number', cell: (one) => one.commissionBps / 100 },
  {
    en: 'Close code',
    zh: '结案原因',
    kind: 'text',
    cell: (one, locale) => one.closeCode && CLOSE_CODE.say(one.closeCode, locale),
  },
  { en: 'Posted at (China)', zh: '提交时间（北京）', kind: 'instant', cell: (one) => one.createdAt },
  { en: 'Listed at (China)', zh: '挂牌时间（北京）', kind: 'instant', cell: (one) => one.listedAt },
  { en: 'Accepted at (China)', zh: '受理时间（北京）', kind: 'instant', cell: (one) => one.acceptedAt },
  { en: 'Closed at (China)', zh: '结案时间（北京）', kind: 'instant', cell: (one) => one.closedAt },
];

function countOf({ lines }: SeenCase): number {
  return lines.filter(({ withdrawnAt }) => withdrawnAt === null).length;
}

export function caseColumns(locale: Locale): SheetColumn[] {
  return COLUMNS.map((column) => ({ ...column, header: fill(column, locale) }));
}

/** One case as a row; a column its reader may not see is empty. */
export function caseRow(one: SeenCase, { locale, shows }: Reader): SheetCell[] {
  return COLUMNS.map(({ scope, cell }) => (shows(scope) ? cell(one, locale) : null));
}
