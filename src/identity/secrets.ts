import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const API_KEY = /^(rk_(?:live|test)_)([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/;
const OPAQUE = /^[A-Za-z0-9_-]{43}$/;

const API_KEY_PREFIX = 'rk_live_';
/** Keys of test organisations, so that nobody mistakes one for the other. */
export const TEST_KEY_PREFIX = 'rk_test_';

/** A secret of 256 random bits, as 43 url-safe characters: refresh and invitation tokens. */
export function newOpaqueToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. A plain SHA-256 is enough, because the secret has full entropy: nothing to guess. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whether a text can be an opaque token at all, so that rubbish costs no query. */
export function looksOpaque(text: string): boolean {
  return OPAQUE.test(text);
}

/** A new API key: prefix, 32 base-62 characters (190 random bits), 6 of checksum. */
export function newApiKey(prefix = API_KEY_PREFIX): string {
  let body = '';
  while (body.length < 32) {
    // Bytes of 248 and above are thrown away, so that every character is equally likely.
    for (const byte of randomBytes(48)) if (byte < 248 && body.length < 32) body += BASE62[byte % 62];
  }
  return `${prefix}${body}${checksumOf(prefix + body)}`;
}

/** Whether a bearer says of itself that it is an API key, well-formed or not. */
export function isKeyLike(text: string): boolean {
  return text.startsWith(API_KEY_PREFIX) || text.startsWith(TEST_KEY_PREFIX);
}

/** Whether a text is a well-formed API key with its right checksum: a typing error is told without a query. */
export function isApiKey(text: string): boolean {
  const match = API_KEY.exec(text);
  return match !== null && checksumOf(match[1]! + match[2]!) === match[3];
}

/** CRC-32 of prefix and body in six base-62 characters. Finds mistakes; protects nothing. */
function checksumOf(prefixed: string): string {
  let value = crc32(prefixed);
  let text = '';
  for (let i = 0; i < 6; i += 1) {
    text = BASE62[value % 62] + text;
    value = Math.floor(value / 62);
  }
  return text;
}
