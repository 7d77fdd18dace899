import { randomUUID } from 'node:crypto';
import { breachesIn } from '../../src/commands/laws.js';
import { ReceivableSync, type SyncRow } from '../../src/exchange/books/index.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aConfirmedRepayment,
  aCreditor,
  aFile,
  aGrab,
  aListedCase,
  anAgency,
  aPlatform,
  aReportedRepayment,
  type Organisation,
} from '../support/builders.js';
import { type Answer, act } from '../support/client.js';
import { tally } from '../support/crowd.js';
import { asOwner, deadlocksIn, namedDatabase, type TestDatabase } from '../support/database.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const AT_ONCE = 64;
const VIEW = '... on Repayment { id state commissionFen }';

describe('money moved by many at once', () => {
  let database: TestDatabase;
  let apps: TestApp[];
  let creditor: Organisation;
  let agency: Organisation;
  /** It holds what the books are about. */
  let watched: Organisation;

  beforeAll(async () => {
    database = await namedDatabase('recourse_repayment_race', { fresh: true });
    const settings = { PROCESS: 'api', DATABASE_POOL: '12' };
    apps = await Promise.all([testApp(settings, database), testApp(settings, database)]);
    creditor = await aCreditor(apps[0]!);
    agency = await anAgency(apps[0]!, { grade: 'expert' });
    watched = await anAgency(apps[0]!, { grade: 'expert' });
  });
  afterAll(() => Promise.all((apps ?? []).map((app) => app.close())));
  afterEach(async () => {
    await apps[0]?.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });

  const held = async () => {
    const caseId = await aListedCase(apps[0]!, creditor, { principalFen: '1000000', commission: { bps: 2000 } });
    return { caseId, grabId: await aGrab(apps[0]!, agency, caseId) };
  };
  const reported = async (amountFen = '100000') =>
    aReportedRepayment(apps[0]!, agency, (await held()).grabId, amountFen);

  /** One act on a repayment, by turns on each process. Answers `done: <state>` or the refusal's code. */
  const judge = async (n: number, name: string, repaymentId: string, idempotencyKey?: string): Promise<string> => {
    const reason = { reason: ['String!', 'the bank says otherwise'] } as const;
    const args = { repaymentId: ['ID!', repaymentId], ...(name === 'confirmRepayment' ? {} : reason) } as const;
    const options = { token: creditor.owner.token, ...(idempotencyKey ? { idempotencyKey } : {}) };
    const answer: Answer = await act(apps[n % 2]!, name, args, VIEW, options);
    return answer['state'] ? `done: ${answer['state']}` : answer['code'];
  };
  const many = (count: number, work: (n: number) => Promise<string>) =>
    Promise.all(Array.from({ length: count }, (_, n) => work(n)));

  /** What the ledger says of one repayment: transfers by kind, and what its provider earned of it. */
  const booked = async (repaymentId: string) => {
    const id = parsePublicId('repayment', repaymentId);
    const commissions = await asOwner(
      database,
      'SELECT state, commission_fen::int AS fen, reversal_transfer_id IS NOT NULL AS reversed FROM commissions WHERE repayment_id = $1',
      [id],
    );
    const [transfers] = await asOwner<{ forth: number; back: number }>(
      database,
      `SELECT count(*) FILTER (WHERE t.reverses_transfer_id IS NULL)::int AS forth,
              count(*) FILTER (WHERE t.reverses_transfer_id IS NOT NULL)::int AS back
       FROM ledger_transfers t JOIN commissions c ON t.id IN (c.transfer_id, c.reversal_transfer_id) WHERE c.repayment_id = $1`,
      [id],
    );
    return { commissions, transfers };
  };

  const sync = (n: number, row: SyncRow) =>
    apps[n % 2]!.serving.app.get(ReceivableSync).apply(
      { organisationId: parsePublicId('organisation', creditor.id)!, sandboxId: null },
      [row],
    );
  const heldDebt = async () => {
    const debt = sampleDebt({ principalFen: '1000000', commission: { bps: 2000 } });
    const caseId = await aListedCase(apps[0]!, creditor, debt);
    return { debt, caseId, grabId: await aGrab(apps[0]!, watched, caseId) };
  };
  const reportsOn = (caseId: string) =>
    asOwner(database, 'SELECT state, amount_fen::int AS fen FROM repayments WHERE case_id = $1', [
      parsePublicId('case', caseId),
    ]);
  const handReport = async (n: number, caseId: string, voucherFileId: string, amountFen = '300000') => {
    const payment = { amountFen, paidOn: daysAgo(0), channel: 'bank_transfer', payee: 'creditor', voucherFileId };
    const args = { input: ['ReportRepaymentInput!', { caseId, ...payment }] } as const;
    const answer = await act(apps[n % 2]!, 'reportRepayment', args, VIEW, { token: watched.owner.token });
    return answer['state'] ? `done: ${answer['state']}` : answer['code'];
  };

  it('seen to rise by sixteen syncs at once: one report, no commission', async () => {
    const { debt, caseId } = await heldDebt();
    const paid: SyncRow = { row: { ...debt, paidFen: '300000' }, status: 'open' };
    const outcomes = await many(16, async (n) => (await sync(n, paid))[0]!.outcome);
    expect(tally(outcomes)['repayment_reported']).toBe(1);
    expect(await reportsOn(caseId)).toEqual([{ state: 'reported', fen: 300_000 }]);
    const sql = 'SELECT count(*)::int AS n FROM commissions WHERE case_id = $1';
    expect(await asOwner(database, sql, [parsePublicId('case', caseId)])).toEqual([{ n: 0 }]);
  });

  it('seen by syncs while the holder reports the same money: reported once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { debt, caseId } = await heldDebt();
      const vouchers = await Promise.all([0, 1].map(() => aFile(apps[0]!, watched.owner, 'repayment-voucher')));
      const paid: SyncRow = { row: { ...debt, paidFen: '300000' }, status: 'open' };
      await many(8, async (n) => (n < 2 ? handReport(n, caseId, vouchers[n]!) : (await sync(n, paid))[0]!.outcome));
      expect(await reportsOn(caseId)).toEqual([{ state: 'reported', fen: 300_000 }]);
    }
  });

  it('lowered by syncs at once: one revision waits', async () => {
    const { debt, caseId } = await heldDebt();
    const less: SyncRow = { row: { ...debt, principalFen: '900000' }, status: 'open' };
    const outcomes = await many(16, async (n) => (await sync(n, less))[0]!.outcome);
    expect(tally(outcomes)).toEqual({ revision_pending: 16 });
    const sql = 'SELECT state, outstanding_fen::int AS fen FROM case_revisions WHERE case_id = $1';
    expect(await asOwner(database, sql, [parsePublicId('case', caseId)])).toEqual([{ state: 'pending', fen: 900_000 }]);
    expect(await reportsOn(caseId)).toEqual([]);
  });

  it('proved by one voucher on several cases at once: one report', async () => {
    const cases = await Promise.all(Array.from({ length: 4 }, heldDebt));
    const voucher = await aFile(apps[0]!, watched.owner, 'repayment-voucher');
    const outcomes = await many(8, (n) => handReport(n, cases[n % 4]!.caseId, voucher, String(1_000 + n)));
    expect(tally(outcomes)).toEqual({ 'done: reported': 1, VOUCHER_USED_BEFORE: 7 });
  });

  it(`confirmed ${AT_ONCE} times at once: one commission, one answer`, async () => {
    const id = await reported();
    const outcomes = await many(AT_ONCE, (n) => judge(n, 'confirmRepayment', id));
    expect(tally(outcomes)).toEqual({ 'done: confirmed': AT_ONCE });
    expect(await booked(id)).toEqual({
      commissions: [{ state: 'booked', fen: 20_000, reversed: false }],
      transfers: { forth: 1, back: 0 },
    });
  });

  it(`confirmed ${AT_ONCE} times at once under one key: one effect, the same answer or "in flight"`, async () => {
    const id = await reported();
    const key = randomUUID();
    const outcomes = await many(AT_ONCE, (n) => judge(n, 'confirmRepayment', id, key));
    expect(
      Object.keys(tally(outcomes)).filter((one) => !['done: confirmed', 'IDEMPOTENCY_IN_FLIGHT'].includes(one)),
    ).toEqual([]);
    expect(outcomes).toContain('done: confirmed');
    expect(await judge(0, 'confirmRepayment', id, key)).toBe('done: confirmed');
    expect((await booked(id)).commissions).toHaveLength(1);
  });

  it('confirmed and rejected at once: one of the two holds, and money moves only with the first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await reported();
      const outcomes = await many(16, (n) => judge(n, n % 4 < 2 ? 'confirmRepayment' : 'rejectRepayment', id));
      const counts = tally(outcomes);
      const confirmed = counts['done: confirmed'] ?? 0;
      expect([
        { 'done: confirmed': 8, WRONG_STATE: 8 },
        { 'done: rejected': 8, WRONG_STATE: 8 },
      ]).toContainEqual(counts);
      expect((await booked(id)).commissions).toHaveLength(confirmed > 0 ? 1 : 0);
    }
  });

  it(`reversed ${AT_ONCE} times at once: taken back once`, async () => {
    const { grabId } = await held();
    const id = await aConfirmedRepayment(apps[0]!, creditor, agency, grabId, '100000');
    const outcomes = await many(AT_ONCE, (n) => judge(n, 'reverseRepayment', id));
    expect(tally(outcomes)).toEqual({ 'done: reversed': AT_ONCE });
    expect(await booked(id)).toEqual({
      commissions: [{ state: 'reversed', fen: 20_000, reversed: true }],
      transfers: { forth: 1, back: 1 },
    });
  });

  it('confirmed and reversed at once ends as confirmed or reversed, never in between', async () => {
    const id = await reported();
    const outcomes = await many(16, (n) => judge(n, n % 4 < 2 ? 'confirmRepayment' : 'reverseRepayment', id));
    for (const one of Object.keys(tally(outcomes))) expect(one).toMatch(/^(done: (confirmed|reversed)|WRONG_STATE)$/);
    const { commissions, transfers } = await booked(id);
    expect(commissions).toHaveLength(1);
    expect(transfers!.forth - transfers!.back).toBe((commissions[0] as { state: string }).state === 'booked' ? 1 : 0);
  });

  it('never takes in more than was owed, however many payments are reported and confirmed at once', async () => {
    const { caseId } = await held();
    const voucherFileId = await aFile(apps[0]!, agency.owner, 'repayment-voucher');
    const input = {
      amountFen: '300000',
      paidOn: daysAgo(0),
      channel: 'cash',
      payee: 'creditor',
      voucherFileId,
      caseId,
      notDuplicateBecause: 'one transfer in many parts',
    };
    const ids: string[] = [];
    const reports = await many(8, async (n) => {
      const args = { input: ['ReportRepaymentInput!', input] } as const;
      const answer = await act(apps[n % 2]!, 'reportRepayment', args, VIEW, { token: agency.owner.token });
      if (answer['state']) ids.push(answer['id']);
      return answer['state'] ?? answer['code'];
    });
    expect(tally(reports)).toEqual({ reported: 3, REPAYMENT_EXCEEDS_OUTSTANDING: 5 });
    const outcomes = await Promise.all(ids.map((id, n) => judge(n, 'confirmRepayment', id)));
    expect(tally(outcomes)).toEqual({ 'done: confirmed': 3 });
    const [row] = await asOwner(database, 'SELECT recovered_fen::int AS fen FROM cases WHERE id = $1', [
      parsePublicId('case', caseId),
    ]);
    expect(row).toEqual({ fen: 900_000 });
  });

  it('the same payment reported 32 times at once under its own number is reported once', async () => {
    const { caseId } = await held();
    const voucherFileId = await aFile(apps[0]!, agency.owner, 'repayment-voucher');
    const payment = {
      amountFen: '50000',
      paidOn: daysAgo(0),
      channel: 'bank_transfer',
      payee: 'creditor',
      voucherFileId,
    };
    const input = { ...payment, caseId, externalRef: randomUUID() };
    const outcomes = await many(32, async (n) => {
      const args = { input: ['ReportRepaymentInput!', input] } as const;
      const answer = await act(apps[n % 2]!, 'reportRepayment', args, VIEW, { token: agency.owner.token });
      return answer['state'] ?? answer['code'];
    });
    expect(outcomes.filter((one) => one === 'reported')).toHaveLength(1);
    const [row] = await asOwner(database, 'SELECT count(*)::int AS n FROM repayments WHERE case_id = $1', [
      parsePublicId('case', caseId),
    ]);
    expect(row).toEqual({ n: 1 });
  });

  it('pays out no fen twice when two clerks set aside everything at once', async () => {
    const { grabId } = await held();
    await aConfirmedRepayment(apps[0]!, creditor, agency, grabId, '200000');
    await asOwner(database, `UPDATE commissions SET billable_at = now() - interval '1 second'`);
    const { finance, owner } = await aPlatform(apps[0]!);
    const before = await asOwner<{ fen: string }>(database, `SELECT coalesce(sum(amount_fen), 0) AS fen FROM payouts`);
    expect(before[0]!.fen).toBe('0');
    const outcomes = await many(16, async (n) => {
      const args = { input: ['CreatePayoutInput!', { providerId: agency.id }] } as const;
      const token = n % 4 < 2 ? finance.token : owner.token;
      const answer = await act(apps[n % 2]!, 'createPayout', args, '... on Payout { id }', { token });
      return answer['id'] ? 'set aside' : answer['code'];
    });
    expect(tally(outcomes)['set aside']).toBe(1);
  });

  // The last one: it ends the applications.
  it('none of this ever ran into a deadlock', async () => {
    await Promise.all(apps.splice(0).map((app) => app.close()));
    expect(await deadlocksIn(database)).toBe(0);
  });
});
