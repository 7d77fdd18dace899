import { addDays, type BasisPoints, type Day, type Fen, fenFromYuan, isDay } from '../../kernel/index.js';

/** Pure readers of single cells as people and ERPs write them. `undefined` means that a cell cannot be read reliably. */

/** The longest text read as an amount, a rate or a term. */
const MOST_CHARS = 60;
const PLAIN_AMOUNT = /^\d{1,13}(\.\d{1,2})?$/;
const CURRENCY_MARK = /^(?:人民币|rmb|cny|[¥￥])|(?:元整?|cny|rmb)$/gi;

/**
 * An amount in yuan: thousands separators, ¥, 元, full-width digits, decimals padded with two zeros or more, accounting brackets for
 * negative, a lone dash for zero. Three decimals may be thousands (`45.250`) and are not read. Scientific notation is not read, because digits are missing.
 */
export function readAmount(cell: string): Fen | undefined {
  if (cell.length > MOST_CHARS) return undefined;
  if (PLAIN_AMOUNT.test(cell)) return fenFromYuan(cell);
  let text = cell.normalize('NFKC').replace(CURRENCY_MARK, '').trim();
  if (/^[-–—]$/.test(text)) return 0n;
  const bracketed = /^\(([^()]+)\)$/.exec(text);
  if (bracketed) text = `-${bracketed[1]!.trim()}`;
  text = text.replace(/^([-−])\s*[¥]?\s*/, '-').replace(/(\.\d{2})0{2,}$/, '$1');
  return fenFromYuan(text);
}

const DATE = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const TIME = /(?<![T\s])[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;
/** Excel counts days from 1899-12-30 (its year 1900 is wrongly a leap year). Serials of 1954 to 2119 are taken for dates. */
const SERIAL = /^([2-7]\d{4})(\.\d+)?$/;
const EXCEL_EPOCH: Day = '1899-12-30';

/** A calendar day: 2026-01-31, 2026/1/31, 2026.1.31, 20260131, 2026年1月31日, each also with a time, or an Excel serial. */
export function readDay(cell: string): Day | undefined {
  if (cell.length > 40) return undefined;
  const known = days.get(cell);
  if (known !== undefined) return known ?? undefined;
  const day = parseDay(cell);
  if (days.size >= MAX_DAYS) days.clear();
  days.set(cell, day ?? null);
  return day;
}

/** A file repeats a few hundred days, and checking one against the calendar is the most expensive part of a row. */
const days = new Map<string, Day | null>();
const MAX_DAYS = 4_096;

function parseDay(cell: string): Day | undefined {
  const text = cell.normalize('NFKC').trim().replace(TIME, '');
  const serial = SERIAL.exec(text);
  if (serial) return addDays(EXCEL_EPOCH, Number(serial[1]));
  const parts = DATE.exec(text) ?? COMPACT.exec(text);
  if (!parts) return undefined;
  const day = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** A rate in percent ("15", "15.5%", "15％") or per mille ("5‰") as basis points, exactly; 0 to 100 %. */
export function readRate(cell: string): BasisPoints | undefined {
  if (cell.length > MOST_CHARS) return undefined;
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?\s*(%|‰)?$/.exec(cell.normalize('NFKC').trim());
  if (!match) return undefined;
  const [, whole, decimals = '', unit] = match;
  const places = unit === '‰' ? 1 : 2;
  if (/[^0]/.test(decimals.slice(places))) return undefined;
  const points = Number(`${whole}${decimals.slice(0, places).padEnd(places, '0')}`);
  return points <= 10_000 ? points : undefined;
}

/** A payment term in days: "30", "30天", "月结60天", "net 45". */
export function readTermDays(cell: string): number | undefined {
  if (cell.length > MOST_CHARS) return undefined;
  const match = /^(?:月结|账期|net)?\s*(\d{1,3})\s*(?:天|日|days?)?$/i.exec(cell.normalize('NFKC').trim());
  return match ? Number(match[1]) : undefined;
}

/** The text inside Excel's `="0012"` or behind a leading apostrophe, both of which only protect the digits of a number. */
export function unguarded(cell: string): string {
  const first = cell.charCodeAt(0);
  if (first === 0x3d) return /^="([^"]*)"$/.exec(cell)?.[1]?.trim() ?? cell;
  return first === 0x27 ? cell.slice(1).trim() : cell;
}

/** A long number as a spreadsheet program writes it into a CSV (`3.10101E+17`), which many numbers share. */
export function isShortenedNumber(text: string): boolean {
  return /^[1-9](\.\d{1,14})?E\+\d{2,3}$/i.test(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it detects control characters
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** Whether a text has control characters or marks of reading direction; `multiline` permits line feeds. */
export function hasControlCharacters(text: string, multiline = false): boolean {
  return CONTROL.test(text) || (!multiline && text.includes('\n'));
}

const DAMAGED = /[\ufffd\p{Cs}]/u;
const PLAIN = /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;

/** Only printable ASCII and common Chinese, so neither damaged nor with control characters: one fast test for most cells. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** Whether a text has replacement characters of a decoder or lone surrogates. */
export function isDamaged(text: string): boolean {
  return DAMAGED.test(text);
}
