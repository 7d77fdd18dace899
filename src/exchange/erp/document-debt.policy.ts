import type { DebtLine } from '../../casework/debt/index.js';
import { type Day, type Fen, isDay, minFen, sumFen } from '../../kernel/index.js';
import type { Credit, ErpDocument, Instalment } from './erp-client.js';

/** What of a document is a debt to collect as of a day: its totals are those of its lines. */
export interface DocumentDebt {
  /** `paused`: what fell due is settled, more falls due on `dueOn`. */
  readonly state: 'unreadable' | 'disagreeing' | 'reversed' | 'settled' | 'not_due' | 'paused' | 'due';
  readonly dueOn: Day | null | undefined;
  readonly totalFen: Fen | undefined;
  readonly paidFen: Fen | undefined;
  readonly openFen: Fen | undefined;
  readonly lines: readonly DebtLine[];
}

interface Part {
  readonly dueOn: Day;
  readonly amountFen: Fen;
}
/** The money of a whole document. */
interface Money {
  readonly totalFen: Fen;
  readonly openFen: Fen;
  readonly paidFen: Fen;
  /** Lowered by credit notes, each of which is a line. */
  readonly creditedFen: Fen;
  readonly credits: readonly (readonly [credit: Credit, fen: Fen])[];
}

/** The most by which instalments may miss the total, which their sender rounds each by itself. */
const ROUNDING_FEN = 10n;

/**
 * What of a document is a debt as of a day. Credit notes lower it; they are no payments. What was paid is the document's own figure; it
 * counts for what falls due first (Civil Code art. 560), and so do credit notes. What is not overdue is no debt to collect yet. With `from`
 * the instalments due before that day, and what settled them, are left out: they were another case. Pure.
 */
export function debtOf(document: ErpDocument, today: Day, { category, from }: DebtScope = {}): DocumentDebt {
  const all = moneyOf(document);
  if (all === undefined) return { ...nothing(document), state: 'unreadable' };
  if (document.paidFen !== undefined && document.paidFen !== all.totalFen - all.openFen) return contradicting(document);
  const given = partsOf(document, all);
  const { money, parts } = from && Array.isArray(given) ? since(from, given, all) : { money: all, parts: given };
  const { totalFen, paidFen, creditedFen } = money;
  const netFen = totalFen - creditedFen;
  const whole = { ...nothing(document), totalFen: netFen, paidFen, openFen: netFen - paidFen };
  if (netFen === paidFen) return { ...whole, state: creditedFen > 0n && paidFen === 0n ? 'reversed' : 'settled' };
  if (parts === 'disagree') return contradicting(document);
  if (!Array.isArray(parts)) return { ...whole, dueOn: parts.dueOn, state: 'not_due' };
  const inParts = Array.isArray(given) && given.length > 1;
  return dueBy({ today, parts, inParts, whole, money, document, category });
}

/** What of a document a case is about, and what kind of debt its lines are. */
export interface DebtScope {
  readonly category?: string | undefined;
  readonly from?: Day | undefined;
}

/** Credit notes settled what is left out before payments did: they were lines of its case. */
function since(from: Day, parts: readonly Part[], money: Money): { money: Money; parts: Part[] } {
  const sum = sumFen(parts.filter(({ dueOn }) => dueOn < from).map(({ amountFen }) => amountFen));
  const creditedFen = minFen(money.creditedFen, sum);
  const paidFen = minFen(money.paidFen, sum - creditedFen);
  let usedFen = creditedFen;
  const credits = money.credits.flatMap(([credit, fen]): [Credit, Fen][] => {
    const left = fen - minFen(fen, usedFen);
    usedFen -= fen - left;
    return left > 0n ? [[credit, left]] : [];
  });
  const later = { totalFen: money.totalFen - sum, paidFen: money.paidFen - paidFen, openFen: money.openFen };
  return {
    money: { ...later, creditedFen: money.creditedFen - creditedFen, credits },
    parts: parts.filter(({ dueOn }) => dueOn >= from),
  };
}

function nothing({ dueOn, totalFen, openFen }: ErpDocument): Omit<DocumentDebt, 'state'> {
  const paidFen = totalFen === undefined || openFen === undefined ? undefined : totalFen - openFen;
  return { dueOn, totalFen, paidFen, openFen, lines: [] };
}

