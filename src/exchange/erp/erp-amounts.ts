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

/** A ten-thousandth of a fen, and half a fen, counted in 10⁻⁸ yuan. */
const DUST = 100n;
const HALF_A_FEN = 500_000n;
const A_FEN = 1_000_000n;

/**
 * An amount as an ERP writes it in JSON or XML, exactly in fen: `1234.5`, `"1234.50"`, `1234.5000000000`. Undefined for fractions
 * of a fen, exponents in texts and amounts larger than a case may have: nothing is rounded. What binary fractions leave behind
 * when an ERP adds them up (`8000.000000000001`) is no fraction of a fen, and less than half a fen (`4.5e-13`) is nothing.
 */
export function fenOf(value: unknown): Fen | undefined {
  if (typeof value === 'string' && value.length > MOST_AMOUNT_CHARS) return undefined;
  const text = typeof value === 'number' ? digitsOf(value) : typeof value === 'string' ? value.trim() : '';
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole, places = ''] = match;
  const exact = BigInt(whole!) * 100n * A_FEN + BigInt(places.slice(0, 8).padEnd(8, '0'));
  const fen = (exact + HALF_A_FEN) / A_FEN;
  const rest = exact > fen * A_FEN ? exact - fen * A_FEN : fen * A_FEN - exact;
  if ((rest > DUST && exact >= HALF_A_FEN) || fen > MAX_FEN) return undefined;
  return sign === '-' ? -fen : fen;
}

/** What is written with a minus, the creditor owes: a credit note, whatever it is called. */
export const isNegative = (fen: Fen | undefined) => fen !== undefined && fen < 0n;

/** JSON numbers of up to fifteen digits convert back to text exactly as they were sent; small ones would get an exponent. */
function digitsOf(value: number): string {
  return Math.abs(value) < 1 ? value.toFixed(10) : String(value);
}

/** A text, cut to what any field may have, in which NUL, which cannot be stored, is shown as damaged; null for the empty values of ERPs: false in Odoo, null or blank in others. */
export function textOf(value: unknown): string | null {
  const given = typeof value === 'string' ? beginningOf(value) : typeof value === 'number' ? String(value) : '';
  const text = given.replaceAll('\0', '\ufffd').trim();
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
  if (typeof text === 'string' && text !== '' && text.length <= MOST_KEY_CHARS && !text.includes('\0')) return text;
  throw new ErpFault('later', 'ERP_ANSWER_STRANGE');
}
