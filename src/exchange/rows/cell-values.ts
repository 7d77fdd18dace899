import { EVIDENCE_KIND, type EvidenceKind, LEGAL_ORIGIN, type LegalOrigin } from '../../casework/admission/index.js';
import {
  addDays,
  addMonths,
  type BasisPoints,
  type Day,
  daysMeant,
  type Fen,
  fenFromYuan,
  isDay,
} from '../../kernel/index.js';

/** Pure readers of single cells as people and ERPs write them. `undefined` means that a cell cannot be read reliably. */

/** The longest text read as an amount, a rate or a term. */
const MOST_CHARS = 60;
const PLAIN_AMOUNT = /^\d{1,13}(\.\d{1,2})?$/;
const CURRENCY_MARK = /^(?:人民币|rmb|cny|cn¥|¥)|(?:[元圆]整?|人民币|cny|rmb|yuan)$/gi;

/**
 * An amount in yuan: thousands separators, ¥, 元, full-width digits, decimals padded with two zeros or more, accounting brackets for
 * negative and a minus behind (SAP), a lone dash for zero, the dust of floats. Three decimals may be thousands (`45.250`) and are not read. Scientific notation is not read, because digits are missing.
 */
export function readAmount(cell: string): Fen | undefined {
  if (cell.length > MOST_CHARS) return undefined;
  if (PLAIN_AMOUNT.test(cell)) return fenFromYuan(cell);
  let text = cell.normalize('NFKC').replace(CURRENCY_MARK, '').trim();
  if (/^[-–—]$/.test(text)) return 0n;
  const bracketed = /^\(([^()]+)\)$/.exec(text);
  if (bracketed) text = `-${bracketed[1]!.trim()}`;
  text = text
    .replace(/^([^-−].*)[-−]$/, '-$1')
    .replace(/^([-−])\s*[¥]?\s*/, '-')
    .replace(/(\.\d{2})0{2,}$/, '$1');
  return fenFromYuan(withoutDust(text));
}

/** Parts of 10⁻⁸ yuan: a fen, and a ten-thousandth of one. */
const [A_FEN, A_GRAIN] = [1_000_000, 100];

/** What binary fractions leave behind (`8000.400000000001`, `4.5e-13`), as connectors read it: no fraction of a fen, and nothing. */
function withoutDust(text: string): string {
  if (/^-?\d(?:\.\d+)?E-0?(?:[4-9]|\d{2,3})$/i.test(text)) return '0';
  const [, sign, whole, decimals = ''] = /^(-?)(\d{1,13})\.(\d{8,})$/.exec(text) ?? [];
  const parts = Number(decimals.slice(0, 8));
  const fen = Math.round(parts / A_FEN);
  if (whole === undefined || Math.abs(parts - fen * A_FEN) > A_GRAIN) return text;
  return `${sign}${BigInt(whole) + BigInt(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')}`;
}

/** Whether the only separator of an amount is one comma before three digits: thousands in one country, decimals in another. */
export function hasUnclearComma(cell: string): boolean {
  return /^[^\d]*\d{1,3}[,，]\d{3}[^\d.,，]*$/.test(cell);
}

/** The codes of ISO 4217, and words. */
const CODES = Intl.supportedValuesOf('currency').filter((code) => code !== 'CNY');
const LATIN = [
  ...CODES,
  'ntd?',
  'dollars?',
  'euros?',
  'pounds?',
  'yen',
  'won',
  'kr',
  'ft',
  'lei',
  'rs',
  'rm',
  'rp',
  'fr',
];
const CHINESE =
  '(?:美|日|欧|港|台|澳门?|加|韩|新|泰|越|缅)[元币圆金刀盾铢]|新台币|英镑|卢[布比]|[法瑞]郎|克朗|比索|里拉|林吉特|令吉|迪拉姆|里亚尔|兹罗提|印尼盾';
/** A currency that is not the yuan, by its sign, its code or its Chinese name. */
const FOREIGN = new RegExp(
  `(?:US|HK|NT|MOP|CA|AU|[ACS]|NZ|R)?\\$|JP¥|(?!¥)\\p{Sc}|zł|kč|лв|руб|円|원|${CHINESE}|(?<!\\p{L})(?:${LATIN.join('|')})(?!\\p{L})`,
  'iu',
);

/** The currency an amount is in when it is not the yuan. */
export function foreignCurrencyIn(cell: string): string | undefined {
  return FOREIGN.exec(cell.normalize('NFKC'))?.[0];
}

const DATE = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const TIME =
  /(?<![T\s])[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?)?$/i;
/** Excel counts days from 1899-12-30 (its year 1900 is wrongly a leap year). Serials of 1954 to 2119 are taken for dates. */
const SERIAL = /^([2-7]\d{4})(\.\d+)?$/;
const EXCEL_EPOCH: Day = '1899-12-30';
/** Workbooks that count from 1904 have so many days fewer. */
const DAYS_UNTIL_1904 = 1_462;
const SECONDS_OF_DAY = 86_400;
/** China has one zone. */
const CHINA_SECONDS = 8 * 3_600;
/** The zones farthest from Greenwich. */
const FARTHEST_SECONDS = 14 * 3_600;

/**
 * A calendar day: 2026-01-31, 2026/1/31, 2026.1.31, 20260131, 2026年1月31日, each also with a time, or an Excel serial. With a zone the
 * text names a moment, and its day is the one in China.
 */
