import { daysMeant } from '../../kernel/calendar.js';

/** Exact numbers and days of a workbook: number cells are decimal text and are never converted to a float. */

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Significant digits a spreadsheet keeps of what a person types. */
const KEPT = 15;
/** The longest text read as a number: programs write up to some thirty characters. */
const MOST_CHARS = 100;

export interface NumberCell {
  /** Plain decimal notation. */
  readonly text: string;
  /** More digits before the point than a spreadsheet keeps, such as an identity number typed as a number. */
  readonly digitsLost: boolean;
}

/**
 * The text of a number cell in plain notation. Programs write the nearest double with up to 17 digits (`4.5599999999999996`): a
 * number with more digits than a spreadsheet keeps and more than two decimals is rounded to fifteen digits, as it was typed. A
 * number with at most two decimals, however large, stays unchanged.
 */
export function plainNumber(cell: string): NumberCell {
  const match = cell.length > MOST_CHARS ? null : NUMBER.exec(cell.trim());
  if (!match || (match[2] === '' && !match[3])) return { text: cell, digitsLost: false };
  const [, sign, whole = '', decimals = '', exponent = '0'] = match;
  const shifted = whole.length + Number.parseInt(exponent, 10);
  const leading = /^0*/.exec(whole + decimals)![0].length;
  let digits = withoutZeros((whole + decimals).slice(leading));
  let point = shifted - leading;
  if (digits === '') return { text: '0', digitsLost: false };
  if (point > 40 || point < -40) return { text: cell, digitsLost: point > KEPT };
  if (digits.length > KEPT && digits.length - point > 2) {
    const kept = rounded(digits);
    point += kept.length - KEPT;
    digits = withoutZeros(kept);
  }
  return { text: `${sign === '-' ? '-' : ''}${placed(digits, point)}`, digitsLost: point > KEPT };
}

function withoutZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** The first fifteen digits, rounded half up; sixteen when the rounding carried over. */
function rounded(digits: string): string {
  const head = BigInt(digits.slice(0, KEPT)) + (digits.charCodeAt(KEPT) >= 0x35 ? 1n : 0n);
  return head.toString();
}

function placed(digits: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return digits.padEnd(point, '0');
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

const SECONDS_OF_DAY = 86_400;
const DAY_MS = SECONDS_OF_DAY * 1000;
/** Serial 60 is 29 February 1900, which did not exist; days before it are one further from the epoch. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_SERIAL = 2_958_465;

/** The day of a date cell as YYYY-MM-DD; undefined when the number is not a day. */
export function dayOfSerial(cell: string, since1904: boolean): string | undefined {
  const match = /^(\d{1,7})(\.\d+)?$/.exec(plainNumber(cell).text);
  const serial = match ? Number.parseInt(match[1]!, 10) + daysMeant(Number(match[2] ?? 0) * SECONDS_OF_DAY) : 0;
  if (serial < 1 || serial > LAST_SERIAL) return undefined;
  const days = !since1904 && serial < 60 ? serial + 1 : serial;
  return new Date((since1904 ? EPOCH_1904 : EPOCH_1900) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A percentage as its cell shows it: `15%` for `0.15`. A text that is not a number stays unchanged. */
export function percentText(cell: string): string {
  const { text } = plainNumber(cell);
  return PLAIN.test(text) ? `${plainNumber(`${text}E2`).text}%` : text;
}

const PLAIN = /^-?\d+(\.\d+)?$/;
