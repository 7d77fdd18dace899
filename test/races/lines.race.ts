import { breachesIn } from '../../src/commands/laws.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aConfirmedRepayment,
  aCreditor,
  aGrab,
  anAgency,
  aProposedClose,
  aReportedRepayment,
  type Organisation,
} from '../support/builders.js';
import { type Answer, type Arguments, act, done } from '../support/client.js';
import { asOwner, deadlocksIn, namedDatabase, type TestDatabase } from '../support/database.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const ROUNDS = 6;
/** A refusal with a code; never a fault of the server. */
const CODED = /^(?!INTERNAL|REQUEST_NOT_PROCESSED)[A-Z_]+$/;
const CHANGE = '... on CaseLineChange { id state lineNumber outstandingFen }';
type Act = () => Promise<string>;

describe('lines, money and holds at once', () => {
  let database: TestDatabase;
  let apps: TestApp[];
  let creditor: Organisation;
  let agencies: Organisation[];

  beforeAll(async () => {
    database = await namedDatabase('recourse_lines_race', { fresh: true });
    const settings = { DATABASE_POOL: '12' };
    apps = await Promise.all([testApp(settings, database), testApp({ ...settings, PROCESS: 'api' }, database)]);
    creditor = await aCreditor(apps[0]!);
    agencies = await Promise.all([1, 2].map(() => anAgency(apps[0]!, { grade: 'expert' })));
  });
  afterAll(async () => {
    await Promise.all((apps ?? []).map((app) => app.close()));
    expect(await deadlocksIn(database)).toBe(0);
  });
  afterEach(async () => {
    await apps[0]!.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
    const strange = await asOwner(
      database,
      `SELECT c.id, c.state, c.outstanding_fen, c.recovered_fen, p.waiting, l.pending, l.revising, r.proposed, g.active FROM cases c
         LEFT JOIN LATERAL (SELECT coalesce(sum(amount_fen) FILTER (WHERE state = 'reported'), 0) AS waiting,
           coalesce(sum(amount_fen) FILTER (WHERE state = 'confirmed'), 0) AS confirmed FROM repayments WHERE case_id = c.id) p ON true
         LEFT JOIN LATERAL (SELECT count(*) AS pending, count(*) FILTER (WHERE act = 'revise') AS revising FROM case_line_changes WHERE case_id = c.id AND state = 'pending') l ON true
         LEFT JOIN LATERAL (SELECT count(*) AS proposed FROM case_revisions WHERE case_id = c.id AND state = 'proposed') r ON true
         LEFT JOIN LATERAL (SELECT count(*) AS active FROM grabs WHERE case_id = c.id AND state = 'active') g ON true
        WHERE c.recovered_fen <> p.confirmed OR c.recovered_fen + p.waiting > c.outstanding_fen OR l.pending > g.active OR l.revising <> r.proposed`,
    );
    expect(strange).toEqual([]);
  });

  let turn = 0;
  /** One act, by turns on each process: its state, or the code of its refusal. */
  const attempt = async (name: string, args: Arguments, fields: string, token: string): Promise<Answer> => {
    turn += 1;
    return act(apps[turn % 2]!, name, args, fields, { token }).catch((error: Error) => {
      return { code: /"code":"([A-Z_]+)"/.exec(error.message)?.[1] ?? error.message };
    });
  };
  const shuffled = <T>(list: T[]): T[] =>
    list
      .map((one) => [Math.random(), one] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, one]) => one);
  const invoice = (documentNumber: string, principalFen: string, more: object = {}) => ({
    ...{ kind: 'invoice', documentNumber, principalFen, dueOn: daysAgo(120) },
    ...more,
  });
  const posted = async (): Promise<{ caseId: string; debt: Answer }> => {
    const { principalFen, dueOn, invoicedOn, ...rest } = sampleDebt();
    const debt = { ...rest, lines: [invoice('F-1', '500000'), invoice('F-2', '300000'), invoice('F-3', '200000')] };
    const input = { input: ['PostCaseInput!', debt] } as const;
    const one = await done(apps[0]!, 'postCase', input, '... on Case { id }', { token: creditor.owner.token });
    return { caseId: one['id'], debt };
  };
  const told = async (answer: Promise<Answer>): Promise<string> => {
    const { code, state } = await answer;
    return code ?? state ?? 'done';
  };

  /** The acts of the creditor on the lines of a case. */
  const changesOf = (caseId: string): Act[] => {
    const mine = creditor.owner.token;
    const its = { caseId: ['ID!', caseId] } as const;
    const of = (lineNumber: number) => ({ ...its, lineNumber: ['Int!', lineNumber] }) as const;
    const line = (one: object) => ({ line: ['DebtLineInput!', one] }) as const;
    return [
      () => told(attempt('addCaseLine', { ...its, ...line(invoice('F-4', '90000')) }, CHANGE, mine)),
      () => told(attempt('addCaseLine', { ...its, ...line(invoice('F-4', '90000')) }, CHANGE, mine)),
      () => told(attempt('correctCaseLine', { ...of(1), ...line(invoice('F-1', '410000')) }, CHANGE, mine)),
      () => told(attempt('correctCaseLine', { ...of(2), ...line(invoice('F-2', '330000')) }, CHANGE, mine)),
      () => told(attempt('withdrawCaseLine', of(3), CHANGE, mine)),
      () => told(attempt('withdrawCaseLine', of(2), CHANGE, mine)),
    ];
  };
  /** The holder answers what waits, as soon as something does; nothing when the others are done first. */
  const answers = (caseId: string, by: Organisation): Act[] =>
    (['agreeToCaseLineChange', 'declineCaseLineChange', 'agreeToCaseLineChange'] as const).map((name) => async () => {
      for (let tries = 0; tries < 20; tries += 1) {
        const asked = await apps[tries % 2]!.graphql(
          'query ($caseId: ID!) { caseLineChanges(caseId: $caseId) { id state } }',
          { caseId },
          by.owner.token,
        );
        const waiting = asked.data?.['caseLineChanges']?.find((one: Answer) => one['state'] === 'pending');
        if (!waiting) continue;
        return told(attempt(name, { changeId: ['ID!', waiting['id']] }, CHANGE, by.owner.token));
      }
      return 'NOT_FOUND';
    });
  const books =
    (debt: Answer, lines: object[]): Act =>
    async () => {
      const sent = await apps[0]!
        .rest()
        .post('/v1/case-batches')
        .query({ mode: 'upsert' })
        .set({ authorization: `Bearer ${creditor.owner.token}` })
        .send({ rows: [{ ...debt, lines }] });
      return sent.status < 300 ? 'done' : (sent.body.code ?? `${sent.status}`);
    };
  const report =
    (caseId: string, amountFen: string): Act =>
    () => {
      const payment = { caseId, amountFen, paidOn: daysAgo(0), channel: 'bank_transfer', payee: 'creditor' };
      const args = {
        input: ['ReportRepaymentInput!', { ...payment, externalRef: `R-${caseId}-${amountFen}` }],
      } as const;
      return told(attempt('reportRepayment', args, '... on Repayment { state }', creditor.owner.token));
    };
  const all = async (acts: Act[]): Promise<string[]> => {
    const outcomes = await Promise.all(shuffled(acts).map((one) => one()));
    for (const outcome of outcomes) if (!/^[a-z_]+$/.test(outcome)) expect(outcome).toMatch(CODED);
    return outcomes;
  };

  it('leave a free case with the sums of its lines, whoever grabs, withdraws or books it meanwhile', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { caseId, debt } = await posted();
      const mine = creditor.owner.token;
      const its = { caseId: ['ID!', caseId] } as const;
      const others: Act[] = [
        books(debt, [invoice('F-1', '450000'), invoice('F-2', '300000')]),
        books(debt, [invoice('F-1', '450000', { paidFen: '60000' }), invoice('F-5', '120000')]),
        ...agencies.map((by) => () => told(attempt('grabCase', its, '... on Grab { state }', by.owner.token))),
        () =>
          told(attempt('restateMatter', { ...its, matter: ['Matter!', 'labour_pay'] }, '... on Case { state }', mine)),
        ...(round % 2 ? [() => told(attempt('withdrawCase', its, '... on Case { state }', mine))] : []),
      ];
      await all([...changesOf(caseId), ...others]);
    }
  });

  it('never leave a held case with less than what came in and was reported, whatever is agreed, booked and paid at once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { caseId, debt } = await posted();
      const [holder, other] = agencies as [Organisation, Organisation];
      const grabId = await aGrab(apps[0]!, holder, caseId);
      const paid = await aConfirmedRepayment(apps[0]!, creditor, holder, grabId, '100000');
      const waits = await aReportedRepayment(apps[0]!, holder, grabId, '150000');
      const [mine, theirs] = [creditor.owner.token, holder.owner.token];
      await books(debt, [invoice('F-1', '500000'), invoice('F-2', '300000', { paidFen: '100000' })])();
      await apps[0]!.settled();
      const confirm = { input: ['ConfirmCaseRevisionInput!', { caseId, outstandingFen: '800000' }] } as const;
      const [grab, reason] = [{ grabId: ['ID!', grabId] } as const, { reason: ['String!', 'a reason'] } as const];
      const ends: Act[][] = [
        [
          () =>
            told(
              attempt('recallGrab', { ...grab, ...reason, relist: ['Boolean!', true] }, '... on Grab { state }', mine),
            ),
        ],
        [() => told(attempt('returnGrab', { ...grab, ...reason }, '... on Grab { state }', theirs))],
        [report(caseId, '550000'), report(caseId, '750000')],
        [],
      ];
      if (round % ends.length === 3) await aProposedClose(apps[0]!, holder, grabId);
      const consent = { ...grab, answer: ['ClosingAnswer!', 'consent'] } as const;
      const close = () => told(attempt('answerClosing', consent, '... on Grab { state }', mine));
      expect(await changesOf(caseId)[round % 6]!()).toBe('pending');
      await all([
        ...changesOf(caseId),
        ...answers(caseId, holder),
        ...answers(caseId, holder),
        () => told(attempt('confirmRepayment', { repaymentId: ['ID!', waits] }, '... on Repayment { state }', mine)),
        () =>
          told(
            attempt('reverseRepayment', { repaymentId: ['ID!', paid], ...reason }, '... on Repayment { state }', mine),
          ),
        report(caseId, '200000'),
        () => told(attempt('confirmCaseRevision', confirm, '... on CaseRevision { state }', mine)),
        () => told(attempt('grabCase', { caseId: ['ID!', caseId] }, '... on Grab { state }', other.owner.token)),
        ...ends[round % ends.length]!,
        ...(round % ends.length === 3 ? [close] : []),
      ]);
    }
  });
});
