import { type Fen, MAX_FEN } from '../../kernel/index.js';

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d+))?$/;

/**
 * An amount as an ERP writes it in JSON or XML, exactly in fen: `1234.5`, `"1234.50"`, `1234.5000000000`. Undefined for fractions
 * of a fen, exponents and amounts larger than a case may have: nothing is rounded. JSON numbers of up to fifteen digits convert
 * back to text exactly as they were sent.
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

/** A text; null for the empty values of ERPs: false in Odoo, null or blank in others. */
export function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return text === '' ? null : text;
}
