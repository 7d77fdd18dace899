import type { SeenCase } from '../../casework/cases/index.js';
import { ACTIVITY_KIND, ACTIVITY_OUTCOME, type Activity } from '../../casework/collection/index.js';
import type { Scope } from '../../kernel/access/index.js';
import { fill, type Locale, publicId, type Texts } from '../../kernel/index.js';
import type { SheetCell, SheetColumn } from '../../platform/sheets/index.js';
import type { Reader } from './reader.js';

type Column = Texts &
  Omit<SheetColumn, 'header'> & {
    /** The scope a machine needs to see it, as in GraphQL and REST. */
    scope?: Scope;
    cell(one: Activity, its: SeenCase, locale: Locale): SheetCell;
  };

const COLUMNS: readonly Column[] = [
  { en: 'Case number', zh: '案件编号', kind: 'text', cell: (_, its) => its.number },
  { en: 'External reference', zh: '外部单号', kind: 'text', cell: (_, its) => its.externalRef },
  { en: 'Debtor (masked)', zh: '债务人（脱敏）', kind: 'text', cell: (_, its) => its.debtorMaskedName },
  { en: 'When (China)', zh: '时间（北京）', kind: 'instant', cell: (one) => one.happenedAt },
  { en: 'Kind', zh: '方式', kind: 'text', cell: (one, _, locale) => ACTIVITY_KIND.say(one.kind, locale) },
  { en: 'Outcome', zh: '结果', kind: 'text', cell: (one, _, locale) => ACTIVITY_OUTCOME.say(one.outcome, locale) },
  { en: 'Note', zh: '催收记录', kind: 'text', width: 60, scope: 'debtors:read', cell: (one) => one.note },
  { en: 'Logged at (China)', zh: '登记时间（北京）', kind: 'instant', cell: (one) => one.createdAt },
  { en: 'Activity id', zh: '记录ID', kind: 'text', cell: (one) => publicId('activity', one.id) },
];

export function activityColumns(locale: Locale): SheetColumn[] {
  return COLUMNS.map((column) => ({ ...column, header: fill(column, locale) }));
}

/** One activity as a row, with the columns of its case; a column its reader may not see is empty. */
export function activityRow(one: Activity, its: SeenCase, { locale, shows }: Reader): SheetCell[] {
  return COLUMNS.map(({ scope, cell }) => (shows(scope) ? cell(one, its, locale) : null));
}
