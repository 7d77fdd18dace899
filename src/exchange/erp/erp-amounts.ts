import { type Fen, MAX_FEN } from '../../kernel/index.js';

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d+))?$/;

/**
 * An amount as an ERP writes it in JSON or XML, exactly in fen: `1234.5`, `"1234.50"`, `1234.5000000000`. A number with
 * parts of a fen, in exponents or larger than a case may be is undefined: nothing is ever rounded. JSON numbers up to
 * fifteen digits are written back exactly as they were sent.
 */
export function fenOf(value: unknown): Fen | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole, places = ''] = match;
  if (/[^0]/.test(places.slice(2))) return undefined;
  const fen = BigInt(whole!) * 100n + BigInt(places.slice(0, 2).padEnd(2, '0'));
  if (fen > MAX_FEN) return undefined;
  return sign === '-' ? -fen : fen;
}

/** A text an ERP may leave out in its own way: Odoo says false, others null or blank. */
export function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return text === '' ? null : text;
}
