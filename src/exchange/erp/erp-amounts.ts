import { type Fen, MAX_FEN } from '../../kernel/index.js';
import { ErpFault } from './erp-fault.js';

/**
 * The most characters read of a text of an ERP: more than any field of a case has, so that admission still sees what is too
 * long.
 */
const MOST_CHARS = 2_000;
/** The most characters read as an amount. */
const MOST_AMOUNT_CHARS = 60;
const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d+))?$/;

/**
 * An amount as an ERP writes it in JSON or XML, exactly in fen: `1234.5`, `"1234.50"`, `1234.5000000000`. Undefined for fractions
 * of a fen, exponents and amounts larger than a case may have: nothing is rounded. JSON numbers of up to fifteen digits convert
 * back to text exactly as they were sent.
 */
export function fenOf(value: unknown): Fen | undefined {
  if (typeof value === 'string' && value.length > MOST_AMOUNT_CHARS) return undefined;
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole, places = ''] = match;
  if (/[^0]/.test(places.slice(2))) return undefined;
  const fen = BigInt(whole!) * 100n + BigInt(places.slice(0, 2).padEnd(2, '0'));
  if (fen > MAX_FEN) return undefined;
  return sign === '-' ? -fen : fen;
}

/** A text, cut to what any field may have; null for the empty values of ERPs: false in Odoo, null or blank in others. */
export function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? beginningOf(value).trim() : typeof value === 'number' ? String(value) : '';
  return text === '' ? null : text;
}

/** Never half a character. */
function beginningOf(text: string): string {
  if (text.length <= MOST_CHARS) return text;
  const code = text.charCodeAt(MOST_CHARS - 1);
  return text.slice(0, code >= 0xd800 && code <= 0xdbff ? MOST_CHARS - 1 : MOST_CHARS);
}

/** The most characters of the key of a document. */
const MOST_KEY_CHARS = 140;

/** A key as text. Throws ERP_ANSWER_STRANGE for what cannot be one: the next page is asked for by it. */
export function keyOf(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && text !== '' && text.length <= MOST_KEY_CHARS) return text;
  throw new ErpFault('later', 'ERP_ANSWER_STRANGE');
}
