import { createHash, randomBytes } from 'node:crypto';

const OPAQUE = /^[A-Za-z0-9_-]{43}$/;

/** A secret of 256 random bits, as 43 url-safe characters: refresh and invitation tokens. */
export function newOpaqueToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. A plain SHA-256 is enough, because the secret has full entropy: nothing to guess. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whether a text can be an opaque token at all, so that malformed input costs no query. */
export function looksOpaque(text: string): boolean {
  return OPAQUE.test(text);
}
