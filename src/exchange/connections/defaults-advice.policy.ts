import { type EvidenceKind, type EvidenceParameters, evidenceCompleteness } from '../../casework/admission/index.js';
import { type BasisPoints, fill, type Texts } from '../../kernel/index.js';
import type { DocumentDefaults } from '../erp/index.js';

export interface Advice {
  readonly code: 'NOTHING_LISTED_AT_ONCE';
  readonly en: string;
  readonly zh: string;
}

interface Rules {
  readonly evidence: EvidenceParameters;
  readonly minimumEvidenceBps: BasisPoints;
}

/** Evidence of a document whose connection names none: an ERP has invoices. */
const USUAL: readonly EvidenceKind[] = ['invoice'];
const TEXTS: Texts = {
  en: 'With the evidence {evidence} in the defaults, a document without a contract number is {have} complete and {need} is required: it waits for a reviewer instead of being listed. Name in defaults.evidence what you hold for every document; {enough} would be enough.',
  zh: '默认证据为 {evidence} 时，没有合同编号的单据证据完整度为 {have}，要求 {need}：将转入审核而不直接挂牌。请在 defaults.evidence 中填写每张单据均具备的证据；{enough} 即可满足。',
};

/** What the defaults of a connection lead to that its creditor may not expect. */
export function adviceOn(defaults: DocumentDefaults, rules: Rules): Advice[] {
  const category = (defaults.category ?? 'commercial_receivable') as keyof EvidenceParameters['expected'];
  const evidence = (defaults.evidence ?? USUAL) as EvidenceKind[];
  const completeness = (kinds: EvidenceKind[]) =>
    evidenceCompleteness({ category, evidence: kinds, contractNumber: null, invoicedOn: null }, rules.evidence);
  const have = completeness(evidence);
  const need = rules.minimumEvidenceBps;
  if (have >= need) return [];
  const enough = [...evidence];
  for (const kind of heaviestFirst(rules.evidence.expected[category])) {
    if (completeness(enough) < need && !enough.includes(kind)) enough.push(kind);
  }
  const values = {
    evidence: evidence.join(', ') || '-',
    have: `${have / 100} %`,
    need: `${need / 100} %`,
    enough: enough.join(', '),
  };
  return [{ code: 'NOTHING_LISTED_AT_ONCE', en: fill(TEXTS, 'en', values), zh: fill(TEXTS, 'zh-CN', values) }];
}

function heaviestFirst(expected: Readonly<Partial<Record<EvidenceKind, number>>>): EvidenceKind[] {
  const weighed = Object.entries(expected) as [EvidenceKind, number][];
  return weighed.sort(([, one], [, other]) => other - one).map(([kind]) => kind);
}
