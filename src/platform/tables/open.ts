import { csvTable } from './csv-table.js';
import { decoded, detectEncoding } from './encoding.js';
import { ndjsonTable } from './ndjson-table.js';
import type { Table, TableOptions } from './table.js';
import { FileEncrypted, FileLegacyWorkbook, FileNotText } from './tables.refusals.js';
import { gunzipped, isGzip } from './unpacking.js';

/** What a zip archive begins with; a CSV may well begin with `PK`. */
const ZIP = ['PK\x03\x04', 'PK\x05\x06'];
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** How a compound file names the stream that holds an encrypted workbook. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const PIECE = 64 * 1024;

/** Opens a table by what its bytes are, never by what the file is called. Throws a refusal naming what is wrong with it. */
export async function openBytes(bytes: Buffer, options: TableOptions): Promise<Table> {
  if (bytes.subarray(0, 8).equals(COMPOUND)) throw compound(bytes);
  if (ZIP.includes(bytes.toString('latin1', 0, 4))) {
    // Loaded only now: a thread begins empty, and what reads archives costs a text file as much as its rows.
    const { xlsxTable } = await import('./xlsx-table.js');
    return xlsxTable(bytes, options);
  }
  return openText(isGzip(bytes) ? () => gunzipped(bytes) : () => piecesOf(bytes), options);
}

type Pieces = AsyncIterable<Buffer> | Iterable<Buffer>;

/** Goes through the text twice, so that none of it is held: what it is takes a look at all of it. */
async function openText(pieces: () => Pieces, options: TableOptions): Promise<Table> {
  const encoding = await detectEncoding(pieces());
  const text = decoded(pieces(), encoding);
  const start = await startOf(pieces());
  if (opensAnObject(start)) return ndjsonTable(text, encoding, options);
  refuseOtherTexts(start);
  return csvTable(text, encoding, options);
}

/** Office keeps both its old workbooks and its encrypted new ones in this container. */
function compound(bytes: Buffer): Error {
  return bytes.includes(ENCRYPTED) ? new FileEncrypted() : new FileLegacyWorkbook({ details: { kind: 'XLS' } });
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Whether these bytes would be read as NDJSON. */
export function isNdjson(bytes: Buffer): boolean {
  return opensAnObject(beginning(bytes));
}

/** Every NDJSON object begins with a brace, no sheet of ours does. */
function opensAnObject(start: string): boolean {
  return start.startsWith('{');
}

async function startOf(pieces: Pieces): Promise<string> {
  for await (const head of pieces) return beginning(head);
  return '';
}

/** What stands after a byte order mark and blanks. */
function beginning(head: Buffer): string {
  return head
    .toString('latin1', 0, 1_024)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
}

/** Texts people send for tables: what they would be told of them as CSV says nothing of what is wrong. */
function refuseOtherTexts(start: string): void {
  if (/^\[\s*(\{|\[|$)/.test(start)) throw new FileNotText({ details: { kind: 'JSON array' } });
  if (/^<(\?xml|!doctype|html|table|workbook)/i.test(start)) throw new FileNotText({ details: { kind: 'HTML/XML' } });
}
