import { FileTooComplex } from './tables.refusals.js';
import type { Archive } from './xlsx-archive.js';
import { readMarkup } from './xlsx-markup.js';

const FIRST_BYTES = 64 * 1024;
/** The most bytes of all shared texts of a workbook. */
const MOST_BYTES = 64 * 1024 * 1024;
/** The most characters a spreadsheet keeps in a cell. */
const MOST_CHARS = 32_767;
/** A character XML cannot hold is written as seven. */
const MOST_WRITTEN = 7 * MOST_CHARS;

/**
 * The shared texts of a workbook, stored end to end as UTF-8 outside of the heap, so that they take no more memory than the part
 * itself.
 */
export class SharedStrings {
  private bytes = Buffer.allocUnsafe(FIRST_BYTES);
  private ends = new Uint32Array(4_096);
  private used = 0;
  private count = 0;

  static async read(archive: Archive, part: string | undefined): Promise<SharedStrings> {
    const strings = new SharedStrings();
    if (part && archive.has(part)) await strings.fill(part, archive.text(part));
    return strings;
  }

  /** The text at an index; undefined when there is none. */
  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }

  private async fill(part: string, pieces: AsyncIterable<string>): Promise<void> {
    const text = new RichText();
    await readMarkup(part, pieces, {
      open: (name) => {
        if (name === 'si') text.clear();
        text.open(name);
      },
      text: (piece) => text.add(piece),
      close: (name) => {
        text.close(name);
        if (name === 'si') this.push(text.value);
      },
    });
  }

  private push(text: string): void {
    const size = Buffer.byteLength(text);
    if (this.used + size > MOST_BYTES) throw new FileTooComplex();
    if (this.used + size > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.used + size));
      this.bytes.copy(larger, 0, 0, this.used);
      this.bytes = larger;
    }
    if (this.count === this.ends.length) {
      const larger = new Uint32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.used += this.bytes.write(text, this.used);
    this.ends[this.count] = this.used;
    this.count += 1;
  }
}

/** The text of a cell as it arrives. Throws FileTooComplex before it is longer than a spreadsheet keeps. */
export class CellText {
  private parts = '';

  get value(): string {
    const text = unescaped(this.parts);
    if (text.length > MOST_CHARS) throw new FileTooComplex();
    return text;
  }

  clear(): void {
    this.parts = '';
  }

  append(text: string): void {
    if (this.parts.length + text.length > MOST_WRITTEN) throw new FileTooComplex();
    this.parts += text;
  }
}

/** The text of a rich string: its runs, without the phonetic aids East Asian programs add. */
export class RichText extends CellText {
  private inText = false;
  private inAid = false;

  open(name: string): void {
    if (name === 'rPh') this.inAid = true;
    if (name === 't') this.inText = true;
  }

  add(text: string): void {
    if (this.inText && !this.inAid) this.append(text);
  }

  close(name: string): void {
    if (name === 'rPh') this.inAid = false;
    if (name === 't') this.inText = false;
  }
}

/** `_x000D_` stands for a character XML cannot hold (ECMA-376 part 1, 22.9.2.19); a plain `_x` is written `_x005F_x`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
