import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, anOrganisation, type Organisation } from '../support/builders.js';
import { daysAgo } from '../support/samples.js';
import { sheetRowOf, workbookOf, zipOf } from '../support/zip.js';

const HEADER = ['外部单号', '债务人名称', '本金(元)', '到期日', '证据文件'];
const MB = 1024 * 1024;
const header = sheetRowOf(HEADER);
const debt = (n: number) =>
  sheetRowOf([`H-${n}-${randomUUID()}`, '海港有限公司', 5000, daysAgo(90), '合同 发票 送货单']);
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000), Buffer.from(stream, 'utf16le')]);

/** Each file with the answer it must get: HTTP status, code and what the details must say. */
const HOSTILE: readonly [name: string, file: () => Buffer, status: number, code: string, details?: object][] = [
  [
    'a bomb that unpacks 400 to 1',
    () => workbookOf(header + ' '.repeat(40 * MB)),
    413,
    'FILE_UNPACKS_TOO_LARGE',
    { limitRatio: 100 },
  ],
  [
    'a bomb in a part nobody reads',
    () => workbookOf(header + debt(1), [{ name: 'xl/media/a.bin', bytes: Buffer.alloc(60 * MB) }]),
    413,
    'FILE_UNPACKS_TOO_LARGE',
  ],
  [
    'an archive that says it unpacks to gigabytes',
    () => workbookOf(header, [{ name: 'x.bin', bytes: 'x', claims: 0xfffffff0 }]),
    413,
    'FILE_UNPACKS_TOO_LARGE',
  ],
  [
    'a sheet larger than it says',
    () =>
      workbookOf('', [
        {
          name: 'xl/worksheets/sheet1.xml',
          bytes: `<worksheet><sheetData>${header}${debt(1)}</sheetData></worksheet>`,
          claims: 100,
        },
      ]),
    422,
    'FILE_DAMAGED',
    { part: 'xl/worksheets/sheet1.xml' },
  ],
  [
    'a packed text that unpacks 400 to 1',
    () => gzipSync(`${HEADER.join(',')}\n${' '.repeat(40 * MB)}`),
    413,
    'FILE_UNPACKS_TOO_LARGE',
    { limitRatio: 100 },
  ],
  ['a packed text cut off', () => gzipSync(`${HEADER.join(',')}\n1,2,3`).subarray(0, 40), 422, 'FILE_DAMAGED'],
  [
    'a sheet of more than 10 MB',
    () => Buffer.from(`${HEADER.join(',')}\n${'1,2,3\n'.repeat(1_800_000)}`),
    413,
    'FILE_TOO_LARGE',
    { limitBytes: 10 * MB },
  ],
  ['an encrypted workbook', () => compound('EncryptedPackage'), 415, 'FILE_ENCRYPTED'],
  [
    'an archive with a password',
    () => workbookOf(header, [{ name: 'xl/styles.xml', bytes: 'x', encrypted: true }]),
    415,
    'FILE_ENCRYPTED',
  ],
  ['a workbook of before 2007', () => compound('Workbook'), 415, 'FILE_LEGACY_WORKBOOK', { kind: 'XLS' }],
  [
    'a binary workbook',
    () => zipOf([{ name: 'xl/workbook.bin', bytes: 'x' }]),
    415,
    'FILE_LEGACY_WORKBOOK',
    { kind: 'XLSB' },
  ],
  [
    'an archive of papers',
    () => zipOf([{ name: 'word/document.xml', bytes: '<document/>' }]),
    415,
    'FILE_NOT_A_WORKBOOK',
  ],
  ['a workbook cut off', () => workbookOf(header + debt(1)).subarray(0, 700), 422, 'FILE_DAMAGED', { part: 'ZIP' }],
  ['an absolute name', () => workbookOf(header, [{ name: '/etc/passwd', bytes: 'x' }]), 422, 'FILE_NAMES_UNSAFE'],
  ['a name that climbs out', () => workbookOf(header, [{ name: '../../x', bytes: 'x' }]), 422, 'FILE_NAMES_UNSAFE'],
  ['a name with backslashes', () => workbookOf(header, [{ name: '..\\x', bytes: 'x' }]), 422, 'FILE_NAMES_UNSAFE'],
  [
    'a document type with entities',
    () =>
      workbookOf('', [
        {
          name: 'xl/sharedStrings.xml',
          bytes: `<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>`,
        },
      ]),
    422,
    'FILE_MARKUP_FORBIDDEN',
    { part: 'xl/sharedStrings.xml' },
  ],
  [
    'an external entity',
    () =>
      workbookOf('', [
        { name: 'xl/worksheets/sheet1.xml', bytes: `<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>` },
      ]),
    422,
    'FILE_MARKUP_FORBIDDEN',
  ],
  ['markup that does not close', () => workbookOf(`${header}<row><c>`), 422, 'FILE_DAMAGED'],
  ['markup nested without end', () => workbookOf('<a>'.repeat(100_000) + Math.random()), 422, 'FILE_DAMAGED'],
  [
    'an element with thousands of attributes',
    () => workbookOf(`<row ${Array.from({ length: 9_000 }, (_, n) => `a${n}="${Math.random()}"`).join(' ')}/>`),
    422,
    'FILE_DAMAGED',
  ],
  [
    'a cell far to the right',
    () => workbookOf(`${header}<row><c r="XFD2"><v>1</v></c></row>`, [], '<dimension ref="A1:B2"/>'),
    422,
    'TOO_MANY_COLUMNS',
    { columns: 16_384, limit: 100 },
  ],
  [
    'a cell beyond every sheet',
    () => workbookOf(`${header}<row><c r="ZZZZZZZ2"><v>1</v></c></row>`),
    422,
    'TOO_MANY_COLUMNS',
  ],
  [
    'a header of a million columns as CSV',
    () => Buffer.from(`${'外部单号,'.repeat(300_000)}\n1,2\n`),
    422,
    'TOO_MANY_COLUMNS',
    { limit: 100 },
  ],
  [
    'a header of many columns as XLSX',
    () => workbookOf(sheetRowOf(Array.from({ length: 20_000 }, (_, n) => `${n}`))),
    422,
    'TOO_MANY_COLUMNS',
  ],
  [
    'a million rows',
    () =>
      workbookOf(
        header +
          Array.from({ length: 1_000_000 }, (_, n) => `<row><c><v>${(n * 7919) % 1_000_003}</v></c></row>`).join(''),
      ),
    413,
    'TOO_MANY_ROWS',
    { limit: 50_000 },
  ],
  ['a sheet without rows', () => workbookOf(header), 422, 'FILE_EMPTY'],
  ['a sheet without anything', () => workbookOf(''), 422, 'FILE_EMPTY'],
  [
    'a sheet of something else',
    () => workbookOf(sheetRowOf(['a', 'b', 'c']) + sheetRowOf([1, 2, 3])),
    422,
    'COLUMNS_MISSING',
  ],
  ['UTF-16', () => Buffer.from(`\ufeff${HEADER.join(',')}\n`, 'utf16le'), 415, 'FILE_ENCODING_UNSUPPORTED'],
];

