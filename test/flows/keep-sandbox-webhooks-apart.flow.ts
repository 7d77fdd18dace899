import { randomUUID } from 'node:crypto';
import { parsePublicId, publicId } from '../../src/kernel/index.js';
import { Feed } from '../../src/notifications/feed/index.js';
import { Database } from '../../src/platform/database/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, anAgency, aSandbox, type Organisation } from '../support/builders.js';
import { Sink } from '../support/sink.js';
import { anEndpoint } from '../support/webhooks.js';

describe('webhooks of test organisations', () => {
  let app: TestApp;
  const sinks: Sink[] = [];

  beforeAll(async () => {
    app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' });
  });
  afterAll(async () => {
    await app.close();
    for (const sink of sinks) await sink.close();
  });

  async function hallEars(provider: Organisation): Promise<Sink> {
    const sink = await new Sink().open();
    sinks.push(sink);
    await anEndpoint(app, provider, { url: sink.url, types: ['case.listed'] });
    return sink;
  }

  const uuidOf = ({ id }: Organisation) => parsePublicId('organisation', id)!;

  /** The hall hears of a listing, in the world its creditor is of. Answers the case. */
  async function listed(creditor: Organisation): Promise<string> {
    const id = randomUUID();
    const caseId = publicId('case', id);
    const about = { type: 'case.listed', audience: 'hall', organisationId: null, caseId: id, batchId: null } as const;
    const offer = { category: 'commercial_receivable', serviceLine: 'collection', amountFen: '800000', grade: 'A' };
    const data = { caseId, ...offer, amountBand: 'under_10k', commissionBps: 2_000, again: false };
    const event = { ...about, data, ofOrganisation: uuidOf(creditor), occurredAt: new Date() };
    const { app: container } = app.serving;
    await container.get(Database).transaction((tx) => container.get(Feed).write(tx, [event]));
    return caseId;
  }

  it('hear of their own sandbox only, and no live endpoint hears of theirs', async () => {
    const [live, liveProvider] = await Promise.all([aCreditor(app), anAgency(app)]);
    const { creditor: test, agency: testProvider } = await aSandbox(app, live);
    const { agency: other } = await aSandbox(app, live);
    const liveEars = await hallEars(liveProvider);
    const testEars = await hallEars(testProvider);
    const otherEars = await hallEars(other);
    const testCase = await listed(test);
    const liveCase = await listed(live);
    const lastCase = await listed(test);
    const heard = (sink: Sink) => sink.ofType('case.listed').map(({ event }) => event.data['caseId']);
    await testEars.until((sink) => heard(sink).includes(lastCase), 'the sandbox hears its own');
    await liveEars.until((sink) => heard(sink).includes(liveCase), 'the live hall hears its own');
    expect(heard(testEars).sort()).toEqual([testCase, lastCase].sort());
    expect(heard(liveEars)).toEqual([liveCase]);
    expect(otherEars.received).toEqual([]);
  });
});
