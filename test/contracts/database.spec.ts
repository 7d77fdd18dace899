import type { TestingModule } from '@nestjs/testing';
import { Busy } from '../../src/kernel/index.js';
import { Database, type Queryable, type Tx } from '../../src/platform/database/index.js';
import { asOwner, type TestDatabase, workerDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

const KEY = 'database.spec';

describe('the database as the modules see it', () => {
  let database: TestDatabase;
  let made: TestingModule;
  let db: Database;
  const note = (q: Pick<Tx, 'affected'>, version: number) =>
    q.affected('INSERT INTO policies (name, version, value) VALUES ($1, $2, $3)', [KEY, version, {}], 'spec.note');
  const noted = async () =>
    (await db.rows<{ version: number }>('SELECT version FROM policies WHERE name = $1 ORDER BY 1', [KEY])).map(
      ({ version }) => version,
    );

  beforeAll(async () => {
    database = await workerDatabase();
    made = await (await processWith(database, [], [], { DATABASE_POOL: '4' })).init();
    db = made.get(Database);
  });
  afterEach(() => asOwner(database, 'DELETE FROM policies WHERE name = $1', [KEY]));
  afterAll(() => made.close());

  it('answers statements asked together in their order, whatever each answers', async () => {
    const answers = await db.together((q) =>
      Promise.all([
        note(q, 1),
        q.one<{ sum: bigint }>('SELECT $1::bigint + 1 AS sum', [1n], 'spec.sum'),
        q.rows('SELECT version, changed_by FROM policies WHERE name = $1', [KEY]),
        q.one('SELECT 1 AS nothing WHERE false'),
        q.one<{ sum: bigint }>('SELECT $1::bigint + 1 AS sum', [2n], 'spec.sum'),
        q.affected('UPDATE policies SET version = 2 WHERE name = $1', [KEY]).catch((error: Error) => error.message),
      ]).catch((error: Error) => error.message),
    );
    // The application may not change a policy: the statement before it is not there either.
    expect(answers).toContain('permission denied');
    expect(await noted()).toEqual([]);
    const good = await db.together((q) =>
      Promise.all([note(q, 1), q.one('SELECT $1::bigint + 1 AS sum', [1n], 'spec.sum'), q.one('SELECT 1 WHERE false')]),
    );
    expect(good).toEqual([1, { sum: 2n }, undefined]);
    expect(await noted()).toEqual([1]);
  });

  it('keeps nothing of a transaction in which a statement failed, also when the work went on', async () => {
    const committed: string[] = [];
    const work = db.transaction(async (tx) => {
      tx.afterCommit(() => committed.push('committed'));
      await note(tx, 1);
      await note(tx, 1).catch(() => undefined);
    });
    await expect(work).rejects.toThrow('nothing was written');
    expect([committed, await noted()]).toEqual([[], []]);
  });

  it('lets no statement come after its transaction', async () => {
    let late: Tx | undefined;
    await db.transaction(async (tx) => {
      late = tx;
    });
    await expect(note(late!, 1)).rejects.toThrow('given back');
    expect(await noted()).toEqual([]);
  });

  it('runs the whole work again after a deadlock or a serialization failure, not after other errors', async () => {
    const runs = { again: 0, once: 0 };
    await db.transaction(async (tx) => {
      runs.again += 1;
      await note(tx, runs.again);
      if (runs.again < 3) await tx.rows(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`);
    });
    const failing = db.transaction(async (tx) => {
      runs.once += 1;
      await tx.rows('SELECT 1 / 0');
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect([runs, await noted()]).toEqual([{ again: 3, once: 1 }, [3]]);
  });

  it('keeps the limits of a connection and says BUSY for a lock that does not come', async () => {
    const limits = await db.transaction((tx) =>
      Promise.all(
        ['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout'].map((name) =>
          tx.one<{ value: string }>('SELECT current_setting($1) AS value', [name]),
        ),
      ),
    );
    expect(limits.map((limit) => limit?.value)).toEqual(['2s', '5s', '10s']);
    const lock = (q: Queryable) => q.rows('SELECT pg_advisory_xact_lock(4711)');
    await db.transaction(async (tx) => {
      await lock(tx);
      await expect(db.transaction(lock)).rejects.toBeInstanceOf(Busy);
      await expect(lock(db)).rejects.toBeInstanceOf(Busy);
      await expect(db.together(lock)).rejects.toBeInstanceOf(Busy);
    });
  });

  it('throws a broken connection away: the next work gets a good one', async () => {
    const broken = Array.from({ length: 6 }, () =>
      db.transaction(async (tx) => {
        await note(tx, 1);
        await tx.rows('SELECT pg_terminate_backend(pg_backend_pid())');
      }),
    );
    for (const { status } of await Promise.allSettled(broken)) expect(status).toBe('rejected');
    await expect(Promise.all([1, 2, 3, 4].map((n) => note(db, n)))).resolves.toEqual([1, 1, 1, 1]);
  });
});
