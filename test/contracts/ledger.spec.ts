import { randomUUID } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import { type Fen, newId, type Page } from '../../src/kernel/index.js';
import { Ledger, LedgerModule } from '../../src/money/ledger/index.js';
import { ledgerLaws } from '../../src/money/ledger/ledger.laws.js';
import { Database } from '../../src/platform/database/index.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

describe('the ledger', () => {
  let database: TestDatabase;
  let process: TestingModule;
  let db: Database;
  let ledger: Ledger;
  let owners: [string, string];

  beforeAll(async () => {
    database = await namedDatabase('recourse_ledger', { fresh: true });
    process = await processWith(database, [LedgerModule]);
    await process.init();
    db = process.get(Database);
    ledger = process.get(Ledger);
    owners = [newId(Date.now()), newId(Date.now())];
    await asOwner(
      database,
      `INSERT INTO organisations (id, kind, name) SELECT id, 'agency', 'x' FROM unnest($1::uuid[]) id`,
      [owners],
    );
  });
  afterAll(() => process.close());
  afterEach(async () => {
    for (const law of ledgerLaws)
      expect({ law: law.name, broken: await asOwner(database, law.sql) }).toEqual({ law: law.name, broken: [] });
  });

  const line = (owner: string, amountFen: Fen) => ({ owner, kind: 'cash', part: 'test', amountFen });
  const post = (key: string, ...amounts: [Fen, Fen]) =>
    db.transaction((tx) =>
      ledger.post(tx, {
        key,
        kind: 'test',
        reference: { kind: 'test', id: randomUUID() },
        lines: [line(owners[0], amounts[0]), line(owners[1], amounts[1])],
      }),
    );

  it('takes balanced transfers, also many at once in both directions', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => post(`pair:${n}`, n % 2 ? 3n : -5n, n % 2 ? -3n : 5n)));
    expect(await ledger.balanceOf(db, owners[0], 'cash')).toBe(20n * 3n - 20n * 5n);
    expect((await ledger.trialBalance(db, owners[0])).totalFen).toBe(0n);
  });

  it('says no to what does not sum to zero', async () => {
    await expect(post('odd', 5n, -4n)).rejects.toThrow('ledger transfer odd: the lines sum to 1 fen');
  });

  it('says no at the commit, whoever writes past the service', async () => {
    const written = db.transaction(async (tx) => {
      const posted = await ledger.post(tx, {
        key: 'smuggled',
        kind: 'test',
        reference: { kind: 'test', id: randomUUID() },
        lines: [line(owners[0], 7n), line(owners[1], -7n)],
      });
      await tx.affected(
        `INSERT INTO ledger_entries (id, transfer_id, account_id, part, amount_fen)
         SELECT $1, $2, account_id, 'test', 1 FROM ledger_entries WHERE transfer_id = $2 LIMIT 1`,
        [newId(Date.now()), posted.id],
      );
    });
    await expect(written).rejects.toThrow(/sum to 1 fen/);
    expect(await ledger.find(db, 'smuggled')).toBeUndefined();
  });

  it('lists the entries of a month over all accounts of their owner, each once, in the order of their booking', async () => {
    const [owner, other] = [newId(Date.now()), newId(Date.now())];
    const add = `INSERT INTO organisations (id, kind, name) SELECT id, 'agency', 'x' FROM unnest($1::uuid[]) id`;
    await asOwner(database, add, [[owner, other]]);
    const months: { entries: string[]; moved: bigint; at: Date }[] = [];
    for (const [month, aheadSeconds] of [0n, 40n * 86_400n, 80n * 86_400n].entries()) {
      const entries: string[] = [];
      for (let n = 0; n < 12; n += 1) {
        const fen = BigInt(1 + n + 100 * month);
        const part = n % 3 === 2 ? { counterparty: [owners[0], owners[1], other][n % 2]! } : {};
        const name = { owner, kind: n % 3 === 0 ? 'cash' : 'fees', ...part };
        const lines = [
          { ...name, part: 'test', amountFen: fen },
          { ...line(other, -fen), part: 'test' },
        ];
        const reference = { kind: 'test', id: randomUUID() };
        const posting = { key: `listed:${month}.${n}`, kind: 'test', reference, lines, aheadSeconds };
        const { id } = await db.transaction((tx) => ledger.post(tx, posting));
        entries.push(id);
      }
      const at = new Date(Date.now() + Number(aheadSeconds) * 1_000);
      months.push({ entries, moved: BigInt(78 + 12 * 100 * month), at });
    }
    let before = 0n;
    for (const { entries, moved, at } of months) {
      const listed: string[] = [];
      let after: string | null = null;
      do {
        const page: Page<{ transferId: string }> = await ledger.entriesOf(db, owner, at, { first: 5, after });
        listed.push(...page.nodes.map(({ transferId }) => transferId));
        after = page.hasNextPage ? page.endCursor : null;
      } while (after);
      expect(listed).toEqual(entries);
      const both = ['cash', 'fees'].map((kind) => ledger.balanceBefore(db, owner, kind, at));
      expect((await Promise.all(both)).reduce((sum, fen) => sum + fen)).toBe(before);
      before += moved;
    }
    const fees = await ledger.allEntries(db, owner, 'fees', months[0]!.at, 8);
    expect(fees.map(({ transferId }) => transferId)).toEqual(months[0]!.entries.filter((_, n) => n % 3 > 0));
    await expect(ledger.allEntries(db, owner, 'fees', months[0]!.at, 7)).rejects.toThrow('more than 7 entries');
  });

  it('posts the same key once, and refuses it for other lines', async () => {
    await Promise.all(
      [post('once', 9n, -9n), post('once', 9n, -9n), post('once', 9n, -9n)].map((one) => one.catch(() => undefined)),
    );
    await expect(post('once', 8n, -8n)).rejects.toThrow('posted before with other lines');
    const [row] = await asOwner(database, `SELECT count(*)::int AS n FROM ledger_transfers WHERE key = 'once'`);
    expect(row).toEqual({ n: 1 });
  });
});
