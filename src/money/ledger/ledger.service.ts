import { Injectable } from '@nestjs/common';
import { Clock, type Fen, newId, type Page, type PageInput, sumFen } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { InsufficientBalance } from './ledger.refusals.js';
import { type Account, type Entry, LedgerRepository, type LockedAccount, type Transfer } from './ledger.repository.js';
import { accountKey, canonicalLines, faultOf, type Line, mirrorOf, movesOf, type Posting } from './posting.policy.js';

/** The sums of all balances, by kind of account. `totalFen` is 0 in a correct ledger. */
export interface TrialBalance {
  readonly kinds: readonly { kind: string; accounts: number; balanceFen: Fen }[];
  readonly totalFen: Fen;
  /** Whether every kind's balances equal the sum of its entries. */
  readonly agrees: boolean;
}

/** Double entry: it knows organisations by id and kinds of account by name, and no business rule. */
@Injectable()
export class Ledger {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Posts one balanced transfer and opens accounts as needed. Accounts are locked in id order, after everything else the
   * transaction locks. The same key with the same lines returns the existing transfer; with other lines it throws. A reversal must mirror the transfer it names, and a transfer is reversed at most once. Refuses
   * INSUFFICIENT_BALANCE when an account would fall below its floor.
   */
  async post(tx: Tx, posting: Posting): Promise<Transfer> {
    const fault = faultOf(posting.lines);
    if (fault) throw new Error(`ledger transfer ${posting.key}: ${fault}`);
    const lines = posting.reverses ? await this.mirrorFor(tx, posting, posting.reverses) : posting.lines;
    const transfer = await this.ledger.insertTransfer(tx, newId(this.clock.millis()), posting);
    if (!transfer) return this.postedBefore(tx, posting);
    if (lines.length > 0) await this.book(tx, transfer.id, { ...posting, lines });
    return transfer;
  }

  /** The transfer with this key and its lines, if it was posted. */
  async find(q: Queryable, key: string): Promise<(Transfer & { lines: Line[] }) | undefined> {
    const transfer = await this.ledger.byKey(q, key);
    return transfer && { ...transfer, lines: await this.ledger.linesOf(q, transfer.id) };
  }

  /** The balance of one account now; 0 when it was never used. */
  async balanceOf(q: Queryable, owner: string, kind: string): Promise<Fen> {
    return (await this.ledger.accountsOf(q, owner)).find((one) => one.kind === kind)?.balanceFen ?? 0n;
  }

  /** Every account of an organisation, its parts together. */
  accountsOf(q: Queryable, owner: string): Promise<Account[]> {
    return this.ledger.accountsOf(q, owner);
  }

  /** The balance of one account before the month that an instant lies in: the sum of what it moved in each month until then. */
  balanceBefore(q: Queryable, owner: string, kind: string, inMonth: Date): Promise<Fen> {
    return this.ledger.balanceBefore(q, owner, kind, inMonth);
  }

  /** One page of an organisation's entries of the month that an instant lies in, oldest first; of one kind of account, or of all. */
  entriesOf(q: Queryable, owner: string, inMonth: Date, page: PageInput, kind?: string): Promise<Page<Entry>> {
    return this.ledger.page(q, owner, kind, inMonth, page);
  }

  /** Every entry of one account in a month, oldest first, for a statement. Throws RangeError past `limit`. */
  async allEntries(q: Queryable, owner: string, kind: string, inMonth: Date, limit: number): Promise<Entry[]> {
    const rows = await this.ledger.entries(q, owner, kind, inMonth, limit + 1);
    if (rows.length > limit) throw new RangeError(`more than ${limit} entries`);
    return rows;
  }

  /** The sums of the ledger within the organisation's sandbox (or everything live). */
  async trialBalance(q: Queryable, organisationId: string): Promise<TrialBalance> {
    const totals = await this.ledger.totals(q, organisationId);
    const kinds = totals.map(({ kind, accounts, balancesFen }) => ({
      kind,
      accounts,
      balanceFen: BigInt(balancesFen),
    }));
    return {
      kinds,
      totalFen: sumFen(kinds.map((one) => one.balanceFen)),
      agrees: totals.every((one) => one.entriesFen === one.balancesFen),
    };
  }

  private async book(tx: Tx, transferId: string, posting: Posting): Promise<void> {
    const moves = movesOf(posting.lines);
    const accounts = await this.lockedAccounts(tx, posting.lines, moves.size);
    const floors = new Map((posting.floors ?? []).map((one) => [accountKey(one), one.floorFen]));
    const entries = posting.lines.map((line) => {
      const { part, amountFen } = line;
      return { id: newId(this.clock.millis()), accountId: accounts.get(accountKey(line))!.id, part, amountFen };
    });
    await this.ledger.insertEntries(tx, transferId, entries, posting.aheadSeconds ?? 0n);
    const byAccount = [...moves].map(([key, byFen]) => {
      return { accountId: accounts.get(key)!.id, byFen, floorFen: floors.get(key) ?? null };
    });
    const moved = await this.ledger.move(tx, byAccount, posting.aheadSeconds ?? 0n);
    if (moved < moves.size) throw new InsufficientBalance();
  }

  private async lockedAccounts(tx: Tx, lines: readonly Line[], count: number): Promise<Map<string, LockedAccount>> {
    const wanted = [...new Map(lines.map((line) => [accountKey(line), line])).values()].map(
      ({ owner, kind, counterparty }) => ({ owner, kind, counterparty }),
    );
    const found = byKey(await this.ledger.lock(tx, wanted));
    if (found.size === count) return found;
    const missing = wanted.filter((one) => !found.has(accountKey(one)));
    const opened = missing.map((one) => ({ ...one, id: newId(this.clock.millis()) }));
    await this.ledger.open(tx, opened);
    return byKey(await this.ledger.lock(tx, wanted));
  }

  /** The mirror of the reversed transfer in the very accounts it moved, which may be of another part than today's. */
  private async mirrorFor(tx: Tx, posting: Posting, reverses: string): Promise<Line[]> {
    const mirror = mirrorOf(await this.ledger.linesOf(tx, reverses));
    if (canonicalLines(mirror) === canonicalLines(posting.lines)) return mirror;
    throw new Error(`ledger transfer ${posting.key} does not mirror the transfer ${reverses} it reverses`);
  }

  private async postedBefore(tx: Tx, posting: Posting): Promise<Transfer> {
    const known = await this.ledger.byKey(tx, posting.key);
    const lines = known ? await this.ledger.linesOf(tx, known.id) : [];
    if (known && canonicalLines(lines) === canonicalLines(posting.lines)) return known;
    throw new Error(`ledger transfer ${posting.key} was posted before with other lines`);
  }
}

function byKey(accounts: LockedAccount[]): Map<string, LockedAccount> {
  return new Map(accounts.map((one) => [accountKey(one), one]));
}
