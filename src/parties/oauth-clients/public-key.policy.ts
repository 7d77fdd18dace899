import type { JWK } from 'jose';
import { InvalidInput } from '../../kernel/index.js';
import { invalidKey } from './oauth-client.refusals.js';

/** The algorithms a client may sign with (RFC 8725: a short list, asymmetric only, and no `none`). */
export const SIGNING_ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

export const KEYS_MAX = 5;
const KID_LONGEST = 200;
const MEMBER_LONGEST = 2_000;
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const LEAST_RSA_BITS = 2_048;
/** With more bits, checking one signature costs too much. */
const MOST_RSA_BITS = 4_096;
/** The same for the exponent: 65537 has 17 bits, and no library uses more than 64. */
const MOST_EXPONENT_BITS = 64;

/** A public key as it is stored: only what is needed to check a signature. */
export interface PublicKey {
  kid: string | undefined;
  jwk: JWK;
}

/** Reads one key of a JWK set (RFC 7517); returns the refusal of an invalid one. */
export function publicKeyFrom(given: unknown, path: string): PublicKey | InvalidInput {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return invalidKey('NOT_A_WEB_KEY', { path });
  const jwk = given as Record<string, unknown>;
  if (PRIVATE_MEMBERS.some((member) => member in jwk)) {
    return invalidKey('PRIVATE_KEY_SENT', { path });
  }
  if (jwk['use'] !== undefined && jwk['use'] !== 'sig') return invalidKey('KEY_NOT_FOR_SIGNATURES', { path });
  const kid = jwk['kid'];
  if (kid !== undefined && (typeof kid !== 'string' || kid === '' || kid.length > KID_LONGEST)) {
    return invalidKey('KEY_ID_LENGTH', { path, most: KID_LONGEST });
  }
  const material = materialOf(jwk, path);
  if (material instanceof InvalidInput) return material;
  const allowed = algorithmsOf(material);
  const alg = jwk['alg'];
  if (alg !== undefined && !allowed.includes(alg as SigningAlgorithm))
    return invalidKey('KEY_ALGORITHM', { path, algorithms: allowed.join(', ') });
  return { kid, jwk: { ...material, ...(alg === undefined ? {} : { alg: alg as string }) } };
}

/** The algorithms a key may be used with. The key decides, never the header of an assertion. */
export function algorithmsOf(jwk: JWK): readonly SigningAlgorithm[] {
  if (jwk.alg !== undefined) return SIGNING_ALGORITHMS.filter((one) => one === jwk.alg);
  if (jwk.kty === 'EC') return ['ES256'];
  return jwk.kty === 'OKP' ? ['EdDSA'] : ['RS256', 'PS256'];
}

function materialOf({ kty, crv, x, y, n, e }: Record<string, unknown>, path: string): JWK | InvalidInput {
  const onCurve = (curve: string, is: boolean, jwk: object) =>
    is && crv === curve ? (jwk as JWK) : invalidKey('KEY_CURVE', { path, curve });
  if (kty === 'EC') return onCurve('P-256', coordinates(x, y), { kty, crv, x, y });
  if (kty === 'OKP') return onCurve('Ed25519', coordinates(x), { kty, crv, x });
  if (kty !== 'RSA') return invalidKey('KEY_TYPE', { path });
  if (!isBase64url(n) || !isBase64url(e)) return invalidKey('KEY_PARTS_MISSING', { path });
  if (bitsOf(e) > MOST_EXPONENT_BITS) return invalidKey('KEY_EXPONENT', { path, most: MOST_EXPONENT_BITS });
  const bits = bitsOf(n);
  return bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS
    ? { kty, n, e }
    : invalidKey('KEY_SIZE', { path, least: LEAST_RSA_BITS, most: MOST_RSA_BITS });
}

function coordinates(...values: unknown[]): boolean {
  return values.every((value) => isBase64url(value) && Buffer.from(value, 'base64url').length === 32);
}

function isBase64url(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MEMBER_LONGEST && /^[A-Za-z0-9_-]+$/.test(value);
}

function bitsOf(modulus: string): number {
  const bytes = Buffer.from(modulus, 'base64url');
  const start = bytes.findIndex((byte) => byte !== 0);
  return start < 0 ? 0 : (bytes.length - start) * 8 - Math.clz32(bytes[start]!) + 24;
}

/** The keys of a JWK set (RFC 7517 §5); null when there is none. An invalid set becomes one key that is refused. */
export function keysOfSet(jwks: Record<string, unknown> | null | undefined): readonly unknown[] | null {
  if (!jwks) return null;
  const keys = jwks['keys'];
  return Array.isArray(keys) ? keys : [undefined];
}
