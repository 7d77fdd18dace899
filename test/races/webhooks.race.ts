import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId, publicId } from '../../src/kernel/index.js';
import { FanOutRepository } from '../../src/notifications/deliveries/fan-out.repository.js';
import type { NewFeedEvent } from '../../src/notifications/feed/feed.types.js';
import { Feed } from '../../src/notifications/feed/index.js';
import { Database } from '../../src/platform/database/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, type Organisation } from '../support/builders.js';
import { act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { buildProduct, Product } from '../support/process.js';
import { eventually, Sink } from '../support/sink.js';
import { anEndpoint, type MadeEndpoint, minutesPass, verifyAsReceived } from '../support/webhooks.js';

/** `WEBHOOK_EVENTS=100000` for a long look. */
const EVENTS = Number.parseInt(process.env['WEBHOOK_EVENTS'] ?? '10000', 10);
const AT_ONCE = 500;
const BATCH_ROWS = 1_000;
const KILLS = 2;
/** Bounds only what never comes: a machine may have twenty other things to do. */
const PATIENCE_MS = 1_800_000;
/** What no event may ever say. */
const PERSONAL = ['张伟国', '13812345678', '110105199003078515', 'zhang.weiguo@harbour.example'] as const;

jest.setTimeout(2 * PATIENCE_MS);

const count = async (database: TestDatabase, sql: string, params: unknown[] = []) =>
  (await asOwner<{ n: number }>(database, `SELECT count(*)::int AS n FROM ${sql}`, params))[0]!.n;

describe('10,000 events to a sink that is away for a while', () => {
  let app: TestApp;
  let creditor: Organisation;
  let endpoint: MadeEndpoint;
  const sink = new Sink();

  beforeAll(async () => {
    const database = await namedDatabase('recourse_webhooks', { fresh: true });
    app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' }, database);
    creditor = await aCreditor(app);
    await sink.open();
    endpoint = await anEndpoint(app, creditor, { url: sink.url, types: ['case.posted', 'case.closed'] });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await app.close();
    await sink.close();
  });

  /** Events as the feed takes them, with more said than it may pass on. */
  const closings = (length: number, of = organisationId()): NewFeedEvent[] =>
    Array.from({ length }, (_, n) => {
      const caseId = randomUUID();
      const [name, phone, number, email] = PERSONAL;
      const told = { debtorName: name, debtorPhone: phone, debtorIdNumber: number, debtorEmail: email };
      return {
        ...({ type: 'case.closed', audience: 'organisation', organisationId: of } as const),
        ...{ ofOrganisation: of, caseId, batchId: null, occurredAt: new Date(Date.now() - n) },
        data: {
          ...{ caseId: publicId('case', caseId), closeCode: 'fully_paid', state: 'recovered', ...told },
          ...{ recoveredFen: '100', outstandingFen: '100' },
        },
      };
    });
  const organisationId = () => parsePublicId('organisation', creditor.id)!;
  const write = (events: NewFeedEvent[]) => {
    const { app: container } = app.serving;
    return container.get(Database).transaction((tx) => container.get(Feed).write(tx, events));
  };
  const idsHeard = () => new Set(sink.received.map(({ headers }) => headers['webhook-id'] as string));
  const idsDue = async () =>
    (
      await asOwner<{ id: string }>(
        app.database,
        `SELECT event_id AS id FROM feed_events WHERE organisation_id = $1 AND type = ANY ('{case.posted,case.closed}')`,
        [organisationId()],
      )
    ).map(({ id }) => publicId('event', id));
  const missing = async () => {
    const heard = idsHeard();
    return (await idsDue()).filter((id) => !heard.has(id));
  };

  it('arrive at least once each, believable and without a word about a person', async () => {
    const personal = { debtorName: PERSONAL[0], debtorPhone: PERSONAL[1] };
    for (let n = 0; n < 5; n += 1) await aListedCase(app, creditor, personal);
    for (let written = 0; written < EVENTS; written += AT_ONCE) {
      await write(closings(AT_ONCE));
      if (written === AT_ONCE) {
        await sink.until(() => sink.received.length > 100, 'the first arrive');
        await sink.close();
      }
    }
    // The sink is away until some have failed, then it is back where it was.
    await eventually(
      async () => (await count(app.database, `webhook_attempts WHERE error = 'CONNECTION'`)) > 20,
      () => 'attempts fail',
    );
    expect((await missing()).length).toBeGreaterThan(EVENTS / 2);
    await sink.open();
    const ended = async () => {
      await minutesPass(app);
      return (
        (await count(app.database, `webhook_deliveries WHERE state = 'pending'`)) === 0 &&
        (await missing()).length === 0
      );
    };
    await eventually(ended, () => `all arrive; ${idsHeard().size} did`, PATIENCE_MS);

    expect((await idsDue()).length).toBe(EVENTS + 5);
    expect(idsHeard().size).toBe(EVENTS + 5);
    for (const received of sink.received) {
      verifyAsReceived(endpoint.secret, received);
      for (const word of PERSONAL) expect(received.body.includes(word)).toBe(false);
    }
    expect(await count(app.database, `webhook_deliveries WHERE state <> 'delivered'`)).toBe(0);
    expect(await breachesIn(app.database.ownerUrl)).toEqual([]);
  });

  it('are all handed on though handing on breaks off in the middle', async () => {
    const fanOut = app.serving.app.get(FanOutRepository);
    const queue = fanOut.queue.bind(fanOut);
    let broken = 0;
    jest.spyOn(fanOut, 'queue').mockImplementation(async (tx, deliveries, again) => {
      broken += 1;
      if (broken <= 2) throw new Error('broken off');
      return queue(tx, deliveries, again);
    });
    await write(closings(AT_ONCE));
    await eventually(
      async () => broken > 2 && (await missing()).length === 0,
      () => 'all arrive',
    );
  });

  it('are handed on by lanes: what one process holds keeps only its own organisations waiting', async () => {
    const laneOf = (organisation: string) => Buffer.from(organisation.replaceAll('-', ''), 'hex').at(-1)! % 4;
    const held = organisationId();
    let other = await aCreditor(app);
    while (laneOf(parsePublicId('organisation', other.id)!) === laneOf(held)) other = await aCreditor(app);
    await anEndpoint(app, other, { url: sink.url, types: ['case.closed'] });
    const queued = (events: NewFeedEvent[]) =>
      count(
        app.database,
        `webhook_deliveries d JOIN feed_events f ON f.event_id = d.message_id WHERE f.case_id = ANY ($1)`,
        [events.map(({ caseId }) => caseId)],
      );
    const [ofHeld, ofOther] = [closings(AT_ONCE, held), closings(AT_ONCE, parsePublicId('organisation', other.id)!)];
    const holder = new pg.Client({ connectionString: app.database.ownerUrl });
    await holder.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT 1 FROM webhook_cursors WHERE lane = $1 FOR UPDATE', [laneOf(held)]);
      await write(ofHeld);
      await write(ofOther);
      await eventually(
        async () => (await queued(ofOther)) === AT_ONCE,
        () => 'the others are queued',
      );
      expect(await queued(ofHeld)).toBe(0);
    } finally {
      await holder.end();
    }
    await eventually(
      async () => (await queued(ofHeld)) === AT_ONCE && (await missing()).length === 0,
      () => 'all are queued and arrive',
    );
    await eventually(
      async () => (await count(app.database, '(SELECT DISTINCT position FROM webhook_cursors) AS places')) === 1,
      () => 'the lanes are together again',
    );
  });

  it('are sent again since an instant, chunk by chunk, each with the id it had', async () => {
    const before = sink.received.length;
    const again = closings(AT_ONCE);
    const since = again.at(-1)!.occurredAt.toISOString();
    await write(again);
    await eventually(
      async () => sink.received.length >= before + AT_ONCE,
      () => 'all arrive',
    );
    const first = sink.received.slice(before).map(({ headers }) => headers['webhook-id']);
    await eventually(
      async () => (await count(app.database, `webhook_deliveries WHERE state = 'pending'`)) === 0,
      () => 'all are settled',
    );
    const token = creditor.owner.token;
    const args = { endpointId: ['ID!', endpoint.id], input: ['ReplayWebhooksInput!', { since }] } as const;
    const { id } = await done(app, 'replayWebhooks', args, '... on WebhookReplay { id }', { token });
    const twice = await act(app, 'replayWebhooks', args, '... on WebhookReplay { id }', { token });
    const replay = () => ask(app, 'webhookReplay', { id: ['ID!', id] }, 'done queued', token);
    await eventually(
      async () => (await replay())['done'],
      () => 'it ends',
    );
    expect(await replay()).toEqual({ done: true, queued: AT_ONCE });
    // Asked for while the first is under way or just after: never two at a time.
    expect(twice['code'] ?? 'WEBHOOK_REPLAY_RUNNING').toBe('WEBHOOK_REPLAY_RUNNING');
    await eventually(
      async () => sink.received.length >= before + 2 * AT_ONCE,
      () => 'all arrive again',
    );
    const second = sink.received.slice(before + AT_ONCE).map(({ headers }) => headers['webhook-id']);
    expect(new Set(second)).toEqual(new Set(first));
  });

  it('go on with what is kept when the feed was cut off before it was handed on', async () => {
    await asOwner(
      app.database,
      `WITH gone AS (DELETE FROM feed_events RETURNING position)
       UPDATE feed_horizon SET pruned_through = (SELECT max(position) FROM gone)`,
    );
    await asOwner(app.database, 'UPDATE webhook_cursors SET position = 0');
    const before = sink.received.length;
    await write(closings(1));
    await eventually(
      async () => sink.received.length > before && (await missing()).length === 0,
      () => 'the next arrives',
    );
    expect(sink.received.length).toBe(before + 1);
  });
});

