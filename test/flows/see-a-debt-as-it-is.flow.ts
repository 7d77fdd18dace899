import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { breachesIn } from '../../src/commands/laws.js';
import { Clock } from '../../src/kernel/index.js';
import type { Books } from '../fakes/books.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, anAgency, aPlatform, type Organisation, type Platform } from '../support/builders.js';
import { type Answer, ask, done } from '../support/client.js';
import { namedDatabase, type TestDatabase } from '../support/database.js';
import { CASE, CLAIM, pictureOf, plain, QUOTE } from '../support/debt-picture.js';
import { STORIES, STORY_DAY, type Story } from '../support/debt-stories.js';
import { anErp, connected, type Erp, EVIDENCE, rowsOf, runOver } from '../support/erp.js';
import { stream } from '../support/live.js';
import { anInvoice } from '../support/ubl.js';
import { commandLine, type SentDebt, WAYS_IN } from '../support/ways-in.js';

const TOLD = Object.entries<Story>(STORIES);

describe('a debt is seen as it is', () => {
  let app: TestApp;
  let database: TestDatabase;
  let creditor: Organisation;
  let agency: Organisation;
  let platform: Platform;
  let home: string;
  const erps: Erp[] = [];

  beforeAll(async () => {
    database = await namedDatabase(`recourse_stories_${process.pid}`, { fresh: true });
    app = await testApp({ OUTBOUND_ALLOW_PRIVATE: 'true' }, database);
    [creditor, agency, platform] = await Promise.all([
      aCreditor(app),
      anAgency(app, { grade: 'expert' }),
      aPlatform(app),
    ]);
    home = mkdtempSync(join(tmpdir(), 'recourse-seen-'));
    // Whoever is verified before stays so; from here on it is this day.
    jest.spyOn(Clock.prototype, 'today').mockReturnValue(STORY_DAY);
  });
  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await Promise.all(erps.map(({ server }) => server.stop()));
    await app.close();
    rmSync(home, { recursive: true });
  });

  const token = () => creditor.owner.token;
  const by = (whose: Organisation) => ({ authorization: `Bearer ${whose.owner.token}` });
  const under = (prefix: string, debt: SentDebt): SentDebt => ({
    ...debt,
    externalRef: `${prefix}:${debt.externalRef}`,
  });
  const caseOf = (id: string, as = token()) => ask(app, 'case', { id: ['ID!', id] }, CASE, as);
  const claimOf = (id: string, as = token()) => ask(app, 'caseClaim', { caseId: ['ID!', id] }, CLAIM, as);
  const seenBy = async (id: string, as = token()) => pictureOf(await caseOf(id, as), await claimOf(id, as));

  describe.each(TOLD)('%s', (_, story) => {
    it.each(Object.keys(WAYS_IN))('posted by %s', async (way) => {
      const id = await WAYS_IN[way]!(app, creditor, under(way, story.debt));
      expect(await seenBy(id)).toBe(plain(story.picture));
      const { state, reviewReasons } = await caseOf(id);
      expect(reviewReasons.map(({ code, field }: Answer) => `${code} ${field}`)).toEqual(story.review);
      expect(state).toBe(story.review.length === 0 ? 'listed' : 'submitted');
    });

    it('quoted before anything is posted, on both faces', async () => {
      const debt = under('quoted', story.debt);
      const byGraphql = await ask(app, 'quoteCase', { input: ['PostCaseInput!', debt] }, QUOTE, token());
      const { body: byRest } = await app.rest().post('/v1/cases/quote').set(by(creditor)).send(debt);
      for (const quote of [byGraphql, byRest]) {
        expect(pictureOf(quote, quote['claim'])).toBe(plain(story.picture));
        expect(quote['verdict']).toBe(story.review.length === 0 ? 'admit' : 'review');
      }
    });

    it('read by REST as it is by GraphQL', async () => {
      const id = await WAYS_IN['rest']!(app, creditor, under('read', story.debt));
      const read = async (path: string) => (await app.rest().get(path).set(by(creditor)).expect(200)).body;
      expect(pictureOf(await read(`/v1/cases/${id}`), await read(`/v1/cases/${id}/claim`))).toBe(plain(story.picture));
    });

    it('seen by others as far as the stage allows', async () => {
      const debt = under('stages', story.debt);
      const id = await WAYS_IN['graphql']!(app, creditor, debt);
      const reviewer = platform.reviewer.token;
      expect(await seenBy(id, reviewer)).toBe(plain(story.picture));
      if (story.review.length > 0) await admitted(id);

      const hall = (await app.rest().get('/v1/hall?limit=100').set(by(agency)).expect(200)).body.data as Answer[];
      const { amountFen, monthsOverdue, score, grade, ...rest } = hall.find((one) => one['id'] === id)!;
      expect([amountFen, monthsOverdue, score, grade]).toEqual(story.hall);
      expect(hiddenIn(debt, rest)).toEqual([]);

      const holder = agency.owner.token;
      const grab = await done(app, 'grabCase', { caseId: ['ID!', id] }, '... on Grab { id }', { token: holder });
      const before = await caseOf(id, holder);
      expect(pictureOf(before, null)).toBe(withoutDocuments(story));
      expect(hiddenIn(debt, before)).toEqual([]);
      await expect(claimOf(id, holder)).rejects.toThrow('NOT_FOUND');
      await done(app, 'acceptEntrustment', { grabId: ['ID!', grab['id']] }, '... on Grab { state }', { token: holder });
      expect(await seenBy(id, holder)).toBe(plain(story.picture));
      const end = { grabId: ['ID!', grab['id']], reason: ['String!', 'told'] } as const;
      await done(app, 'returnGrab', end, '... on Grab { state }', { token: holder });
    });

    it('told to those who follow, without what identifies it', async () => {
      const debt = under('told', story.debt);
      const hall = await stream(app.url, '/v1/hall/events/stream?types=case.listed', agency.owner.token);
      const id = await WAYS_IN['json']!(app, creditor, debt);
      if (story.review.length > 0) await admitted(id);
      await app.settled();
      const told = async (path: string, whose: Organisation) => {
        const { data } = (
          await app.rest().get(`${path}?types=case.posted,case.listed&limit=100`).set(by(whose)).expect(200)
        ).body;
        return (data as Answer[]).filter(({ caseId }) => caseId === id);
      };
      const own = await told('/v1/events', creditor);
      expect(own.map(({ type }) => type)).toEqual(['case.posted', 'case.listed']);
      const [amountFen, , , grade] = story.hall;
      expect(own[0]!['data']).toMatchObject({ outstandingFen: amountFen, number: expect.stringMatching(/^DC-/) });
      expect(own[1]!['data']).toMatchObject({ grade, category: debt.category });
      const [listed] = await hall.until(1);
      hall.stop();
      expect(listed).toMatchObject({ caseId: id, data: { amountFen, grade, category: debt.category } });
      expect(hiddenIn(debt, [own, listed])).toEqual([]);
    });

    it('taken to a spreadsheet, in both languages', async () => {
      const debt = under('table', story.debt);
      await WAYS_IN['rest']!(app, creditor, debt);
      const table = async (lang: string) => {
        const path = `/v1/exports/case-lines?lang=${lang}&externalRef=${encodeURIComponent(debt.externalRef)}`;
        const { text } = await app.rest().get(path).set(by(creditor)).buffer(true).expect(200);
        return (parse(text, { bom: true }) as string[][]).slice(1).map((row) => SHOWN.map((column) => row[column]!));
      };
      const [english, chinese] = [await table('en'), await table('zh-CN')];
      expect(english.map((row) => row.slice(0, -1))).toEqual(chinese.map((row) => row.slice(0, -1)));
      const rows = plain(story.picture).split('\n').slice(0, debt.lines.length);
      expect(english.map(lineOfTable)).toEqual(rows.map(lineOfPicture));
      const states = rows.map((row) => row.split(' | ')[12] ?? '');
      expect(english.map((row) => row.at(-1))).toEqual(states);
      expect(await amountsInWorkbook(debt)).toEqual(english.map((row) => [row[0], ...row.slice(3, 7).map(Number)]));
      const inChinese: Record<string, string> = { expired: '已届满', running: '计算中' };
      expect(chinese.map((row) => row.at(-1))).toEqual(states.map((state) => inChinese[state] ?? ''));
    });

    it('read at a terminal, in both languages', async () => {
      const debt = under('typed', story.debt);
      const id = await WAYS_IN['graphql']!(app, creditor, debt);
      for (const language of ['en', 'zh-CN']) {
        const lines = await commandLine(app, creditor, home, `lines ${id}`, language);
        const claim = await commandLine(app, creditor, home, `claim ${id}`, language);
        expect([lines.code, claim.code]).toEqual([0, 0]);
        const rows = plain(story.picture).split('\n');
        for (const row of rows.slice(0, debt.lines.length)) {
          const [number, , document, , due] = row.split(' | ');
          expect(lines.out).toMatch(new RegExp(`^${number} .*${document}.*${due}`, 'm'));
        }
        const total = / total ([\d,.]+)$/.exec(rows.at(-1)!)![1]!;
        expect(claim.out).toContain(total);
      }
    });
  });

  /** What an ERP tells by itself must be what a clerk would have typed. */
  describe('read from the system that keeps it', () => {
    const synced = async (kind: Erp['kind'], number: string, fill: (books: Books) => void) => {
      const erp = await anErp(kind, 'OURS');
      erps.push(erp);
      fill(erp.books);
      const id = await connected(app, creditor, erp);
      expect(await runOver(app, creditor, id)).toMatchObject({ state: 'completed', errorCode: null });
      return (await rowsOf(app, creditor, id)).get(number)!['caseId'] as string;
    };
    const customerOf = ({ debtorName: name, debtorIdNumber: taxNumber }: SentDebt) => ({ id: 7, name, taxNumber });

    it('a Kingdee bill in three instalments', async () => {
      const { debt, picture } = STORIES['a Kingdee bill in three instalments'];
      const plan = debt.lines.map(({ dueOn }, n) => ({ dueOn, amount: 30_000, open: n === 0 ? 20_000 : 30_000 }));
      const id = await synced('kingdee', debt.externalRef, (books) => {
        const bill = { number: debt.externalRef, customer: customerOf(debt), issuedOn: '2022-04-01', plan };
        Object.assign(books.add(), { ...bill, dueOn: '2024-04-30', total: 90_000, open: 80_000 });
      });
      expect(await seenBy(id)).toBe(plain(picture));
    });

    it('an Odoo invoice with a credit note', async () => {
      const { debt, picture } = STORIES['an Odoo invoice with a credit note'];
      const id = await synced('odoo', debt.externalRef, (books) => {
        const [invoice, note] = [books.add(), books.add('credit_note')];
        const customer = customerOf(debt);
        const own = { number: debt.externalRef, customer, issuedOn: '2024-08-31', dueOn: '2024-09-30' };
        // The credit note is set off, and 10,000 came in: 40,000 is left.
        Object.assign(invoice, { ...own, total: 56_500, open: 40_000 });
        const credit = { number: 'RINV/2024/0007', customer, issuedOn: '2024-10-15', dueOn: '2024-10-15' };
        Object.assign(note, { ...credit, total: 6_500, open: 0, reverses: invoice.id });
      });
      expect(await seenBy(id)).toBe(plain(picture));
    });

    it('a UBL invoice with rounding and a schedule', async () => {
      const { debt, picture } = STORIES['a UBL invoice with rounding and a schedule'];
      const input = { kind: 'ubl', name: 'Files', defaults: { evidence: EVIDENCE, commissionBps: 2_000 } };
      const made = { input: ['CreateErpConnectionInput!', input] } as const;
      const connection = await done(app, 'createErpConnection', made, '... on ErpConnection { id }', {
        token: token(),
      });
      const share = (day: string, percent: string) =>
        `<a:PaymentTerms><b:PaymentPercent>${percent}</b:PaymentPercent><b:PaymentDueDate>${day}</b:PaymentDueDate></a:PaymentTerms>`;
      const xml = anInvoice({
        ...{ number: debt.externalRef, taxNumber: debt.debtorIdNumber, issued: '2024-04-01', due: '2024-10-31' },
        ...{ total: '29999.98', rounding: '0.02', prepaid: '5000.00', payable: '25000.00' },
        inside: `<a:InvoicePeriod><b:StartDate>2024-01-01</b:StartDate><b:EndDate>2024-03-31</b:EndDate></a:InvoicePeriod>
          ${share('2024-04-30', '33.33')}${share('2024-07-31', '33.33')}${share('2024-10-31', '33.34')}`,
      });
      const path = `/v1/erp-connections/${connection['id']}/documents`;
      const sent = await app.rest().post(path).set(by(creditor)).attach('file', Buffer.from(xml), 'invoice.xml');
      expect(sent.body.counts).toEqual({ admitted: 1 });
      const { caseId } = (await rowsOf(app, creditor, connection['id'])).get(debt.externalRef)! as { caseId: string };
      expect(await seenBy(caseId)).toBe(plain(picture));
    });
  });

  /** Number of the document, and the amounts as numbers, of each row of the export as a workbook. */
  async function amountsInWorkbook({ externalRef }: SentDebt) {
    const path = `/v1/exports/case-lines?format=xlsx&lang=zh-CN&externalRef=${encodeURIComponent(externalRef)}`;
    const answer = await fetch(`${app.url}${path}`, { headers: by(creditor) });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const rows = (book.worksheets[0]!.getRows(2, book.worksheets[0]!.rowCount - 1) ?? []) as ExcelJS.Row[];
    return rows.map((row) => [7, 10, 11, 12, 13].map((column) => row.getCell(column + 1).value));
  }

  /** A reviewer sees the papers, and lists the case. */
  async function admitted(id: string): Promise<void> {
    const as = { token: platform.reviewer.token };
    await done(app, 'claimCaseReview', { caseId: ['ID!', id] }, '... on Case { state }', as);
    const admit = { caseId: ['ID!', id], reason: ['String!', 'papers seen'] } as const;
    await done(app, 'admitCase', admit, '... on Case { state }', as);
  }
});

