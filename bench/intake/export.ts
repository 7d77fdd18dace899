import { kingdeeExport } from '@recourse/demo';
import iconv from 'iconv-lite';
import { SystemClock } from '../../src/kernel/index.js';

/** The largest file that may be posted, in bytes. */
const LARGEST = 10 * 1024 * 1024;
/** About 6 % of an export's rows are faulty on purpose; so many more are made. */
const SPARE = 1.08;

export interface ExportFile {
  readonly name: string;
  /** GB18030, as a Chinese Windows writes it. */
  readonly bytes: Buffer;
  readonly rows: number;
}

/** Kingdee list exports with sound rows only, so that both sides write every row; references differ from file to file. */
export function soundExports(rows: number, files: number): ExportFile[] {
  return Array.from({ length: files }, (_, n) => {
    const wanted = Math.floor(rows / files) + (n < rows % files ? 1 : 0);
    return soundExport(wanted, n + 1);
  });
}

function soundExport(wanted: number, seed: number): ExportFile {
  const made = kingdeeExport({
    rows: Math.ceil(wanted * SPARE),
    today: new SystemClock().today(),
    seed,
    prefix: `BE${seed}-`,
  });
  // No cell holds a line break, so lines are rows; row 1 is the header.
  const lines = iconv.decode(made.bytes, 'gb18030').split('\r\n');
  const sound = made.rows.filter((row) => row.outcome === 'admitted').slice(0, wanted);
  const kept = [lines[0]!, ...sound.map((row) => lines[row.rowNumber - 1]!)];
  const bytes = iconv.encode(`${kept.join('\r\n')}\r\n`, 'gb18030');
  if (sound.length < wanted || bytes.length > LARGEST)
    throw new Error(`${sound.length} rows, ${bytes.length} bytes do not fit`);
  return { name: `receivables-${seed}.csv`, bytes, rows: wanted };
}