function contradicting(document: ErpDocument): DocumentDebt {
  return { ...nothing(document), state: 'disagreeing' };
}

/** Undefined when an amount cannot be read, or less than nothing is open. */
function moneyOf({ totalFen, openFen, credits = [] }: ErpDocument): Money | undefined {
  if (totalFen === undefined || openFen === undefined || openFen < 0n || totalFen < openFen) return undefined;
  // What a credit note was used for need not be this document, and what is left of it need not be open here.
  let [settledFen, restFen] = [totalFen - openFen, openFen];
  const lowering: [Credit, Fen][] = [];
  for (const credit of credits) {
    const { amountFen, unusedFen } = credit;
    if (amountFen === undefined || unusedFen === undefined || unusedFen < 0n || unusedFen > amountFen) return undefined;
    const usedFen = minFen(credit.setOffFen ?? amountFen - unusedFen, settledFen);
    const ofRestFen = minFen(unusedFen, restFen);
    [settledFen, restFen] = [settledFen - usedFen, restFen - ofRestFen];
    if (usedFen + ofRestFen > 0n) lowering.push([credit, usedFen + ofRestFen]);
  }
  const creditedFen = sumFen(lowering.map(([, fen]) => fen));
  return { totalFen, openFen, paidFen: settledFen, creditedFen, credits: lowering };
}

/** The parts in order of their days, one for each day, which add up to the total; or the day that cannot be read. */
function partsOf(document: ErpDocument, money: Money): Part[] | Pick<DocumentDebt, 'dueOn'> | 'disagree' {
  const { instalments = [], dueOn } = document;
  if (instalments.length === 0) return isDay(dueOn) ? [{ dueOn, amountFen: money.totalFen }] : { dueOn };
  const amounts = amountsOf(instalments, money);
  if (amounts === undefined) return 'disagree';
  const undated = instalments.find((one, n) => amounts[n] !== 0n && !isDay(one.dueOn));
  if (undated) return { dueOn: undated.dueOn };
  const byDay = new Map<Day, Fen>();
  for (const [n, one] of instalments.entries()) {
    if (amounts[n] !== 0n) byDay.set(one.dueOn!, (byDay.get(one.dueOn!) ?? 0n) + amounts[n]!);
  }
  return [...byDay].sort().map(([day, amountFen]) => ({ dueOn: day, amountFen }));
}

/**
 * What each instalment was about: as stated, with what was settled before the plan was made (an advance) on the first; else what is open of
 * each, with all that was settled on those of which nothing is open, in equal parts, or on the first. Undefined when that does not add up
 * to the total.
 */
function amountsOf(instalments: readonly Instalment[], { totalFen, openFen }: Money): Fen[] | undefined {
  const first = firstOf(instalments);
  const stated = knownOf(instalments.map(({ amountFen }) => amountFen));
  if (stated) {
    const beforeFen = totalFen - sumFen(stated);
    if (beforeFen <= ROUNDING_FEN && beforeFen >= -ROUNDING_FEN) return filled(stated, totalFen);
    return beforeFen > 0n && sumFen(stated) >= openFen ? raised(stated, first, beforeFen) : undefined;
  }
  const open = knownOf(instalments.map((one) => one.openFen));
  if (!open || sumFen(open) !== openFen) return undefined;
  const settled = BigInt(open.filter((fen) => fen === 0n).length);
  if (settled === 0n) return raised(open, first, totalFen - openFen);
  const each = (totalFen - openFen) / settled;
  const shared = open.map((fen) => (fen === 0n ? each : fen));
  return raised(shared, open.indexOf(0n), totalFen - openFen - each * settled);
}

/** Undefined unless each is known and none is negative. */
function knownOf(amounts: readonly (Fen | null | undefined)[]): Fen[] | undefined {
  const known = amounts.filter((one) => typeof one === 'bigint' && one >= 0n) as Fen[];
  return known.length === amounts.length ? known : undefined;
}

