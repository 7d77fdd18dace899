import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Texts } from '../../kernel/index.js';
import { FenScalar, JsonObjectScalar, wordsEnum } from '../../platform/faces/index.js';
import { DEBTOR_ID_KIND, MATTER } from '../debt/index.js';
import { ADMISSION_REASONS, type AdmissionReason } from './admission-reasons.policy.js';
import {
  CASE_GRADE,
  DEBT_CATEGORY,
  DEBTOR_KIND,
  EVIDENCE_KIND,
  LEGAL_ORIGIN,
  SERVICE_LINE,
} from './case-draft.words.js';
import type { StoredTier } from './commission-offer.policy.js';

export const DebtCategoryEnum = wordsEnum('DebtCategory', 'What kind of debt a case is.', DEBT_CATEGORY.meanings);
export const DebtorKindEnum = wordsEnum(
  'DebtorKind',
  'Whether the debtor is an enterprise or a natural person.',
  DEBTOR_KIND.meanings,
);
export const DebtorIdKindEnum = wordsEnum(
  'DebtorIdKind',
  'By what kind of number a debtor is identified.',
  DEBTOR_ID_KIND.meanings,
);
export const LegalOriginEnum = wordsEnum('LegalOrigin', 'What a debt arose from.', LEGAL_ORIGIN.meanings);
export const MatterEnum = wordsEnum('Matter', 'What a case is about.', MATTER.meanings);
export const EvidenceKindEnum = wordsEnum(
  'EvidenceKind',
  'The kind of a document, and what it proves.',
  EVIDENCE_KIND.meanings,
);
export const ServiceLineEnum = wordsEnum('ServiceLine', 'The service that a creditor asks for.', SERVICE_LINE.meanings);
export const CaseGradeEnum = wordsEnum('CaseGrade', 'How likely a recovery is; A is most likely.', CASE_GRADE.meanings);

export const AdmissionSeverityEnum = wordsEnum('AdmissionSeverity', 'What a reason of admission leads to.', {
  reject: 'The debt is refused.',
  review: 'A reviewer decides.',
});

@ObjectType('CommissionTier', { description: 'A rate that replaces the base rate for older or larger cases.' })
export class CommissionTierView {
  @Field(() => Int, { nullable: true, description: 'Applies from this many whole months overdue; null means any age.' })
  minMonthsOverdue!: number | null;
  @Field(() => FenScalar, { nullable: true, description: 'Applies from this amount in fen; null means any amount.' })
  minAmountFen!: bigint | null;
  @Field(() => Int, { description: 'The rate in basis points.' }) bps!: number;
}

@ObjectType('AdmissionReason', { description: 'A reason against admitting a case without a reviewer.' })
export class AdmissionReasonView {
  @Field(() => String, { description: 'Code of the reason, such as LIMITATION_EXPIRED. It never changes meaning.' })
  code!: string;
  @Field(() => String, { description: 'The field of the case that it is about.' }) field!: string;
  @Field(() => AdmissionSeverityEnum, { description: 'Whether the debt is refused for it or a reviewer decides.' })
  severity!: string;
  @Field(() => String, { description: 'The text in English.' }) en!: string;
  @Field(() => String, { description: 'The text in Chinese.' }) zh!: string;
  @Field(() => JsonObjectScalar, { description: 'The values in the text.' }) params!: Record<string, unknown>;
}

export function tierView(tier: StoredTier): CommissionTierView {
  const minAmountFen = tier.minAmountFen === undefined ? null : BigInt(tier.minAmountFen);
  return { minMonthsOverdue: tier.minMonthsOverdue ?? null, minAmountFen, bps: tier.bps };
}

export function reasonView({ code, field, severity, params }: AdmissionReason): AdmissionReasonView {
  const texts: Texts = ADMISSION_REASONS[code]?.texts ?? { en: code, zh: code };
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  return { code, field, severity, en: put(texts.en), zh: put(texts.zh), params };
}
