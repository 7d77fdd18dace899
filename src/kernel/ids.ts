import { randomFillSync } from 'node:crypto';

/** Every kind of object the public API names, with the prefix of its ids. Inside, an id is a plain uuid (version 7). */
export const ID_PREFIX = {
  organisation: 'org',
  member: 'mem',
  session: 'ses',
  apiKey: 'key',
  oauthClient: 'client',
  application: 'ver',
  document: 'doc',
  lawyer: 'law',
  case: 'case',
  lineChange: 'lch',
  evidence: 'evi',
  batch: 'bat',
  grab: 'grab',
  activity: 'act',
  repayment: 'rep',
  commission: 'com',
  payout: 'pay',
  account: 'acc',
  transfer: 'tra',
  entry: 'ent',
  event: 'evt',
  file: 'file',
  erpConnection: 'erp',
  erpRun: 'run',
  sandbox: 'sbx',
  webhookEndpoint: 'whe',
  webhookDelivery: 'whd',
  webhookReplay: 'whr',
  audit: 'aud',
} as const;
export type IdKind = keyof typeof ID_PREFIX;

/** An id of a kind as examples show it. */
export const sampleId = (kind: IdKind): string => `${ID_PREFIX[kind]}_01JABCDEFGHJKMNPQRSTVWXYZ0`;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Each two characters, by the ten bits they stand for. */
const PAIRS = Array.from({ length: 1024 }, (_, bits) => `${ALPHABET[bits >> 5]}${ALPHABET[bits & 31]}`);
const VALUE = new Map([...ALPHABET].map((char, index) => [char, BigInt(index)]));
const DASH = 45;
const DIGIT_0 = 48;
const LETTER_A = 97;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The last time that fits into an id. */
const LAST_MILLIS = 2 ** 48 - 1;

const pool = Buffer.alloc(1024);
let used = pool.length;
let lastMillis = 0;
let time = '00000000-0000-';
let sequence = 0;

/** The lowest id of version 7 that can be made at this time. */
export function firstIdAt(millis: number): string {
  const hex = Math.min(Math.max(millis, 0), LAST_MILLIS).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** A fresh uuid, version 7 (RFC 9562): 48 bits of time, a 12-bit counter that keeps one process monotonic, 62 random bits. */
export function newId(millis: number): string {
  if (millis > lastMillis || ++sequence > 0xfff) {
    lastMillis = Math.max(millis, lastMillis + 1);
    sequence = 0;
    const hex = lastMillis.toString(16).padStart(12, '0');
    time = `${hex.slice(0, 8)}-${hex.slice(8)}-`;
  }
  if (used + 8 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const tail = pool.subarray(used, used + 8);
  used += 8;
  tail[0] = (tail[0]! & 0x3f) | 0x80;
  const hex = tail.toString('hex');
  // Four digits of which the first is the version.
  const count = (0x7000 | sequence).toString(16);
  return `${time}${count}-${hex.slice(0, 4)}-${hex.slice(4)}`;
}

/** The public form of an id: prefix, underscore, 26 Crockford base-32 characters; sorts like the uuid inside. */
export function publicId(kind: IdKind, uuid: string): string {
  // 128 bits as 13 pairs of 10: two leading zero bits, then hex digits four bits at a time. Plain numbers: lists print many.
  let text = '';
  let held = 0;
  let bits = 2;
  for (let i = 0; i < 36; i += 1) {
    const code = uuid.charCodeAt(i);
    if (code === DASH) continue;
    held = (held << 4) | (code < LETTER_A ? code - DIGIT_0 : code - LETTER_A + 10);
    bits += 4;
    if (bits < 10) continue;
    bits -= 10;
    text += PAIRS[held >> bits];
    held &= (1 << bits) - 1;
  }
  return `${ID_PREFIX[kind]}_${text}`;
}

/** Reads a public id of one kind back to its uuid; `undefined` for anything malformed or of another kind. */
export function parsePublicId(kind: IdKind, text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const prefix = `${ID_PREFIX[kind]}_`;
  if (!text.startsWith(prefix) || text.length !== prefix.length + 26) return undefined;
  let value = 0n;
  for (const char of text.slice(prefix.length)) {
    const digit = VALUE.get(char);
    if (digit === undefined) return undefined;
    value = (value << 5n) | digit;
  }
  if (value >> 128n !== 0n) return undefined;
  const hex = value.toString(16).padStart(32, '0');
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return isUuid(uuid) ? uuid : undefined;
}

/** Whether a value is the text of a uuid, which PostgreSQL can compare. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
