import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Recourse } from '@recourse/client';
import { grabbingBot } from '../../packages/client/examples/grabbing-bot.mjs';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, anAgency, anApiKey, type Organisation } from '../support/builders.js';

const EXAMPLE = 'packages/client/examples/grabbing-bot.mjs';
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

  it('which is at most fifty lines that every supported Node runs', () => {
    expect(readFileSync(EXAMPLE, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(50);
    execFileSync(process.execPath, ['--check', EXAMPLE]);
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
    expect(said).toEqual([
      `took ${caseId}: 6000.00 yuan at 20 %`,
      expect.stringMatching(/^stopped; go on with RECOURSE_AFTER=\S+$/),
    ]);
    const grabs = await client.grabs.list().toArray();
    expect(grabs.map((grab) => [grab.caseId, grab.acceptedAt !== null])).toEqual([[caseId, true]]);
  });

  it('and when the quota is used up it waits for a place, and always knows where to go on', async () => {
    const agency = await anAgency(app);
    const client = await clientFor(agency);
    const { casesHeld } = await client.standing.get();
    for (let i = 0; i <= casesHeld; i += 1) await aListedCase(app, creditor, GOOD);
    const ending = new AbortController();
    const said: string[] = [];
    let hear: () => void = () => undefined;
    const say = (line: string) => {
      said.push(line);
      hear();
    };
    const heard = async (so: () => boolean) => {
      while (!so()) await new Promise<void>((resolve) => (hear = resolve));
    };
    const taken = () => said.filter((line) => line.startsWith('took')).length;
    const bot = grabbingBot(client, say, ending.signal);
    await heard(() => said.some((line) => /^waiting: .*hold/.test(line)));
    expect([taken(), ending.signal.aborted]).toEqual([casesHeld, false]);
    const [grab] = await client.grabs.list({ state: 'active' }).toArray(1);
    await client.grabs.return({ grabId: grab!.id, reason: 'too far away' });
    await heard(() => taken() === casesHeld + 1);
    ending.abort();
    await bot;
    expect(said.at(-1)).toMatch(/^stopped; go on with RECOURSE_AFTER=\S+$/);
  });
});