describe('a process that is killed while it delivers', () => {
  const product = new Product({ OUTBOUND_ALLOW_PRIVATE: 'true' });
  const sink = new Sink();

  beforeAll(async () => {
    await buildProduct();
    await product.start();
    await sink.open();
  });
  afterAll(async () => {
    await product.end();
    await sink.close();
  });

  it('loses none', async () => {
    const creditor = await aCreditor(product.app);
    const { secret } = await anEndpoint(product.app, creditor, {
      url: sink.url,
      types: ['case.posted', 'case.listed'],
    });
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await postBatch(creditor);
      await sink.until(() => sink.received.length > kill * 300, 'deliveries are under way');
      await product.kill();
      await product.start();
      await leasesEnd();
    }
    await product.settled();
    const left = async () => {
      await leasesEnd();
      return (await count(product.database, `webhook_deliveries WHERE state = 'pending'`)) === 0;
    };
    const due = async () =>
      (
        await asOwner<{ id: string }>(
          product.database,
          `SELECT event_id AS id FROM feed_events WHERE organisation_id = $1 AND type = ANY ('{case.posted,case.listed}')`,
          [parsePublicId('organisation', creditor.id)],
        )
      ).map(({ id }) => publicId('event', id));
    await eventually(
      async () => (await due()).length === 2 * KILLS * BATCH_ROWS && (await left()),
      () => `every delivery ends; ${sink.received.length} came`,
      PATIENCE_MS,
    );
    const heard = new Set(sink.received.map(({ headers }) => headers['webhook-id'] as string));
    expect((await due()).filter((id) => !heard.has(id))).toEqual([]);
    for (const received of sink.received) verifyAsReceived(secret, received);
    expect(await breachesIn(product.database.ownerUrl)).toEqual([]);
  });

  /** The dead process's leases run out: a minute in life, at once here. One that would never end stays as it is. */
  async function leasesEnd(): Promise<void> {
    await asOwner(product.database, `UPDATE sweeps SET lease_until = now() WHERE lease_until > now()`);
    await asOwner(product.database, `UPDATE outbox_events SET lease_until = now() WHERE state = 'claimed'`);
    await asOwner(
      product.database,
      `UPDATE case_batches SET touched_at = now() - interval '10 minutes' WHERE state = 'processing'`,
    );
    await asOwner(
      product.database,
      `UPDATE webhook_deliveries SET next_attempt_at = now()
        WHERE state = 'pending' AND next_attempt_at < now() + interval '61 seconds' AND next_attempt_at > now() + interval '2 seconds'`,
    );
  }

  async function postBatch(creditor: Organisation): Promise<void> {
    const header = '外部单号,债务人类型,债务人名称,本金(元),到期日,开票日,证据文件,债务成因';
    const rows = Array.from(
      { length: BATCH_ROWS },
      (_, n) =>
        `W-${n}-${randomUUID()},企业,海港贸易${n}有限公司,${1_000 + n}.50,2026-07-20,2026-05-20,合同 发票 送货单 对账单,买卖`,
    );
    const answer = await product.app
      .rest()
      .post('/v1/case-batches')
      .set('authorization', `Bearer ${creditor.owner.token}`)
      .attach('file', Buffer.from([header, ...rows].join('\r\n')), { filename: 'ar.csv', contentType: 'text/csv' });
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 202 });
  }
});
