import { Field, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '../../platform/faces/index.js';
import type { ApplicationFacts } from './application-facts.policy.js';

@ObjectType('VerifiedPerson', { description: 'A legal representative, or the head of a firm.' })
export class VerifiedPersonView {
  @Field(() => String, { description: 'Name, masked unless the reviewer at work asks.' })
  name!: string;
  @Field(() => String, { description: 'Resident identity number, masked unless the reviewer at work asks.' })
  residentId!: string;
}

@ObjectType('VerifiedOwner', { description: 'An owner or beneficial owner.' })
export class VerifiedOwnerView {
  @Field(() => String, { description: 'Name, masked unless the reviewer at work asks.' })
  name!: string;
  @Field(() => String, {
    description: 'Resident identity number or credit code, masked unless the reviewer at work asks.',
  })
  idNumber!: string;
}

@ObjectType('VerifiedBankAccount', { description: 'The account money is paid to.' })
export class VerifiedBankAccountView {
  @Field(() => String, { description: 'Whose account it is.' })
  holder!: string;
  @Field(() => String, { description: 'The bank and branch.' })
  bank!: string;
  @Field(() => String, { description: 'The account number, masked unless the reviewer at work asks.' })
  number!: string;
}

@ObjectType('VerifiedLawyer', { description: 'A lawyer who practises in the firm.' })
export class VerifiedLawyerView {
  @Field(() => String, { description: 'Name, masked unless the reviewer at work asks.' })
  name!: string;
  @Field(() => String, {
    description: 'Number of the practising certificate, masked unless the reviewer at work asks.',
  })
  certificateNumber!: string;
}

@ObjectType('VerificationFacts', { description: 'What an organisation says of itself.' })
export class VerificationFactsView implements ApplicationFacts {
  @Field(() => String, { nullable: true, description: 'Name as on the licence.' })
  businessName!: string | null;
  @Field(() => String, { nullable: true, description: 'Unified social credit code; public in the business register.' })
  creditCode!: string | null;
  @Field(() => VerifiedPersonView, { nullable: true, description: 'Legal representative, or head of the firm.' })
  legalRepresentative!: VerifiedPersonView | null;
  @Field(() => [VerifiedOwnerView], { description: 'Owners and beneficial owners.' })
  owners!: VerifiedOwnerView[];
  @Field(() => String, { nullable: true, description: 'Where it is registered, as on the licence.' })
  registeredAddress!: string | null;
  @Field(() => String, { nullable: true, description: 'Business scope as on the licence.' })
  businessScope!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day of the licence.' })
  licenceValidUntil!: string | null;
  @Field(() => Boolean, { description: 'The licence has no last day.' })
  licenceLongTerm!: boolean;
  @Field(() => VerifiedBankAccountView, { nullable: true, description: 'The account money is paid to.' })
  bankAccount!: VerifiedBankAccountView | null;
  @Field(() => String, {
    nullable: true,
    description: 'Mobile number of a contact, masked unless the reviewer at work asks.',
  })
  contactPhone!: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the firm’s practising licence.' })
  firmLicenceNumber!: string | null;
  @Field(() => [VerifiedLawyerView], { description: 'The firm’s lawyers.' })
  lawyers!: VerifiedLawyerView[];
}
