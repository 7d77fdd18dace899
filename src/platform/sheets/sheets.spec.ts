import type { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import * as yauzl from 'yauzl';
import { writeSheet } from './index.js';
import type { SheetCell, SheetColumn } from './sheet.js';

const COLUMNS: SheetColumn[] = [
  { header: '编号', kind: 'text' },
  { header: 'Amount (CNY)', kind: 'yuan' },
  { header: 'When', kind: 'instant' },
  { header: '=SUM(A1)', kind: 'text' },
];
const sheet = (rows: readonly (readonly SheetCell[])[]) => ({ name: 'Cases', columns: COLUMNS, rows });
const AT = new Date('2026-11-21T16:30:00Z');

describe('writeSheet', () => {
  it('writes CSV that reads back to the same cells, with a byte order mark and CRLF', async () => {
    const bytes = await all(writeSheet('csv', sheet([['a "b", c\n d', -123_456n, AT, null]])));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').endsWith('\r\n')).toBe(true);
    const [, row] = parse(bytes, { bom: true }) as string[][];
    expect(row).toEqual(['a "b", c\n d', '-1234.56', '2026-11-22 00:30:00', '']);
  });

  it.each(['csv', 'xlsx'] as const)('marks as text what %s programs would run', async (format) => {
    const evil = ['=1+1', '+1', '-1', '@x', '\tx', '＝1', "=cmd|' /C calc'!A0"];
    const bytes = await all(writeSheet(format, sheet(evil.map((text) => [text, 1n, AT, text]))));
    const text = format === 'csv' ? bytes.toString('utf8') : await entry(bytes, 'xl/worksheets/sheet1.xml');
    for (const one of evil) expect(text).toContain(format === 'xlsx' ? `'${one}`.replaceAll("'", '&apos;') : `'${one}`);
    expect(text).not.toMatch(/(^|[,">])=/m);
    expect(text).not.toContain('<f>');
  });

  it('keeps amounts exact in XLSX, and writes as text what a double would round', async () => {
    const amounts = [1n, -10n, 123_456_789_012_345n, 999_999_999_999_999n, 1_000_000_000_000_000_01n];
    const bytes = await all(writeSheet('xlsx', sheet(amounts.map((fen) => ['x', fen, AT, null]))));
    const xml = await entry(bytes, 'xl/worksheets/sheet1.xml');
    for (const text of ['0.01', '-0.1', '1234567890123.45', '9999999999999.99'])
      expect(xml).toContain(`<v>${text}</v>`);
    expect(xml).toContain('t="str"><v>1000000000000000.01</v>');
  });

  it('writes no text that would make a workbook unreadable', async () => {
    const texts = ['a\uffffb', 'a\ufffeb', 'a\ud800b', 'x'.repeat(60_000)];
    const bytes = await all(writeSheet('xlsx', sheet(texts.map((text) => [text, 1n, AT, null]))));
    const xml = await entry(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml.match(/a\ufffdb/g)).toHaveLength(3);
    expect(xml.match(/x{1000,}/)![0]).toHaveLength(32_767);
  });

  it('takes rows only as fast as they are read', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      let given = 0;
      const rows = (async function* () {
        for (; given < 200_000; given += 1) yield [`${given}`.padEnd(400, String(Math.random())), 1n, AT, null];
      })();
      const stream = writeSheet(format, { name: 'x', columns: COLUMNS, rows });
      stream.once('readable', () => stream.read(1));
      const comesToRest = async () => {
        for (let before = -1; given === 0 || given !== before; ) {
          before = given;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      };
      await comesToRest();
      expect(given).toBeLessThan(20_000);
      stream.destroy();
      await comesToRest();
      expect(given).toBeLessThan(20_000);
    }
  });

  it('fails with the rows', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const rows = (async function* () {
        yield ['a', 1n, AT, null];
        throw new Error('the database went away');
      })();
      await expect(all(writeSheet(format, { name: 'x', columns: COLUMNS, rows }))).rejects.toThrow();
    }
  });
});

async function all(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

/** One entry of a zip archive as text. */
function entry(zip: Buffer, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error);
      file.on('entry', (one: yauzl.Entry) => {
        if (one.fileName !== name) return file.readEntry();
        file.openReadStream(one, (failed, stream) =>
          failed ? reject(failed) : all(stream as Readable).then((bytes) => resolve(bytes.toString('utf8')), reject),
        );
      });
      file.readEntry();
    });
  });
}
