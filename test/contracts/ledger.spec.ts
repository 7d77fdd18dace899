import { randomUUID } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import { type Fen, newId } from '../../src/kernel/index.js';
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

  it('posts the same key once, and refuses it for other lines', async () => {
    await Promise.all(
      [post('once', 9n, -9n), post('once', 9n, -9n), post('once', 9n, -9n)].map((one) => one.catch(() => undefined)),
    );
    await expect(post('once', 8n, -8n)).rejects.toThrow('posted before with other lines');
    const [row] = await asOwner(database, `SELECT count(*)::int AS n FROM ledger_transfers WHERE key = 'once'`);
    expect(row).toEqual({ n: 1 });
  });
});
