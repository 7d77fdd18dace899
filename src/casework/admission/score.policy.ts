import {
  type BasisPoints,
  type CodeOf,
  type Day,
  type Fen,
  monthsBetween,
  type Texts,
  WHOLE,
} from '../../kernel/index.js';
import { CCAA_CURVE, type CurvePoint, readCurve } from '../../kernel/recovery-curve.js';
import type { CaseDraft, DebtCategory, EvidenceKind, ServiceLine } from './case-draft.js';
import { CASE_GRADE } from './case-draft.words.js';

export interface EvidenceParameters {
  /** The documents expected of each category, with their weights. */
  readonly expected: Readonly<Record<DebtCategory, Readonly<Partial<Record<EvidenceKind, number>>>>>;
  /** Share of a document's weight that its number or day alone is worth. */
  readonly declaredBps: BasisPoints;
}

export const EVIDENCE_DEFAULTS: EvidenceParameters = {
  expected: {
    commercial_receivable: {
      contract: 30,
      invoice: 25,
      delivery_note: 20,
      reconciliation_statement: 15,
      demand_letter: 10,
    },
    property_management_fee: { contract: 50, invoice: 20, demand_letter: 30 },
    online_loan: { contract: 40, payment_record: 30, id_copy: 15, demand_letter: 15 },
    credit_card: { contract: 35, reconciliation_statement: 35, id_copy: 15, demand_letter: 15 },
    private_loan: { loan_note: 45, payment_record: 35, id_copy: 10, demand_letter: 10 },
  },
  declaredBps: 8_000,
};

export const CASE_GRADES = CASE_GRADE.codes;
export type CaseGrade = CodeOf<typeof CASE_GRADE>;

export interface ScoreParameters {
  readonly curve: readonly CurvePoint[];
  readonly evidence: EvidenceParameters;
  /** Share of the age's value that a case without any evidence keeps. */
  readonly evidenceFloorBps: BasisPoints;
  /** Lowest score of each grade; all lower ones are E. */
  readonly gradeFrom: Readonly<Record<Exclude<CaseGrade, 'E'>, number>>;
  readonly suggestedBps: Readonly<Record<CaseGrade, BasisPoints>>;
  /** From how many months a third party is worth its price, and from which age, evidence and amount a suit is. */
  readonly lines: {
    readonly agencyFromMonths: number;
    readonly legalFromMonths: number;
    readonly legalFromFen: Fen;
    readonly strongEvidenceBps: BasisPoints;
  };
}

export const SCORE_DEFAULTS: ScoreParameters = {
  curve: CCAA_CURVE,
  evidence: EVIDENCE_DEFAULTS,
  evidenceFloorBps: 5_000,
  gradeFrom: { A: 70, B: 50, C: 30, D: 15 },
  suggestedBps: { A: 800, B: 1_200, C: 2_000, D: 3_000, E: 4_000 },
  lines: { agencyFromMonths: 3, legalFromMonths: 12, legalFromFen: 5_000_000n, strongEvidenceBps: 6_000 },
};

export interface ScoreFactor {
  readonly code: 'AGE' | 'EVIDENCE';
  /** Months overdue, or completeness of evidence in basis points. */
  readonly value: number;
  /** The factor by which the score is multiplied. */
  readonly effectBps: BasisPoints;
  readonly text: Texts;
}

export interface CaseScore {
  /** 0–100. */
  readonly score: number;
  readonly grade: CaseGrade;
  readonly monthsOverdue: number;
  readonly evidenceBps: BasisPoints;
  readonly suggestedCommissionBps: BasisPoints;
  readonly suggestedServiceLine: ServiceLine;
  /** The factors; the score is 100 × their effects, rounded down. */
  readonly factors: readonly ScoreFactor[];
}

