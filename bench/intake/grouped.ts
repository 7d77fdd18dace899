import { gzipSync } from 'node:zlib';
import { kingdeeExport } from '@recourse/demo';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { addDays, SystemClock } from '../../src/kernel/index.js';
import type { ExportFile } from './export.js';

/** About 6 % of an export's rows are faulty on purpose; so many more are made. */
const SPARE = 1.08;
const DAYS = ['业务日期', '到期日'];

/**
 * One Kingdee list of `rows` rows, gzipped, in which every `cases`-th row is a further instalment of the same bill: the rows of a case
 * stand as far from each other as they can. With as many cases as rows no two belong together.
 */
export function instalmentsExport(rows: number, cases: number): ExportFile {
  const made = kingdeeExport({
    rows: Math.ceil(cases * SPARE),
    today: new SystemClock().today(),
    seed: 7,
    prefix: 'BG-',
  });
  const [header, ...table] = parse(iconv.decode(made.bytes, 'gb18030')) as string[][];
  const sound = made.rows.filter((row) => row.outcome === 'admitted').slice(0, cases);
  if (sound.length < cases) throw new Error(`only ${sound.length} sound rows`);
  const days = DAYS.map((name) => header!.indexOf(name));
  const lines = Array.from({ length: rows }, (_, n) => {
    const cells = [...table[sound[n % cases]!.rowNumber - 2]!];
    for (const at of days) cells[at] = earlier(cells[at]!, Math.floor(n / cases));
    return cells;
  });
  const bytes = gzipSync(iconv.encode(stringify([header!, ...lines], { record_delimiter: 'windows' }), 'gb18030'));
  return { name: `instalments-${cases}.csv.gz`, bytes, rows };
}

function earlier(day: string, days: number): string {
  const [year, month, date] = day.split('/').map((part) => part.padStart(2, '0'));
  return addDays(`${year}-${month}-${date}`, -days);
}
