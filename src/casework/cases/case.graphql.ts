import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId, type Texts } from '../../kernel/index.js';
import { FieldAccess } from '../../platform/access/index.js';
import { connectionOf, DayScalar, FenScalar, InstantScalar, JsonObjectScalar } from '../../platform/faces/index.js';
import type { StoredTier } from '../admission/index.js';
import { ADMISSION_REASONS } from '../admission/index.js';
import type { SeenCase } from './case.repository.js';
import {
  CaseStateEnum,
  CloseCodeEnum,
  DebtCategoryEnum,
  DebtorKindEnum,
  EvidenceKindEnum,
  LegalOriginEnum,
  ServiceLineEnum,
} from './case-words.graphql.js';

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

@ObjectType('Case', { description: 'One debt put up for recovery, as far as the reader may see it.' })
export class CaseView {
  @Field(() => ID, { description: 'The case.' })
  id!: string;

  @Field(() => String, { description: 'The number people use, such as DC-2026-000187.' })
  number!: string;

  @Field(() => ID, { description: 'The organisation that is owed.' })
  creditorId!: string;

  @Field(() => String, { nullable: true, description: "The creditor's own reference; null before the entrustment." })
  externalRef!: string | null;

  @Field(() => ID, { nullable: true, description: 'The batch it came in with, for its creditor.' })
  batchId!: string | null;

  @Field(() => CaseStateEnum, { description: 'Where it stands.' })
  state!: string;

  @Field(() => DebtCategoryEnum, { description: 'What kind of debt it is.' })
  category!: string;

  @Field(() => ServiceLineEnum, { description: 'The service it asks for.' })
  serviceLine!: string;

  @Field(() => String, { nullable: true, description: 'Region of the debtor, GB/T 2260.' })
  regionCode!: string | null;

  @Field(() => DebtorKindEnum, { description: 'Whether the debtor is an enterprise or a person.' })
  debtorKind!: string;

  @Field(() => String, { description: 'Who owes, with most of the name hidden.' })
  debtorMaskedName!: string;

  @Field(() => String, { nullable: true, description: 'Number of the contract; null before the entrustment.' })
  @FieldAccess({ scope: 'debtors:read' })
  contractNumber!: string | null;

  @Field(() => FenScalar, { description: 'Principal in fen.' })
  principalFen!: bigint;

  @Field(() => FenScalar, { description: 'Penalty and interest claimed, in fen.' })
  penaltyFen!: bigint;

  @Field(() => FenScalar, { description: 'Paid before the case was posted, in fen.' })
  paidFen!: bigint;

  @Field(() => FenScalar, { description: 'Owed when the case was posted: principal + penalty − paid, in fen.' })
  outstandingFen!: bigint;

  @Field(() => FenScalar, { description: 'Recovered since then, in fen.' })
  recoveredFen!: bigint;

  @Field(() => DayScalar, { description: 'When it was due.' })
  dueOn!: string;

  @Field(() => DayScalar, { nullable: true, description: 'Day of the invoice or of the loan.' })
  invoicedOn!: string | null;

  @Field(() => DayScalar, { description: 'Last day before the claim is time-barred (Civil Code art. 188).' })
  limitationExpiresOn!: string;

  @Field(() => LegalOriginEnum, {
    nullable: true,
    description: 'What the debt arose from; null before the entrustment.',
  })
  legalOrigin!: string | null;

  @Field(() => [EvidenceKindEnum], { description: 'The documents there are.' })
  evidenceKinds!: string[];

  @Field(() => Int, { description: 'Completeness of the evidence in basis points.' })
  evidenceBps!: number;

  @Field(() => Int, { description: 'Recoverability, 0 to 100.' })
  score!: number;

  @Field(() => String, { description: 'Grade of the score, A to E.' })
  grade!: string;

  @Field(() => Int, { description: 'Base rate of the commission offered, in basis points.' })
  commissionBps!: number;

  @Field(() => [CommissionTierView], { description: 'Rates for older or larger cases; the last that matches holds.' })
  commissionTiers!: CommissionTierView[];

  @Field(() => [AdmissionReasonView], { description: 'Why it went to a reviewer; for creditor and platform.' })
  reviewReasons!: AdmissionReasonView[];

  @Field(() => CloseCodeEnum, { nullable: true, description: 'Why it was closed.' })
  closeCode!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it last entered the hall.' })
  listedAt!: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When the platform accepted it (案件受理确认).' })
  acceptedAt!: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;

  @Field(() => InstantScalar, { description: 'When it was posted.' })
  createdAt!: Date;
}

export const CaseConnection = connectionOf('CaseConnection', CaseView);

/** Pure: public ids outside, nothing that `SeenCase` did not already let through. */
export function caseView(one: SeenCase): CaseView {
  return Object.assign(new CaseView(), {
    id: publicId('case', one.id),
    number: one.number,
    creditorId: publicId('organisation', one.creditorId),
    externalRef: one.externalRef,
    batchId: one.batchId && publicId('batch', one.batchId),
    state: one.state,
    category: one.category,
    serviceLine: one.serviceLine,
    regionCode: one.regionCode,
    debtorKind: one.debtorKind,
    debtorMaskedName: one.debtorMaskedName,
    contractNumber: one.contractNumber,
    principalFen: one.principalFen,
    penaltyFen: one.penaltyFen,
    paidFen: one.paidFen,
    outstandingFen: one.outstandingFen,
    recoveredFen: one.recoveredFen,
    dueOn: one.dueOn,
    invoicedOn: one.invoicedOn,
    limitationExpiresOn: one.limitationExpiresOn,
    legalOrigin: one.legalOrigin,
    evidenceKinds: one.evidenceKinds,
    evidenceBps: one.evidenceBps,
    score: one.score,
    grade: one.grade,
    commissionBps: one.commissionBps,
    commissionTiers: one.commissionTiers.map(tierView),
    reviewReasons: one.reviewReasons.map(reasonView),
    closeCode: one.closeCode,
    listedAt: one.listedAt,
    acceptedAt: one.acceptedAt,
    closedAt: one.closedAt,
    createdAt: one.createdAt,
  });
}

function tierView(tier: StoredTier): CommissionTierView {
  const minAmountFen = tier.minAmountFen === undefined ? null : BigInt(tier.minAmountFen);
  return { minMonthsOverdue: tier.minMonthsOverdue ?? null, minAmountFen, bps: tier.bps };
}

function reasonView({ code, field, params }: SeenCase['reviewReasons'][number]): AdmissionReasonView {
  const texts: Texts = ADMISSION_REASONS[code]?.texts ?? { en: code, zh: code };
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  return { code, field, en: put(texts.en), zh: put(texts.zh), params };
}
