import { addDays, addMonths, type Day, type Fen, isDay } from '../../kernel/index.js';
import { fenOf, textOf } from './erp-amounts.js';
import type { Instalment } from './erp-client.js';
import { dayOf } from './stamps.js';
import { all, type Element, textAt } from './ubl.reader.js';

/** When a UBL document is due: on one day, or in parts. */
export interface UblTerms {
  readonly dueOn: Day | null | undefined;
  readonly instalments?: readonly Instalment[];
}

/**
 * The terms of payment. Instalments are terms that each have a day and an amount or a share of the total: later versions of a document
 * show more as prepaid and the same shares. Else the due date, unless a term or means of payment names a later one;
 * else the one day of the terms or means of payment; else the day of issue and the days of a term. Several days without the
 * amounts that belong to them, and words that say more than one term, give no due day: a debt is not due before what was agreed.
 */
export function termsOf(root: Element, totalFen: Fen | undefined): UblTerms {
  const due = dayAt(root, 'DueDate');
  const terms = all(root, 'PaymentTerms').filter((one) => !isDiscount(one));
  const issued = dayAt(root, 'IssueDate');
  const daysIn = (one: Element) => daysOfTerm(one, issued);
  const parts = terms.filter((one) => daysIn(one).length > 0 || isPartial(one));
  const instalments = parts.length > 1 || parts.some(isPartial) ? instalmentsOf(parts, daysIn, totalFen) : undefined;
  if (instalments) return { dueOn: instalments.at(-1)!.dueOn, instalments };
  const named = [...parts, ...all(root, 'PaymentMeans')].flatMap(daysIn);
  if (due) return { dueOn: named.some((day) => day && day > due) ? null : due };
  if (due !== null || parts.some(isPartial)) return { dueOn: due };
  const agreed = [...new Set([...named, ...noteDay(root, issued)])];
  return { dueOn: agreed.length === 1 ? agreed[0] : null };
}

/** Null when absent, undefined when it is no day. A day is the same in every zone, so that a zone after it is left out. */
export function dayAt(element: Element, ...path: readonly string[]): Day | null | undefined {
  return dayOf(textAt(element, ...path)?.replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/, '$1'));
}

/** The days that a term or a means of payment names, also as the end of a period; null for a period that cannot be read. */
function daysOfTerm(one: Element, issued: Day | null | undefined): (Day | null | undefined)[] {
  const days = ['InstallmentDueDate', 'PaymentDueDate'].map((name) => dayAt(one, name));
  const ends = all(one, 'SettlementPeriod').map((period) => dayAt(period, 'EndDate'));
  return [...[...days, ...ends].filter((day) => day !== null), ...periodDays(one, issued)];
}

/** What is granted for early payment is no term of the debt. */
function isDiscount(one: Element): boolean {
  const granted = ['SettlementDiscountPercent', 'SettlementDiscountAmount'].map((name) => textAt(one, name));
  return granted.some((given) => given !== null && !/^0*(?:\.0*)?$/.test(given));
}

const WHOLE_PERCENT = /^100(?:\.0*)?$/;

/** About a part of the total. */
function isPartial(one: Element): boolean {
  const percent = textAt(one, 'PaymentPercent');
  return textAt(one, 'Amount') !== null || (percent !== null && !WHOLE_PERCENT.test(percent));
}

/** In order of their days; undefined when one has no day of its own, or no share. */
function instalmentsOf(
  terms: readonly Element[],
  daysIn: (one: Element) => readonly (Day | null | undefined)[],
  totalFen: Fen | undefined,
): readonly Instalment[] | undefined {
  const shares = sharesOf(terms, totalFen);
  const found = terms.map((one, n): Instalment | undefined => {
    const [dueOn, ...others] = new Set(daysIn(one));
    const amountFen = shares?.[n];
    return isDay(dueOn) && others.length === 0 && amountFen !== undefined
      ? { dueOn, amountFen, openFen: null }
      : undefined;
  });
  const clear = found.filter((one) => one !== undefined);
  if (clear.length < found.length) return undefined;
  return clear.sort((one, other) => (one.dueOn! < other.dueOn! ? -1 : 1));
}

function sharesOf(terms: readonly Element[], totalFen: Fen | undefined): (Fen | undefined)[] | undefined {
  const amounts = terms.map((one) => textAt(one, 'Amount'));
  if (amounts.every((amount) => amount !== null)) return amounts.map(fenOf);
  const percents = terms.map((one) => millionthsOf(textAt(one, 'PaymentPercent')));
  if (totalFen === undefined || percents.some((one) => one === undefined)) return undefined;
  return percentShares(percents as bigint[], totalFen);
}

/** One percent in millionths of a percent, and how much of it three thirds of 33.33 % may lack for each. */
const PERCENT = 1_000_000n;
const ROUNDED_AWAY = PERCENT / 100n;

