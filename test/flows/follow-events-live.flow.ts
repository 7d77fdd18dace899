import { type TestApp, testApp } from '../support/app.js';
import {
  aConfirmedRepayment,
  aCreditor,
  aGrab,
  aListedCase,
  aMember,
  anAgency,
  anApiKey,
  anOrganisation,
  aPlatform,
  aSandbox,
  type Organisation,
} from '../support/builders.js';
import { ask, done } from '../support/client.js';
import { follow, socketClient } from '../support/live.js';

describe('following events over a socket', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  const clients: ReturnType<typeof socketClient>[] = [];

  const client = (token: string | undefined) => {
    const made = socketClient(app.url, token);
    clients.push(made);
    return made;
  };
  const cursor = async (token: string) => (await ask(app, 'liveCursor', {}, '', token)) as unknown as string;

  beforeAll(async () => {
    app = await testApp();
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
    await app.settled();
  });
  afterAll(async () => {
    for (const one of clients) await one.dispose();
    await app?.close();
  });

  it('tells both sides of a case what each may know, in order', async () => {
    const after = `after: "${await cursor(creditor.owner.token)}"`;
    const mine = follow(client(creditor.owner.token), 'caseEvents', after);
    const theirs = follow(client(agency.owner.token), 'caseEvents', after);
    const caseId = await aListedCase(app, creditor);
    const grabId = await aGrab(app, agency, caseId);
    await aConfirmedRepayment(app, creditor, agency, grabId);
    await app.settled();
    await mine.until(7);
    await theirs.until(5);
    expect(mine.types()).toEqual([
      'case.posted',
      'case.listed',
      'grab.taken',
      'grab.accepted',
      'repayment.reported',
      'commission.booked',
      'repayment.confirmed',
    ]);
    expect(theirs.types().filter((type) => type !== 'standing.changed')).toEqual([
      'grab.taken',
      'grab.accepted',
      'repayment.reported',
      'commission.booked',
      'repayment.confirmed',
    ]);
    for (const { caseId: about, data } of [...mine.events, ...theirs.events].filter(({ caseId: id }) => id)) {
      expect([about, data['caseId']]).toEqual([caseId, caseId]);
    }
    const fee = (events: typeof mine.events) => events.find(({ type }) => type === 'commission.booked')!.data;
    expect(fee(mine.events)['serviceFeeFen']).toMatch(/^\d+$/);
    expect(fee(theirs.events)['serviceFeeFen']).toBeNull();
  });

  it('tells the hall what enters and leaves it, with amounts for providers and bands for creditors', async () => {
    const after = `after: "${await cursor(agency.owner.token)}"`;
    const provider = follow(client(agency.owner.token), 'hallEvents', after);
    const watcher = follow(client(creditor.owner.token), 'hallEvents', after);
    const caseId = await aListedCase(app, creditor);
    await aGrab(app, agency, caseId);
    const second = await aListedCase(app, creditor);
    await done(app, 'withdrawCase', { caseId: ['ID!', second] }, '... on Case { state }', {
      token: creditor.owner.token,
    });
    await app.settled();
    const seen = await provider.until(4);
    expect(seen.map(({ type, caseId: id }) => [type, id])).toEqual([
      ['case.listed', caseId],
      ['case.unlisted', caseId],
      ['case.listed', second],
      ['case.unlisted', second],
    ]);
    expect(seen.map(({ data }) => data['reason'])).toEqual([undefined, 'grabbed', undefined, 'withdrawn']);
    expect(seen[0]!.data['amountFen']).toMatch(/^\d+$/);
    const [first] = await watcher.until(4);
    expect(first!.data).toEqual({ ...seen[0]!.data, amountFen: null });
    expect(JSON.stringify([seen, watcher.events])).not.toContain(creditor.id);
    expect(Object.keys(seen[0]!.data).sort()).toEqual(
      ['again', 'amountBand', 'amountFen', 'caseId', 'category', 'commissionBps', 'grade', 'serviceLine'].sort(),
    );
  });

  it('goes on from a cursor without a gap or a double, and filters by type and case', async () => {
    const token = creditor.owner.token;
    const start = await cursor(token);
    const [one, two] = [await aListedCase(app, creditor), await aListedCase(app, creditor)];
    await app.settled();
    const all = follow(client(token), 'caseEvents', `after: "${start}"`);
    const told = [...(await all.until(4))];
    const rest = follow(client(token), 'caseEvents', `after: "${told[1]!.cursor}"`);
    expect((await rest.until(2)).map(({ id }) => id)).toEqual(told.slice(2).map(({ id }) => id));
    const listed = follow(client(token), 'caseEvents', `after: "${start}", types: ["case.listed"]`);
    expect((await listed.until(2)).map(({ caseId }) => caseId)).toEqual([one, two]);
    const ofTwo = follow(client(token), 'caseEvents', `after: "${start}", caseId: "${two}"`);
    expect((await ofTwo.until(2)).map(({ caseId }) => caseId)).toEqual([two, two]);
  });

  it('tells reviewers what waits for them and nobody else', async () => {
    const { reviewer, finance } = await aPlatform(app);
    const after = `after: "${await cursor(reviewer.token)}"`;
    const queue = follow(client(reviewer.token), 'reviewEvents', after);
    const newcomer = await aCreditor(app);
    await app.settled();
    expect((await queue.until(3)).map(({ type, data }) => [type, data['organisationId']])).toEqual([
      ['verification.submitted', newcomer.id],
      ['verification.claimed', newcomer.id],
      ['verification.approved', newcomer.id],
    ]);
    expect(await follow(client(finance.token), 'reviewEvents').over()).toBe('FORBIDDEN');
    expect(await follow(client(creditor.owner.token), 'reviewEvents').over()).toBe('FORBIDDEN');
  });

  it('follows a batch from its receipt to its end and then completes', async () => {
    const token = creditor.owner.token;
    const sent = await app
      .rest()
      .post('/v1/case-batches')
      .set('authorization', `Bearer ${token}`)
      .send({ rows: [{ externalRef: 'L-1' }] });
    const progress = follow(client(token), 'importProgress', `batchId: "${sent.body.id}"`);
    expect(await progress.over()).toBe('complete');
    expect(progress.types().at(0)).toBe('import.received');
    expect(progress.types().at(-1)).toBe('import.finished');
    expect(progress.events.at(-1)!.data).toMatchObject({ batchId: sent.body.id, counts: { rejectedRows: 1 } });
  });

  it('shows an organisation nothing of another', async () => {
    const stranger = await anOrganisation(app, 'creditor');
    const start = await cursor(stranger.owner.token);
    const caseId = await aListedCase(app, creditor);
    await app.settled();
    const foreign = follow(client(stranger.owner.token), 'caseEvents', `caseId: "${caseId}"`);
    expect(await foreign.over()).toBe('NOT_FOUND');
    const own = follow(client(stranger.owner.token), 'caseEvents', `after: "${start}"`);
    await app.rest().get('/livez');
    const unverified = await anOrganisation(app, 'agency');
    expect(await follow(client(unverified.owner.token), 'hallEvents').over()).toBe('ORGANISATION_NOT_VERIFIED');
    expect(own.events).toEqual([]);
  });

  it('keeps a sandbox and the live platform from hearing each other', async () => {
    const test = await aSandbox(app, creditor);
    const tester = test.agency.owner.token;
    const after = `after: "${await cursor(tester)}"`;
    const inside = follow(client(tester), 'hallEvents', after);
    const outside = follow(client(agency.owner.token), 'hallEvents', after);
    const tested = await aListedCase(app, test.creditor);
    const real = await aListedCase(app, creditor);
    const again = await aListedCase(app, test.creditor);
    await app.settled();
    expect((await inside.until(2)).map(({ caseId }) => caseId)).toEqual([tested, again]);
    expect((await outside.until(1)).map(({ caseId }) => caseId)).toEqual([real]);
  });

  it('gives each role and key only the types it may read', async () => {
    const operator = await aMember(app, creditor, ['operator']);
    const asked = follow(client(operator.token), 'caseEvents', 'types: ["commission.booked"]');
    expect(await asked.over()).toBe('FORBIDDEN');
    const { key } = await anApiKey(app, creditor, ['grabs:read']);
    expect(await follow(client(key), 'caseEvents', 'types: ["case.listed"]').over()).toBe('FORBIDDEN');
    const start = await cursor(key);
    const caseId = await aListedCase(app, creditor);
    await aGrab(app, agency, caseId);
    await app.settled();
    const seen = follow(client(key), 'caseEvents', `after: "${start}"`);
    await seen.until(2);
    expect(seen.types()).toEqual(['grab.taken', 'grab.accepted']);
    expect(await follow(client(key), 'hallEvents').over()).toBe('FORBIDDEN');
  });

  it('refuses what it cannot begin with', async () => {
    const token = creditor.owner.token;
    const made = client(token);
    expect(await follow(made, 'caseEvents', 'after: "nonsense"').over()).toBe('INVALID_INPUT');
    const future = Buffer.from('["999999999999"]').toString('base64url');
    expect(await follow(made, 'caseEvents', `after: "${future}"`).over()).toBe('INVALID_INPUT');
    expect(await follow(made, 'caseEvents', 'types: ["case.lost"]').over()).toBe('INVALID_INPUT');
    expect(await follow(made, 'hallEvents', 'types: ["case.lost"]').over()).toBe('INVALID_INPUT');
  });
});
