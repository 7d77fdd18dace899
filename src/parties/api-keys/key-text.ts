import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FORM = /^(r[ks]_(?:live|test)_)([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/;

/** The prefix of an API key (`rk_`) and of an OAuth client's secret (`rs_`), by which secret scanners find them. */
export type KeyKind = 'rk' | 'rs';
/** Whether it works for a live organisation or for one of a sandbox. */
export type KeyMode = 'live' | 'test';

/** A new API key or client secret: prefix, 32 base-62 characters (190 random bits), 6 of checksum. */
export function newKeyText(kind: KeyKind, mode: KeyMode): string {
  const prefix = `${kind}_${mode}_`;
  let body = '';
  while (body.length < 32) {
    // Bytes of 248 and above are skipped, so that every character is equally likely.
    for (const byte of randomBytes(48)) if (byte < 248 && body.length < 32) body += BASE62[byte % 62];
  }
  return `${prefix}${body}${checksumOf(prefix, body)}`;
}

/** The mode of a well-formed text of this kind with the right checksum: a typing error is found without a query. */
export function keyModeOf(kind: KeyKind, text: string): KeyMode | undefined {
  const [, prefix, body, checksum] = FORM.exec(text) ?? [];
  if (!prefix?.startsWith(`${kind}_`) || checksumOf(prefix, body!) !== checksum) return undefined;
  return prefix.endsWith('_test_') ? 'test' : 'live';
}

/** CRC-32 of prefix and body in six base-62 characters. It finds typing errors and is no protection. */
function checksumOf(prefix: string, body: string): string {
  let value = crc32(prefix + body);
  let text = '';
  for (let i = 0; i < 6; i += 1) {
    text = BASE62[value % 62] + text;
    value = Math.floor(value / 62);
  }
  return text;
}

/** The mode of an organisation's keys and secrets, which is part of their prefix. */
export function modeOf({ sandboxId }: { sandboxId: string | null }): KeyMode {
  return sandboxId === null ? 'live' : 'test';
}
