import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { FORBIDDEN_MATTERS, isDebt } from '../../src/casework/debt/index.js';
import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aConfirmedRepayment,
  aCreditor,
  aGrab,
  aLawFirm,
  aListedCase,
  anAgency,
  aPlatform,
  type Organisation,
  type Platform,
  tryGrab,
} from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const CASE = '... on Case { id state matter }';
const GRAB = '... on Grab { id state }';
const NODES = 'nodes { id matter openToLawFirms }';

describe('the terms of law firms', () => {
  let app: TestApp;
  let database: TestDatabase;
  let platform: Platform;
  let creditor: Organisation;
  let agency: Organisation;
  let firm: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_lawyers_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
    platform = await aPlatform(app);
    [creditor, agency, firm] = await Promise.all([
      aCreditor(app),
      anAgency(app, { grade: 'expert' }),
      aLawFirm(app, { grade: 'expert' }),
    ]);
  });

  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });

  afterAll(() => app.close());

  const about = (matter: string) => aListedCase(app, creditor, { matter });
  const rest = (organisation: Organisation) => ({ authorization: `Bearer ${organisation.owner.token}` });
  const restate = (caseId: string, matter: string, token = creditor.owner.token) =>
    act(app, 'restateMatter', { caseId: ['ID!', caseId], matter: ['Matter!', matter] }, CASE, { token });

  describe('in a matter without contingency fees', () => {
    const postable = FORBIDDEN_MATTERS.filter(isDebt);

    it.each(postable)('a law firm cannot grab a case about %s at any door, an agency can', async (matter) => {
      const caseId = await about(matter);
      const refused = await act(app, 'grabCase', { caseId: ['ID!', caseId] }, GRAB, { token: firm.owner.token });
      expect(refused).toMatchObject({ code: 'CONTINGENCY_FORBIDDEN', path: 'caseId', details: { matter } });
      expect(refused['message']).toContain('item 4');
      const other = await app
        .rest()
        .post(`/v1/cases/${caseId}/grab`)
        .set({ ...rest(firm), 'idempotency-key': randomUUID(), 'accept-language': 'zh-CN' });
      expect(other.body).toMatchObject({ status: 403, code: 'CONTINGENCY_FORBIDDEN' });
      expect(JSON.stringify(other.body)).toContain('司发通〔2021〕87号第四条');
      expect(await tryGrab(app, agency.owner.token, caseId)).toBe('won');
      const active = await ask(app, 'myGrabs', { first: ['Int!', 1] }, 'nodes { id caseId }', agency.owner.token);
      const [{ id }] = active['nodes'] as [Answer];
      const recall = { grabId: ['ID!', id], reason: ['String!', 'room for the next'] } as const;
      await done(app, 'recallGrab', recall, GRAB, { token: creditor.owner.token });
    });

    it('the engine passes a contested case to the first agency, whatever firms came before it', async () => {
      const [caseId, firms, agencies] = await Promise.all([
        about('labour_pay'),
        Promise.all(Array.from({ length: 3 }, () => aLawFirm(app))),
        Promise.all(Array.from({ length: 3 }, () => anAgency(app))),
      ]);
      const all = [...firms, ...agencies].map(({ owner }) => tryGrab(app, owner.token, caseId));
      const outcomes = await Promise.all(all);
      expect(outcomes.filter((one) => one === 'won')).toHaveLength(1);
      expect(outcomes.slice(0, 3)).not.toContain('won');
      expect(outcomes.slice(3)).toContain('won');
    });

    it('the hall says so, and filters by it on both faces', async () => {
      const [open, closed] = await Promise.all([about('sale'), about('work_injury')]);
      const seen = async (openToLawFirms: boolean) => {
        const filter = { openToLawFirms };
        const args = { first: ['Int!', 100] as const, filter: ['HallFilter', filter] as const };
        const graphql = await ask(app, 'hall', args, NODES, firm.owner.token);
        const { body } = await app
          .rest()
          .get('/v1/hall')
          .query({ limit: 100, openToLawFirms })
          .set(rest(firm))
          .expect(200);
        expect(body.data.map(({ id }: Answer) => id)).toEqual(graphql['nodes'].map(({ id }: Answer) => id));
        expect(graphql['nodes'].every((one: Answer) => one['openToLawFirms'] === openToLawFirms)).toBe(true);
        return new Map(graphql['nodes'].map((one: Answer) => [one['id'], one['matter']]));
      };
      const [forFirms, others] = await Promise.all([seen(true), seen(false)]);
      expect([forFirms.get(open), forFirms.has(closed)]).toEqual(['sale', false]);
      expect([others.get(closed), others.has(open)]).toEqual(['work_injury', false]);
      const args = { first: ['Int!', 100] as const, filter: ['HallFilter', { matters: ['work_injury'] }] as const };
      const chosen = await ask(app, 'hall', args, NODES, firm.owner.token);
      expect(new Set(chosen['nodes'].map((one: Answer) => one['matter']))).toEqual(new Set(['work_injury']));
      const wrong = await app.rest().get('/v1/hall').query({ openToLawFirms: 'perhaps' }).set(rest(firm));
      expect(wrong.body).toMatchObject({ code: 'INVALID_INPUT', status: 422 });
    });

    it('no way around: restated in the moment of the grab, listed again, or said in the words of another', async () => {
      const firms = await Promise.all(Array.from({ length: 6 }, () => aLawFirm(app, { grade: 'expert' })));
      const raced = await Promise.all(firms.map(() => about('sale')));
      const outcomes = await Promise.all(
        firms.map(async ({ owner }, n) => {
          const [grab, said] = await Promise.all([
            tryGrab(app, owner.token, raced[n]!),
            restate(raced[n]!, n % 2 === 0 ? 'labour_pay' : 'maintenance'),
          ]);
          return [grab, said['code'] ?? 'restated'];
        }),
      );
      // Whoever came first: never both.
      for (const [grab, said] of outcomes) expect([grab === 'won', said === 'restated']).not.toEqual([true, true]);
      const caseId = await about('relief');
      const grabId = await aGrab(app, agency, caseId);
      await recall(grabId, true);
      expect(await tryGrab(app, firm.owner.token, caseId)).toBe('CONTINGENCY_FORBIDDEN');
      const key = randomUUID();
      for (const _ of [1, 2]) expect(await tryGrab(app, firm.owner.token, caseId, key)).toBe('CONTINGENCY_FORBIDDEN');
      expect(await outcomesOf({ rows: [sampleDebt({ matter: '劳动报酬' })] })).toEqual(['MATTER_UNKNOWN']);
    });

    it('a case that only law firms may serve is not admitted, nor one that is no debt', async () => {
      const post = (over: Record<string, unknown>) =>
        act(app, 'postCase', { input: ['PostCaseInput!', sampleDebt(over)] }, CASE, { token: creditor.owner.token });
      const nobody = await post({ matter: 'labour_pay', serviceLine: 'lawyer_letter' });
      expect(nobody).toMatchObject({ code: 'CASE_NOT_ADMISSIBLE', details: { reasons: 'MATTER_NOT_FOR_LAW_FIRMS' } });
      for (const matter of ['criminal', 'administrative', 'state_compensation']) {
        const refused = await post({ matter });
        expect(refused).toMatchObject({ code: 'CASE_NOT_ADMISSIBLE', details: { reasons: 'MATTER_NOT_A_DEBT' } });
      }
    });
  });

  describe('what a case is about', () => {
    it('is read from REST, JSON rows and sheets alike, and an unknown word is refused', async () => {
      const posted = await app
        .rest()
        .post('/v1/cases')
        .set({ ...rest(creditor), 'idempotency-key': randomUUID() })
        .send(sampleDebt({ matter: 'maintenance' }));
      expect(posted.body).toMatchObject({ state: 'listed', matter: 'maintenance' });
      const rows = [sampleDebt({ matter: 'pension' }), sampleDebt({ matter: 'something' })];
      expect(await outcomesOf({ rows })).toEqual([['admitted', 'pension'], 'MATTER_UNKNOWN']);
      const cells = (matter: string) =>
        `S-${randomUUID()},海港贸易有限公司,8000,${daysAgo(90)},${daysAgo(120)},合同 发票 送货单,货款,${matter}`;
      const sheet = [
        '外部单号,债务人名称,本金(元),到期日,开票日,证据文件,债务成因,案由',
        cells('追索劳动报酬纠纷'),
        cells('买卖合同纠纷'),
        cells('说不清'),
      ].join('\n');
      expect(await outcomesOf(sheet)).toEqual([['admitted', 'labour_pay'], ['admitted', 'sale'], 'MATTER_UNKNOWN']);
    });

    it('is restated by its creditor and by reviewers while nobody holds it, and the hall follows', async () => {
      const caseId = await aListedCase(app, creditor);
      expect(await restate(caseId, 'relief')).toMatchObject({ matter: 'relief' });
      expect(await tryGrab(app, firm.owner.token, caseId)).toBe('CONTINGENCY_FORBIDDEN');
      const listing = async () =>
        asOwner(database, 'SELECT matter FROM hall_listings WHERE case_id = $1', [parsePublicId('case', caseId)]);
      expect(await listing()).toEqual([{ matter: 'relief' }]);
      expect(await restate(caseId, 'criminal')).toMatchObject({ code: 'CASE_NOT_ADMISSIBLE', path: 'matter' });
      expect(await restate(caseId, 'services', platform.reviewer.token)).toMatchObject({ matter: 'services' });
      const other = await app
        .rest()
        .post(`/v1/cases/${caseId}/matter`)
        .set({ ...rest(creditor), 'idempotency-key': randomUUID() })
        .send({ matter: 'sale' });
      expect(other.body).toMatchObject({ matter: 'sale' });
      expect(await listing()).toEqual([{ matter: 'sale' }]);
      const stranger = await aCreditor(app);
      expect(await restate(caseId, 'loan', stranger.owner.token)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await restate(caseId, 'loan', agency.owner.token)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await restate(caseId, 'loan', platform.finance.token)).toMatchObject({ code: 'FORBIDDEN' });
      const grabId = await aGrab(app, firm, caseId);
      for (const token of [creditor.owner.token, platform.reviewer.token]) {
        expect(await restate(caseId, 'labour_pay', token)).toMatchObject({ code: 'WRONG_STATE' });
      }
      const history = await ask(app, 'caseHistory', { caseId: ['ID!', caseId] }, 'act facts', creditor.owner.token);
      const said = (history as unknown as Answer[]).filter((one) => one['act'] === 'restate_matter');
      expect(said.map(({ facts }) => [facts.fromMatter, facts.matter])).toEqual([
        [null, 'relief'],
        ['relief', 'services'],
        ['services', 'sale'],
      ]);
      await recall(grabId);
    });
  });

  describe('a mandate that ended', () => {
    it('is paid on what was realised under it and on nothing after, however it ended', async () => {
      const caseId = await aListedCase(app, creditor, { principalFen: '10000000', commission: { bps: 1000 } });
      const grabId = await aGrab(app, firm, caseId);
      await moved(grabId, 20, null);
      await aConfirmedRepayment(app, creditor, firm, grabId, '1000000');
      await recall(grabId);
      await moved(grabId, 20, 10);
      expect(await reported(caseId, 5)).toMatchObject({ code: 'NOBODY_HELD_THE_CASE' });
      expect(await reported(caseId, 25)).toMatchObject({ code: 'NOBODY_HELD_THE_CASE' });
      // Realised on a day of the mandate, told of after its end.
      expect(await reported(caseId, 12)).toMatchObject({ state: 'confirmed', commissionFen: '7000' });
    });

    it('of an agency earns for the days of grace, as agreed', async () => {
      const caseId = await aListedCase(app, creditor, { principalFen: '10000000', commission: { bps: 1000 } });
      const grabId = await aGrab(app, agency, caseId);
      await recall(grabId);
      await moved(grabId, 20, 10);
      expect(await reported(caseId, 5)).toMatchObject({ state: 'confirmed', commissionFen: '7000' });
      expect(await reported(caseId, 25)).toMatchObject({ state: 'confirmed' });
    });

    it('and was taken up again begins no bracket of the cap anew, whichever payment is taken back', async () => {
      const again = await aLawFirm(app, { grade: 'expert' });
      const caseId = await aListedCase(app, creditor, { principalFen: '400000000', commission: { bps: 3000 } });
      const first = await aGrab(app, again, caseId);
      const one = await aConfirmedRepayment(app, creditor, again, first, '100000000');
      await recall(first, true);
      const second = await aGrab(app, again, caseId);
      const two = await aConfirmedRepayment(app, creditor, again, second, '100000000');
      const earned = (id: string) => ask(app, 'repayment', { id: ['ID!', id] }, 'commissionFen', again.owner.token);
      expect([await earned(one), await earned(two)]).toEqual([
        { commissionFen: '18000000' },
        { commissionFen: '15000000' },
      ]);
      expect(await receivable(again)).toBe('33000000');
      const reverse = { repaymentId: ['ID!', one], reason: ['String!', 'taken back'] } as const;
      await done(app, 'reverseRepayment', reverse, '... on Repayment { state }', { token: creditor.owner.token });
      expect(await receivable(again)).toBe('18000000');
      const back = { repaymentId: ['ID!', two], reason: ['String!', 'as well'] } as const;
      await done(app, 'reverseRepayment', back, '... on Repayment { state }', { token: creditor.owner.token });
      expect(await receivable(again)).toBe('0');
    });
  });

  async function recall(grabId: string, relist = false): Promise<void> {
    const args = { grabId: ['ID!', grabId], reason: ['String!', 'ours'], relist: ['Boolean', relist] } as const;
    await done(app, 'recallGrab', args, GRAB, { token: creditor.owner.token });
  }

  /** Puts the days of a grab into the past. */
  async function moved(grabId: string, grabbed: number, ended: number | null): Promise<void> {
    await asOwner(
      database,
      `UPDATE grabs SET grabbed_at = now() - make_interval(days => $2), ended_at = now() - make_interval(days => $3) WHERE id = $1`,
      [parsePublicId('grab', grabId), grabbed, ended],
    );
  }

  /** What the creditor's own report of 700 yuan, paid so many days ago, came to. */
  function reported(caseId: string, days: number): Promise<Answer> {
    const payment = { caseId, amountFen: '70000', paidOn: daysAgo(days), channel: 'bank_transfer', payee: 'creditor' };
    const input = { input: ['ReportRepaymentInput!', payment] as const };
    const fields = '... on Repayment { state commissionFen }';
    return act(app, 'reportRepayment', input, fields, { token: creditor.owner.token });
  }

  async function receivable(of: Organisation): Promise<string> {
    const found = await ask(app, 'accountBalances', {}, 'kind balanceFen', of.owner.token);
    const rows = found as unknown as { kind: string; balanceFen: string }[];
    return rows.find(({ kind }) => kind === 'provider_receivable')?.balanceFen ?? '0';
  }

  /** Of each row its outcome with the matter of its case, or the first reason against it. */
  async function outcomesOf(sent: { rows: object[] } | string): Promise<unknown[]> {
    const request = app
      .rest()
      .post('/v1/case-batches')
      .set({ ...rest(creditor), 'idempotency-key': randomUUID() });
    const answer = await (typeof sent === 'string'
      ? request.attach('file', Buffer.from(sent), { filename: 'rows.csv', contentType: 'text/csv' })
      : request.send(sent));
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 202 });
    const batch = `/v1/case-batches/${answer.body.id}`;
    while (!(await app.rest().get(batch).set(rest(creditor)).expect(200)).body.finishedAt) await sleep(30);
    const { body } = await app.rest().get(`${batch}/rows`).query({ limit: 10 }).set(rest(creditor));
    return Promise.all(
      body.data.map(async ({ outcome, caseId, reasons }: Answer) => {
        if (!caseId) return reasons[0].code;
        return [outcome, (await ask(app, 'case', { id: ['ID!', caseId] }, 'matter', creditor.owner.token))['matter']];
      }),
    );
  }
});

