import { ReceivableSync } from '../../src/exchange/books/index.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aConfirmedRepayment,
  aConsentedClose,
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  anApiKey,
  type Organisation,
  someWork,
} from '../support/builders.js';
import { type Answer, ask, done } from '../support/client.js';
import { follow, socketClient, stream } from '../support/live.js';
import { sampleDebt } from '../support/samples.js';
import { Sink } from '../support/sink.js';
import { anEndpoint } from '../support/webhooks.js';

describe('telling the hall that a listed case changed', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  let sink: Sink;
  const clients: ReturnType<typeof socketClient>[] = [];

  const client = (token: string) => {
    const made = socketClient(app.url, token);
    clients.push(made);
    return made;
  };
  const cursor = async (token: string) => (await ask(app, 'liveCursor', {}, '', token)) as unknown as string;
  const revise = (debt: Record<string, unknown>) =>
    app.serving.app
      .get(ReceivableSync)
      .apply({ organisationId: parsePublicId('organisation', creditor.id)!, sandboxId: null }, [
        { row: debt, status: 'open' },
      ]);

  beforeAll(async () => {
    app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' });
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
    sink = await new Sink().open();
    await anEndpoint(app, agency, { url: sink.url, types: ['case.changed'] });
    await app.settled();
  });
  afterAll(async () => {
    for (const one of clients) await one.dispose();
    await app?.close();
    await sink?.close();
  });

  it('by socket, by server-sent events and by webhook, with the amount for providers and the band for creditors', async () => {
    const debt = sampleDebt({ principalFen: '1000000' });
    const caseId = await aListedCase(app, creditor, debt);
    await app.settled();
    const after = `after: "${await cursor(agency.owner.token)}"`;
    const provider = follow(client(agency.owner.token), 'hallEvents', after);
    const picky = follow(client(agency.owner.token), 'hallEvents', `${after}, filter: { grades: [E] }`);
    const elsewhere = follow(
      client(agency.owner.token),
      'hallEvents',
      `${after}, filter: { categories: [credit_card] }`,
    );
    const watcher = follow(client(creditor.owner.token), 'hallEvents', after);
    const rest = await stream(app.url, '/v1/hall/events/stream', agency.owner.token);
    await revise({ ...debt, principalFen: '900000' });
    await app.settled();
    const [event] = await provider.until(1);
    expect([event!.type, event!.caseId, event!.data['amountFen']]).toEqual(['case.changed', caseId, '900000']);
    expect(Object.keys(event!.data).sort()).toEqual(
      ['amountBand', 'amountFen', 'caseId', 'category', 'commissionBps', 'grade', 'serviceLine'].sort(),
    );
    expect((await watcher.until(1))[0]!.data).toEqual({ ...event!.data, amountFen: null });
    expect((await picky.until(1))[0]!.data).toEqual(event!.data);
    await rest.until(1);
    await sink.until(() => sink.ofType('case.changed').length > 0, 'the webhook tells of the change');
    expect(JSON.stringify([event, ...sink.received.map(({ body }) => body)])).not.toContain(creditor.id);
    // What is shown in the hall is what was told.
    const hall = await ask(app, 'hall', { first: ['Int!', 100] }, 'nodes { id amountFen }', agency.owner.token);
    expect(hall['nodes']).toContainEqual({ id: caseId, amountFen: '900000' });
    const marker = await aListedCase(app, creditor, { category: 'credit_card' });
    await app.settled();
    expect((await elsewhere.until(1)).map(({ caseId: id }) => id)).toEqual([marker]);
  });

  it('also when it is a payment that changes what is open', async () => {
    const caseId = await aListedCase(app, creditor, { principalFen: '1000000' });
    const grabId = await aGrab(app, agency, caseId);
    const repaymentId = await aConfirmedRepayment(app, creditor, agency, grabId, '200000');
    await aConsentedClose(app, creditor, agency, grabId, 'partially_paid');
    await done(app, 'relistCase', { caseId: ['ID!', caseId] }, '', { token: creditor.owner.token });
    await app.settled();
    const provider = follow(client(agency.owner.token), 'hallEvents', `after: "${await cursor(agency.owner.token)}"`);
    const reverse = { repaymentId: ['ID!', repaymentId], reason: ['String!', 'it bounced'] } as const;
    await done(app, 'reverseRepayment', reverse, '', { token: creditor.owner.token });
    await app.settled();
    const [event] = await provider.until(1);
    expect([event!.type, event!.data['amountFen']]).toEqual(['case.changed', '1000000']);
  });

  it('and tells of activities only those who may read the record of collection', async () => {
    const caseId = await aListedCase(app, creditor);
    const grabId = await aGrab(app, agency, caseId);
    await someWork(app, agency, grabId, 1);
    await app.settled();
    const [blind, seeing] = await Promise.all([
      anApiKey(app, creditor, ['cases:read', 'grabs:read']),
      anApiKey(app, creditor, ['cases:read', 'collection:read']),
    ]);
    const typesOf = async (key: string) => {
      const { body } = await app.rest().get('/v1/events?limit=100').set('authorization', `Bearer ${key}`);
      return body.data.filter((one: Answer) => one['caseId'] === caseId).map((one: Answer) => one['type']);
    };
    expect(await typesOf(seeing.key)).toContain('activity.recorded');
    expect(await typesOf(blind.key)).not.toContain('activity.recorded');
    expect(await typesOf(blind.key)).toContain('grab.accepted');
    const asked = await app
      .rest()
      .get('/v1/events?types=activity.recorded')
      .set('authorization', `Bearer ${blind.key}`);
    expect([asked.status, asked.body.code]).toEqual([403, 'FORBIDDEN']);
  });
});
