import type { Encoding } from './encoding.js';
import { atMost } from './header-row.js';
import { withLineFeeds } from './line-ends.js';
import { PLAIN_HEAD, type Table, type TableOptions, type TableRow } from './table.js';

/** The most characters of one line. */
export const MAX_LINE_CHARS = 100_000;
/** The deepest nesting of objects and lists; a row needs three. */
const DEEPEST = 10;

/** Reads NDJSON: one value per line, without blank lines. A line that is not JSON is a row with a fault. */
export function ndjsonTable(text: AsyncIterable<string>, encoding: Encoding, options: TableOptions): Table {
  const head = { ...PLAIN_HEAD, format: 'ndjson', encoding, header: null } as const;
  return { head, rows: atMost(rowsOf(withLineFeeds(text)), options.maxRows) };
}

async function* rowsOf(text: AsyncIterable<string>): AsyncGenerator<TableRow> {
  let rowNumber = 0;
  for await (const line of linesOf(text)) {
    rowNumber += 1;
    if (line === null) yield { rowNumber, cells: [], fault: 'size' };
    else if (line.trim() !== '') yield rowOf(rowNumber, line);
  }
}

/** Files put together bring a byte order mark each, and JSON text sequences (RFC 7464) a separator. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the separator is one
const BEFORE_VALUE = /^[\ufeff\u001e]+/;

function rowOf(rowNumber: number, written: string): TableRow {
  const line = written.replace(BEFORE_VALUE, '');
  if (nestedDeeper(line, DEEPEST)) return { rowNumber, cells: [], fault: 'nested' };
  try {
    return { rowNumber, cells: [], value: JSON.parse(line), chars: line.length };
  } catch {
    return { rowNumber, cells: [], fault: 'json' };
  }
}

/** Lines without line feeds; null for one that is too long. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string | null> {
  let kept = '';
  let dropping = false;
  for await (const piece of text) {
    const lines = piece.split('\n');
    for (const [n, part] of lines.entries()) {
      if (!dropping) kept += part;
      if (kept.length > MAX_LINE_CHARS) {
        kept = '';
        dropping = true;
      }
      if (n === lines.length - 1) break;
      yield dropping ? null : kept;
      kept = '';
      dropping = false;
    }
  }
  if (dropping) yield null;
  else if (kept !== '') yield kept;
}

/** Counts brackets outside of strings, before the line is parsed. */
function nestedDeeper(line: string, limit: number): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}
