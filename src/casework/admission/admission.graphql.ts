import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Texts } from '../../kernel/index.js';
import { FenScalar, JsonObjectScalar, wordsEnum } from '../../platform/faces/index.js';
import { ADMISSION_REASONS, type AdmissionReason } from './admission-reasons.policy.js';
import type { DebtCategory, DebtorKind, EvidenceKind, LegalOrigin, ServiceLine } from './case-draft.js';
import type { StoredTier } from './commission-offer.policy.js';
import type { CaseGrade } from './score.policy.js';

export const DebtCategoryEnum = wordsEnum<DebtCategory>('DebtCategory', 'What kind of debt a case is.', {
  commercial_receivable: 'An invoice between enterprises.',
  property_management_fee: 'Fees for the management of a building or estate.',
  online_loan: 'A loan made over the internet.',
  credit_card: 'A credit card account.',
  private_loan: 'A loan between private lenders and borrowers.',
});

export const DebtorKindEnum = wordsEnum<DebtorKind>('DebtorKind', 'Whether the debtor is an enterprise or a person.', {
  enterprise: 'An enterprise, known by its unified social credit code.',
  person: 'A natural person, known by the resident identity number.',
});

export const LegalOriginEnum = wordsEnum<LegalOrigin>('LegalOrigin', 'What a debt arose from.', {
  trade: 'Goods sold.',
  service: 'Services rendered.',
  property: 'The use or management of property.',
  lending: 'Money lent.',
  gambling: 'Gambling; never admitted.',
  drugs: 'Drugs; never admitted.',
  other: 'Something else; a reviewer looks at it.',
});

export const EvidenceKindEnum = wordsEnum<EvidenceKind>('EvidenceKind', 'What a document proves.', {
  contract: 'What was agreed.',
  invoice: 'What was invoiced.',
  delivery_note: 'That goods or services were delivered.',
  reconciliation_statement: 'That the debtor agreed to the balance.',
  demand_letter: 'That payment was demanded.',
  loan_note: 'That the debtor signed for a loan.',
  payment_record: 'That money was paid to or by the debtor.',
  id_copy: 'Who the debtor is.',
  judgment: 'What a court or arbitrator decided.',
  other: 'Something else.',
});

export const ServiceLineEnum = wordsEnum<ServiceLine>('ServiceLine', 'The service a case asks for.', {
  agency_dunning: 'Dunning by a collection agency.',
  lawyer_dunning: 'Dunning by a lawyer.',
  lawyer_letter: 'One formal letter signed by a lawyer.',
  robot_dunning: 'Dunning by automatic calls and messages.',
  legal: 'A lawsuit or arbitration.',
});

export const CaseGradeEnum = wordsEnum<CaseGrade>('CaseGrade', 'How recoverable a case is by its score, A the best.', {
  A: 'Very likely to be recovered.',
  B: 'Likely to be recovered.',
  C: 'As likely as not in part.',
  D: 'Unlikely to be recovered.',
  E: 'Very unlikely to be recovered.',
});

@ObjectType('CommissionTier', {
  description: 'A rate that takes the place of the base rate for older or larger cases.',
})
export class CommissionTierView {
  @Field(() => Int, { nullable: true, description: 'From so many whole months overdue on; null for any.' })
  minMonthsOverdue!: number | null;

  @Field(() => FenScalar, { nullable: true, description: 'From such an amount in fen on; null for any.' })
  minAmountFen!: bigint | null;

  @Field(() => Int, { description: 'The rate in basis points.' })
  bps!: number;
}

@ObjectType('AdmissionReason', { description: 'Something that speaks against admitting a case.' })
export class AdmissionReasonView {
  @Field(() => String, { description: 'Stable code, such as LIMITATION_EXPIRED.' })
  code!: string;

  @Field(() => String, { description: 'The field it is about.' })
  field!: string;

  @Field(() => String, { description: 'What it says, in English.' })
  en!: string;

  @Field(() => String, { description: 'What it says, in Chinese.' })
  zh!: string;

  @Field(() => JsonObjectScalar, { description: 'The figures behind it.' })
  params!: Record<string, unknown>;
}

export function tierView(tier: StoredTier): CommissionTierView {
  const minAmountFen = tier.minAmountFen === undefined ? null : BigInt(tier.minAmountFen);
  return { minMonthsOverdue: tier.minMonthsOverdue ?? null, minAmountFen, bps: tier.bps };
}

export function reasonView({ code, field, params }: AdmissionReason): AdmissionReasonView {
  const texts: Texts = ADMISSION_REASONS[code]?.texts ?? { en: code, zh: code };
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  return { code, field, en: put(texts.en), zh: put(texts.zh), params };
}
