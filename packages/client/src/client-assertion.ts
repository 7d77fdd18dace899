/** A private key as JSON (RFC 7517). */
export interface Jwk {
  readonly kty?: string | undefined;
  readonly crv?: string | undefined;
  readonly alg?: string | undefined;
  readonly kid?: string | undefined;
  readonly [member: string]: unknown;
}

/** A private key of WebCrypto, good for `sign`. */
export interface SigningKey {
  readonly algorithm: { readonly name: string };
}

/** What a client signs to show who it is (RFC 7523). */
export interface Assertion {
  readonly clientId: string;
  /** The token endpoint's address. */
  readonly audience: string;
  readonly key: Jwk | SigningKey;
  readonly keyId?: string | undefined;
}

/** Seconds an assertion is good for: enough for the way and for clocks that differ a little. */
const LIFETIME = 60;

interface Signing {
  readonly alg: string;
  readonly importAs: { name: string; namedCurve?: string; hash?: string };
  readonly signWith: { name: string; hash?: string; saltLength?: number };
}

const ecdsa = (alg: string, namedCurve: string, hash: string): Signing => ({
  alg,
  importAs: { name: 'ECDSA', namedCurve },
  signWith: { name: 'ECDSA', hash },
});
const SIGNINGS: Record<string, Signing> = {
  ES256: ecdsa('ES256', 'P-256', 'SHA-256'),
  ES384: ecdsa('ES384', 'P-384', 'SHA-384'),
  EdDSA: { alg: 'EdDSA', importAs: { name: 'Ed25519' }, signWith: { name: 'Ed25519' } },
  RS256: {
    alg: 'RS256',
    importAs: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    signWith: { name: 'RSASSA-PKCS1-v1_5' },
  },
  PS256: {
    alg: 'PS256',
    importAs: { name: 'RSA-PSS', hash: 'SHA-256' },
    signWith: { name: 'RSA-PSS', saltLength: 32 },
  },
};

/** A signed JWT that proves the client's identity once, within a minute. `now` in milliseconds. */
export async function clientAssertion({ clientId, audience, key, keyId }: Assertion, now: number): Promise<string> {
  const signing = signingOf(key);
  const signer = await signerOf(key, signing);
  const kid = keyId ?? (key as { kid?: string }).kid;
  const seconds = Math.floor(now / 1_000);
  const header = { alg: signing.alg, typ: 'JWT', ...(kid === undefined ? {} : { kid }) };
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: audience,
    jti: globalThis.crypto.randomUUID(),
    iat: seconds,
    exp: seconds + LIFETIME,
  };
  const signed = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
  const signature = await crypto.subtle.sign(signing.signWith, signer, new TextEncoder().encode(signed));
  return `${signed}.${base64url(new Uint8Array(signature))}`;
}

type SubtleKey = Parameters<typeof crypto.subtle.sign>[1];

async function signerOf(key: Jwk | SigningKey, { importAs }: Signing): Promise<SubtleKey> {
  if (isSigningKey(key)) return key as SubtleKey;
  // Without what would keep the key from being imported for signing.
  const { key_ops: _, use: __, alg: ___, ...rest } = key;
  return crypto.subtle.importKey('jwk', rest as never, importAs, false, ['sign']);
}

function signingOf(key: Jwk | SigningKey): Signing {
  const alg = isSigningKey(key)
    ? algOf(key)
    : (key.alg ?? BY_CURVE[key.crv ?? ''] ?? (key.kty === 'RSA' ? 'RS256' : ''));
  const found = SIGNINGS[alg === 'Ed25519' ? 'EdDSA' : alg];
  if (!found) throw new TypeError(`a key for ${alg || 'an unknown algorithm'} cannot sign a client assertion`);
  return found;
}

const BY_CURVE: Record<string, string> = { 'P-256': 'ES256', 'P-384': 'ES384', Ed25519: 'EdDSA' };
const BY_NAME: Record<string, string> = { 'RSASSA-PKCS1-v1_5': 'RS256', 'RSA-PSS': 'PS256', Ed25519: 'EdDSA' };

function algOf({ algorithm }: SigningKey): string {
  return BY_NAME[algorithm.name] ?? BY_CURVE[(algorithm as { namedCurve?: string }).namedCurve ?? ''] ?? algorithm.name;
}

function isSigningKey(key: Jwk | SigningKey): key is SigningKey {
  return 'algorithm' in key && typeof key.algorithm === 'object';
}

function base64url(data: string | Uint8Array): string {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return globalThis.btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
