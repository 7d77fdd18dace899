import type { SensitiveValue } from './sensitive.js';

const PREFIX = 4;

/** Looks for many values at once in bytes: the first four bytes of a value say whether to look closer. */
export class Needles {
  private readonly byPrefix = new Map<number, { bytes: Buffer; value: SensitiveValue }[]>();
  /** One bit per 16-bit mix of a prefix: most places are told off without touching the map. */
  private readonly sieve = new Uint8Array(65_536);

  constructor(values: readonly SensitiveValue[]) {
    for (const value of values) {
      // Digits and Latin letters are the same bytes in UTF-8 and GB18030; UTF-16 is what Windows programs write.
      for (const encoding of ['utf8', 'utf16le'] as const) this.add(value, Buffer.from(value.value, encoding));
    }
  }

  /** Calls back for every place where a value stands. */
  find(hay: Buffer, found: (value: SensitiveValue, at: number) => void): void {
    const last = hay.length - PREFIX;
    for (let at = 0; at <= last; at += 1) {
      const prefix = prefixAt(hay, at);
      if (this.sieve[mixed(prefix)] === 0) continue;
      for (const { bytes, value } of this.byPrefix.get(prefix) ?? []) {
        if (hay.subarray(at, at + bytes.length).equals(bytes)) found(value, at);
      }
    }
  }

  private add(value: SensitiveValue, bytes: Buffer): void {
    if (bytes.length < PREFIX) throw new RangeError('a value to look for needs at least four bytes');
    const prefix = prefixAt(bytes, 0);
    this.sieve[mixed(prefix)] = 1;
    const same = this.byPrefix.get(prefix);
    if (same) same.push({ bytes, value });
    else this.byPrefix.set(prefix, [{ bytes, value }]);
  }
}

function prefixAt(bytes: Buffer, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

function mixed(prefix: number): number {
  return (Math.imul(prefix, 0x9e3779b1) >>> 16) & 0xffff;
}
