import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { BatchChunks } from '../../src/exchange/batches/batch-chunks.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { Overtaken } from '../../src/platform/loops/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aGrab, anAgency, type Organisation } from '../support/builders.js';
import { act, ask } from '../support/client.js';
import { asOwner } from '../support/database.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const BATCH =
  'id state mode dryRun percent totalRows processedRows admittedRows rejectedRows duplicateRows updatedRows carriedOutBy';

describe('importing a file', () => {
  let app: TestApp;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp();
    creditor = await aCreditor(app);
  });
  afterAll(() => app.close());

  const as = (whose: Organisation) => ({ authorization: `Bearer ${whose.owner.token}` });
  function send(bytes: Buffer, query: Record<string, string> = {}, whose = creditor, filename = 'rows') {
    return app
      .rest()
      .post('/v1/case-batches')
      .query(query)
      .set({ ...as(whose), 'idempotency-key': randomUUID() })
      .attach('file', bytes, { filename, contentType: 'application/octet-stream' });
  }
  async function imported(bytes: Buffer, query: Record<string, string> = {}, whose = creditor) {
    const answer = await send(bytes, query, whose);
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 202 });
    return finished(answer.body.id, whose);
  }
  async function finished(id: string, whose = creditor) {
    for (;;) {
      const { body } = await app.rest().get(`/v1/case-batches/${id}`).set(as(whose)).expect(200);
      if (body.finishedAt) return body;
      await sleep(30);
    }
  }
  /** The worker stands still before its second chunk until it is told to go on; that tells what came of the chunk. */
  function standsStillAfterOneChunk(): () => Promise<unknown> {
    const chunks = app.serving.app.get(BatchChunks);
    const decide = chunks.decide.bind(chunks);
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    let told: (outcome: unknown) => void = () => undefined;
    const outcome = new Promise<unknown>((resolve) => (told = resolve));
    let count = 0;
    const spy = jest.spyOn(chunks, 'decide').mockImplementation(async (...given) => {
      count += 1;
      if (count === 1) return decide(...given);
      await asleep;
      const decided = decide(...given);
      decided.then(told, told);
      return decided;
    });
    return () => {
      wake();
      return outcome.finally(() => spy.mockRestore());
    };
  }
  const download = (path: string, query: Record<string, string>, whose = creditor) =>
    app.rest().get(path).query(query).set(as(whose)).buffer(true).parse(bytesOf);
  const rowsOf = async (id: string) => {
    const answer = await app.rest().get(`/v1/case-batches/${id}/rows`).query({ limit: 100 }).set(as(creditor));
    return answer.body.data as {
      rowNumber: number;
      outcome: string;
      caseId: string | null;
      reasons: { code: string; field: string }[];
    }[];
  };
  const casesOf = async (whose: Organisation) => {
    const sql = `SELECT (SELECT count(*)::int FROM cases WHERE creditor_id = $1) AS cases,
      (SELECT count(*)::int FROM hall_listings WHERE creditor_id = $1) AS listed`;
    return (await asOwner(app.database, sql, [parsePublicId('organisation', whose.id)]))[0];
  };

  it('reads a workbook with its dates, exact amounts and shared texts, and refuses formulas', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('应收');
    sheet.addRow(['应收账款明细表']);
    sheet.addRow(['外部单号', '债务人名称', '本金(元)', '到期日', '开票日', '证据文件', '债务成因', '备注']);
    const sound = [
      '海港有限公司',
      4.56 * 1000,
      new Date(`${daysAgo(90)}T00:00:00Z`),
      daysAgo(120),
      '合同 发票 送货单',
      '货款',
    ];
    const refs = Array.from({ length: 4 }, () => `X-${randomUUID()}`);
    for (const ref of refs) sheet.addRow([ref, ...sound, '']);
    sheet.getCell('C4').value = { formula: 'C3*2', result: 9120 };
    sheet.getCell('H5').value = { formula: 'NOW()', result: 1 } as never;
    sheet.getCell('C6').value = { error: '#N/A' } as never;
    const batch = await imported(Buffer.from(await book.xlsx.writeBuffer()));
    expect(batch).toMatchObject({ format: 'xlsx', state: 'completed', totalRows: 4, percent: 100, admittedRows: 1 });
    const rows = await rowsOf(batch.id);
    expect(
      rows.map(({ rowNumber, outcome, reasons }) => [
        rowNumber,
        outcome,
        ...reasons.map((r) => `${r.code} ${r.field}`),
      ]),
    ).toEqual([
      [3, 'admitted'],
      [4, 'rejected', 'FORMULA_CELL 本金(元)'],
      [5, 'rejected', 'FORMULA_CELL 备注'],
      [6, 'rejected', 'CELL_IS_AN_ERROR 本金(元)'],
    ]);
    const one = await ask(
      app,
      'case',
      { id: ['ID!', rows[0]!.caseId] },
      'outstandingFen dueOn invoicedOn',
      creditor.owner.token,
    );
    expect(one).toEqual({ outstandingFen: '456000', dueOn: daysAgo(90), invoicedOn: daysAgo(120) });
  });

  it.each(['utf-8', 'gb18030'])('reads NDJSON in %s; a line that is no JSON costs itself', async (encoding) => {
    const debts = [sampleDebt(), sampleDebt()];
    const long = JSON.stringify({ externalRef: 'long', note: 'x'.repeat(100_001) });
    const deep = `{"note":${'['.repeat(50)}${']'.repeat(50)}}`;
    const lines = [JSON.stringify(debts[0]), '{"externalRef": ', '', '[1]', long, deep, JSON.stringify(debts[1])];
    const batch = await imported(iconv.encode(lines.join('\r\n'), encoding));
    expect(batch).toMatchObject({ format: 'ndjson', encoding, totalRows: 6, admittedRows: 2, rejectedRows: 4 });
    expect((await rowsOf(batch.id)).map((row) => [row.rowNumber, row.reasons[0]?.code ?? row.outcome])).toEqual([
      [1, 'admitted'],
      [2, 'LINE_NOT_JSON'],
      [4, 'ROW_NOT_AN_OBJECT'],
      [5, 'ROW_TOO_LONG'],
      [6, 'ROW_NESTED_TOO_DEEPLY'],
      [7, 'admitted'],
    ]);
  });

  it('judges a dry run without doing anything, and carries it out once', async () => {
    const mine = await aCreditor(app);
    const [debt, other] = [sampleDebt(), sampleDebt()];
    const lines = [
      debt,
      other,
      debt,
      sampleDebt({ debtorName: '' }),
      sampleDebt({ dueOn: daysAgo(-5), invoicedOn: null }),
    ];
    const file = Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
    const rehearsal = await imported(file, { dryRun: 'true' }, mine);
    const counts = { totalRows: 5, processedRows: 5, admittedRows: 2, duplicateRows: 1, rejectedRows: 2 };
    expect(rehearsal).toMatchObject({ dryRun: true, state: 'completed', carriedOutBy: null, ...counts });
    expect(await casesOf(mine)).toEqual({ cases: 0, listed: 0 });
    const commit = () =>
      app
        .rest()
        .post(`/v1/case-batches/${rehearsal.id}/commit`)
        .set({ ...as(mine), 'idempotency-key': randomUUID() });
    const answers = await Promise.all(Array.from({ length: 6 }, commit));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    const real = await finished(answers[0]!.body.id, mine);
    expect(real).toMatchObject({ dryRun: false, dryRunOf: rehearsal.id, ...counts });
    expect(await casesOf(mine)).toEqual({ cases: 2, listed: 2 });
    const again = await app.rest().post(`/v1/case-batches/${real.id}/commit`).set(as(mine));
    expect(again.body).toMatchObject({ status: 409, code: 'BATCH_IS_NO_DRY_RUN' });
    const seen = await ask(app, 'caseBatch', { id: ['ID!', rehearsal.id] }, BATCH, mine.owner.token);
    expect(seen).toMatchObject({ percent: 100, carriedOutBy: real.id, mode: 'create' });
  });

  it('has cases follow the books in a batch that upserts, and rehearses that too', async () => {
    const agency = await anAgency(app);
    const [changed, held, gone, same] = [sampleDebt(), sampleDebt(), sampleDebt(), sampleDebt()];
    const lines = (rows: object[]) => Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));
    const first = await imported(lines([changed, held, gone, same]), { mode: 'upsert' });
    expect(first).toMatchObject({ mode: 'upsert', admittedRows: 4 });
    const caseIds = (await rowsOf(first.id)).map((row) => row.caseId!);
    await aGrab(app, agency, caseIds[1]!);
    const books = [
      { ...changed, principalFen: '1300000' },
      { ...held, outstandingFen: '200000', paidFen: '1000000' },
      { ...gone, outstandingFen: '0', paidFen: '1200000' },
      same,
      sampleDebt(),
    ];
    const expected = ['updated', 'repayment_reported', 'settled', 'unchanged', 'admitted'];
    const rehearsal = await imported(lines(books), { mode: 'upsert', dryRun: 'true' });
    expect((await rowsOf(rehearsal.id)).map((row) => row.outcome)).toEqual(expected);
    const caseAt = (n: number) =>
      ask(app, 'case', { id: ['ID!', caseIds[n]] }, 'state outstandingFen recoveredFen', creditor.owner.token);
    expect(await caseAt(1)).toMatchObject({ state: 'in_collection', recoveredFen: '0' });
    expect(await caseAt(2)).toMatchObject({ state: 'listed' });
    const done = await imported(lines(books), { mode: 'upsert' });
    expect((await rowsOf(done.id)).map((row) => row.outcome)).toEqual(expected);
    expect(await caseAt(0)).toMatchObject({ outstandingFen: '1300000' });
    expect(await caseAt(1)).toMatchObject({ state: 'in_collection', recoveredFen: '0' });
    expect(await caseAt(2)).toMatchObject({ state: 'withdrawn' });
  });

  it.each(['csv', 'xlsx'] as const)(
    'gives every row back with its outcome as %s, formulas harmless',
    async (format) => {
      const ref = `R-${randomUUID()}`;
      const header = '外部单号,债务人名称,本金(元),到期日,证据文件,备注,内部列';
      const rows = [
        `${ref},甲有限公司,5000,${daysAgo(60)},合同 发票 送货单 对账单,,一`,
        `${ref},甲有限公司,5000,${daysAgo(60)},合同 发票 送货单 对账单,,二`,
        `R2-${ref},甲有限公司,五千,${daysAgo(60)},合同,=HYPERLINK("x"),三`,
      ];
      const batch = await imported(Buffer.from(`${header}\n${rows.join('\n')}\n`));
      const answer = await download(`/v1/case-batches/${batch.id}/result`, { format, lang: 'zh-CN' });
      expect(answer.headers['content-disposition']).toContain(`case-batch-result.${format}`);
      const table = format === 'csv' ? (parse(answer.body, { bom: true }) as string[][]) : await sheetOf(answer.body);
      expect(table[0]).toEqual([
        ...header.split(','),
        '结果：行号',
        '结果',
        '结果：案号',
        '结果：案件标识',
        '结果：代码',
        '结果：说明',
      ]);
      expect(table.slice(1).map((row) => [row[6], row[7], row[8], row[11]])).toEqual([
        ['一', '2', '已受理', ''],
        ['二', '3', '重复', ''],
        ['三', '4', '未受理', 'AMOUNT_UNREADABLE'],
      ]);
      expect(table[1]![9]).toMatch(/^DC-\d{4}-\d{6}/);
      expect(table[2]![10]).toBe(table[1]![10]);
      expect(table[3]![5]).toBe(`'=HYPERLINK("x")`);
      expect(table[3]![12]).toContain('本金');
      const stranger = await download(`/v1/case-batches/${batch.id}/result`, { format }, await aCreditor(app));
      expect(stranger.status).toBe(404);
      const corrected = await imported(answer.body as Buffer);
      expect(corrected).toMatchObject({ duplicateRows: 2, rejectedRows: 1 });
    },
  );

  it.each([
    ['csv', 'zh-CN'],
    ['csv', 'en'],
    ['xlsx', 'zh-CN'],
    ['xlsx', 'en'],
  ])('takes its own template as %s in %s without an error, filled in', async (format, lang) => {
    const mine = await aCreditor(app);
    const answer = await download(`/v1/case-batches/templates/${format}`, { lang });
    expect(answer.status).toBe(200);
    const empty = await imported(answer.body, {}, mine);
    expect(empty).toMatchObject({ state: 'completed', unknownColumns: [], unchangedRows: 1, rejectedRows: 0 });
    const filled = await filledIn(answer.body, format, [`T-${randomUUID()}`, `T-${randomUUID()}`]);
    const batch = await imported(filled, {}, mine);
    expect(batch).toMatchObject({
      state: 'completed',
      admittedRows: 2,
      unchangedRows: 1,
      rejectedRows: 0,
      inReviewRows: 0,
    });
  });

  it('is cancelled while it is at work, by GraphQL too', async () => {
    const mine = await aCreditor(app);
    const lines = Array.from({ length: 4_000 }, () => JSON.stringify(sampleDebt()));
    const goOn = standsStillAfterOneChunk();
    const { body } = await send(Buffer.from(lines.join('\n')), {}, mine);
    for (;;) {
      const { processedRows } = (await app.rest().get(`/v1/case-batches/${body.id}`).set(as(mine))).body;
      if (processedRows > 0) break;
      await sleep(10);
    }
    const cancelled = await act(app, 'cancelCaseBatch', { id: ['ID!', body.id] }, `... on CaseBatch { ${BATCH} }`, {
      token: mine.owner.token,
    });
    expect(cancelled).toMatchObject({ state: 'cancelled' });
    // The next chunk is decided only now, and decides nothing more.
    const decided = await goOn();
    expect(decided).toBeInstanceOf(Overtaken);
    const { processedRows } = await finished(body.id, mine);
    expect(processedRows).toBeLessThan(4_000);
    expect(await casesOf(mine)).toEqual({ cases: processedRows, listed: processedRows });
    const refused = await act(app, 'commitCaseBatch', { id: ['ID!', body.id] }, '', { token: mine.owner.token });
    expect(refused['code']).toBe('BATCH_IS_NO_DRY_RUN');
    const result = await download(`/v1/case-batches/${body.id}/result`, { lang: 'en' }, mine);
    const outcomes = (parse(result.body, { bom: true, columns: true }) as Record<string, string>[]).map(
      (row) => row['result'],
    );
    expect(outcomes.filter((one) => one === 'not decided')).toHaveLength(4_000 - processedRows);
  });
});

function bytesOf(answer: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const response = answer as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}

async function sheetOf(bytes: Buffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const rows: string[][] = [];
  const sheet = book.worksheets[0]!;
  sheet.eachRow((row) => {
    rows.push(Array.from({ length: sheet.columnCount }, (_, n) => String(row.getCell(n + 1).value ?? '')));
  });
  return rows;
}

/** The template with rows like its sample below it, as a person would copy them. */
async function filledIn(bytes: Buffer, format: string, refs: string[]): Promise<Buffer> {
  if (format === 'csv') {
    const [header, sample] = bytes.toString('utf8').trimEnd().split('\r\n');
    const rows = refs.map((ref) => sample!.replace('SAMPLE-0001', ref));
    return Buffer.from([header, sample, ...rows].join('\r\n'));
  }
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const sheet = book.worksheets[0]!;
  const sample = (sheet.getRow(2).values as unknown[]).slice(2);
  for (const ref of refs) sheet.addRow([ref, ...sample]);
  return Buffer.from(await book.xlsx.writeBuffer());
}
