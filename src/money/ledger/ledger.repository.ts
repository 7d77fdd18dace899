import { Injectable } from '@nestjs/common';
import { checkFirst, cutToPage, type Fen, type Page, type PageInput, positionOf } from '../../kernel/index.js';
import { inWorldOf } from '../../parties/worlds/index.js';
import { columnsOf, type Queryable, type Tx } from '../../platform/database/index.js';
import { type LedgerAccountEntity, type LedgerEntryEntity, LedgerTransferEntity } from './ledger.entity.js';
import type { AccountName, Line, Posting } from './posting.policy.js';

/** An account as it is locked for a transfer: with its parts each by itself. */
export type LockedAccount = Pick<LedgerAccountEntity, 'id' | 'kind'> & { owner: string; counterparty: string | null };

/** An account as its owner knows it, its parts together. */
export type Account = Pick<LedgerAccountEntity, 'id' | 'kind' | 'balanceFen'>;

export type Transfer = Pick<LedgerTransferEntity, 'id' | 'key' | 'kind' | 'reversesTransferId' | 'occurredAt'>;

/** One entry with what its transfer is about. */
export type Entry = Omit<LedgerEntryEntity, 'accountId'> &
  Pick<LedgerTransferEntity, 'referenceKind' | 'referenceId' | 'caseId'> & {
    accountKind: string;
    transferKind: string;
  };

const ACCOUNT = 'id, kind, owner_organisation_id AS owner, counterparty_id AS counterparty';
/** SQL: the first day of the month in China, as statements count, of an instant. */
const monthOf = (instant: string) => `date_trunc('month', ${instant} AT TIME ZONE 'UTC' + interval '8 hours')::date`;
const TRANSFER = columnsOf(LedgerTransferEntity, undefined, ['id', 'key', 'kind', 'reversesTransferId', 'occurredAt']);
const positionOfEntry = (entry: Entry) => [entry.seq.toString()];

@Injectable()
export class LedgerRepository {
  /** Writes the transfer unless its key is taken. Waits for another transaction that is writing the same key. */
  insertTransfer(tx: Tx, id: string, posting: Posting): Promise<Transfer | undefined> {
    const { key, kind, reference, reverses = null, aheadSeconds = 0n } = posting;
    return tx.one<Transfer>(
      `INSERT INTO ledger_transfers (id, key, kind, reference_kind, reference_id, case_id, reverses_transfer_id, occurred_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8)) ON CONFLICT (key) DO NOTHING RETURNING ${TRANSFER}`,
      [id, key, kind, reference.kind, reference.id, reference.caseId ?? null, reverses, aheadSeconds.toString()],
      'ledger.insert_transfer',
    );
  }

  byKey(q: Queryable, key: string): Promise<Transfer | undefined> {
    return q.one<Transfer>(`SELECT ${TRANSFER} FROM ledger_transfers WHERE key = $1`, [key], 'ledger.by_key');
  }

  linesOf(q: Queryable, transferId: string): Promise<Line[]> {
    return q.rows<Line>(
      `SELECT a.owner_organisation_id AS owner, a.kind, a.counterparty_id AS counterparty, e.part, e.amount_fen AS "amountFen"
       FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id WHERE e.transfer_id = $1 ORDER BY e.seq`,
      [transferId],
      'ledger.lines_of',
    );
  }

  /** Locks these accounts in id order. Accounts that do not exist are left out. */
  lock(tx: Tx, accounts: readonly AccountName[]): Promise<LockedAccount[]> {
    return tx.rows<LockedAccount>(
      `SELECT ${ACCOUNT} FROM ledger_accounts WHERE id = ANY (ARRAY(
         SELECT a.id FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS n (owner, kind, counterparty)
           JOIN ledger_accounts a ON a.owner_organisation_id = n.owner AND a.kind = n.kind
            AND (a.counterparty_id = n.counterparty OR (a.counterparty_id IS NULL AND n.counterparty IS NULL))))
       ORDER BY id FOR NO KEY UPDATE`,
      namesOf(accounts),
      'ledger.lock',
    );
  }

  /** Opens accounts that are missing, always in the same order, so that two transactions do not deadlock. */
  async open(tx: Tx, accounts: readonly (AccountName & { id: string })[]): Promise<void> {
    await tx.affected(
      `INSERT INTO ledger_accounts (id, owner_organisation_id, kind, counterparty_id)
       SELECT id, owner, kind, counterparty FROM unnest($4::uuid[], $1::uuid[], $2::text[], $3::uuid[]) AS new (id, owner, kind, counterparty)
       ORDER BY owner, kind, counterparty ON CONFLICT DO NOTHING`,
      [...namesOf(accounts), accounts.map((one) => one.id)],
    );
  }

  async insertEntries(
    tx: Tx,
    transferId: string,
    entries: { id: string; accountId: string; part: string; amountFen: Fen }[],
    aheadSeconds: bigint,
  ): Promise<void> {
    await tx.affected(
      `INSERT INTO ledger_entries (id, transfer_id, account_id, part, amount_fen, occurred_at)
       SELECT id, $1, account_id, part, amount_fen, now() + make_interval(secs => $6)
       FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::bigint[]) AS new (id, account_id, part, amount_fen)`,
      [
        transferId,
        entries.map((one) => one.id),
        entries.map((one) => one.accountId),
        entries.map((one) => one.part),
        entries.map((one) => one.amountFen.toString()),
        aheadSeconds.toString(),
      ],
      'ledger.insert_entries',
    );
  }

