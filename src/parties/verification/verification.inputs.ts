import { ArgsType, InputType } from '@nestjs/graphql';
import {
  DayField,
  FlagField,
  IdField,
  Nested,
  NestedList,
  PageArgs,
  TextField,
  WordField,
  WordsField,
} from '../../platform/faces/index.js';
import type { ApplicantKind, DocumentKind, PersonIdKind } from '../approvals/index.js';
import type { ReasonCode } from './reason-codes.js';
import type { Reasons } from './reviews.js';
import type { Application } from './submissions.js';
import {
  ApplicantKindEnum,
  DocumentKindEnum,
  PersonIdKindEnum,
  ReasonCodeEnum,
  StateEnum,
} from './verification.enums.js';
import type { ApplicationState } from './verification.lifecycle.js';

/** A name or a number as written in a document. */
const Entry = (max: number, description: string) => TextField({ form: 'line', max, description });
const OptionalEntry = (max: number, description: string) =>
  TextField({ form: 'line', nullable: true, max, description });
const OptionalLines = (max: number, description: string) =>
  TextField({ form: 'lines', nullable: true, max, description });

const IdKind = () =>
  WordField(PersonIdKindEnum, {
    nullable: true,
    description: 'The kind of the number; needed for a passport or a travel permit, else told from the number.',
  });

@InputType({ description: 'A person and their identity number.' })
export class LegalRepresentativeInput {
  @Entry(100, 'Full name.') name!: string;
  @Entry(40, 'Identity number, 18 characters (GB 11643-1999), or the number of the kind stated.') residentId!: string;
  @IdKind() idKind?: PersonIdKind | null;
}

@InputType({ description: 'An owner or beneficial owner.' })
export class OwnerInput {
  @Entry(200, 'Full name of the person or enterprise.') name!: string;
  @Entry(40, 'A person’s identity number or an enterprise’s unified social credit code.') idNumber!: string;
  @IdKind() idKind?: PersonIdKind | null;
}

@InputType({ description: 'The account money is paid to.' })
export class BankAccountInput {
  @Entry(200, 'The holder of the account: the organisation itself.') holder!: string;
  @Entry(200, 'The bank and branch.') bank!: string;
  @Entry(60, 'The account number, 8–32 digits.') number!: string;
}

@InputType({ description: 'A lawyer who practises in the firm.' })
export class LawyerInput {
  @Entry(100, 'Full name.') name!: string;
  @Entry(40, 'Number of the practising certificate, 17 digits.') certificateNumber!: string;
}

@InputType({ description: 'An organisation’s statements about itself. Which fields are required depends on its kind.' })
export class VerificationFactsInput {
  @OptionalEntry(200, 'Name as on the licence.') businessName?: string | null;
  @OptionalEntry(40, 'Unified social credit code, 18 characters (GB 32100-2015).') creditCode?: string | null;
  @Nested(() => LegalRepresentativeInput, { nullable: true, description: 'Legal representative, or head of the firm.' })
  legalRepresentative?: LegalRepresentativeInput | null;
  @NestedList(() => OwnerInput, {
    ...{ nullable: true, maxItems: 100 },
    description: 'Owners, also beneficial; required of enterprises.',
  })
  owners?: OwnerInput[] | null;
  @OptionalLines(500, 'Registered address, as on the licence.') registeredAddress?: string | null;
  @OptionalLines(5_000, 'Business scope as on the licence; required of agencies.') businessScope?: string | null;
  @DayField({ nullable: true, description: 'Last day of the licence; left out when it has none.' })
  licenceValidUntil?: string | null;
  @FlagField({ nullable: true, description: 'Whether the licence has no last day; false by default.' })
  licenceLongTerm?: boolean | null;
  @Nested(() => BankAccountInput, { nullable: true, description: 'The account money is paid to.' })
  bankAccount?: BankAccountInput | null;
  @OptionalEntry(40, 'Mobile number of a contact; Chinese unless it starts with +.') contactPhone?: string | null;
  @OptionalEntry(40, 'Number of the firm’s practising licence; required of law firms.') firmLicenceNumber?:
    | string
    | null;
  @NestedList(() => LawyerInput, {
    ...{ nullable: true, maxItems: 500 },
    description: 'The firm’s lawyers; required of law firms.',
  })
  lawyers?: LawyerInput[] | null;
}

@InputType({ description: 'A document uploaded through POST /v1/files.' })
export class VerificationDocumentInput {
  @WordField(DocumentKindEnum, { description: 'What it proves.' }) kind!: DocumentKind;
  @IdField('file', { description: 'The file, uploaded through POST /v1/files.' }) fileId!: string;
}

@InputType({ description: 'An application for verification. It replaces the previous contents.' })
export class SubmitVerificationInput {
  @Nested(() => VerificationFactsInput, { description: 'The organisation’s statements about itself.' })
  facts!: VerificationFactsInput;
  @NestedList(() => VerificationDocumentInput, { maxItems: 100, description: 'The documents that prove them.' })
  documents!: VerificationDocumentInput[];
}

/** A decision with its reasons, which the applicant sees. */
@ArgsType()
export class DecisionArgs {
  @IdField('application', { description: 'The application, ver_….' }) id!: string;
  @WordsField(ReasonCodeEnum, { minItems: 1, maxItems: 16, description: 'The reasons; at least one.' })
  reasonCodes!: ReasonCode[];
  @OptionalLines(2_000, 'A note to the applicant.') note?: string | null;
}

@InputType({ description: 'Which applications to list.' })
export class VerificationQueueFilter {
  @WordsField(StateEnum, {
    ...{ nullable: true, maxItems: 8 },
    description: 'In these states; left out means submitted and in review.',
  })
  states?: ApplicationState[] | null;
  @WordField(ApplicantKindEnum, {
    nullable: true,
    description: 'Of this kind of organisation; left out means any kind.',
  })
  kind?: ApplicantKind | null;
  @FlagField({ nullable: true, description: 'Only those that you have claimed.' }) mine?: boolean | null;
}

@ArgsType()
export class QueueArgs extends PageArgs {
  @Nested(() => VerificationQueueFilter, { nullable: true, description: 'Which applications to list.' })
  filter?: VerificationQueueFilter | null;
}

/** The input as the service takes it: fields left out become null or empty. */
export function applicationOf({ facts, documents }: SubmitVerificationInput): Application {
  return {
    documents: documents.map(({ kind, fileId }) => ({ kind, fileId })),
    facts: {
      businessName: facts.businessName ?? null,
      creditCode: facts.creditCode ?? null,
      legalRepresentative: facts.legalRepresentative ? { ...facts.legalRepresentative } : null,
      owners: (facts.owners ?? []).map((owner) => ({ ...owner })),
      registeredAddress: facts.registeredAddress ?? null,
      businessScope: facts.businessScope ?? null,
      licenceValidUntil: facts.licenceValidUntil ?? null,
      licenceLongTerm: facts.licenceLongTerm ?? false,
      bankAccount: facts.bankAccount ? { ...facts.bankAccount } : null,
      contactPhone: facts.contactPhone ?? null,
      firmLicenceNumber: facts.firmLicenceNumber ?? null,
      lawyers: (facts.lawyers ?? []).map((lawyer) => ({ ...lawyer })),
    },
  };
}

export function reasonsOf({ reasonCodes, note }: DecisionArgs): Reasons {
  return { reasonCodes: [...new Set(reasonCodes)], note: note?.trim() || null };
}
