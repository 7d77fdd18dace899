import { SaxesParser } from 'saxes';
import { Refusal } from '../../kernel/refusal.js';
import { FileDamaged, FileMarkupForbidden, FileTooComplex } from './tables.refusals.js';

/** The deepest nesting of elements, and the most attributes of one: a workbook has few of both. */
const DEEPEST = 32;
const MOST_ATTRIBUTES = 64;
/** The most characters of one tag, text, comment or section: the parser gathers each before it hands it over. */
const MOST_CHARS = 1024 * 1024;
/** Everything the parser hands over when it is complete. */
const COMPLETE = ['xmldecl', 'text', 'cdata', 'comment', 'processinginstruction', 'opentag', 'closetag'] as const;

export type Attributes = Readonly<Record<string, string>>;

/** Receives elements and text of markup. Names come without their prefix. */
export interface Listener {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads XML that arrives in pieces. Document types and entities beyond the five of XML are refused (FileMarkupForbidden). */
export class Markup {
  private readonly parser = new SaxesParser({ xmlns: false });
  private depth = 0;
  private attributes = 0;
  /** Characters written since something was complete, at least. */
  private gathered = 0;

  constructor(
    private readonly part: string,
    listener: Listener,
  ) {
    const { parser } = this;
    const damaged = () => new FileDamaged({ details: { part } });
    const complete = () => {
      this.gathered = 0;
    };
    for (const kind of COMPLETE) parser.on(kind, complete);
    parser.on('doctype', () => {
      throw new FileMarkupForbidden({ details: { part } });
    });
    parser.on('error', () => {
      throw damaged();
    });
    parser.on('attribute', () => {
      this.attributes += 1;
      if (this.attributes > MOST_ATTRIBUTES) throw damaged();
    });
    parser.on('opentag', ({ name, attributes }) => {
      complete();
      this.attributes = 0;
      this.depth += 1;
      if (this.depth > DEEPEST) throw damaged();
      listener.open?.(local(name), attributes as Attributes);
    });
    parser.on('closetag', ({ name }) => {
      complete();
      this.depth -= 1;
      listener.close?.(local(name));
    });
    if (listener.text) {
      const onText = (text: string) => {
        complete();
        listener.text!(text);
      };
      parser.on('text', onText);
      parser.on('cdata', onText);
    }
  }

  /** Throws FileTooComplex before a text is held that is longer than any a workbook has. */
  write(piece: string): void {
    this.gathered += piece.length;
    if (this.gathered > MOST_CHARS) throw new FileTooComplex();
    this.safely(() => this.parser.write(piece));
  }

  end(): void {
    this.safely(() => this.parser.close());
  }

  private safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw error instanceof Refusal ? error : new FileDamaged({ details: { part: this.part } });
    }
  }
}

/** Reads a whole part. */
export async function readMarkup(part: string, pieces: AsyncIterable<string>, listener: Listener): Promise<void> {
  const markup = new Markup(part, listener);
  for await (const piece of pieces) markup.write(piece);
  markup.end();
}

/** A name without its prefix: some programs write `x:row`. */
export function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
