import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { INTERVENTION_REASON, publicId } from '../../kernel/index.js';
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
  MatterEnum,
  reasonView,
  ServiceLineEnum,
  tierView,
} from '../admission/index.js';
import { readClaimTerms } from '../debt/index.js';
import { ClaimTermsView, termsView } from '../interest/index.js';
import { CaseLineView, lineView } from '../lines/index.js';
import { CASE_STATE, CLOSE_CODE } from './case.lifecycle.js';
import type { HistoryLine, SeenCase } from './case.repository.js';

export const CaseStateEnum = wordsEnum(
  'CaseState',
  'Where a case stands between posting and closing.',
  CASE_STATE.meanings,
);
export const CloseCodeEnum = wordsEnum('CloseCode', 'Why a case was closed.', CLOSE_CODE.meanings);

export const InterventionReasonEnum = wordsEnum(
  'InterventionReason',
  'Why the platform stepped in on a case or a grab.',
  INTERVENTION_REASON.meanings,
);

@ObjectType('Case', {
  description: 'One debt put up for recovery. Fields that the caller may not see are null or empty.',
})
export class CaseView {
  @Field(() => ID, { description: 'Id of the case.' }) id!: string;
  @Field(() => String, { description: 'The number that people use, such as DC-2026-48210397.' }) number!: string;
  @Field(() => ID, { description: 'The creditor: the organisation that is owed the debt.' }) creditorId!: string;
  @Field(() => String, { nullable: true, description: "The creditor's own reference; null before the entrustment." })
  externalRef!: string | null;
  @Field(() => ID, { nullable: true, description: 'The batch that posted it; null without one, and for providers.' })
  batchId!: string | null;
  @Field(() => CaseStateEnum, { description: 'The state of the case.' }) state!: string;
  @Field(() => DebtCategoryEnum, { description: 'What kind of debt it is.' }) category!: string;
  @Field(() => ServiceLineEnum, { description: 'The service that the creditor asks for.' }) serviceLine!: string;
  @Field(() => String, { nullable: true, description: 'Region of the debtor, six digits of GB/T 2260.' }) regionCode!:
    | string
    | null;
  @Field(() => DebtorKindEnum, { description: 'Whether the debtor is an enterprise or a person.' }) debtorKind!: string;
  @Field(() => String, { description: "The debtor's name, most of it hidden." }) debtorMaskedName!: string;
  @Field(() => String, { nullable: true, description: 'Number of the contract; null before the entrustment.' })
  @FieldAccess({ scope: 'debtors:read' })
  contractNumber!: string | null;
  @Field(() => FenScalar, { description: 'Principal in fen.' }) principalFen!: bigint;
  @Field(() => FenScalar, { description: 'Penalty and interest claimed, in fen.' }) penaltyFen!: bigint;
  @Field(() => FenScalar, { description: 'Amount paid before the case was posted, in fen.' }) paidFen!: bigint;
  @Field(() => FenScalar, { description: 'Owed when the case was posted: principal + penalty − paid, in fen.' })
  outstandingFen!: bigint;
  @Field(() => FenScalar, { description: 'Amount recovered since the case was posted, in fen.' }) recoveredFen!: bigint;
  @Field(() => [CaseLineView], {
    // A page of cases is bounded by its lines too; several such pages in one operation are not.
    complexity: 20,
    description: 'What the debt consists of. Providers see the lines that count, creditor and platform all of them.',
  })
  lines!: CaseLineView[];
  @Field(() => DayScalar, { description: 'The earliest due day of the lines of which something is owed.' })
  dueOn!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Day of the invoice or of the loan; null when unknown.' })
  invoicedOn!: string | null;
  @Field(() => DayScalar, {
    description:
      'Last day before the claim is time-barred (Civil Code art. 188): the earliest of its lines that still runs; if none, the last that ended.',
  })
  limitationExpiresOn!: string;
  @Field(() => LegalOriginEnum, {
    nullable: true,
    description: 'What the debt arose from; null when not stated, and before the entrustment.',
  })
  legalOrigin!: string | null;
  @Field(() => ClaimTermsView, {
    nullable: true,
    description: 'What was agreed about interest and terms; null when not stated, and before the entrustment.',
  })
  claimTerms!: ClaimTermsView | null;
  @Field(() => MatterEnum, { nullable: true, description: 'What the case is about; null when not stated.' })
  matter!: string | null;
  @Field(() => [EvidenceKindEnum], { description: 'Kinds of documents that the case has.' }) evidenceKinds!: string[];
  @Field(() => Int, { description: 'Completeness of the evidence, 0 to 10,000 basis points.' }) evidenceBps!: number;
  @Field(() => Int, { description: 'Score: how likely a recovery is, 0 to 100.' }) score!: number;
  @Field(() => String, { description: 'Grade of the score, A to E.' }) grade!: string;
  @Field(() => Int, { description: 'Base rate of the commission offered, in basis points.' }) commissionBps!: number;
  @Field(() => [CommissionTierView], { description: 'Rates for older or larger cases; the last match applies.' })
  commissionTiers!: CommissionTierView[];
  @Field(() => [AdmissionReasonView], { description: 'Why a reviewer decides. Empty for providers.' })
  reviewReasons!: AdmissionReasonView[];
  @Field(() => CloseCodeEnum, { nullable: true, description: 'Why it was closed; null while open.' })
  closeCode!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was last listed; null if never.' })
  listedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was admitted (案件受理确认); null before.' })
  acceptedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was closed; null while open.' })
  closedAt!: Date | null;
  @Field(() => InstantScalar, { description: 'When the case was posted.' }) createdAt!: Date;
}

