import { type Day, tidied } from '../../kernel/index.js';
import { clocksOf, firstClock, MAX_DOCUMENT_NUMBER } from '../debt/index.js';
import { type AdmissionParameters, type Judgement, judge } from './admission.policy.js';
import type { AdmissionReason } from './admission-reasons.policy.js';
import { reason } from './admission-reasons.policy.js';
import { type CaseDraft, linesOf, TEXT_LIMITS } from './case-draft.js';
import { boundsProblem, type CommissionBounds, type CommissionOffer } from './commission-offer.policy.js';
import { lineField } from './line-rules.policy.js';
import { type CaseScore, type ScoreParameters, scoreOf } from './score.policy.js';

/** Defaults for drafts without an offer; without a default the platform's policy applies. */
export interface OfferDefaults {
  commission?: CommissionOffer | undefined;
}

/** What drafts are judged by, the same for all drafts of a batch. */
export interface AdmissionRules {
  readonly today: Day;
  readonly admission: AdmissionParameters;
  readonly score: ScoreParameters;
  readonly bounds: CommissionBounds;
}

/** A judged draft: the verdict with its reasons, and what is derived from the draft. */
export interface CaseSheet extends Appraisal {
  readonly draft: CaseDraft;
  readonly offer: CommissionOffer;
}

/** A draft judged by the current rules. */
export interface Appraisal extends Judgement, Pick<CaseScore, 'score' | 'grade' | 'evidenceBps'> {
  readonly limitationExpiresOn: Day;
  /** The last day of the limitation period of each line; null for a credit note. */
  readonly lineExpiries: readonly (Day | null)[];
}

export function appraise(draft: CaseDraft, rules: AdmissionRules): Appraisal {
  return { ...judge(draft, rules.admission, rules.today), ...derivedOf(draft, rules) };
}

function derivedOf(draft: CaseDraft, rules: AdmissionRules) {
  const lines = linesOf(draft);
  const clocks = clocksOf(lines, rules.today, draft.payments);
  return {
    ...scoreOf(draft, rules.today, rules.score),
    limitationExpiresOn: firstClock(lines, rules.today, clocks).expiresOn,
    lineExpiries: clocks.map((clock) => clock?.expiresOn ?? null),
  };
}

/** Judges one draft and derives what its case shows. A rejected draft has no sheet, only reasons. */
export function sheetOf(
  raw: CaseDraft,
  rules: AdmissionRules,
  defaults: OfferDefaults = {},
): CaseSheet | { verdict: 'reject'; reasons: readonly AdmissionReason[] } {
  const tooLong = textFaults(raw);
  if (tooLong.length > 0) return { verdict: 'reject', reasons: tooLong };
  const draft = withTidyTexts(raw);
  const judgement = judge(draft, rules.admission, rules.today);
  const { offer, fault } = offerOf(draft, rules, defaults);
  const reasons = fault ? [...judgement.reasons, fault] : judgement.reasons;
  if (fault || judgement.verdict === 'reject') return { verdict: 'reject', reasons };
  // Only now: a rejected draft may have impossible days.
  const { suggestedCommissionBps: bps, ...derived } = derivedOf(draft, rules);
  const whole = { ...draft, lines: linesOf(draft) };
  return { ...derived, draft: whole, verdict: judgement.verdict, reasons, offer: offer ?? { bps, tiers: [] } };
}

function offerOf(draft: CaseDraft, rules: AdmissionRules, defaults: OfferDefaults) {
  const own = draft.offer && { bps: draft.offer.commissionBps, tiers: draft.offer.tiers };
  const offer = own ?? defaults.commission;
  const problem = offer && boundsProblem(offer, rules.bounds);
  if (!problem) return { offer, fault: undefined };
  const { minBps, maxBps } = rules.bounds;
  return {
    offer,
    fault: reason('OFFER_INVALID', `offer.${problem.path}`, {
      problem: problem.code,
      min: { bps: minBps },
      max: { bps: maxBps },
    }),
  };
}

function textFaults(draft: CaseDraft): AdmissionReason[] {
  const own = (Object.keys(TEXT_LIMITS) as (keyof typeof TEXT_LIMITS)[])
    .filter((field) => (draft[field]?.length ?? 0) > TEXT_LIMITS[field])
    .map((field) => reason('TEXT_TOO_LONG', field, { limit: TEXT_LIMITS[field].toString() }));
  const ofLines = draft.lines.flatMap(({ documentNumber }, n) =>
    (documentNumber?.length ?? 0) > MAX_DOCUMENT_NUMBER
      ? [reason('TEXT_TOO_LONG', lineField(n, 'documentNumber'), { limit: `${MAX_DOCUMENT_NUMBER}` })]
      : [],
  );
  return [...own, ...ofLines];
}

/**
 * The last door of every way in: what identifies a debt is as it is seen. PostgreSQL cannot store the NUL character, and one such text
 * must not fail the other rows of the statement.
 */
function withTidyTexts(draft: CaseDraft): CaseDraft {
  const clean = (text: string) => tidied(text.replaceAll('\0', ''));
  const cleanOrNull = (text: string | null) => (text === null ? null : clean(text) || null);
  return {
    ...draft,
    externalRef: clean(draft.externalRef),
    contractNumber: cleanOrNull(draft.contractNumber),
    debtorName: clean(draft.debtorName),
    debtorIdNumber: cleanOrNull(draft.debtorIdNumber),
    debtorPhone: cleanOrNull(draft.debtorPhone),
    regionCode: draft.regionCode !== null && /^\d{6}$/.test(draft.regionCode) ? draft.regionCode : null,
    evidence: [...new Set(draft.evidence)],
    lines: draft.lines.map((line) => ({ ...line, documentNumber: clean(line.documentNumber ?? '') || null })),
  };
}
