import { SaxesParser } from 'saxes';
import { Refusal } from '../../kernel/refusal.js';
import { FileDamaged, FileMarkupForbidden } from './tables.refusals.js';

/** The deepest nesting of elements, and the most attributes of one: a workbook has few of both. */
const DEEPEST = 32;
const MOST_ATTRIBUTES = 64;

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

  constructor(
    private readonly part: string,
    listener: Listener,
  ) {
    const { parser } = this;
    const damaged = () => new FileDamaged({ details: { part } });
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
      this.attributes = 0;
      this.depth += 1;
      if (this.depth > DEEPEST) throw damaged();
      listener.open?.(local(name), attributes as Attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.depth -= 1;
      listener.close?.(local(name));
    });
    if (listener.text) {
      const onText = (text: string) => listener.text!(text);
      parser.on('text', onText);
      parser.on('cdata', onText);
    }
  }

  write(piece: string): void {
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