export function readDay(cell: string, since1904 = false): Day | undefined {
  if (cell.length > 40) return undefined;
  if (since1904 && isSerial(cell)) return addDays(parseDay(cell)!, DAYS_UNTIL_1904);
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

const isSerial = (cell: string) => SERIAL.test(cell.normalize('NFKC').trim());

function parseDay(cell: string): Day | undefined {
  const text = cell.normalize('NFKC').trim();
  const serial = SERIAL.exec(text);
  if (serial) return addDays(EXCEL_EPOCH, Number(serial[1]) + daysMeant(Number(serial[2] ?? 0) * SECONDS_OF_DAY));
  const time = TIME.exec(text);
  const date = time ? text.slice(0, time.index) : text;
  const parts = DATE.exec(date) ?? COMPACT.exec(date);
  if (!parts) return undefined;
  const day = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  if (!isDay(day)) return undefined;
  const later = time ? daysOfTime(time) : 0;
  return later === undefined ? undefined : addDays(day, later);
}

/** How many days later it is in China at this time of day; undefined when there is no such time or zone. */
function daysOfTime([, hour, minute, second = '0', zone, sign, hours = '0', minutes = '0']: RegExpExecArray) {
  const seconds = Number(hour) * 3_600 + Number(minute) * 60 + Number(second);
  if (seconds > SECONDS_OF_DAY || Number(minute) > 59 || Number(second) > 60) return undefined;
  // Without a zone it is the time in China; midnight at the end of a day still names that day.
  if (zone === undefined) return seconds === SECONDS_OF_DAY ? 0 : daysMeant(seconds);
  const offset = Number(`${sign ?? ''}1`) * (Number(hours) * 3_600 + Number(minutes) * 60);
  if (Math.abs(offset) > FARTHEST_SECONDS || Number(minutes) > 59) return undefined;
  return daysMeant(seconds - offset + CHINA_SECONDS);
}

const YEAR = /^(\d{4})\s?年?度?$/;
const MONTH = /^(\d{4})\s?(?:[-/.年]\s?)?(\d{1,2})\s?月?份?$/;
const PART = /^(\d{4})\s?年?度?\s?(?:(上|下)半年|第?([一二三四1-4])季度?|Q([1-4]))$/i;
const UNTIL = /至|到|~|—|–|\bto\b|\s-\s/i;

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** The period of a fee: 2019, 2019年度, 2019-03, 2019年3月, 2019Q1, 2019年上半年, or its two ends with 至, ~ or "to" between. */
export function readPeriod(cell: string): Period | undefined {
  if (cell.length > MOST_CHARS) return undefined;
  const ends = cell
    .normalize('NFKC')
    .split(UNTIL)
    .map((end) => end.trim());
  const [first, last] = [ends[0], ends.at(-1)].map((end) => onePeriod(end!));
  return ends.length > 2 || !first || !last || last.to < first.from ? undefined : { from: first.from, to: last.to };
}

function onePeriod(text: string): Period | undefined {
  const year = YEAR.exec(text)?.[1];
  if (year) return months(year, 1, 12);
  const [, ofPart, half, quarter, q] = PART.exec(text) ?? [];
  if (ofPart && half) return months(ofPart, half === '上' ? 1 : 7, 6);
  if (ofPart) return months(ofPart, ('一二三四'.indexOf(quarter!) + 1 || Number(quarter ?? q)) * 3 - 2, 3);
  const [, ofMonth, month] = MONTH.exec(text) ?? [];
  if (ofMonth) return months(ofMonth, Number(month), 1);
  const day = readDay(text);
  // What was typed as a month became its first day in the sheet.
  if (!day) return undefined;
  return day.endsWith('-01') ? months(day.slice(0, 4), Number(day.slice(5, 7)), 1) : { from: day, to: day };
}

function months(year: string, first: number, count: number): Period | undefined {
  const from = `${year}-${String(first).padStart(2, '0')}-01`;
  return isDay(from) ? { from, to: addDays(addMonths(from, count), -1) } : undefined;
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

// biome-ignore lint/suspicious/noControlCharactersInRegex: it detects control characters
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** Whether a text has control characters or marks of reading direction; `multiline` permits line feeds. */
export function hasControlCharacters(text: string, multiline = false): boolean {
  return CONTROL.test(text) || (!multiline && text.includes('\n'));
}

const PLAIN = /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;

/** Only printable ASCII and common Chinese, so neither damaged nor with control characters: one fast test for most cells. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text) && !text.includes('锟斤');
}

/** An unknown origin is `other`, which admission sends to a reviewer. */
export const readLegalOrigin = (text: string): LegalOrigin => LEGAL_ORIGIN.read(text) ?? 'other';

const FILE_NAME = /\.[a-z0-9]{2,5}$/i;

/**
 * The kinds of evidence a cell lists: words or file names with any usual separator. A file whose name says nothing is `other`;
 * a word that is not known makes the whole cell `undefined`, since it may be a misspelt kind that decides the score.
 */
export function readEvidence(text: string): EvidenceKind[] | undefined {
  const parts = text.split(/[;；,，、|/\n\s+]+/).filter((part) => part !== '' && !/^(无|没有|none|-)$/i.test(part));
  const kinds = parts.map((part) => EVIDENCE_KIND.read(part) ?? (FILE_NAME.test(part) ? 'other' : undefined));
  return kinds.every((kind) => kind !== undefined) ? [...new Set(kinds)] : undefined;
}

/** Yes or no, in the words of both languages and of programs. */
export function isYes(text: string): boolean | undefined {
  if (/^(?:是|有|yes|y|true|1|√|✓)$/i.test(text)) return true;
  return /^(?:否|无|没有|no|n|false|0|×)$/i.test(text) ? false : undefined;
}

/** A dash or a word for none. */
export function saysNone(text: string): boolean {
  return text.length <= 4 && /^(?:[-–—/]{1,3}|无|暂无|没有|n\/?a|none|null|nil)$/i.test(text);
}
