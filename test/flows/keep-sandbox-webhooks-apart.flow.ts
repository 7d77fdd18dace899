import { randomUUID } from 'node:crypto';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, anAgency, logIn, type Organisation } from '../support/builders.js';
import { asOwner } from '../support/database.js';
import { Sink } from '../support/sink.js';
import { anEndpoint } from '../support/webhooks.js';

describe('webhooks of test organisations', () => {
  let app: TestApp;
  const sinks: Sink[] = [];

  beforeAll(async () => {
    app = await testApp({ WEBHOOKS_ALLOW_INSECURE: 'true' });
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

  /** The organisations in a sandbox of their own, each with a token that knows it. */
  async function inSandbox(...organisations: Organisation[]): Promise<Organisation[]> {
    const ids = organisations.map(({ id }) => parsePublicId('organisation', id));
    const sandboxId = randomUUID();
    await asOwner(app.database, 'INSERT INTO sandboxes (id, owner_id) VALUES ($1, $2)', [sandboxId, ids[0]]);
    await asOwner(app.database, 'UPDATE organisations SET sandbox_id = $1 WHERE id = ANY ($2::uuid[])', [
      sandboxId,
      ids,
    ]);
    return Promise.all(
      organisations.map(async (one) => {
        const { accessToken } = await logIn(app, one.owner.email);
        return { ...one, owner: { ...one.owner, token: accessToken as string } };
      }),
    );
  }

  it('hear of their own sandbox only, and no live endpoint hears of theirs', async () => {
    const [live, liveProvider] = await Promise.all([aCreditor(app), anAgency(app)]);
    const made = await Promise.all([aCreditor(app), anAgency(app)]);
    const [test, testProvider] = (await inSandbox(...made)) as [Organisation, Organisation];
    const [other] = (await inSandbox(await anAgency(app))) as [Organisation];
    const [liveEars, testEars, otherEars] = [
      ...[await hallEars(liveProvider), await hallEars(testProvider), await hallEars(other)],
    ] as [Sink, Sink, Sink];
    const testCase = await aListedCase(app, test);
    const liveCase = await aListedCase(app, live);
    const lastCase = await aListedCase(app, test);
    const heard = (sink: Sink) => sink.ofType('case.listed').map(({ event }) => event.data['caseId']);
    await testEars.until((sink) => heard(sink).includes(lastCase), 'the sandbox hears its own');
    await liveEars.until((sink) => heard(sink).includes(liveCase), 'the live hall hears its own');
    expect(heard(testEars).sort()).toEqual([testCase, lastCase].sort());
    expect(heard(liveEars)).toEqual([liveCase]);
    expect(otherEars.received).toEqual([]);
  });
});
