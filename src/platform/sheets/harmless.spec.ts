import { buffer } from 'node:stream/consumers';
import { parseString } from '@fast-csv/parse';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { writeSheet } from './index.js';
import { harmless } from './sheet.js';

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];
const BREAKS = ['\n', '\r', '\r\n', '\n\n', '\v', '\f', '\u0085', '\u2028', '\u2029', '\t', ';', '";"', '";'];
const UNSEEN = [
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\u2060',
  '\u001d',
  '\u0000',
  '\u202e',
  '\ufe0f',
  ' ',
  '\u3000',
  '"',
  '\u3164',
];

/** Where a formula could begin: at the start, behind a break, and behind what a program may drop. */
const STARTS = SIGNS.flatMap((sign) => [
  `${sign}1+1`,
  ...BREAKS.map((one) => `x${one}${sign}1+1`),
  ...BREAKS.map((one) => `${one}${sign}1+1`),
  ...UNSEEN.map((one) => `${one}${sign}1+1`),
  ...UNSEEN.flatMap((one) => [`x\n${one}${sign}1+1`, `x;${one}${one}${sign}1+1`]),
]);

/** As a program may read a cell: without what is not visible. */
const seen = (text: string) => text.replace(/[\p{Cf}\p{Cc}\p{M}\p{Zs}"\u3164]/gu, '');
const RUNS = /^[=+\-@＝＋－＠﹦﹢﹣﹫−]/;

async function csvOf(texts: readonly string[]): Promise<string> {
  const columns = ['first', 'second', 'third'].map((header) => ({ header, kind: 'text' as const }));
  const rows = texts.map((text) => ['a', text, text]);
  return (await buffer(writeSheet('csv', { name: 'x', columns, rows }))).toString('utf8').slice(1);
}

/** Read by a parser of another house, and as one who breaks lines at every break and cells at every separator. */
async function cellsOf(csv: string, delimiter: string): Promise<string[]> {
  const rows = await new Promise<string[][]>((resolve, reject) => {
    const read: string[][] = [];
    parseString(csv, { delimiter, headers: false, strictColumnHandling: false })
      .on('error', reject)
      .on('data', (row: string[]) => read.push(row))
      .on('end', () => resolve(read));
  });
  return rows.flat();
}

describe('harmless', () => {
  it('leaves no cell that begins with a formula, whichever parser reads the file', async () => {
    const csv = await csvOf(STARTS);
    const bySecond = await cellsOf(csv, ',');
    const byFirst = (parse(csv) as string[][]).flat();
    expect(bySecond).toEqual(byFirst);
    expect(byFirst).toHaveLength(3 * (STARTS.length + 1));
    expect(byFirst.filter((cell) => RUNS.test(seen(cell)))).toEqual([]);
  });

  it('leaves none where a program breaks rows and cells by its own rules', async () => {
    const csv = await csvOf(STARTS);
    const lenient = {
      relax_quotes: true,
      relax_column_count: true,
      delimiter: ';',
      record_delimiter: ['\r\n', '\n', '\r'],
    };
    const pieces = [
      ...(parse(csv, { ...lenient, quote: null }) as string[][]).flat(),
      ...csv.split(/[\r\n\v\f\u0085\u2028\u2029]/u),
      ...csv.split(/[\r\n\v\f\u0085\u2028\u2029;\t]/u),
    ];
    expect(pieces.length).toBeGreaterThan(STARTS.length);
    expect(pieces.filter((piece) => RUNS.test(seen(piece)))).toEqual([]);
  });

  it('only adds apostrophes, and none to plain text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(harmless(text).replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      }),
    );
    for (const plain of ['合同;发票', 'INV-2026-001', 'a@b.cn', 'x = 1', 'two\nlines', '1-2', '']) {
      expect(harmless(plain)).toBe(plain);
    }
  });

  it('takes time in proportion to the text', () => {
    const long = [' '.repeat(1e6), '\n'.repeat(1e6), '; '.repeat(5e5), '\u200b"'.repeat(5e5)];
    for (const text of long) expect(harmless(text).length).toBeGreaterThanOrEqual(text.length);
  });
});
