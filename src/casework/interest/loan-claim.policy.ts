import { addDays, type BasisPoints, type Day, type Fen, minFen } from '../../kernel/index.js';
import { type ClaimNote, noteOf } from './claim-notes.js';
import {
  type Charges,
  type Claim,
  type ClaimFacts,
  type ClaimParameters,
  type ClaimSegment,
  chargesTotal,
  type Part,
  partsOf,
} from './claim-shape.js';
import { aYear, lowerRate, type Rate, segmentOf, totalOf } from './interest.policy.js';
import { type Cap, capsOf, type Lender, NEW_LENDING_RULES_FROM, possibleCaps } from './lending-cap.policy.js';
import { referenceRateOn } from './lpr.policy.js';

/** Who lent, as stated or as the kind of debt suggests; null: no loan, but a contract for a price. */
export function lenderOf({ category, terms }: Pick<ClaimFacts, 'category' | 'terms'>): Lender | null {
  const stated = terms?.lender ?? null;
  if (stated !== null) return stated;
  if (category === 'private_loan') return 'private';
  if (category === 'online_loan') return 'local_finance';
  return category === 'credit_card' ? 'licensed' : null;
}

/** The agreed rates: those of the terms, else the one rate with all charges, before and after the due day. */
interface LoanRates {
  readonly termBps: BasisPoints | null;
  /** Overdue interest and penalty together; the term's rate goes on when no overdue rate is agreed (art. 28 (2) (2)). */
  readonly overdueBps: BasisPoints | null;
}

export function loanRatesOf({ annualRateBps, terms }: Pick<ClaimFacts, 'annualRateBps' | 'terms'>): LoanRates {
  const { ordinaryRateBps = null, overdueRateBps = null, penaltyRateBps = null } = terms ?? {};
  const inTerms = ordinaryRateBps !== null || overdueRateBps !== null || penaltyRateBps !== null;
  if (!inTerms) return { termBps: annualRateBps, overdueBps: annualRateBps };
  const late = overdueRateBps ?? ordinaryRateBps;
  const overdueBps = late === null && penaltyRateBps === null ? null : (late ?? 0) + (penaltyRateBps ?? 0);
  return { termBps: ordinaryRateBps, overdueBps };
}

/**
 * A loan. Each step is held to the cap of its days, overdue interest and penalty as one rate; fees, and charges that no rate
 * explains, may fill what room the steps leave below the cap (Private Lending Rules art. 25, 28, 29, 31).
 */
export function loanClaim(facts: ClaimFacts, lender: Lender, today: Day, parameters: ClaimParameters): Claim {
  const { terms } = facts;
  const deductedFen = terms?.deductedInAdvanceFen ?? 0n;
  const parts = partsOf(facts.lines, deductedFen);
  const contractOn = terms?.contractOn ?? facts.invoicedOn;
  const caps = capsFor(parts, lender, contractOn, terms?.filedOn ?? today, parameters);
  const rates = loanRatesOf(facts);
  const statedFen = facts.lines.reduce((sum, { penaltyFen }) => sum + penaltyFen, 0n);
  const silent = rates.termBps === null && rates.overdueBps === null;
  const lumpFen = (terms?.feesFen ?? 0n) + (silent ? statedFen : 0n);
  const charged = { ...rates, lumpFen };
  const pieces = piecesOf(parts, contractOn, today, caps, byLawIfSilent(charged, parameters));
  const asked = { segments: pieces.flatMap(({ asked }) => asked ?? []), feesFen: lumpFen };
  const cap = caps && { segments: pieces.flatMap(({ cap }) => cap ?? []), feesFen: 0n };
  const allowed = cap ? within(pieces, lumpFen, cap) : asked;
  const askedFen = statedFen > 0n ? statedFen : chargesTotal(asked);
  const capFen = cap && chargesTotal(cap);
  const allowedFen = chargesTotal(allowed);
  const isCapped = capFen !== null && (askedFen > capFen || chargesTotal(asked) > allowedFen);
  return {
    rule: ruleOf(lender, contractOn),
    until: today,
    principalFen: parts.reduce((sum, { amountFen }) => sum + amountFen, 0n),
    ...{ askedFen, allowed, allowedFen, cap, capFen },
    excessFen: isCapped && askedFen > allowedFen ? askedFen - allowedFen : 0n,
    askedRateBps: highest(rates.termBps, rates.overdueBps, facts.annualRateBps),
    capRate: caps?.at(-1)?.rate ?? null,
    leastFen: null,
    notes: [...notesOf(facts, lender, contractOn, { deductedFen, statedFen, silent })],
  };
}

