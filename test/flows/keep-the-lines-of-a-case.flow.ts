import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { workingDayFrom } from '../../src/casework/debt/working-days.js';
import { breachesIn } from '../../src/commands/laws.js';
import { addDays, addMonths, parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aConfirmedRepayment,
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  aPlatform,
  aReportedRepayment,
  type Organisation,
  tryGrab,
} from '../support/builders.js';
import { type Answer, type Arguments, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const LINE =
  'lineNumber kind documentNumber periodFrom periodTo dueOn principalFen penaltyFen paidFen openFen monthsOverdue limitationExpiresOn limitationDaysLeft withdrawnAt';
const FIGURES = 'principalFen penaltyFen paidFen outstandingFen recoveredFen dueOn limitationExpiresOn score grade';
const CHANGE =
  '... on CaseLineChange { id act lineNumber state fromFen outstandingFen line { documentNumber openFen: principalFen } }';

/** Three years after the due day; the next working day if that is a holiday (art. 203). */
const lastDay = (dueOn: string) => workingDayFrom(addMonths(dueOn, 36)) ?? addMonths(dueOn, 36);

describe('the lines of a case', () => {
  let app: TestApp;
  let database: TestDatabase;
  let creditor: Organisation;
  let agency: Organisation;
  let today: string;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_lines_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
    creditor = await aCreditor(app);
  });
  /** One whose quota is free. */
  beforeEach(async () => {
    today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    agency = await anAgency(app, { grade: 'expert' });
  });
  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
  afterAll(() => app.close());

  const token = () => creditor.owner.token;
  const as = (whose: Organisation) => ({ authorization: `Bearer ${whose.owner.token}` });
  const seen = (caseId: string, by = token()) =>
    ask(app, 'case', { id: ['ID!', caseId] }, `state ${FIGURES} lines { ${LINE} } reviewReasons { code field }`, by);
  const post = (input: object) =>
    act(app, 'postCase', { input: ['PostCaseInput!', input] }, `... on Case { id state ${FIGURES} }`, {
      token: token(),
    });
  /** A debt without amounts and days of its own. */
  const bare = (lines: readonly object[], more: object = {}) => {
    const { principalFen, dueOn, invoicedOn, ...debt } = sampleDebt();
    return { ...debt, lines, ...more };
  };
  const invoice = (documentNumber: string, principalFen: string, more: object = {}) => ({
    ...{ kind: 'invoice', documentNumber, principalFen, dueOn: daysAgo(120) },
    ...more,
  });
  const listed = async (lines: readonly object[], more: object = {}) => {
    const posted = await post(bare(lines, more));
    expect(posted).toMatchObject({ state: 'listed' });
    return posted['id'] as string;
  };
  const add = (caseId: string, line: object, by = token(), key?: string) =>
    act(app, 'addCaseLine', { caseId: ['ID!', caseId], line: ['DebtLineInput!', line] }, CHANGE, {
      token: by,
      ...(key ? { idempotencyKey: key } : {}),
    });
  const correct = (caseId: string, lineNumber: number, line: object) => {
    const args: Arguments = {
      caseId: ['ID!', caseId],
      lineNumber: ['Int!', lineNumber],
      line: ['DebtLineInput!', line],
    };
    return act(app, 'correctCaseLine', args, CHANGE, { token: token() });
  };
  const withdraw = (caseId: string, lineNumber: number) => {
    const args: Arguments = { caseId: ['ID!', caseId], lineNumber: ['Int!', lineNumber] };
    return act(app, 'withdrawCaseLine', args, CHANGE, { token: token() });
  };
  const answer = (verb: 'agreeTo' | 'decline', changeId: string, by: Organisation) =>
    act(app, `${verb}CaseLineChange`, { changeId: ['ID!', changeId] }, CHANGE, { token: by.owner.token });
  const changes = async (caseId: string, by: Organisation) => {
    const found = await ask(app, 'caseLineChanges', { caseId: ['ID!', caseId] }, 'act state', by.owner.token);
    return (found as unknown as Answer[]).map(({ act, state }) => `${act} ${state}`);
  };
  const open = (one: Answer) => one['lines'].filter((line: Answer) => line['withdrawnAt'] === null);
  const eventsOf = async (name: string, caseId: string) =>
    asOwner<{ payload: Answer }>(
      database,
      `SELECT payload FROM outbox_events WHERE name = $1 AND payload->>'caseId' = $2 ORDER BY seq`,
      [name, parsePublicId('case', caseId)],
    );

  describe('as they are posted', () => {
    it('are lowered by a credit note, and no case is made of lines that owe nothing', async () => {
      const caseId = await listed([
        invoice('F-1', '500000'),
        { kind: 'credit_note', documentNumber: 'C-1', principalFen: '-120000', dueOn: daysAgo(90) },
      ]);
      const one = await seen(caseId);
      expect(one).toMatchObject({ principalFen: '380000', outstandingFen: '380000', dueOn: daysAgo(120) });
      expect(one['lines'][1]).toMatchObject({
        openFen: '-120000',
        limitationExpiresOn: null,
        limitationDaysLeft: null,
      });
      const refused = await post(
        bare([
          invoice('F-1', '120000'),
          { kind: 'credit_note', documentNumber: 'C-1', principalFen: '-120000', dueOn: daysAgo(90) },
        ]),
      );
      expect(refused).toMatchObject({ code: 'CASE_NOT_ADMISSIBLE', details: { reasons: 'LINES_OWE_NOTHING' } });
    });

    it('are judged each, and nothing that contradicts them is taken', async () => {
      const reasons = async (lines: readonly object[], more: object = {}) => {
        const { code, path, details } = await post(bare(lines, more));
        return [code, path, ...(details?.['reasons']?.split(', ') ?? [])];
      };
      const two = [invoice('F-1', '500000'), invoice('F-2', '300000')];
      const not = 'CASE_NOT_ADMISSIBLE';
      expect(await reasons(two, { principalFen: '700000' })).toEqual([
        not,
        'outstandingFen',
        'AMOUNTS_DISAGREE',
        'LINES_DISAGREE',
      ]);
      expect(await reasons(two, { dueOn: daysAgo(100) })).toEqual([not, 'dueOn', 'LINES_DISAGREE']);
      expect(await reasons([two[0]!, two[0]!])).toEqual([not, 'lines[1].documentNumber', 'LINE_REPEATED']);
      expect(await reasons([two[0]!, invoice('F-2', '-5')])).toEqual([
        not,
        'lines[1].principalFen',
        'LINE_AMOUNT_SIGN',
      ]);
      expect(await reasons([invoice('F-1', '500000', { paidFen: '500001' })])).toEqual([
        not,
        'lines[0].paidFen',
        'LINE_OVERPAID',
      ]);
      expect(await reasons([two[0]!, invoice('F-2', '300000', { dueOn: addDays(today, 5) })])).toEqual([
        not,
        'lines[1].dueOn',
        'NOT_OVERDUE',
      ]);
      expect(await reasons([])).toEqual(['INVALID_INPUT', 'lines']);
      const wrong = bare([{ ...two[0]!, periodFrom: '2026-02-30' }]);
      const answered = await app.rest().post('/v1/cases').set(as(creditor)).send(wrong);
      expect(answered.body).toMatchObject({ code: 'INVALID_INPUT', path: 'lines[0].periodFrom' });
    });

    it('are one line where a debt is sent as a whole', async () => {
      const caseId = await aListedCase(app, creditor, { principalFen: '1000000', paidFen: '100000' });
      expect((await seen(caseId))['lines']).toEqual([
        expect.objectContaining({
          ...{ lineNumber: 1, kind: 'invoice', documentNumber: null, dueOn: daysAgo(120), openFen: '900000' },
        }),
      ]);
    });

    it('come in rows of a batch, and go out as a table', async () => {
      const debt = bare([invoice('F-7', '500000'), invoice('F-8', '300000', { dueOn: daysAgo(200) })]);
      const { lines, ...rest } = debt;
      const rows = [{ ...rest, lines }];
      const sent = await app.rest().post('/v1/case-batches').set(as(creditor)).send({ rows });
      const [row] = await finished(sent.body.id);
      expect(row).toMatchObject({ outcome: 'admitted' });
      const csv = await app
        .rest()
        .get(`/v1/exports/case-lines?externalRef=${(debt as Answer)['externalRef']}`)
        .set(as(creditor))
        .buffer(true);
      const table = parse(csv.text, { bom: true, columns: true }) as Record<string, string>[];
      expect(table.map((one) => [one['Line'], one['Document number'], one['Open when posted (CNY)']])).toEqual([
        ['1', 'F-7', '5000.00'],
        ['2', 'F-8', '3000.00'],
      ]);
    });
  });

  async function finished(batchId: string): Promise<Answer[]> {
    for (;;) {
      const { body } = await app.rest().get(`/v1/case-batches/${batchId}`).set(as(creditor)).expect(200);
      if (body.finishedAt) break;
      await sleep(50);
    }
    return (await app.rest().get(`/v1/case-batches/${batchId}/rows`).set(as(creditor))).body.data;
  }

  it('show a holder the amounts at once and the numbers of documents after the entrustment', async () => {
    const caseId = await listed([invoice('F-1', '500000'), invoice('F-2', '300000')]);
    await withdraw(caseId, 2);
    const by = agency.owner.token;
    const grab = await done(app, 'grabCase', { caseId: ['ID!', caseId] }, '... on Grab { id }', { token: by });
    const shown = async () =>
      (await seen(caseId, by))['lines'].map(({ documentNumber, openFen }: Answer) => [documentNumber, openFen]);
    expect(await shown()).toEqual([[null, '500000']]);
    await done(app, 'acceptEntrustment', { grabId: ['ID!', grab['id']] }, '... on Grab { state }', { token: by });
    expect(await shown()).toEqual([['F-1', '500000']]);
    expect((await seen(caseId))['lines']).toHaveLength(2);
  });

  describe('while nobody holds the case', () => {
    it('are added, corrected and withdrawn at once; hall, history and followers learn of it', async () => {
      const caseId = await listed([invoice('F-1', '500000')]);
      expect(await add(caseId, invoice('F-2', '300000', { dueOn: daysAgo(400) }))).toMatchObject({
        ...{ act: 'add', state: 'applied', fromFen: '500000', outstandingFen: '800000' },
      });
      expect(await correct(caseId, 1, invoice('F-1', '480000', { paidFen: '30000' }))).toMatchObject({
        ...{ act: 'correct', lineNumber: 1, state: 'applied', fromFen: '800000', outstandingFen: '750000' },
      });
      const one = await seen(caseId);
      expect(one).toMatchObject({ principalFen: '780000', paidFen: '30000', dueOn: daysAgo(400) });
      expect(one['limitationExpiresOn']).toBe(lastDay(daysAgo(400)));
      expect(open(one).map((line: Answer) => [line['lineNumber'], line['openFen']])).toEqual([
        [1, '450000'],
        [2, '300000'],
      ]);
      expect(await withdraw(caseId, 2)).toMatchObject({ state: 'applied', outstandingFen: '450000' });
      expect(await seen(caseId)).toMatchObject({ dueOn: daysAgo(120), outstandingFen: '450000' });
      // The number of a withdrawn line is not used again.
      await add(caseId, invoice('F-3', '10000'));
      expect(open(await seen(caseId)).map((line: Answer) => line['lineNumber'])).toEqual([1, 3]);
      expect((await eventsOf('case.revised.v1', caseId)).map(({ payload }) => payload['amountFen'])).toEqual([
        '800000',
        '750000',
        '450000',
        '460000',
      ]);
      expect((await eventsOf('listing.changed.v1', caseId)).at(-1)!.payload).toMatchObject({ amountFen: '460000' });
      const history = await ask(app, 'caseHistory', { caseId: ['ID!', caseId] }, 'act facts', token());
      const acts = (history as unknown as Answer[]).map(({ act, facts }) => facts['act'] ?? act);
      expect(acts).toEqual(['admit', 'add_line', 'correct_line', 'withdraw_line', 'add_line']);
      expect(await changes(caseId, creditor)).toEqual([
        'add applied',
        'withdraw applied',
        'correct applied',
        'add applied',
      ]);
    });

    it('are judged again: what was misread, is not due or leaves nothing is refused, and nothing is written', async () => {
      const caseId = await listed([invoice('F-1', '500000'), invoice('F-2', '300000')]);
      const before = await seen(caseId);
      const codes = await Promise.all([
        correct(caseId, 1, invoice('F-1', '50000000')),
        correct(caseId, 1, invoice('F-1', '50000')),
        add(caseId, invoice('F-3', '100', { dueOn: addDays(today, 3) })),
        add(caseId, invoice('F-2', '300000')),
        add(caseId, { kind: 'credit_note', documentNumber: 'C-1', principalFen: '-800000', dueOn: daysAgo(1) }),
        withdraw(caseId, 9),
        add(caseId, invoice('F-4', '-1')),
      ]);
      expect(codes.map(({ code, details }) => [code, ...(details?.['reasons'] ? [details['reasons']] : [])])).toEqual([
        ['AMOUNT_MISREAD'],
        ['AMOUNT_MISREAD'],
        ['CASE_NOT_ADMISSIBLE', 'NOT_OVERDUE'],
        ['CASE_NOT_ADMISSIBLE', 'LINE_REPEATED'],
        ['NOTHING_LEFT_TO_COLLECT'],
        ['NOT_FOUND'],
        ['CASE_NOT_ADMISSIBLE', 'LINE_AMOUNT_SIGN'],
      ]);
      expect(await seen(caseId)).toEqual(before);
      expect(await changes(caseId, creditor)).toEqual([]);
    });

    it('are refused in words, by the line that was sent', async () => {
      const caseId = await listed([invoice('F-1', '500000'), invoice('F-2', '300000')]);
      const dueOn = addDays(today, 3);
      const refused = await add(caseId, invoice('F-3', '100', { dueOn }));
      expect(refused).toMatchObject({ path: 'line.dueOn', details: { reasons: 'NOT_OVERDUE' } });
      expect(refused['message']).toBe(
        `The case cannot be admitted: line.dueOn: The debt is due on ${dueOn}, so it is not overdue yet.`,
      );
      const chinese = await app
        .rest()
        .post(`/v1/cases/${caseId}/lines/2/correct`)
        .set({ ...as(creditor), 'accept-language': 'zh-CN' })
        .send(invoice('F-1', '300000'));
      expect(chinese.body).toMatchObject({ code: 'CASE_NOT_ADMISSIBLE', path: 'line.documentNumber' });
      expect(chinese.body.detail).toBe(
        '案件不符合受理条件：line.documentNumber：与第 1 笔明细的类型、单据号和期间相同。',
      );
    });

    it('are their creditor’s alone, once per key, and not those of a closed case', async () => {
      const caseId = await listed([invoice('F-1', '500000')]);
      const [other, line] = [await aCreditor(app), invoice('F-2', '300000')];
      expect(await add(caseId, line, other.owner.token)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await add(caseId, line, agency.owner.token)).toMatchObject({ code: 'FORBIDDEN' });
      const twice = await Promise.all([1, 2].map(() => add(caseId, line, token(), `once-${caseId}`)));
      const again = await add(caseId, line, token(), `once-${caseId}`);
      expect(again).toMatchObject({ state: 'applied', outstandingFen: '800000' });
      expect(twice.map((one) => one['id'] ?? one['code'])).toContain(again['id']);
      expect(open(await seen(caseId))).toHaveLength(2);
      await done(app, 'withdrawCase', { caseId: ['ID!', caseId] }, '... on Case { state }', { token: token() });
      expect(await add(caseId, invoice('F-3', '300000'))).toMatchObject({ code: 'WRONG_STATE' });
      expect(await withdraw(caseId, 1)).toMatchObject({ code: 'WRONG_STATE' });
    });

    it('speak REST as well', async () => {
      const caseId = await listed([invoice('F-1', '500000')]);
      const call = (path: string, body: object = {}) =>
        app.rest().post(`/v1/cases/${caseId}/lines${path}`).set(as(creditor)).send(body);
      const added = await call('', invoice('F-2', '300000'));
      expect([added.status, added.body.state, added.body.outstandingFen]).toEqual([201, 'applied', '800000']);
      expect((await call('/2/correct', invoice('F-2', '290000'))).body).toMatchObject({ outstandingFen: '790000' });
      expect((await call('/2/correct', invoice('F-2', '2900000'))).body).toMatchObject({ code: 'AMOUNT_MISREAD' });
      expect((await call('/2/withdraw')).body).toMatchObject({ state: 'applied', outstandingFen: '500000' });
      expect((await call('/2/withdraw')).body).toMatchObject({ code: 'NOT_FOUND' });
      expect((await call('/x/withdraw')).status).toBe(422);
      const list = await app.rest().get(`/v1/cases/${caseId}/line-changes`).set(as(creditor));
      expect(list.body.data.map((one: Answer) => one['act'])).toEqual(['withdraw', 'correct', 'add']);
    });

    it('change one after the other when two changes come at once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const caseId = await listed([invoice('F-1', '500000')]);
        const both = await Promise.all([
          add(caseId, invoice('F-2', '300000')),
          add(caseId, invoice('F-3', '200000')),
          correct(caseId, 1, invoice('F-1', '510000')),
        ]);
        expect(both.map((one) => one['state'])).toEqual(['applied', 'applied', 'applied']);
        expect(await seen(caseId)).toMatchObject({ outstandingFen: '1010000' });
        expect(open(await seen(caseId))).toHaveLength(3);
      }
    });

    it('belong to the free case or to the held one when a grab comes at once, never to both', async () => {
      for (let round = 0; round < 6; round += 1) {
        const [caseId, rival] = [await listed([invoice('F-1', '500000')]), await anAgency(app)];
        const [grabbed, added] = await Promise.all([
          tryGrab(app, rival.owner.token, caseId),
          add(caseId, invoice('F-2', '300000')),
        ]);
        const one = await seen(caseId);
        const [grab] = await asOwner<{ amount: string }>(
          database,
          `SELECT amount_fen::text AS amount FROM grabs WHERE case_id = $1`,
          [parsePublicId('case', caseId)],
        );
        expect(['applied', 'pending']).toContain(added['state']);
        expect(one['outstandingFen']).toBe(added['state'] === 'applied' ? '800000' : '500000');
        if (grabbed === 'won') expect(grab!.amount).toBe(one['outstandingFen']);
        else expect(added['state']).toBe('applied');
      }
    });
  });

  describe('while a provider holds the case', () => {
    const held = async () => {
      const caseId = await listed([invoice('F-1', '500000'), invoice('F-2', '300000')], { commission: { bps: 2000 } });
      return { caseId, grabId: await aGrab(app, agency, caseId) };
    };

    it('change only when the holder agrees, and its terms stay frozen', async () => {
      const { caseId, grabId } = await held();
      const before = await seen(caseId);
      const raised = await add(caseId, invoice('F-3', '100000'));
      expect(raised).toMatchObject({ state: 'pending', fromFen: '800000', outstandingFen: '900000' });
      expect(await seen(caseId)).toEqual(before);
      expect(await changes(caseId, agency)).toEqual(['add pending']);
      const terms = () =>
        ask(app, 'grab', { id: ['ID!', grabId] }, 'amountFen terms { commissionBps }', agency.owner.token);
      const frozen = await terms();
      expect(await answer('agreeTo', raised['id'], agency)).toMatchObject({
        state: 'agreed',
        outstandingFen: '900000',
      });
      expect(await seen(caseId)).toMatchObject({ outstandingFen: '900000', state: 'in_collection' });
      expect(await terms()).toEqual(frozen);
      const lowered = await withdraw(caseId, 2);
      expect(lowered).toMatchObject({ state: 'pending', outstandingFen: '600000' });
      expect(await answer('decline', lowered['id'], agency)).toMatchObject({ state: 'declined' });
      expect(await seen(caseId)).toMatchObject({ outstandingFen: '900000' });
      expect(await answer('agreeTo', lowered['id'], agency)).toMatchObject({ code: 'WRONG_STATE' });
      await app.settled();
      expect((await eventsOf('case.line-change-decided.v1', caseId)).map(({ payload }) => payload['state'])).toEqual([
        'agreed',
        'declined',
      ]);
    });

    it('are agreed to once, by the holder alone, whoever asks at once', async () => {
      const { caseId } = await held();
      const { id } = await add(caseId, invoice('F-3', '100000'));
      const stranger = await anAgency(app);
      expect(await answer('agreeTo', id, stranger)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await answer('agreeTo', id, creditor)).toMatchObject({ code: 'FORBIDDEN' });
      const all = await Promise.all([1, 2, 3, 4].map(() => answer('agreeTo', id, agency)));
      expect(all.map((one) => one['state'])).toEqual(['agreed', 'agreed', 'agreed', 'agreed']);
      expect(await seen(caseId)).toMatchObject({ outstandingFen: '900000' });
      expect(open(await seen(caseId))).toHaveLength(3);
    });

    it('lapse when the grab ends, and when the creditor proposes another change', async () => {
      const { caseId, grabId } = await held();
      const first = await add(caseId, invoice('F-3', '100000'));
      const second = await withdraw(caseId, 2);
      expect(await changes(caseId, agency)).toEqual(['withdraw pending', 'add lapsed']);
      expect(await answer('agreeTo', first['id'], agency)).toMatchObject({ code: 'WRONG_STATE' });
      const recall = { grabId: ['ID!', grabId], reason: ['String!', 'paid'] } as const;
      await done(app, 'recallGrab', recall, '... on Grab { state }', { token: token() });
      expect(await answer('agreeTo', second['id'], agency)).toMatchObject({
        code: expect.stringMatching(/WRONG_STATE|NOT_FOUND/),
      });
      await app.settled();
      expect(await changes(caseId, creditor)).toEqual(['withdraw lapsed', 'add lapsed']);
      expect(await seen(caseId)).toMatchObject({ outstandingFen: '800000' });
    });

    it('neither hide a payment nor leave less than what came in', async () => {
      const { caseId, grabId } = await held();
      expect(await correct(caseId, 1, invoice('F-1', '500000', { paidFen: '60000' }))).toMatchObject({
        code: 'PAYMENT_IS_A_REPAYMENT',
      });
      await aConfirmedRepayment(app, creditor, agency, grabId, '250000');
      await aReportedRepayment(app, agency, grabId, '250000');
      expect(await withdraw(caseId, 2)).toMatchObject({ code: 'NOTHING_LEFT_TO_COLLECT' });
      const less = await correct(caseId, 2, invoice('F-2', '150000'));
      expect(less).toMatchObject({ state: 'pending', outstandingFen: '650000' });
      await aReportedRepayment(app, agency, grabId, '200000');
      expect(await answer('agreeTo', less['id'], agency)).toMatchObject({ code: 'LINE_CHANGE_OUTDATED' });
      expect(await seen(caseId)).toMatchObject({ outstandingFen: '800000', recoveredFen: '250000' });
    });

    it('do not grow beyond what the grade of the holder allows', async () => {
      const junior = await anAgency(app);
      const caseId = await listed([invoice('F-1', '500000')]);
      await aGrab(app, junior, caseId);
      const { id } = await add(caseId, invoice('F-2', '6000000'));
      expect(await answer('agreeTo', id, junior)).toMatchObject({ code: 'ABOVE_HOLDERS_LIMIT' });
      expect(await answer('decline', id, junior)).toMatchObject({ state: 'declined' });
    });

    it('rest while the platform has frozen the case', async () => {
      const [{ caseId }, platform] = [await held(), await aPlatform(app)];
      const { id } = await add(caseId, invoice('F-3', '100000'));
      const freeze = { caseId: ['ID!', caseId], reasonCode: ['InterventionReason!', 'debtor_dispute'] } as const;
      await done(app, 'freezeCase', freeze, '... on Case { state }', { token: platform.risk.token });
      expect(await add(caseId, invoice('F-4', '100000'))).toMatchObject({ code: 'CASE_FROZEN' });
      expect(await answer('agreeTo', id, agency)).toMatchObject({ code: 'CASE_FROZEN' });
    });
  });

  describe('in the books of their creditor', () => {
    const upsert = async (row: object) => {
      const sent = await app
        .rest()
        .post('/v1/case-batches')
        .query({ mode: 'upsert' })
        .set(as(creditor))
        .send({ rows: [row] });
      const [found] = await finished(sent.body.id);
      return [found!['outcome'], ...found!['reasons'].map(({ code }: Answer) => code)];
    };

    it('are matched by document, period and kind; new ones are added, those that are gone withdrawn', async () => {
      const debt = bare([invoice('F-1', '500000'), invoice('F-2', '300000')]) as Answer;
      expect(await upsert(debt)).toEqual(['admitted']);
      expect(await upsert(debt)).toEqual(['unchanged']);
      const { nodes } = await ask(
        app,
        'cases',
        { first: ['Int!', 1], filter: ['CaseFilterInput', { externalRef: debt['externalRef'] }] },
        'nodes { id }',
        token(),
      );
      const caseId = nodes[0].id;
      const next = { ...debt, lines: [invoice('F-2', '300000', { paidFen: '50000' }), invoice('F-3', '150000')] };
      expect(await upsert(next)).toEqual(['updated']);
      const one = await seen(caseId);
      expect(
        one['lines'].map((line: Answer) => [line['lineNumber'], line['openFen'], line['withdrawnAt'] === null]),
      ).toEqual([
        [1, '500000', false],
        [2, '250000', true],
        [3, '150000', true],
      ]);
      expect(one).toMatchObject({ outstandingFen: '400000' });
      // The whole alone does not say which line changed.
      const { lines, ...whole } = next;
      expect(lines).toHaveLength(2);
      expect(await upsert({ ...whole, principalFen: '440000', paidFen: '50000', dueOn: daysAgo(120) })).toEqual([
        'rejected',
        'LINES_NEEDED',
      ]);
    });

    it('report what was paid on a line while a provider holds the case, and ask creditor and holder before they lower it', async () => {
      const debt = bare([invoice('F-1', '500000'), invoice('F-2', '300000')]) as Answer;
      const posted = await post(debt);
      await aGrab(app, agency, posted['id']);
      const paid = [invoice('F-1', '500000', { paidFen: '200000' }), invoice('F-2', '300000')];
      expect(await upsert({ ...debt, lines: paid })).toEqual(['repayment_reported']);
      expect(await upsert({ ...debt, lines: [invoice('F-1', '500000', { paidFen: '200000' })] })).toEqual([
        'revision_pending',
        'REVISION_PENDING',
      ]);
      expect(await seen(posted['id'])).toMatchObject({ outstandingFen: '800000' });
      const input = { caseId: posted['id'], outstandingFen: '500000' };
      const confirm = { input: ['ConfirmCaseRevisionInput!', input] as const };
      const confirmed = await done(app, 'confirmCaseRevision', confirm, '... on CaseRevision { state }', {
        token: token(),
      });
      expect(confirmed).toMatchObject({ state: 'proposed' });
      expect(await seen(posted['id'])).toMatchObject({ outstandingFen: '800000' });
      const list = await app.rest().get(`/v1/cases/${posted['id']}/line-changes`).set(as(agency));
      expect(list.body.data).toMatchObject([{ act: 'revise', state: 'pending', outstandingFen: '500000' }]);
      expect(await answer('agreeTo', list.body.data[0].id, agency)).toMatchObject({ state: 'agreed' });
      const one = await seen(posted['id']);
      expect(one).toMatchObject({ outstandingFen: '500000' });
      expect(open(one).map((line: Answer) => [line['lineNumber'], line['openFen']])).toEqual([[1, '500000']]);
    });
  });
});
