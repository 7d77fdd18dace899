import { dayInChina } from '../../kernel/index.js';
import type { TableRow } from '../../platform/tables/index.js';
import {
  caseOf,
  caseOfOne,
  type GroupKey,
  type GroupRules,
  MOST_ROWS_OF_CASE,
  oneOfTooMany,
  type ReadCase,
  type ReadRow,
} from '../rows/index.js';
import type { CaseBatch } from './case-batch.repository.js';

/** The rows of a batch as they come, and how each is read. */
export interface RowSource {
  readonly blocks: AsyncIterable<readonly TableRow[]>;
  readonly read: (row: TableRow) => ReadRow;
  /** By what a row is grouped, read without the rest of it. */
  readonly key: (row: TableRow) => GroupKey;
  readonly spell: (draftField: string) => string;
  readonly close: () => Promise<void>;
}

/** Rows that are decided together, read only then. */
export interface RowGroup {
  readonly size: number;
  readonly read: () => ReadCase;
}

/** How many blocks of at most 500 rows are read before the worker says that it is alive. */
const BLOCKS_BETWEEN_SIGNS = 20;

/**
 * Reads all rows and returns them by the cases they make, wherever they stand in the file: each case where its first row stands. Rows
 * that are waited for are kept as text outside of the heap.
 */
export async function groupsOf(
  source: RowSource,
  { grouping, createdAt }: Pick<CaseBatch, 'grouping' | 'createdAt'>,
  alive: () => Promise<void>,
): Promise<Iterable<RowGroup>> {
  const kept = new KeptRows();
  const groups = new Map<string, number[]>();
  const contested = new ContestedReferences();
  let above: { readonly name: string; readonly debtorName: string | null } | undefined;
  let blocks = 0;
  for await (const block of source.blocks) {
    blocks += 1;
    if (blocks % BLOCKS_BETWEEN_SIGNS === 0) await alive();
    for (const row of block) {
      const at = kept.add(row);
      const { key, externalRef, debtorName, continues } = source.key(row);
      if (key !== null) contested.see(externalRef, key);
      const goesOn = continues && above && (debtorName === null || debtorName === above.debtorName);
      const name = goesOn ? above!.name : key === null ? `${at}` : `=${key}`;
      const group = groups.get(name);
      if (group) group.push(at);
      else groups.set(name, [at]);
      above = { name, debtorName: debtorName ?? above?.debtorName ?? null };
    }
  }
  const rules = { grouping, ofSeveralDebtors: contested.references, today: dayInChina(createdAt) };
  return {
    *[Symbol.iterator]() {
      for (const [name, members] of groups) {
        if (members.length > MOST_ROWS_OF_CASE) {
          // Row by row, so that chunks stay small.
          for (const at of members) yield { size: 1, read: () => oneOfTooMany(source.read(kept.at(at))) };
          continue;
        }
        const rows = () => members.map((at) => source.read(kept.at(at)));
        const debtorKey = grouping === 'debtor' && name.startsWith('=') ? name.slice(1) : undefined;
        yield { size: members.length, read: () => caseFrom(rows(), rules, debtorKey) };
      }
    },
  };
}

function caseFrom(rows: readonly ReadRow[], rules: GroupRules, debtorKey: string | undefined): ReadCase {
  if (rows.length === 1 && debtorKey === undefined) return caseOfOne(rows[0]!);
  return { ...caseOf(rows, rules), debtorKey };
}

/** References that stand in the rows of several debtors. */
class ContestedReferences {
  readonly references = new Set<string>();
  private readonly keys = new Map<string, string>();

  see(reference: string | null, key: string): void {
    if (reference === null) return;
    const before = this.keys.get(reference);
    if (before === undefined) this.keys.set(reference, key);
    else if (before !== key) this.references.add(reference);
  }
}

const PIECE_BYTES = 1024 * 1024;

/** Rows as text, in pieces of memory outside of the heap: so that they take no more than the file they came from. */
class KeptRows {
  private readonly pieces: Buffer[] = [];
  /** Of each row its piece, where it begins and where it ends. */
  private readonly places: number[] = [];
  private used = PIECE_BYTES;

  add(row: TableRow): number {
    const text = JSON.stringify(row);
    const bytes = Buffer.byteLength(text);
    if (this.used + bytes > (this.pieces.at(-1)?.length ?? 0)) {
      this.pieces.push(Buffer.allocUnsafeSlow(Math.max(PIECE_BYTES, bytes)));
      this.used = 0;
    }
    const from = this.used;
    this.used += this.pieces.at(-1)!.write(text, from);
    return this.places.push(this.pieces.length - 1, from, this.used) / 3 - 1;
  }

  at(index: number): TableRow {
    const [piece, from, to] = this.places.slice(index * 3, index * 3 + 3);
    return JSON.parse(this.pieces[piece!]!.toString('utf8', from, to)) as TableRow;
  }
}
