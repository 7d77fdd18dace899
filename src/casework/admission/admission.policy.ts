import { addMonths, type BasisPoints, type Day, type Fen, isDay, MAX_FEN } from '../../kernel/index.js';
import {
  contingencyForbidden,
  isDebt,
  LIMITATION_PERIODS,
  type LimitationParameters,
  type LprEntry,
  lprOn,
  lprRangeUntil,
  PUBLISHED_LPR,
} from '../debt/index.js';
import { type AdmissionReason, reason } from './admission-reasons.policy.js';
import { type CaseDraft, LAW_FIRM_LINES } from './case-draft.js';
import { lineAmounts, lineDays } from './line-rules.policy.js';
import { EVIDENCE_DEFAULTS, type EvidenceParameters, evidenceCompleteness } from './score.policy.js';

/** Checks of identifiers' formats and checksums. */
export interface IdentifierChecks {
  creditCode(text: string): boolean;
  residentId(text: string): boolean;
  mobile(text: string): boolean;
}

export interface AdmissionParameters {
  readonly minimumFen: Fen;
  /** Above this amount a reviewer decides. */
  readonly automaticMaximumFen: Fen;
  readonly minimumEvidenceBps: BasisPoints;
  readonly evidence: EvidenceParameters;
  readonly limitation: LimitationParameters;
  readonly lpr: readonly LprEntry[];
  /** The highest interest of private lending, as a multiple of the one-year LPR. */
  readonly usuryMultiple: number;
  readonly checks: IdentifierChecks;
}

/** The defaults, without the identifier checks. */
export const ADMISSION_DEFAULTS: Omit<AdmissionParameters, 'checks'> = {
  minimumFen: 10_000n,
  automaticMaximumFen: 500_000_000n,
  minimumEvidenceBps: 4_000,
  evidence: EVIDENCE_DEFAULTS,
  limitation: LIMITATION_PERIODS,
  lpr: PUBLISHED_LPR,
  usuryMultiple: 4,
};

export interface Judgement {
  /** `admit` has no reasons, `review` only reasons for a reviewer. */
  readonly verdict: 'admit' | 'review' | 'reject';
  readonly reasons: readonly AdmissionReason[];
}

/** Judges a draft by every rule, so that one answer names all faults. */
export function judge(draft: CaseDraft, parameters: AdmissionParameters, today: Day): Judgement {
  const reasons = [
    ...names(draft),
    ...amounts(draft, parameters),
    ...dates(draft, parameters, today),
    ...origin(draft),
    ...matterFaults(draft),
    ...debtor(draft, parameters, today),
    ...documents(draft, parameters),
  ];
  if (reasons.some((each) => each.severity === 'reject')) return { verdict: 'reject', reasons };
  return { verdict: reasons.length > 0 ? 'review' : 'admit', reasons };
}

function* names(draft: CaseDraft): Iterable<AdmissionReason> {
  if (!draft.externalRef.trim()) yield reason('EXTERNAL_REF_MISSING', 'externalRef');
  if (!draft.debtorName.trim()) yield reason('DEBTOR_NAME_MISSING', 'debtorName');
}

function* amounts(draft: CaseDraft, parameters: AdmissionParameters): Iterable<AdmissionReason> {
  const ofLines = [...lineAmounts(draft)];
  yield* ofLines;
  if (ofLines.some(({ severity }) => severity === 'reject')) return;
  const { principalFen, penaltyFen, paidFen, outstandingFen } = draft;
  const lowest = { principalFen: 1n, penaltyFen: 0n, paidFen: 0n, outstandingFen: 1n };
  const bad = (Object.keys(lowest) as (keyof typeof lowest)[]).filter(
    (field) => draft[field] < lowest[field] || draft[field] > MAX_FEN,
  );
  if (bad.length > 0) return yield* bad.map((field) => reason('AMOUNT_INVALID', field));
  const expected = principalFen + penaltyFen - paidFen;
  if (expected !== outstandingFen) {
    yield reason('AMOUNTS_DISAGREE', 'outstandingFen', { expected, stated: outstandingFen });
  }
  const { minimumFen: minimum, automaticMaximumFen: maximum } = parameters;
  if (outstandingFen < minimum) yield reason('AMOUNT_BELOW_MINIMUM', 'outstandingFen', { minimum });
  if (outstandingFen > maximum) yield reason('AMOUNT_NEEDS_REVIEW', 'outstandingFen', { maximum });
}

/** The days of the lines, their limitation periods, and the interest agreed. */
function* dates(draft: CaseDraft, parameters: AdmissionParameters, today: Day): Iterable<AdmissionReason> {
  const found = [...lineDays(draft, parameters.limitation, today)];
  yield* found;
  // The rules about interest need valid days.
  if (!found.some(({ code }) => code === 'DATE_INVALID')) yield* interest(draft, parameters);
}

