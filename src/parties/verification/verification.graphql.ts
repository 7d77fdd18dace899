import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { connectionOf, DayScalar, InstantScalar, viewOf } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import type { ApplicantKind, ApplicationFacts, DocumentKind, PersonIdKind, Severity } from '../approvals/index.js';
import type { ApplicationRow } from './application.repository.js';
import type { QueueLine } from './queue.repository.js';
import {
  ApplicantKindEnum,
  DocumentKindEnum,
  PersonIdKindEnum,
  ReasonCodeEnum,
  SeverityEnum,
  StateEnum,
} from './verification.enums.js';
import type { ApplicationState } from './verification.lifecycle.js';
import { REVIEW_REFUSALS, SUBMISSION_REFUSALS } from './verification.refusals.js';
import type { ApplicationDetail } from './verification-reader.js';

@ObjectType('VerifiedPerson', { description: 'A legal representative, or the head of a firm.' })
export class VerifiedPersonView {
  @Field(() => String, { description: 'Name, masked except for the claiming reviewer.' }) name!: string;
  @Field(() => String, { description: 'Identity number, masked except for the claiming reviewer.' })
  residentId!: string;
  @Field(() => PersonIdKindEnum, { nullable: true, description: 'The kind of the number, where it was stated.' })
  idKind?: PersonIdKind | null;
}

@ObjectType('VerifiedOwner', { description: 'An owner or beneficial owner.' })
export class VerifiedOwnerView {
  @Field(() => String, { description: 'Name, masked except for the claiming reviewer.' }) name!: string;
  @Field(() => String, { description: 'Identity number or credit code, masked except for the claiming reviewer.' })
  idNumber!: string;
  @Field(() => PersonIdKindEnum, { nullable: true, description: 'The kind of the number, where it was stated.' })
  idKind?: PersonIdKind | null;
}

@ObjectType('VerifiedBankAccount', { description: 'The account money is paid to.' })
export class VerifiedBankAccountView {
  @Field(() => String, { description: 'Whose account it is.' }) holder!: string;
  @Field(() => String, { description: 'The bank and branch.' }) bank!: string;
  @Field(() => String, { description: 'The account number, masked except for the claiming reviewer.' }) number!: string;
}

@ObjectType('VerifiedLawyer', { description: 'A lawyer who practises in the firm.' })
export class VerifiedLawyerView {
  @Field(() => String, { description: 'Name, masked except for the claiming reviewer.' }) name!: string;
  @Field(() => String, { description: 'Certificate number, masked except for the claiming reviewer.' })
  certificateNumber!: string;
}

@ObjectType('VerificationFacts', { description: 'An organisation’s statements about itself.' })
export class VerificationFactsView implements ApplicationFacts {
  @Field(() => String, { nullable: true, description: 'Name as on the licence.' }) businessName!: string | null;
  @Field(() => String, { nullable: true, description: 'Unified social credit code; public in the business register.' })
  creditCode!: string | null;
  @Field(() => VerifiedPersonView, { nullable: true, description: 'Legal representative, or head of the firm.' })
  legalRepresentative!: VerifiedPersonView | null;
  @Field(() => [VerifiedOwnerView], { description: 'Owners and beneficial owners.' }) owners!: VerifiedOwnerView[];
  @Field(() => String, {
    nullable: true,
    description: 'Registered address, as on the licence; to the district except for the claiming reviewer.',
  })
  registeredAddress!: string | null;
  @Field(() => String, { nullable: true, description: 'Business scope as on the licence.' })
  businessScope!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day of the licence; null with licenceLongTerm.' })
  licenceValidUntil!: string | null;
  @Field(() => Boolean, { description: 'Whether the licence has no last day.' }) licenceLongTerm!: boolean;
  @Field(() => VerifiedBankAccountView, { nullable: true, description: 'The account money is paid to.' })
  bankAccount!: VerifiedBankAccountView | null;
  @Field(() => String, { nullable: true, description: 'Mobile number, masked except for the claiming reviewer.' })
  contactPhone!: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the firm’s practising licence.' })
  firmLicenceNumber!: string | null;
  @Field(() => [VerifiedLawyerView], { description: 'The firm’s lawyers.' }) lawyers!: VerifiedLawyerView[];
}

@ObjectType('VerificationSummary', { description: 'An application for verification without its facts.' })
export class VerificationSummaryView {
  @Field(() => ID, { description: 'Its id, ver_….' }) id!: string;
  @Field(() => ID, { description: 'The applicant.' }) organisationId!: string;
  @Field(() => ApplicantKindEnum, { description: 'Creditor, agency or law firm.' }) organisationKind!: ApplicantKind;
  @Field(() => StateEnum, { description: 'How far the review has come.' }) state!: ApplicationState;
  @Field(() => String, { nullable: true, description: 'Name as on the licence.' }) businessName!: string | null;
  @Field(() => Int, { description: 'How many times it was submitted.' }) submission!: number;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was last submitted; null for a first draft.' })
  submittedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When the claim lapses; null without a claim.' })
  claimExpiresAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When the last decision was made; null before one.' })
  decidedAt!: Date | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day of the approval, in China; null before one.' })
  validUntil!: string | null;
  @Field(() => InstantScalar, { description: 'When it was begun.' }) createdAt!: Date;
}

@ObjectType('VerificationQueueItem', { description: 'One line of the reviewers’ queue.' })
export class VerificationQueueItemView extends VerificationSummaryView {
  @Field(() => Int, { description: 'Advisory checks of the latest submission that did not pass.' }) warnings!: number;
}

