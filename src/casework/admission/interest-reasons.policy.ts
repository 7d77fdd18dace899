import { type Day, isDay, MAX_FEN } from '../../kernel/index.js';
import {
  type Claim,
  type ClaimFacts,
  type ClaimParameters,
  claimOf,
  isRateAbove,
  lenderOf,
  possibleCaps,
} from '../interest/index.js';
import { type AdmissionReason, reason } from './admission-reasons.policy.js';
import { type CaseDraft, linesOf } from './case-draft.js';

/** What the claim of a draft is computed from. */
export function claimFactsOf(draft: CaseDraft): ClaimFacts {
  const { category, invoicedOn, annualRateBps, claimTerms: terms } = draft;
  return { category, lines: linesOf(draft), invoicedOn, annualRateBps, terms };
}

/**
 * Interest above the cap makes no debt illegal: the excess alone is unprotected (Private Lending Rules art. 25), so it is capped, shown
 * with its arithmetic, and a reviewer decides. The days of the draft must be valid.
 */
export function* interestReasons(draft: CaseDraft, parameters: ClaimParameters, today: Day): Iterable<AdmissionReason> {
  const faults = [...rateFaults(draft), ...termFaults(draft)];
  if (faults.length > 0) return yield* faults;
  yield* laterThan(draft, today);
  yield* otherDay(draft);
  if (!hasClaim(draft)) return;
  const facts = claimFactsOf(draft);
  const claim = claimOf(facts, today, parameters);
  if (lenderOf(facts)) yield* capReasons(facts, claim, today, parameters);
  for (const { code, params } of claim.notes) {
    if (code !== 'SME_TERM_TOO_LONG') continue;
    yield { ...reason('SME_TERM_TOO_LONG', 'claimTerms.paymentTermDays'), params };
  }
}

/** Few drafts say anything about interest, and a batch has tens of thousands. */
function hasClaim({ claimTerms, annualRateBps, category, penaltyFen }: CaseDraft): boolean {
  const isLoan = category === 'private_loan' || category === 'online_loan' || category === 'credit_card';
  return claimTerms !== null || (isLoan && (annualRateBps !== null || penaltyFen > 0n));
}

const RATES = ['ordinaryRateBps', 'overdueRateBps', 'penaltyRateBps'] as const;

function* rateFaults({ annualRateBps, claimTerms }: CaseDraft): Iterable<AdmissionReason> {
  const bad = (bps: number | null) => bps !== null && (!Number.isSafeInteger(bps) || bps < 0);
  if (bad(annualRateBps)) yield reason('RATE_INVALID', 'annualRateBps');
  for (const name of RATES) if (claimTerms && bad(claimTerms[name])) yield reason('RATE_INVALID', `claimTerms.${name}`);
}

const DAYS = ['contractOn', 'filedOn'] as const;
const AMOUNTS = ['feesFen', 'deductedInAdvanceFen'] as const;

/** Terms that no contract can have. */
function* termFaults(draft: CaseDraft): Iterable<AdmissionReason> {
  const terms = draft.claimTerms;
  if (!terms) return;
  for (const name of DAYS) {
    const value = terms[name];
    if (value !== null && !isDay(value)) yield reason('DATE_INVALID', `claimTerms.${name}`, { value: `${value}` });
  }
  for (const name of AMOUNTS) {
    const fen = terms[name];
    if (fen !== null && (fen < 0n || fen > MAX_FEN)) yield reason('AMOUNT_INVALID', `claimTerms.${name}`);
  }
  const { contractOn, filedOn, deductedInAdvanceFen: deducted } = terms;
  if (contractOn && filedOn && filedOn < contractOn) yield reason('FILED_BEFORE_CONTRACT', 'claimTerms.filedOn');
  if (deducted !== null && deducted > 0n && deducted >= draft.principalFen) {
    yield reason('DEDUCTION_ABOVE_PRINCIPAL', 'claimTerms.deductedInAdvanceFen');
  }
}

