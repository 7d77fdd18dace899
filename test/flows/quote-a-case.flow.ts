import { randomUUID } from 'node:crypto';
import { Sweeps } from '../../src/platform/jobs/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  anAgency,
  anOrganisation,
  aPlatform,
  type Organisation,
  type Platform,
} from '../support/builders.js';
import { done } from '../support/client.js';
import { asOwner } from '../support/database.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

type Answer = Record<string, any>;

const REFUSAL = '__typename ... on Refusal { code message path details }';
const SEGMENT = 'lineNumber phase from to days amountFen rate rateDays interestFen';
const CLAIM = `rule until principalFen askedFen allowedFen receivedFen coveredFen capFen excessFen leastFen askedRateBps capRate feesFen
  segments { ${SEGMENT} } capSegments { ${SEGMENT} } notes { code en zh params }
  courtFees { amountFen acceptanceFen halvedFen paymentOrderFen preservationFen enforcementFen }`;
const QUOTE = `verdict reasons { code field severity en zh params } existingCaseId principalFen penaltyFen paidFen
  outstandingFen dueOn monthsOverdue limitationExpiresOn limitationDaysLeft
  lines { lineNumber kind dueOn openFen monthsOverdue limitationExpiresOn limitationDaysLeft }
  score grade evidenceBps commissionBps commissionTiers { bps minMonthsOverdue }
  fullRecovery { commissionBps commissionFen serviceFeeBps serviceFeeFen } claim { ${CLAIM} }`;

