import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleCreditCode } from '@recourse/identifiers';
import ExcelJS from 'exceljs';
import { BatchChunks } from '../../src/exchange/batches/batch-chunks.js';
import { addDays } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, type Organisation } from '../support/builders.js';
import { act, ask } from '../support/client.js';
import { daysAgo, fresh } from '../support/samples.js';

interface Row {
  readonly rowNumber: number;
  readonly externalRef: string | null;
  readonly outcome: string;
  readonly caseId: string | null;
  readonly reasons: readonly { code: string; field: string; en: string; zh: string }[];
}

const LINES = 'kind documentNumber periodFrom periodTo dueOn openFen limitation { periodEndsOn }';
const CASE = `externalRef category outstandingFen dueOn lines { ${LINES} }`;

describe('a debt in several rows', () => {
  let app: TestApp;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp();
  });
  beforeEach(async () => {
    creditor = await aCreditor(app);
  });
  afterAll(() => app.close());

  const as = () => ({ authorization: `Bearer ${creditor.owner.token}` });
  async function imported(bytes: Buffer | string, query: Record<string, string> = {}) {
    const sent = await app
      .rest()
      .post('/v1/case-batches')
      .query(query)
      .set({ ...as(), 'idempotency-key': randomUUID() })
      .attach('file', Buffer.from(bytes as string), { filename: 'rows', contentType: 'application/octet-stream' });
    expect({ status: sent.status, text: sent.text }).toMatchObject({ status: 202 });
    return finished(sent.body.id);
  }
  async function finished(id: string) {
    for (;;) {
      const { body } = await app.rest().get(`/v1/case-batches/${id}`).set(as()).expect(200);
      if (body.finishedAt) return body;
      await sleep(30);
    }
  }
  async function rowsOf(id: string): Promise<Row[]> {
    const rows: Row[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await app.rest().get(`/v1/case-batches/${id}/rows`).query({ limit: 100, cursor }).set(as());
      rows.push(...body.data);
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    return rows;
  }
  const caseOf = (id: string | null) =>
    ask(app, 'case', { id: ['ID!', id] }, CASE, creditor.owner.token) as Promise<{
      externalRef: string;
      outstandingFen: string;
      dueOn: string;
      lines: Record<string, string | null>[];
    }>;

  const YEARS = [2019, 2020, 2021, 2022];
  const HEADERS = [
    '外部单号',
    '债务人名称',
    '债务人类型',
    '债务类别',
    '费用期间',
    '本金(元)',
    '到期日',
    '债务成因',
    '证据文件',
  ];
  const feeRow = (ref: string, year: number) => [
    ...[
      ref,
      '滨江花园物业费有限公司',
      '企业',
      '物业费',
      `${year}年度`,
      `${year - 1000}.50`,
      `${year}-12-31`,
      '物业费',
      '合同;催款函',
    ],
  ];
  /** Law: every period of a property fee is a debt of its own; three years from its due day. */
  const FEES = YEARS.map((year) => ({
    kind: 'fee_period',
    documentNumber: null,
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-12-31`,
    dueOn: `${year}-12-31`,
    openFen: `${(year - 1000) * 100 + 50}`,
    limitation: { periodEndsOn: `${year + 3}-12-31` },
  }));

  const csv = (ref: string) =>
    [HEADERS, ...YEARS.map((year) => feeRow(ref, year))].map((cells) => cells.join('\t')).join('\n');
  async function xlsx(ref: string): Promise<Buffer> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('物业费');
    sheet.addRow(HEADERS);
    for (const year of YEARS) {
      const cells: unknown[] = feeRow(ref, year);
      cells[5] = year - 1000 + 0.5;
      cells[6] = new Date(`${year}-12-31T00:00:00Z`);
      sheet.addRow(cells);
    }
    return Buffer.from(await book.xlsx.writeBuffer());
  }
  const posted = (ref: string) => ({
    ...{ externalRef: ref, debtorName: '滨江花园物业费有限公司', debtorKind: 'enterprise' },
    ...{ category: 'property_management_fee', legalOrigin: 'property', evidence: ['contract', 'demand_letter'] },
  });
  const lineOf = (year: number) => ({
    ...{ kind: 'fee_period', periodFrom: `${year}-01-01`, periodTo: `${year}-12-31`, dueOn: `${year}-12-31` },
    principalFen: `${(year - 1000) * 100 + 50}`,
  });
  const ndjson = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');

  it('L5 property fee 2019–2022 is one case of four lines, by CSV, XLSX and NDJSON', async () => {
    const ways: [string, (ref: string) => Buffer | string | Promise<Buffer>, number][] = [
      ['csv', csv, 4],
      ['xlsx', xlsx, 4],
      ['ndjson', (ref) => ndjson(YEARS.map((year) => ({ ...posted(ref), lines: [lineOf(year)] }))), 4],
      ['ndjson', (ref) => ndjson([{ ...posted(ref), lines: YEARS.map(lineOf) }]), 1],
    ];
    for (const [format, file, count] of ways) {
      const ref = `PM-${randomUUID()}`;
      const batch = await imported(await file(ref));
      expect(batch).toMatchObject({
        format,
        state: 'completed',
        group: 'document',
        totalRows: count,
        processedRows: count,
      });
      const rows = await rowsOf(batch.id);
      expect(rows.map(({ externalRef }) => externalRef)).toEqual(Array(count).fill(ref));
      expect(new Set(rows.map(({ outcome, caseId }) => `${outcome} ${caseId}`)).size).toBe(1);
      expect(rows[0]!.caseId).not.toBeNull();
      const one = await caseOf(rows[0]!.caseId);
      expect(one).toMatchObject({ externalRef: ref, outstandingFen: '408400', dueOn: '2019-12-31' });
      expect(one.lines).toEqual(FEES);
    }
  });

  const header = [
    'external_ref',
    'debtor_name',
    'debtor_type',
    'debtor_id_number',
    'principal',
    'due_on',
    'legal_origin',
    'evidence',
  ];
  const line = (ref: string, n: number, part: number, principal = 100 + part) =>
    [
      ref,
      `海港贸易${n}有限公司`,
      'enterprise',
      sampleCreditCode(n),
      `${principal}.00`,
      addDays(daysAgo(200), part),
      'trade',
      'contract;invoice;delivery_note',
    ].join();
  const table = (lines: readonly string[]) => [header.join(), ...lines].join('\n');

  it('is found wherever its rows stand, in chunks that a stop of the worker does not break', async () => {
    const base = fresh() * 10;
    const [cases, parts] = [400, 3];
    const ref = (n: number) => `K-${creditor.id}-${n}`;
    const lines = Array.from({ length: cases * parts }, (_, at) =>
      line(ref(at % cases), base + (at % cases), Math.floor(at / cases)),
    );
    const file = table(lines);
    const rehearsal = await imported(file, { dryRun: 'true' });
    expect(rehearsal).toMatchObject({ state: 'completed', admittedRows: 1_200, processedRows: 1_200 });
    expect((await rowsOf(rehearsal.id)).every(({ caseId }) => caseId === null)).toBe(true);
    const stopped = stopsAfterOneChunk();
    const batch = await imported(file);
    expect(stopped()).toBeGreaterThan(1);
    expect(batch).toMatchObject({ state: 'completed', totalRows: 1_200, processedRows: 1_200, admittedRows: 1_200 });
    const rows = await rowsOf(batch.id);
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual(lines.map((_, n) => n + 2));
    const byRef = new Map<string, Set<string | null>>();
    for (const { externalRef, caseId } of rows)
      byRef.set(externalRef!, (byRef.get(externalRef!) ?? new Set()).add(caseId));
    expect(byRef.size).toBe(cases);
    expect([...byRef.values()].every((ids) => ids.size === 1)).toBe(true);
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(cases);
    const one = await caseOf(rows[7]!.caseId);
    expect(one.outstandingFen).toBe('30300');
    expect(one.lines.map(({ kind, documentNumber, openFen }) => [kind, documentNumber, openFen])).toEqual(
      ['10000', '10100', '10200'].map((fen) => ['instalment', ref(7), fen]),
    );
    expect(await imported(file)).toMatchObject({ duplicateRows: 1_200, admittedRows: 0 });
  });

  /** The first chunk is decided, and then the worker fails as one that was killed: another one goes on from what was committed. */
  function stopsAfterOneChunk(): () => number {
    const chunks = app.serving.app.get(BatchChunks);
    const decide = chunks.decide.bind(chunks);
    let count = 0;
    const spy = jest.spyOn(chunks, 'decide').mockImplementation(async (...given) => {
      count += 1;
      if (count === 2) throw new Error('the worker was killed');
      return decide(...given);
    });
    return () => {
      spy.mockRestore();
      return count;
    };
  }

  it('is refused as a whole when its rows contradict each other, and says by which', async () => {
    const n = fresh() * 10;
    const rows = [
      line('A', n, 0),
      line('B', n + 1, 0),
      line('A', n, 1),
      line('B', n + 2, 1),
      line('C', n + 3, 0),
      line('C', n + 3, 0, 999),
      line('C', n + 3, 1),
      line('D', n + 4, 0),
      line('D', n + 4, 0),
      line('E', n + 5, 0).replace('100.00', 'x'),
      line('E', n + 5, 1),
    ];
    const batch = await imported(table(rows));
    const read = await rowsOf(batch.id);
    expect(read.map(({ outcome, reasons }) => [outcome, ...reasons.map(({ code }) => code)])).toEqual([
      ['admitted'],
      ['rejected', 'REFERENCE_OF_SEVERAL_DEBTORS'],
      ['admitted'],
      ['rejected', 'REFERENCE_OF_SEVERAL_DEBTORS'],
      ['rejected', 'ROWS_CONTRADICT'],
      ['rejected', 'ROWS_CONTRADICT'],
      ['rejected', 'ROW_OF_CASE_REFUSED'],
      ['admitted'],
      ['duplicate'],
      ['rejected', 'AMOUNT_UNREADABLE'],
      ['rejected', 'ROW_OF_CASE_REFUSED'],
    ]);
    expect(read[5]!.reasons[0]!.en).toContain('6, 7');
    expect(read[10]!.reasons[0]!.zh).toContain('11');
    expect(read[8]!.caseId).toBe(read[7]!.caseId);
    expect(batch).toMatchObject({ admittedRows: 3, duplicateRows: 1, rejectedRows: 7, processedRows: 11 });
  });

  it('by debtor has a reference of its own, the same when the file comes again', async () => {
    const n = fresh() * 10;
    const rows = [line('R-9', n, 0), line('R-7', n + 1, 0), line('R-8', n, 1)];
    const batch = await imported(table(rows), { group: 'debtor' });
    expect(batch).toMatchObject({ group: 'debtor', admittedRows: 3 });
    const [first, other, third] = await rowsOf(batch.id);
    expect(third!.caseId).toBe(first!.caseId);
    expect(other!.caseId).not.toBe(first!.caseId);
    const one = await caseOf(first!.caseId);
    expect(one.externalRef).toMatch(/^DEBTOR-[0-9A-F]{20}$/);
    expect(one.lines.map(({ kind, documentNumber }) => [kind, documentNumber])).toEqual([
      ['invoice', 'R-9'],
      ['invoice', 'R-8'],
    ]);
    const again = await imported(table([rows[2]!, rows[1]!, rows[0]!]), { group: 'debtor' });
    expect(again).toMatchObject({ duplicateRows: 3 });
    expect((await rowsOf(again.id)).map(({ caseId }) => caseId)).toEqual([first!.caseId, other!.caseId, first!.caseId]);
  });

  it('follows the books in mode upsert', async () => {
    const n = fresh() * 10;
    const ref = `U-${n}`;
    const first = await imported(table([line(ref, n, 0), line(ref, n, 1)]), { mode: 'upsert' });
    const [{ caseId }] = (await rowsOf(first.id)) as [Row];
    expect(await imported(table([line(ref, n, 1), line(ref, n, 0)]), { mode: 'upsert' })).toMatchObject({
      unchangedRows: 2,
    });
    const changed = await imported(table([line(ref, n, 0, 150), line(ref, n, 1)]), { mode: 'upsert' });
    expect((await rowsOf(changed.id)).map(({ outcome }) => outcome)).toEqual(['updated', 'updated']);
    expect(await caseOf(caseId)).toMatchObject({
      outstandingFen: '25100',
      lines: [{ openFen: '15000' }, { openFen: '10100' }],
    });
  });

  it('says which rows were hidden and which sheets were not read', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('说明').addRow(['填报人', '李梅']);
    const sheet = book.addWorksheet('明细');
    sheet.addRow(header);
    const n = fresh() * 10;
    for (const part of [0, 1]) sheet.addRow(line(`H-${n}`, n, part).split(','));
    sheet.getRow(3).hidden = true;
    const batch = await imported(Buffer.from(await book.xlsx.writeBuffer()));
    expect(batch).toMatchObject({ unreadSheets: ['说明'], admittedRows: 2 });
    expect((await rowsOf(batch.id)).map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      [],
      ['ROW_HIDDEN'],
    ]);
    const seen = await ask(app, 'caseBatch', { id: ['ID!', batch.id] }, 'group unreadSheets', creditor.owner.token);
    expect(seen).toEqual({ group: 'document', unreadSheets: ['说明'] });
  });

  it('of JSON rows is grouped too', async () => {
    const n = fresh() * 10;
    const row = (part: number) => ({
      ...{ externalRef: `J-${n}`, debtorName: `海港贸易${n}有限公司`, debtorIdNumber: sampleCreditCode(n) },
      ...{ principalFen: '100000', dueOn: addDays(daysAgo(200), part), legalOrigin: 'trade' },
      evidence: ['contract', 'invoice', 'delivery_note'],
    });
    const sent = await app
      .rest()
      .post('/v1/case-batches')
      .set({ ...as(), 'idempotency-key': randomUUID() })
      .send({ rows: [row(0), { ...row(1), externalRef: `J-${n}\u200b` }, row(0)] });
    const batch = await finished(sent.body.id);
    expect(batch).toMatchObject({ admittedRows: 2, duplicateRows: 1 });
    expect((await caseOf((await rowsOf(batch.id))[2]!.caseId)).lines).toHaveLength(2);
  });

  it('is one debt however its reference was copied, by GraphQL and REST', async () => {
    const n = fresh() * 10;
    const post = (externalRef: string) =>
      app
        .rest()
        .post('/v1/cases')
        .set({ ...as(), 'idempotency-key': randomUUID() })
        .send({
          ...{
            externalRef,
            category: 'commercial_receivable',
            debtorKind: 'enterprise',
            debtorName: '海港\u200b贸易有限公司',
          },
          ...{ debtorIdNumber: `\u200b${sampleCreditCode(n)}`, principalFen: '100000', dueOn: daysAgo(100) },
        });
    const first = await post(`G-${n}`);
    expect(first.status).toBeLessThan(300);
    expect((await post(`G-${n}\u200b`)).body).toMatchObject({ code: 'CASE_EXISTS' });
    expect((await post(`G\u202e-${n}`)).body).toMatchObject({ code: 'INVALID_INPUT', path: 'externalRef' });
    const input = {
      ...{
        externalRef: `\ufeffG-${n}`,
        category: 'commercial_receivable',
        debtorKind: 'enterprise',
        dueOn: daysAgo(100),
      },
      ...{ debtorName: '海港贸易有限公司', principalFen: '100000' },
    };
    const { token } = creditor.owner;
    expect(await act(app, 'postCase', { input: ['PostCaseInput!', input] }, '', { token })).toMatchObject({
      code: 'CASE_EXISTS',
    });
    const found = await app
      .rest()
      .get('/v1/cases')
      .query({ externalRef: `\u2060G-${n}` })
      .set(as());
    expect(found.body.data).toHaveLength(1);
  });
});
