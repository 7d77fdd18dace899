import { isAscii } from 'node:buffer';
import { chanceOf, isLatin, PairCounts, rivalOf, withoutMojibake } from './plausibility.js';
import { FileEncodingDamaged, FileEncodingUnsupported, FileNotText } from './tables.refusals.js';

export type Encoding = 'utf-8' | 'gb18030';

/** Signatures of files sent by mistake instead of a CSV, with their names. */
const SIGNATURES: readonly [bytes: readonly number[], kind: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'XLSX/ZIP'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'XLS/DOC'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x1f, 0x8b], 'GZIP'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
];

/** One broken sequence in this many bytes is a damaged cell, refused with its row; more mean another encoding. */
const BYTES_PER_BREAK = 500;
/** With this many valid UTF-8 characters per broken one a file is damaged UTF-8, not GB18030 that happens to fit. */
const SOUND_PER_BREAK = 20;

/**
 * Decides the encoding of a byte stream pushed in pieces, in constant memory. UTF-8 when every byte of it is strictly valid
 * (RFC 3629: no overlong forms, no surrogates) or when it starts with a BOM; else GB18030 (GB 18030-2022), of which GBK and
 * GB 2312 are subsets, when it has that structure and its characters are plausible. UTF-16, binaries, damaged UTF-8 and other
 * encodings are refused rather than guessed: mojibake would be admitted as names.
 */
export class EncodingProbe {
  private head = Buffer.alloc(0);
  private bytes = 0;
  private nulsEven = 0;
  private nulsOdd = 0;
  private readonly utf8 = new Utf8Scan();
  private readonly gb = new GbScan();

  push(chunk: Buffer): void {
    if (this.head.length < 4) this.head = Buffer.concat([this.head, chunk.subarray(0, 4)]);
    if (this.bytes === 0 || this.nulsEven + this.nulsOdd < 64) this.countNuls(chunk);
    if (!(isAscii(chunk) && this.utf8.idle && this.gb.idle)) {
      this.utf8.scan(chunk, this.bytes);
      this.gb.scan(chunk);
    }
    this.bytes += chunk.length;
  }

  /** The encoding, after all pieces were pushed. Throws FileNotText, FileEncodingUnsupported or FileEncodingDamaged. */
  verdict(): Encoding {
    this.utf8.end(this.bytes);
    this.gb.end();
    const signature = SIGNATURES.find(([bytes]) => bytes.every((byte, i) => this.head[i] === byte));
    if (signature) throw new FileNotText({ details: { kind: signature[1] } });
    this.refuseUtf16();
    // A BOM determines the encoding; a few damaged characters then only affect their rows.
    const bom = this.head[0] === 0xef && this.head[1] === 0xbb && this.head[2] === 0xbf;
    if (bom && tolerable(this.utf8.broken, this.bytes)) return 'utf-8';
    if (this.utf8.broken === 0) return this.utf8.hasLong ? 'utf-8' : this.unlessByChance();
    const damaged = bom || this.utf8.sound >= SOUND_PER_BREAK * this.utf8.broken;
    if (!damaged && tolerable(this.gb.broken, this.bytes)) return this.plausibly();
    throw new FileEncodingDamaged({ details: { offset: this.utf8.firstBreak } });
  }

  /** Two bytes for each character may be a character of UTF-8 or of GB18030. */
  private unlessByChance(): Encoding {
    const encoding = this.gb.broken === 0 ? chanceOf(this.gb.pairs, this.gb.besideLatin) : undefined;
    if (encoding === undefined) return 'utf-8';
    if (encoding === 'gb18030') return 'gb18030';
    throw new FileEncodingUnsupported({ details: { encoding } });
  }

  private plausibly(): Encoding {
    const encoding = rivalOf(this.gb.pairs);
    if (encoding !== undefined) throw new FileEncodingUnsupported({ details: { encoding } });
    return 'gb18030';
  }

  private countNuls(chunk: Buffer): void {
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) {
      if ((this.bytes + at) % 2 === 0) this.nulsEven += 1;
      else this.nulsOdd += 1;
      if (this.nulsEven + this.nulsOdd >= 64) return;
    }
  }

  private refuseUtf16(): void {
    const [a, b] = this.head;
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) throw utf16();
    const nuls = this.nulsEven + this.nulsOdd;
    if (nuls === 0) return;
    if (this.bytes % 2 === 0 && (this.nulsEven === 0 || this.nulsOdd === 0) && nuls > 1) throw utf16();
    throw new FileNotText({ details: { kind: 'binary' } });
  }
}

