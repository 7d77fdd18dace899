import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { Sweeps } from '../../src/platform/jobs/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aConfirmedRepayment,
  aCreditor,
  aFile,
  aGrab,
  aLawFirm,
  aListedCase,
  anAgency,
  aPlatform,
  aReportedRepayment,
  type Organisation,
  type Platform,
} from '../support/builders.js';
import { act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { daysAgo } from '../support/samples.js';

const REPAYMENT = '... on Repayment { id state commissionFen serviceFeeFen confirmedHow reversedAt disputedAt }';
const CASE = 'state recoveredFen outstandingFen closeCode';
const STATEMENT = `openingFen closingFen heldFen vatBps vatFen totals { commissionFen serviceFeeFen payoutFen paymentFen }
  receivedByProvider { grossFen commissionFen netFen } lines { kind amountFen caseId referenceId repaidFen payee }`;
const PAYOUT = '... on Payout { id state amountFen needsApproval }';

/** This month in China. */
function period(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
}

describe('settling a commission', () => {
  let app: TestApp;
  let database: TestDatabase;
  let platform: Platform;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_settle_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
    platform = await aPlatform(app);
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
  });

  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });

  afterAll(() => app.close());

  async function held(by = agency, overrides: Record<string, unknown> = {}) {
    const caseId = await aListedCase(app, creditor, {
      principalFen: '1000000',
      commission: { bps: 2000 },
      ...overrides,
    });
    return { caseId, grabId: await aGrab(app, by, caseId) };
  }
  const theCase = (caseId: string) => ask(app, 'case', { id: ['ID!', caseId] }, CASE, creditor.owner.token);
  const judge = (name: string, id: string, token: string, reason?: string) =>
    act(
      app,
      name,
      { repaymentId: ['ID!', id], ...(reason ? { reason: ['String!', reason] as const } : {}) },
      REPAYMENT,
      { token },
    );
  const statementOf = (token: string) => ask(app, 'statement', { period: ['String!', period()] }, STATEMENT, token);
  async function balances(token: string): Promise<Record<string, bigint>> {
    const found = (await ask(app, 'accountBalances', {}, 'kind balanceFen', token)) as unknown as {
      kind: string;
      balanceFen: string;
    }[];
    return Object.fromEntries(found.map((one) => [one.kind, BigInt(one.balanceFen)]));
  }

  it('is reported by the holder, confirmed by the creditor, and completes the grab when all is paid', async () => {
    const { caseId, grabId } = await held();
    const first = await aReportedRepayment(app, agency, grabId, '400001');
    expect(await theCase(caseId)).toMatchObject({ state: 'in_collection', recoveredFen: '0' });
    const settled = await judge('confirmRepayment', first, creditor.owner.token);
    expect(settled).toMatchObject({ state: 'confirmed', commissionFen: '80000', confirmedHow: 'creditor' });
    expect(BigInt(settled['serviceFeeFen'])).toBe((400_001n * 200n) / 10_000n);
    expect(await theCase(caseId)).toMatchObject({ state: 'in_collection', recoveredFen: '400001' });
    // Confirmed twice is confirmed once.
    expect(await judge('confirmRepayment', first, creditor.owner.token)).toMatchObject({ state: 'confirmed' });
    const last = await aConfirmedRepayment(app, creditor, agency, grabId, '599999');
    expect(await theCase(caseId)).toMatchObject({ state: 'recovered', recoveredFen: '1000000', closeCode: 'paid' });
    const grab = await ask(app, 'grab', { id: ['ID!', grabId] }, 'state', agency.owner.token);
    expect(grab['state']).toBe('completed');
    const [one, two] = await Promise.all(
      [first, last].map((id) => ask(app, 'repayment', { id: ['ID!', id] }, 'commissionFen', agency.owner.token)),
    );
    expect(BigInt(one!['commissionFen']) + BigInt(two!['commissionFen'])).toBe(200_000n);
  });

  it("settles the creditor's own word at once", async () => {
    const { caseId } = await held();
    const input = {
      caseId,
      amountFen: '250000',
      paidOn: daysAgo(0),
      channel: 'alipay',
      payee: 'creditor',
      externalRef: 'B-1',
    };
    const report = { input: ['ReportRepaymentInput!', input] as const };
    const token = creditor.owner.token;
    const said = await done(app, 'reportRepayment', report, REPAYMENT, { token });
    expect(said).toMatchObject({ state: 'confirmed', commissionFen: '50000', confirmedHow: 'creditor_report' });
    const again = await act(app, 'reportRepayment', report, REPAYMENT, { token });
    expect(again['code']).toBe('REPAYMENT_ALREADY_REPORTED');
  });

  it('answers the same Idempotency-Key with the same repayment, and another request with it not at all', async () => {
    const { caseId } = await held();
    const send = (amountFen: string) =>
      app
        .rest()
        .post('/v1/repayments')
        .set('authorization', `Bearer ${creditor.owner.token}`)
        .set('idempotency-key', 'report-one')
        .send({ caseId, amountFen, paidOn: daysAgo(0), channel: 'cash', payee: 'creditor' });
    const first = await send('1000');
    expect(first.status).toBe(201);
    const second = await send('1000');
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect((await send('1001')).body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 422 });
    expect(await theCase(caseId)).toMatchObject({ recoveredFen: '1000' });
  });

  it('does not take more than is open, counting what is reported already', async () => {
    const { caseId, grabId } = await held();
    await aReportedRepayment(app, agency, grabId, '700000');
    const voucherFileId = await aFile(app, agency.owner, 'repayment-voucher');
    const input = {
      caseId,
      amountFen: '300001',
      paidOn: daysAgo(0),
      channel: 'wechat',
      payee: 'provider',
      voucherFileId,
    };
    const refused = await act(app, 'reportRepayment', { input: ['ReportRepaymentInput!', input] }, REPAYMENT, {
      token: agency.owner.token,
    });
    expect(refused).toMatchObject({ code: 'REPAYMENT_EXCEEDS_OUTSTANDING', path: 'amountFen' });
    expect(refused['details']).toMatchObject({ openFen: '1000000', pendingFen: '700000' });
    const without = { ...input, amountFen: '1', voucherFileId: null };
    const bare = await act(app, 'reportRepayment', { input: ['ReportRepaymentInput!', without] }, REPAYMENT, {
      token: agency.owner.token,
    });
    expect(bare['code']).toBe('VOUCHER_REQUIRED');
    const tomorrow = { ...input, amountFen: '1', paidOn: daysAgo(-2) };
    const early = await act(app, 'reportRepayment', { input: ['ReportRepaymentInput!', tomorrow] }, REPAYMENT, {
      token: agency.owner.token,
    });
    expect(early).toMatchObject({ code: 'INVALID_INPUT', path: 'paidOn' });
  });

  it('confirms by time what nobody answered, and never what is disputed', async () => {
    const { grabId } = await held();
    const silent = await aReportedRepayment(app, agency, grabId, '1000');
    const doubted = await aReportedRepayment(app, agency, grabId, '2000');
    const disputed = await judge('disputeRepayment', doubted, creditor.owner.token, 'not on our account');
    expect(disputed['disputedAt']).not.toBeNull();
    const early = app.serving.app.get(Sweeps);
    await early.run('repayment.auto-confirm');
    const state = async (id: string) =>
      await ask(app, 'repayment', { id: ['ID!', id] }, 'state confirmedHow', agency.owner.token);
    expect(await state(silent)).toMatchObject({ state: 'reported' });
    await asOwner(
      database,
      `UPDATE repayments SET auto_confirm_at = now() - interval '1 second' WHERE state = 'reported' AND grab_id = $1`,
      [parsePublicId('grab', grabId)],
    );
    await early.run('repayment.auto-confirm');
    expect(await state(silent)).toMatchObject({ state: 'confirmed', confirmedHow: 'time' });
    expect(await state(doubted)).toMatchObject({ state: 'reported' });
    // The platform decides what the creditor disputes.
    expect(await judge('rejectRepayment', doubted, platform.finance.token, 'no such payment')).toMatchObject({
      state: 'rejected',
    });
    expect(await judge('confirmRepayment', doubted, creditor.owner.token)).toMatchObject({ code: 'WRONG_STATE' });
  });

  it('takes everything back when a payment turns out wrong, also after the case was closed as paid', async () => {
    const { caseId, grabId } = await held();
    const before = [await balances(agency.owner.token), await balances(creditor.owner.token)];
    const part = await aConfirmedRepayment(app, creditor, agency, grabId, '300000');
    const rest = await aConfirmedRepayment(app, creditor, agency, grabId, '700000');
    expect(await theCase(caseId)).toMatchObject({ state: 'recovered' });
    const reversed = await judge('reverseRepayment', rest, platform.finance.token, 'the bank took it back');
    expect(reversed).toMatchObject({ state: 'reversed' });
    // It was closed because it was paid; it is not, so it is open again and back with its creditor.
    expect(await theCase(caseId)).toMatchObject({ state: 'returned', recoveredFen: '300000' });
    expect(await judge('reverseRepayment', rest, creditor.owner.token, 'again')).toMatchObject({ state: 'reversed' });
    await judge('reverseRepayment', part, creditor.owner.token, 'all wrong');
    expect(await theCase(caseId)).toMatchObject({ state: 'returned', recoveredFen: '0' });
    expect([await balances(agency.owner.token), await balances(creditor.owner.token)]).toEqual(before);
  });

  it('keeps a law firm within the statutory cap, whichever payment is taken back', async () => {
    const firm = await aLawFirm(app, { grade: 'expert' });
    const { grabId } = await held(firm, {
      principalFen: '200000000',
      commission: { bps: 3000 },
      serviceLine: 'lawyer_dunning',
    });
    const first = await aConfirmedRepayment(app, creditor, firm, grabId, '100000000');
    const second = await aConfirmedRepayment(app, creditor, firm, grabId, '100000000');
    const earned = (id: string) =>
      ask(app, 'repayment', { id: ['ID!', id] }, 'commissionFen serviceFeeFen', firm.owner.token);
    expect(await earned(first)).toEqual({ commissionFen: '18000000', serviceFeeFen: null });
    expect(await earned(second)).toMatchObject({ commissionFen: '15000000' });
    await judge('reverseRepayment', first, creditor.owner.token, 'paid by mistake');
    expect((await balances(firm.owner.token))['provider_receivable']).toBe(18_000_000n);
  });

  it('bills the month, as JSON and as CSV, and adds up', async () => {
    const [ours, theirs] = await Promise.all([aCreditor(app), anAgency(app)]);
    creditor = ours;
    const { caseId, grabId } = await held(theirs, { principalFen: '500000' });
    const gone = await aConfirmedRepayment(app, ours, theirs, grabId, '100000');
    await judge('reverseRepayment', gone, ours.owner.token, 'taken back');
    const voucherFileId = await aFile(app, theirs.owner, 'repayment-voucher');
    const input = {
      caseId,
      amountFen: '200000',
      paidOn: daysAgo(0),
      channel: 'cash',
      payee: 'provider',
      voucherFileId,
    };
    const cash = await done(app, 'reportRepayment', { input: ['ReportRepaymentInput!', input] }, REPAYMENT, {
      token: theirs.owner.token,
    });
    await judge('confirmRepayment', cash['id'], ours.owner.token);
    await done(app, 'setTaxProfile', { vatBps: ['Int!', 600] }, '... on TaxProfile { vatBps }', {
      token: theirs.owner.token,
    });
    const earned = await statementOf(theirs.owner.token);
    expect(earned).toMatchObject({
      openingFen: '0',
      closingFen: '40000',
      heldFen: '40000',
      vatBps: 600,
      vatFen: '2264',
      receivedByProvider: { grossFen: '200000', commissionFen: '40000', netFen: '160000' },
    });
    expect(earned['lines'].map((line: { kind: string }) => line.kind)).toEqual([
      'commission',
      'commission_reversal',
      'commission',
    ]);
    expect(earned['lines'][2]).toMatchObject({
      caseId,
      referenceId: cash['id'],
      repaidFen: '200000',
      payee: 'provider',
    });
    const owed = await statementOf(ours.owner.token);
    expect(owed).toMatchObject({ closingFen: '-44000', totals: { commissionFen: '-40000', serviceFeeFen: '-4000' } });
    const csv = await app
      .rest()
      .get(`/v1/statements/${period()}`)
      .set('authorization', `Bearer ${ours.owner.token}`)
      .set('accept', 'text/csv')
      .set('accept-language', 'zh-CN');
    expect(csv.headers['content-type']).toMatch(/text\/csv/);
    expect(csv.text.startsWith('\uFEFF时间（北京）,项目,')).toBe(true);
    expect(csv.text).toContain('期末余额,,,,,,,,,-440.00');
    const asked = await app
      .rest()
      .get(`/v1/statements/${period()}?format=csv&lang=en`)
      .set('authorization', `Bearer ${ours.owner.token}`)
      .set('accept-language', 'zh-CN');
    expect(asked.text).toContain('Closing balance,,,,,,,,,-440.00');
    const { number, externalRef } = await ask(
      app,
      'case',
      { id: ['ID!', caseId] },
      'number externalRef',
      ours.owner.token,
    );
    expect(asked.text).toContain(`Commission,${number},${externalRef},${theirs.name},`);
    const name = { caseNumber: number, externalRef: null, counterpartyName: ours.name };
    const earning = await app
      .rest()
      .get(`/v1/statements/${period()}`)
      .set('authorization', `Bearer ${theirs.owner.token}`);
    expect(earning.body.lines[0]).toMatchObject(name);
    const json = await app.rest().get(`/v1/statements/${period()}`).set('authorization', `Bearer ${ours.owner.token}`);
    expect(json.body).toMatchObject({ closingFen: '-44000', organisationId: ours.id });
    const foreign = await app
      .rest()
      .get(`/v1/statements/${period()}?organisationId=${theirs.id}`)
      .set('authorization', `Bearer ${ours.owner.token}`);
    expect(foreign.status).toBe(404);
  });

  it('pays out what has rested, with two persons above the limit', async () => {
    const [ours, theirs] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
    creditor = ours;
    const { grabId } = await held(theirs, { principalFen: '60000000' });
    await aConfirmedRepayment(app, ours, theirs, grabId, '30000000');
    const finance = platform.finance.token;
    const create = (amountFen?: string) =>
      act(app, 'createPayout', { input: ['CreatePayoutInput!', { providerId: theirs.id, amountFen }] }, PAYOUT, {
        token: finance,
      });
    expect(await create()).toMatchObject({ code: 'NOTHING_TO_PAY_OUT', details: { heldFen: '6000000' } });
    await asOwner(database, `UPDATE commissions SET billable_at = now() WHERE provider_id = $1`, [
      parsePublicId('organisation', theirs.id),
    ]);
    const contenders = await Promise.all(Array.from({ length: 6 }, () => create()));
    const [payout] = contenders.filter((one) => one['__typename'] === 'Payout');
    expect(contenders.filter((one) => one['code'] === 'NOTHING_TO_PAY_OUT')).toHaveLength(5);
    expect(payout).toMatchObject({ state: 'due', amountFen: '6000000', needsApproval: true });
    const step = (name: string, token: string, more: Record<string, readonly [string, unknown]> = {}) =>
      act(app, name, { payoutId: ['ID!', payout!['id']], ...more }, PAYOUT, { token });
    const reference = { reference: ['String!', 'ICBC-7'] as const };
    expect(await step('markPayoutSent', finance, reference)).toMatchObject({ code: 'PAYOUT_NEEDS_APPROVAL' });
    expect(await step('approvePayout', finance)).toMatchObject({ code: 'MAKER_IS_CHECKER' });
    expect(await step('approvePayout', platform.owner.token)).toMatchObject({ state: 'due' });
    expect(await step('markPayoutSent', finance, reference)).toMatchObject({ state: 'sent' });
    expect(await step('markPayoutReturned', finance, { reason: ['String!', 'wrong account'] })).toMatchObject({
      state: 'returned',
    });
    expect(await step('markPayoutPaid', finance)).toMatchObject({ code: 'WRONG_STATE' });
    const small = await create('1000000');
    expect(small).toMatchObject({ state: 'due', needsApproval: false });
    const ids = { payoutId: ['ID!', small['id']] as const };
    await done(app, 'markPayoutSent', { ...ids, ...reference }, PAYOUT, { token: finance });
    await done(app, 'markPayoutPaid', ids, PAYOUT, { token: finance });
    expect(await balances(theirs.owner.token)).toEqual({ provider_receivable: 5_000_000n, payout_in_transit: 0n });
    const payment = { creditorId: ours.id, amountFen: '6600000', receivedOn: daysAgo(0), reference: 'CCB-1' };
    const record = { input: ['RecordCreditorPaymentInput!', payment] as const };
    await done(app, 'recordCreditorPayment', record, '... on CreditorPayment { reference }', { token: finance });
    expect(await balances(ours.owner.token)).toEqual({ creditor_payable: 0n });
    const twice = await act(app, 'recordCreditorPayment', record, '', { token: finance });
    expect(twice['code']).toBe('CREDITOR_PAYMENT_RECORDED');
    const trial = await ask(app, 'trialBalance', {}, 'totalFen agrees', platform.finance.token);
    expect(trial).toEqual({ totalFen: '0', agrees: true });
  });

  it('shows nobody what is not theirs', async () => {
    const stranger = await anAgency(app);
    const { caseId, grabId } = await held();
    const id = await aReportedRepayment(app, agency, grabId, '1000');
    const seen = await app.graphql('query ($id: ID!) { repayment(id: $id) { id } }', { id }, stranger.owner.token);
    expect(seen.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    const voucherFileId = await aFile(app, stranger.owner, 'repayment-voucher');
    const input = { caseId, amountFen: '1', paidOn: daysAgo(0), channel: 'cash', payee: 'creditor', voucherFileId };
    const report = { input: ['ReportRepaymentInput!', input] as const };
    expect(await act(app, 'reportRepayment', report, REPAYMENT, { token: stranger.owner.token })).toMatchObject({
      code: 'NOT_FOUND',
      path: 'caseId',
    });
    expect(await judge('confirmRepayment', id, agency.owner.token)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('never rewrites an entry, whoever asks', async () => {
    await expect(asOwner(database, 'UPDATE ledger_entries SET amount_fen = amount_fen + 1')).rejects.toThrow(
      /append-only/,
    );
    await expect(asOwner(database, 'DELETE FROM ledger_transfers')).rejects.toThrow(/append-only/);
    await expect(asOwner(database, 'TRUNCATE ledger_entries')).rejects.toThrow(/append-only/);
    await expect(
      asOwner(
        database,
        `INSERT INTO ledger_entries (id, transfer_id, account_id, part, amount_fen)
         SELECT gen_random_uuid(), t.id, a.id, 'commission', 1 FROM ledger_transfers t, ledger_accounts a LIMIT 1`,
      ),
    ).rejects.toThrow(/not to zero/);
  });
});
