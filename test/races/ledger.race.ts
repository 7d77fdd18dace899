import { randomUUID } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import { newId } from '../../src/kernel/index.js';
import { Ledger, LedgerModule, type Line, mirrorOf } from '../../src/money/ledger/index.js';
import { ledgerLaws } from '../../src/money/ledger/ledger.laws.js';
import { ACCOUNT, linesOf } from '../../src/money/settlement/booking.policy.js';
import { Database } from '../../src/platform/database/index.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

describe('transfers at once', () => {
  let database: TestDatabase;
  let process: TestingModule;
  let db: Database;
  let ledger: Ledger;
  const [platform, ...customers] = Array.from({ length: 9 }, () => newId(Date.now())) as [string, ...string[]];

  beforeAll(async () => {
    database = await namedDatabase('recourse_ledger_race', { fresh: true });
    process = await processWith(database, [LedgerModule]);
    await process.init();
    db = process.get(Database);
    ledger = process.get(Ledger);
    await asOwner(
      database,
      `INSERT INTO organisations (id, kind, name) SELECT id, 'agency', 'x' FROM unnest($1::uuid[]) id`,
      [[platform, ...customers]],
    );
  });
  afterAll(() => process.close());
  afterEach(async () => {
    for (const law of ledgerLaws)
      expect({ law: law.name, broken: await asOwner(database, law.sql) }).toEqual({ law: law.name, broken: [] });
  });

  /** What a repayment of this pair of customers books. */
  const booked = (pair: number): Line[] =>
    linesOf(
      { creditorId: customers[2 * pair]!, providerId: customers[2 * pair + 1]!, platformId: platform },
      { commissionFen: 150n, serviceFeeFen: 50n },
    );
  const posting = (key: string, lines: Line[], reverses?: string) => {
    const reference = { kind: 'test', id: randomUUID() };
    return { key, kind: 'test', reference, lines, ...(reverses ? { reverses } : {}) };
  };

  it('of different customers do not wait for each other, though the platform earns of each', async () => {
    // Each transaction stays open until all after it are committed: one that waited would never get its turn.
    const nested = async (pair: number): Promise<void> => {
      if (pair === 4) return;
      await db.transaction(async (tx) => {
        await ledger.post(tx, posting(`open:${pair}`, booked(pair)));
        await nested(pair + 1);
      });
    };
    await nested(0);
    expect(await ledger.balanceOf(db, platform, ACCOUNT.fee)).toBe(4n * 50n);
    expect((await ledger.accountsOf(db, platform)).map(({ kind }) => kind)).toEqual([ACCOUNT.fee]);
  });

  it('of one pair and of many leave every balance, month and law right', async () => {
    const before = await ledger.balanceOf(db, platform, ACCOUNT.fee);
    const all = Array.from({ length: 60 }, (_, n) =>
      db.transaction((tx) => ledger.post(tx, posting(`many:${n}`, booked(n % 4)))),
    );
    await Promise.all(all);
    expect(await ledger.balanceOf(db, platform, ACCOUNT.fee)).toBe(before + 60n * 50n);
    const nextMonth = new Date(Date.now() + 32 * 86_400_000);
    expect(await ledger.balanceBefore(db, platform, ACCOUNT.fee, nextMonth)).toBe(before + 60n * 50n);
    expect(await ledger.trialBalance(db, platform)).toMatchObject({ totalFen: 0n, agrees: true });
  });

  it('reverses a transfer in the accounts it moved, also one from before the account had parts', async () => {
    const undivided = booked(0).map(({ counterparty: _, ...line }) => line);
    const old = await db.transaction((tx) => ledger.post(tx, posting('old', undivided)));
    expect(await db.transaction((tx) => ledger.post(tx, posting('old', booked(0))))).toEqual(old);
    const before = await ledger.balanceOf(db, platform, ACCOUNT.fee);
    await db.transaction((tx) => ledger.post(tx, posting('old:reversed', mirrorOf(booked(0)), old.id)));
    expect(await ledger.balanceOf(db, platform, ACCOUNT.fee)).toBe(before - 50n);
    const whole = `SELECT balance_fen::int AS fen FROM ledger_accounts WHERE owner_organisation_id = $1 AND counterparty_id IS NULL`;
    expect(await asOwner(database, whole, [platform])).toEqual([{ fen: 0 }]);
  });
});