describe('a hostile file', () => {
  let app: TestApp;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp();
    creditor = await aCreditor(app);
  });
  afterAll(() => app.close());

  const send = (bytes: Buffer, by = creditor) =>
    app
      .rest()
      .post('/v1/case-batches')
      .set({ authorization: `Bearer ${by.owner.token}`, 'idempotency-key': randomUUID() })
      .attach('file', bytes, { filename: 'a.xlsx', contentType: 'application/octet-stream' });

  it.each(HOSTILE)('%s gets its clear answer', async (...[, file, status, code, details]) => {
    const answer = await send(file());
    expect({ status: answer.status, ...answer.body }).toMatchObject({ status, code, ...(details ? { details } : {}) });
    expect(answer.body.detail).not.toMatch(/\{|undefined/);
  });

  it('is not looked into when it comes from somebody who may not post', async () => {
    const answer = await send(compound('Workbook'), await anOrganisation(app, 'creditor'));
    expect([answer.status, answer.body.code]).toEqual([403, 'ORGANISATION_NOT_VERIFIED']);
  });

  it('leaves nothing behind', async () => {
    const batches = await app.rest().get('/v1/case-batches').set('authorization', `Bearer ${creditor.owner.token}`);
    expect(batches.body.data).toEqual([]);
  });

  it('is not taken for one when it only has macros, lies about its size or counts rows badly', async () => {
    const row = (said: string, n: number) => debt(n).replace('<row>', `<row r="${said}">`);
    const rows = row('5', 1) + row('5', 2) + row('99999999999', 3) + row('-1', 4);
    const macros = { name: 'xl/vbaProject.bin', bytes: Buffer.from('macro') };
    const answer = await send(workbookOf(header + rows, [macros], '<dimension ref="A1:XFD1048576"/>'));
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 202 });
    for (;;) {
      const path = `/v1/case-batches/${answer.body.id}`;
      const { body } = await app.rest().get(path).set('authorization', `Bearer ${creditor.owner.token}`);
      if (body.state === 'completed') return expect(body).toMatchObject({ totalRows: 4, admittedRows: 4 });
      await sleep(30);
    }
  });

  it('is taken up to 16 MB when it is NDJSON, whose rows repeat the names of their fields', async () => {
    const line = JSON.stringify({ externalRef: 'L', debtorName: 'x', note: 'n'.repeat(90_000) });
    const lines = (bytes: number) => Buffer.from(`${line}\n`.repeat(Math.ceil(bytes / line.length)));
    expect((await send(lines(12 * MB))).status).toBe(202);
    const more = await send(lines(17 * MB));
    expect(more.body).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE', details: { limitBytes: 16 * MB } });
  });

  it('is taken when it is text packed with gzip, whatever it is called', async () => {
    const line = (n: number) =>
      JSON.stringify({
        ...{
          externalRef: `Z-${n}-${randomUUID()}`,
          debtorName: '海港有限公司',
          principalFen: '500000',
          dueOn: daysAgo(90),
        },
        ...{ legalOrigin: 'trade', evidence: ['contract', 'invoice', 'delivery_note'] },
      });
    const answer = await send(gzipSync(`${line(1)}\r\n\r\n${line(2)}`));
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 202 });
    const read = () =>
      app.rest().get(`/v1/case-batches/${answer.body.id}`).set('authorization', `Bearer ${creditor.owner.token}`);
    while (['received', 'processing'].includes((await read()).body.state)) await sleep(30);
    expect((await read()).body).toMatchObject({ format: 'ndjson', totalRows: 2, admittedRows: 2 });
    const result = app.rest().get(`/v1/case-batches/${answer.body.id}/result`).query({ format: 'csv' });
    expect(
      (await result.set('authorization', `Bearer ${creditor.owner.token}`)).text.trim().split('\r\n'),
    ).toHaveLength(3);
  });

  it('does not hold up others while it is looked through', async () => {
    const big = workbookOf(header + Array.from({ length: 40_000 }, (_, n) => debt(n)).join(''));
    const reading = send(big);
    let over = false;
    const answered = reading.then((answer) => {
      over = true;
      return answer;
    });
    let answers = 0;
    for (; !over; answers += 1) await app.rest().get('/health/live');
    const { status, body } = await answered;
    expect(status).toBe(202);
    expect(answers).toBeGreaterThan(5);
    // The rest of the rows would become cases while other flows run on this database.
    const cancel = app
      .rest()
      .post(`/v1/case-batches/${body.id}/cancel`)
      .set('authorization', `Bearer ${creditor.owner.token}`);
    expect((await cancel).body.state).toBe('cancelled');
    await app.settled();
  });
});