/** The largest one has what rounding leaves. */
function filled(amounts: readonly Fen[], wholeFen: Fen): Fen[] {
  const largest = [...amounts].sort((one, other) => (one < other ? 1 : -1))[0]!;
  const at = amounts.indexOf(largest);
  return raised(amounts, at, wholeFen - sumFen(amounts));
}

function raised(amounts: readonly Fen[], at: number, byFen: Fen): Fen[] {
  return amounts.map((fen, n) => (n === at ? fen + byFen : fen));
}

/** The place of the one with the earliest day. */
function firstOf(instalments: readonly Instalment[]): number {
  const days = instalments.map(({ dueOn }) => (isDay(dueOn) ? dueOn : '9999-12-31'));
  return days.indexOf([...days].sort()[0]!);
}

interface Reading {
  readonly today: Day;
  readonly parts: readonly Part[];
  readonly inParts: boolean;
  readonly whole: Omit<DocumentDebt, 'state'>;
  readonly money: Money;
  readonly document: ErpDocument;
  readonly category: string | undefined;
}

function dueBy(reading: Reading): DocumentDebt {
  const { today, parts, whole, money } = reading;
  const { paidFen, creditedFen } = money;
  const overdue = parts.filter(({ dueOn }) => dueOn < today);
  // The first that neither payments nor credit notes cover.
  const next = { ...whole, dueOn: firstBeyond(paidFen + creditedFen, parts) };
  if (overdue.length === 0) return { ...next, state: 'not_due' };
  const totalFen = sumFen(overdue.map(({ amountFen }) => amountFen)) - creditedFen;
  if (totalFen <= paidFen) {
    const spentFen = totalFen > 0n ? totalFen : 0n;
    return { ...next, totalFen: spentFen, paidFen: spentFen, openFen: 0n, state: 'paused' };
  }
  const dueOn = firstBeyond(paidFen, overdue);
  const lines = linesOf(overdue, reading);
  return { state: 'due', dueOn, totalFen, paidFen, openFen: totalFen - paidFen, lines };
}

/** The overdue parts, paid in their order, and the credit notes. */
function linesOf(overdue: readonly Part[], { inParts, money, document, category }: Reading): DebtLine[] {
  const { periodFrom = null, periodTo = null, number, invoicedOn } = document;
  const isFee = category === 'property_management_fee' && periodFrom !== null;
  const own = {
    ...NO_CLOCK,
    kind: inParts ? ('instalment' as const) : isFee ? ('fee_period' as const) : ('invoice' as const),
    ...{ documentNumber: number, periodFrom, periodTo, invoicedOn: dayOrNull(invoicedOn) },
  };
  const credits = money.credits.map(([credit, fen]) => creditLine(credit, overdue[0]!.dueOn, -fen));
  return [...paidFirst(overdue, money.paidFen).map((part) => ({ ...own, ...part })), ...credits];
}

/** The line of a credit note; its amount is negative. */
export function creditLine({ number, issuedOn }: Pick<Credit, 'number' | 'issuedOn'>, dueOn: Day, fen: Fen): DebtLine {
  return {
    ...NO_CLOCK,
    ...{ kind: 'credit_note', documentNumber: number, periodFrom: null, periodTo: null },
    ...{ dueOn, invoicedOn: dayOrNull(issuedOn), principalFen: fen, paidFen: 0n },
  };
}

/** An ERP tells nothing of penalties and of what interrupted a limitation period. */
const NO_CLOCK = { penaltyFen: 0n, lastInterruptedOn: null, clock: [] } as const;
const dayOrNull = (day: string | null | undefined) => (isDay(day) ? day : null);

/** The day of the first part that an amount does not cover, when it covers them in their order. */
function firstBeyond(coveredFen: Fen, parts: readonly Part[]): Day {
  let left = coveredFen;
  for (const { dueOn, amountFen } of parts) {
    if (amountFen > left) return dueOn;
    left -= amountFen;
  }
  return parts.at(-1)!.dueOn;
}

function paidFirst(parts: readonly Part[], paidFen: Fen) {
  let left = paidFen;
  return parts.map(({ dueOn, amountFen: principalFen }) => {
    const paid = minFen(principalFen, left);
    left -= paid;
    return { dueOn, principalFen, paidFen: paid };
  });
}