@ObjectType('CaseEvent', { description: 'One act in the history of a case.' })
export class CaseEventView {
  @Field(() => ID, { description: 'Id of the history line.' }) id!: string;
  @Field(() => String, { description: 'The act, such as admit, grab or close.' }) act!: string;
  @Field(() => CaseStateEnum, { nullable: true, description: 'The state before the act; null for the first act.' })
  fromState!: string | null;
  @Field(() => CaseStateEnum, { description: 'The state after the act.' }) toState!: string;
  @Field(() => ID, { nullable: true, description: 'The organisation that acted; null for an automatic act.' })
  actorOrganisationId!: string | null;
  @Field(() => JsonObjectScalar, { description: 'Further facts recorded with the act.' }) facts!: Record<
    string,
    unknown
  >;
  @Field(() => InstantScalar, { description: 'When the act happened.' }) at!: Date;
}

export const CaseConnection = connectionOf('CaseConnection', CaseView);

/** The case with public ids. Hidden fields are already empty in `SeenCase`. */
export function caseView(one: SeenCase): CaseView {
  const { number, externalRef, state, category, serviceLine, regionCode, debtorKind, debtorMaskedName } = one;
  const { contractNumber, principalFen, penaltyFen, paidFen, outstandingFen, recoveredFen, dueOn, invoicedOn } = one;
  const { limitationExpiresOn, legalOrigin, matter, evidenceKinds, evidenceBps, score, grade, commissionBps } = one;
  const { closeCode, listedAt, acceptedAt, closedAt, createdAt } = one;
  return viewOf(CaseView, {
    id: publicId('case', one.id),
    creditorId: publicId('organisation', one.creditorId),
    batchId: one.batchId && publicId('batch', one.batchId),
    commissionTiers: one.commissionTiers.map(tierView),
    reviewReasons: one.reviewReasons.map(reasonView),
    lines: one.lines.map(lineView),
    claimTerms: one.claimTerms && termsView(readClaimTerms(one.claimTerms)),
    ...{ number, externalRef, state, category, serviceLine, regionCode, debtorKind, debtorMaskedName },
    ...{ contractNumber, principalFen, penaltyFen, paidFen, outstandingFen, recoveredFen, dueOn, invoicedOn },
    ...{ limitationExpiresOn, legalOrigin, matter, evidenceKinds, evidenceBps, score, grade, commissionBps },
    ...{ closeCode, listedAt, acceptedAt, closedAt, createdAt },
  });
}

export function eventView(line: HistoryLine): CaseEventView {
  const { id, act, fromState, toState, facts, createdAt: at } = line;
  const actorOrganisationId = line.actorOrganisationId && publicId('organisation', line.actorOrganisationId);
  return { id: publicId('event', id), act, fromState, toState, actorOrganisationId, facts, at };
}
