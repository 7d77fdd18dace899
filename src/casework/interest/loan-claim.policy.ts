import { addDays, type BasisPoints, type Day, type Fen, minFen } from '../../kernel/index.js';
import { type ClaimNote, noteOf } from './claim-notes.js';
import { type PaidFacts, type Part, partsOf, principalOn, stretchesOf } from './claim-parts.policy.js';
import {
  type Charges,
  type Claim,
  type ClaimFacts,
  type ClaimParameters,
  type ClaimSegment,
  chargesTotal,
  type OpenClaim,
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

/** What is known of a loan. */
interface Loan {
  readonly lender: Lender;
  readonly parts: readonly Part[];
  readonly contractOn: Day | null;
  readonly caps: readonly Cap[] | null;
  readonly rates: LoanRates;
  /** Fees, and charges that no rate explains. */
  readonly lumpFen: Fen;
  readonly statedFen: Fen;
}

function loanOf(facts: PaidFacts, lender: Lender, today: Day, parameters: ClaimParameters): Loan {
  const { terms, lines, invoicedOn } = facts;
  const parts = partsOf(facts);
  const contractOn = terms?.contractOn ?? invoicedOn;
  const caps = capsFor(parts, lender, contractOn, terms?.filedOn ?? today, parameters);
  const rates = loanRatesOf(facts);
  const statedFen = lines.reduce((sum, { penaltyFen }) => sum + penaltyFen, 0n);
  const lumpFen = (terms?.feesFen ?? 0n) + (isSilent(rates) ? statedFen : 0n);
  return { lender, parts, contractOn, caps, rates, lumpFen, statedFen };
}

function isSilent({ termBps, overdueBps }: LoanRates): boolean {
  return termBps === null && overdueBps === null;
}

/**
 * A loan. Each step is held to the cap of its days, overdue interest and penalty as one rate; fees, and charges that no rate
 * explains, may fill what room the steps leave below the cap (Private Lending Rules art. 25, 28, 29, 31).
 */
export function loanClaim(facts: PaidFacts, lender: Lender, today: Day, parameters: ClaimParameters): OpenClaim {
  const loan = loanOf(facts, lender, today, parameters);
  const { asked, allowed, cap } = chargesOf(loan, today, parameters);
  const askedFen = loan.statedFen > 0n ? loan.statedFen : chargesTotal(asked);
  const capFen = cap && chargesTotal(cap);
  const allowedFen = chargesTotal(allowed);
  const isCapped = capFen !== null && (askedFen > capFen || chargesTotal(asked) > allowedFen);
  return {
    rule: ruleOf(loan),
    until: today,
    principalFen: principalOn(loan.parts, today),
    ...{ askedFen, allowed, allowedFen, cap, capFen },
    excessFen: isCapped && askedFen > allowedFen ? askedFen - allowedFen : 0n,
    askedRateBps: highest(loan.rates.termBps, loan.rates.overdueBps, facts.annualRateBps),
    capRate: loan.caps?.at(-1)?.rate ?? null,
    leastFen: null,
    notes: [...notesOf(loan, facts)],
  };
}

function chargesOf(loan: Loan, today: Day, parameters: ClaimParameters) {
  const { caps, lumpFen } = loan;
  const pieces = piecesOf(loan, today, byLawIfSilent(loan, parameters));
  const asked: Charges = { segments: pieces.flatMap((piece) => piece.asked ?? []), feesFen: lumpFen };
  const cap: Charges | null = caps && { segments: pieces.flatMap((piece) => piece.cap ?? []), feesFen: 0n };
  return { asked, cap, allowed: cap ? within(pieces, lumpFen, cap) : asked };
}

function ruleOf({ lender, contractOn }: Loan): Claim['rule'] {
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
function byLawIfSilent({ rates, lumpFen }: Loan, { lpr, yearDays }: ClaimParameters): RateFor {
  const byLaw = isSilent(rates) && lumpFen === 0n;
  return (phase, dueOn) => {
    const agreed = phase === 'term' ? rates.termBps : rates.overdueBps;
    const bps = byLaw && phase === 'overdue' ? (referenceRateOn(lpr, addDays(dueOn, 1)) ?? null) : agreed;
    return bps === null ? null : aYear(bps, yearDays);
  };
}

function piecesOf({ parts, contractOn, caps }: Loan, today: Day, rateFor: RateFor): Piece[] {
  return parts.flatMap((part) =>
    phasesOf(part, contractOn, today).flatMap(({ phase, from, to }) => {
      const rate = rateFor(phase, part.dueOn);
      return cutByCaps(from, to, caps).flatMap((cut) =>
        stretchesOf(part, cut.from, cut.to).map((stretch): Piece => {
          const step = (at: Rate): ClaimSegment => ({ ...segmentOf(stretch, at), line: part.line, phase });
          const asked = rate === null || rate.fine === 0n ? undefined : step(rate);
          const cap = cut.rate && step(cut.rate);
          const allowed = asked && cap ? step(lowerRate(asked.rate, cap.rate)) : asked;
          return { asked, cap, allowed };
        }),
      );
    }),
  );
}

/** From the contract to the due day, and from there to today. */
function phasesOf({ dueOn }: Part, contractOn: Day | null, today: Day) {
  const start = contractOn ?? dueOn;
  return [
    { phase: 'term', from: start, to: dueOn < today ? dueOn : today },
    { phase: 'overdue', from: start > dueOn ? start : dueOn, to: today },
  ] as const;
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
  { contractOn, rates, statedFen, lumpFen }: Loan,
  { terms, category }: ClaimFacts,
): Iterable<ClaimNote> {
  const deducted = terms?.deductedInAdvanceFen ?? 0n;
  if (contractOn === null) yield noteOf('CONTRACT_DAY_MISSING');
  if (category === 'online_loan' && !terms?.lender) yield noteOf('LENDER_ASSUMED');
  if (isSilent(rates) && statedFen > 0n) yield noteOf('RATES_NOT_STATED', { stated: statedFen });
  if (isSilent(rates) && lumpFen === 0n) yield noteOf('NO_RATE_AGREED');
  if (deducted > 0n) yield noteOf('DEDUCTED_IN_ADVANCE', { deducted });
}