describe('the tax profile of a provider', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  let platform: Platform;
  const FIELDS = '... on TaxProfile { profile from rateBps vatBps }';
  const VAT =
    'vatMissing vatBps vatFen totals { commissionFen } vat { profile rateBps priceFen salesFen vatFen missing }';
  const month = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
  const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    app = await testApp();
    [creditor, agency, platform] = await Promise.all([aCreditor(app), anAgency(app), aPlatform(app)]);
  });
  afterAll(() => app.close());

  const state = (args: Record<string, readonly [string, unknown]>, token = agency.owner.token) =>
    act(app, 'setTaxProfile', args, FIELDS, { token });
  const statement = (of: Organisation) => ask(app, 'statement', { period: ['String!', month()] }, VAT, of.owner.token);

  it('is not assumed: without one there are no figures of tax, and the statement says so', async () => {
    expect(await statement(agency)).toMatchObject({ vat: [], vatMissing: 'profile_not_stated' });
    const caseId = await aListedCase(app, creditor, { principalFen: '200000', commission: { bps: 1000 } });
    await aConfirmedRepayment(app, creditor, agency, await aGrab(app, agency, caseId), '106000');
    expect(await statement(agency)).toMatchObject({
      vatMissing: 'profile_not_stated',
      vat: [
        {
          profile: null,
          rateBps: null,
          priceFen: '10600',
          salesFen: null,
          vatFen: null,
          missing: 'profile_not_stated',
        },
      ],
    });
    const { text } = await app
      .rest()
      .get(`/v1/statements/${month()}?format=csv&lang=zh-CN`)
      .set('authorization', `Bearer ${agency.owner.token}`);
    expect(text).toContain('未申明计税身份：佣金');
    expect(text).toContain('期末余额（大写）：壹佰零陆元整');
    // A creditor has no commission of its own to be taxed.
    expect(await statement(creditor)).toMatchObject({ vat: [], vatMissing: null });
  });

  it('is stated by the provider, counts from its day, and is never changed afterwards', async () => {
    const profile = ['TaxProfileKind', 'general'] as const;
    expect(await state({ vatBps: ['Int', 0] })).toMatchObject({ code: 'INVALID_INPUT', path: 'vatBps' });
    expect(await state({})).toMatchObject({ code: 'INVALID_INPUT', path: 'profile' });
    expect(await state({ profile, vatBps: ['Int', 300] })).toMatchObject({ code: 'INVALID_INPUT', path: 'vatBps' });
    expect(await state({ profile, from: ['Date', '2001-01-01'] })).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'from',
    });
    expect(await state({ profile }, creditor.owner.token)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await state({ profile })).toMatchObject({ profile: 'general', from: today(), rateBps: 600, vatBps: 600 });
    expect(await statement(agency)).toMatchObject({
      ...{ vatMissing: null, vatBps: 600, vatFen: '600' },
      vat: [{ profile: 'general', rateBps: 600, priceFen: '10600', salesFen: '10000', vatFen: '600', missing: null }],
    });
    const past = { profile: ['TaxProfileKind', 'exempt'] as const, from: ['Date', daysAgo(40)] as const };
    expect(await state(past)).toMatchObject({ code: 'INVALID_INPUT', path: 'from' });
    const later = { profile: ['TaxProfileKind', 'simple'] as const, from: ['Date', daysAgo(-40)] as const };
    expect(await state(later)).toMatchObject({ profile: 'simple', rateBps: 300 });
    expect(await state(later)).toMatchObject({ profile: 'simple' });
    expect(await statement(agency)).toMatchObject({ vatFen: '600' });
    const history = await ask(app, 'taxProfiles', {}, 'profile from', agency.owner.token);
    expect(history).toEqual([
      { profile: 'simple', from: daysAgo(-40) },
      { profile: 'general', from: today() },
    ]);
    const seen = { organisationId: ['ID', agency.id] as const };
    expect(await ask(app, 'taxProfiles', seen, 'profile', platform.finance.token)).toHaveLength(2);
    const acts = await asOwner<{ act: string }>(
      app.database,
      `SELECT act FROM audit_records WHERE organisation_id = $1 AND act = 'tax-profile.set'`,
      [parsePublicId('organisation', agency.id)],
    );
    expect(acts).toHaveLength(2);
  });

  it('takes back with a commission the tax that the commission had', async () => {
    const caseId = await aListedCase(app, creditor, { principalFen: '200000', commission: { bps: 1000 } });
    const id = await aConfirmedRepayment(app, creditor, agency, await aGrab(app, agency, caseId), '53000');
    const before = await statement(agency);
    expect(before['vatFen']).toBe('900');
    const reverse = { repaymentId: ['ID!', id], reason: ['String!', 'the bank took it back'] } as const;
    await done(app, 'reverseRepayment', reverse, '... on Repayment { state }', { token: creditor.owner.token });
    expect((await statement(agency))['vatFen']).toBe('600');
  });
});
