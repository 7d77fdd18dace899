import type { Client } from 'graphql-ws';
import WebSocket from 'ws';
import { parsePublicId } from '../../src/kernel/index.js';
import { FeedCursors } from '../../src/notifications/feed/feed-cursor.js';
import { Feed } from '../../src/notifications/feed/index.js';
import { Database } from '../../src/platform/database/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, anOrganisation, type Organisation } from '../support/builders.js';
import { aCrowd } from '../support/crowd.js';
import { asOwner, namedDatabase } from '../support/database.js';
import { follow, socketClient, stream } from '../support/live.js';
import { sampleDebt } from '../support/samples.js';
import { eventually } from '../support/sink.js';

const SUBSCRIBERS = 500;
const EVENTS = 200;
const WRITERS = 8;
const ROUNDS = 40;

describe('following many events at once', () => {
  let app: TestApp;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp({ DATABASE_POOL: '40' }, await namedDatabase('recourse_live', { fresh: true }));
    creditor = await aCreditor(app);
    await app.settled();
  });
  afterAll(() => app?.close());

  /** One transaction that writes events for an organisation and lingers before it commits. */
  async function written(organisation: Organisation, messages: string[], lingerMs: number): Promise<void> {
    const { app: container } = app.serving;
    const organisationId = parsePublicId('organisation', organisation.id)!;
    await container.get(Database).transaction(async (tx) => {
      const about = { organisationId, ofOrganisation: organisationId, caseId: null, batchId: null };
      const events = messages.map((message) => ({
        ...about,
        type: 'webhook.test',
        audience: 'organisation' as const,
        data: { message },
        occurredAt: new Date(),
      }));
      await container.get(Feed).write(tx, events);
      if (lingerMs > 0) await tx.rows('SELECT pg_sleep($1)', [lingerMs / 1000]);
    });
  }

  it('gives 500 subscribers of the hall 200 events each: none missed, none twice, in order', async () => {
    const crowd = await aCrowd(app.database, SUBSCRIBERS, 10);
    const clients: Client[] = [];
    const position = (
      await asOwner<{ p: string }>(app.database, 'SELECT max(position)::text AS p FROM feed_events')
    )[0]!.p;
    const after = `after: "${Buffer.from(JSON.stringify([position])).toString('base64url')}", types: ["case.listed"]`;
    const followers = crowd.map(({ key }) => {
      const client = socketClient(app.url, key);
      clients.push(client);
      return follow(client, 'hallEvents', after);
    });
    const send = (rows: object[]) =>
      app
        .rest()
        .post('/v1/case-batches')
        .set('authorization', `Bearer ${creditor.owner.token}`)
        .send({ rows })
        .expect(202);
    for (let sent = 0; sent < EVENTS; sent += 20) await send(Array.from({ length: 20 }, () => sampleDebt()));
    await Promise.all(followers.map((one) => one.until(EVENTS)));
    await app.settled();
    const told = await asOwner<{ id: string; position: string }>(
      app.database,
      `SELECT position::text FROM feed_events WHERE audience = 'hall' AND type = 'case.listed' ORDER BY feed_events.position`,
    );
    const cursors = app.serving.app.get(FeedCursors);
    const expected = told.map((row) => cursors.at(BigInt(row.position)));
    expect(expected).toHaveLength(EVENTS);
    const wrong = followers.filter(
      ({ events, ended }) => ended || events.map(({ cursor }) => cursor).join() !== expected.join(),
    );
    expect(wrong.map(({ events, ended }) => [events.length, ended])).toEqual([]);
    await Promise.all(clients.map((one) => one.dispose()));
  });

  it.each(['socket', 'stream'] as const)(
    'misses none over a %s that is cut off again and again while transactions commit in any order',
    async (kind) => {
      const organisation = await anOrganisation(app, 'creditor');
      const token = organisation.owner.token;
      const seen: { cursor: string; message: string }[] = [];
      let finished = false;
      const writers = Array.from({ length: WRITERS }, async (_, writer) => {
        for (let round = 0; round < ROUNDS; round += 1) {
          const messages = Array.from({ length: 1 + (round % 3) }, (_, n) => `${writer}.${round}.${n}`);
          await written(organisation, messages, (writer * 7 + round * 3) % 9);
        }
      });
      // Committed after all others: who has been told of it misses nothing that is still to come.
      const all = Promise.all(writers)
        .then(() => written(organisation, ['last'], 0))
        .then(() => {
          finished = true;
        });
      const total = WRITERS * Array.from({ length: ROUNDS }, (_, n) => 1 + (n % 3)).reduce((a, b) => a + b, 0);
      let cursor = Buffer.from('["0"]').toString('base64url');
      for (let cut = 0; seen.at(-1)?.message !== 'last' && cut < 500; cut += 1) {
        const client = kind === 'socket' ? socketClient(app.url, token) : undefined;
        const one = client
          ? follow(client, 'caseEvents', `after: "${cursor}"`)
          : await stream(app.url, '/v1/events/stream', token, { 'last-event-id': cursor });
        const last = () => one.ended !== undefined || one.events.some(({ data }) => data['message'] === 'last');
        if (finished)
          await eventually(
            async () => last(),
            () => 'the last is told of',
          );
        else await Promise.race([one.until(1 + (cut % 17)), all]);
        seen.push(...one.events.map((event) => ({ cursor: event.cursor, message: event.data['message'] })));
        cursor = seen.at(-1)?.cursor ?? cursor;
        one.stop();
        await client?.dispose();
      }
      await all;
      const messages = seen.map(({ message }) => message);
      expect(new Set(messages).size).toBe(messages.length);
      expect(messages).toHaveLength(total + 1);
    },
  );

  it('lets a receiver that stops reading come back to everything, and lets nobody wait for it', async () => {
    const organisation = await anOrganisation(app, 'creditor');
    const { token } = organisation.owner;
    const socket = new WebSocket(`${app.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    const got: string[] = [];
    let more: () => void = () => undefined;
    socket.on('message', (text) => {
      const { type, payload } = JSON.parse(String(text));
      if (type === 'next') got.push(payload.data.caseEvents.data.message);
      more();
    });
    const until = async (test: () => boolean) => {
      while (!test()) await new Promise<void>((resolve) => (more = resolve));
    };
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    const begin = Buffer.from('["0"]').toString('base64url');
    const query = `subscription { caseEvents(after: "${begin}") { data } }`;
    const quick = await stream(app.url, '/v1/events/stream', token, { 'last-event-id': begin });
    await until(() => true);
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    await written(organisation, ['first'], 0);
    await until(() => got.length === 1);
    socket.pause();
    const long = 'x'.repeat(2_000);
    const sent = Array.from({ length: 6_000 }, (_, n) => `${n} ${long}`);
    for (let n = 0; n < sent.length; n += 500) await written(organisation, sent.slice(n, n + 500), 0);
    expect(await quick.until(6_001)).toHaveLength(6_001);
    expect(got).toHaveLength(1);
    socket.resume();
    await until(() => got.length > sent.length);
    expect(got).toEqual(['first', ...sent]);
    quick.stop();
    socket.terminate();
  });
});
