import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { z } from 'zod';
import { defineEvent, type EventOf } from '../../src/events/define-event.js';
import { Database, type Tx } from '../../src/platform/database/index.js';
import { JobsModule } from '../../src/platform/jobs/index.js';
import { OnEvent, OnEvents, Outbox, OutboxModule, Relay } from '../../src/platform/outbox/index.js';
import { OutboxSignal } from '../../src/platform/outbox/outbox-signal.js';
import { retentionFigures } from '../../src/platform/retention/index.js';
import { asOwner, type TestDatabase, workerDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';
import { eventually } from '../support/sink.js';

const Counted = defineEvent('tally.counted.v1', z.object({ n: z.number().int() }));
const Shaky = defineEvent('tally.shaken.v1', z.object({ n: z.number().int() }));
/** Bounds only what never ends. */
const DRAINED_WITHIN_MS = 1_200_000;

type Effect = (tx: Tx, who: string, ns: number[]) => Promise<void>;

/** Tells the effects of one test from those of the others in the same database. */
let run = '';

/** Writes each effect as a row without any unique key: an effect that happened twice shows. */
const write: Effect = async (tx, who, ns) => {
  await tx.affected(
    `INSERT INTO policies (name, version, value) SELECT $1, 1 + floor(random() * 2000000000)::int, to_jsonb(n)
                     FROM unnest($2::int[]) AS n`,
    [`${run}.${who}`, ns],
  );
};

@Injectable()
class OneByOne {
  @OnEvent(Counted)
  async whenCounted(tx: Tx, event: EventOf<typeof Counted>) {
    await write(tx, 'one', [event.n]);
  }
}

@Injectable()
class SetWise {
  static sizes: number[] = [];

  @OnEvents(Counted, { batch: 50 })
  @OnEvents(Shaky, { batch: 50 })
  async whenSome(tx: Tx, events: (EventOf<typeof Counted> | EventOf<typeof Shaky>)[]) {
    SetWise.sizes.push(events.length);
    await write(
      tx,
      'set',
      events.map((event) => event.n),
    );
    if (events.some((event) => event.meta.name === Shaky.name && event.n === 13)) throw new Error('thirteen');
  }
}

@Injectable()
class Unsteady {
  static failing = new Map<number, number>();

  @OnEvent(Shaky)
  async whenShaken(tx: Tx, event: EventOf<typeof Shaky>) {
    await write(tx, 'unsteady', [event.n]);
    const left = Unsteady.failing.get(event.n) ?? 0;
    Unsteady.failing.set(event.n, left - 1);
    if (left > 0) throw new Error('not yet');
  }
}

describe('outbox', () => {
  let database: TestDatabase;
  let processes: TestingModule[];
  const effects = async (who: string) => {
    const rows = await asOwner<{ n: number }>(
      database,
      'SELECT value AS n FROM policies WHERE name = $1 ORDER BY value::int',
      [`${run}.${who}`],
    );
    return rows.map((row) => row.n);
  };
  const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
  const start = async (mode = 'api') => {
    const made = await processWith(database, [OutboxModule, JobsModule], [OneByOne, SetWise, Unsteady], {
      PROCESS: mode,
    });
    await made.init();
    processes.push(made);
    return made;
  };

  beforeAll(async () => {
    database = await workerDatabase();
  });
  beforeEach(() => {
    run = randomUUID();
    processes = [];
    SetWise.sizes = [];
    Unsteady.failing.clear();
  });
  afterEach(async () => {
    for (const made of processes) await made.close();
  });

  it('delivers each event once to each consumer with four relays racing', async () => {
    const relays = await Promise.all([start(), start(), start(), start()]);
    const outbox = relays[0]!.get(Outbox);
    const own = relays[0]!.get(Database);
    for (let start = 0; start < 1_000; start += 100) {
      await own.transaction((tx) =>
        outbox.publishAll(
          tx,
          upTo(100).map((n) => outbox.prepare(Counted, { n: start + n })),
        ),
      );
    }
    await Promise.all(relays.map((made) => made.get(Relay).drain(DRAINED_WITHIN_MS)));
    expect(await effects('one')).toEqual(upTo(1_000));
    expect(await effects('set')).toEqual(upTo(1_000));
    expect(Math.max(...SetWise.sizes)).toBeGreaterThan(1);
  });

  it('loses nothing when a transaction with an earlier place commits later', async () => {
    const made = await start();
    const [outbox, own, relay] = [made.get(Outbox), made.get(Database), made.get(Relay)];
    let commit: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let published: () => void = () => undefined;
    const early = new Promise<void>((resolve) => {
      published = resolve;
    });
    const late = own.transaction(async (tx) => {
      await outbox.publish(tx, Counted, { n: 0 });
      published();
      await held;
    });
    await early;
    await own.transaction((tx) => outbox.publish(tx, Counted, { n: 1 }));
    await relay.drain(DRAINED_WITHIN_MS);
    expect(await effects('one')).toEqual([1]);
    commit();
    await late;
    await relay.drain(DRAINED_WITHIN_MS);
    expect(await effects('one')).toEqual([0, 1]);
  });

  it('publishes nothing when the transaction rolls back, and refuses a payload that does not fit', async () => {
    const made = await start();
    const [outbox, own] = [made.get(Outbox), made.get(Database)];
    const attempt = own.transaction(async (tx) => {
      await outbox.publish(tx, Counted, { n: 1 });
      throw new Error('no');
    });
    await expect(attempt).rejects.toThrow('no');
    await expect(own.transaction((tx) => outbox.publish(tx, Counted, { n: 1.5 }))).rejects.toThrow();
    expect(await made.get(Relay).backlog()).toEqual({ pending: 0, dead: 0, oldestSeconds: 0 });
  });

  it('keeps consumers independent: one that fails is tried again, the others are not repeated', async () => {
    const made = await start();
    const [outbox, own, relay] = [made.get(Outbox), made.get(Database), made.get(Relay)];
    Unsteady.failing.set(3, 2);
    await own.transaction((tx) =>
      outbox.publishAll(
        tx,
        upTo(20).map((n) => outbox.prepare(Shaky, { n })),
      ),
    );
    await relay.drain(DRAINED_WITHIN_MS);
    expect(await effects('unsteady')).toEqual(upTo(20));
    expect(await effects('set')).toEqual(upTo(20).filter((n) => n !== 13));
  });

  it('lays an event down as dead after its attempts, names the consumer, and revives it', async () => {
    const made = await start();
    const [outbox, own, relay] = [made.get(Outbox), made.get(Database), made.get(Relay)];
    Unsteady.failing.set(7, 12);
    await own.transaction((tx) => outbox.publish(tx, Shaky, { n: 7 }));
    await relay.drain(DRAINED_WITHIN_MS);
    expect((await relay.backlog()).pending).toBe(0);
    const [row] = await own.rows<{ id: string; state: string; last_error: string; attempts: number }>(
      `SELECT id, state, last_error, attempts FROM outbox_events WHERE name = '${Shaky.name}' AND payload->>'n' = '7' ORDER BY seq DESC`,
    );
    expect(row).toMatchObject({ state: 'dead', last_error: 'Unsteady.whenShaken: not yet', attempts: 12 });
    expect(await relay.revive([row!.id])).toBe(1);
    await relay.drain(DRAINED_WITHIN_MS);
    expect(await effects('unsteady')).toEqual([7]);
    expect(await effects('set')).toEqual([7]);
  });

  it('forgets in the end what was done long ago, and remembers who handled what is still to come', async () => {
    const made = await start();
    const [outbox, own, relay] = [made.get(Outbox), made.get(Database), made.get(Relay)];
    Unsteady.failing.set(99, 12);
    await own.transaction((tx) =>
      outbox.publishAll(tx, [...upTo(50).map((n) => outbox.prepare(Counted, { n })), outbox.prepare(Shaky, { n: 99 })]),
    );
    expect((await relay.backlog()).pending).toBe(51);
    await relay.drain(DRAINED_WITHIN_MS);
    await asOwner(database, `UPDATE outbox_events SET done_at = now() - interval '8 days' WHERE state = 'done'`);
    await asOwner(database, `UPDATE inbox SET handled_at = now() - interval '8 days'`);
    const figures = retentionFigures.schema.parse({});
    while ((await made.get(Relay).prune(2_000, figures)) >= 2_000);
    const kept = await own.rows(
      `SELECT DISTINCT e.state FROM inbox i LEFT JOIN outbox_events e ON e.id = i.event_id
        WHERE i.handled_at < now() - interval '7 days'`,
    );
    expect(kept).toEqual([{ state: 'dead' }]);
    await relay.revive();
    await relay.drain(DRAINED_WITHIN_MS);
    expect(await effects('unsteady')).toEqual([99]);
    expect(await effects('set')).toEqual([...upTo(50), 99]);
  });

  it('takes back the claims of a relay that died', async () => {
    const made = await start();
    const [outbox, own, relay] = [made.get(Outbox), made.get(Database), made.get(Relay)];
    await own.transaction((tx) => outbox.publish(tx, Counted, { n: 5 }));
    await own.affected(`UPDATE outbox_events SET state = 'claimed', claimed_by = gen_random_uuid(), attempts = 1,
                          lease_until = now() - interval '1 second' WHERE name = '${Counted.name}' AND state = 'pending'`);
    await relay.drain(DRAINED_WITHIN_MS);
    expect(await effects('one')).toEqual([5]);
  });

  it('wakes a worker in another process without its poll, and drains on shutdown', async () => {
    const api = await start('api');
    const worker = await start('worker');
    // With polls an hour apart, only the doorbell can wake it in time.
    Object.assign(Reflect.get(Reflect.get(worker.get(Relay), 'loop'), 'work'), { pollMs: 3_600_000 });
    // Rung for until it hears: then it listens, and rests by the new measure from the next time on.
    let heard = 0;
    worker.get(OutboxSignal).subscribe(() => {
      heard += 1;
    });
    await eventually(
      async () => {
        api.get(OutboxSignal).send();
        return heard > 0;
      },
      () => 'the worker hears the doorbell',
    );
    const [outbox, own] = [api.get(Outbox), api.get(Database)];
    for (const n of upTo(5)) {
      await own.transaction((tx) => outbox.publish(tx, Counted, { n }));
      await eventually(
        async () => (await effects('one')).length > n,
        () => `the worker was woken for ${n}`,
      );
    }
    await own.transaction((tx) =>
      outbox.publishAll(
        tx,
        upTo(300).map((n) => outbox.prepare(Counted, { n: 100 + n })),
      ),
    );
    await eventually(
      async () => (await effects('one')).length > 5,
      () => 'the worker has begun with them',
    );
    await worker.close();
    processes.splice(processes.indexOf(worker), 1);
    const states = await own.rows<{ state: string }>(
      `SELECT DISTINCT state FROM outbox_events WHERE name = '${Counted.name}'`,
    );
    expect(states.map((row) => row.state)).not.toContain('claimed');
  });
});
