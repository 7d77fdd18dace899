import { Field, ID, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { FieldAccess } from '../../platform/access/index.js';
import { InstantScalar, viewOf } from '../../platform/faces/index.js';
import { DebtorIdKindEnum } from '../admission/index.js';
import type { ShownDebtor } from './debtor-vault.js';
import type { Disclosure } from './disclosure.repository.js';

@ObjectType('CaseDisclosure', { description: 'What an organisation may see of the debtor, or could see once.' })
export class CaseDisclosureView {
  @Field(() => ID, { description: 'The organisation to which the data is disclosed.' }) organisationId!: string;
  @Field(() => String, { description: '`holder_masked`: the masked name; `holder_full`: all data.' }) stage!: string;
  @Field(() => String, { description: 'The purpose of the disclosure.' }) purpose!: string;
  @Field(() => InstantScalar, { description: 'When it was disclosed.' }) disclosedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When the disclosure ended; null while it lasts.' })
  revokedAt!: Date | null;
}

@ObjectType('Debtor', { description: "The debtor's personal data. Every read is recorded." })
export class DebtorView {
  @Field(() => String, { description: 'Full name of the debtor.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Unified social credit code or resident identity number.' })
  idNumber!: string | null;
  @Field(() => DebtorIdKindEnum, {
    nullable: true,
    description: 'The kind of that number where the creditor stated it, as for a passport.',
  })
  idKind!: ShownDebtor['idKind'];
  @Field(() => String, { nullable: true, description: 'Phone number as the creditor wrote it; null when unknown.' })
  @FieldAccess({ scope: 'debtors:contact' })
  phone!: string | null;
  @Field(() => String, { nullable: true, description: 'Postal address; null when unknown.' })
  @FieldAccess({ scope: 'debtors:contact' })
  address!: string | null;
  @Field(() => String, { nullable: true, description: "The creditor's note; null when there is none." })
  note!: string | null;
}

export function disclosureView(one: Disclosure): CaseDisclosureView {
  const { stage, purpose, disclosedAt, revokedAt } = one;
  return { organisationId: publicId('organisation', one.organisationId), stage, purpose, disclosedAt, revokedAt };
}

export function debtorView({ name, idNumber, idKind, phone, address, note }: ShownDebtor): DebtorView {
  return viewOf(DebtorView, { name, idNumber, idKind, phone, address, note });
}
