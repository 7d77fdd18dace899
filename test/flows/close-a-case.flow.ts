import { breachesIn } from '../../src/commands/laws.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aConfirmedRepayment,
  aConsentedClose,
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  aProposedClose,
  aSandbox,
  type Organisation,
  someWork,
  type TestWorld,
  tryGrab,
} from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { sampleDebt } from '../support/samples.js';

const GRAB = 'state closeCode closeProposedAt closesAt endReason penaltyPoints';
const VIEW = `... on Grab { ${GRAB} }`;
const DAY = 86_400;

/** Asks until it is so; what never comes fails the test by its own time limit. */
async function until<T>(look: () => Promise<T>, so: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await look();
    if (so(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('closing a case that is not paid', () => {
  let app: TestApp;
  let database: TestDatabase;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_closing_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
  });
  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
  afterAll(() => app?.close());

  const complete = (grabId: string, closeCode: string, by = agency) =>
    act(app, 'completeGrab', { grabId: ['ID!', grabId], closeCode: ['CloseCode!', closeCode] }, VIEW, {
      token: by.owner.token,
    });
  const answer = (grabId: string, word: string, by = creditor) =>
    act(app, 'answerClosing', { grabId: ['ID!', grabId], answer: ['ClosingAnswer!', word] }, VIEW, {
      token: by.owner.token,
    });
  const withdraw = (grabId: string, by = agency) =>
    act(app, 'withdrawClosing', { grabId: ['ID!', grabId] }, VIEW, { token: by.owner.token });
  const stateOf = async (caseId: string, by = creditor) =>
    (await ask(app, 'case', { id: ['ID!', caseId] }, 'state', by.owner.token))['state'];
  const relist = (caseId: string, by = creditor) =>
    act(app, 'relistCase', { caseId: ['ID!', caseId] }, '... on Case { state closeCode closedAt }', {
      token: by.owner.token,
    });
  const grabOf = (grabId: string, by: Organisation) => ask(app, 'grab', { id: ['ID!', grabId] }, GRAB, by.owner.token);
  const held = async (by = agency, of = creditor, debt: Record<string, unknown> = {}) => {
    const caseId = await aListedCase(app, of, debt);
    return { caseId, grabId: await aGrab(app, by, caseId) };
  };
  const eventsOf = async (by: Organisation, caseId: string): Promise<Answer[]> => {
    await app.settled();
    const found: Answer[] = [];
    for (let cursor = ''; ; ) {
      const url = `/v1/events?limit=100&types=closing.proposed,closing.answered,grab.ended${cursor && `&cursor=${cursor}`}`;
      const { body } = await app.rest().get(url).set('authorization', `Bearer ${by.owner.token}`);
      found.push(...body.data.filter((event: Answer) => event['caseId'] === caseId));
      if (!body.nextCursor) return found;
      cursor = body.nextCursor;
    }
  };

  it('needs an accepted entrustment, the work that the code claims, and a code that is the holder’s to give', async () => {
    const caseId = await aListedCase(app, creditor);
    const { id: grabId } = await done(app, 'grabCase', { caseId: ['ID!', caseId] }, '... on Grab { id }', {
      token: agency.owner.token,
    });
    expect(await complete(grabId, 'uneconomical')).toMatchObject({ code: 'ENTRUSTMENT_NOT_ACCEPTED', path: 'grabId' });
    await done(app, 'acceptEntrustment', { grabId: ['ID!', grabId] }, VIEW, { token: agency.owner.token });
    for (const code of ['insolvent', 'untraceable', 'disputed', 'exhausted', 'time_barred', 'invalid_data'] as const) {
      expect(await complete(grabId, code)).toMatchObject({ code: 'WORK_NOT_LOGGED', path: 'closeCode' });
    }
    await someWork(app, agency, grabId, 2);
    expect(await complete(grabId, 'untraceable')).toMatchObject({
      code: 'WORK_NOT_LOGGED',
      details: { least: 3, logged: 2, kinds: 'call, message, letter, visit' },
    });
    expect((await complete(grabId, 'settlement_rejected'))['code']).toBe('WORK_NOT_LOGGED');
    for (const code of ['withdrawn', 'never_started']) {
      expect((await complete(grabId, code))['code']).toBe('CLOSE_CODE_NOT_THE_HOLDERS');
    }
    for (const code of ['paid', 'partially_paid']) {
      expect((await complete(grabId, code))['code']).toBe('CLOSE_CODE_UNFOUNDED');
    }
    expect(await stateOf(caseId)).toBe('in_collection');
    expect((await answer(grabId, 'consent'))['code']).toBe('CLOSE_NOT_PROPOSED');
    expect((await withdraw(grabId))['code']).toBe('CLOSE_NOT_PROPOSED');
  });

  it('is proposed first: both sides see it, the slot stays held, and the case is closed by the consent of its creditor', async () => {
    const { caseId, grabId } = await held();
    await aProposedClose(app, agency, grabId);
    for (const side of [agency, creditor]) {
      expect(await grabOf(grabId, side)).toMatchObject({
        ...{ state: 'active', closeCode: 'untraceable', penaltyPoints: 0 },
        ...{ closesAt: expect.any(String), closeProposedAt: expect.any(String) },
      });
    }
    expect(await stateOf(caseId)).toBe('in_collection');
    // The creditor finds what waits for it, at both doors.
    for (const [closeProposed, found] of [
      [true, [grabId]],
      [false, []],
    ] as const) {
      const args = { first: ['Int!', 5], caseId: ['ID!', caseId], closeProposed: ['Boolean!', closeProposed] } as const;
      const { nodes } = await ask(app, 'myGrabs', args, 'nodes { id }', creditor.owner.token);
      expect(nodes.map(({ id }: Answer) => id)).toEqual(found);
      const url = `/v1/grabs?state=active&caseId=${caseId}&closeProposed=${closeProposed}`;
      const { body } = await app.rest().get(url).set('authorization', `Bearer ${creditor.owner.token}`);
      expect(body.data.map(({ id }: Answer) => id)).toEqual(found);
    }
    // Asked again it is the same proposal; another code is another one.
    expect(await complete(grabId, 'untraceable')).toMatchObject({ state: 'active', closeCode: 'untraceable' });
    expect((await complete(grabId, 'exhausted'))['code']).toBe('CLOSE_PROPOSED_ALREADY');
    expect((await answer(grabId, 'consent', await aCreditor(app)))['code']).toBe('NOT_FOUND');
    expect(await answer(grabId, 'consent')).toMatchObject({ state: 'completed', penaltyPoints: 0, closesAt: null });
    expect((await answer(grabId, 'consent'))['code']).toBe('WRONG_STATE');
    expect(await stateOf(caseId)).toBe('unrecovered');
    for (const side of [agency, creditor]) {
      expect(
        (await eventsOf(side, caseId)).map(({ type, data }) => [type, data.answer ?? data.closeCode ?? data.reason]),
      ).toEqual([
        ['closing.proposed', 'untraceable'],
        ['grab.ended', 'untraceable'],
        ['closing.answered', 'consent'],
      ]);
    }
  });

  it('is declined or taken back, and the holder goes on; after a refusal only new work counts', async () => {
    const { caseId, grabId } = await held();
    await aProposedClose(app, agency, grabId);
    expect(await answer(grabId, 'decline')).toMatchObject({ state: 'active', closeCode: null, closesAt: null });
    expect(await complete(grabId, 'untraceable')).toMatchObject({ code: 'WORK_NOT_LOGGED', details: { logged: 0 } });
    await aProposedClose(app, agency, grabId);
    expect(await withdraw(grabId)).toMatchObject({ state: 'active', closeCode: null });
    expect(await complete(grabId, 'exhausted')).toMatchObject({ state: 'active', closeCode: 'exhausted' });
    expect(await stateOf(caseId)).toBe('in_collection');
    const answers = (await eventsOf(creditor, caseId)).map(({ data }) => data.answer).filter(Boolean);
    expect(answers).toEqual(['decline', 'withdrawn']);
  });

  it('leaves the case with its creditor or in the hall, as the creditor says, and then costs what a return costs', async () => {
    const { owner } = await anAgency(app, { grade: 'expert' });
    const other = { ...agency, owner };
    const kept = await held(other);
    await aProposedClose(app, other, kept.grabId);
    expect(await answer(kept.grabId, 'keep')).toMatchObject({ state: 'completed', penaltyPoints: 30 });
    expect(await stateOf(kept.caseId)).toBe('returned');
    const relisted = await held(other);
    await aProposedClose(app, other, relisted.grabId);
    expect(await answer(relisted.grabId, 'relist')).toMatchObject({ state: 'completed', penaltyPoints: 40 });
    expect(await stateOf(relisted.caseId)).toBe('listed');
    expect(await tryGrab(app, owner.token, relisted.caseId)).toBe('CASE_RETURNED_BEFORE');
    expect(await tryGrab(app, agency.owner.token, relisted.caseId)).toBe('won');
  });

  it('closes a case paid in part, without a penalty, and its rest can be offered again', async () => {
    const debt = sampleDebt({ principalFen: '1000000' });
    const { caseId, grabId } = await held(agency, creditor, debt);
    await aConfirmedRepayment(app, creditor, agency, grabId, '400000');
    await aConsentedClose(app, creditor, agency, grabId, 'partially_paid');
    expect(await stateOf(caseId)).toBe('partially_recovered');
    const again = await act(app, 'postCase', { input: ['PostCaseInput!', debt] }, '', { token: creditor.owner.token });
    expect(again).toMatchObject({ code: 'CASE_EXISTS', details: { caseId, state: 'partially_recovered' } });
    expect(await relist(caseId)).toMatchObject({ state: 'listed', closeCode: null, closedAt: null });
    expect(await tryGrab(app, agency.owner.token, caseId)).toBe('CASE_RETURNED_BEFORE');
    const other = await anAgency(app);
    const next = await aGrab(app, other, caseId);
    const { amountFen } = await ask(app, 'grab', { id: ['ID!', next] }, 'amountFen', other.owner.token);
    expect(amountFen).toBe('600000');
  });

  it('can be offered again after it was closed for nothing, and not after it was withdrawn or paid', async () => {
    const closed = await held();
    await aConsentedClose(app, creditor, agency, closed.grabId);
    expect(await relist(closed.caseId)).toMatchObject({ state: 'listed' });
    const paid = await held(agency, creditor, { principalFen: '1000000' });
    await aConfirmedRepayment(app, creditor, agency, paid.grabId, '1000000');
    expect((await relist(paid.caseId))['code']).toBe('WRONG_STATE');
    const withdrawn = await aListedCase(app, creditor);
    await done(app, 'withdrawCase', { caseId: ['ID!', withdrawn] }, '', { token: creditor.owner.token });
    expect((await relist(withdrawn))['code']).toBe('WRONG_STATE');
  });

  describe('in a sandbox, whose clock moves', () => {
    let world: TestWorld;
    const advance = (days: number) =>
      done(app, 'advanceSandboxClock', { sandboxId: ['ID!', world.id], seconds: ['Int!', days * DAY] }, '', {
        token: creditor.owner.token,
      });

    beforeAll(async () => {
      world = await aSandbox(app, creditor);
    });

    it('happens by the silence of the creditor, and costs what a return costs', async () => {
      const { caseId, grabId } = await held(world.agency, world.creditor);
      await aProposedClose(app, world.agency, grabId);
      await advance(6);
      await app.settled();
      expect((await grabOf(grabId, world.agency))['state']).toBe('active');
      await advance(1);
      await until(
        () => grabOf(grabId, world.agency),
        (grab) => grab['state'] === 'completed',
      );
      expect(await grabOf(grabId, world.agency)).toMatchObject({ endReason: 'untraceable', penaltyPoints: 30 });
      expect(await stateOf(caseId, world.creditor)).toBe('unrecovered');
      expect(await relist(caseId, world.creditor)).toMatchObject({ state: 'listed' });
    });

    it('does not happen by silence once it was answered or while the payment it claims is gone', async () => {
      const { caseId, grabId } = await held(world.agency, world.creditor, { principalFen: '1000000' });
      const repaymentId = await aConfirmedRepayment(app, world.creditor, world.agency, grabId, '100000');
      await aProposedClose(app, world.agency, grabId, 'partially_paid');
      const reverse = { repaymentId: ['ID!', repaymentId], reason: ['String!', 'it bounced'] } as const;
      await done(app, 'reverseRepayment', reverse, '', { token: world.creditor.owner.token });
      await advance(7);
      const grab = await until(
        () => grabOf(grabId, world.agency),
        (one) => one['closeCode'] === null,
      );
      expect(grab['state']).toBe('active');
      expect(await stateOf(caseId, world.creditor)).toBe('in_collection');
    });
  });

  it('keeps what the parties write at an end sealed, and shows it to both', async () => {
    const { grabId } = await held();
    const secret = `Zhang Weimin has moved, ${process.pid}`;
    const give = { grabId: ['ID!', grabId], reason: ['String!', secret] } as const;
    expect((await act(app, 'returnGrab', give, VIEW, { token: agency.owner.token }))['endReason']).toBe(secret);
    for (const side of [agency, creditor]) expect((await grabOf(grabId, side))['endReason']).toBe(secret);
    await app.settled();
    const tables = await asOwner<{ name: string }>(
      database,
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const telling: string[] = [];
    for (const { name } of tables) {
      const [found] = await asOwner(database, `SELECT 1 FROM ${name} t WHERE t::text LIKE $1 LIMIT 1`, [`%${secret}%`]);
      if (found) telling.push(name);
    }
    expect(telling).toEqual([]);
  });

  it('lets a griefing bot destroy nothing: whatever it closes can be kept, listed again and grabbed by others', async () => {
    const bot = await anAgency(app);
    const victim = await aCreditor(app);
    const cases: string[] = [];
    for (let n = 0; n < 9; n += 1) cases.push(await aListedCase(app, victim));
    const outcomes: string[] = [];
    for (const caseId of cases) {
      const got = await act(app, 'grabCase', { caseId: ['ID!', caseId] }, '... on Grab { id }', {
        token: bot.owner.token,
      });
      outcomes.push(got['code'] ?? 'won');
      if (!got['id']) continue;
      await complete(got['id'], 'uneconomical', bot);
      await complete(got['id'], 'withdrawn', bot);
      await done(app, 'acceptEntrustment', { grabId: ['ID!', got['id']] }, '', { token: bot.owner.token });
      await complete(got['id'], 'uneconomical', bot);
      await aProposedClose(app, bot, got['id'], 'exhausted');
    }
    // Proposing frees no place: a junior holds three, and those stay open.
    expect(outcomes.filter((one) => one === 'won')).toHaveLength(3);
    expect(new Set(outcomes)).toEqual(new Set(['won', 'QUOTA_EXCEEDED']));
    for (const caseId of cases) expect(['listed', 'in_collection']).toContain(await stateOf(caseId, victim));
    const mine = await ask(app, 'myGrabs', { first: ['Int!', 10] }, 'nodes { id }', bot.owner.token);
    const prices: number[] = [];
    for (const { id } of mine['nodes']) prices.push((await answer(id, 'relist', victim))['penaltyPoints']);
    // As three returns would have cost.
    expect(prices).toEqual([30, 40, 50]);
    for (const caseId of cases) expect(await stateOf(caseId, victim)).toBe('listed');
    expect(await tryGrab(app, bot.owner.token, cases[0]!)).toBe('CASE_RETURNED_BEFORE');
  });
});