  /** Moves balances and months, except of an account that would fall below its floor. Returns how many moved. */
  move(
    tx: Tx,
    moves: { accountId: string; byFen: Fen; floorFen: Fen | null }[],
    aheadSeconds: bigint,
  ): Promise<number> {
    return tx.affected(
      `WITH moved AS (
         UPDATE ledger_accounts a SET balance_fen = a.balance_fen + m.by_fen
         FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS m (id, by_fen, floor_fen)
         WHERE a.id = m.id AND (m.floor_fen IS NULL OR a.balance_fen + m.by_fen >= m.floor_fen)
         RETURNING a.id, m.by_fen)
       INSERT INTO ledger_months AS k (account_id, month, moved_fen)
       SELECT id, ${monthOf('(now() + make_interval(secs => $4))')}, by_fen FROM moved
       ON CONFLICT (account_id, month) DO UPDATE SET moved_fen = k.moved_fen + excluded.moved_fen`,
      [
        moves.map((one) => one.accountId),
        moves.map((one) => one.byFen.toString()),
        moves.map((one) => one.floorFen?.toString() ?? null),
        aheadSeconds.toString(),
      ],
      'ledger.move',
    );
  }

  accountsOf(q: Queryable, owner: string): Promise<Account[]> {
    const sql = `SELECT (array_agg(id ORDER BY counterparty_id NULLS FIRST))[1] AS id, kind, sum(balance_fen)::bigint AS "balanceFen"
      FROM ledger_accounts
      WHERE owner_organisation_id = $1 GROUP BY kind ORDER BY kind`;
    return q.rows<Account>(sql, [owner]);
  }

  /** One page of the entries of an owner's accounts (of one kind, or of all) in a month, oldest first. */
  async page(
    q: Queryable,
    owner: string,
    kind: string | undefined,
    inMonth: Date,
    page: PageInput,
  ): Promise<Page<Entry>> {
    const { first, after } = page;
    checkFirst(first);
    // An invalid cursor starts the list from the beginning.
    return cutToPage(
      await this.next(q, owner, kind, inMonth, after ? seqAt(after) : '0', first + 1),
      first,
      positionOfEntry,
    );
  }

  /** The first `limit` entries of one kind of account in the month that an instant lies in, oldest first. */
  entries(q: Queryable, owner: string, kind: string, inMonth: Date, limit: number): Promise<Entry[]> {
    return this.next(q, owner, kind, inMonth, '0', limit);
  }

  /** From each account its next ones, and of these the first: none of what lies before or behind them is read or sorted. */
  private next(
    q: Queryable,
    owner: string,
    kind: string | undefined,
    inMonth: Date,
    seq: string,
    limit: number,
  ): Promise<Entry[]> {
    return q.rows<Entry>(
      `SELECT e.id, e.seq, e.kind AS "accountKind", e.transfer_id AS "transferId", t.kind AS "transferKind", e.part,
              e.amount_fen AS "amountFen", e.occurred_at AS "occurredAt", t.reference_kind AS "referenceKind",
              t.reference_id AS "referenceId", t.case_id AS "caseId"
       FROM (SELECT n.*, a.kind FROM ledger_accounts a CROSS JOIN LATERAL (
               SELECT * FROM ledger_entries WHERE account_id = a.id AND ${monthOf('occurred_at')} = ${monthOf('$3::timestamptz')}
                 AND seq > $4::bigint ORDER BY seq LIMIT $5) n
             WHERE a.owner_organisation_id = $1 AND ($2::text IS NULL OR a.kind = $2) ORDER BY n.seq LIMIT $5) e
       JOIN ledger_transfers t ON t.id = e.transfer_id ORDER BY e.seq`,
      [owner, kind ?? null, inMonth, seq, limit],
    );
  }

  /** The sum of one account's entries before the month that an instant lies in. */
  async balanceBefore(q: Queryable, owner: string, kind: string, inMonth: Date): Promise<Fen> {
    const row = await q.one<{ total: string }>(
      `SELECT coalesce(sum(m.moved_fen), 0) AS total FROM ledger_accounts a JOIN ledger_months m ON m.account_id = a.id
       WHERE a.owner_organisation_id = $1 AND a.kind = $2 AND m.month < ${monthOf('$3::timestamptz')}`,
      [owner, kind, inMonth],
    );
    return BigInt(row!.total);
  }

  /** By kind of account, within the organisation's sandbox: how many owners, the sums of their months and of their balances. */
  totals(q: Queryable, organisationId: string) {
    return q.rows<{ kind: string; accounts: number; entriesFen: string; balancesFen: string }>(
      `SELECT a.kind, count(DISTINCT a.owner_organisation_id)::int AS accounts, sum(coalesce(m.total, 0)) AS "entriesFen",
              sum(a.balance_fen) AS "balancesFen"
       FROM ledger_accounts a
       LEFT JOIN (SELECT account_id, sum(moved_fen) AS total FROM ledger_months GROUP BY account_id) m ON m.account_id = a.id
       WHERE ${inWorldOf('a.owner_organisation_id', '$1')}
       GROUP BY a.kind ORDER BY a.kind`,
      [organisationId],
    );
  }
}

function namesOf(accounts: readonly AccountName[]): unknown[] {
  const names = accounts.map(({ owner, kind, counterparty = null }) => ({ owner, kind, counterparty }));
  return [names.map((one) => one.owner), names.map((one) => one.kind), names.map((one) => one.counterparty)];
}

function seqAt(cursor: string): string {
  const [seq] = positionOf(cursor, 1);
  return typeof seq === 'string' && /^\d{1,18}$/.test(seq) ? seq : '0';
}
