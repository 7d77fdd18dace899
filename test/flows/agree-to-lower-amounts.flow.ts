import { setTimeout as sleep } from 'node:timers/promises';
import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aGrab, anAgency, aPlatform, aReportedRepayment, type Organisation } from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

/** A creditor whose books show less than what its holder works on. */
describe('a lower amount of a held case', () => {
  let app: TestApp;
  let database: TestDatabase;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_lower_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
    creditor = await aCreditor(app);
  });
  beforeEach(async () => {
    agency = await anAgency(app, { grade: 'expert' });
  });
  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
  afterAll(() => app.close());

  const as = (whose: Organisation) => ({ authorization: `Bearer ${whose.owner.token}` });
  const invoice = (documentNumber: string, principalFen: string) => ({
    ...{ kind: 'invoice', documentNumber, principalFen, dueOn: daysAgo(120) },
  });
  const credit = (documentNumber: string, principalFen: string) => ({
    ...{ kind: 'credit_note', documentNumber, principalFen, dueOn: daysAgo(90) },
  });
  const [FIRST, SECOND] = [invoice('F-1', '500000'), invoice('F-2', '300000')];
  const all = [
    [1, '500000'],
    [2, '300000'],
  ];
  const listed = async () => {
    const { principalFen, dueOn, invoicedOn, ...bare } = sampleDebt();
    const debt = { ...bare, lines: [FIRST, SECOND] };
    const { token } = creditor.owner;
    const one = await done(app, 'postCase', { input: ['PostCaseInput!', debt] }, '... on Case { id }', { token });
    return { debt, caseId: one['id'] as string };
  };
  const held = async () => {
    const one = await listed();
    return { ...one, grabId: await aGrab(app, agency, one.caseId) };
  };
  const rowOf = async (batchId: string) => {
    for (;;) {
      const { body } = await app.rest().get(`/v1/case-batches/${batchId}`).set(as(creditor)).expect(200);
      if (body.finishedAt) break;
      await sleep(50);
    }
    const [row] = (await app.rest().get(`/v1/case-batches/${batchId}/rows`).set(as(creditor))).body.data;
    return [row.outcome, ...row.reasons.map(({ code }: Answer) => code)];
  };
  const batch = () => app.rest().post('/v1/case-batches').query({ mode: 'upsert' }).set(as(creditor));
  const upsert = async (row: object) => rowOf((await batch().send({ rows: [row] })).body.id);
  const upsertFile = async (row: object) =>
    rowOf((await batch().attach('file', Buffer.from(JSON.stringify(row)), 'books.ndjson')).body.id);
  const PENDING = ['revision_pending', 'REVISION_PENDING'];

  const confirm = (caseId: string, outstandingFen: string, idempotencyKey?: string) =>
    act(
      app,
      'confirmCaseRevision',
      { input: ['ConfirmCaseRevisionInput!', { caseId, outstandingFen }] },
      '... on CaseRevision { state outstandingFen decidedAt declineReason }',
      { token: creditor.owner.token, ...(idempotencyKey ? { idempotencyKey } : {}) },
    );
  const revisions = async (caseId: string) => {
    const { body } = await app.rest().get('/v1/case-revisions').query({ caseId }).set(as(creditor)).expect(200);
    return body.data.map(({ state, outstandingFen }: Answer) => `${state} ${outstandingFen}`);
  };
  const changes = async (caseId: string, by = agency): Promise<Answer[]> =>
    (await app.rest().get(`/v1/cases/${caseId}/line-changes`).set(as(by)).expect(200)).body.data;
  const states = async (caseId: string, by = agency) =>
    (await changes(caseId, by)).map(({ act: what, state }) => `${what} ${state}`);
  const answer = (verb: 'agree' | 'decline', id: string, by = agency) =>
    app.rest().post(`/v1/case-line-changes/${id}/${verb}`).set(as(by));
  const seen = (caseId: string) =>
    ask(
      app,
      'case',
      { id: ['ID!', caseId] },
      'state outstandingFen lines { lineNumber openFen withdrawnAt }',
      creditor.owner.token,
    );
  /** What the case is about, and its open lines. */
  const figures = async (caseId: string) => {
    const { outstandingFen, lines } = await seen(caseId);
    const open = lines.filter(({ withdrawnAt }: Answer) => withdrawnAt === null);
    return [outstandingFen, open.map(({ lineNumber, openFen }: Answer) => [lineNumber, openFen])];
  };
  /** What the feed tells one side of it. */
  const told = async (caseId: string, whose: Organisation) => {
    await app.settled();
    const rows = await asOwner<{ type: string; data: Answer }>(
      database,
      `SELECT type, data FROM feed_events WHERE case_id = $1 AND organisation_id = $2
          AND (type LIKE 'case-revision%' OR type LIKE 'case-line-change%') ORDER BY position`,
      [parsePublicId('case', caseId), parsePublicId('organisation', whose.id)],
    );
    return rows.map(({ type, data }) => [type, data['act'], data['state']].filter(Boolean).join(' '));
  };
  /** Fewer lines, confirmed by the creditor: the change that waits for the holder. */
  const proposed = async (debt: Answer, caseId: string, lines: object[] = [FIRST]): Promise<string> => {
    expect(await upsert({ ...debt, lines })).toEqual(PENDING);
    expect(await confirm(caseId, '500000')).toMatchObject({ state: 'proposed' });
    const [change] = await changes(caseId);
    expect(change).toMatchObject({ act: 'revise', state: 'pending' });
    return change!['id'];
  };

  it('waits for the holder once its creditor confirmed it: the agreed figures stay, also when the holder declines', async () => {
    const { debt, caseId } = await held();
    const fewer = { ...debt, lines: [FIRST] };
    expect(await upsert(fewer)).toEqual(PENDING);
    expect(await changes(caseId)).toEqual([]);
    expect(await confirm(caseId, '500000', `c-${caseId}`)).toMatchObject({ state: 'proposed', decidedAt: null });
    expect(await confirm(caseId, '500000', `c-${caseId}`)).toMatchObject({ state: 'proposed' });
    expect(await confirm(caseId, '500000')).toMatchObject({ state: 'proposed' });
    expect(await figures(caseId)).toEqual(['800000', all]);
    expect(await upsert(fewer)).toEqual(PENDING);
    const [waiting, ...others] = await changes(caseId);
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({
      ...{ act: 'revise', state: 'pending', fromFen: '800000', outstandingFen: '500000', lineNumber: null, line: null },
      lines: [{ documentNumber: 'F-1', principalFen: '500000', paidFen: '0' }],
    });
    const stranger = await anAgency(app, { grade: 'expert' });
    expect((await answer('decline', waiting!['id'], stranger)).body.code).toBe('NOT_FOUND');
    expect((await answer('decline', waiting!['id'])).body).toMatchObject({ state: 'declined' });
    expect((await answer('decline', waiting!['id'])).body).toMatchObject({ state: 'declined' });
    expect((await answer('agree', waiting!['id'])).body.code).toBe('WRONG_STATE');
    expect(await figures(caseId)).toEqual(['800000', all]);
    expect(await revisions(caseId)).toEqual(['declined 500000']);
    expect(await changes(caseId)).toMatchObject([{ state: 'declined', lines: null }]);
    expect(await upsert(fewer)).toEqual(['rejected', 'REVISION_DECLINED']);
    expect(await confirm(caseId, '500000')).toMatchObject({ code: 'WRONG_STATE' });
    const news = [
      'case-revision.proposed',
      'case-line-change.proposed revise',
      'case-line-change.decided revise declined',
    ];
    for (const side of [creditor, agency]) {
      expect(await told(caseId, side)).toEqual([...news, 'case-revision.decided declined']);
    }
  });

  it('counts when the holder agrees, out of a file as well; what was paid meanwhile is still reported', async () => {
    const { debt, caseId, grabId } = await held();
    expect(await upsertFile({ ...debt, lines: [FIRST, SECOND, credit('C-1', '-200000')] })).toEqual(PENDING);
    expect(await confirm(caseId, '600000')).toMatchObject({ state: 'proposed' });
    await aReportedRepayment(app, agency, grabId, '300000');
    const [waiting] = await changes(caseId);
    const agree = () => answer('agree', waiting!['id']).set('idempotency-key', `a-${caseId}`);
    for (const { body } of [await agree(), await agree(), await answer('agree', waiting!['id'])]) {
      expect(body).toMatchObject({ act: 'revise', state: 'agreed', lineNumber: null, fromFen: '800000' });
    }
    expect(await figures(caseId)).toEqual(['600000', [...all, [3, '-200000']]]);
    expect(await revisions(caseId)).toEqual(['confirmed 600000']);
    expect(await confirm(caseId, '600000')).toMatchObject({ state: 'confirmed' });
    expect(await upsert({ ...debt, lines: [FIRST, SECOND, credit('C-1', '-200000')] })).toEqual(['unchanged']);
    const trail = await asOwner(database, 'SELECT DISTINCT act FROM audit_records WHERE subject_id = $1 ORDER BY act', [
      parsePublicId('case', caseId),
    ]);
    expect(trail.map(({ act: what }) => what)).toEqual(['case-line-change.agree', 'case-revision.confirm']);
  });

  it('waits for its creditor again when the grab ends, and counts at once while nobody holds the case', async () => {
    const { debt, caseId, grabId } = await held();
    const changeId = await proposed(debt, caseId);
    const leave = { grabId: ['ID!', grabId], reason: ['String!', 'no time'] } as const;
    await done(app, 'returnGrab', leave, '... on Grab { state }', { token: agency.owner.token });
    expect((await answer('agree', changeId)).body.code).toBe('WRONG_STATE');
    await app.settled();
    expect(await states(caseId, creditor)).toEqual(['revise lapsed']);
    expect(await revisions(caseId)).toEqual(['pending 500000']);
    expect(await figures(caseId)).toEqual(['800000', all]);
    expect(await confirm(caseId, '500000')).toMatchObject({ state: 'confirmed' });
    expect(await figures(caseId)).toEqual(['500000', [[1, '500000']]]);
    const next = await anAgency(app, { grade: 'expert' });
    await aGrab(app, next, caseId);
    expect(await changes(caseId, next)).toEqual([]);
    expect((await answer('agree', changeId, next)).body.code).toBe('NOT_FOUND');
  });

  it('gives way to what the books show next, and to another change by its creditor', async () => {
    const { debt, caseId } = await held();
    const first = await proposed(debt, caseId);
    expect(await upsert({ ...debt, lines: [invoice('F-1', '450000'), SECOND] })).toEqual(PENDING);
    expect((await answer('agree', first)).body.code).toBe('WRONG_STATE');
    expect(await revisions(caseId)).toEqual(['pending 750000']);
    expect(await confirm(caseId, '500000')).toMatchObject({ code: 'REVISION_OUTDATED' });
    expect(await confirm(caseId, '750000')).toMatchObject({ state: 'proposed' });
    const withdrawal = await app.rest().post(`/v1/cases/${caseId}/lines/2/withdraw`).set(as(creditor));
    expect(withdrawal.body).toMatchObject({ act: 'withdraw', state: 'pending' });
    expect(await states(caseId)).toEqual(['withdraw pending', 'revise lapsed', 'revise lapsed']);
    expect(await revisions(caseId)).toEqual(['pending 750000']);
    // The books show what is agreed: nothing of them waits any more, and the creditor's own change does.
    expect(await upsert(debt)).toEqual(['unchanged']);
    expect(await revisions(caseId)).toEqual(['lapsed 750000']);
    expect((await answer('agree', withdrawal.body.id)).body).toMatchObject({ state: 'agreed' });
    expect(await figures(caseId)).toEqual(['500000', [[1, '500000']]]);
  });

  it('is taken back by its creditor, and by its books', async () => {
    const one = await held();
    const changeId = await proposed(one.debt, one.caseId);
    const decline = app.rest().post(`/v1/cases/${one.caseId}/revision/decline`).set(as(creditor));
    expect((await decline.send({ reason: 'a misprint' })).body).toMatchObject({ state: 'declined' });
    const two = await held();
    await proposed(two.debt, two.caseId);
    expect(await upsert(two.debt)).toEqual(['unchanged']);
    expect((await answer('agree', changeId)).body.code).toBe('WRONG_STATE');
    for (const [{ caseId }, state] of [
      [one, 'declined'],
      [two, 'lapsed'],
    ] as const) {
      expect(await states(caseId)).toEqual(['revise lapsed']);
      expect(await revisions(caseId)).toEqual([`${state} 500000`]);
      expect(await figures(caseId)).toEqual(['800000', all]);
    }
  });

  it('is not agreed to once the case has other figures, or as much came in', async () => {
    const one = await held();
    const changeId = await proposed(one.debt, one.caseId);
    await aReportedRepayment(app, agency, one.grabId, '600000');
    expect((await answer('agree', changeId)).body.code).toBe('LINE_CHANGE_OUTDATED');
    expect(await figures(one.caseId)).toEqual(['800000', all]);
    const two = await held();
    const another = invoice('F-3', '100000');
    const added = await app.rest().post(`/v1/cases/${two.caseId}/lines`).set(as(creditor)).send(another);
    expect(await upsert({ ...two.debt, lines: [FIRST] })).toEqual(PENDING);
    expect((await answer('agree', added.body.id)).body).toMatchObject({ state: 'agreed' });
    expect(await confirm(two.caseId, '500000')).toMatchObject({ code: 'REVISION_OUTDATED' });
    // The books shown again are compared with what is agreed now.
    expect(await upsert({ ...two.debt, lines: [FIRST] })).toEqual(PENDING);
    expect(await confirm(two.caseId, '500000')).toMatchObject({ state: 'proposed' });
    const [waiting] = await changes(two.caseId);
    expect(waiting).toMatchObject({ fromFen: '900000', outstandingFen: '500000' });
    expect((await answer('agree', waiting!['id'])).body).toMatchObject({ state: 'agreed' });
    expect(await figures(two.caseId)).toEqual(['500000', [[1, '500000']]]);
  });

  it('shows a holder its lines without the numbers of documents before the entrustment', async () => {
    const { debt, caseId } = await listed();
    const { token } = agency.owner;
    const grab = await done(app, 'grabCase', { caseId: ['ID!', caseId] }, '... on Grab { id }', { token });
    const changeId = await proposed(debt, caseId);
    const [waiting] = await changes(caseId);
    expect(waiting!['lines']).toMatchObject([{ documentNumber: null, principalFen: '500000' }]);
    const agreed = (await answer('agree', changeId)).body;
    expect(JSON.stringify([waiting, agreed])).not.toContain('F-1');
    expect(agreed).toMatchObject({ state: 'agreed', lines: [{ principalFen: '500000' }] });
    await done(app, 'acceptEntrustment', { grabId: ['ID!', grab['id']] }, '... on Grab { state }', { token });
    expect((await answer('agree', changeId)).body.lines).toMatchObject([{ documentNumber: 'F-1' }]);
  });

  it('is not proposed of a frozen case, nor of one that is closed', async () => {
    const { debt, caseId, grabId } = await held();
    expect(await upsert({ ...debt, lines: [FIRST] })).toEqual(PENDING);
    const { risk } = await aPlatform(app);
    const [its, why] = [
      { caseId: ['ID!', caseId] } as const,
      { reasonCode: ['InterventionReason!', 'debtor_dispute'] } as const,
    ];
    await done(app, 'freezeCase', { ...its, ...why }, '... on Case { state }', { token: risk.token });
    expect(await confirm(caseId, '500000')).toMatchObject({ code: 'CASE_FROZEN' });
    await done(
      app,
      'unfreezeCase',
      { ...its, reasonCode: ['InterventionReason!', 'resolved'] },
      '... on Case { state }',
      { token: risk.token },
    );
    const recall = { grabId: ['ID!', grabId], reason: ['String!', 'over'] } as const;
    await done(app, 'recallGrab', recall, '... on Grab { state }', { token: creditor.owner.token });
    expect(await confirm(caseId, '500000')).toMatchObject({ code: 'WRONG_STATE' });
    expect(await figures(caseId)).toEqual(['800000', all]);
    expect(await changes(caseId, creditor)).toEqual([]);
  });
});