/** The cap of a loan hangs on the day of its contract, so two of them are for a reviewer to look at. */
function* otherDay({ category, claimTerms, invoicedOn }: CaseDraft): Iterable<AdmissionReason> {
  const contractOn = claimTerms?.contractOn ?? null;
  const isLoan = category === 'private_loan' || category === 'online_loan';
  if (!isLoan || contractOn === null || invoicedOn === null || contractOn === invoicedOn) return;
  yield reason('CONTRACT_DAYS_DIFFER', 'claimTerms.contractOn', { contractOn, noteOn: invoicedOn });
}

function* laterThan({ claimTerms }: CaseDraft, today: Day): Iterable<AdmissionReason> {
  for (const name of DAYS) {
    const value = claimTerms?.[name];
    if (value && value > today) yield reason('DATE_IN_FUTURE', `claimTerms.${name}`, { value });
  }
}

function* capReasons(
  facts: ClaimFacts,
  claim: Claim,
  today: Day,
  parameters: ClaimParameters,
): Iterable<AdmissionReason> {
  const { askedRateBps, capRate, askedFen, allowedFen, capFen, excessFen } = claim;
  const contractKnown = (facts.terms?.contractOn ?? facts.invoicedOn) !== null;
  const sums = { claimed: askedFen, allowed: allowedFen, excess: excessFen };
  const isAbove = isRateAbove(claim);
  if (askedRateBps !== null) {
    const field = facts.annualRateBps === null ? 'claimTerms' : 'annualRateBps';
    if (isAbove) yield rateReason(claim, contractKnown ? undefined : possibleHigh(facts, today, parameters), field);
    else if (!capRate || mayBePrivate(facts, askedRateBps, today, parameters)) {
      yield reason('RATE_NEEDS_REVIEW', field, { rate: { bps: askedRateBps } });
    }
  }
  // Without the contract's day nobody knows for how long interest ran before the due day.
  if (!contractKnown || capFen === null || askedFen <= capFen) return;
  if (facts.lines.some(({ penaltyFen }) => penaltyFen > 0n)) yield reason('INTEREST_ABOVE_CAP', 'penaltyFen', sums);
  else if (!isAbove) yield reason('INTEREST_ABOVE_CAP', 'claimTerms', sums);
}

/** A rate above the cap. `possibleBps` is the highest limit that may hold while the day of the contract is not known. */
function rateReason(
  { rule, capRate, askedRateBps, askedFen: claimed, allowedFen: allowed, excessFen: excess }: Claim,
  possibleBps: number | undefined,
  field: string,
): AdmissionReason {
  const rate = { bps: askedRateBps ?? 0 };
  const isPrivate = rule !== 'financial_lending';
  if (isPrivate && possibleBps !== undefined && rate.bps <= possibleBps) {
    return reason('RATE_NEEDS_REVIEW', field, { rate });
  }
  const capBps = Number((capRate?.fine ?? 0n) / 10_000n);
  const limit = { bps: isPrivate ? (possibleBps ?? capBps) : capBps };
  return reason(isPrivate ? 'USURY' : 'RATE_ABOVE_GUIDANCE', field, { rate, limit, claimed, allowed, excess });
}

/** Whether a rate is above the cap of private lending: that a financial body lent is only what the creditor says. */
function mayBePrivate(facts: ClaimFacts, rateBps: number, today: Day, parameters: ClaimParameters): boolean {
  if (facts.category !== 'online_loan' && facts.category !== 'private_loan') return false;
  const terms = facts.terms && { ...facts.terms, lender: 'private' as const };
  const { capRate } = claimOf({ ...facts, category: 'private_loan', terms }, today, parameters);
  return !capRate || BigInt(rateBps) * 10_000n > capRate.fine;
}

function possibleHigh({ lines, terms }: ClaimFacts, today: Day, parameters: ClaimParameters): number | undefined {
  const [lastDue = today] = lines
    .map(({ dueOn }) => dueOn)
    .sort()
    .reverse();
  return possibleCaps(lastDue, terms?.filedOn ?? today, parameters)?.high;
}
