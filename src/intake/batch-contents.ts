import type { CaseDraft } from '../cases/index.js';
import type { CaseBatch } from './case-batch.repository.js';
import { type CsvRow, readCsv } from './csv-rows.js';
import { decoded, type Encoding } from './encoding.js';
import { type CellField, TEMPLATE_HEADER } from './header-aliases.js';
import type { Dialect } from './headers.js';
import { mapJsonRow } from './json-row.js';
import type { RowReason } from './reasons.js';
import { readDefaults } from './row-defaults.js';
import { LIMITS, mapRow, type RowDefaults } from './row-mapper.js';
import { politely } from './submission.js';

/** A row as read: a draft for admission, or the reasons why there is none. */
export interface ReadRow {
  readonly rowNumber: number;
  readonly externalRef: string | null;
  readonly draft?: CaseDraft;
  readonly reasons?: readonly RowReason[];
}

export interface BatchContents {
  readonly rows: AsyncIterable<ReadRow>;
  /** How the sender spells a field of the draft: a header of the sheet, or the JSON path as it is. */
  readonly spell: (draftField: string) => string;
}

/** Reads the kept contents of a batch from its first row, whatever it was sent as. The same contents give the same rows. */
export async function readContents(batch: CaseBatch, bytes: Buffer): Promise<BatchContents> {
  const defaults = readDefaults(batch.defaults);
  if (batch.format === 'json') return { rows: jsonRows(bytes, defaults), spell: jsonSpelling };
  const text = decoded(politely(bytes), batch.encoding as Encoding);
  const { header, rows } = await readCsv(text, { maxRows: batch.totalRows });
  return { rows: csvRows(rows, header.dialect, defaults), spell: (field) => spelledIn(header.dialect, field) };
}

async function* csvRows(rows: AsyncIterable<CsvRow>, dialect: Dialect, defaults: RowDefaults): AsyncGenerator<ReadRow> {
  for await (const { rowNumber, cells, problem } of rows) {
    const externalRef = shownRef(cells.externalRef);
    const mapping = problem ? { reasons: [problem] } : mapRow(cells, { defaults, dialect });
    yield { rowNumber, externalRef: mapping.draft?.externalRef ?? externalRef, ...mapping };
  }
}

/** Rows are counted from 1. */
async function* jsonRows(bytes: Buffer, defaults: RowDefaults): AsyncGenerator<ReadRow> {
  const rows = JSON.parse(bytes.toString('utf8')) as unknown[];
  for (const [index, row] of rows.entries()) {
    const mapping = mapJsonRow(row, { defaults });
    const given = (row as { externalRef?: unknown } | null)?.externalRef;
    yield { rowNumber: index + 1, externalRef: mapping.draft?.externalRef ?? shownRef(given), ...mapping };
  }
}

/** The reference of a row that gave no draft, if it can be shown at all. */
function shownRef(value: unknown): string | null {
  const fits = typeof value === 'string' && value !== '' && value.length <= LIMITS.externalRef;
  return fits && !/[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u.test(value) ? value : null;
}

const CELL_OF: Readonly<Record<string, CellField>> = {
  principalFen: 'principal',
  penaltyFen: 'penalty',
  paidFen: 'paid',
  outstandingFen: 'outstanding',
  annualRateBps: 'annualRate',
  regionCode: 'region',
  offer: 'commission',
  commission: 'commission',
};

function spelledIn(dialect: Dialect, draftField: string): string {
  const root = draftField.split(/[.[]/)[0]!;
  const cell = CELL_OF[root] ?? (root as CellField);
  return dialect.spelling[cell] ?? TEMPLATE_HEADER[cell] ?? draftField;
}

/** The draft's fields are spelled as in JSON, but for the offer. */
function jsonSpelling(draftField: string): string {
  return draftField.replace(/^offer\b/, 'commission').replace(/^commission\.commissionBps$/, 'commission.bps');
}
