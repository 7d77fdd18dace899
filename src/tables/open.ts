import { csvTable } from './csv-table.js';
import { decoded, detectEncoding } from './encoding.js';
import { ndjsonTable } from './ndjson-table.js';
import type { Table, TableOptions } from './table.js';
import { FileEncrypted, FileLegacyWorkbook } from './tables.refusals.js';
import { xlsxTable } from './xlsx-table.js';

const ZIP = 'PK';
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** How a compound file names the stream that holds an encrypted workbook. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const PIECE = 64 * 1024;

/** Opens a table by what its bytes are, never by what the file is called. Throws a refusal naming what is wrong with it. */
export async function openBytes(bytes: Buffer, options: TableOptions): Promise<Table> {
  if (bytes.subarray(0, 8).equals(COMPOUND)) throw compound(bytes);
  if (bytes.toString('latin1', 0, 2) === ZIP) return xlsxTable(bytes, options);
  const encoding = await detectEncoding(piecesOf(bytes));
  const text = decoded(piecesOf(bytes), encoding);
  return startsWithBrace(bytes) ? ndjsonTable(text, encoding, options) : csvTable(text, encoding, options);
}

/** Office keeps both its old workbooks and its encrypted new ones in this container. */
function compound(bytes: Buffer): Error {
  return bytes.includes(ENCRYPTED) ? new FileEncrypted() : new FileLegacyWorkbook({ details: { kind: 'XLS' } });
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** After a byte order mark and blanks: no sheet of ours begins so, every NDJSON object does. */
function startsWithBrace(bytes: Buffer): boolean {
  return bytes
    .toString('latin1', 0, 1_024)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .startsWith('{');
}
