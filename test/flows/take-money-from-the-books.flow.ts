import { setTimeout as sleep } from 'node:timers/promises';
import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aFile,
  aGrab,
  aListedCase,
  anAgency,
  aReportedRepayment,
  type Organisation,
} from '../support/builders.js';
import { type Answer, type Arguments, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { anErp, connected, type Erp, rowsOf, runOver, syncNow } from '../support/erp.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const REVISION = '... on CaseRevision { caseId state fromFen outstandingFen declineReason }';

describe('money in the books of a creditor', () => {
  let app: TestApp;
  let database: TestDatabase;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_money_books_${process.pid}`, { fresh: true });
    app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' }, database);
    creditor = await aCreditor(app);
  });
  /** One whose quota is free. */
  beforeEach(async () => {
    agency = await anAgency(app, { grade: 'expert' });
  });
  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all(erps.map(({ server }) => server.stop()));
    await app.close();
  });

  const erps: Erp[] = [];
  const theErp = async (kind: Erp['kind'], name: string) => {
    const erp = await anErp(kind, name);
    erps.push(erp);
    return erp;
  };

  const token = () => creditor.owner.token;
  const as = (whose: Organisation) => ({ authorization: `Bearer ${whose.owner.token}` });
  async function finished(id: string): Promise<Answer[]> {
    for (;;) {
      const { body } = await app.rest().get(`/v1/case-batches/${id}`).set(as(creditor)).expect(200);
      if (body.finishedAt) break;
      await sleep(50);
    }
    return (await app.rest().get(`/v1/case-batches/${id}/rows`).set(as(creditor))).body.data;
  }
  async function upsert(...cases: Record<string, unknown>[]): Promise<Answer[]> {
    const sent = await app
      .rest()
      .post('/v1/case-batches')
      .query({ mode: 'upsert' })
      .set(as(creditor))
      .send({ rows: cases });
    if (sent.status !== 202) throw new Error(sent.text);
    return finished(sent.body.id);
  }
  const codesOf = (row: Answer) => [row['outcome'], ...row['reasons'].map(({ code }: Answer) => code)];
  const came = async (row: Record<string, unknown>) => codesOf((await upsert(row))[0]!);
  async function held(overrides: Record<string, unknown> = {}) {
    const debt = sampleDebt({ principalFen: '4525000', commission: { bps: 2000 }, ...overrides });
    const caseId = await aListedCase(app, creditor, debt);
    return { debt, caseId, grabId: await aGrab(app, agency, caseId) };
  }
  const caseOf = (id: string) => ask(app, 'case', { id: ['ID!', id] }, 'state outstandingFen recoveredFen', token());
  const repaymentsOn = async (caseId: string): Promise<Answer[]> => {
    const args = { filter: ['RepaymentFilterInput', { caseId }], first: ['Int!', 20] } as const;
    const fields =
      'nodes { id state amountFen autoConfirmAt disputedAt commissionFen books { paidBeforeFen paidNowFen differenceFen } }';
    return (await ask(app, 'repayments', args, fields, token()))['nodes'].reverse();
  };
  const judge = (name: string, repaymentId: string) => {
    const args: Arguments = { repaymentId: ['ID!', repaymentId] };
    if (name !== 'confirmRepayment') args['reason'] = ['String!', 'nothing came'];
    return done(app, name, args, '... on Repayment { state commissionFen }', { token: token() });
  };
  const moneyOf = async (caseId: string) => {
    const [row] = await asOwner(database, 'SELECT count(*)::int AS n FROM commissions WHERE case_id = $1', [
      parsePublicId('case', caseId),
    ]);
    return row;
  };
  const revisions = async (caseId: string) => {
    const args = { filter: ['CaseRevisionFilterInput', { caseId }], first: ['Int!', 5] } as const;
    return (await ask(app, 'caseRevisions', args, 'nodes { state fromFen outstandingFen }', token()))['nodes'];
  };
  const confirmRevision = (caseId: string, outstandingFen: string, who = token()) =>
    act(app, 'confirmCaseRevision', { input: ['ConfirmCaseRevisionInput!', { caseId, outstandingFen }] }, REVISION, {
      token: who,
    });
  const agreeTo = async (caseId: string) => {
    const changes = await ask(app, 'caseLineChanges', { caseId: ['ID!', caseId] }, 'id act state', agency.owner.token);
    const [change] = changes as unknown as Answer[];
    expect(change).toMatchObject({ act: 'revise', state: 'pending' });
    const fields = '... on CaseLineChange { state }';
    const args = { changeId: ['ID!', change!['id']] } as const;
    const agreed = await act(app, 'agreeToCaseLineChange', args, fields, { token: agency.owner.token });
    expect(agreed).toMatchObject({ state: 'agreed' });
  };
  const declineRevision = (caseId: string) => {
    const args = { caseId: ['ID!', caseId], reason: ['String!', 'the discount was not granted'] } as const;
    return act(app, 'declineCaseRevision', args, REVISION, { token: token() });
  };

  it('is reported with its arithmetic when the paid figure rises, and earns nothing before it is confirmed', async () => {
    const { debt, caseId } = await held({ paidFen: '25000' });
    const [row] = await upsert({ ...debt, paidFen: '1025000', outstandingFen: '3500000' });
    expect(codesOf(row!)).toEqual(['repayment_reported']);
    const [report] = await repaymentsOn(caseId);
    expect(report).toMatchObject({ state: 'reported', amountFen: '1000000', commissionFen: null });
    expect(report!['books']).toEqual({ paidBeforeFen: '25000', paidNowFen: '1025000', differenceFen: '1000000' });
    expect(report!['autoConfirmAt']).not.toBeNull();
    expect(await moneyOf(caseId)).toEqual({ n: 0 });
    expect(await caseOf(caseId)).toMatchObject({ recoveredFen: '0', outstandingFen: '4500000' });
    const { body } = await app.rest().get(`/v1/repayments/${report!['id']}`).set(as(agency));
    expect(body.books).toEqual({ paidBeforeFen: '25000', paidNowFen: '1025000', differenceFen: '1000000' });
    expect(body).not.toHaveProperty('booksPaidNowFen');
    expect(await judge('confirmRepayment', report!['id'])).toMatchObject({ commissionFen: '200000' });
    expect(await came({ ...debt, paidFen: '1025000' })).toEqual(['unchanged']);
    expect(await caseOf(caseId)).toMatchObject({ recoveredFen: '1000000' });
  });

  it('is not reported again once its creditor rejected it; the lower amount waits for consent instead', async () => {
    const { debt, caseId } = await held();
    const less = { ...debt, paidFen: '500000' };
    expect(await came(less)).toEqual(['repayment_reported']);
    await judge('rejectRepayment', (await repaymentsOn(caseId))[0]!['id']);
    expect(await came(less)).toEqual(['revision_pending', 'REVISION_PENDING']);
    expect(await came(less)).toEqual(['revision_pending', 'REVISION_PENDING']);
    expect(await repaymentsOn(caseId)).toHaveLength(1);
    expect(await revisions(caseId)).toEqual([{ state: 'pending', fromFen: '4525000', outstandingFen: '4025000' }]);
    // Money on top of it is told apart.
    expect(await came({ ...debt, paidFen: '700000' })).toEqual(['repayment_reported', 'REVISION_PENDING']);
    expect((await repaymentsOn(caseId))[1]).toMatchObject({ state: 'reported', amountFen: '200000' });
  });

  it('is no repayment when less is open and nothing says that it was paid: its creditor confirms the lower amount and its holder agrees', async () => {
    const { debt, caseId } = await held();
    expect(await came({ ...debt, outstandingFen: '3025000' })).toEqual(['revision_pending', 'REVISION_PENDING']);
    expect(await caseOf(caseId)).toMatchObject({ outstandingFen: '4525000' });
    expect(await repaymentsOn(caseId)).toEqual([]);
    expect(await confirmRevision(caseId, '3000000')).toMatchObject({ code: 'REVISION_OUTDATED' });
    expect(await confirmRevision(caseId, '3025000', agency.owner.token)).toMatchObject({ code: 'FORBIDDEN' });
    const other = await aCreditor(app);
    expect(await confirmRevision(caseId, '3025000', other.owner.token)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await confirmRevision(caseId, '3025000')).toMatchObject({ state: 'proposed', outstandingFen: '3025000' });
    expect(await confirmRevision(caseId, '3025000')).toMatchObject({ state: 'proposed' });
    // The amount is agreed with the holder, so it stays until the holder agrees.
    expect(await caseOf(caseId)).toMatchObject({ outstandingFen: '4525000' });
    await agreeTo(caseId);
    expect(await confirmRevision(caseId, '3025000')).toMatchObject({ state: 'confirmed' });
    expect(await caseOf(caseId)).toMatchObject({
      state: 'in_collection',
      outstandingFen: '3025000',
      recoveredFen: '0',
    });
    expect([await repaymentsOn(caseId), await moneyOf(caseId)]).toEqual([[], { n: 0 }]);
    expect(await came({ ...debt, outstandingFen: '3025000' })).toEqual(['unchanged']);
    await app.settled();
    const told = await asOwner(
      database,
      `SELECT type, organisation_id = $2 AS to_holder FROM feed_events WHERE case_id = $1 AND type LIKE 'case-revision%' ORDER BY position`,
      [parsePublicId('case', caseId), parsePublicId('organisation', agency.id)],
    );
    const both = (type: string) => [false, true].map((to_holder) => ({ type, to_holder }));
    expect(told).toEqual([...both('case-revision.proposed'), ...both('case-revision.decided')]);
  });

  it('keeps the agreed amount when its creditor declines, and does not ask for the same again', async () => {
    const { debt, caseId } = await held();
    expect(await came({ ...debt, principalFen: '4000000' })).toEqual(['revision_pending', 'REVISION_PENDING']);
    const path = `/v1/cases/${caseId}/revision/decline`;
    const declined = await app.rest().post(path).set(as(creditor)).send({ reason: 'the discount was not granted' });
    expect(declined.body).toMatchObject({ state: 'declined', declineReason: 'the discount was not granted' });
    expect(await came({ ...debt, principalFen: '4000000' })).toEqual(['rejected', 'REVISION_DECLINED']);
    expect(await came({ ...debt, principalFen: '4100000' })).toEqual(['revision_pending', 'REVISION_PENDING']);
    // The books say again what was agreed.
    expect(await came(debt)).toEqual(['unchanged']);
    expect((await revisions(caseId)).map(({ state }: Answer) => state)).toEqual(['lapsed', 'declined']);
    expect(await declineRevision(caseId)).toMatchObject({ code: 'WRONG_STATE' });
    expect(await caseOf(caseId)).toMatchObject({ outstandingFen: '4525000' });
  });

  it('is not confirmed below what is recovered or reported', async () => {
    const { debt, caseId, grabId } = await held();
    expect(await came({ ...debt, principalFen: '1000000' })).toEqual(['revision_pending', 'REVISION_PENDING']);
    await aReportedRepayment(app, agency, grabId, '1000000');
    expect(await confirmRevision(caseId, '1000000')).toMatchObject({ code: 'REVISION_OUTDATED' });
  });

  it.each([
    ['a thousandth', { principalFen: '4525' }],
    ['a hundredth', { principalFen: '45250' }],
    ['a tenth', { principalFen: '452500' }],
    ['tenfold', { principalFen: '45250000' }],
    ['a thousandth that lost its decimals', { principalFen: '4500' }],
    ['open to a thousandth', { outstandingFen: '4525' }],
  ])('refuses %s of the stored amount as misread, held or not', async (_, misread) => {
    const { debt, caseId } = await held();
    const free = sampleDebt({ principalFen: '4525000' });
    const listed = await aListedCase(app, creditor, free);
    const rows = await upsert({ ...debt, ...misread }, { ...free, ...misread });
    expect(rows.map(codesOf)).toEqual(Array(2).fill(['rejected', 'AMOUNT_MISREAD']));
    for (const id of [caseId, listed]) expect(await caseOf(id)).toMatchObject({ outstandingFen: '4525000' });
    expect([await repaymentsOn(caseId), await revisions(caseId)]).toEqual([[], []]);
  });

  it('refuses a table whose amounts may be thousands, and one whose amounts are a thousandth', async () => {
    const { debt, caseId } = await held({ commission: undefined });
    const csv = (amount: string) =>
      Buffer.from(
        `外部单号;债务人名称;债务人类型;统一社会信用代码/身份证号;本金(元);到期日;债务成因;证据文件\n${[
          ...[
            debt.externalRef,
            debt.debtorName,
            '企业',
            debt.debtorIdNumber,
            amount,
            debt.dueOn,
            '货款',
            '"合同;发票"',
          ],
        ].join(';')}\n`,
      );
    for (const [amount, code] of [
      ['45.250', 'AMOUNT_UNREADABLE'],
      ['45.25', 'AMOUNT_MISREAD'],
    ] as const) {
      const sent = await app
        .rest()
        .post('/v1/case-batches')
        .query({ mode: 'upsert' })
        .set(as(creditor))
        .attach('file', csv(amount), 'debts.csv');
      expect(sent.status).toBe(202);
      expect(codesOf((await finished(sent.body.id))[0]!)).toEqual(['rejected', code]);
    }
    expect(await caseOf(caseId)).toMatchObject({ outstandingFen: '4525000' });
  });

  it('takes none of several rows that say different things of one reference', async () => {
    const { debt, caseId } = await held();
    const half = { ...debt, paidFen: undefined, outstandingFen: '2262500' };
    const rows = await upsert(half, { ...half, outstandingFen: '2262400' }, sampleDebt());
    expect(rows.map(codesOf)).toEqual([['rejected', 'ROWS_CONTRADICT'], ['rejected', 'ROWS_CONTRADICT'], ['admitted']]);
    expect([await repaymentsOn(caseId), await revisions(caseId)]).toEqual([[], []]);
    const same = sampleDebt();
    expect((await upsert(same, same)).map(codesOf)).toEqual([['admitted'], ['unchanged']]);
  });

  it('of another debtor is no money on this case', async () => {
    const { debt, caseId } = await held();
    const { debtorName, debtorIdNumber } = sampleDebt();
    const strange = { ...debt, debtorName, debtorIdNumber, principalFen: '500000' };
    expect(await came(strange)).toEqual(['rejected', 'REFERENCE_OF_ANOTHER_DEBTOR']);
    expect(await came({ ...strange, principalFen: debt.principalFen })).toEqual([
      'rejected',
      'REFERENCE_OF_ANOTHER_DEBTOR',
    ]);
    expect([await repaymentsOn(caseId), await revisions(caseId)]).toEqual([[], []]);
  });

  it('that was taken back is disputed, so that time does not confirm it', async () => {
    const { debt, caseId } = await held();
    expect(await came({ ...debt, paidFen: '300000' })).toEqual(['repayment_reported']);
    expect(await came({ ...debt, paidFen: '0' })).toEqual(['rejected', 'PAID_FELL_IN_BOOKS']);
    expect((await repaymentsOn(caseId)).map(({ state, disputedAt }) => [state, disputedAt !== null])).toEqual([
      ['reported', true],
    ]);
    expect(await came({ ...debt, paidFen: '0' })).toEqual(['unchanged']);
    expect(await came({ ...debt, paidFen: '300000' })).toEqual(['unchanged']);
  });

  it('of a debt that was closed is still reported; otherwise its row says that the case is closed', async () => {
    const { debt, caseId, grabId } = await held();
    await asOwner(database, 'UPDATE grabs SET accepted_at = now() WHERE id = $1', [parsePublicId('grab', grabId)]);
    const recall = { grabId: ['ID!', grabId], reason: ['String!', 'over'] } as const;
    await done(app, 'recallGrab', recall, '... on Grab { state }', { token: token() });
    expect((await caseOf(caseId))['state']).toBe('withdrawn');
    expect(await came(debt)).toEqual(['rejected', 'CASE_CLOSED']);
    expect(await came({ ...debt, paidFen: '500000' })).toEqual(['repayment_reported', 'CASE_CLOSED']);
    expect(await moneyOf(caseId)).toEqual({ n: 0 });
  });

  describe('in an ERP', () => {
    const heldOf = async (connection: string, number: string) => {
      const caseId = (await rowsOf(app, creditor, connection)).get(number)!['caseId'] as string;
      await aGrab(app, agency, caseId);
      return caseId;
    };

    it('of one bill with a plan of payment is one debt: nothing is paid because it was planned anew', async () => {
      const erp = await theErp('kingdee', 'PLAN');
      const [plain, planned, later] = [erp.books.add(), erp.books.add(), erp.books.add()];
      const overdue = (open: number, days: number) => ({ dueOn: daysAgo(days), open });
      planned.plan = [overdue(400, 90), overdue(planned.total - 400, 60)];
      later.plan = [overdue(300, 90), overdue(300, 60), overdue(later.total - 600, -60)];
      const id = await connected(app, creditor, erp);
      await runOver(app, creditor, id);
      const plainCase = await heldOf(id, plain.number);
      const rows = await rowsOf(app, creditor, id);
      expect(await caseOf(rows.get(planned.number)!['caseId'])).toMatchObject({
        outstandingFen: String(Math.round(planned.total * 100)),
      });
      expect(await caseOf(rows.get(later.number)!['caseId'])).toMatchObject({ outstandingFen: '60000' });
      // The bill somebody holds is planned anew, in another order too; nothing was paid.
      erp.books.change(plain.id, { plan: [overdue(500, 30), overdue(plain.total - 500, 370)] });
      await runOver(app, creditor, id, await syncNow(app, creditor, id));
      expect([await repaymentsOn(plainCase), await moneyOf(plainCase)]).toEqual([[], { n: 0 }]);
      // A part of one line is paid.
      erp.books.change(plain.id, { plan: [overdue(500, 30), overdue(plain.total - 700, 370)] });
      await runOver(app, creditor, id, await syncNow(app, creditor, id));
      expect(await repaymentsOn(plainCase)).toMatchObject([{ state: 'reported', amountFen: '20000' }]);
    });

    it('of bills with many lines is read whole, however little the server gives at once', async () => {
      const erp = await theErp('kingdee', 'LINES');
      const bills = Array.from({ length: 12 }, () => erp.books.add());
      for (const [n, bill] of bills.entries()) {
        const lines = n === 5 ? 70 : 9;
        const open = Array.from({ length: lines }, (_, at) => (at === 0 ? bill.total - (lines - 1) : 1));
        bill.plan = open.map((one) => ({ dueOn: daysAgo(50), open: one }));
      }
      erp.server.most = 31;
      const id = await connected(app, creditor, erp);
      const run = await runOver(app, creditor, id);
      expect(run).toMatchObject({ state: 'completed', documents: 12, counts: { admitted: 12 } });
      for (const [number, { caseId }] of await rowsOf(app, creditor, id)) {
        const { total } = bills.find((bill) => bill.number === number)!;
        expect(await caseOf(caseId)).toMatchObject({ outstandingFen: String(Math.round(total * 100)) });
      }
    });

    it('of two companies that share a number stays with each: the second is refused by name', async () => {
      const erp = await theErp('odoo', 'TWO');
      const first = erp.books.add();
      const id = await connected(app, creditor, erp);
      await runOver(app, creditor, id);
      const caseId = await heldOf(id, first.number);
      // Another debtor's bill, the same debtor's bill of another company, and one that is settled: all with this number.
      const [strange, sameDebtor, settled] = [erp.books.add(), erp.books.add(), erp.books.add()];
      erp.books.change(strange.id, { number: first.number, total: 500, open: 500 });
      erp.books.change(sameDebtor.id, {
        number: first.number,
        total: first.total,
        open: 321,
        customer: first.customer,
      });
      erp.books.change(settled.id, { number: first.number, open: 0 });
      await runOver(app, creditor, id, await syncNow(app, creditor, id));
      const page = await app.rest().get(`/v1/erp-connections/${id}/rows`).set(as(creditor));
      const fates = new Map(page.body.data.map((row: Answer) => [row['documentKey'], codesOf(row)]));
      expect(fates.get(String(strange.id))).toEqual(['rejected', 'REFERENCE_OF_ANOTHER_DEBTOR']);
      expect(fates.get(String(sameDebtor.id))).toEqual(['rejected', 'REFERENCE_OF_ANOTHER_DOCUMENT']);
      expect(fates.get(String(settled.id))).toEqual(['rejected', expect.stringMatching(/^REFERENCE_OF_ANOTHER_/)]);
      expect([await repaymentsOn(caseId), await revisions(caseId)]).toEqual([[], []]);
      expect(await caseOf(caseId)).toMatchObject({ state: 'in_collection' });
    });

    it('follows its document again through a new connection once the old one is deleted', async () => {
      const erp = await theErp('odoo', 'AGAIN');
      const invoice = erp.books.add();
      const id = await connected(app, creditor, erp);
      await runOver(app, creditor, id);
      const caseId = await heldOf(id, invoice.number);
      erp.books.change(invoice.id, { open: invoice.total - 200 });
      const other = await connected(app, creditor, erp);
      await runOver(app, creditor, other);
      expect(codesOf((await rowsOf(app, creditor, other)).get(invoice.number)!)).toEqual([
        'rejected',
        'REFERENCE_OF_ANOTHER_DOCUMENT',
      ]);
      await done(app, 'deleteErpConnection', { id: ['ID!', id] }, '... on ErpConnection { state }', { token: token() });
      await runOver(app, creditor, other, await syncNow(app, creditor, other, true));
      expect(await repaymentsOn(caseId)).toMatchObject([{ state: 'reported', amountFen: '20000' }]);
    });
  });

  describe('reported by hand', () => {
    const report = async (who: Organisation, caseId: string, more: Record<string, unknown> = {}) => {
      const voucher =
        who.kind === 'creditor' ? {} : { voucherFileId: await aFile(app, who.owner, 'repayment-voucher') };
      const payment = { amountFen: '100000', paidOn: daysAgo(0), channel: 'bank_transfer', payee: 'creditor' };
      const input = { caseId, ...payment, ...voucher, ...more };
      const fields = '... on Repayment { id state notDuplicateBecause voucherFileId }';
      const answer = await act(app, 'reportRepayment', { input: ['ReportRepaymentInput!', input] }, fields, {
        token: who.owner.token,
      });
      return { ...answer, came: answer['code'] ?? answer['state'] } as Answer;
    };

    it('is one payment when day and amount are the same, unless its reporter says why not', async () => {
      const { caseId } = await held();
      expect((await report(agency, caseId))['came']).toBe('reported');
      expect((await report(agency, caseId))['came']).toBe('REPAYMENT_LOOKS_REPEATED');
      expect((await report(creditor, caseId))['came']).toBe('REPAYMENT_LOOKS_REPEATED');
      expect((await report(agency, caseId, { amountFen: '100001' }))['came']).toBe('reported');
      const notDuplicateBecause = 'two transfers on one day, see both slips';
      expect(await report(agency, caseId, { notDuplicateBecause })).toMatchObject({ notDuplicateBecause });
      expect(
        await asOwner(database, 'SELECT id FROM repayments WHERE not_duplicate_because = $1', [notDuplicateBecause]),
      ).toEqual([]);
      const numbered = await held();
      expect((await report(agency, numbered.caseId, { externalRef: 'TT-1' }))['came']).toBe('reported');
      expect((await report(agency, numbered.caseId, { externalRef: 'TT-2' }))['came']).toBe('reported');
      expect((await report(agency, numbered.caseId))['came']).toBe('REPAYMENT_LOOKS_REPEATED');
    });

    it('is told again after a rejection', async () => {
      const { caseId } = await held();
      const first = await report(agency, caseId);
      await judge('rejectRepayment', first['id']);
      expect((await report(agency, caseId, { voucherFileId: first['voucherFileId'] }))['came']).toBe('reported');
    });

    it('needs a voucher of its own, on whichever case, unless its reporter says why not', async () => {
      const [one, two] = [await held(), await held()];
      const { voucherFileId } = await report(agency, one.caseId);
      const again = { voucherFileId, amountFen: '7' };
      expect((await report(agency, one.caseId, again))['came']).toBe('VOUCHER_USED_BEFORE');
      expect((await report(agency, two.caseId, again))['came']).toBe('VOUCHER_USED_BEFORE');
      expect((await report(agency, two.caseId, { ...again, externalRef: 'X' }))['came']).toBe('VOUCHER_USED_BEFORE');
      const why = { notDuplicateBecause: 'one transfer paid both bills' };
      expect((await report(agency, two.caseId, { ...again, ...why }))['came']).toBe('reported');
    });

    it('is the payment that the books told of, whatever its day', async () => {
      const { debt, caseId } = await held();
      expect(await came({ ...debt, paidFen: '100000' })).toEqual(['repayment_reported']);
      expect((await report(agency, caseId, { paidOn: daysAgo(1) }))['came']).toBe('REPAYMENT_LOOKS_REPEATED');
      expect(await repaymentsOn(caseId)).toHaveLength(1);
    });
  });
});
