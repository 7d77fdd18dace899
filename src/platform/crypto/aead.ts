import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** What sealing adds to the plain bytes: the 96-bit IV and the 128-bit tag. */
export const OVERHEAD_BYTES = IV_BYTES + TAG_BYTES;

const randomness = Buffer.alloc(IV_BYTES * 512);
let used = randomness.length;

/** AES-256-GCM under a fresh random 96-bit IV; returns IV, tag and ciphertext in one buffer, after `prefix`. */
export function encrypt(key: KeyObject, plain: Buffer | string, bound: string, prefix?: Buffer): Buffer {
  const iv = freshIv();
  const cipher = createCipheriv(CIPHER, key, iv);
  cipher.setAAD(Buffer.from(bound));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  return Buffer.concat(prefix ? [prefix, iv, cipher.getAuthTag(), body] : [iv, cipher.getAuthTag(), body]);
}

/** Opens what `encrypt` made, without its prefix; throws when a single bit of it, the key or `bound` differs. */
export function decrypt(key: KeyObject, sealed: Buffer, bound: string): Buffer {
  if (sealed.length < OVERHEAD_BYTES) throw new Error('sealed value is too short');
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, OVERHEAD_BYTES));
  const body = decipher.update(sealed.subarray(OVERHEAD_BYTES));
  return Buffer.concat([body, decipher.final()]);
}

/** Random bytes are drawn for many IVs at once: drawing twelve at a time costs more than the cipher. */
function freshIv(): Buffer {
  if (used === randomness.length) {
    randomFillSync(randomness);
    used = 0;
  }
  const iv = Buffer.from(randomness.subarray(used, used + IV_BYTES));
  used += IV_BYTES;
  return iv;
}