type EvidenceFacts = Pick<CaseDraft, 'category' | 'contractNumber' | 'invoicedOn' | 'evidence'>;
type ScoreFacts = EvidenceFacts & Pick<CaseDraft, 'debtorKind' | 'dueOn' | 'outstandingFen'>;

/** How much of the evidence expected of its category a case has, in basis points. A judgment alone is complete evidence. */
export function evidenceCompleteness(
  facts: EvidenceFacts,
  parameters: EvidenceParameters = EVIDENCE_DEFAULTS,
): BasisPoints {
  if (facts.evidence.includes('judgment')) return WHOLE;
  let have = 0;
  let whole = 0;
  for (const [kind, weight] of Object.entries(parameters.expected[facts.category])) {
    whole += weight;
    if (facts.evidence.includes(kind as EvidenceKind)) have += weight * WHOLE;
    else if (declared(kind, facts)) have += weight * parameters.declaredBps;
  }
  return whole === 0 ? WHOLE : Math.floor(have / whole);
}

function declared(kind: string, facts: EvidenceFacts): boolean {
  if (kind === 'contract') return Boolean(facts.contractNumber?.trim());
  return kind === 'invoice' && facts.invoicedOn !== null;
}

/** How likely a case is to be recovered, and the rate that this suggests. */
export function scoreOf(facts: ScoreFacts, today: Day, parameters: ScoreParameters = SCORE_DEFAULTS): CaseScore {
  const monthsOverdue = monthsBetween(facts.dueOn, today);
  const evidenceBps = evidenceCompleteness(facts, parameters.evidence);
  const factors = [ageFactor(monthsOverdue, parameters), evidenceFactor(evidenceBps, parameters)];
  const score = Math.floor(
    factors.reduce((product, factor) => product * factor.effectBps, 100) / WHOLE ** factors.length,
  );
  const grade = gradeOf(score, parameters);
  return {
    score,
    grade,
    monthsOverdue,
    evidenceBps,
    suggestedCommissionBps: parameters.suggestedBps[grade],
    suggestedServiceLine: lineFor(facts, monthsOverdue, evidenceBps, parameters),
    factors,
  };
}

function ageFactor(months: number, { curve }: ScoreParameters): ScoreFactor {
  const effectBps = readCurve(curve, months);
  const share = percent(effectBps);
  const en = `${months} months overdue: debts so old are recovered to ${share} on average.`;
  return {
    code: 'AGE',
    value: months,
    effectBps,
    text: { en, zh: `逾期 ${months} 个月：同账龄平均回款率 ${share}。` },
  };
}

function evidenceFactor(evidenceBps: BasisPoints, { evidenceFloorBps: floor }: ScoreParameters): ScoreFactor {
  const effectBps = floor + Math.floor(((WHOLE - floor) * evidenceBps) / WHOLE);
  const have = percent(evidenceBps);
  const text = { en: `Evidence is ${have} complete.`, zh: `证据完整度 ${have}。` };
  return { code: 'EVIDENCE', value: evidenceBps, effectBps, text };
}

function gradeOf(score: number, { gradeFrom }: ScoreParameters): CaseGrade {
  return CASE_GRADES.find((grade) => grade === 'E' || score >= gradeFrom[grade]) ?? 'E';
}

/** Reminders first, a third party from three months, a suit last and only when amount and evidence are worth it. */
function lineFor(facts: ScoreFacts, months: number, evidenceBps: BasisPoints, { lines }: ScoreParameters): ServiceLine {
  const strong = evidenceBps >= lines.strongEvidenceBps;
  if (months < lines.agencyFromMonths)
    return facts.debtorKind === 'enterprise' && strong ? 'lawyer_letter' : 'robot_dunning';
  if (months < lines.legalFromMonths || !strong) return 'agency_dunning';
  return facts.outstandingFen >= lines.legalFromFen ? 'legal' : 'lawyer_dunning';
}

function percent(bps: BasisPoints): string {
  return `${(bps / 100).toFixed(2)} %`;
}
