import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { FieldAccess } from '../../platform/access/index.js';
import {
  connectionOf,
  DayScalar,
  FenScalar,
  InstantScalar,
  JsonObjectScalar,
  viewOf,
  wordsEnum,
} from '../../platform/faces/index.js';
import {
  AdmissionReasonView,
  CommissionTierView,
  DebtCategoryEnum,
  DebtorKindEnum,
  EvidenceKindEnum,
  LegalOriginEnum,
  reasonView,
  ServiceLineEnum,
  tierView,
} from '../admission/index.js';
import { CASE_STATE, CLOSE_CODE } from './case.lifecycle.js';
import type { HistoryLine, SeenCase } from './case.repository.js';

export const CaseStateEnum = wordsEnum('CaseState', 'Where a case stands in its life.', CASE_STATE.meanings);
export const CloseCodeEnum = wordsEnum('CloseCode', 'Why a case was closed.', CLOSE_CODE.meanings);

@ObjectType('Case', { description: 'One debt put up for recovery, as far as the reader may see it.' })
export class CaseView {
  @Field(() => ID, { description: 'The case.' }) id!: string;
  @Field(() => String, { description: 'The number people use, such as DC-2026-000187.' }) number!: string;
  @Field(() => ID, { description: 'The organisation that is owed.' }) creditorId!: string;
  @Field(() => String, { nullable: true, description: "The creditor's own reference; null before the entrustment." })
  externalRef!: string | null;
  @Field(() => ID, { nullable: true, description: 'The batch it came in with, for its creditor.' })
  batchId!: string | null;
  @Field(() => CaseStateEnum, { description: 'Where it stands.' }) state!: string;
  @Field(() => DebtCategoryEnum, { description: 'What kind of debt it is.' }) category!: string;
  @Field(() => ServiceLineEnum, { description: 'The service it asks for.' }) serviceLine!: string;
  @Field(() => String, { nullable: true, description: 'Region of the debtor, GB/T 2260.' }) regionCode!: string | null;
  @Field(() => DebtorKindEnum, { description: 'Whether the debtor is an enterprise or a person.' }) debtorKind!: string;
  @Field(() => String, { description: 'Who owes, with most of the name hidden.' }) debtorMaskedName!: string;
  @Field(() => String, { nullable: true, description: 'Number of the contract; null before the entrustment.' })
  @FieldAccess({ scope: 'debtors:read' })
  contractNumber!: string | null;
  @Field(() => FenScalar, { description: 'Principal in fen.' }) principalFen!: bigint;
  @Field(() => FenScalar, { description: 'Penalty and interest claimed, in fen.' }) penaltyFen!: bigint;
  @Field(() => FenScalar, { description: 'Paid before the case was posted, in fen.' }) paidFen!: bigint;
  @Field(() => FenScalar, { description: 'Owed when the case was posted: principal + penalty − paid, in fen.' })
  outstandingFen!: bigint;
  @Field(() => FenScalar, { description: 'Recovered since then, in fen.' }) recoveredFen!: bigint;
  @Field(() => DayScalar, { description: 'When it was due.' }) dueOn!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Day of the invoice or of the loan.' })
  invoicedOn!: string | null;
  @Field(() => DayScalar, { description: 'Last day before the claim is time-barred (Civil Code art. 188).' })
  limitationExpiresOn!: string;
  @Field(() => LegalOriginEnum, {
    nullable: true,
    description: 'What the debt arose from; null before the entrustment.',
  })
  legalOrigin!: string | null;
  @Field(() => [EvidenceKindEnum], { description: 'The documents there are.' }) evidenceKinds!: string[];
  @Field(() => Int, { description: 'Completeness of the evidence in basis points.' }) evidenceBps!: number;
  @Field(() => Int, { description: 'Recoverability, 0 to 100.' }) score!: number;
  @Field(() => String, { description: 'Grade of the score, A to E.' }) grade!: string;
  @Field(() => Int, { description: 'Base rate of the commission offered, in basis points.' }) commissionBps!: number;
  @Field(() => [CommissionTierView], { description: 'Rates for older or larger cases; the last that matches holds.' })
  commissionTiers!: CommissionTierView[];
  @Field(() => [AdmissionReasonView], { description: 'Why it went to a reviewer; for creditor and platform.' })
  reviewReasons!: AdmissionReasonView[];
  @Field(() => CloseCodeEnum, { nullable: true, description: 'Why it was closed.' }) closeCode!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it last entered the hall.' }) listedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When the platform accepted it (案件受理确认).' })
  acceptedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was closed.' }) closedAt!: Date | null;
  @Field(() => InstantScalar, { description: 'When it was posted.' }) createdAt!: Date;
}

@ObjectType('CaseEvent', { description: 'One line of the history of a case.' })
export class CaseEventView {
  @Field(() => ID, { description: 'The line.' }) id!: string;
  @Field(() => String, { description: 'What was done, such as admit, grab or close.' }) act!: string;
  @Field(() => CaseStateEnum, { nullable: true, description: 'The state before; null for the first.' })
  fromState!: string | null;
  @Field(() => CaseStateEnum, { description: 'The state after.' }) toState!: string;
  @Field(() => ID, { nullable: true, description: 'The organisation that acted; null for the system.' })
  actorOrganisationId!: string | null;
  @Field(() => JsonObjectScalar, { description: 'What else is on record of it.' }) facts!: Record<string, unknown>;
  @Field(() => InstantScalar, { description: 'When.' }) at!: Date;
}

export const CaseConnection = connectionOf('CaseConnection', CaseView);

/** Pure: public ids outside, nothing that `SeenCase` did not already let through. */
export function caseView(one: SeenCase): CaseView {
  return viewOf(CaseView, {
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

export function eventView(line: HistoryLine): CaseEventView {
  const { id, act, fromState, toState, facts, createdAt: at } = line;
  const actorOrganisationId = line.actorOrganisationId && publicId('organisation', line.actorOrganisationId);
  return { id: publicId('event', id), act, fromState, toState, actorOrganisationId, facts, at };
}