/** What of the words that identify a debt stands in an answer. */
function hiddenIn({ externalRef, debtorName, debtorIdNumber, lines }: SentDebt, answer: unknown): string[] {
  const words = [externalRef, debtorName, debtorIdNumber, ...lines.map(({ documentNumber }) => documentNumber!)];
  return words.filter((word) => JSON.stringify(answer).includes(word));
}

/** Before the entrustment a holder sees the amounts, and neither numbers of documents nor the claim. */
function withoutDocuments({ picture, debt }: Story): string {
  const rows = plain(picture)
    .split('\n')
    .slice(0, debt.lines.length + 3);
  const masked = rows.map((row, n) =>
    n < debt.lines.length
      ? row
          .split(' | ')
          .map((cell, at) => (at === 2 ? '-' : cell))
          .join(' | ')
      : row,
  );
  return masked.join('\n');
}

/** Columns of the table of lines, from its document to its limitation; the last interruption stands in the picture of the clock. */
const SHOWN = [7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19];

/** Document, period, amounts, due day, months and limitation, as the table has them. */
function lineOfTable([document, from, to, principal, penalty, paid, open, due, , months, ends]: string[]): string {
  const period = from === '' ? '-' : `${from}..${to}`;
  return [document, period, due, principal, penalty, paid, open, months, ends || '-'].join(' | ');
}

function lineOfPicture(row: string): string {
  const [, , document, period, due, principal, penalty, paid, open, months, ends] = row.split(' | ');
  const plainAmounts = [principal, penalty, paid, open].map((text) => text!.replaceAll(',', ''));
  return [
    document,
    period,
    due,
    ...plainAmounts,
    months!.replace(' months', ''),
    ends === 'no clock' ? '-' : ends,
  ].join(' | ');
}
