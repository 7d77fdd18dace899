import { createHash, randomUUID } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import { IdempotencyInFlight, IdempotencyKeyReused, InvalidInput } from '../../src/kernel/index.js';
import { Database } from '../../src/platform/database/index.js';
import { RequestContext } from '../../src/platform/faces/request-context.js';
import { Idempotency, IdempotencyModule } from '../../src/platform/idempotency/index.js';
import { canonicalJson } from '../../src/platform/idempotency/json.js';
import { asOwner, type TestDatabase, workerDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

const CONNECTIONS = 40;

describe('idempotency', () => {
  let database: TestDatabase;
  let made: TestingModule;
  let db: Database;
  let idempotency: Idempotency;
  let actor: { organisationId: string };

  beforeAll(async () => {
    database = await workerDatabase();
    made = await processWith(database, [IdempotencyModule], [], { DATABASE_POOL: `${CONNECTIONS}` });
    await made.init();
    db = made.get(Database);
    idempotency = made.get(Idempotency);
  });
  afterAll(() => made.close());
  beforeEach(() => {
    actor = { organisationId: randomUUID() };
  });

  /** An act whose effect is a row, so that a second effect shows. */
  const act = (key: string | undefined, request: unknown, operation = 'lamp.light') =>
    db.transaction((tx) =>
      idempotency.onceMarked(tx, { actor, operation, key, request }, async () => {
        await tx.affected(
          `INSERT INTO policies (name, version, value) VALUES ($1, 1 + floor(random() * 2000000000)::int, '1')`,
          [actor.organisationId],
        );
        return { amountFen: 12n, at: new Date(86_400_000), lamp: null };
      }),
    );
  const effects = async () =>
    (await asOwner(database, 'SELECT 1 FROM policies WHERE name = $1', [actor.organisationId])).length;

  it('keeps no hash by which a request can be found by trying', async () => {
    const request = { debtorName: '无锡远航船务有限公司', phone: '+8613912345678' };
    await act('k0', request);
    const [row] = await asOwner<{ hash: Buffer; whole: string }>(
      database,
      `SELECT request_hash AS hash, k::text AS whole FROM idempotency_keys k WHERE organisation_id = $1`,
      [actor.organisationId],
    );
    const text = canonicalJson(request);
    for (const name of ['md5', 'sha1', 'sha256', 'sha512']) {
      for (const tried of [text, `lamp.light${text}`, ...Object.values(request)]) {
        expect(row!.whole).not.toContain(createHash(name).update(tried).digest('hex'));
      }
    }
    expect(row!.hash).toHaveLength(32);
    expect(await act('k0', request)).toMatchObject({ replayed: true });
    await expect(act('k0', { ...request, phone: '+8613912345679' })).rejects.toThrow(IdempotencyKeyReused);
  });

  it('gives the stored answer where the hash was forgotten, and has no second effect', async () => {
    await act('old', { lampId: 1n });
    const forget = `UPDATE idempotency_keys SET request_hash = '' WHERE organisation_id = $1`;
    await asOwner(database, forget, [actor.organisationId]);
    expect(await act('old', { lampId: 1n })).toMatchObject({ replayed: true });
    await expect(act('old', { lampId: 1n }, 'lamp.break')).rejects.toThrow(IdempotencyKeyReused);
    expect(await effects()).toBe(1);
  });

  it('has one effect for the same request sent 64 times at once, and honest answers for the rest', async () => {
    // Every connection is open before the start, or the first request would be over while the others still connect.
    const open = await Promise.all(Array.from({ length: CONNECTIONS }, () => db.pool.connect()));
    for (const client of open) client.release();
    const results = await Promise.allSettled(Array.from({ length: 64 }, () => act('k1', { lampId: 7n })));
    const refused = results.filter((one) => one.status === 'rejected');
    expect(refused.every((one) => one.reason instanceof IdempotencyInFlight)).toBe(true);
    const answers = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(answers.filter((one) => !one.replayed)).toHaveLength(1);
    expect(await effects()).toBe(1);
    expect(await act('k1', { lampId: 7n })).toEqual({
      result: { amountFen: 12n, at: new Date(86_400_000), lamp: null },
      replayed: true,
    });
  });

  it('never waits for a request that is still at work', async () => {
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun: () => void = () => undefined;
    const atWork = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = db.transaction((tx) =>
      idempotency.once(tx, { actor, operation: 'slow', key: 'k', request: 1 }, async () => {
        begun();
        await held;
        return 'done';
      }),
    );
    await atWork;
    await expect(act('k', 1, 'slow')).rejects.toThrow(IdempotencyInFlight);
    finish();
    expect(await first).toBe('done');
  });

  it('refuses the key for another request or another act, whatever the order of fields', async () => {
    await act('k2', { a: 1, b: 2 });
    expect((await act('k2', { b: 2, a: 1 })).replayed).toBe(true);
    await expect(act('k2', { a: 1, b: 3 })).rejects.toThrow(IdempotencyKeyReused);
    await expect(act('k2', { a: 1, b: 2 }, 'lamp.break')).rejects.toThrow(IdempotencyKeyReused);
    await expect(act('with blank', 1)).rejects.toThrow(InvalidInput);
    await expect(act('x'.repeat(256), 1)).rejects.toThrow(InvalidInput);
    expect(await effects()).toBe(1);
  });

  it('keeps nothing of a refused act, and keys of two organisations apart', async () => {
    const failing = db.transaction((tx) =>
      idempotency.once(tx, { actor, operation: 'lamp.light', key: 'k3', request: 1 }, async () => {
        throw new Error('no oil');
      }),
    );
    await expect(failing).rejects.toThrow('no oil');
    expect((await act('k3', 1)).replayed).toBe(false);
    actor = { organisationId: randomUUID() };
    expect((await act('k3', 1)).replayed).toBe(false);
  });

  it('marks the request as replayed; without a key it just runs', async () => {
    const facts = { requestId: 'r', locale: 'en' as const };
    const marks = [];
    for (let n = 0; n < 2; n += 1) {
      marks.push(
        await RequestContext.run(facts, async () => [(await act('k4', 1)).replayed, RequestContext.replayed()]),
      );
    }
    expect(marks).toEqual([
      [false, false],
      [true, true],
    ]);
    await act(undefined, 1);
    await act(undefined, 1);
    expect(await effects()).toBe(3);
  });

  it('answers a set at once, and lets the writer of a set decide', async () => {
    const { organisationId } = actor;
    const answer = (key: string, n: number) => ({
      organisationId,
      key,
      operation: 'set',
      request: { n },
      response: { fen: BigInt(n) },
    });
    await db.transaction((tx) => idempotency.rememberMany(tx, [answer('s1', 1), answer('s2', 2)]));
    const found = await idempotency.lookupMany<{ fen: bigint }>(db, 'set', [
      { organisationId, key: undefined, request: { n: 1 } },
      { organisationId, key: 's2', request: { n: 2 } },
      { organisationId, key: 's1', request: { n: 9 } },
      { organisationId, key: 'new', request: { n: 1 } },
      { organisationId, key: 'bad key', request: { n: 1 } },
    ]);
    expect(found[0]).toBeUndefined();
    expect(found[1]).toEqual({ response: { fen: 2n } });
    expect(found[2]).toEqual({ refusal: expect.any(IdempotencyKeyReused) });
    expect(found[3]).toBeUndefined();
    expect(found[4]).toEqual({ refusal: expect.any(InvalidInput) });
    const again = db.transaction((tx) => idempotency.rememberMany(tx, [answer('s3', 3), answer('s1', 1)]));
    await expect(again).rejects.toThrow(IdempotencyInFlight);
    expect(await idempotency.lookupMany(db, 'set', [{ organisationId, key: 's3', request: { n: 3 } }])).toEqual([
      undefined,
    ]);
  });
});
