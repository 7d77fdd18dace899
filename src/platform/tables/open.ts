import { setImmediate } from 'node:timers/promises';
import { csvTable } from './csv-table.js';
import { decoded, detectEncoding } from './encoding.js';
import { ndjsonTable } from './ndjson-table.js';
import type { Table, TableOptions } from './table.js';
import { FileEncrypted, FileLegacyWorkbook, FileNotText } from './tables.refusals.js';
import { gunzipped, isGzip } from './unpacking.js';

/** The first bytes of a zip archive; a CSV may begin with `PK` too. */
const ZIP = ['PK\x03\x04', 'PK\x05\x06'];
/** Office stores both old workbooks and encrypted new ones in this container. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The name of the stream with an encrypted workbook in a compound file. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const PIECE = 64 * 1024;

/** Opens a table, with its format detected by content, never by name. Throws the refusal of a file that cannot be read. */
export async function openBytes(bytes: Buffer, options: TableOptions): Promise<Table> {
  if (bytes.subarray(0, 8).equals(COMPOUND)) {
    throw bytes.includes(ENCRYPTED) ? new FileEncrypted() : new FileLegacyWorkbook({ details: { kind: 'XLS' } });
  }
  if (ZIP.includes(bytes.toString('latin1', 0, 4))) {
    // Loaded only here: a thread starts empty, and the modules that read archives cost a text file as much as its rows.
    const { xlsxTable } = await import('./xlsx-table.js');
    return xlsxTable(bytes, options);
  }
  return openText(isGzip(bytes) ? () => gunzipped(bytes) : () => piecesOf(bytes), options);
}

type Pieces = AsyncIterable<Buffer> | Iterable<Buffer>;

/** Reads the text twice instead of holding it in memory: the encoding depends on all of it. */
async function openText(pieces: () => Pieces, options: TableOptions): Promise<Table> {
  const encoding = await detectEncoding(pieces());
  const text = decoded(pieces(), encoding);
  const start = await startOf(pieces());
  if (start.startsWith('{')) return ndjsonTable(text, encoding, options);
  refuseOtherTexts(start);
  return csvTable(text, encoding, options);
}

/** Between two pieces the process comes to other things, such as a sign of life. */
async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    await setImmediate();
    yield bytes.subarray(at, at + PIECE);
  }
}

/** Whether a file is read as NDJSON: every object begins with a brace, and no supported sheet does. */
export function isNdjson(bytes: Buffer): boolean {
  return beginning(bytes).startsWith('{');
}

async function startOf(pieces: Pieces): Promise<string> {
  for await (const head of pieces) return beginning(head);
  return '';
}

/** The text after a byte order mark, blanks and the separator of a JSON text sequence. */
function beginning(head: Buffer): string {
  const text = head.toString('latin1', 0, 1_024).replace(/^\u00ef\u00bb\u00bf/, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the separator is one
  return text.replace(/^[\s\u001e]+/, '');
}

/** Refuses other common text formats: the refusal as CSV would not explain the mistake. */
function refuseOtherTexts(start: string): void {
  if (/^\[\s*(\{|\[|$)/.test(start)) throw new FileNotText({ details: { kind: 'JSON array' } });
  if (/^<(\?xml|!doctype|html|table|workbook)/i.test(start)) throw new FileNotText({ details: { kind: 'HTML/XML' } });
}
