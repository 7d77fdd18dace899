import { createGunzip } from 'node:zlib';
import { FileDamaged, FileUnpacksTooLarge } from './tables.refusals.js';

/** Bytes a packed file may unpack to, and times its own size. */
export const MAX_UNPACKED = 100 * 1024 * 1024;
export const MAX_RATIO = 100;
/** Small files pack well without meaning harm: the ratio counts above this size. */
const RATIO_COUNTS_FROM = 1024 * 1024;

/** Throws FileUnpacksTooLarge. */
export function refuseBomb(unpackedBytes: number, packedBytes: number): void {
  const ratio = unpackedBytes / packedBytes;
  if (unpackedBytes <= MAX_UNPACKED && (unpackedBytes <= RATIO_COUNTS_FROM || ratio <= MAX_RATIO)) return;
  throw new FileUnpacksTooLarge({ details: { unpackedBytes, limitBytes: MAX_UNPACKED, limitRatio: MAX_RATIO } });
}

/** RFC 1952: two bytes of magic. No text in one of our encodings begins so. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * What a gzip file holds, piece by piece; nothing of it is kept. What it says of its own size is not asked: pieces are counted
 * as they come. Throws FileUnpacksTooLarge, and FileDamaged when it is cut off or its checksum is wrong.
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