/**
 * Private lending above four times the one-year LPR of the contract day is refused (最高人民法院 民间借贷规定 art. 25); without a
 * contract day, only a rate above the limits of all possible days. Licensed lenders have other rules: an online loan above the limit
 * goes to a reviewer.
 */
function* interest(draft: CaseDraft, parameters: AdmissionParameters): Iterable<AdmissionReason> {
  const { annualRateBps: rateBps, category } = draft;
  if (rateBps === null) return;
  if (!Number.isSafeInteger(rateBps) || rateBps < 0) return yield reason('RATE_INVALID', 'annualRateBps');
  if (category !== 'private_loan' && category !== 'online_loan') return;
  const limits = limitsOf(draft, parameters);
  if (limits && rateBps <= limits.low) return;
  if (limits && rateBps > limits.high && category === 'private_loan') {
    return yield reason('USURY', 'annualRateBps', { rate: { bps: rateBps }, limit: { bps: limits.high } });
  }
  yield reason('RATE_NEEDS_REVIEW', 'annualRateBps', { rate: { bps: rateBps } });
}

function limitsOf(draft: CaseDraft, { lpr, usuryMultiple }: AdmissionParameters) {
  const known = draft.invoicedOn === null ? undefined : lprOn(lpr, draft.invoicedOn);
  const range = draft.invoicedOn === null ? lprRangeUntil(lpr, draft.dueOn) : known && { low: known, high: known };
  return range && { low: range.low * usuryMultiple, high: range.high * usuryMultiple };
}

function* origin(draft: CaseDraft): Iterable<AdmissionReason> {
  const { legalOrigin, category } = draft;
  if (legalOrigin === 'gambling' || legalOrigin === 'drugs') yield reason('ILLEGAL_ORIGIN', 'legalOrigin');
  // Among private lenders illegal origins are the hardest to see, so a missing origin goes to a reviewer.
  const silent = legalOrigin === null && category === 'private_loan';
  if (legalOrigin === 'other' || silent) yield reason('LEGAL_ORIGIN_UNCLEAR', 'legalOrigin');
}

/** What the matter of a case forbids whoever collects it. Whether a single provider may grab it is decided at the grab. */
export function* matterFaults({
  matter,
  serviceLine,
}: Pick<CaseDraft, 'matter' | 'serviceLine'>): Iterable<AdmissionReason> {
  if (!isDebt(matter)) yield reason('MATTER_NOT_A_DEBT', 'matter');
  else if (contingencyForbidden(matter) && LAW_FIRM_LINES.has(serviceLine)) {
    yield reason('MATTER_NOT_FOR_LAW_FIRMS', 'serviceLine');
  }
}

const ADULT_MONTHS = 18 * 12;

function* debtor(draft: CaseDraft, { checks }: AdmissionParameters, today: Day): Iterable<AdmissionReason> {
  const id = draft.debtorIdNumber?.trim() || null;
  if (draft.debtorKind === 'enterprise') {
    if (id !== null && !checks.creditCode(id)) yield reason('DEBTOR_ID_INVALID', 'debtorIdNumber');
    return;
  }
  if (id === null) yield reason('DEBTOR_ID_MISSING', 'debtorIdNumber');
  else if (!checks.residentId(id)) yield reason('DEBTOR_ID_INVALID', 'debtorIdNumber');
  else if (isMinor(id, today)) yield reason('DEBTOR_MINOR', 'debtorIdNumber');
  // Enterprises use landlines, so only a person's number must be a mobile one.
  const phone = draft.debtorPhone?.trim() || null;
  if (phone !== null && !checks.mobile(phone)) yield reason('DEBTOR_PHONE_INVALID', 'debtorPhone');
}

/** Under 18 (Civil Code art. 17), by the birth date in characters 7–14 of the identity number (GB 11643-1999). */
function isMinor(residentId: string, today: Day): boolean {
  const birth = `${residentId.slice(6, 10)}-${residentId.slice(10, 12)}-${residentId.slice(12, 14)}`;
  return isDay(birth) && addMonths(birth, ADULT_MONTHS) > today;
}

function* documents(draft: CaseDraft, parameters: AdmissionParameters): Iterable<AdmissionReason> {
  const have = evidenceCompleteness(draft, parameters.evidence);
  const need = parameters.minimumEvidenceBps;
  if (have < need) yield reason('DOCUMENTS_INCOMPLETE', 'evidence', { have: { bps: have }, need: { bps: need } });
}
