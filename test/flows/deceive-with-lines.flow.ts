import { setTimeout as sleep } from 'node:timers/promises';
import { MAX_LINE_NUMBER } from '../../src/casework/debt/index.js';
import { breachesIn } from '../../src/commands/laws.js';
import { MAX_FEN, parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aConfirmedRepayment,
  aCreditor,
  aGrab,
  anAgency,
  anApiKey,
  anOrganisation,
  aPlatform,
  aSandbox,
  type Organisation,
} from '../support/builders.js';
import { type Answer, type Arguments, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const CHANGE = '... on CaseLineChange { id act lineNumber state outstandingFen line { documentNumber } }';

/** A creditor, a holder and strangers who try to gain by the lines of a case. */
describe('whoever would gain by the lines of a case', () => {
  let app: TestApp;
  let database: TestDatabase;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_deceive_lines_${process.pid}`, { fresh: true });
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
  const invoice = (documentNumber: string, principalFen: string, more: object = {}) => ({
    ...{ kind: 'invoice', documentNumber, principalFen, dueOn: daysAgo(120) },
    ...more,
  });
  const debtOf = (lines: readonly object[], more: object = {}): Answer => {
    const { principalFen, dueOn, invoicedOn, ...debt } = sampleDebt();
    return { ...debt, lines, ...more };
  };
  const posted = async (debt: Answer, by = creditor) =>
    done(app, 'postCase', { input: ['PostCaseInput!', debt] }, '... on Case { id state }', { token: by.owner.token });
  const two = () => [invoice('F-1', '500000'), invoice('F-2', '300000')];
  const add = (caseId: string, line: object, by = creditor.owner.token, idempotencyKey?: string) =>
    act(app, 'addCaseLine', { caseId: ['ID!', caseId], line: ['DebtLineInput!', line] }, CHANGE, {
      token: by,
      ...(idempotencyKey ? { idempotencyKey } : {}),
    });
  const withdraw = (caseId: string, lineNumber: number) =>
    act(app, 'withdrawCaseLine', { caseId: ['ID!', caseId], lineNumber: ['Int!', lineNumber] }, CHANGE, {
      token: creditor.owner.token,
    });
  const answer = (verb: 'agreeTo' | 'decline', changeId: string, by: Organisation) =>
    act(app, `${verb}CaseLineChange`, { changeId: ['ID!', changeId] }, CHANGE, { token: by.owner.token });
  const figures = (caseId: string) =>
    ask(
      app,
      'case',
      { id: ['ID!', caseId] },
      'state outstandingFen recoveredFen lines { lineNumber openFen withdrawnAt }',
      creditor.owner.token,
    );
  const open = async (caseId: string) =>
    (await figures(caseId))['lines']
      .filter((line: Answer) => line['withdrawnAt'] === null)
      .map(({ lineNumber, openFen }: Answer) => [lineNumber, openFen]);
  const finished = async (batchId: string): Promise<Answer> => {
    for (;;) {
      const { body } = await app.rest().get(`/v1/case-batches/${batchId}`).set(as(creditor)).expect(200);
      if (body.finishedAt) return body;
      await sleep(50);
    }
  };
  const upsert = async (row: object) => {
    const sent = await app
      .rest()
      .post('/v1/case-batches')
      .query({ mode: 'upsert' })
      .set(as(creditor))
      .send({ rows: [row] });
    await finished(sent.body.id);
    const [found] = (await app.rest().get(`/v1/case-batches/${sent.body.id}/rows`).set(as(creditor))).body.data;
    return [found.outcome, ...found.reasons.map(({ code, field }: Answer) => `${code} ${field}`)];
  };
  const confirmRevision = (caseId: string, outstandingFen: string) =>
    act(
      app,
      'confirmCaseRevision',
      { input: ['ConfirmCaseRevisionInput!', { caseId, outstandingFen }] },
      '... on CaseRevision { state }',
      { token: creditor.owner.token },
    );

  describe('by its books', () => {
    it('proposes nothing of a held case that no case may be', async () => {
      const debt = debtOf(two());
      const { id: caseId } = await posted(debt);
      await aGrab(app, agency, caseId);
      const credit = (fen: string) => ({
        ...{ kind: 'credit_note', documentNumber: 'C-1', principalFen: fen, dueOn: daysAgo(90) },
      });
      const lower: [lines: object[], reason: string][] = [
        [[invoice('F-1', '200000'), invoice('F-1', '200000')], 'LINE_REPEATED lines[1].documentNumber'],
        [[invoice('F-1', '500000'), invoice('F-2', '-100000')], 'LINE_AMOUNT_SIGN lines[1].principalFen'],
        [[invoice('F-1', '400000'), credit('100')], 'LINE_AMOUNT_SIGN lines[1].principalFen'],
        [[invoice('F-1', '400000', { periodFrom: daysAgo(1), periodTo: daysAgo(9) })], 'PERIOD_REVERSED periodTo'],
      ];
      for (const [lines, reason] of lower) {
        const [outcome, ...reasons] = await upsert({ ...debt, lines });
        expect([outcome, ...reasons.map((one) => one.replace('lines[0].', ''))]).toEqual(['rejected', reason]);
      }
      const revisions = await app.rest().get('/v1/case-revisions').query({ caseId }).set(as(creditor));
      expect(revisions.body.data).toEqual([]);
      expect(await open(caseId)).toEqual([
        [1, '500000'],
        [2, '300000'],
      ]);
    });

    it('brings no line back that was withdrawn by agreement since, and adds none twice', async () => {
      for (const since of ['withdrawn', 'added'] as const) {
        const debt = debtOf(two());
        const { id: caseId } = await posted(debt);
        await aGrab(app, agency, caseId);
        const lines = [invoice('F-2', '300000'), invoice('F-1', '400000'), invoice('F-3', '50000')];
        expect((await upsert({ ...debt, lines }))[0]).toBe('revision_pending');
        const agreed = async (change: Answer) =>
          expect(await answer('agreeTo', change['id'], agency)).toMatchObject({ state: 'agreed' });
        // Two changes that leave the whole as it was.
        await agreed(await add(caseId, invoice(since === 'added' ? 'F-3' : 'F-9', '300000')));
        await agreed(await withdraw(caseId, 2));
        expect(await figures(caseId)).toMatchObject({ outstandingFen: '800000' });
        expect(await confirmRevision(caseId, '750000')).toMatchObject({ code: 'REVISION_OUTDATED' });
        expect(await open(caseId)).toEqual([
          [1, '500000'],
          [3, '300000'],
        ]);
      }
    });
  });

  describe('by their number', () => {
    it('makes nobody wait: rows without end for one case are refused each, and others are not', async () => {
      const row = (externalRef: string, n: number) =>
        JSON.stringify({
          ...sampleDebt({ externalRef, debtorName: '海港贸易有限公司' }),
          principalFen: `${200_000 + n}`,
        });
      const rows = Array.from({ length: 2_001 }, (_, n) => row('ONE', n));
      const sent = await app
        .rest()
        .post('/v1/case-batches')
        .set(as(creditor))
        .attach('file', Buffer.from([row('BEFORE', 0), ...rows, row('AFTER', 0)].join('\n')), 'rows.ndjson');
      const batch = await finished(sent.body.id);
      expect(batch).toMatchObject({ totalRows: 2_003, admittedRows: 2, rejectedRows: 2_001 });
      const found = await asOwner(
        database,
        `SELECT DISTINCT reasons->0->>'code' AS code FROM case_batch_rows WHERE batch_id = $1 AND outcome = 'rejected'`,
        [parsePublicId('batch', sent.body.id)],
      );
      expect(found).toEqual([{ code: 'ROWS_TOO_MANY' }]);
    });

    it('shows a shorter page of cases with many lines, and all of them on the pages after it', async () => {
      const owner = await aCreditor(app);
      const lines = Array.from({ length: 180 }, (_, n) => invoice(`F-${n}`, '10000'));
      for (let n = 0; n < 30; n += 1) await posted(debtOf(n % 10 ? two() : lines), owner);
      await asOwner(
        database,
        `INSERT INTO case_lines (case_id, line_number, kind, document_number, due_on, principal_fen, penalty_fen, paid_fen, withdrawn_at)
         SELECT id, n, 'invoice', 'G-' || n, due_on, 100, 0, 0, now() FROM cases, generate_series(200, 600) n
          WHERE creditor_id = $1 AND (SELECT count(*) FROM case_lines WHERE case_id = id) < 10`,
        [parsePublicId('organisation', owner.id)],
      );
      const [sizes, ids] = [[] as number[], new Set<string>()];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const query: Record<string, unknown> = { limit: 30, ...(cursor ? { cursor } : {}) };
        const { body }: { body: Answer } = await app.rest().get('/v1/cases').query(query).set(as(owner)).expect(200);
        sizes.push(body['data'].length);
        for (const one of body['data']) ids.add(one.id);
        expect(body['data'].reduce((sum: number, one: Answer) => sum + one['lines'].length, 0)).toBeLessThan(5_000);
        expect(body['hasMore']).toBe(body['nextCursor'] !== null);
        cursor = body['nextCursor'];
      }
      expect(ids.size).toBe(30);
      expect(sizes.length).toBeGreaterThan(2);
    });
  });

  describe('by changes of its lines', () => {
    it('learns the number of a line once it is in the case, and not before', async () => {
      const { id: caseId } = await posted(debtOf(two()));
      expect(await add(caseId, invoice('F-3', '100'))).toMatchObject({ state: 'applied', lineNumber: 3 });
      await withdraw(caseId, 3);
      expect(await add(caseId, invoice('F-3', '100'))).toMatchObject({ state: 'applied', lineNumber: 4 });
      await aGrab(app, agency, caseId);
      const proposed = await add(caseId, invoice('F-5', '100'));
      expect(proposed).toMatchObject({ state: 'pending', lineNumber: null });
      expect(await answer('agreeTo', proposed['id'], agency)).toMatchObject({ state: 'agreed', lineNumber: 5 });
      const declined = await add(caseId, invoice('F-6', '100'));
      expect(await answer('decline', declined['id'], agency)).toMatchObject({ state: 'declined', lineNumber: null });
      const trail = await asOwner(database, 'SELECT act FROM audit_records WHERE subject_id = $1 ORDER BY seq', [
        parsePublicId('case', caseId),
      ]);
      expect(trail.map(({ act: done }) => done)).toEqual(['case-line-change.agree', 'case-line-change.decline']);
    });

    it('tells a holder no number of a document before the entrustment, whatever it answers', async () => {
      const { id: caseId } = await posted(debtOf(two()));
      const { token } = agency.owner;
      const grab = await done(app, 'grabCase', { caseId: ['ID!', caseId] }, '... on Grab { id }', { token });
      const first = await add(caseId, invoice('SECRET-1', '1000'));
      const told = [await answer('decline', first['id'], agency)];
      const second = await add(caseId, invoice('SECRET-2', '1000'));
      const agree = () => app.rest().post(`/v1/case-line-changes/${second['id']}/agree`).set(as(agency));
      told.push((await agree().set('idempotency-key', `a-${caseId}`)).body);
      told.push((await agree().set('idempotency-key', `a-${caseId}`)).body, (await agree()).body);
      expect(told.map((one) => one['state'])).toEqual(['declined', 'agreed', 'agreed', 'agreed']);
      const list = await app.rest().get(`/v1/cases/${caseId}/line-changes`).set(as(agency));
      const feed = await app.rest().get('/v1/events').set(as(agency));
      const notified = await asOwner(database, `SELECT payload FROM outbox_events WHERE payload->>'caseId' = $1`, [
        parsePublicId('case', caseId),
      ]);
      expect(JSON.stringify([told, list.body, feed.body, notified])).not.toContain('SECRET');
      await done(app, 'acceptEntrustment', { grabId: ['ID!', grab['id']] }, '... on Grab { state }', { token });
      expect((await agree()).body.line.documentNumber).toBe('SECRET-2');
    });

    it('does not bind the next holder by what was proposed to the last', async () => {
      const { id: caseId } = await posted(debtOf(two()));
      const grabId = await aGrab(app, agency, caseId);
      const { id } = await withdraw(caseId, 2);
      const leave = { grabId: ['ID!', grabId], reason: ['String!', 'no time'] } as const;
      await done(app, 'returnGrab', leave, '... on Grab { state }', { token: agency.owner.token });
      const next = await anAgency(app, { grade: 'expert' });
      await aGrab(app, next, caseId);
      for (const by of [agency, next]) {
        expect(await answer('agreeTo', id, by)).toMatchObject({ code: by === next ? 'NOT_FOUND' : 'WRONG_STATE' });
      }
      const seen = await ask(app, 'caseLineChanges', { caseId: ['ID!', caseId] }, 'id', next.owner.token);
      expect(seen).toEqual([]);
      expect(await figures(caseId)).toMatchObject({ outstandingFen: '800000' });
    });

    it('cannot go on without end: changes and lines have one', async () => {
      const { id: caseId } = await posted(debtOf(two()));
      const id = parsePublicId('case', caseId);
      // As if as many lines had come and gone.
      const last = MAX_LINE_NUMBER;
      const move = `UPDATE case_lines SET line_number = ${last} WHERE case_id = $1 AND line_number = 2`;
      await asOwner(database, move, [id]);
      expect(await add(caseId, invoice('F-3', '100'))).toMatchObject({
        ...{ code: 'CASE_NOT_ADMISSIBLE', path: 'lines', details: { reasons: 'LINE_NUMBERS_USED_UP' } },
      });
      expect(await withdraw(caseId, last)).toMatchObject({ state: 'applied' });
      await asOwner(
        database,
        `INSERT INTO case_line_changes (id, case_id, creditor_id, act, line_number, state, from_fen, outstanding_fen, decided_at)
         SELECT gen_random_uuid(), id, creditor_id, 'withdraw', 1, 'applied', 2, 1, now() FROM cases, generate_series(2, 500)
          WHERE id = $1`,
        [id],
      );
      expect(await withdraw(caseId, 1)).toMatchObject({ code: 'LINE_CHANGES_USED_UP', path: 'caseId' });
      const other = (await posted(debtOf(two())))['id'];
      const clock = JSON.stringify(Array(1_000).fill({ kind: 'suit', on: '2026-01-01' }));
      const events =
        'UPDATE case_lines SET clock = $2::jsonb, withdrawn_at = now() WHERE case_id = $1 AND line_number = 3';
      await add(other, invoice('F-3', '100'));
      await withdraw(other, 3);
      await asOwner(database, events, [parsePublicId('case', other), clock]);
      const plan = [{ kind: 'acknowledgement', on: daysAgo(9) }];
      expect(await add(other, invoice('F-4', '100', { clock: plan }))).toMatchObject({
        details: { reasons: 'TOO_MANY_CASE_CLOCK_EVENTS' },
      });
      expect(await add(other, invoice('F-4', '100'))).toMatchObject({ state: 'applied' });
    });

    it('lists no debt that a reviewer never saw beside one that a reviewer let pass', async () => {
      const old = (documentNumber: string, days: number) => invoice(documentNumber, '100000', { dueOn: daysAgo(days) });
      const { id, state } = await posted(debtOf([invoice('F-1', '500000'), old('F-2', 1500)]));
      expect(state).toBe('submitted');
      const token = (await aPlatform(app)).reviewer.token;
      await done(app, 'claimCaseReview', { caseId: ['ID!', id] }, '... on Case { state }', { token });
      await done(
        app,
        'admitCase',
        { caseId: ['ID!', id], reason: ['String!', 'a plan proves it'] },
        '... on Case { state }',
        { token },
      );
      expect(await add(id, invoice('F-3', '50000'))).toMatchObject({ state: 'applied' });
      const refused = { code: 'CASE_NOT_ADMISSIBLE', details: { reasons: 'LIMITATION_EXPIRED' } };
      expect(await add(id, old('F-4', 1400))).toMatchObject(refused);
      expect(await withdraw(id, 2)).toMatchObject({ state: 'applied' });
      expect(await add(id, old('F-4', 1400))).toMatchObject(refused);
      expect(await add(id, old('F-2', 1500))).toMatchObject({ state: 'applied' });
    });

    it('neither by numbers that look alike nor by amounts beyond any bound', async () => {
      const { id: caseId } = await posted(debtOf(two()));
      const most = MAX_FEN.toString();
      const tries: [line: object, reason: string | undefined][] = [
        [invoice('F\u200b-1', '100'), 'LINE_REPEATED'],
        [invoice('\ufeffF-1 \u3164', '100'), 'LINE_REPEATED'],
        [invoice('F-3', '0'), undefined],
        [invoice('F-4', most), 'AMOUNT_INVALID'],
        [invoice('F-5', '9'.repeat(30)), 'NOT_FEN'],
        [invoice('F-6', '100', { paidFen: '-1' }), 'LINE_AMOUNT_SIGN'],
        [invoice('F-7', '100', { dueOn: '1900-01-01' }), 'LIMITATION_LONG_STOP'],
        [invoice('F-8', '100', { clock: [{ kind: 'suit', on: '2199-12-31' }] }), 'DATE_IN_FUTURE'],
        [
          { kind: 'credit_note', documentNumber: 'C-1', principalFen: '0', paidFen: '-100', dueOn: daysAgo(9) },
          'LINE_OVERPAID',
        ],
      ];
      for (const [line, reason] of tries) {
        const found = await add(caseId, line).catch((error: Error) => ({ code: error.message }) as Answer);
        const said = found['details']?.['reasons'] ?? found['code'] ?? found['state'];
        if (reason) expect([line, said]).toEqual([line, expect.stringContaining(reason)]);
        else expect(said).toMatch(/INVALID_INPUT|AMOUNT_INVALID|applied/);
      }
      for (const lineNumber of [-1, 0, 2_147_483_647]) {
        expect(await withdraw(caseId, lineNumber)).toMatchObject({ code: 'NOT_FOUND', path: 'lineNumber' });
      }
      expect((await figures(caseId))['outstandingFen']).toBe('800000');
    });

    it('repeats an act by its key, and another by the same key is refused', async () => {
      const { id: caseId } = await posted(debtOf(two()));
      const key = `k-${caseId}`;
      const first = await add(caseId, invoice('F-3', '100'), creditor.owner.token, key);
      expect(await add(caseId, invoice('F-3', '100'), creditor.owner.token, key)).toEqual(first);
      expect(await add(caseId, invoice('F-3', '200'), creditor.owner.token, key)).toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      const rest = await app
        .rest()
        .post(`/v1/cases/${caseId}/lines/1/withdraw`)
        .set({ ...as(creditor), 'idempotency-key': key });
      expect([rest.status, rest.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    });

    it('through no door that is not theirs', async () => {
      const { id: caseId } = await posted(debtOf(two()));
      const [unverified, world, reader, writer] = await Promise.all([
        anOrganisation(app, 'creditor'),
        aSandbox(app, creditor),
        anApiKey(app, creditor, ['cases:read']),
        anApiKey(app, creditor, ['cases:write', 'cases:read']),
      ]);
      const platform = await aPlatform(app);
      const line = invoice('F-3', '100');
      const answers = [];
      for (const token of [unverified.owner.token, world.creditor.owner.token, world.agency.owner.token]) {
        answers.push((await add(caseId, line, token))['code']);
      }
      answers.push((await add(caseId, line, platform.owner.token))['code']);
      answers.push((await add(caseId, line, reader.key))['code']);
      expect(answers).toEqual(['NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
      const made = await add(caseId, line, writer.key);
      expect(made).toMatchObject({ state: 'applied', line: { documentNumber: null } });
      // A sandbox keeps to itself.
      const test = await posted(debtOf(two()), world.creditor);
      expect(await add(test['id'], line)).toMatchObject({ code: 'NOT_FOUND' });
      const changes: Arguments = { caseId: ['ID!', test['id']] };
      const { token } = creditor.owner;
      const other = await app.graphql(
        'query ($caseId: ID!) { caseLineChanges(caseId: $caseId) { id } }',
        { caseId: changes['caseId']![1] },
        token,
      );
      expect(other.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    });

    it('not by shrinking a held case below what came in, before or after it came', async () => {
      const { id: caseId } = await posted(debtOf(two(), { commission: { bps: 2000 } }));
      const grabId = await aGrab(app, agency, caseId);
      const change = await withdraw(caseId, 2);
      const repaymentId = await aConfirmedRepayment(app, creditor, agency, grabId, '500000');
      expect(await answer('agreeTo', change['id'], agency)).toMatchObject({ code: 'LINE_CHANGE_OUTDATED' });
      const repayment = await ask(app, 'repayment', { id: ['ID!', repaymentId] }, 'commissionFen', agency.owner.token);
      expect(repayment['commissionFen']).toBe('100000');
      expect(await withdraw(caseId, 2)).toMatchObject({ code: 'NOTHING_LEFT_TO_COLLECT' });
      expect(await figures(caseId)).toMatchObject({ outstandingFen: '800000', recoveredFen: '500000' });
    });
  });
});
