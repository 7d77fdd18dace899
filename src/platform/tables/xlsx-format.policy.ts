/** What the number format of a cell adds to its number: a day, a percentage, a currency, leading zeros, words. */

/** Formats of ECMA-376 part 1, 18.8.30 that show a day, those of Chinese and other East Asian programs included. */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const PERCENT = new Set([9, 10]);

/** A number as its cell shows it, where the format adds what changes its meaning: `$8000`, `12万元`, `00123`, `AR-0007`. */
export interface ShownFormat {
  readonly before: string;
  readonly after: string;
  /** The whole digits are filled into the zeros from the right; null for a format that adds none. */
  readonly zeros: string | null;
}

/** The number formats that change the meaning of a number, and `plain` for the others. */
export type NumberFormat = 'day' | 'percent' | 'plain' | ShownFormat;

/** The longest number format a spreadsheet keeps. */
const MOST_FORMAT_CHARS = 255;

/** A day format has y or d, a percentage a percent sign, outside of quoted text, brackets and escapes. */
export function formatOf(formatId: number, code: string | undefined): NumberFormat {
  if (code === undefined) return BUILT_IN.has(formatId) ? 'day' : PERCENT.has(formatId) ? 'percent' : 'plain';
  if (code.length > MOST_FORMAT_CHARS) return 'plain';
  const sections = sectionsOf(code.replace(/general/gi, '#'));
  const bare = sections[0]!.map(({ bare }) => bare).join('');
  if (bare.includes('@')) return 'plain';
  if (/[yd]/i.test(bare)) return 'day';
  if (bare.includes('%')) return 'percent';
  // Which section applies depends on the number: what one of them adds may stand beside it.
  const shown = (CONDITION.test(code) ? sections : sections.slice(0, 1)).flatMap((tokens) => shownFormat(tokens) ?? []);
  return shown.find(({ before, after }) => before !== '' || after !== '') ?? shown[0] ?? 'plain';
}

const CONDITION = /\[[<>=]/;

interface Token {
  /** Letters that mean something to the format. */
  readonly bare: string;
  /** What the cell shows as it stands. */
  readonly literal: string;
}

const TOKEN = /"([^"]{0,255})"|\[\$([^\]-]{0,255})(?:-([^\]]{0,255}))?\]|\[[^[\]]{0,255}\]|[\\!](.)|_.|\*.|(;)|(.)/gsu;
/** Letters with a meaning of their own; all others stand as they are, also without quotation marks. */
const MEANS_SOMETHING = /^[0#?.,%@A-Za-z]$/;

/** The sections of a format; the first one is that of positive numbers, unless it has a condition. */
function sectionsOf(code: string): Token[][] {
  const sections: Token[][] = [[]];
  for (const [, quoted, currency, locale, escaped, end, other] of code.matchAll(TOKEN)) {
    const tokens = sections.at(-1)!;
    if (end !== undefined) sections.push([]);
    else if (currency !== undefined) tokens.push({ bare: '', literal: isYen(currency, locale) ? 'JPY' : currency });
    else if (other === undefined) tokens.push({ bare: '', literal: quoted ?? escaped ?? '' });
    else tokens.push(MEANS_SOMETHING.test(other) ? { bare: other, literal: '' } : { bare: '', literal: other });
  }
  return sections;
}

/** China and Japan write their currency alike: the language of the format tells which. */
function isYen(currency: string, locale: string | undefined): boolean {
  return /^(JP)?[¥￥]$/u.test(currency) && (currency.startsWith('JP') || /(^|0)411$|^ja/i.test(locale ?? ''));
}

/** What stands around an amount of yuan without changing it. */
const HARMLESS = /[\s\u00a0\-+()/:,.']|人民币|rmb|cny|[¥￥元圆整]/giu;

/** A comma behind the last digit shows thousands, and the word behind it says so: the number itself is the whole amount. */
const isScaled = (tail: readonly Token[]) => tail[0]?.bare === ',';
const SCALE = /[千万亿]|百万|thousand|million|[km]/giu;

function shownFormat(tokens: readonly Token[]): ShownFormat | undefined {
  const places = tokens.flatMap(({ bare }, at) => (/[0#?]/.test(bare) ? [at] : []));
  if (places.length === 0) return undefined;
  const [first, last] = [places[0]!, places.at(-1)!];
  const text = (some: readonly Token[]) => some.map(({ literal }) => literal).join('');
  const [before, tail] = [text(tokens.slice(0, first)), tokens.slice(last + 1)];
  const after = isScaled(tail) ? text(tail).replace(SCALE, '') : text(tail);
  const zeros = isScaled(tail) ? null : zerosIn(tokens.slice(first, last + 1));
  const words = `${before}${after}`.replace(HARMLESS, '') !== '';
  if (!words && zeros === null) return undefined;
  return words ? { before: before.trim(), after: after.trim(), zeros } : { before: '', after: '', zeros };
}

/** The places before the point that are always filled, with what stands between them; null for fewer than two. */
function zerosIn(inner: readonly Token[]): string | null {
  const point = inner.findIndex(({ bare }) => bare === '.');
  const whole = inner.slice(0, point < 0 ? inner.length : point);
  if (inner.some(({ bare }) => /[a-z]/i.test(bare))) return null;
  const optional = whole.some(({ bare }) => /[#?,]/.test(bare));
  if (optional && whole.some(({ literal }) => literal !== '')) return null;
  const zeros = whole.map(({ bare, literal }) => (bare === '0' ? '0' : literal)).join('');
  return zeros.replace(/[^0]/g, '').length > 1 ? zeros : null;
}

/** A number in plain notation as its cell shows it. */
export function formatText(text: string, { before, after, zeros }: ShownFormat): string {
  const digits = zeros !== null && /^\d+$/.test(text) ? filled(zeros, text) : text;
  return `${before}${digits}${after}`;
}

function filled(zeros: string, digits: string): string {
  const places = zeros.replace(/[^0]/g, '').length;
  const padded = digits.padStart(places, '0');
  let next = padded.length - places;
  const rest = zeros.replace(/0/g, () => padded[next++]!);
  return padded.slice(0, padded.length - places) + rest;
}
