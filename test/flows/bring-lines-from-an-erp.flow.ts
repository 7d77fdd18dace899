import { breachesIn } from '../../src/commands/laws.js';
import { Books } from '../fakes/books.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aGrab, anAgency, type Organisation } from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { anErp, connected, type Erp, EVIDENCE, rowsOf, runOver, syncNow } from '../support/erp.js';
import { daysAgo } from '../support/samples.js';
import { anInvoice, type UblParts } from '../support/ubl.js';

const LINE = `lineNumber kind documentNumber dueOn principalFen paidFen openFen monthsOverdue limitationExpiresOn limitationDaysLeft
  withdrawnAt periodFrom periodTo`;
const CASE = `state dueOn principalFen penaltyFen paidFen outstandingFen recoveredFen limitationExpiresOn lines { ${LINE} }`;
const REVISION = 'nodes { state fromFen outstandingFen }';

describe('lines out of an ERP', () => {
  let app: TestApp;
  let database: TestDatabase;
  let creditor: Organisation;
  let agency: Organisation;
  const erps: Erp[] = [];

  beforeAll(async () => {
    database = await namedDatabase(`recourse_erp_lines_${process.pid}`, { fresh: true });
    app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' }, database);
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
  });
  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all(erps.map(({ server }) => server.stop()));
    await app.close();
  });

  const token = () => creditor.owner.token;
  const caseOf = (id: string) => ask(app, 'case', { id: ['ID!', id] }, CASE, token());
  /** `number kind day principal - paid = open` of each line that counts. */
  const linesOf = async (id: string): Promise<string[]> =>
    (await caseOf(id))['lines']
      .filter((line: Answer) => line['withdrawnAt'] === null)
      .map(
        (one: Answer) =>
          `${one['lineNumber']} ${one['kind']} ${one['dueOn']} ${one['principalFen']} - ${one['paidFen']} = ${one['openFen']}`,
      );
  const repaymentsOn = async (caseId: string): Promise<Answer[]> => {
    const args = { filter: ['RepaymentFilterInput', { caseId }], first: ['Int!', 20] } as const;
    return (await ask(app, 'repayments', args, 'nodes { id state amountFen }', token()))['nodes'];
  };
  const revisionsOn = async (caseId: string): Promise<Answer[]> => {
    const args = { filter: ['CaseRevisionFilterInput', { caseId }], first: ['Int!', 5] } as const;
    return (await ask(app, 'caseRevisions', args, REVISION, token()))['nodes'];
  };
  const confirmAll = async (caseId: string) => {
    for (const { id, state } of (await repaymentsOn(caseId)) as { id: string; state: string }[]) {
      if (state !== 'reported') continue;
      const args = { repaymentId: ['ID!', id] } as const;
      await done(app, 'confirmRepayment', args, '... on Repayment { state }', { token: token() });
    }
  };
  /** Everything that any write would leave behind. */
  const traces = () =>
    asOwner(
      database,
      `SELECT (SELECT max(xmin::text::bigint) FROM cases) AS cases, (SELECT max(xmin::text::bigint) FROM case_lines) AS lines,
         (SELECT count(*) FROM case_events) AS events, (SELECT count(*) FROM repayments) AS repayments,
         (SELECT count(*) FROM case_revisions) AS revisions, (SELECT max(xmin::text::bigint) FROM erp_sync_rows) AS rows`,
    );
  async function opened(kind: Erp['kind'], name: string, fill: (books: Books) => void) {
    const erp = await anErp(kind, name);
    erps.push(erp);
    fill(erp.books);
    const id = await connected(app, creditor, erp);
    expect(await runOver(app, creditor, id)).toMatchObject({ state: 'completed', errorCode: null });
    const synced = async () => (await runOver(app, creditor, id, await syncNow(app, creditor, id, true)))['counts'];
    const row = async (number: string) => (await rowsOf(app, creditor, id)).get(number)!;
    return { erp, id, synced, row };
  }
  const quiet = async (again: () => Promise<unknown>, counts: unknown) => {
    await app.settled();
    const before = await traces();
    expect(await again()).toEqual(counts);
    expect(await traces()).toEqual(before);
  };
  const [FIRST, SECOND, THIRD] = [daysAgo(400), daysAgo(100), daysAgo(-60)] as const;
  const plan = (...open: number[]) =>
    [FIRST, SECOND, THIRD].map((dueOn, n) => ({ dueOn, amount: 3_000, open: open[n]! }));

  it.each<Erp['kind']>(['kingdee', 'odoo', 'erpnext'])(
    'of %s: a document in three instalments is a case of those that fell due, and what is paid is a repayment',
    async (kind) => {
      const { erp, synced, row } = await opened(kind, `THREE-${kind}`, (books) => {
        Object.assign(books.add(), { total: 9_000, open: 9_000, dueOn: THIRD, plan: plan(3_000, 3_000, 3_000) });
      });
      const bill = erp.books.all()[0]!;
      const { caseId } = (await row(bill.number)) as { caseId: string };
      const shown = await caseOf(caseId);
      expect(shown).toMatchObject({
        ...{ state: 'listed', dueOn: FIRST, principalFen: '600000', paidFen: '0', outstandingFen: '600000' },
      });
      expect(await linesOf(caseId)).toEqual([
        `1 instalment ${FIRST} 300000 - 0 = 300000`,
        `2 instalment ${SECOND} 300000 - 0 = 300000`,
      ]);
      const [one, two] = shown['lines'];
      expect(one).toMatchObject({ documentNumber: bill.number, monthsOverdue: 13 });
      expect(two).toMatchObject({ documentNumber: bill.number, monthsOverdue: 3 });
      // Instalments are one debt: its clock counts from the last of them (Civil Code art. 189).
      expect(one.limitationExpiresOn).toBe(two.limitationExpiresOn);
      expect(shown['limitationExpiresOn']).toBe(two.limitationExpiresOn);
      await quiet(synced, { unchanged: 1 });

      await aGrab(app, agency, caseId);
      erp.books.change(bill.id, { open: 6_000, plan: plan(0, 3_000, 3_000) });
      expect(await synced()).toEqual({ repayment_reported: 1 });
      expect(await row(bill.number)).toMatchObject({ outcome: 'repayment_reported', reasons: [] });
      expect(await repaymentsOn(caseId)).toMatchObject([{ state: 'reported', amountFen: '300000' }]);
      expect(await revisionsOn(caseId)).toEqual([]);
      // The case is about what it was about.
      expect(await caseOf(caseId)).toMatchObject({
        outstandingFen: '600000',
        recoveredFen: '0',
        lines: shown['lines'],
      });
      await quiet(synced, { unchanged: 1 });
      await confirmAll(caseId);
      await quiet(synced, { unchanged: 1 });
      expect(await caseOf(caseId)).toMatchObject({ outstandingFen: '600000', recoveredFen: '300000', dueOn: FIRST });
    },
  );

  it('an instalment joins its case when it falls due; of a held case it does not raise the amount', async () => {
    const { erp, synced, row } = await opened('kingdee', 'JOIN', (books) => {
      for (const _ of [1, 2]) {
        Object.assign(books.add(), { total: 9_000, open: 9_000, dueOn: THIRD, plan: plan(3_000, 3_000, 3_000) });
      }
    });
    const [free, held] = erp.books.all();
    const [freeCase, heldCase] = [(await row(free!.number))['caseId'], (await row(held!.number))['caseId']];
    await aGrab(app, agency, heldCase);
    const due = plan(3_000, 3_000, 3_000).map((line) => (line.dueOn === THIRD ? { ...line, dueOn: daysAgo(1) } : line));
    for (const { id } of [free!, held!]) erp.books.change(id, { plan: due });
    expect(await synced()).toEqual({ updated: 1, rejected: 1 });
    expect(await linesOf(freeCase)).toEqual([
      ...[`1 instalment ${FIRST} 300000 - 0 = 300000`, `2 instalment ${SECOND} 300000 - 0 = 300000`],
      `3 instalment ${daysAgo(1)} 300000 - 0 = 300000`,
    ]);
    expect((await row(held!.number))['reasons']).toMatchObject([{ code: 'AMOUNT_RAISED_WHILE_HELD' }]);
    expect(await linesOf(heldCase)).toHaveLength(2);
    await quiet(synced, { unchanged: 1, rejected: 1 });
    // What fell due is paid before anybody took it.
    erp.books.change(free!.id, { open: 0, plan: due.map((line) => ({ ...line, open: 0 })) });
    expect(await synced()).toEqual({ settled: 1, rejected: 1 });
  });

  it('an instalment that falls due after the case of the earlier ones ended is a case of its own', async () => {
    const { erp, synced, row } = await opened('kingdee', 'LATER', (books) => {
      Object.assign(books.add(), { total: 9_000, open: 9_000, dueOn: THIRD, plan: plan(3_000, 3_000, 3_000) });
    });
    const bill = erp.books.all()[0]!;
    const first = (await row(bill.number))['caseId'] as string;
    erp.books.change(bill.id, { open: 3_000, plan: plan(0, 0, 3_000) });
    expect(await synced()).toEqual({ settled: 1 });
    expect(await caseOf(first)).toMatchObject({ state: 'withdrawn' });
    await quiet(synced, { settled: 1 });
    const due = plan(0, 0, 3_000).map((line) => (line.dueOn === THIRD ? { ...line, dueOn: daysAgo(1) } : line));
    erp.books.change(bill.id, { plan: due });
    expect(await synced()).toEqual({ admitted: 1 });
    const second = (await row(bill.number))['caseId'] as string;
    expect(second).not.toBe(first);
    expect(await linesOf(second)).toEqual([`1 instalment ${daysAgo(1)} 300000 - 0 = 300000`]);
    await quiet(synced, { unchanged: 1 });
    // It is the document's case from now on.
    await aGrab(app, agency, second);
    erp.books.change(bill.id, { open: 1_000, plan: due.map((line, n) => ({ ...line, open: n === 2 ? 1_000 : 0 })) });
    expect(await synced()).toEqual({ repayment_reported: 1 });
    expect(await repaymentsOn(second)).toMatchObject([{ state: 'reported', amountFen: '200000' }]);
    expect(await repaymentsOn(first)).toEqual([]);
  });

  it.each<Erp['kind']>(['odoo', 'erpnext'])(
    'of %s: a credit note is a negative line of the invoice that it names, and never a payment',
    async (kind) => {
      const { erp, synced, row } = await opened(kind, `CREDIT-${kind}`, (books) => {
        const [free, held, other] = [books.add(), books.add(), books.add()];
        for (const one of [free, held, other]) Object.assign(one, { total: 9_000, open: 9_000, dueOn: FIRST });
        Object.assign(books.add('credit_note'), { total: 500, open: 500, reverses: free.id, issuedOn: SECOND });
        Object.assign(books.add('credit_note'), { total: 70, open: 70 });
      });
      const [free, held, other, note, unnamed] = erp.books.all();
      const { caseId } = (await row(free!.number)) as { caseId: string };
      const lines = [`1 invoice ${FIRST} 900000 - 0 = 900000`, `2 credit_note ${FIRST} -50000 - 0 = -50000`];
      expect(await linesOf(caseId)).toEqual(lines);
      const shown = await caseOf(caseId);
      expect(shown).toMatchObject({ state: 'listed', principalFen: '850000', paidFen: '0', outstandingFen: '850000' });
      expect(shown['lines'][1]).toMatchObject({ documentNumber: note!.number, limitationExpiresOn: null });
      expect((await row(note!.number))['reasons']).toMatchObject([{ code: 'SKIPPED_CREDIT_NOTE_NAMED' }]);
      expect((await row(unnamed!.number))['reasons']).toMatchObject([{ code: 'SKIPPED_CREDIT_NOTE' }]);
      await quiet(synced, { unchanged: 3, skipped: 2 });

      // Set off in the ERP, and a part of the rest is paid.
      erp.books.change(free!.id, { open: 8_500 });
      erp.books.change(note!.id, { open: 0 });
      await quiet(synced, { unchanged: 3, skipped: 2 });
      erp.books.change(free!.id, { open: 6_000 });
      expect(await synced()).toMatchObject({ updated: 1 });
      expect(await linesOf(caseId)).toEqual([`1 invoice ${FIRST} 900000 - 250000 = 650000`, lines[1]]);

      // On a held case a credit note is a lower amount, to which its creditor and its holder consent; no money came.
      const heldCase = (await row(held!.number))['caseId'] as string;
      await aGrab(app, agency, heldCase);
      const second = erp.books.add('credit_note', Date.now());
      Object.assign(second, { total: 1_000, open: 0, reverses: held!.id, issuedOn: SECOND });
      Object.assign(erp.books.invoices.get(held!.id)!, { open: 8_000 });
      expect(await synced()).toMatchObject({ revision_pending: 1 });
      expect(await repaymentsOn(heldCase)).toEqual([]);
      expect(await revisionsOn(heldCase)).toEqual([{ state: 'pending', fromFen: '900000', outstandingFen: '800000' }]);
      const consent = { input: ['ConfirmCaseRevisionInput!', { caseId: heldCase, outstandingFen: '800000' }] } as const;
      expect(
        await act(app, 'confirmCaseRevision', consent, '... on CaseRevision { state }', { token: token() }),
      ).toMatchObject({
        state: 'proposed',
      });
      expect(await linesOf(heldCase)).toEqual([`1 invoice ${FIRST} 900000 - 0 = 900000`]);
      await quiet(synced, { unchanged: 2, revision_pending: 1, skipped: 3 });
      const asAgency = { authorization: `Bearer ${agency.owner.token}` };
      const list = await app.rest().get(`/v1/cases/${heldCase}/line-changes`).set(asAgency);
      await app.rest().post(`/v1/case-line-changes/${list.body.data[0].id}/agree`).set(asAgency).expect(200);
      expect(await revisionsOn(heldCase)).toMatchObject([{ state: 'confirmed' }]);
      expect(await linesOf(heldCase)).toEqual([
        `1 invoice ${FIRST} 900000 - 0 = 900000`,
        `2 credit_note ${FIRST} -100000 - 0 = -100000`,
      ]);
      await quiet(synced, { unchanged: 3, skipped: 3 });

      // Credited in full: there is no debt.
      const all = erp.books.add('credit_note', Date.now());
      Object.assign(all, { total: 9_000, open: 0, reverses: other!.id, issuedOn: SECOND });
      Object.assign(erp.books.invoices.get(other!.id)!, { open: 0 });
      expect(await synced()).toMatchObject({ withdrawn: 1 });
    },
  );

  it('a credit note that names no invoice is no payment of the one against which it is set off', async () => {
    const { erp, synced, row } = await opened('odoo', 'SETOFF', (books) => {
      Object.assign(books.add(), { total: 9_000, open: 9_000, dueOn: FIRST });
      Object.assign(books.add('credit_note'), { total: 1_000, open: 1_000, issuedOn: SECOND });
    });
    const [invoice, note] = erp.books.all();
    const caseId = (await row(invoice!.number))['caseId'] as string;
    expect(await caseOf(caseId)).toMatchObject({ outstandingFen: '900000' });
    expect((await row(note!.number))['reasons']).toMatchObject([{ code: 'SKIPPED_CREDIT_NOTE' }]);
    await aGrab(app, agency, caseId);
    erp.books.change(invoice!.id, { open: 8_000 });
    erp.books.change(note!.id, { open: 0, setOff: [{ against: invoice!.id, amount: 1_000 }] });
    expect(await synced()).toMatchObject({ revision_pending: 1 });
    expect(await repaymentsOn(caseId)).toEqual([]);
    expect(await revisionsOn(caseId)).toEqual([{ state: 'pending', fromFen: '900000', outstandingFen: '800000' }]);
    await quiet(synced, { revision_pending: 1, skipped: 1 });
  });

  it('numbers are kept as they are seen, of documents that ended and of credit notes too', async () => {
    const { erp, synced, row } = await opened('erpnext', 'SEEN', (books) => {
      const [one, two] = [books.add(), books.add()];
      for (const each of [one, two]) Object.assign(each, { total: 9_000, open: 9_000, dueOn: FIRST });
      Object.assign(one, { number: `SEEN\u200b-ONE-${process.pid}` });
      const note = { number: `SEEN-NOTE\ufeff-${process.pid}`, total: 500, open: 500, reverses: two.id };
      Object.assign(books.add('credit_note'), { ...note, issuedOn: SECOND });
    });
    const [one, two] = erp.books.all();
    const cases = [(await row(one!.number))['caseId'], (await row(two!.number))['caseId']] as [string, string];
    const reference = async (id: string) =>
      (await ask(app, 'case', { id: ['ID!', id] }, 'externalRef', token()))['externalRef'];
    expect(await reference(cases[0])).toBe(`SEEN-ONE-${process.pid}`);
    expect((await caseOf(cases[1]))['lines'][1]).toMatchObject({ documentNumber: `SEEN-NOTE-${process.pid}` });
    erp.books.change(one!.id, { open: 0 });
    expect(await synced()).toMatchObject({ settled: 1 });
    expect(await caseOf(cases[0])).toMatchObject({ state: 'withdrawn' });
  });

  it('a credit note that is new makes its invoice be read again, though nothing stamped the invoice', async () => {
    const { erp, id, row } = await opened('odoo', 'STAMP', (books) => {
      for (let n = 0; n < 30; n += 1) Object.assign(books.add(), { total: 9_000, open: 9_000, dueOn: FIRST });
    });
    const invoice = erp.books.all()[2]!;
    Object.assign(erp.books.add('credit_note', Date.now()), {
      total: 100,
      open: 0,
      reverses: invoice.id,
      issuedOn: SECOND,
    });
    Object.assign(invoice, { open: 8_900 });
    const run = await runOver(app, creditor, id, await syncNow(app, creditor, id));
    expect(run).toMatchObject({ full: false, counts: { updated: 1 } });
    expect(await caseOf((await row(invoice.number))['caseId'])).toMatchObject({
      outstandingFen: '890000',
      paidFen: '0',
    });
  });

  describe('in UBL', () => {
    let id: string;
    beforeAll(async () => {
      const input = { kind: 'ubl', name: 'Files', defaults: { evidence: EVIDENCE } };
      const made = { input: ['CreateErpConnectionInput!', input] } as const;
      id = (await done(app, 'createErpConnection', made, '... on ErpConnection { id }', { token: token() }))['id'];
    });
    async function send(...documents: UblParts[]): Promise<Record<string, number>> {
      const request = app.rest().post(`/v1/erp-connections/${id}/documents`).set('authorization', `Bearer ${token()}`);
      for (const [n, one] of documents.entries()) request.attach('file', Buffer.from(anInvoice(one)), `${n}.xml`);
      const { body, status } = await request;
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.counts;
    }
    const row = async (number: string) => (await rowsOf(app, creditor, id)).get(number)!;
    const TAX = '91350100M000100Y43';
    const term = (day: string, share: string) =>
      `<a:PaymentTerms><b:PaymentPercent>${share}</b:PaymentPercent><b:PaymentDueDate>${day}</b:PaymentDueDate></a:PaymentTerms>`;
    const naming = (number: string) =>
      `<a:BillingReference><a:InvoiceDocumentReference><b:ID>${number}</b:ID></a:InvoiceDocumentReference></a:BillingReference>`;
    const BILLED =
      '<a:InvoicePeriod><b:StartDate>2025-01-01</b:StartDate><b:EndDate>2025-03-31</b:EndDate></a:InvoicePeriod>';
    const schedule = term(FIRST, '33.33') + term(SECOND, '33.33') + term(THIRD, '33.34');
    const invoice = (paid = 0): UblParts => ({
      ...{ number: 'S-1', taxNumber: TAX, issued: daysAgo(430), due: THIRD, total: '8999.98', rounding: '0.02' },
      ...{ prepaid: `${paid}.00`, payable: `${9_000 - paid}.00`, inside: BILLED + schedule },
    });

    it('an invoice with a rounding and a schedule is a case of what fell due, exact to the fen', async () => {
      expect(await send(invoice())).toEqual({ admitted: 1 });
      const { caseId } = (await row('S-1')) as { caseId: string };
      const shown = await caseOf(caseId);
      expect(shown).toMatchObject({ dueOn: FIRST, principalFen: '599940', paidFen: '0', outstandingFen: '599940' });
      expect(await linesOf(caseId)).toEqual([
        `1 instalment ${FIRST} 299970 - 0 = 299970`,
        `2 instalment ${SECOND} 299970 - 0 = 299970`,
      ]);
      expect(shown['lines'][0]).toMatchObject({
        ...{ documentNumber: 'S-1', periodFrom: '2025-01-01', periodTo: '2025-03-31', monthsOverdue: 13 },
      });
      await quiet(() => send(invoice()), { unchanged: 1 });
    });

    it('a credit note lowers the case of the invoice that it names, and stays when the invoice is sent again', async () => {
      const { caseId } = (await row('S-1')) as { caseId: string };
      const note: UblParts = {
        ...{ root: 'CreditNote', number: 'R-1', taxNumber: TAX, issued: daysAgo(20), due: null, total: '99.40' },
        inside: naming('S-1'),
      };
      expect(await send(note)).toEqual({ updated: 1 });
      const lines = [
        ...[`1 instalment ${FIRST} 299970 - 0 = 299970`, `2 instalment ${SECOND} 299970 - 0 = 299970`],
        `3 credit_note ${daysAgo(20)} -9940 - 0 = -9940`,
      ];
      expect(await linesOf(caseId)).toEqual(lines);
      expect(await caseOf(caseId)).toMatchObject({ principalFen: '590000', paidFen: '0', outstandingFen: '590000' });
      expect(await row('R-1')).toMatchObject({ outcome: 'updated', caseId });
      await quiet(() => send(note, invoice()), { unchanged: 2 });
      expect(await send({ ...note, number: 'R-2', inside: naming('S-404') })).toEqual({ skipped: 1 });
      expect((await row('R-2'))['reasons']).toMatchObject([{ code: 'CREDIT_NOTE_OF_NO_CASE' }]);
      const strange = { ...note, number: 'R-3', taxNumber: '91310000MA1FL5E91M' };
      expect(await send(strange)).toEqual({ rejected: 1 });
      expect((await row('R-3'))['reasons']).toMatchObject([{ code: 'REFERENCE_OF_ANOTHER_DEBTOR' }]);
      expect(await linesOf(caseId)).toEqual(lines);
    });

    it('a number is one document, however it is spelled in what nobody sees', async () => {
      const parts = { taxNumber: TAX, total: '500.00' } as const;
      expect(await send({ ...parts, number: 'S&#x200B;-5' })).toEqual({ admitted: 1 });
      expect(await send({ ...parts, number: 'S-5\ufeff' })).toEqual({ unchanged: 1 });
      const note = { ...parts, root: 'CreditNote', due: null, total: '100.00', inside: naming('S-\u200b5') } as const;
      expect(await send({ ...note, number: 'R\u200b-5' })).toEqual({ updated: 1 });
      const { caseId } = (await row('S-5')) as { caseId: string };
      expect((await caseOf(caseId))['lines'][1]).toMatchObject({ documentNumber: 'R-5', openFen: '-10000' });
    });

    it('one instalment paid is a repayment on a held case, and nothing else', async () => {
      const { caseId } = (await row('S-1')) as { caseId: string };
      await aGrab(app, agency, caseId);
      expect(await send(invoice(3_000))).toEqual({ repayment_reported: 1 });
      expect(await row('S-1')).toMatchObject({ outcome: 'repayment_reported', reasons: [] });
      expect(await repaymentsOn(caseId)).toMatchObject([{ state: 'reported', amountFen: '300000' }]);
      expect(await revisionsOn(caseId)).toEqual([]);
      expect(await linesOf(caseId)).toHaveLength(3);
      await quiet(() => send(invoice(3_000)), { unchanged: 1 });
    });

    it('an invoice and its credit note sent at once come to one case, whichever stands first', async () => {
      const [one, two] = [
        { number: 'S-2', taxNumber: TAX, total: '500.00' },
        { root: 'CreditNote', number: 'R-9', taxNumber: TAX },
      ] as const;
      expect(await send({ ...two, total: '120.00', due: null, inside: naming('S-2') }, one)).toEqual({
        admitted: 1,
        updated: 1,
      });
      const { caseId } = (await row('S-2')) as { caseId: string };
      expect(await caseOf(caseId)).toMatchObject({ outstandingFen: '38000', principalFen: '38000' });
      // The rest is credited too.
      expect(await send({ ...two, number: 'R-10', total: '380.00', due: null, inside: naming('S-2') })).toEqual({
        withdrawn: 1,
      });
      expect(await caseOf(caseId)).toMatchObject({ state: 'withdrawn' });
    });
  });
});
