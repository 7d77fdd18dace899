import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { parsePublicId } from '../../src/kernel/index.js';
import { Sender } from '../../src/notifications/sinks/sender.js';
import { Database } from '../../src/platform/database/index.js';
import { HostLookup } from '../../src/platform/outbound/host-lookup.js';
import { Policies } from '../../src/platform/policy/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, type Organisation } from '../support/builders.js';
import { type Answer, act, done } from '../support/client.js';
import { asOwner } from '../support/database.js';
import { eventually, type Manner, manners, Sink } from '../support/sink.js';
import { anEndpoint, deliveriesOf, endpointOf, logOf, minutesPass, tokenOf } from '../support/webhooks.js';

/** The longest that may be set: no machine is too busy to answer in. */
const TIMEOUT_MS = 30_000;
/** For those who never answer: short enough to wait for. */
const SHORT_TIMEOUT_MS = 1_500;
/** From when on an answer is slow: the shortest that may be set. */
const SLOW_MS = 100;

describe('sinks that are not well', () => {
  let app: TestApp;
  let creditor: Organisation;
  const sinks: Sink[] = [];

  beforeAll(async () => {
    app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' });
    await figures({ timeoutMs: TIMEOUT_MS });
    creditor = await aCreditor(app);
    await app.settled();
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await app.close();
    for (const sink of sinks) await sink.close();
    await asOwner(app.database, `DELETE FROM policies WHERE name = 'webhooks'`);
  });

  async function figures(change: object): Promise<void> {
    const { app: container } = app.serving;
    await container.get(Database).transaction((tx) => container.get(Policies).set(tx, 'webhooks', change, null));
  }

  async function aSink(manner: Manner = manners.ok): Promise<Sink> {
    const sink = await new Sink().open();
    sink.manner = manner;
    sinks.push(sink);
    return sink;
  }

  /** Fires a test at an address and answers the delivery once one attempt is over, with that attempt. */
  async function attemptAt(url: string): Promise<{ endpointId: string; delivery: Answer; attempt: Answer }> {
    const { id } = await anEndpoint(app, creditor, { url, types: ['case.closed'] });
    return attemptTo(id);
  }
  async function attemptTo(endpointId: string) {
    await done(app, 'sendTestWebhook', { endpointId: ['ID!', endpointId] }, '', tokenOf(creditor));
    const [delivery] = await deliveriesOf(app, creditor, endpointId, ([newest]) => newest?.['attempts'] > 0);
    const { attempts } = await logOf(app, creditor, delivery!['id']);
    return { endpointId, delivery: delivery!, attempt: attempts[0] };
  }
  const secondsUntil = (instant: string) => (Date.parse(instant) - Date.now()) / 1_000;

  it('that fail are tried again in five seconds, and later when they ask for it', async () => {
    const broken = await attemptAt((await aSink(manners.broken)).url);
    expect(broken.attempt).toMatchObject({ status: 500, error: 'STATUS', answer: 'out of order' });
    expect(secondsUntil(broken.delivery['nextAttemptAt'])).toBeLessThan(6);
    const before = Date.now();
    const busy = await attemptAt((await aSink(manners.busy(3_600))).url);
    expect(busy.attempt).toMatchObject({ status: 503, error: 'STATUS' });
    // Counted from before the attempt, however long it took to look.
    expect(Date.parse(busy.delivery['nextAttemptAt']) - before).toBeGreaterThan(3_500_000);
    expect((await endpointOf(app, creditor, busy.endpointId))['failingSince']).not.toBeNull();
  });

  it('that redirect inward are not followed', async () => {
    const inside = await aSink();
    const { attempt } = await attemptAt((await aSink(manners.redirecting(inside.url))).url);
    expect(attempt).toMatchObject({ status: 302, error: 'REDIRECT', answer: `not followed: ${inside.url}` });
    expect(inside.connections).toBe(0);
  });

  it('that reset or refuse the connection, or speak no TLS, are named', async () => {
    const resetting = await attemptAt((await aSink(manners.resetting)).url);
    expect(resetting.attempt).toMatchObject({ status: null, error: 'CONNECTION', errorDetail: 'ECONNRESET' });
    const closed = await aSink();
    await closed.close();
    const refused = await attemptAt(closed.url);
    expect(refused.attempt).toMatchObject({ status: null, error: 'CONNECTION', errorDetail: 'ECONNREFUSED' });
    const plain = await attemptAt((await aSink()).urlAs('https', '127.0.0.1'));
    expect(plain.attempt).toMatchObject({ status: null, error: 'TLS' });
  });

  it('that hang are left when their time is over', async () => {
    await figures({ timeoutMs: SHORT_TIMEOUT_MS, slowMs: SLOW_MS });
    const { endpointId, delivery, attempt } = await attemptAt((await aSink(manners.hanging)).url);
    await figures({ timeoutMs: TIMEOUT_MS });
    // Or its retries would take the places of others for as long.
    await done(app, 'deleteWebhookEndpoint', { endpointId: ['ID!', endpointId] }, '', tokenOf(creditor));
    expect(delivery).toMatchObject({ state: 'pending', lastError: 'TIMEOUT', lastStatus: null });
    expect(attempt).toMatchObject({ status: null, error: 'TIMEOUT', errorDetail: `${SHORT_TIMEOUT_MS} ms` });
  });

  it('that hang hold up nobody else', async () => {
    const hanging = await aSink(manners.hanging);
    const { id } = await anEndpoint(app, creditor, { url: hanging.url, types: ['case.closed'] });
    const well = await aSink();
    const { id: other } = await anEndpoint(app, creditor, { url: well.url, types: ['case.closed'] });
    const fire = (endpointId: string) =>
      done(app, 'sendTestWebhook', { endpointId: ['ID!', endpointId] }, '', tokenOf(creditor));
    // More than a process has places in all.
    for (let n = 0; n < 40; n += 1) await fire(id);
    await hanging.until(() => hanging.received.length === 2, 'it has the places one endpoint may have');
    for (let n = 1; n <= 5; n += 1) {
      await fire(other);
      await well.until(() => well.received.length === n, 'the one that is well gets its own');
    }
    // All the while none of the others was answered or left.
    expect({ open: hanging.sockets.size, came: hanging.received.length }).toEqual({ open: 2, came: 2 });
    await done(app, 'deleteWebhookEndpoint', { endpointId: ['ID!', id] }, '', tokenOf(creditor));
    await hanging.close();
  });

  it('that hang, eight of one organisation, delay nobody of another', async () => {
    const stranger = await aCreditor(app);
    const hanging = await aSink(manners.hanging);
    const made = [];
    for (let n = 0; n < 8; n += 1)
      made.push(await anEndpoint(app, stranger, { url: hanging.url, types: ['case.closed'] }));
    const fire = (owner: Organisation, id: string) =>
      done(app, 'sendTestWebhook', { endpointId: ['ID!', id] }, '', tokenOf(owner));
    for (let n = 0; n < 4; n += 1) for (const { id } of made) await fire(stranger, id);
    await hanging.until(() => hanging.received.length === 3, 'it has the places of the fast lane');
    const well = await aSink();
    const { id: other } = await anEndpoint(app, creditor, { url: well.url, types: ['case.closed'] });
    for (let n = 1; n <= 5; n += 1) {
      await fire(creditor, other);
      await well.until(() => well.received.length === n, 'the one that is well gets its own');
    }
    expect({ open: hanging.sockets.size, came: hanging.received.length }).toEqual({ open: 3, came: 3 });
    for (const { id } of made)
      await done(app, 'deleteWebhookEndpoint', { endpointId: ['ID!', id] }, '', tokenOf(stranger));
    await hanging.close();
  });

  it('that were slow have one attempt at once, however much waits, until they are quick again', async () => {
    await figures({ timeoutMs: TIMEOUT_MS, slowMs: SLOW_MS });
    const waiting: ServerResponse[] = [];
    const slow = await aSink((response) => void waiting.push(response));
    const { id } = await anEndpoint(app, creditor, { url: slow.url, types: ['case.closed'] });
    const fire = () => done(app, 'sendTestWebhook', { endpointId: ['ID!', id] }, '', tokenOf(creditor));
    const answered = async (count: number) => {
      await slow.until(() => slow.received.length === count, `${count} came`);
      await pause(2 * SLOW_MS);
      for (const response of waiting.splice(0)) response.writeHead(204).end();
    };
    await fire();
    await answered(1);
    await deliveriesOf(app, creditor, id, ([first]) => first?.['state'] === 'delivered');
    for (let n = 0; n < 3; n += 1) await fire();
    for (const count of [2, 3]) {
      await answered(count);
      expect(waiting.length).toBe(0);
    }
    slow.manner = manners.ok;
    await answered(4);
    await deliveriesOf(app, creditor, id, (all) => all.every((one) => one['state'] === 'delivered'));
    await figures({ timeoutMs: TIMEOUT_MS, slowMs: 2_000 });
  });

  it('are waited for with no transaction open', async () => {
    const within = new AsyncLocalStorage<'a transaction'>();
    const { app: container } = app.serving;
    const [database, sender] = [container.get(Database), container.get(Sender)];
    const transaction = database.transaction.bind(database);
    jest
      .spyOn(database, 'transaction')
      .mockImplementation((work) => within.run('a transaction', () => transaction(work)));
    const send = sender.send.bind(sender);
    const sentWithin: unknown[] = [];
    jest.spyOn(sender, 'send').mockImplementation((outgoing, stop) => {
      sentWithin.push(within.getStore());
      return send(outgoing, stop);
    });
    await attemptAt((await aSink()).url);
    await attemptAt((await aSink(manners.broken)).url);
    expect(sentWithin.length).toBeGreaterThanOrEqual(2);
    expect(sentWithin.filter((where) => where !== undefined)).toEqual([]);
  });

  it('that answer without end have answered; what they say is cut and the connection closed', async () => {
    const sink = await aSink(manners.endless);
    const { delivery, attempt } = await attemptAt(sink.url);
    expect(delivery).toMatchObject({ state: 'delivered', lastStatus: 200 });
    expect(attempt['answer']).toBe('x'.repeat(4_096));
    await eventually(
      async () => sink.sockets.size === 0,
      () => 'the connection is closed',
    );
  });

  it('that are gone are disabled at once, until their owner enables them', async () => {
    const sink = await aSink(manners.gone);
    const { endpointId, delivery } = await attemptAt(sink.url);
    expect(delivery).toMatchObject({ state: 'failed', lastStatus: 410, lastError: 'GONE' });
    expect(await endpointOf(app, creditor, endpointId)).toMatchObject({ state: 'disabled', disabledReason: 'gone' });
    const refused = await act(app, 'sendTestWebhook', { endpointId: ['ID!', endpointId] }, '', tokenOf(creditor));
    expect(refused).toMatchObject({ code: 'WRONG_STATE', details: { state: 'disabled' } });
    await done(app, 'enableWebhookEndpoint', { endpointId: ['ID!', endpointId] }, '', tokenOf(creditor));
    expect(await endpointOf(app, creditor, endpointId)).toEqual({
      ...{ state: 'enabled', disabledReason: null, failingSince: null },
    });
  });

  it('that fail for days without one success are disabled, told of, and keep what waits for them', async () => {
    const sink = await aSink(manners.broken);
    const { endpointId } = await attemptAt(sink.url);
    expect((await endpointOf(app, creditor, endpointId))['state']).toBe('enabled');
    await asOwner(
      app.database,
      `UPDATE webhook_endpoints SET failing_since = now() - interval '121 hours' WHERE failing_since IS NOT NULL AND url = $1`,
      [sink.url],
    );
    await minutesPass(app);
    await eventually(
      async () => (await endpointOf(app, creditor, endpointId))['disabledReason'] === 'failing',
      () => 'the endpoint is disabled',
    );
    const told = await asOwner<{ payload: { reason: string } }>(
      app.database,
      `SELECT e.payload FROM outbox_events e JOIN webhook_endpoints w ON w.id = (e.payload->>'endpointId')::uuid
        WHERE e.name = 'webhook-endpoint.disabled.v1' AND w.url = $1`,
      [sink.url],
    );
    expect(told.map(({ payload }) => payload.reason)).toEqual(['failing']);
    await eventually(
      async () => {
        const fed = await asOwner<{ data: object }>(
          app.database,
          `SELECT data FROM feed_events WHERE type = 'webhook-endpoint.disabled' AND data->>'endpointId' = $1`,
          [endpointId],
        );
        return isDeepStrictEqual(fed, [{ data: { endpointId, reason: 'failing' } }]);
      },
      () => 'the owner’s feed says so',
    );
    const [trail] = await asOwner(
      app.database,
      `SELECT a.facts FROM audit_records a JOIN webhook_endpoints w ON w.id = a.subject_id
        WHERE a.act = 'webhook-endpoint.disable' AND w.url = $1`,
      [sink.url],
    );
    expect(trail).toEqual({ facts: { reason: 'failing' } });

    sink.manner = manners.ok;
    await done(app, 'enableWebhookEndpoint', { endpointId: ['ID!', endpointId] }, '', tokenOf(creditor));
    await minutesPass(app);
    await deliveriesOf(app, creditor, endpointId, (all) => all.every((one) => one['state'] === 'delivered'));
  });

  it('that fail to the last attempt are given up and can be replayed', async () => {
    const sink = await aSink(manners.broken);
    const { endpointId, delivery } = await attemptAt(sink.url);
    for (let attempt = 2; attempt <= 8; attempt += 1) {
      await minutesPass(app);
      await deliveriesOf(app, creditor, endpointId, ([one]) => one!['attempts'] >= attempt);
    }
    const [given] = await deliveriesOf(app, creditor, endpointId);
    expect(given).toMatchObject({ state: 'failed', attempts: 8, nextAttemptAt: null });
    sink.manner = manners.ok;
    await done(app, 'replayWebhookDelivery', { deliveryId: ['ID!', delivery['id']] }, '', tokenOf(creditor));
    const [again] = await deliveriesOf(app, creditor, endpointId, ([one]) => one!['state'] === 'delivered');
    expect(again).toMatchObject({ attempts: 1, replays: 1, eventId: delivery['eventId'] });
  });

  describe('behind a name', () => {
    it('are connected to at the address that was checked, whatever the name says a moment later', async () => {
      const sink = await aSink();
      jest.spyOn(app.serving.app.get(HostLookup), 'addressesOf').mockResolvedValue(['127.0.0.1']);
      const { attempt } = await attemptAt(sink.urlAs('https', 'hooks.harbour.com'));
      // The name is nobody's; that a connection came at all shows that no one else was asked for its address.
      expect(attempt).toMatchObject({ error: 'TLS' });
      expect(sink.connections).toBe(1);
    });

    it('that turned inward are refused, and their addresses are not told', async () => {
      const { id } = await anEndpoint(app, creditor, { url: 'https://93.184.215.14/in', types: ['case.closed'] });
      await asOwner(app.database, `UPDATE webhook_endpoints SET url = 'https://hooks.harbour.com/in' WHERE id = $1`, [
        parsePublicId('webhookEndpoint', id),
      ]);
      jest.spyOn(app.serving.app.get(HostLookup), 'addressesOf').mockResolvedValue(['169.254.7.9']);
      const { attempt } = await attemptTo(id);
      expect(attempt).toMatchObject({ status: null, error: 'REFUSED_ADDRESS', errorDetail: 'ADDRESS_NOT_PUBLIC' });
      expect(JSON.stringify(attempt)).not.toContain('169.254');
    });

    it('that nobody knows are named', async () => {
      jest
        .spyOn(app.serving.app.get(HostLookup), 'addressesOf')
        .mockRejectedValue(Object.assign(new Error('queryA'), { code: 'ETIMEOUT' }));
      const { attempt } = await attemptAt('https://hooks.harbour.com/in');
      expect(attempt).toMatchObject({ status: null, error: 'DNS', errorDetail: 'ETIMEOUT' });
    });
  });
});
