import type { BlindIndex } from './blind-index.js';
import type { KeyStore } from './key-ring.js';
import { type SealedTexts, unsealed } from './sealed-texts.js';

/** What a table may hold in clear from before it was sealed, found and sealed in batches. */
export interface TextsOfBefore {
  /** `table.column`. */
  readonly place: string;
  /** SQL: at most $1 rows with such a text, of which `id` is $2 or later, in the order of `id`, locked. */
  readonly find: string;
  /** SQL: writes the sealed text of one row. A row that is written is found no more. */
  readonly write: string;
  /** The parameters of `write`. */
  sealed(row: RowOfBefore, by: Sealers): unknown[];
}

export interface RowOfBefore extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

export interface Sealers {
  readonly texts: SealedTexts;
  readonly index: BlindIndex;
}

type InTransaction = <T>(work: (q: KeyStore) => Promise<T>) => Promise<T>;

/** Rows of one transaction: whoever changes one of them meanwhile waits for no longer than these take. */
const CHUNK = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

const declared: TextsOfBefore[] = [];

/** Declares what a table may hold in clear from before; its repository does, and `npm run seal-texts` seals it. */
export function declareTextsOfBefore(...some: TextsOfBefore[]): void {
  declared.push(...some);
}

/** What the modules that are loaded declared, by place. */
export function textsOfBefore(): TextsOfBefore[] {
  return [...declared].sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** A column of text in a table with the key `id`. `where`: further conditions of the rows whose text people wrote. */
export function columnOfBefore(place: string, where = 'true'): TextsOfBefore {
  const [table, column] = place.split('.');
  return {
    place,
    find: `SELECT id, ${column} AS text FROM ${table} WHERE id >= $2::uuid AND ${unsealed(column!)} AND ${where}
           ORDER BY id LIMIT $1 FOR NO KEY UPDATE`,
    write: `UPDATE ${table} SET ${column} = $2 WHERE id = $1`,
    sealed: ({ id, text }, { texts }) => [id, texts.seal(place, id, text as string)],
  };
}

/** Seals all of them, each batch in a transaction of its own, so that an interrupted run can be repeated. Returns how many there were. */
export async function sealAll(inTransaction: InTransaction, of: TextsOfBefore, by: Sealers): Promise<number> {
  let count = 0;
  let from = FIRST;
  for (;;) {
    const rows = await inTransaction(async (q) => {
      const found = await q.rows<RowOfBefore>(of.find, [CHUNK, from]);
      for (const row of found) await q.affected(of.write, of.sealed(row, by));
      return found;
    });
    count += rows.length;
    if (rows.length === 0) return count;
    from = rows.at(-1)!.id;
  }
}
