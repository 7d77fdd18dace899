import { readFileSync } from 'node:fs';
import { Recourse } from '@recourse/client';
import { grabbingBot } from '../../packages/client/examples/grabbing-bot.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, anAgency, anApiKey, type Organisation } from '../support/builders.js';

const EXAMPLE = 'packages/client/examples/grabbing-bot.ts';
const GOOD = { category: 'commercial_receivable', principalFen: '600000', commission: { bps: 2_000 } };

describe('an agency runs the grabbing bot', () => {
  let app: TestApp;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp();
    creditor = await aCreditor(app);
  });
  afterAll(() => app.close());
  afterEach(() => {
    delete process.env['RECOURSE_AFTER'];
  });

  async function clientFor(agency: Organisation): Promise<Recourse> {
    const { key } = await anApiKey(app, agency, ['hall:read', 'grabs:read', 'grabs:write', 'standing:read']);
    return new Recourse({ baseUrl: app.url, apiKey: key });
  }

  /** Where the hall's stream stands once this case has been heard of. */
  async function cursorAfter(client: Recourse, caseId: () => Promise<string>): Promise<string> {
    const ending = new AbortController();
    let posted: Promise<string> | undefined;
    const onOpen = () => {
      posted ??= caseId();
    };
    for await (const { data, cursor } of client.hall.events({ onOpen, signal: ending.signal })) {
      if (data.caseId === (await posted)) return cursor;
    }
    throw new Error('the stream ended');
  }

  it('which is at most thirty lines', () => {
    expect(readFileSync(EXAMPLE, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  });

  it('and it takes what is worth it as it comes in, from where it left off', async () => {
    const agency = await anAgency(app);
    const client = await clientFor(agency);
    process.env['RECOURSE_AFTER'] = await cursorAfter(client, () => aListedCase(app, creditor, GOOD));
    const ending = new AbortController();
    const said: string[] = [];
    const say = (line: string) => {
      said.push(line);
      ending.abort();
    };
    const bot = grabbingBot(client, say, ending.signal);
    await aListedCase(app, creditor, { ...GOOD, principalFen: '400000' });
    await aListedCase(app, creditor, { ...GOOD, commission: { bps: 1_200 } });
    const caseId = await aListedCase(app, creditor, GOOD);
    await bot;
    expect(said).toEqual([`took ${caseId}: 6000.00 yuan at 20 %`]);
    const grabs = await client.grabs.list().toArray();
    expect(grabs.map((grab) => [grab.caseId, grab.acceptedAt !== null])).toEqual([[caseId, true]]);
  });

  it('and it stops politely when the quota is used up', async () => {
    const agency = await anAgency(app);
    const client = await clientFor(agency);
    const { casesHeld } = await client.standing.get();
    for (let i = 0; i <= casesHeld; i += 1) await aListedCase(app, creditor, GOOD);
    const said: string[] = [];
    await grabbingBot(client, (line) => void said.push(line));
    expect(said.filter((line) => line.startsWith('took'))).toHaveLength(casesHeld);
    expect(said.at(-1)).toMatch(/^stopping: .*hold/);
    expect(await client.grabs.list({ state: 'active' }).toArray()).toHaveLength(casesHeld);
  });
});
