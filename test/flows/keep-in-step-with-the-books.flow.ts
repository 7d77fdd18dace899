import { breachesIn } from '../../src/commands/laws.js';
import { ReceivableSync, type SyncRow } from '../../src/exchange/books/index.js';
import { parsePublicId, publicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aGrab, anAgency, aReportedRepayment, type Organisation } from '../support/builders.js';
import { ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const CASE = 'state outstandingFen recoveredFen dueOn principalFen paidFen closeCode';

describe('keeping cases in step with their creditor’s books', () => {
  let app: TestApp;
  let database: TestDatabase;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_books_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
  });
  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
  afterAll(() => app.close());

  const open = (debt: Record<string, unknown>): SyncRow => ({ row: debt, status: 'open' });
  const apply = (rows: SyncRow[], whose = creditor) =>
    app.serving.app
      .get(ReceivableSync)
      .apply({ organisationId: parsePublicId('organisation', whose.id)!, sandboxId: null }, rows);
  const only = async (row: SyncRow) => (await apply([row]))[0]!;
  const theCase = (id: string | null) =>
    ask(app, 'case', { id: ['ID!', publicId('case', id!)] }, CASE, creditor.owner.token);
  const shown = (id: string) =>
    asOwner(database, 'SELECT amount_fen, due_on::text FROM hall_listings WHERE case_id = $1', [id]);
  /** Everything that any write would leave behind. */
  const traces = async () =>
    asOwner(
      database,
      `SELECT (SELECT count(*) FROM case_events) AS events, (SELECT count(*) FROM outbox_events) AS outbox,
         (SELECT count(*) FROM repayments) AS repayments, (SELECT max(xmin::text::bigint) FROM cases) AS version`,
    );
  async function posted(overrides: Record<string, unknown> = {}) {
    const debt = sampleDebt({ principalFen: '1000000', commission: { bps: 2000 }, ...overrides });
    const { outcome, caseId } = await only(open(debt));
    expect(outcome).toBe('admitted');
    return { debt, caseId: caseId! };
  }
  /** Settled by the document's own figures. */
  const settled = ({ externalRef, principalFen }: Record<string, unknown>): SyncRow => {
    const totalFen = BigInt(String(principalFen));
    return { row: { externalRef }, status: 'settled', figures: { totalFen, paidFen: totalFen, read: 'open' } };
  };
  const repaymentsOn = async (caseId: string) => {
    const args = {
      filter: ['RepaymentFilterInput', { caseId: publicId('case', caseId) }],
      first: ['Int!', 20],
    } as const;
    const { nodes } = await ask(app, 'repayments', args, 'nodes { id state amountFen }', creditor.owner.token);
    return nodes.reverse() as { id: string; state: string; amountFen: string }[];
  };
  const reportsOn = async (caseId: string) =>
    (await repaymentsOn(caseId)).map(({ state, amountFen }) => `${state} ${amountFen}`);
  const confirmAll = async (caseId: string) => {
    for (const { id, state } of await repaymentsOn(caseId)) {
      if (state !== 'reported') continue;
      const confirm = { repaymentId: ['ID!', id] } as const;
      await done(app, 'confirmRepayment', confirm, '... on Repayment { state }', { token: creditor.owner.token });
    }
  };
  async function held() {
    const made = await posted();
    return { ...made, grabId: await aGrab(app, agency, publicId('case', made.caseId)) };
  }

  it('admits what is new, and writes nothing when nothing changed', async () => {
    const debts = [sampleDebt(), sampleDebt(), sampleDebt({ debtorName: '' })];
    const first = await apply(debts.map(open));
    expect(first.map(({ outcome }) => outcome)).toEqual(['admitted', 'admitted', 'rejected']);
    expect(first[2]!.reasons).toMatchObject([{ code: 'FIELD_MISSING', field: 'debtorName' }]);
    await app.settled();
    const before = await traces();
    const again = await apply(debts.map(open));
    expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'rejected']);
    expect(again[0]!.caseId).toBe(first[0]!.caseId);
    expect(await traces()).toEqual(before);
  });

  it('changes amounts and days of a listed case, and its place in the hall with it', async () => {
    const { debt, caseId } = await posted();
    const dueOn = daysAgo(400);
    const changed = { ...debt, principalFen: '1500000', outstandingFen: '1300000', paidFen: '200000', dueOn };
    expect(await only(open({ ...changed, invoicedOn: daysAgo(430) }))).toMatchObject({ outcome: 'updated', caseId });
    expect(await theCase(caseId)).toMatchObject({
      state: 'listed',
      outstandingFen: '1300000',
      paidFen: '200000',
      dueOn,
    });
    expect(await shown(caseId)).toEqual([{ amount_fen: '1300000', due_on: dueOn }]);
    const contradiction = await only(open({ ...changed, outstandingFen: '7' }));
    expect(contradiction).toMatchObject({ outcome: 'rejected', reasons: [{ code: 'AMOUNTS_DISAGREE' }] });
    const tomorrow = await only(open({ ...changed, dueOn: daysAgo(-3), invoicedOn: null }));
    expect(tomorrow).toMatchObject({ outcome: 'rejected', caseId, reasons: [{ code: 'NOT_OVERDUE', field: 'dueOn' }] });
    expect(await shown(caseId)).toEqual([{ amount_fen: '1300000', due_on: dueOn }]);
  });

  it('withdraws what nobody holds when it is settled or void, and passes over what never was here', async () => {
    const [paid, gone] = [await posted(), await posted()];
    const unknown = { externalRef: 'never-seen' };
    const outcomes = await apply([
      { row: { externalRef: paid.debt.externalRef }, status: 'settled' },
      { row: { externalRef: gone.debt.externalRef }, status: 'withdrawn' },
      { row: unknown, status: 'settled' },
      { row: sampleDebt({ outstandingFen: '0', paidFen: '1200000' }), status: 'open' },
      { row: sampleDebt(), status: 'open', skip: { code: 'SKIPPED_DUNNING_BLOCKED', field: 'MANSP' } },
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['settled', 'withdrawn', 'skipped', 'skipped', 'skipped']);
    expect(outcomes[4]!.reasons).toEqual([{ code: 'SKIPPED_DUNNING_BLOCKED', field: 'MANSP', params: {} }]);
    expect(await theCase(paid.caseId)).toMatchObject({ state: 'withdrawn' });
    expect(await shown(gone.caseId)).toEqual([]);
    expect(await only({ row: { externalRef: paid.debt.externalRef }, status: 'settled' })).toMatchObject({
      outcome: 'settled',
    });
    expect(await only(open(paid.debt))).toMatchObject({
      outcome: 'rejected',
      reasons: [{ code: 'CASE_CLOSED', params: { state: 'withdrawn' } }],
    });
  });

  it('takes what was paid past a holder as a repayment that earns its commission, once', async () => {
    const { debt, caseId } = await held();
    const less = open({ ...debt, paidFen: '300000' });
    expect(await only(less)).toMatchObject({ outcome: 'repayment_reported', caseId, reasons: [] });
    // Nothing counts before it is confirmed.
    expect(await theCase(caseId)).toMatchObject({ state: 'in_collection', recoveredFen: '0' });
    expect(await only(less)).toMatchObject({ outcome: 'unchanged' });
    await confirmAll(caseId);
    expect(await theCase(caseId)).toMatchObject({ recoveredFen: '300000', outstandingFen: '1000000' });
    expect(await only(less)).toMatchObject({ outcome: 'unchanged' });
    // Rows that say nothing of what was paid may lag behind what was recovered: the amount they still show is not raised.
    expect(await only(open(debt))).toMatchObject({ outcome: 'unchanged' });
    expect(await only(settled(debt))).toMatchObject({ outcome: 'repayment_reported' });
    await confirmAll(caseId);
    expect(await theCase(caseId)).toMatchObject({ state: 'recovered', recoveredFen: '1000000', closeCode: 'paid' });
    const [commission] = await asOwner(
      database,
      'SELECT sum(commission_fen)::int AS fen FROM commissions WHERE case_id = $1',
      [caseId],
    );
    expect(commission).toEqual({ fen: 200_000 });
  });

  it('does not count twice what the holder reported already', async () => {
    const { debt, caseId, grabId } = await held();
    await aReportedRepayment(app, agency, grabId, '300000');
    expect(await only(open({ ...debt, paidFen: '300000' }))).toMatchObject({ outcome: 'unchanged', caseId });
    expect(await only(open({ ...debt, paidFen: '350000' }))).toMatchObject({ outcome: 'repayment_reported' });
    expect(await reportsOn(caseId)).toEqual(['reported 300000', 'reported 50000']);
  });

  it('refuses to raise, change or withdraw what a provider holds', async () => {
    const { debt, caseId } = await held();
    const codes = async (row: SyncRow) => {
      const { outcome, reasons } = await only(row);
      return [outcome, ...reasons.map(({ code }) => code)];
    };
    expect(await codes(open({ ...debt, principalFen: '1000001' }))).toEqual(['rejected', 'AMOUNT_RAISED_WHILE_HELD']);
    expect(await codes(open({ ...debt, dueOn: daysAgo(30) }))).toEqual(['rejected', 'CASE_IS_HELD']);
    expect(await codes({ row: { externalRef: debt.externalRef }, status: 'withdrawn' })).toEqual([
      'rejected',
      'CASE_IS_HELD',
    ]);
    expect(await theCase(caseId)).toMatchObject({
      state: 'in_collection',
      outstandingFen: '1000000',
      recoveredFen: '0',
    });
  });

  it('counts a payment for a holder from whom the case was recalled a moment ago', async () => {
    const { debt, caseId, grabId } = await held();
    const query = `mutation ($id: ID!) { recallGrab(grabId: $id, reason: "books") { __typename ... on Refusal { code } } }`;
    const recalled = await app.graphql(query, { id: grabId }, creditor.owner.token);
    expect(recalled.data?.['recallGrab']).toMatchObject({ __typename: 'Grab' });
    expect(await only(open({ ...debt, paidFen: '400000' }))).toMatchObject({ outcome: 'repayment_reported' });
    await confirmAll(caseId);
    const [commission] = await asOwner(
      database,
      'SELECT commission_fen::int AS fen FROM commissions WHERE case_id = $1',
      [caseId],
    );
    expect(commission).toEqual({ fen: 80_000 });
  });

  it('is another creditor’s business when another creditor says it', async () => {
    const { debt, caseId } = await posted();
    const other = await aCreditor(app);
    const [mine] = await apply([{ row: { externalRef: debt.externalRef }, status: 'withdrawn' }], other);
    expect(mine).toMatchObject({ outcome: 'skipped', caseId: null });
    expect(await theCase(caseId)).toMatchObject({ state: 'listed' });
  });

  it('applies one state of the books once when it is brought eight times at once', async () => {
    const { debt, caseId } = await held();
    const fresh = sampleDebt();
    const rows = [open({ ...debt, paidFen: '600000' }), open(fresh)];
    const all = await Promise.all(Array.from({ length: 8 }, () => apply(rows)));
    expect(all.filter(([first]) => first!.outcome === 'repayment_reported')).toHaveLength(1);
    expect(all.filter(([, second]) => second!.outcome === 'admitted')).toHaveLength(1);
    expect(await reportsOn(caseId)).toEqual(['reported 600000']);
  });
});
