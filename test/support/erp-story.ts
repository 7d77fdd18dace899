import { setTimeout as sleep } from 'node:timers/promises';
import { ReceivableSync } from '../../src/exchange/books/index.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { Sweeps } from '../../src/platform/jobs/index.js';
import type { Fate } from '../fakes/books.js';
import { type TestApp, testApp } from './app.js';
import { aCreditor, aGrab, anAgency, type Organisation } from './builders.js';
import { act, ask, done } from './client.js';
import { asOwner, namedDatabase, type TestDatabase } from './database.js';
import { anErp, COMES_TO, connected, connectionOf, type Erp, newestRun, rowsOf, runOver, syncNow } from './erp.js';

/** Which questions meet with trouble: too many, a truncated answer, one cut off, and an end of all sessions. */
const TROUBLES = { odoo: [2, 6, 8, 9], erpnext: [2, 4, 6, 7], kingdee: [3, 6, 8, 10] } as const;

/** The question for the second page of a first reading: before it each page is asked for, with what belongs to its documents. */
const SECOND_PAGE = { odoo: 6, erpnext: 9, kingdee: 4 } as const;

/** The same story with every ERP: each keeps its own protocol, and what comes of it must not differ. */
export const followTheErp = (kind: Erp['kind']) =>
  describe(`following the receivables of ${kind}`, () => {
    let app: TestApp;
    let database: TestDatabase;
    let creditor: Organisation;
    let agency: Organisation;
    let erp: Erp;
    let id: string;
    let expected: Record<Fate, number>;
    /** More than two pages of ours. */
    const COUNT = kind === 'kingdee' ? 2_240 : 1_120;

    beforeAll(async () => {
      database = await namedDatabase(`recourse_erp_${kind}_${process.pid}`, { fresh: true });
      app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' }, database);
      [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
      erp = await anErp(kind, kind.toUpperCase());
      expected = erp.books.fill(COUNT);
    });
    afterAll(async () => {
      await erp.server.stop();
      await app.close();
    });

    const token = () => creditor.owner.token;
    /** Everything that any write to a case would leave behind. */
    const traces = () =>
      asOwner(
        database,
        `SELECT (SELECT count(*) FROM cases) AS cases, (SELECT max(xmin::text::bigint) FROM cases) AS version,
         (SELECT count(*) FROM case_events) AS events, (SELECT count(*) FROM repayments) AS repayments,
         (SELECT max(xmin::text::bigint) FROM erp_sync_rows) AS rows, (SELECT count(*) FROM erp_sync_rows) AS row_count`,
      );
    const caseOf = async (number: string) => (await rowsOf(app, creditor, id)).get(number)!;

    it('gives every document exactly one fate, whatever its server does in the middle', async () => {
      const { server } = erp;
      const [busy, truncated, cutOff, expired] = TROUBLES[kind];
      server.troubleAt(busy, { kind: 'busy', status: 429, retryAfter: 2 });
      server.troubleAt(truncated, { kind: 'truncated' });
      server.troubleAt(cutOff, { kind: 'cut_off' });
      server.troubleAt(expired, { kind: 'act', act: erp.expireSessions });
      id = await connected(app, creditor, erp);
      const run = await runOver(app, creditor, id);
      expect(run).toMatchObject({ state: 'completed', full: true, documents: COUNT, errorCode: null });
      expect(run['faults']).toBe(3);
      // What Retry-After asked for was kept.
      expect(server.asked[busy]! - server.asked[busy - 1]!).toBeGreaterThanOrEqual(2_000);

      const rows = await rowsOf(app, creditor, id);
      const tally: Record<string, number> = {};
      for (const { outcome, reasons } of rows.values()) {
        const came = outcome === 'skipped' ? reasons[0].code : outcome;
        tally[came] = (tally[came] ?? 0) + 1;
      }
      expect(tally).toEqual(
        Object.fromEntries(Object.entries(expected).map(([fate, n]) => [COMES_TO[fate as Fate], n])),
      );
      expect(run['counts']).toEqual({ admitted: expected.case, skipped: COUNT - expected.case });
      const [{ cases }] = (await asOwner(
        database,
        `SELECT count(*)::int AS cases FROM cases WHERE state = 'listed'`,
      )) as [{ cases: number }];
      expect(cases).toBe(expected.case);
      const amounts = await asOwner(database, 'SELECT outstanding_fen::text AS fen FROM cases ORDER BY 1');
      const owed = erp.books.all().filter(({ id: n }) => (n - 1) % 20 < 13);
      expect(amounts.map(({ fen }) => fen).sort()).toEqual(owed.map(({ id: n }) => String(100_000 + n)).sort());
    });

    it('changes nothing when everything is read again', async () => {
      const before = await traces();
      const runId = await syncNow(app, creditor, id, true);
      const run = await runOver(app, creditor, id, runId);
      expect(run).toMatchObject({ state: 'completed', full: true, documents: COUNT });
      expect(run['counts']).toEqual({ unchanged: expected.case, skipped: COUNT - expected.case });
      expect(await traces()).toEqual(before);
    });

    it('reads everything from a server that gives less at once than it is asked for', async () => {
      erp.server.most = 100;
      const before = await traces();
      const run = await runOver(app, creditor, id, await syncNow(app, creditor, id, true));
      erp.server.most = Number.POSITIVE_INFINITY;
      expect(run).toMatchObject({ state: 'completed', documents: COUNT });
      expect(run['counts']).toEqual({ unchanged: expected.case, skipped: COUNT - expected.case });
      expect(await traces()).toEqual(before);
    });

    it('then asks for what changed only', async () => {
      const asked = erp.server.questions;
      const run = await runOver(app, creditor, id, await syncNow(app, creditor, id));
      expect(run['full']).toBe(false);
      expect(run['documents']).toBeLessThan(COUNT);
      expect(erp.server.questions - asked).toBeLessThanOrEqual(6);
    });

    it('makes a repayment of a payment on a case somebody holds, of the whole rest when it is settled', async () => {
      const [first, second] = [1, 2].map((n) => erp.books.invoices.get(n)!);
      for (const invoice of [first!, second!]) await aGrab(app, agency, (await caseOf(invoice.number))['caseId']);
      erp.books.change(1, { open: (first!.total * 100 - 40_000) / 100 });
      erp.books.change(2, { open: 0 });
      const run = await runOver(app, creditor, id, await syncNow(app, creditor, id));
      expect(run['counts']).toMatchObject({ repayment_reported: 2 });
      for (const [invoice, fen] of [
        [first!, '40000'],
        [second!, '100002'],
      ] as const) {
        const { caseId, outcome } = await caseOf(invoice.number);
        expect(outcome).toBe('repayment_reported');
        const args = { filter: ['RepaymentFilterInput', { caseId }], first: ['Int!', 10] } as const;
        const { nodes } = await ask(app, 'repayments', args, 'nodes { amountFen state }', agency.owner.token);
        expect(nodes).toEqual([{ amountFen: fen, state: 'reported' }]);
      }
      const before = await traces();
      await runOver(app, creditor, id, await syncNow(app, creditor, id, true));
      expect(await traces()).toEqual(before);
    });

    it('withdraws what was cancelled or paid before anybody took it, and lists what was corrected', async () => {
      erp.books.change(3, { state: 'cancelled' });
      erp.books.change(4, { open: 0 });
      erp.books.change(5, { total: 2_000, open: 1_500.5 });
      await runOver(app, creditor, id, await syncNow(app, creditor, id));
      const fates = await Promise.all([3, 4, 5].map((n) => caseOf(erp.books.invoices.get(n)!.number)));
      expect(fates.map(({ outcome }) => outcome)).toEqual(['withdrawn', 'settled', 'updated']);
      const seen = await ask(app, 'case', { id: ['ID!', fates[2]!['caseId']] }, 'state outstandingFen', token());
      expect(seen).toEqual({ state: 'listed', outstandingFen: '150050' });
    });

    it('loses nothing when documents change, come and go while pages are read', async () => {
      const drafts = erp.books.all().filter(({ state }) => state === 'draft');
      const late = erp.books.all().findLast(({ id: n, open }) => (n - 1) % 20 < 13 && n <= COUNT && open > 0)!;
      erp.server.troubleAt(SECOND_PAGE[kind], {
        kind: 'act',
        act: () => {
          for (const draft of drafts.slice(0, 30)) erp.books.remove(draft.id);
          erp.books.change(7, { open: 0 });
          erp.books.change(late.id, { total: 5_000, open: 5_000 });
          erp.books.add('case', Date.now());
        },
      });
      const other = await connected(app, creditor, erp, 'N:');
      expect((await runOver(app, creditor, other))['state']).toBe('completed');
      await runOver(app, creditor, other, await syncNow(app, creditor, other));
      const rows = await rowsOf(app, creditor, other);
      const there = erp.books.all().filter(({ state }) => state !== 'draft');
      expect(there.filter(({ number }) => !rows.has(number))).toEqual([]);
      // What changed behind the place reading had come to is the next run's.
      expect(rows.get(erp.books.invoices.get(7)!.number)!['outcome']).toBe('settled');
      const changed = { id: ['ID!', rows.get(late.number)!['caseId']] } as const;
      expect(await ask(app, 'case', changed, 'outstandingFen', token())).toEqual({ outstandingFen: '500000' });
    });

    it('goes on where it was when its worker is gone, and reads a page again that was not applied', async () => {
      const added = [1, 2, 3].map(() => erp.books.add('case', Date.now()));
      jest
        .spyOn(app.serving.app.get(ReceivableSync), 'apply')
        .mockRejectedValueOnce(new Error('the database went away'));
      const interrupted = await runOver(app, creditor, id, await syncNow(app, creditor, id));
      expect(interrupted).toMatchObject({ state: 'completed', faults: 1, errorCode: null });
      for (const { number } of added) expect((await caseOf(number))['outcome']).toBe('admitted');

      const connection = parsePublicId('erpConnection', id);
      erp.server.troubleAt(SECOND_PAGE[kind], {
        kind: 'act',
        act: async () => {
          const died = `lease_id = gen_random_uuid(), lease_until = now() - interval '1 second'`;
          await asOwner(database, `UPDATE erp_connections SET ${died} WHERE id = $1`, [connection]);
        },
      });
      const runId = await syncNow(app, creditor, id, true);
      while ((await newestRun(app, creditor, id))['state'] === 'running') {
        await sleep(300);
        await app.serving.app.get(Sweeps).run('erp.sync');
      }
      // Read from the start again, the first page would have counted twice.
      const run = await newestRun(app, creditor, id);
      expect(run).toMatchObject({ id: runId, state: 'completed', documents: erp.books.invoices.size });
    });

    it('looks again at what has become due, and at open documents whose payment left no stamp', async () => {
      const waiting = erp.books
        .all()
        .find(({ dueOn, state }) => state === 'posted' && dueOn > new Date().toISOString())!;
      const quiet = erp.books.invoices.get(8)!;
      Object.assign(waiting, { dueOn: '2026-01-05' });
      Object.assign(quiet, { open: 0 });
      const connection = parsePublicId('erpConnection', id);
      // A day goes by: what was to be looked at later is to be looked at now.
      await asOwner(
        database,
        `UPDATE erp_sync_rows SET recheck_on = '2026-01-06' WHERE connection_id = $1 AND number = ANY($2::text[])`,
        [connection, [waiting.number, quiet.number]],
      );
      await runOver(app, creditor, id, await syncNow(app, creditor, id));
      expect((await caseOf(waiting.number))['outcome']).toBe('admitted');
      expect((await caseOf(quiet.number))['outcome']).toBe('settled');
    });

    it('shows its owner a plain no, and asks again when the next run is due', async () => {
      erp.server.troubleAt(1, { kind: 'error', status: 404 });
      const refused = await runOver(app, creditor, id, await syncNow(app, creditor, id));
      expect(refused).toMatchObject({ state: 'failed', errorCode: 'ERP_NOT_FOUND' });
      const failing = await connectionOf(app, creditor, id);
      expect(failing).toMatchObject({ state: 'failing', nextSyncAt: expect.stringMatching(/Z$/) });
      expect(await runOver(app, creditor, id, await syncNow(app, creditor, id))).toMatchObject({ state: 'completed' });
      expect(await connectionOf(app, creditor, id)).toMatchObject({ state: 'active', errorCode: null });
    });

    it('shows its owner that the credentials are refused, asks no more, and loses nothing by it', async () => {
      const added = erp.books.add('case', Date.now());
      erp.revoke();
      const failed = await runOver(app, creditor, id, await syncNow(app, creditor, id));
      expect(failed).toMatchObject({ state: 'failed', errorCode: 'ERP_CREDENTIALS_REFUSED' });
      expect(await connectionOf(app, creditor, id)).toMatchObject({
        ...{ state: 'failing', errorCode: 'ERP_CREDENTIALS_REFUSED', nextSyncAt: null },
        errorZh: expect.stringContaining('凭据'),
      });
      const tested = await done(
        app,
        'testErpConnection',
        { id: ['ID!', id] },
        '... on ErpConnectionTest { ok errorCode }',
        {
          token: token(),
        },
      );
      expect(tested).toMatchObject({ ok: false, errorCode: 'ERP_CREDENTIALS_REFUSED' });
      const change = {
        id: ['ID!', id],
        input: ['UpdateErpConnectionInput!', { credentials: erp.newCredentials }],
      } as const;
      const updated = await done(app, 'updateErpConnection', change, '... on ErpConnection { state errorCode }', {
        token: token(),
      });
      expect(updated).toMatchObject({ state: 'active', errorCode: null });
      while ((await newestRun(app, creditor, id))['id'] === failed['id']) await sleep(50);
      expect(await runOver(app, creditor, id)).toMatchObject({ state: 'completed', trigger: 'schedule' });
      expect((await caseOf(added.number))['outcome']).toBe('admitted');
    });

    it('stops when it is paused and forgets its credentials when it is deleted', async () => {
      const on = { id: ['ID!', id] } as const;
      const state = '... on ErpConnection { state nextSyncAt }';
      expect(await done(app, 'pauseErpConnection', on, state, { token: token() })).toMatchObject({
        state: 'paused',
        nextSyncAt: null,
      });
      const sync = { ...on, full: ['Boolean!', false] } as const;
      expect(await act(app, 'syncErpConnection', sync, '', { token: token() })).toMatchObject({ code: 'WRONG_STATE' });
      expect(await done(app, 'resumeErpConnection', on, state, { token: token() })).toMatchObject({ state: 'active' });
      await done(app, 'deleteErpConnection', on, state, { token: token() });
      const kept = await asOwner(database, 'SELECT credentials_sealed FROM erp_connections WHERE id = $1', [
        parsePublicId('erpConnection', id),
      ]);
      expect(kept).toEqual([{ credentials_sealed: null }]);
    });
  });