/** The last one has what rounding leaves. Undefined when they are not the whole. */
function percentShares(percents: readonly bigint[], wholeFen: Fen): Fen[] | undefined {
  const sum = percents.reduce((total, one) => total + one, 0n);
  const off = sum > 100n * PERCENT ? sum - 100n * PERCENT : 100n * PERCENT - sum;
  if (off > ROUNDED_AWAY * BigInt(percents.length)) return undefined;
  const shares = percents.map((one) => (wholeFen * one) / (100n * PERCENT));
  const before = shares.slice(0, -1).reduce((total, one) => total + one, 0n);
  return [...shares.slice(0, -1), wholeFen - before];
}

function millionthsOf(text: string | null): bigint | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,6})0*)?$/.exec(text ?? '');
  return match ? BigInt(match[1]!) * PERCENT + BigInt((match[2] ?? '').padEnd(6, '0')) : undefined;
}

/**
 * The day of issue and each period in days, weeks, months or years (UN/ECE recommendation 20); null for one that cannot be read, or that
 * counts from another event (UNTDID 2475: 5 is the date of the invoice).
 */
function periodDays(one: Element, issued: Day | null | undefined): (Day | null)[] {
  const fromIssue = [null, '5'].includes(textAt(one, 'ReferenceEventCode'));
  const measures = all(one, 'SettlementPeriod', 'DurationMeasure');
  return measures.map((measure) => (issued && fromIssue ? afterPeriod(issued, measure) : null));
}

const UNITS: Readonly<Record<string, (from: Day, count: number) => Day>> = {
  DAY: addDays,
  D: addDays,
  WEE: (from, count) => addDays(from, 7 * count),
  MON: addMonths,
  ANN: (from, count) => addMonths(from, 12 * count),
};
/** The units of a duration as XML writes it: `P30D`. */
const LETTERS: Readonly<Record<string, string>> = { D: 'DAY', W: 'WEE', M: 'MON', Y: 'ANN' };

/** A measure without a unit, or with two that differ, is not guessed at. */
function afterPeriod(issued: Day, { text, attributes }: Element): Day | null {
  const stated = (attributes['unitCode'] ?? '').toUpperCase();
  const [, plain, count = plain, letter] = /^(?:(\d{1,3})(?:\.0+)?|P(\d{1,3})([DWMY]))$/.exec(text) ?? [];
  const unit = UNITS[letter === undefined ? stated : LETTERS[letter]!];
  const isClear = letter === undefined || stated === '' || unit === UNITS[stated];
  const day = count !== undefined && unit && isClear ? unit(issued, Number.parseInt(count, 10)) : null;
  return isDay(day) ? day : null;
}

/**
 * Notes that are a term, counted from the invoice, and nothing else. 日 alone may be a day of the month, so it needs a word that makes
 * it a number of days.
 */
const TERMS: readonly RegExp[] = [
  /^(?:payment |payable )?(?:terms? )?(?:is |are )?(?:strictly )?(?:due )?(?:net )?(?:in |within )?(\d{1,3}) ?(?:calendar )?days?(?: net)?(?: (?:from|after|of) (?:the )?(?:invoice(?: date)?|date of (?:the )?invoice|issue))?$/,
  /^(?:payment |payable )?(?:terms? )?(?:net|n) ?\/? ?(\d{1,3})$/,
  /^(?:付款(?:条件|方式|期限|期)?|结算方式)?(?:为|是)?(?:月结)?(\d{1,3})天(?:内|之内|以内)?(?:付款|付清|结清|支付|月结|账期)?$/,
  /^(?:付款(?:条件|方式))?(?:账期|帐期|信用期|付款期限?)(?:为|是)?(\d{1,3})[天日]$/,
  /^(?:付款(?:条件|方式))?自?(?:开票|发票开具|发票日期|开票日)(?:之日)?[起后]?(\d{1,3})[天日](?:内|之内|以内)?(?:付款|付清|结清|支付)?$/,
];
/** A term is short; a longer note says more than one. */
const NOTE_CHARS = 80;

/** The day that the one note of a document names; none when there are several, or it says more than a term. */
function noteDay(root: Element, issued: Day | null | undefined): Day[] {
  const [note, ...others] = all(root, 'PaymentTerms', 'Note').map(({ text }) => text);
  const days = note === undefined ? null : noteDays(note);
  return issued && days !== null && others.length === 0 ? [addDays(issued, days)] : [];
}

function noteDays(note: string): number | null {
  const words = (textOf(note) ?? '').normalize('NFKC');
  if (words.length > NOTE_CHARS) return null;
  const plain = words
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?[:：,，] ?/g, /[\u4e00-\u9fff]/.test(words) ? '' : ' ')
    .replace(/[.。;；!]$/, '')
    .trim();
  const spaced = /[\u4e00-\u9fff]/.test(plain) ? plain.replaceAll(' ', '') : plain;
  for (const term of TERMS) {
    const days = term.exec(spaced)?.[1];
    if (days !== undefined) return Number.parseInt(days, 10);
  }
  return null;
}
