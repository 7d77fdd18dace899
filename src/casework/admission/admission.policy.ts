import {
  addMonths,
  type BasisPoints,
  type Checked,
  type Day,
  type Fen,
  isMaskedName,
  MAX_FEN,
  type PartyNumber,
  type PartyNumberContext,
  type PartyNumberFault,
} from '../../kernel/index.js';
import { contingencyForbidden, isDebt } from '../debt/index.js';
import type { ClaimParameters } from '../interest/index.js';
import { type AdmissionCode, type AdmissionReason, reason } from './admission-reasons.policy.js';
import { type CaseDraft, LAW_FIRM_LINES } from './case-draft.js';
import { interestReasons } from './interest-reasons.policy.js';
import { lineAmounts, lineDays } from './line-rules.policy.js';
import { EVIDENCE_DEFAULTS, type EvidenceParameters, evidenceCompleteness } from './score.policy.js';

/** Readers of identifiers: their formats and check characters. */
export interface IdentifierChecks {
  partyNumber(text: string, context: PartyNumberContext): Checked<PartyNumber, PartyNumberFault>;
  mobile(text: string): boolean;
}

export interface AdmissionParameters {
  readonly minimumFen: Fen;
  /** Above this amount a reviewer decides. */
  readonly automaticMaximumFen: Fen;
  readonly minimumEvidenceBps: BasisPoints;
  readonly evidence: EvidenceParameters;
  readonly claim: ClaimParameters;
  readonly checks: IdentifierChecks;
}

/** The defaults, without the identifier checks and what interest depends on. */
export const ADMISSION_DEFAULTS: Omit<AdmissionParameters, 'checks' | 'claim'> = {
  minimumFen: 10_000n,
  automaticMaximumFen: 500_000_000n,
  minimumEvidenceBps: 4_000,
  evidence: EVIDENCE_DEFAULTS,
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
  if (isMaskedName(draft.debtorName)) yield reason('DEBTOR_NAME_MASKED', 'debtorName');
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
  const found = [...lineDays(draft, today)];
  yield* found;
  // The rules about interest need valid days.
  if (!found.some(({ code }) => code === 'DATE_INVALID')) {
    yield* interestReasons(draft, parameters.claim, today);
  }
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

const NUMBER_FAULTS: Readonly<Record<PartyNumberFault, AdmissionCode>> = {
  CREDIT_CODE_WANTED: 'DEBTOR_ID_NEEDS_CREDIT_CODE',
  RESIDENT_ID_WANTED: 'DEBTOR_ID_NEEDS_RESIDENT_ID',
  KIND_WANTED: 'DEBTOR_ID_NEEDS_KIND',
  TWO_READINGS: 'DEBTOR_ID_TWO_READINGS',
  INVALID: 'DEBTOR_ID_INVALID',
};

function* debtor(draft: CaseDraft, { checks }: AdmissionParameters, today: Day): Iterable<AdmissionReason> {
  const id = draft.debtorIdNumber?.trim() || null;
  if (id !== null) yield* debtorNumber(id, draft, checks, today);
  if (draft.debtorKind === 'enterprise') return;
  if (id === null) yield reason('DEBTOR_ID_MISSING', 'debtorIdNumber');
  // Enterprises use landlines, so only a person's number must be a mobile one.
  const phone = draft.debtorPhone?.trim() || null;
  if (phone !== null && !checks.mobile(phone)) yield reason('DEBTOR_PHONE_INVALID', 'debtorPhone');
}

function* debtorNumber(
  id: string,
  { debtorName: name, debtorKind: holder, debtorIdKind: kind }: CaseDraft,
  checks: IdentifierChecks,
  today: Day,
): Iterable<AdmissionReason> {
  const read = checks.partyNumber(id, { name, holder, kind });
  if (!read.ok) return yield reason(NUMBER_FAULTS[read.reason], 'debtorIdNumber');
  // Real codes, among them those given out in Xiamen before 2016, do not hold by the standard.
  if (read.value.doubt) yield reason('DEBTOR_ID_CHECK_DIFFERS', 'debtorIdNumber');
  if (isMinor(read.value, today)) yield reason('DEBTOR_MINOR', 'debtorIdNumber');
}

/** Under 18 (Civil Code art. 17); passports and travel permits do not say it. */
function isMinor({ birthDate }: PartyNumber, today: Day): boolean {
  return birthDate !== null && addMonths(birthDate, ADULT_MONTHS) > today;
}

function* documents(draft: CaseDraft, parameters: AdmissionParameters): Iterable<AdmissionReason> {
  const have = evidenceCompleteness(draft, parameters.evidence);
  const need = parameters.minimumEvidenceBps;
  if (have < need) yield reason('DOCUMENTS_INCOMPLETE', 'evidence', { have: { bps: have }, need: { bps: need } });
}
