import { DEBT_CATEGORY, TEXT_LIMITS } from '../../casework/admission/index.js';
import { tidied } from '../../kernel/index.js';
import { unguarded } from './cell-values.js';
import { readIdNumber } from './debtor-facts.js';
import type { Grouping } from './row-groups.policy.js';
import type { RowDefaults } from './row-mapper.js';
import type { Cells } from './sheet-rows.js';

/** By what a row is grouped, read without the rest of the row. */
export interface GroupKey {
  /** The row's own reference; null when it cannot be shown. */
  readonly externalRef: string | null;
  /** What the rows of one case have in common; null for a row that stands alone. */
  readonly key: string | null;
  /** A row of amounts under cells that were merged: it belongs to the row above, and says neither its reference nor its debtor. */
  readonly continues?: boolean;
}

export function keyOfSheet(cells: Cells, grouping: Grouping, defaults: RowDefaults): GroupKey {
  const text = (cell: string | undefined) => (cell === undefined ? null : tidied(unguarded(cell)));
  const category = text(cells.category);
  const amount = cells.principal ?? cells.outstanding;
  if (!cells.externalRef && !cells.debtorName && amount && cells.dueOn) {
    return { externalRef: null, key: null, continues: true };
  }
  return keyOf(grouping, {
    externalRef: shownRef(text(cells.externalRef)),
    idNumber: text(cells.debtorIdNumber),
    category: category ? DEBT_CATEGORY.read(category) : defaults.category,
  });
}

export function keyOfJson(value: unknown, grouping: Grouping, defaults: RowDefaults): GroupKey {
  const row = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const text = (field: unknown) => (typeof field === 'string' && field.length <= MOST_CHARS ? tidied(field) : null);
  return keyOf(grouping, {
    externalRef: shownRef(text(row['externalRef'])),
    idNumber: text(row['debtorIdNumber']),
    category: text(row['category']) ?? defaults.category,
  });
}

const MOST_CHARS = 4_000;

interface Facts {
  readonly externalRef: string | null;
  readonly idNumber: string | null;
  readonly category: string | undefined;
}

/** Two debtors may share a name, so only a number tells that rows are of one; a row without it stands alone. */
function keyOf(grouping: Grouping, { externalRef, idNumber, category = 'commercial_receivable' }: Facts): GroupKey {
  if (grouping === 'document') return { externalRef, key: externalRef };
  const number = idNumber && idNumber.length <= TEXT_LIMITS.debtorIdNumber ? readIdNumber(idNumber) : '';
  return { externalRef, key: number === '' ? null : JSON.stringify([number, category]) };
}

/** A reference as it may be shown; null when it cannot. */
function shownRef(text: string | null): string | null {
  if (!text || text.length > TEXT_LIMITS.externalRef) return null;
  return /[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u.test(text) ? null : text;
}
