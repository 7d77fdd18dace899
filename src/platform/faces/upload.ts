import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { InvalidInput, invalid } from '../../kernel/index.js';
import { BadRequest, FileTooLarge, FileTypeNotAllowed } from './http.refusals.js';

/** Limit of an uploaded file, in bytes. */
export const FILE_LIMIT = 10 * 1024 * 1024;
/** Limit of an uploaded NDJSON file, in bytes: every row repeats the names of its fields. */
export const NDJSON_LIMIT = 16 * 1024 * 1024;

/**
 * `document`: papers, as pdf, jpeg or png. `table`: rows from an ERP, as text (packed or not) or in an archive or container that
 * holds a workbook; the reader of the rows reports what is wrong with it.
 */
export type UploadKind = 'document' | 'table';

export interface Upload {
  bytes: Buffer;
  /** The base name the caller gave, without path or control characters, at most 200 characters. */
  filename: string;
  /** Detected from the content, never taken from the caller. */
  mediaType: string;
  /** Text parts that came before the file. */
  fields: Record<string, string>;
}

const ALLOWED: Record<UploadKind, readonly string[]> = {
  document: ['application/pdf', 'image/jpeg', 'image/png'],
  table: ['text/csv', 'text/plain', 'application/zip', 'application/gzip', 'application/x-ole-storage'],
};

/** Limits given to the multipart parser: one file, few small text parts. */
export const MULTIPART_LIMITS = {
  fileSize: FILE_LIMIT,
  files: 1,
  fields: 10,
  fieldSize: 2_000,
  parts: 11,
  headerPairs: 50,
};

/**
 * Reads the one file of a multipart request. Refuses with FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED or INVALID_INPUT, naming
 * the part; nothing is written anywhere. Text parts must precede the file (RFC 7578 keeps the order they were sent in).
 */
export async function readUpload(request: FastifyRequest, kind: UploadKind, limitBytes = FILE_LIMIT): Promise<Upload> {
  const { part, bytes } = await readPart(request, limitBytes);
  const path = /^[\w.-]{1,60}$/.test(part.fieldname) ? part.fieldname : 'file';
  if (part.file.truncated) throw new FileTooLarge({ path, details: { limitBytes } });
  if (bytes.length === 0) throw invalid('FILE_HAS_NO_BYTES', { path });
  const found = mediaTypeOf(bytes);
  if (!ALLOWED[kind].includes(found)) {
    throw new FileTypeNotAllowed({ path, details: { found, allowed: ALLOWED[kind].join(', ') } });
  }
  return { bytes, filename: safeName(part.filename), mediaType: found, fields: textFields(part.fields) };
}

const SIGNATURES: readonly (readonly [mediaType: string, hex: string])[] = [
  ['application/pdf', '255044462d'],
  ['image/jpeg', 'ffd8ff'],
  ['image/png', '89504e470d0a1a0a'],
  ['image/gif', '47494638'],
  ['application/zip', '504b0304'],
  ['application/gzip', '1f8b'],
  ['application/x-ole-storage', 'd0cf11e0a1b11ae1'],
  ['application/x-msdownload', '4d5a9000'],
  ['application/x-elf', '7f454c46'],
];

/** The first file part, whole. */
async function readPart(request: FastifyRequest, fileSize: number): Promise<{ part: MultipartFile; bytes: Buffer }> {
  if (!request.isMultipart()) throw invalid('NOT_MULTIPART', { path: 'file' });
  try {
    const part = await request.file({ limits: { ...MULTIPART_LIMITS, fileSize }, throwFileSizeLimit: false });
    if (part) return { part, bytes: await part.toBuffer() };
  } catch (error) {
    throw damaged(error);
  }
  throw invalid('NO_FILE', { path: 'file' });
}

/** The media type by the first bytes: a known binary type, `text/plain` for anything that reads as text, else octet-stream. */
export function mediaTypeOf(bytes: Buffer): string {
  const start = bytes.subarray(0, 8).toString('hex');
  const known = SIGNATURES.find(([, signature]) => start.startsWith(signature));
  if (known) return known[0];
  return looksLikeText(bytes) ? 'text/plain' : 'application/octet-stream';
}

/** Text has no NUL (UTF-16 with a byte order mark aside) and next to no control characters; bytes above 0x7f are text in GB18030. */
function looksLikeText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 64 * 1024);
  if (
    sample.length >= 2 &&
    ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff))
  ) {
    return true;
  }
  return !sample.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
}

function safeName(name: string): string {
  const base = (name ?? '').split(/[/\\]/).pop() ?? '';
  return (
    [...base.normalize('NFC')]
      .filter((char) => char >= ' ' && char !== '\u007f')
      .join('')
      .slice(0, 200) || 'file'
  );
}

function textFields(parts: Record<string, unknown>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, part] of Object.entries(parts)) {
    const value = (part as { type?: string; value?: unknown } | undefined)?.value;
    if (typeof value === 'string') texts[name] = value;
  }
  return texts;
}

/** Limits of a request with several files; the route's body limit bounds its total size. */
export interface UploadsLimits {
  readonly files: number;
  readonly fileBytes: number;
}

/** Reads every file of a multipart request, of any type. Refuses with INVALID_INPUT, FILE_TOO_LARGE or BAD_REQUEST. */
export async function readUploads(
  request: FastifyRequest,
  limits: UploadsLimits,
): Promise<Pick<Upload, 'bytes' | 'filename'>[]> {
  if (!request.isMultipart()) throw invalid('NOT_MULTIPART_FILES', { path: 'file' });
  const files: Pick<Upload, 'bytes' | 'filename'>[] = [];
  const options = {
    limits: { files: limits.files + 1, fileSize: limits.fileBytes, fields: 10, parts: limits.files + 11 },
  };
  try {
    for await (const part of request.files({ ...options, throwFileSizeLimit: false })) {
      if (files.length === limits.files) throw invalid('TOO_MANY_FILES', { path: 'file', most: limits.files });
      const bytes = await part.toBuffer();
      if (part.file.truncated) throw new FileTooLarge({ path: 'file', details: { limitBytes: limits.fileBytes } });
      files.push({ bytes, filename: safeName(part.filename) });
    }
  } catch (error) {
    throw error instanceof InvalidInput || error instanceof FileTooLarge ? error : damaged(error);
  }
  if (files.length === 0) throw invalid('NO_FILE', { path: 'file' });
  return files;
}

/** A body that is cut off or malformed is the sender's fault, whatever the parser throws; errors with a status pass. */
function damaged(error: unknown): unknown {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? error : new BadRequest({ details: { reasonCode: 'MULTIPART_DAMAGED' } });
}
