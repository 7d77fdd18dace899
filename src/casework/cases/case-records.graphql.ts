import { Field, ID, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { FieldAccess } from '../../platform/access/index.js';
import { InstantScalar, JsonObjectScalar } from '../../platform/faces/index.js';
import type { Disclosure } from '../debtors/index.js';
import type { DebtorData } from './case.types.js';
import type { EvidenceItem, HistoryLine } from './case-history.repository.js';
import { CaseStateEnum, EvidenceKindEnum } from './case-words.graphql.js';

@ObjectType('CaseEvent', { description: 'One line of the history of a case.' })
export class CaseEventView {
  @Field(() => ID, { description: 'The line.' })
  id!: string;

  @Field(() => String, { description: 'What was done, such as admit, grab or close.' })
  act!: string;

  @Field(() => CaseStateEnum, { nullable: true, description: 'The state before; null for the first.' })
  fromState!: string | null;

  @Field(() => CaseStateEnum, { description: 'The state after.' })
  toState!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation that acted; null for the system.' })
  actorOrganisationId!: string | null;

  @Field(() => JsonObjectScalar, { description: 'What else is on record of it.' })
  facts!: Record<string, unknown>;

  @Field(() => InstantScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType('CaseDisclosure', { description: 'That an organisation may see, or could see, so much of the debtor.' })
export class CaseDisclosureView {
  @Field(() => ID, { description: 'Who was shown the data.' })
  organisationId!: string;

  @Field(() => String, { description: 'holder_masked or holder_full.' })
  stage!: string;

  @Field(() => String, { description: 'What for.' })
  purpose!: string;

  @Field(() => InstantScalar, { description: 'Since when.' })
  disclosedAt!: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'Until when; null while it lasts.' })
  revokedAt!: Date | null;
}

@ObjectType('CaseEvidence', { description: 'A document of a case.' })
export class CaseEvidenceView {
  @Field(() => ID, { description: 'The item.' })
  id!: string;

  @Field(() => EvidenceKindEnum, { description: 'What it proves.' })
  kind!: string;

  @Field(() => ID, { description: 'The uploaded file.' })
  fileId!: string;

  @Field(() => InstantScalar, { description: 'When it was added.' })
  addedAt!: Date;
}

@ObjectType('Debtor', { description: "The debtor's personal data; every read of it is on record." })
export class DebtorView {
  @Field(() => String, { description: 'The debtor’s full name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Unified social credit code or resident identity number.' })
  idNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number as the creditor gave it.' })
  @FieldAccess({ scope: 'debtors:contact' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the debtor can be written to.' })
  @FieldAccess({ scope: 'debtors:contact' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: "The creditor's note." })
  note!: string | null;
}

export function eventView(line: HistoryLine): CaseEventView {
  const { id, act, fromState, toState, facts, createdAt: at } = line;
  const actorOrganisationId = line.actorOrganisationId && publicId('organisation', line.actorOrganisationId);
  return { id: publicId('event', id), act, fromState, toState, actorOrganisationId, facts, at };
}

export function disclosureView(one: Disclosure): CaseDisclosureView {
  const { stage, purpose, disclosedAt, revokedAt } = one;
  return { organisationId: publicId('organisation', one.organisationId), stage, purpose, disclosedAt, revokedAt };
}

export function evidenceView(item: EvidenceItem): CaseEvidenceView {
  const { kind, createdAt: addedAt } = item;
  return { id: publicId('evidence', item.id), kind, fileId: publicId('file', item.fileId), addedAt };
}

export function debtorView({ name, idNumber, phone, address, note }: DebtorData): DebtorView {
  return Object.assign(new DebtorView(), { name, idNumber, phone, address, note });
}