function ruleOf(lender: Lender, contractOn: Day | null): Claim['rule'] {
  if (lender !== 'private') return 'financial_lending';
  return contractOn !== null && contractOn < NEW_LENDING_RULES_FROM ? 'private_lending_before_2020' : 'private_lending';
}

function capsFor(
  parts: readonly Part[],
  lender: Lender,
  contractOn: Day | null,
  filedOn: Day,
  parameters: ClaimParameters,
): readonly Cap[] | null {
  const lastDue =
    parts
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(-1) ?? filedOn;
  if (contractOn !== null || lender !== 'private') {
    return capsOf(lender, contractOn ?? lastDue, filedOn, parameters) ?? null;
  }
  // Any of these limits may be the right one: the lowest is certain.
  const possible = possibleCaps(lastDue, filedOn, parameters);
  return possible ? [{ from: null, rate: aYear(possible.low, parameters.yearDays) }] : null;
}

/** One step: what is asked, the cap of the same days, and the lower of both. */
interface Piece {
  readonly asked?: ClaimSegment | undefined;
  readonly cap?: ClaimSegment | undefined;
  readonly allowed?: ClaimSegment | undefined;
}

type RateFor = (phase: ClaimSegment['phase'], dueOn: Day) => Rate | null;

/** With no rate and no other charge, the law gives the reference rate at the breach from the due day on (art. 28 (2) (1)). */
function byLawIfSilent(
  { termBps, overdueBps, lumpFen }: LoanRates & { lumpFen: Fen },
  { lpr, yearDays }: ClaimParameters,
): RateFor {
  return (phase, dueOn) => {
    const silent = termBps === null && overdueBps === null && lumpFen === 0n && phase === 'overdue';
    const bps = silent ? (referenceRateOn(lpr, addDays(dueOn, 1)) ?? null) : phase === 'term' ? termBps : overdueBps;
    return bps === null ? null : aYear(bps, yearDays);
  };
}

function piecesOf(
  parts: readonly Part[],
  contractOn: Day | null,
  today: Day,
  caps: readonly Cap[] | null,
  rateFor: RateFor,
): Piece[] {
  const earlier = (a: Day, b: Day) => (a < b ? a : b);
  const later = (a: Day, b: Day) => (a > b ? a : b);
  return parts.flatMap(({ line, dueOn, amountFen }) => {
    const phases = [
      { phase: 'term' as const, from: contractOn ?? dueOn, to: earlier(dueOn, today) },
      { phase: 'overdue' as const, from: later(dueOn, contractOn ?? dueOn), to: today },
    ];
    return phases.flatMap(({ phase, from, to }) => {
      const rate = rateFor(phase, dueOn);
      return cutByCaps(from, to, caps).map((cut): Piece => {
        const step = (at: Rate): ClaimSegment => ({ ...segmentOf(amountFen, cut.from, cut.to, at), line, phase });
        const asked = rate === null || rate.fine === 0n ? undefined : step(rate);
        const cap = cut.rate && step(cut.rate);
        const allowed = asked && cap ? step(lowerRate(asked.rate, cap.rate)) : asked;
        return { asked, cap, allowed };
      });
    });
  });
}

/** The days from `from` to `to`, cut where another cap begins. */
function cutByCaps(from: Day, to: Day, caps: readonly Cap[] | null) {
  if (from >= to) return [];
  if (!caps) return [{ from, to, rate: undefined }];
  return caps.flatMap(({ from: begins, rate }, n) => {
    const start = begins !== null && begins > from ? begins : from;
    const next = caps[n + 1]?.from ?? to;
    const end = next < to ? next : to;
    return start < end ? [{ from: start, to: end, rate }] : [];
  });
}

function within(pieces: readonly Piece[], lumpFen: Fen, cap: Charges): Charges {
  const segments = pieces.flatMap(({ allowed }) => allowed ?? []);
  return { segments, feesFen: minFen(lumpFen, totalOf(cap.segments) - totalOf(segments)) };
}

function highest(...rates: (BasisPoints | null)[]): BasisPoints | null {
  const stated = rates.filter((rate) => rate !== null);
  return stated.length === 0 ? null : Math.max(...stated);
}

function* notesOf(
  { terms }: ClaimFacts,
  lender: Lender,
  contractOn: Day | null,
  { deductedFen, statedFen, silent }: { deductedFen: Fen; statedFen: Fen; silent: boolean },
): Iterable<ClaimNote> {
  if (contractOn === null) yield noteOf('CONTRACT_DAY_MISSING');
  if (lender !== 'private' && !terms?.lender) yield noteOf('LENDER_ASSUMED', { lender });
  if (silent && statedFen > 0n) yield noteOf('RATES_NOT_STATED', { stated: statedFen });
  if (deductedFen > 0n) yield noteOf('DEDUCTED_IN_ADVANCE', { deducted: deductedFen });
}
