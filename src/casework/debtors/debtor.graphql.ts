import { Field, ID, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { FieldAccess } from '../../platform/access/index.js';
import { InstantScalar, viewOf } from '../../platform/faces/index.js';
import type { DebtorData } from './debtor-vault.js';
import type { Disclosure } from './disclosure.repository.js';

@ObjectType('CaseDisclosure', { description: 'That an organisation may see, or could see, so much of the debtor.' })
export class CaseDisclosureView {
  @Field(() => ID, { description: 'Who was shown the data.' }) organisationId!: string;
  @Field(() => String, { description: 'holder_masked or holder_full.' }) stage!: string;
  @Field(() => String, { description: 'What for.' }) purpose!: string;
  @Field(() => InstantScalar, { description: 'Since when.' }) disclosedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'Until when; null while it lasts.' })
  revokedAt!: Date | null;
}

@ObjectType('Debtor', { description: "The debtor's personal data; every read of it is on record." })
export class DebtorView {
  @Field(() => String, { description: 'The debtor’s full name.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Unified social credit code or resident identity number.' })
  idNumber!: string | null;
  @Field(() => String, { nullable: true, description: 'Phone number as the creditor gave it.' })
  @FieldAccess({ scope: 'debtors:contact' })
  phone!: string | null;
  @Field(() => String, { nullable: true, description: 'Where the debtor can be written to.' })
  @FieldAccess({ scope: 'debtors:contact' })
  address!: string | null;
  @Field(() => String, { nullable: true, description: "The creditor's note." }) note!: string | null;
}

export function disclosureView(one: Disclosure): CaseDisclosureView {
  const { stage, purpose, disclosedAt, revokedAt } = one;
  return { organisationId: publicId('organisation', one.organisationId), stage, purpose, disclosedAt, revokedAt };
}

export function debtorView({ name, idNumber, phone, address, note }: DebtorData): DebtorView {
  return viewOf(DebtorView, { name, idNumber, phone, address, note });
}
