import { createHmac, type KeyObject, sign } from 'node:crypto';

type Json = Record<string, unknown>;

/** Keys of a forger: none of them is ours. */
export interface ForgersKeys {
  readonly privateKey: KeyObject;
  readonly publicJwk: Json;
  /** What of ours anybody may read: such as the public key of a client, taken for a shared secret. */
  readonly guesses: readonly (string | Buffer)[];
}

export const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const hmac = (algorithm: string, key: string | Buffer, text: string) =>
  createHmac(algorithm, key).update(text).digest('base64url');
export const signedBy = (key: string | Buffer, header: unknown, claims: unknown, algorithm = 'sha256') => {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${hmac(algorithm, key, text)}`;
};

const ALGORITHMS = [
  ...[
    'none',
    'None',
    'NONE',
    'nOnE',
    '',
    null,
    0,
    [],
    ['HS256'],
    {},
    'HS256',
    'hs256',
    'HS256 ',
    'HS384',
    'HS512',
    'HS1',
  ],
  ...['RS256', 'RS1', 'PS256', 'ES256', 'ES256K', 'EdDSA', 'dir', 'A128KW', 'PBES2-HS256+A128KW', 'RSA1_5'],
];

/** Parts of a header that ask a reader to take the forger's key, to fetch one, or to read the rest in another way. */
function headersThatAsk({ publicJwk }: ForgersKeys): Json[] {
  const url = 'https://93.184.215.14/keys.json';
  const kids = [
    'oauth-client',
    '../../../../dev/null',
    '/dev/null',
    "x' UNION SELECT 'secret",
    '',
    0,
    null,
    ['a'],
    'a'.repeat(9_000),
  ];
  return [
    ...kids.map((kid) => ({ kid })),
    { jwk: publicJwk },
    { jwk: { kty: 'oct', k: part('secret') } },
    { jku: url },
    { jku: 'file:///etc/hostname' },
    { x5u: url },
    { x5c: ['MIIB'] },
    { x5t: 'AAAA', 'x5t#S256': 'AAAA' },
    { crit: ['exp'], exp: 9_999_999_999 },
    { crit: ['b64'], b64: false },
    { crit: [] },
    { crit: 'b64' },
    { b64: false },
    { zip: 'DEF' },
    { enc: 'A256GCM', alg: 'dir' },
    { cty: 'JWT' },
    { typ: 'JWT' },
    { typ: 'at+JWT' },
    { typ: 'application/at+jwt' },
    { typ: null },
    { typ: ['at+jwt'] },
    { url: 'x', nonce: 'y' },
    { alg: 'HS256', ALG: 'none' },
  ];
}

/** Claims a forger would like to have. */
function claimsToWish(claims: Json, others: Json): Json[] {
  const now = Math.floor(Date.now() / 1000);
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
  return [
    { ...claims, ...others },
    ...Object.entries(others).map(([name, value]) => ({ ...claims, [name]: value })),
    ...Object.keys(claims).map((name) => without(name)),
    ...[now - 1, 0, -1, 1e300, '9999999999', null, true, [now + 600]].map((exp) => ({ ...claims, exp })),
    ...[now + 600, '0', null].map((nbf) => ({ ...claims, nbf, iat: now + 600 })),
    ...['recourse-apis', '', '*', ['elsewhere'], null, 'RECOURSE-API'].map((aud) => ({ ...claims, aud })),
    ...['Recourse', '', 'https://elsewhere.example', null, ['recourse-x']].map((iss) => ({ ...claims, iss })),
    { ...claims, roles: ['owner', 'platform'], kind: 'platform' },
    { ...claims, sub: ['x'] },
    {},
  ];
}

/** Texts that look like a token of ours and are not: by algorithm, by header, by claims, by the signature. */
export function forgeries(genuine: string, others: Json, keys: ForgersKeys): string[] {
  const [head, body, signature] = genuine.split('.') as [string, string, string];
  const [header, claims] = [head, body].map((one) => JSON.parse(Buffer.from(one, 'base64url').toString())) as [
    Json,
    Json,
  ];
  const rsa = (first: unknown, second: unknown) => {
    const text = `${part(first)}.${part(second)}`;
    return `${text}.${sign('sha256', Buffer.from(text), keys.privateKey).toString('base64url')}`;
  };
  const secrets = ['', 'secret', 'recourse', '\0', Buffer.alloc(32), ...keys.guesses];
  const byAlgorithm = ALGORITHMS.flatMap((alg) => [
    `${part({ ...header, alg })}.${body}.`,
    `${part({ ...header, alg })}.${body}.${signature}`,
    signedBy('secret', { ...header, alg }, claims),
    rsa({ ...header, alg }, claims),
  ]);
  const byHeader = headersThatAsk(keys).flatMap((more) => [
    `${part({ ...header, ...more })}.${body}.${signature}`,
    signedBy('secret', { ...header, ...more }, claims),
    signedBy('', { ...header, ...more }, claims),
    rsa({ ...header, alg: 'RS256', ...more }, claims),
  ]);
  const byClaims = claimsToWish(claims, others).flatMap((wish) => [
    `${head}.${part(wish)}.${signature}`,
    `${head}.${part(wish)}.`,
    signedBy('secret', header, wish),
  ]);
  const bySecret = secrets.flatMap((secret) => [
    signedBy(secret, header, claims),
    signedBy(secret, { ...header, alg: 'HS512' }, claims, 'sha512'),
  ]);
  return [...byAlgorithm, ...byHeader, ...byClaims, ...bySecret].filter((one) => one !== genuine);
}

/** The same with keys that are ours, which nobody has: what must hold even then. */
export function claimsUnder(key: string | Buffer, genuine: string, others: Json): string[] {
  const [header, claims] = genuine
    .split('.')
    .slice(0, 2)
    .map((one) => JSON.parse(Buffer.from(one, 'base64url').toString())) as [Json, Json];
  const now = Math.floor(Date.now() / 1000);
  const wrong: Json[] = [
    { exp: now - 1 },
    { exp: undefined },
    { exp: 'soon' },
    { nbf: now + 900 },
    { aud: 'elsewhere' },
    { aud: undefined },
    { iss: 'https://elsewhere.example' },
    { iss: undefined },
    { sub: undefined },
    { sub: 'x' },
    { sub: '00000000-0000-4000-8000-000000000000' },
    ...('sid' in claims ? [{ sid: '00000000-0000-4000-8000-000000000000' }] : []),
    { sub: others['sub'] },
    { sub: others['sub'], client_id: others['sub'] },
  ];
  const headers = [
    { alg: 'HS384' },
    { typ: 'JWT' },
    { kid: 'x' },
    { crit: ['b64'], b64: false },
    { zip: 'DEF' },
    { enc: 'A256GCM' },
  ];
  return [
    ...wrong.map((more) => signedBy(key, header, { ...claims, ...more })),
    ...headers.map((more) => signedBy(key, { ...header, ...more }, claims, more.alg ? 'sha384' : 'sha256')),
  ];
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Other spellings of a genuine token, and genuine tokens that are damaged. */
export function spellings(genuine: string): string[] {
  const parts = genuine.split('.');
  const sparing = parts.flatMap((one, at) => {
    const last = ALPHABET.indexOf(one.at(-1)!);
    return [1, 2, 3]
      .map((bit) => one.slice(0, -1) + ALPHABET[last ^ bit])
      .filter((other) => Buffer.from(other, 'base64url').equals(Buffer.from(one, 'base64url')))
      .map((other) => parts.with(at, other).join('.'));
  });
  const damaged = Array.from({ length: genuine.length }, (_, at) => at)
    .filter((at) => at % 5 === 0)
    .map((at) => genuine.slice(0, at) + (genuine[at] === 'x' ? 'y' : 'x') + genuine.slice(at + 1));
  const [head, body, signature] = parts as [string, string, string];
  return [
    ...sparing,
    ...damaged,
    ...[',', ';', '.', '=', '==', '%20', '%00', '"', "'", '#', '?x', '/', '\u00a0'].flatMap((more) => [
      genuine + more,
      more + genuine,
      `${genuine}${more}words`,
    ]),
    // Blanks behind a header's value are not part of it.
    ...[' ', '\t'].flatMap((blank) => [blank + genuine, `${genuine}${blank}words`]),
    ...[
      `${head}.${body}`,
      `${head}..${signature}`,
      `.${body}.${signature}`,
      '..',
      '.',
      `${genuine}.`,
      `${genuine}.${signature}`,
    ],
    ...[
      `${genuine},${genuine}`,
      `${genuine} ${genuine}`,
      `Bearer ${genuine}`,
      genuine.toUpperCase(),
      genuine.toLowerCase(),
    ],
    ...[`"${genuine}"`, `<${genuine}>`, `[${genuine}]`, part(genuine), encodeURIComponent(JSON.stringify({ genuine }))],
    ...[`${head}.${body}.${signature.replaceAll('-', '+').replaceAll('_', '/')}=`, `${head}=.${body}=.${signature}=`],
    ...[`${head}.${body}.${Buffer.from(signature, 'base64url').toString('hex')}`, 'a'.repeat(5_000)],
    JSON.stringify({ payload: body, protected: head, signature }),
  ];
}