const utf16 = () => new FileEncodingUnsupported({ details: { encoding: 'UTF-16' } });
const tolerable = (broken: number, bytes: number) => broken === 0 || broken * BYTES_PER_BREAK <= bytes;

/** Counts valid and broken characters beyond ASCII of strict UTF-8, one byte at a time. */
class Utf8Scan {
  /** Whether some character has three bytes or more, as Chinese has. */
  hasLong = false;
  sound = 0;
  broken = 0;
  firstBreak = -1;
  private need = 0;
  private low = 0x80;
  private high = 0xbf;

  get idle(): boolean {
    return this.need === 0;
  }

  scan(chunk: Buffer, offset: number): void {
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i]!;
      if (this.need > 0) {
        const fits = byte >= this.low && byte <= this.high;
        this.low = 0x80;
        this.high = 0xbf;
        if (fits) {
          if (this.need > 1) this.hasLong = true;
          if (--this.need === 0) this.sound += 1;
          continue;
        }
        this.need = 0;
        this.mark(offset + i);
      }
      if (byte >= 0x80) this.lead(byte, offset + i);
    }
  }

  end(offset: number): void {
    if (this.need > 0) this.mark(offset);
    this.need = 0;
  }

  private lead(byte: number, at: number): void {
    if (byte >= 0xc2 && byte <= 0xdf) this.need = 1;
    else if (byte >= 0xe0 && byte <= 0xef) {
      this.need = 2;
      if (byte === 0xe0) this.low = 0xa0;
      if (byte === 0xed) this.high = 0x9f;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      this.need = 3;
      if (byte === 0xf0) this.low = 0x90;
      if (byte === 0xf4) this.high = 0x8f;
    } else this.mark(at);
  }

  private mark(at: number): void {
    this.broken += 1;
    if (this.firstBreak < 0) this.firstBreak = at;
  }
}

/** The structure of GB18030: one byte, two bytes (81–FE, 40–7E or 80–FE) or four (81–FE, 30–39, 81–FE, 30–39). */
class GbScan {
  broken = 0;
  readonly pairs = new PairCounts();
  /** Pairs right behind a Latin letter. */
  besideLatin = 0;
  private state = 0;
  private lead = 0;
  private afterLatin = false;

  get idle(): boolean {
    return this.state === 0;
  }

  scan(chunk: Buffer): void {
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i]!;
      const next = this.step(byte);
      if (next < 0) this.broken += 1;
      this.state = Math.max(next, 0);
    }
  }

  end(): void {
    if (this.state !== 0) this.broken += 1;
    this.state = 0;
  }

  private step(byte: number): number {
    const high = byte >= 0x81 && byte <= 0xfe;
    const digit = byte >= 0x30 && byte <= 0x39;
    if (this.state === 0) {
      if (high && this.afterLatin) this.besideLatin += 1;
      this.afterLatin = isLatin(byte);
      this.lead = byte;
      return byte < 0x80 ? 0 : high ? 1 : -1;
    }
    if (this.state === 1) {
      if (digit) return 2;
      if (byte < 0x40 || byte > 0xfe || byte === 0x7f) return -1;
      this.pairs.add(this.lead, byte);
      return 0;
    }
    if (this.state === 2) return high ? 3 : -1;
    return digit ? 0 : -1;
  }
}

/** Reads a whole byte stream once and decides its encoding. */
export async function detectEncoding(bytes: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Encoding> {
  const probe = new EncodingProbe();
  for await (const chunk of bytes) probe.push(chunk);
  return probe.verdict();
}

/** What these bytes most plausibly are: UTF-8, GB18030 or another encoding by its name; undefined when they are in none of them. */
export function likelyEncoding(bytes: Buffer): string | undefined {
  const probe = new EncodingProbe();
  probe.push(bytes);
  try {
    return probe.verdict();
  } catch (error) {
    if (error instanceof FileEncodingUnsupported) return String(error.details?.['encoding']);
    if (error instanceof FileEncodingDamaged || error instanceof FileNotText) return undefined;
    throw error;
  }
}

/**
 * Decodes a byte stream to text, piece by piece, without its BOM. A damaged character becomes U+FFFD, for which its row is
 * refused.
 */
export async function* decoded(
  bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const clean = (text: string) => (encoding === 'gb18030' ? withoutMojibake(text) : text);
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text) yield clean(text);
  }
  const rest = decoder.decode();
  if (rest) yield clean(rest);
}
