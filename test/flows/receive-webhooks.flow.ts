import { Webhook } from 'standardwebhooks';
import { parsePublicId } from '../../src/kernel/index.js';
import { Sweeps } from '../../src/platform/jobs/sweeps.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  anApplication,
  anOrganisation,
  aPlatform,
  type Organisation,
} from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { asOwner } from '../support/database.js';
import { manners, Sink } from '../support/sink.js';
import { anEndpoint, deliveriesOf, logOf, minutesPass, tokenOf } from '../support/webhooks.js';

const FIRED = '... on WebhookDelivery { id eventId }';

describe('receiving webhooks', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  const sinks: Sink[] = [];

  beforeAll(async () => {
    app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' });
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app)]);
  });
  afterAll(async () => {
    await app.close();
    for (const sink of sinks) await sink.close();
  });

  async function aSink(): Promise<Sink> {
    const sink = await new Sink().open();
    sinks.push(sink);
    return sink;
  }

  it('tells a creditor what becomes of its case, signed so that any Standard Webhooks library believes it', async () => {
    const sink = await aSink();
    const { secret } = await anEndpoint(app, creditor, { url: sink.url });
    const caseId = await aListedCase(app, creditor);
    await aGrab(app, agency, caseId);
    await sink.until(() => sink.ofType('grab.accepted').length > 0, 'the grab is accepted');
    const types = sink.received.map(({ body }) => JSON.parse(body).type as string);
    expect(types.filter((type) => /^(case|grab)/.test(type)).sort()).toEqual([
      'case.listed',
      'case.posted',
      'grab.accepted',
      'grab.taken',
    ]);
    for (const { body, headers } of sink.received) {
      const event = new Webhook(secret).verify(body, headers as Record<string, string>);
      expect(event).toEqual({ type: expect.any(String), timestamp: expect.any(String), data: expect.any(Object) });
      expect(JSON.parse(body).data.caseId ?? caseId).toBe(caseId);
      expect(headers['webhook-id']).toMatch(/^evt_[0-9A-Z]{26}$/);
    }
    expect(new Set(sink.received.map(({ headers }) => headers['webhook-id'])).size).toBe(sink.received.length);
  });

  it('does not verify with another secret, nor after one byte was changed', async () => {
    const sink = await aSink();
    const { id, secret } = await anEndpoint(app, creditor, { url: sink.url, types: ['case.closed'] });
    await done(app, 'sendTestWebhook', { endpointId: ['ID!', id] }, '', tokenOf(creditor));
    await sink.until(() => sink.received.length === 1);
    const [{ body, headers }] = sink.received as [(typeof sink.received)[0]];
    const read = (by: string, text: string) => new Webhook(by).verify(text, headers as Record<string, string>);
    expect(() => read(secret, body.replace('Hello', 'Hallo'))).toThrow();
    expect(() => read(`whsec_${Buffer.alloc(32, 1).toString('base64')}`, body)).toThrow();
    expect(read(secret, body)).toMatchObject({ type: 'webhook.test', data: { message: expect.any(String) } });
  });

  it('signs with both secrets while one replaces the other, and with the new one alone afterwards', async () => {
    const sink = await aSink();
    const own = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    const { id, secret: old } = await anEndpoint(app, creditor, { url: sink.url, types: ['case.closed'], secret: own });
    expect(old).toBe(own);
    const rotated = await done(
      app,
      'rotateWebhookSecret',
      { endpointId: ['ID!', id] },
      '... on WebhookEndpointWithSecret { secret endpoint { previousSecretUntil } }',
      tokenOf(creditor),
    );
    const inHours = (Date.parse(rotated['endpoint'].previousSecretUntil) - Date.now()) / 3_600_000;
    expect(Math.round(inHours)).toBe(24);
    const fire = async (nth: number) => {
      await done(app, 'sendTestWebhook', { endpointId: ['ID!', id] }, '', tokenOf(creditor));
      await sink.until(() => sink.received.length === nth);
      const { body, headers } = sink.received[nth - 1]!;
      return (secret: string) => new Webhook(secret).verify(body, headers as Record<string, string>);
    };
    const during = await fire(1);
    expect(during(old)).toEqual(during(rotated['secret']));
    await asOwner(
      app.database,
      `UPDATE webhook_endpoints SET previous_secret_until = now() WHERE previous_secret_until IS NOT NULL`,
    );
    const afterwards = await fire(2);
    expect(afterwards(rotated['secret'])).toMatchObject({ type: 'webhook.test' });
    expect(() => afterwards(old)).toThrow();
  });

  it('delivers the hall to approved providers that ask for it by name, and to nobody else', async () => {
    const [named, all, foreign, unapproved] = [await aSink(), await aSink(), await aSink(), await aSink()];
    const [stranger, newcomer] = [await aCreditor(app), await anOrganisation(app, 'agency')];
    await anEndpoint(app, newcomer, { url: unapproved.url, types: ['case.listed'] });
    await anEndpoint(app, agency, { url: named.url, types: ['case.listed'] });
    await anEndpoint(app, agency, { url: all.url });
    await anEndpoint(app, stranger, { url: foreign.url });
    const caseId = await aListedCase(app, creditor);
    await aGrab(app, agency, caseId);
    await all.until(() => all.ofType('grab.taken').length === 1, 'the provider hears of its grab');
    await named.until(() => named.received.length === 1, 'the provider hears of the listing');
    expect(named.ofType('case.listed')[0]!.event.data['caseId']).toBe(caseId);
    expect(all.ofType('case.listed')).toEqual([]);
    expect(unapproved.received).toEqual([]);
    expect(foreign.received.filter(({ body }) => body.includes(caseId))).toEqual([]);
  });

  it('tells the platform what waits for its reviewers', async () => {
    const [platform, sink] = [await aPlatform(app), await aSink()];
    await anEndpoint(app, platform, { url: sink.url, types: ['verification.submitted'] });
    const applicant = await anOrganisation(app, 'creditor');
    const applicationId = await anApplication(app, applicant);
    await sink.until(
      () => sink.received.some(({ body }) => body.includes(applicationId)),
      'the application is told of',
    );
    for (const { body } of sink.received) expect(body).not.toContain(applicant.name);
  });

  it('forgets deliveries and what was sent after thirty days', async () => {
    const sink = await aSink();
    const { id } = await anEndpoint(app, creditor, { url: sink.url, types: ['case.closed'] });
    const fired = async () => done(app, 'sendTestWebhook', { endpointId: ['ID!', id] }, FIRED, tokenOf(creditor));
    const [old, young] = [await fired(), await fired()];
    const delivered = (found: Answer[]) => found.every((one) => one['state'] === 'delivered');
    await deliveriesOf(app, creditor, id, delivered);
    const month = `now() - interval '30 days 1 minute'`;
    const oldId = [parsePublicId('webhookDelivery', old['id'])];
    await asOwner(app.database, `UPDATE webhook_deliveries SET created_at = ${month} WHERE id = $1`, oldId);
    await asOwner(app.database, `UPDATE webhook_messages SET created_at = ${month}`);
    await app.serving.app.get(Sweeps).run('retention');
    expect((await deliveriesOf(app, creditor, id)).map((one) => one['id'])).toEqual([young['id']]);
    expect((await logOf(app, creditor, young['id']))['body']).toContain('webhook.test');
    const [left] = await asOwner(
      app.database,
      `SELECT (SELECT count(*)::int FROM webhook_attempts WHERE delivery_id = $1) AS attempts,
              (SELECT count(*)::int FROM webhook_messages WHERE id = $2) AS messages`,
      [...oldId, parsePublicId('event', old['eventId'])],
    );
    expect(left).toEqual({ attempts: 0, messages: 0 });
  });

  it('tries again what failed, with the same id, and shows every attempt', async () => {
    const sink = await aSink();
    sink.manner = manners.broken;
    const { id } = await anEndpoint(app, creditor, { url: sink.url, types: ['case.posted'] });
    await aListedCase(app, creditor);
    await sink.until(() => sink.received.length === 1);
    const [failed] = await deliveriesOf(app, creditor, id, (found) => found[0]?.['lastStatus'] === 500);
    expect(failed).toMatchObject({ state: 'pending', attempts: 1, lastError: 'STATUS' });
    sink.manner = manners.ok;
    await minutesPass(app);
    const [delivered] = await deliveriesOf(app, creditor, id, (found) => found[0]?.['state'] === 'delivered');
    expect(delivered).toMatchObject({ attempts: 2, lastStatus: 204, lastError: null, nextAttemptAt: null });
    const [first, second] = sink.received;
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.body).toBe(first!.body);
    const log = await logOf(app, creditor, delivered!['id']);
    expect(log['body']).toBe(first!.body);
    expect(log['attempts']).toMatchObject([
      { status: 204, error: null },
      { status: 500, error: 'STATUS', answer: 'out of order' },
    ]);
    expect(log['attempts'][1].requestHeaders['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(JSON.stringify(log)).not.toContain('whsec_');
  });

  it('sends one delivery again, and everything since an instant, with the ids they had', async () => {
    const sink = await aSink();
    const since = new Date().toISOString();
    const { id } = await anEndpoint(app, creditor, { url: sink.url, types: ['case.posted'] });
    const cases = [await aListedCase(app, creditor), await aListedCase(app, creditor)];
    await sink.until(() => sink.received.length === 2);
    const [newest] = await deliveriesOf(app, creditor, id, (found) =>
      found.every((one) => one['state'] === 'delivered'),
    );
    const { token } = creditor.owner;
    await done(app, 'replayWebhookDelivery', { deliveryId: ['ID!', newest!['id']] }, '', { token });
    await sink.until(() => sink.received.length === 3);
    expect(sink.received[2]!.headers['webhook-id']).toBe(newest!['eventId']);

    // What happens while it is disabled is not lost to it either.
    await done(app, 'disableWebhookEndpoint', { endpointId: ['ID!', id] }, '', { token });
    cases.push(await aListedCase(app, creditor));
    await app.settled();
    const refused = await act(app, 'replayWebhooks', replayOf(id, since), '', { token });
    expect(refused['code']).toBe('WRONG_STATE');
    await done(app, 'enableWebhookEndpoint', { endpointId: ['ID!', id] }, '', { token });
    const replay = await done(app, 'replayWebhooks', replayOf(id, since), '... on WebhookReplay { id }', { token });
    const heard = () => new Set(sink.received.slice(3).map(({ body }) => JSON.parse(body).data.caseId));
    await sink.until(() => cases.every((one) => heard().has(one)), 'all three cases again');
    expect(await ask(app, 'webhookReplay', { id: ['ID!', replay['id']] }, 'done queued', token)).toEqual({
      done: true,
      queued: 3,
    });
    const ids = (caseId: string) =>
      new Set(
        sink
          .ofType('case.posted')
          .flatMap((one) => (one.event.data['caseId'] === caseId ? [one.headers['webhook-id']] : [])),
      );
    for (const one of cases) expect(ids(one).size).toBe(1);
  });

  const replayOf = (id: string, since: string) =>
    ({ endpointId: ['ID!', id], input: ['ReplayWebhooksInput!', { since }] }) as const;
});
