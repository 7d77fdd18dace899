import { type BasisPoints, type CodeOf, type Day, WHOLE } from '../../kernel/index.js';
import { CCAA_CURVE, type CurvePoint } from '../../kernel/recovery-curve.js';
import { expectedByAge } from '../debt/index.js';
import { type CaseDraft, type DebtCategory, type EvidenceKind, linesOf } from './case-draft.js';
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
}

export const SCORE_DEFAULTS: ScoreParameters = {
  curve: CCAA_CURVE,
  evidence: EVIDENCE_DEFAULTS,
  evidenceFloorBps: 5_000,
  gradeFrom: { A: 70, B: 50, C: 30, D: 15 },
  suggestedBps: { A: 800, B: 1_200, C: 2_000, D: 3_000, E: 4_000 },
};

export interface CaseScore {
  /** 0–100. */
  readonly score: number;
  readonly grade: CaseGrade;
  readonly evidenceBps: BasisPoints;
  readonly suggestedCommissionBps: BasisPoints;
}

type EvidenceFacts = Pick<CaseDraft, 'category' | 'contractNumber' | 'invoicedOn' | 'evidence'>;
type ScoreFacts = EvidenceFacts & Parameters<typeof linesOf>[0];

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

/** How likely a case is to be recovered, and the rate that this suggests. The age is that of its lines, weighted by what is open. */
export function scoreOf(facts: ScoreFacts, today: Day, parameters: ScoreParameters = SCORE_DEFAULTS): CaseScore {
  const evidenceBps = evidenceCompleteness(facts, parameters.evidence);
  const floor = parameters.evidenceFloorBps;
  const byEvidence = floor + Math.floor(((WHOLE - floor) * evidenceBps) / WHOLE);
  const byAge = expectedByAge(linesOf(facts), parameters.curve, today);
  const score = Math.floor((100 * byAge * byEvidence) / WHOLE ** 2);
  const grade = gradeOf(score, parameters);
  return { score, grade, evidenceBps, suggestedCommissionBps: parameters.suggestedBps[grade] };
}

function gradeOf(score: number, { gradeFrom }: ScoreParameters): CaseGrade {
  return CASE_GRADES.find((grade) => grade === 'E' || score >= gradeFrom[grade]) ?? 'E';
}
