import type { JWK } from 'jose';

/** The algorithms a client may sign with (RFC 8725: a short list, asymmetric only, and no `none`). */
export const SIGNING_ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

export const KEYS_MAX = 5;
const KID_LONGEST = 200;
const MEMBER_LONGEST = 2_000;
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const LEAST_RSA_BITS = 2_048;
/** Beyond this, checking one signature costs too much. */
const MOST_RSA_BITS = 4_096;
/** The same of the exponent: 65537 has 17 bits, and no library makes one of more than 64. */
const MOST_EXPONENT_BITS = 64;

/** A public key as it is kept: what it takes to check a signature and nothing else that came with it. */
export interface PublicKey {
  kid: string | undefined;
  jwk: JWK;
}

/** Reads one key of a JWK set (RFC 7517); a text says what is wrong with it. */
export function publicKeyFrom(given: unknown): PublicKey | string {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return 'must be a JSON Web Key';
  const jwk = given as Record<string, unknown>;
  if (PRIVATE_MEMBERS.some((member) => member in jwk)) {
    return 'holds a private key: only the public part may be sent. Take this key out of use';
  }
  if (jwk['use'] !== undefined && jwk['use'] !== 'sig') return 'is not for signatures';
  const kid = jwk['kid'];
  if (kid !== undefined && (typeof kid !== 'string' || kid === '' || kid.length > KID_LONGEST)) {
    return `has a kid that is not 1 to ${KID_LONGEST} characters`;
  }
  const material = materialOf(jwk);
  if (typeof material === 'string') return material;
  const allowed = algorithmsOf(material);
  const alg = jwk['alg'];
  if (alg !== undefined && !allowed.includes(alg as SigningAlgorithm))
    return `must have an alg of ${allowed.join(', ')}`;
  return { kid, jwk: { ...material, ...(alg === undefined ? {} : { alg: alg as string }) } };
}

/** What a key may be used with. The key decides, never the header of what it is to check. */
export function algorithmsOf(jwk: JWK): readonly SigningAlgorithm[] {
  if (jwk.alg !== undefined) return SIGNING_ALGORITHMS.filter((one) => one === jwk.alg);
  if (jwk.kty === 'EC') return ['ES256'];
  return jwk.kty === 'OKP' ? ['EdDSA'] : ['RS256', 'PS256'];
}

function materialOf({ kty, crv, x, y, n, e }: Record<string, unknown>): JWK | string {
  if (kty === 'EC') return crv === 'P-256' && coordinates(x, y) ? ({ kty, crv, x, y } as JWK) : 'must be on P-256';
  if (kty === 'OKP') return crv === 'Ed25519' && coordinates(x) ? ({ kty, crv, x } as JWK) : 'must be on Ed25519';
  if (kty !== 'RSA') return 'must be of kty EC (P-256), OKP (Ed25519) or RSA';
  if (!isBase64url(n) || !isBase64url(e)) return 'must have n and e';
  if (bitsOf(e) > MOST_EXPONENT_BITS) return `must have an exponent of at most ${MOST_EXPONENT_BITS} bits`;
  const bits = bitsOf(n);
  return bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS
    ? { kty, n, e }
    : `must be an RSA key of ${LEAST_RSA_BITS} to ${MOST_RSA_BITS} bits`;
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

/** The keys of a JWK set (RFC 7517 §5); null when there is none. What is no set comes out as one key that is refused. */
export function keysOfSet(jwks: Record<string, unknown> | null | undefined): readonly unknown[] | null {
  if (!jwks) return null;
  const keys = jwks['keys'];
  return Array.isArray(keys) ? keys : [undefined];
}
