import { addDays, type BasisPoints, type Day, type Fen } from '../../kernel/index.js';
import { type ClaimNote, noteOf } from './claim-notes.js';
import { type PaidFacts, type Part, partsOf, principalOn, stretchesOf } from './claim-parts.policy.js';
import {
  type Claim,
  type ClaimFacts,
  type ClaimParameters,
  type ClaimSegment,
  chargesTotal,
  type OpenClaim,
} from './claim-shape.js';
import { aYear, percentOf, type Rate, segmentOf, totalOf } from './interest.policy.js';
import { isExcessivePenalty, isSmeClaim, ratesByLaw, smeRate, termByLaw, termOf } from './late-payment.policy.js';

/** What was agreed for late payment: overdue interest and penalty together. Null: nothing. */
function agreedBpsOf({ annualRateBps, terms }: ClaimFacts): BasisPoints | null {
  const { ordinaryRateBps = null, overdueRateBps = null, penaltyRateBps = null } = terms ?? {};
  const interest = overdueRateBps ?? ordinaryRateBps;
  if (interest === null && penaltyRateBps === null) return annualRateBps;
  return (interest ?? 0) + (penaltyRateBps ?? 0);
}

/** A line's late interest: the steps, the least the law gives, and what to say about it. */
interface Late {
  readonly rule: Claim['rule'];
  readonly steps: readonly ClaimSegment[];
  readonly leastFen: Fen;
  readonly notes: readonly ClaimNote[];
}

/**
 * A sale or another contract for a price that is paid late, each line from its own due day: the rule for small creditors where it
 * applies, else the agreed rate, else what the law gives. No cap is set; a penalty far above the loss is pointed out, since a court
 * lowers it only when the debtor asks (Civil Code art. 585).
 */
export function priceClaim(facts: PaidFacts, today: Day, parameters: ClaimParameters): OpenClaim {
  const { terms } = facts;
  const parts = partsOf(facts);
  const agreedBps = agreedBpsOf(facts);
  const lates = parts.map((part) => lateOf(part, facts, agreedBps, today, parameters));
  const segments = lates.flatMap(({ steps }) => steps);
  const statedFen = facts.lines.reduce((sum, { penaltyFen }) => sum + penaltyFen, 0n);
  const allowed = { segments, feesFen: terms?.feesFen ?? 0n };
  const allowedFen = chargesTotal(allowed);
  const rule = lates[0]?.rule ?? 'late_payment_by_law';
  const leastFen = rule === 'late_payment_by_law' ? lates.reduce((sum, late) => sum + late.leastFen, 0n) : null;
  const excessive = excessiveNote(rule, parts, today, totalOf(segments), parameters);
  const unexplained = agreedBps === null && statedFen > 0n ? [noteOf('RATES_NOT_STATED', { stated: statedFen })] : [];
  return {
    rule,
    until: today,
    principalFen: principalOn(parts, today),
    askedFen: statedFen > 0n ? statedFen : allowedFen,
    ...{ allowed, allowedFen, cap: null, capFen: null, excessFen: 0n, capRate: null, leastFen },
    askedRateBps: agreedBps,
    notes: distinct([...lates.flatMap(({ notes }) => notes), ...unexplained, ...excessive, ...termNotes(facts)]),
  };
}

function lateOf(
  part: Part,
  facts: ClaimFacts,
  agreedBps: BasisPoints | null,
  today: Day,
  parameters: ClaimParameters,
): Late {
  const breachOn = addDays(part.dueOn, 1);
  const steps = (rate: Rate) => stepsOf(part, today, rate);
  if (facts.terms && isSmeClaim(facts.terms, breachOn)) return smeLate(part, facts, agreedBps, steps, parameters);
  if (agreedBps !== null) {
    const rate = aYear(agreedBps, parameters.yearDays);
    return { rule: 'agreed_late_payment', steps: steps(rate), leastFen: 0n, notes: [] };
  }
  const byLaw = ratesByLaw(breachOn, parameters);
  if (!byLaw) return unknownRate('late_payment_by_law', breachOn);
  return { rule: 'late_payment_by_law', steps: steps(byLaw.most), leastFen: totalOf(steps(byLaw.least)), notes: [] };
}

/** Late interest of a part at one rate, a step for each amount that it bore. */
function stepsOf(part: Part, today: Day, rate: Rate): ClaimSegment[] {
  const { line, dueOn } = part;
  return stretchesOf(part, dueOn, today).map((days) => ({ ...segmentOf(days, rate), line, phase: 'overdue' }));
}

function smeLate(
  { dueOn, invoicedOn }: Part,
  facts: ClaimFacts,
  agreedBps: BasisPoints | null,
  steps: (rate: Rate) => readonly ClaimSegment[],
  parameters: ClaimParameters,
): Late {
  const contractOn = facts.terms?.contractOn ?? invoicedOn ?? facts.invoicedOn;
  const found = smeRate(agreedBps, contractOn ?? dueOn, facts.terms?.payWhenPaid === true, parameters);
  if (!found) return unknownRate('sme_late_payment', contractOn ?? dueOn);
  const notes: ClaimNote[] = [];
  if (found.because === 'floor') {
    const agreed = percentOf(aYear(agreedBps ?? 0, parameters.yearDays));
    notes.push(noteOf('SME_FLOOR', { agreed, floor: percentOf(found.rate) }));
  }
  if (found.because !== 'daily_rate' && contractOn === null) notes.push(noteOf('CONTRACT_DAY_MISSING'));
  return { rule: 'sme_late_payment', steps: steps(found.rate), leastFen: 0n, notes };
}

function unknownRate(rule: Claim['rule'], day: Day): Late {
  return { rule, steps: [], leastFen: 0n, notes: [noteOf('RATE_UNKNOWN', { day })] };
}

/** The usual loss of late payment is what the law gives when nothing is agreed. */
function excessiveNote(
  rule: Claim['rule'],
  parts: readonly Part[],
  today: Day,
  penaltyFen: Fen,
  parameters: ClaimParameters,
): ClaimNote[] {
  if (rule !== 'agreed_late_payment') return [];
  const losses = parts.map((part) => {
    const rates = ratesByLaw(addDays(part.dueOn, 1), parameters);
    return rates && totalOf(stepsOf(part, today, rates.most));
  });
  if (losses.some((loss) => loss === undefined)) return [];
  const loss = losses.reduce<Fen>((sum, one) => sum + (one ?? 0n), 0n);
  return isExcessivePenalty(penaltyFen, loss)
    ? [noteOf('PENALTY_PRESUMED_EXCESSIVE', { penalty: penaltyFen, loss })]
    : [];
}

/** What Decree 802 art. 9 says of the terms that a small creditor was given, whenever it was paid late. */
export function termNotes({ terms }: Pick<ClaimFacts, 'terms'>): ClaimNote[] {
  if (terms?.creditorScale !== 'sme') return [];
  const { debtorScale, paymentTermDays: days, payWhenPaid } = terms;
  if (debtorScale !== 'large' && debtorScale !== 'public_body') return [];
  const finding = days === null ? 'within' : termOf(debtorScale, days);
  const notes: ClaimNote[] = payWhenPaid ? [noteOf('PAY_WHEN_PAID_VOID')] : [];
  if (days !== null && finding === 'over_longest') notes.push(noteOf('SME_TERM_TOO_LONG', { days, longest: 60 }));
  if (days !== null && finding === 'by_custom_only') {
    notes.push(noteOf('SME_TERM_BY_CUSTOM', { days, longest: termByLaw(debtorScale) }));
  }
  return notes;
}

function distinct(notes: readonly ClaimNote[]): ClaimNote[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}
