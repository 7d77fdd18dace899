import { DEBT_CATEGORY, TEXT_LIMITS } from '../../casework/admission/index.js';
import { tidied } from '../../kernel/index.js';
import type { Grouping } from './case-of-rows.policy.js';
import { unguarded } from './cell-values.js';
import { readIdNumber } from './debtor-facts.js';
import type { RowDefaults } from './row-mapper.js';
import type { Cells } from './sheet-rows.js';

/** By what a row is grouped, read without the rest of the row. */
export interface GroupKey {
  /** The row's own reference; null when it cannot be shown. */
  readonly externalRef: string | null;
  /** What the rows of one case have in common; null for a row that stands alone. */
  readonly key: string | null;
  readonly debtorName: string | null;
  /** Amounts without a reference, as under cells that were merged: of a row of the same debtor it goes on with the one above. */
  readonly continues: boolean;
}

export function keyOfSheet(cells: Cells, grouping: Grouping, defaults: RowDefaults): GroupKey {
  const text = (cell: string | undefined) => (cell === undefined ? null : tidied(unguarded(cell)));
  const category = text(cells.category);
  const amount = cells.principal ?? cells.outstanding;
  return keyOf(grouping, {
    debtorName: text(cells.debtorName),
    continues: cells.externalRef === undefined && amount !== undefined && cells.dueOn !== undefined,
    externalRef: shownRef(text(cells.externalRef)),
    idNumber: text(cells.debtorIdNumber),
    category: category ? DEBT_CATEGORY.read(category) : defaults.category,
  });
}

export function keyOfJson(value: unknown, grouping: Grouping, defaults: RowDefaults): GroupKey {
  const row = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const text = (field: unknown) => (typeof field === 'string' && field.length <= MOST_CHARS ? tidied(field) : null);
  return keyOf(grouping, {
    debtorName: text(row['debtorName']),
    continues: false,
    externalRef: shownRef(text(row['externalRef'])),
    idNumber: text(row['debtorIdNumber']),
    category: text(row['category']) ?? defaults.category,
  });
}

const MOST_CHARS = 4_000;

interface Facts extends Omit<GroupKey, 'key'> {
  readonly idNumber: string | null;
  readonly category: string | undefined;
}

/** Two debtors may share a name, so only a number tells that rows are of one; a row without it stands alone. */
function keyOf(grouping: Grouping, { idNumber, category = 'commercial_receivable', ...row }: Facts): GroupKey {
  if (grouping === 'document') return { ...row, key: row.externalRef };
  const number = idNumber && idNumber.length <= TEXT_LIMITS.debtorIdNumber ? readIdNumber(idNumber) : '';
  return { ...row, key: number === '' ? null : JSON.stringify([number, category]) };
}

/** A reference as it may be shown; null when it cannot. */
function shownRef(text: string | null): string | null {
  if (!text || text.length > TEXT_LIMITS.externalRef) return null;
  return /[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u.test(text) ? null : text;
}