@ObjectType('VerificationDocument', { description: 'A document of an application.' })
export class VerificationDocumentView {
  @Field(() => ID, { description: 'Its id, doc_….' }) id!: string;
  @Field(() => DocumentKindEnum, { description: 'What it proves.' }) kind!: DocumentKind;
  @Field(() => ID, { description: 'The file; download it with GET /v1/files/{id}.' }) fileId!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When a later version left it out; null if none did.' })
  withdrawnAt!: Date | null;
}

@ObjectType('VerificationCheck', { description: 'The result of an automatic check.' })
export class VerificationCheckView {
  @Field(() => String, { description: 'The check, such as CREDIT_CODE_VALID.' }) code!: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether it passed; null if unknown.' }) passed!: boolean | null;
  @Field(() => SeverityEnum, { description: 'What a failure leads to.' }) severity!: Severity;
  @Field(() => String, { nullable: true, description: 'The field it is about.' }) field!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it did not pass, such as CHECK_CHARACTER; null if it did.' })
  reason!: string | null;
}

@ObjectType('VerificationEvent', { description: 'One step in the history of an application.' })
export class VerificationEventView {
  @Field(() => String, { description: 'The operation, such as verification.approve.' }) act!: string;
  @Field(() => StateEnum, { nullable: true, description: 'The state before; null at first.' })
  fromState!: ApplicationState | null;
  @Field(() => StateEnum, { description: 'The state after.' }) toState!: ApplicationState;
  @Field(() => ID, { nullable: true, description: 'The member who did it; null for the system, or if hidden.' })
  memberId!: string | null;
  @Field(() => [ReasonCodeEnum], { description: 'The reasons of a decision.' }) reasonCodes!: string[];
  @Field(() => String, { nullable: true, description: 'The reviewer’s note.' }) note!: string | null;
  @Field(() => InstantScalar, { description: 'When it was done.' }) at!: Date;
}

@ObjectType('VerificationDisclosure', { description: 'A record that a reviewer saw the identifiers unmasked.' })
export class VerificationDisclosureView {
  @Field(() => ID, { description: 'The reviewer.' }) memberId!: string;
  @Field(() => String, { description: 'What the reading was for.' }) purpose!: string;
  @Field(() => InstantScalar, { description: 'When it was read.' }) disclosedAt!: Date;
}

@ObjectType('Verification', { description: 'An application for verification with all its parts.' })
export class VerificationView extends VerificationSummaryView {
  @Field(() => VerificationFactsView, { description: 'The organisation’s statements about itself.' })
  facts!: VerificationFactsView;
  @Field(() => Boolean, { description: 'Whether identifiers are masked, as for all but the claiming reviewer.' })
  factsMasked!: boolean;
  @Field(() => [VerificationDocumentView], { description: 'The documents uploaded as proof.' })
  documents!: VerificationDocumentView[];
  @Field(() => [VerificationCheckView], { description: 'The checks of the latest submission.' })
  checks!: VerificationCheckView[];
  @Field(() => [VerificationEventView], { description: 'Its history, oldest first.' })
  history!: VerificationEventView[];
  @Field(() => [VerificationDisclosureView], {
    description: 'Readings of identifiers, newest first; for platform staff.',
  })
  disclosures!: VerificationDisclosureView[];
}

export const VerificationConnection = connectionOf('VerificationConnection', VerificationQueueItemView);

export const SubmitVerificationResult = resultUnion(
  'SubmitVerificationResult',
  VerificationSummaryView,
  SUBMISSION_REFUSALS,
);
export const ReviewVerificationResult = resultUnion(
  'ReviewVerificationResult',
  VerificationSummaryView,
  REVIEW_REFUSALS,
);

export function summaryView(row: ApplicationRow | QueueLine): VerificationSummaryView {
  const { organisationKind, state, businessName, submission } = row;
  const { submittedAt, claimExpiresAt, decidedAt, validUntil, createdAt } = row;
  return viewOf(VerificationSummaryView, {
    id: publicId('application', row.id),
    organisationId: publicId('organisation', row.organisationId),
    ...{ organisationKind, state, businessName, submission },
    ...{ submittedAt, claimExpiresAt, decidedAt, validUntil, createdAt },
  });
}

export function queueItemView(line: QueueLine): VerificationQueueItemView {
  return { ...summaryView(line), warnings: line.warnings };
}

export function verificationView(detail: ApplicationDetail): VerificationView {
  return {
    ...summaryView(detail.application),
    facts: detail.facts,
    factsMasked: detail.factsMasked,
    documents: detail.documents.map(({ id, kind, fileId, withdrawnAt }) => ({
      ...{ kind, withdrawnAt },
      id: publicId('document', id),
      fileId: publicId('file', fileId),
    })),
    checks: detail.checks.map(({ code, passed, severity, field, reason }) => ({
      code,
      passed,
      severity,
      field,
      reason,
    })),
    history: detail.history.map(({ act, fromState, toState, actorMemberId, reasonCodes, note, createdAt }) => ({
      ...{ act, fromState, toState, reasonCodes, note },
      memberId: actorMemberId && publicId('member', actorMemberId),
      at: createdAt,
    })),
    disclosures: detail.disclosures.map(({ memberId, purpose, disclosedAt }) => ({
      ...{ purpose, disclosedAt },
      memberId: publicId('member', memberId),
    })),
  };
}
