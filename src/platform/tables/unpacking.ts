import { createGunzip } from 'node:zlib';
import { FileDamaged, FileUnpacksTooLarge } from './tables.refusals.js';

/** The most unpacked bytes of a packed file, and the most times its own size. */
export const MAX_UNPACKED = 100 * 1024 * 1024;
export const MAX_RATIO = 100;
/** The ratio applies above this size: small harmless files may pack very well. */
const RATIO_COUNTS_FROM = 1024 * 1024;

/** Throws FileUnpacksTooLarge. */
export function refuseBomb(unpackedBytes: number, packedBytes: number): void {
  const ratio = unpackedBytes / packedBytes;
  if (unpackedBytes <= MAX_UNPACKED && (unpackedBytes <= RATIO_COUNTS_FROM || ratio <= MAX_RATIO)) return;
  throw new FileUnpacksTooLarge({ details: { unpackedBytes, limitBytes: MAX_UNPACKED, limitRatio: MAX_RATIO } });
}

/** RFC 1952: two magic bytes, with which no text of a supported encoding begins. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The contents of a gzip file, piece by piece. The size it declares is not trusted: pieces are counted as they arrive. Throws
 * FileUnpacksTooLarge, and FileDamaged when the file is truncated or its checksum is wrong.
 */
export async function* gunzipped(bytes: Buffer): AsyncGenerator<Buffer> {
  const stream = createGunzip();
  stream.end(bytes);
  let unpacked = 0;
  try {
    for await (const piece of stream) {
      unpacked += (piece as Buffer).length;
      refuseBomb(unpacked, bytes.length);
      yield piece as Buffer;
    }
  } catch (error) {
    throw error instanceof FileUnpacksTooLarge ? error : new FileDamaged({ details: { part: 'GZIP' } });
  } finally {
    stream.destroy();
  }
}