describe('asking what a debt comes to before it is posted', () => {
  let app: TestApp;
  let creditor: Organisation;
  let platform: Platform;

  beforeAll(async () => {
    app = await testApp();
    [creditor, platform] = await Promise.all([aCreditor(app), aPlatform(app)]);
  });
  afterAll(() => app.close());

  async function act(token: string, query: string, variables: Answer = {}): Promise<Answer> {
    const answer = await app.graphql(query, variables, token);
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return Object.values(answer.data)[0] as Answer;
  }
  const quote = (input: Answer, token = creditor.owner.token) =>
    act(token, `query ($input: PostCaseInput!) { quoteCase(input: $input) { ${QUOTE} } }`, { input });
  const post = (input: Answer) =>
    act(
      creditor.owner.token,
      `mutation ($input: PostCaseInput!) { postCase(input: $input) { ${REFUSAL} ... on Case {
        id state reviewReasons { code field severity params } claimTerms { contractOn overdueRateBps feesFen lender } } } }`,
      { input },
    );
  const claimOf = (id: string, token: string) =>
    app.graphql(`query ($id: ID!) { caseClaim(caseId: $id) { ${CLAIM} } }`, { id }, token);

  /** A private loan of 10,000 CNY, lent 465 days ago, due 100 days ago. */
  const loan = (over: Answer = {}): Answer => {
    const debt = sampleDebt({ externalRef: `Q-${randomUUID()}` });
    return {
      ...debt,
      ...{ category: 'private_loan', legalOrigin: 'lending', evidence: ['loan_note', 'payment_record'] },
      ...{ principalFen: '1000000', dueOn: daysAgo(100), invoicedOn: daysAgo(465) },
      ...over,
    };
  };
  const rows = async () => {
    const [one] = await asOwner(
      app.database,
      `SELECT (SELECT count(*) FROM cases) + (SELECT count(*) FROM case_lines) + (SELECT count(*) FROM case_events)
         + (SELECT count(*) FROM outbox_events) + (SELECT count(*) FROM idempotency_keys) AS n`,
    );
    return (one as Answer)['n'];
  };

  it('says verdict, lines, score, commission and claim, and writes nothing', async () => {
    const before = await rows();
    const given = loan({ claimTerms: { ordinaryRateBps: 1_000, overdueRateBps: 2_000, penaltyRateBps: 400 } });
    const answer = await quote(given);
    expect(answer).toMatchObject({ verdict: 'review', existingCaseId: null, outstandingFen: '1000000' });
    const { claim, lines, fullRecovery, reasons } = answer;
    // A year at 10 %, then 100 days at 24 %, capped at four times the LPR of the contract.
    const [term, overdue] = claim.segments as Answer[];
    expect(claim.segments).toHaveLength(2);
    expect(term).toMatchObject({ lineNumber: 1, phase: 'term', days: 365, rate: '10.00 %', interestFen: '100000' });
    expect(overdue).toMatchObject({ phase: 'overdue', days: 100, rate: claim.capRate, rateDays: 365 });
    const sum = (steps: Answer[]) => steps.reduce((total, one) => total + BigInt(one['interestFen']), 0n);
    expect(BigInt(claim.allowedFen)).toBe(sum(claim.segments));
    expect(BigInt(claim.capFen)).toBe(sum(claim.capSegments));
    expect(BigInt(claim.askedFen)).toBe(100_000n + 65_753n);
    expect(BigInt(claim.excessFen)).toBe(BigInt(claim.askedFen) - BigInt(claim.allowedFen));
    expect(claim.courtFees.amountFen).toBe(`${1_000_000n + BigInt(claim.allowedFen)}`);
    expect(reasons).toMatchObject([
      { code: 'USURY', severity: 'review', params: { rate: '24.00 %', limit: claim.capRate } },
    ]);
    expect(lines).toMatchObject([{ lineNumber: 1, openFen: '1000000', monthsOverdue: 3 }]);
    expect(lines[0].limitationExpiresOn).toBe(answer['limitationExpiresOn']);
    const { commissionBps, commissionFen, serviceFeeBps, serviceFeeFen } = fullRecovery;
    expect([commissionFen, serviceFeeFen]).toEqual([`${commissionBps * 100}`, `${serviceFeeBps * 100}`]);
    expect(await rows()).toBe(before);
  });

  it('is for a creditor that is not approved yet, on both faces alike, and for nobody else', async () => {
    const [newcomer, agency] = await Promise.all([anOrganisation(app, 'creditor'), anAgency(app)]);
    const given = loan();
    const seen = await quote(given, newcomer.owner.token);
    const bearer = { authorization: `Bearer ${newcomer.owner.token}` };
    const rest = await app.rest().post('/v1/cases/quote').set(bearer).send(given);
    expect(rest.status).toBe(200);
    expect(rest.body).toMatchObject({ verdict: seen['verdict'], claim: seen['claim'], lines: seen['lines'] });
    const wrong = await app
      .rest()
      .post('/v1/cases/quote')
      .set(bearer)
      .send({ ...given, claimTerms: { lender: 'bank' } });
    expect([wrong.status, wrong.body.path]).toEqual([422, 'claimTerms.lender']);
    const refused = await app.graphql(
      'query ($input: PostCaseInput!) { quoteCase(input: $input) { verdict } }',
      { input: given },
      agency.owner.token,
    );
    expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('names every reason of a refusal, and no claim of an illegal debt', async () => {
    const gambling = await quote(loan({ legalOrigin: 'gambling' }));
    expect(gambling).toMatchObject({ verdict: 'reject', claim: null, score: null, fullRecovery: null });
    expect(gambling['reasons']).toMatchObject([{ code: 'ILLEGAL_ORIGIN', severity: 'reject' }]);
    const early = await quote(loan({ dueOn: daysAgo(-30) }));
    expect([early['verdict'], early['claim'].segments]).toEqual(['reject', []]);
    const { principalFen: _, ...bare } = loan() as Answer;
    const positive = { kind: 'credit_note', dueOn: daysAgo(50), principalFen: '500000' };
    const line = { kind: 'loan', dueOn: daysAgo(100), principalFen: '1000000' };
    const unsound = await quote({ ...bare, dueOn: null, invoicedOn: null, lines: [line, positive] });
    expect(unsound).toMatchObject({ verdict: 'reject', claim: null });
    expect(unsound['reasons']).toMatchObject([{ code: 'LINE_AMOUNT_SIGN', field: 'lines[1].principalFen' }]);
    const impossible = { contractOn: daysAgo(10), filedOn: daysAgo(20) };
    expect((await quote(loan({ claimTerms: impossible })))['reasons']).toMatchObject([
      { code: 'FILED_BEFORE_CONTRACT', field: 'claimTerms.filedOn' },
    ]);
  });

  it('computes the late interest of a small creditor, and warns of its terms', async () => {
    const terms = { creditorScale: 'sme', debtorScale: 'public_body', paymentTermDays: 61, payWhenPaid: true };
    const given = { ...sampleDebt(), externalRef: `Q-${randomUUID()}`, principalFen: '100000000', dueOn: daysAgo(100) };
    const answer = await quote({ ...given, claimTerms: terms });
    expect(answer['claim']).toMatchObject({ rule: 'sme_late_payment', allowedFen: '5000000', capFen: null });
    expect(answer['claim'].segments).toMatchObject([{ days: 100, rate: '0.05 %', rateDays: 1 }]);
    expect(answer['claim'].notes.map((note: Answer) => note['code'])).toEqual(
      expect.arrayContaining(['PAY_WHEN_PAID_VOID', 'SME_TERM_TOO_LONG']),
    );
    expect(answer['reasons'].map((one: Answer) => one['code'])).toContain('SME_TERM_TOO_LONG');
  });

  it('posts interest above the cap to a reviewer, who sees the same arithmetic as its creditor', async () => {
    const given = loan({
      penaltyFen: '500000',
      claimTerms: { overdueRateBps: 3_600, feesFen: '100', lender: 'private' },
    });
    const quoted = await quote(given);
    const posted = await post(given);
    expect(posted).toMatchObject({ state: 'submitted', claimTerms: { overdueRateBps: 3_600, feesFen: '100' } });
    expect(posted['reviewReasons'].map((one: Answer) => one['code'])).toEqual(['USURY', 'INTEREST_ABOVE_CAP']);
    expect(posted['reviewReasons'][1].params).toEqual({
      ...{ claimed: '5000.00', allowed: yuan(quoted['claim'].allowedFen), excess: yuan(quoted['claim'].excessFen) },
    });
    for (const token of [creditor.owner.token, platform.owner.token]) {
      expect((await claimOf(posted['id'], token)).data!['caseClaim']).toEqual(quoted['claim']);
    }
    const bearer = { authorization: `Bearer ${creditor.owner.token}` };
    expect((await app.rest().get(`/v1/cases/${posted['id']}/claim`).set(bearer)).body).toEqual(quoted['claim']);
    expect((await quote(given))['existingCaseId']).toBe(posted['id']);
    const stranger = await aCreditor(app);
    expect((await claimOf(posted['id'], stranger.owner.token)).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('shows claim and terms to the holder from the entrustment on, not before', async () => {
    const terms = { contractOn: daysAgo(300), overdueRateBps: 500 };
    const given = { ...sampleDebt(), externalRef: `Q-${randomUUID()}`, claimTerms: terms };
    const posted = await post(given);
    expect(posted['state']).toBe('listed');
    const agency = await anAgency(app);
    const { token } = agency.owner;
    const grab = await done(app, 'grabCase', { caseId: ['ID!', posted['id']] }, '... on Grab { id }', { token });
    const read = 'query ($id: ID!) { case(id: $id) { claimTerms { contractOn overdueRateBps } } }';
    expect(await act(token, read, { id: posted['id'] })).toEqual({ claimTerms: null });
    expect((await claimOf(posted['id'], token)).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    await done(app, 'acceptEntrustment', { grabId: ['ID!', grab['id']] }, '... on Grab { state }', { token });
    expect(await act(token, read, { id: posted['id'] })).toMatchObject({ claimTerms: terms });
    expect((await claimOf(posted['id'], token)).data!['caseClaim']).toMatchObject({ rule: 'agreed_late_payment' });
  });

  it('runs each line from its own due day', async () => {
    const line = (documentNumber: string, days: number, principalFen: string, kind = 'invoice') => {
      return { kind, documentNumber, dueOn: daysAgo(days), principalFen };
    };
    const lines = [line('A', 200, '1000000'), line('B', 100, '2000000'), line('C', 50, '-500000', 'credit_note')];
    const { principalFen: _, dueOn: __, invoicedOn: ___, ...debt } = sampleDebt() as Answer;
    const answer = await quote({
      ...debt,
      externalRef: `Q-${randomUUID()}`,
      lines,
      claimTerms: { overdueRateBps: 365 },
    });
    expect(answer['claim'].segments).toMatchObject([
      { lineNumber: 1, days: 200, amountFen: '500000', interestFen: '10000' },
      { lineNumber: 2, days: 100, amountFen: '2000000', interestFen: '20000' },
    ]);
    expect(answer).toMatchObject({ outstandingFen: '2500000' });
  });

  it('lets the platform add publications of the LPR, and raises an alarm while one is missing', async () => {
    const set = `mutation ($input: SetPolicyInput!) { setPolicy(input: $input) { ${REFUSAL}
      ... on Policy { name value alarms { en zh } } } }`;
    const change = (given: Answer, dryRun = true) =>
      act(platform.owner.token, set, { input: { name: 'interest', change: given, dryRun } });
    expect(await change({ lpr: [{ from: '2026-09-21', oneYearBps: 3_000 }] })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await change({ lpr: [{ from: '2026-10-20', oneYearBps: 300 }] })).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: 'change.lpr.0', details: { reasonCode: 'LPR_MONTH_MISSING' } },
    });
    expect(await change({ lprVerifiedThrough: '2099-01-01' })).toMatchObject({
      details: { reasonCode: 'LPR_NOT_THAT_FAR' },
    });
    const added = await change({ lpr: [{ from: '2026-09-21', oneYearBps: 295 }] });
    expect(added['value'].lpr.at(-1)).toEqual({ from: '2026-09-21', oneYearBps: 295 });
    const { alarms } = await change({ yearDays: 365 });
    const months = alarms.map((one: Answer) => /\d{4}-\d{2}/.exec(one['en'])![0]);
    expect(months).toEqual([...months].sort());
    await app.serving.app.get(Sweeps).run('lpr.check');
    const metrics = await app.rest().get('/metrics');
    if (metrics.status === 200) expect(metrics.text).toContain(`recourse_lpr_missing_months ${months.length}`);
    expect(months.every((month: string) => month > '2026-08' && month <= daysAgo(0).slice(0, 7))).toBe(true);
  });
});

function yuan(fen: string): string {
  const digits = fen.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
