import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { Sweeps } from '../../src/platform/jobs/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aFile,
  aGrab,
  aListedCase,
  anAgency,
  aPlatform,
  aProposedClose,
  type Organisation,
  type Person,
  type Platform,
  someWork,
  tryGrab,
} from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { socketClient, stream, follow as subscribe } from '../support/live.js';
import { daysAgo } from '../support/samples.js';
import { eventually } from '../support/sink.js';
import { anEndpoint } from '../support/webhooks.js';

const GRAB = '... on Grab { state endReason penaltyPoints frozenAt acceptBy }';
const CASE = '... on Case { state }';

describe('a provider that loses its verification, and a platform that steps in', () => {
  let app: TestApp;
  let database: TestDatabase;
  let platform: Platform;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_losing_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
    [platform, creditor] = await Promise.all([aPlatform(app), aCreditor(app)]);
  });
  beforeEach(async () => {
    agency = await anAgency(app);
  });
  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
  afterAll(() => app?.close());

  const follow = async (step: string, of = agency) => {
    const application = await ask(app, 'myVerification', {}, 'id', of.owner.token);
    const args = { id: ['ID!', application['id']], reasonCodes: ['[VerificationReason!]!', ['COMPLAINTS']] } as const;
    await done(app, step, args, '', { token: platform.risk.token });
    await app.settled();
  };
  const codeOf = async (query: string, token: string): Promise<string> => {
    const { data, errors } = await app.graphql(query, {}, token);
    const found = data && (Object.values(data)[0] as Answer | null);
    return errors?.[0]?.extensions['code'] ?? found?.['code'] ?? 'DATA';
  };
  const debtor = (caseId: string, token = agency.owner.token) =>
    codeOf(`{ caseDebtor(caseId: "${caseId}") { ... on Debtor { name } ... on Refusal { code } } }`, token);
  const activities = (caseId: string) =>
    codeOf(`{ activities(caseId: "${caseId}", first: 5) { nodes { id } } }`, agency.owner.token);
  const evidence = (caseId: string) => codeOf(`{ caseEvidence(caseId: "${caseId}") { id } }`, agency.owner.token);
  const grabAct = async (name: string, grabId: string, more: Record<string, readonly [string, unknown]> = {}) =>
    act(app, name, { grabId: ['ID!', grabId], ...more }, GRAB, { token: agency.owner.token });
  const log = (grabId: string) =>
    act(
      app,
      'logActivity',
      { input: ['LogActivityInput!', { grabId, kind: 'call', outcome: 'reached' }] },
      '... on Activity { id }',
      { token: agency.owner.token },
    );
  const stateOf = async (caseId: string) =>
    (await ask(app, 'case', { id: ['ID!', caseId] }, 'state', creditor.owner.token))['state'];
  const typesOf = async (by: Organisation, caseId: string): Promise<string[]> => {
    const { body } = await app.rest().get('/v1/events?limit=100').set('authorization', `Bearer ${by.owner.token}`);
    return body.data.filter((one: Answer) => one['caseId'] === caseId).map((one: Answer) => one['type']);
  };
  const held = async () => {
    const caseId = await aListedCase(app, creditor);
    return { caseId, grabId: await aGrab(app, agency, caseId) };
  };
  const closeCode = { closeCode: ['CloseCode!', 'untraceable'] } as const;

  it('stops reading and acting while it is suspended, and goes on when reinstated', async () => {
    const { caseId, grabId } = await held();
    await someWork(app, agency, grabId);
    const fresh = await aListedCase(app, creditor);
    const unaccepted = await done(app, 'grabCase', { caseId: ['ID!', fresh] }, '... on Grab { id }', {
      token: agency.owner.token,
    });
    expect([await debtor(caseId), await activities(caseId), await evidence(caseId)]).toEqual(['DATA', 'DATA', 'DATA']);
    await follow('suspendVerification');
    const refused = 'ORGANISATION_NOT_VERIFIED';
    expect([await debtor(caseId), await activities(caseId), await evidence(caseId)]).toEqual([
      refused,
      refused,
      refused,
    ]);
    const rest = (url: string) => app.rest().get(url).set('authorization', `Bearer ${agency.owner.token}`);
    expect((await rest(`/v1/cases/${caseId}/debtor`)).body.code).toBe(refused);
    for (const list of ['activities', 'cases']) {
      expect((await rest(`/v1/exports/${list}`)).body.code).toBe(refused);
    }
    for (const attempt of [
      log(grabId),
      grabAct('completeGrab', grabId, closeCode),
      grabAct('withdrawClosing', grabId),
      grabAct('returnGrab', grabId, { reason: ['String!', 'no longer ours'] }),
      grabAct('acceptEntrustment', unaccepted['id']),
    ]) {
      expect((await attempt)['code']).toBe(refused);
    }
    expect(await debtor(caseId, creditor.owner.token)).toBe('DATA');
    expect(await stateOf(caseId)).toBe('in_collection');
    await follow('reinstateVerification');
    expect([await debtor(caseId), await activities(caseId)]).toEqual(['DATA', 'DATA']);
    expect((await log(grabId))['id']).toBeDefined();
  });

  describe('closes every door that reads of debtors or acts on cases while it is suspended', () => {
    let at: { caseId: string; grabId: string; fresh: string; voucher: string; paper: string };
    const refused = 'ORGANISATION_NOT_VERIFIED';
    const token = () => agency.owner.token;
    const over = (url: string) => app.rest().get(url).set('authorization', `Bearer ${token()}`);
    const post = (url: string, body: object = {}) =>
      app.rest().post(url).set('authorization', `Bearer ${token()}`).send(body);
    const query = (text: string) => codeOf(`{ ${text} }`, token());
    const payment = () => {
      const { caseId, voucher: voucherFileId } = at;
      return {
        caseId,
        voucherFileId,
        amountFen: '1000',
        paidOn: daysAgo(0),
        channel: 'bank_transfer',
        payee: 'creditor',
      };
    };
    const mutate = async (name: string, args: Record<string, readonly [string, unknown]>) =>
      (await act(app, name, args, '', { token: token() }))['code'] ?? 'DATA';
    const grab = () => ({ grabId: ['ID!', at.grabId] }) as const;
    /** What it asks through each door: the code it gets, or DATA. */
    const doors: Record<string, () => Promise<string | undefined>> = {
      'query case': () => query(`case(id: "${at.caseId}") { id }`),
      'query cases': () => query('cases(first: 5) { nodes { id } }'),
      'query caseDebtor': () => debtor(at.caseId),
      'query activities': () => activities(at.caseId),
      'query caseEvidence': () => evidence(at.caseId),
      'query hall': () => query('hall(first: 5) { nodes { id } }'),
      'mutation grabCase': () => mutate('grabCase', { caseId: ['ID!', at.fresh] }),
      'mutation acceptEntrustment': () => mutate('acceptEntrustment', grab()),
      'mutation logActivity': async () => (await log(at.grabId))['code'],
      'mutation completeGrab': () => mutate('completeGrab', { ...grab(), ...closeCode }),
      'mutation returnGrab': () => mutate('returnGrab', { ...grab(), reason: ['String!', 'no'] }),
      'mutation reportRepayment': () => mutate('reportRepayment', { input: ['ReportRepaymentInput!', payment()] }),
      'GET a case': async () => (await over(`/v1/cases/${at.caseId}`)).body.code,
      'GET cases': async () => (await over('/v1/cases')).body.code,
      'GET the debtor': async () => (await over(`/v1/cases/${at.caseId}/debtor`)).body.code,
      'GET the hall': async () => (await over('/v1/hall')).body.code,
      'GET a voucher of another': async () => (await over(`/v1/files/${at.paper}`)).body.code,
      'POST a grab': async () => (await post(`/v1/cases/${at.fresh}/grab`)).body.code,
      'POST a repayment': async () => (await post('/v1/repayments', payment())).body.code,
      'export of cases': async () => (await over('/v1/exports/cases')).body.code,
      'export of activities': async () => (await over('/v1/exports/activities')).body.code,
      'stream of the hall': async () => (await stream(app.url, '/v1/hall/events/stream', token())).body?.code,
      'socket of the hall': () => toldBySocket('hallEvents'),
      'socket of a case': () => toldBySocket('caseEvents', `caseId: "${at.caseId}"`),
    };
    const toldBySocket = async (field: string, args = '') => {
      const client = socketClient(app.url, token());
      const code = await subscribe(client, field, args).over();
      await client.dispose();
      return code;
    };

    it('by GraphQL, REST, export, stream and socket, and leaves it its own bookkeeping', async () => {
      const { caseId, grabId } = await held();
      const fresh = await aListedCase(app, creditor);
      const voucher = await aFile(app, agency.owner, 'repayment-voucher');
      const paper = await aFile(app, creditor.owner, 'repayment-voucher');
      at = { caseId, grabId, fresh, voucher, paper };
      const paid = { caseId, amountFen: '500', paidOn: daysAgo(0), channel: 'cash', payee: 'creditor' };
      const report = { input: ['ReportRepaymentInput!', { ...paid, voucherFileId: paper }] as const };
      await done(app, 'reportRepayment', report, '', { token: creditor.owner.token });
      await follow('suspendVerification');
      // The hall trusts an approval for some seconds.
      await eventually(
        async () => (await doors['query hall']!()) === refused,
        () => 'the hall is closed',
      );
      const told: Record<string, string | undefined> = {};
      for (const [door, ask] of Object.entries(doors)) told[door] = await ask();
      const wanted = (door: string) => (/grabCase|a grab/.test(door) ? 'PROVIDER_NOT_VERIFIED' : refused);
      expect(told).toEqual(Object.fromEntries(Object.keys(doors).map((door) => [door, wanted(door)])));
      // What it holds, what it earned and what it is told.
      for (const own of [
        'myGrabs(first: 5) { nodes { id } }',
        'repayments(first: 5) { nodes { id } }',
        'standing { grade }',
      ]) {
        expect(await query(own)).toBe('DATA');
      }
    });

    it('by webhooks of the hall', async () => {
      await anEndpoint(app, agency, { url: 'https://93.184.215.14/hooks', types: ['case.listed'] });
      /** How many deliveries of the hall's event about a case are queued, once its event was looked at. */
      const queuedOf = async (caseId: string) => {
        let row: { passed: boolean; queued: number } | undefined;
        const look = async () => {
          [row] = await asOwner<{ passed: boolean; queued: number }>(
            database,
            `SELECT max(f.position) <= (SELECT min(position) FROM webhook_cursors) AS passed, count(d.id)::int AS queued
             FROM feed_events f LEFT JOIN webhook_deliveries d ON d.message_id = f.event_id
             WHERE f.case_id = $1 AND f.audience = 'hall'`,
            [parsePublicId('case', caseId)],
          );
          return row?.passed === true;
        };
        await eventually(look, () => 'the event was looked at');
        return row!.queued;
      };
      expect(await queuedOf(await aListedCase(app, creditor))).toBe(1);
      await follow('suspendVerification');
      expect(await queuedOf(await aListedCase(app, creditor))).toBe(0);
      await follow('reinstateVerification');
      expect(await queuedOf(await aListedCase(app, creditor))).toBe(1);
    });
  });

  describe('that was a creditor’s', () => {
    const listingOf = async (caseId: string, by: Organisation) => {
      const { body } = await app.rest().get('/v1/hall?limit=100').set('authorization', `Bearer ${by.owner.token}`);
      return body.data.some((one: Answer) => one['id'] === caseId);
    };
    const caseOf = async (caseId: string, of: Organisation) =>
      (await ask(app, 'case', { id: ['ID!', caseId] }, 'state', of.owner.token))['state'] as string;

    it.each([
      ['suspendVerification', 'reinstateVerification'],
      ['revokeVerification', undefined],
    ])('%s takes its listings out of the hall, and nobody can grab them', async (loss, regained) => {
      const owing = await aCreditor(app);
      const [listed, other, frozen, kept] = [
        await aListedCase(app, owing),
        await aListedCase(app, owing),
        await aListedCase(app, owing),
        await aListedCase(app, owing),
      ];
      const grabId = await aGrab(app, agency, kept);
      await step('freezeCase', { caseId: ['ID!', frozen] });
      await follow(loss, owing);
      for (const caseId of [listed, other, frozen]) expect(await caseOf(caseId, owing)).toBe('on_hold');
      expect(await listingOf(listed, agency)).toBe(false);
      const rival = await anAgency(app);
      expect(await tryGrab(app, rival.owner.token, listed)).toMatch(/CASE_ALREADY_GRABBED|CREDITOR_NOT_VERIFIED/);
      expect(await typesOf(owing, listed)).toContain('case.frozen');
      // What is held goes on; a case that comes back does not enter the hall.
      expect(await caseOf(kept, owing)).toBe('in_collection');
      await done(app, 'returnGrab', { grabId: ['ID!', grabId], reason: ['String!', 'no capacity'] }, '', {
        token: agency.owner.token,
      });
      expect(await tryGrab(app, rival.owner.token, kept)).toMatch(/CASE_ALREADY_GRABBED|CREDITOR_NOT_VERIFIED/);
      await app.settled();
      expect(await caseOf(kept, owing)).toBe('on_hold');
      if (!regained) return;
      await follow(regained, owing);
      for (const caseId of [listed, other, kept]) expect(await caseOf(caseId, owing)).toBe('listed');
      expect(await caseOf(frozen, owing)).toBe('on_hold');
      expect(await tryGrab(app, rival.owner.token, listed)).toBe('won');
    });

    it('is refused at the grab before its listings have left', async () => {
      const owing = await aCreditor(app);
      const listed = await aListedCase(app, owing);
      await asOwner(
        database,
        `UPDATE verification_applications SET valid_until = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1 WHERE organisation_id = $1`,
        [parsePublicId('organisation', owing.id)],
      );
      expect(await tryGrab(app, agency.owner.token, listed)).toBe('CREDITOR_NOT_VERIFIED');
      await app.serving.app.get(Sweeps).run('verification.expire');
      await app.settled();
      expect(await caseOf(listed, owing)).toBe('on_hold');
    });
  });

  it('loses its cases and disclosures when revoked, at no cost to its standing, and the cases are in the hall again', async () => {
    const cases = [await held(), await held()];
    await aProposedClose(app, agency, cases[1]!.grabId);
    await follow('revokeVerification');
    for (const { caseId, grabId } of cases) {
      const grab = await ask(app, 'grab', { id: ['ID!', grabId] }, 'state endReason penaltyPoints', agency.owner.token);
      expect(grab).toEqual({ state: 'recalled', endReason: 'verification_lost', penaltyPoints: 0 });
      expect(await stateOf(caseId)).toBe('listed');
      expect(await debtor(caseId)).toMatch(/ORGANISATION_NOT_VERIFIED|NOT_FOUND/);
      const disclosures = (await ask(
        app,
        'caseDisclosures',
        { caseId: ['ID!', caseId] },
        'revokedAt',
        creditor.owner.token,
      )) as unknown as Answer[];
      expect(disclosures.map((one) => one['revokedAt'])).not.toContain(null);
      expect(await typesOf(creditor, caseId)).toContain('grab.ended');
      expect(await typesOf(agency, caseId)).toContain('grab.ended');
    }
    expect((await log(cases[0]!.grabId))['code']).toBe('ORGANISATION_NOT_VERIFIED');
    expect(await tryGrab(app, (await anAgency(app)).owner.token, cases[0]!.caseId)).toBe('won');
  });

  it('is warned once before its approval ends, and then can neither read nor act', async () => {
    const { caseId, grabId } = await held();
    const id = parsePublicId('organisation', agency.id);
    const endsIn = (days: number) =>
      asOwner(
        database,
        `UPDATE verification_applications SET valid_until = (now() AT TIME ZONE 'Asia/Shanghai')::date + $2::int
         WHERE organisation_id = $1`,
        [id, days],
      );
    const sweep = async () => {
      await app.serving.app.get(Sweeps).run('verification.expiry-warnings');
      await app.serving.app.get(Sweeps).run('verification.expire');
      await app.settled();
    };
    const told = async () => {
      const url = '/v1/events?limit=100&types=verification.expiring,verification.expired';
      const { body } = await app.rest().get(url).set('authorization', `Bearer ${agency.owner.token}`);
      return body.data.map((one: Answer) => one['type']);
    };
    await endsIn(31);
    await sweep();
    expect(await told()).toEqual([]);
    await endsIn(30);
    await sweep();
    await sweep();
    expect(await told()).toEqual(['verification.expiring']);
    expect(await debtor(caseId)).toBe('DATA');
    await endsIn(-1);
    await sweep();
    expect(await told()).toEqual(['verification.expiring', 'verification.expired']);
    expect(await debtor(caseId)).toBe('ORGANISATION_NOT_VERIFIED');
    expect((await log(grabId))['code']).toBe('ORGANISATION_NOT_VERIFIED');
    // The case stays where it is; its creditor may take it back.
    expect(await stateOf(caseId)).toBe('in_collection');
  });

  const intervene = (name: string, by: Person, args: Record<string, readonly [string, unknown]>) =>
    app.graphql(
      `mutation (${Object.entries(args)
        .map(([arg, [type]]) => `$${arg}: ${type}`)
        .join(', ')}) { ${name}(${Object.keys(args)
        .map((arg) => `${arg}: $${arg}`)
        .join(', ')}) { __typename ... on Refusal { code } ${name === 'recallGrabByPlatform' ? GRAB : CASE} } }`,
      Object.fromEntries(Object.entries(args).map(([arg, [, value]]) => [arg, value])),
      by.token,
    );
  const step = async (name: string, args: Record<string, readonly [string, unknown]>, by = platform.risk) => {
    const { data, errors } = await intervene(name, by, {
      reasonCode: ['InterventionReason!', 'complaint'],
      ...args,
    });
    return (data?.[name] ?? { code: errors?.[0]?.extensions['code'] }) as Answer;
  };

  it('has a case recalled by the platform, without a penalty, by owner and risk only', async () => {
    const { caseId, grabId } = await held();
    for (const by of [platform.reviewer, platform.finance, creditor.owner, agency.owner]) {
      expect((await step('recallGrabByPlatform', { grabId: ['ID!', grabId] }, by))['code']).toBe('FORBIDDEN');
    }
    expect(await step('recallGrabByPlatform', { grabId: ['ID!', grabId] })).toMatchObject({
      ...{ state: 'recalled', endReason: 'complaint', penaltyPoints: 0 },
    });
    expect(await stateOf(caseId)).toBe('listed');
    const second = await held();
    const gone = await step(
      'recallGrabByPlatform',
      { grabId: ['ID!', second.grabId], relist: ['Boolean!', false] },
      platform.owner,
    );
    expect(gone['state']).toBe('recalled');
    expect(await stateOf(second.caseId)).toBe('withdrawn');
    const audited = await asOwner<{ act: string }>(
      database,
      `SELECT act FROM audit_records WHERE subject_id = $1 AND facts->>'reasonCode' = 'complaint'`,
      [parsePublicId('grab', grabId)],
    );
    expect(audited.map(({ act: name }) => name)).toEqual(['grab.recall']);
  });

  it('withdraws a case that nobody holds, and no other', async () => {
    const caseId = await aListedCase(app, creditor);
    expect(await step('withdrawCaseByPlatform', { caseId: ['ID!', caseId] })).toMatchObject({ state: 'withdrawn' });
    await app.settled();
    expect(await typesOf(creditor, caseId)).toContain('case.withdrawn');
    const { caseId: busy } = await held();
    expect((await step('withdrawCaseByPlatform', { caseId: ['ID!', busy] }))['code']).toBe('WRONG_STATE');
  });

  it('freezes a held case: nobody acts, deadlines stand still, and it goes on where it was', async () => {
    const { caseId, grabId } = await held();
    await aProposedClose(app, agency, grabId);
    expect(await step('freezeCase', { caseId: ['ID!', caseId] })).toMatchObject({ state: 'on_hold' });
    expect((await step('freezeCase', { caseId: ['ID!', caseId] }))['code']).toBe('WRONG_STATE');
    const recall = { grabId: ['ID!', grabId], reason: ['String!', 'mine'] } as const;
    const consent = { grabId: ['ID!', grabId], answer: ['ClosingAnswer!', 'consent'] } as const;
    const by = { token: creditor.owner.token };
    for (const attempt of [
      log(grabId),
      grabAct('returnGrab', grabId, { reason: ['String!', 'no'] }),
      act(app, 'recallGrab', recall, GRAB, by),
      act(app, 'answerClosing', consent, GRAB, by),
    ]) {
      expect((await attempt)['code']).toBe('CASE_FROZEN');
    }
    // Long overdue, and still not closed while it is frozen.
    const id = parsePublicId('grab', grabId);
    await asOwner(
      database,
      `UPDATE grabs SET close_by = close_by - interval '30 days', frozen_at = frozen_at - interval '40 days' WHERE id = $1`,
      [id],
    );
    await app.serving.app.get(Sweeps).run('closing.by-silence');
    expect(await stateOf(caseId)).toBe('on_hold');
    expect(await step('unfreezeCase', { caseId: ['ID!', caseId] })).toMatchObject({ state: 'in_collection' });
    const grab = await ask(app, 'grab', { id: ['ID!', grabId] }, 'state closesAt frozenAt', agency.owner.token);
    expect(grab).toMatchObject({ state: 'active', frozenAt: null });
    expect(Date.parse(grab['closesAt'])).toBeGreaterThan(Date.now() + 10 * 86_400_000);
    await app.settled();
    for (const side of [creditor, agency]) {
      expect((await typesOf(side, caseId)).filter((type) => type.startsWith('case.') && type.includes('froz'))).toEqual(
        ['case.frozen', 'case.unfrozen'],
      );
    }
    expect((await log(grabId))['id']).toBeDefined();
  });

  it('freezes a listed case, also while its holder loses everything', async () => {
    const listed = await aListedCase(app, creditor);
    expect(await step('freezeCase', { caseId: ['ID!', listed] })).toMatchObject({ state: 'on_hold' });
    expect(await tryGrab(app, agency.owner.token, listed)).toBe('CASE_ALREADY_GRABBED');
    expect(await step('unfreezeCase', { caseId: ['ID!', listed] })).toMatchObject({ state: 'listed' });
    expect(await tryGrab(app, agency.owner.token, listed)).toBe('won');
    const { caseId } = await held();
    await step('freezeCase', { caseId: ['ID!', caseId] });
    await follow('revokeVerification');
    expect(await stateOf(caseId)).toBe('on_hold');
    expect(await stateOf(listed)).toBe('listed');
    expect(await step('unfreezeCase', { caseId: ['ID!', caseId] })).toMatchObject({ state: 'listed' });
    await step('freezeCase', { caseId: ['ID!', caseId] });
    expect(await step('withdrawCaseByPlatform', { caseId: ['ID!', caseId] })).toMatchObject({ state: 'withdrawn' });
  });
});
