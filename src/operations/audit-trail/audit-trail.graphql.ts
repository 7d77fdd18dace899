import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ID_PREFIX, type IdKind, publicId } from '../../kernel/index.js';
import type { AuditRecord } from '../../platform/audit/index.js';
import {
  connectionOf,
  IdField,
  InstantField,
  InstantScalar,
  JsonObjectScalar,
  Nested,
  PageArgs,
  TextField,
  viewOf,
  wordsEnum,
} from '../../platform/faces/index.js';

export const AuditActorKindEnum = wordsEnum('AuditActorKind', 'Who did it.', {
  member: 'A member of an organisation.',
  api_key: 'A machine with an API key.',
  oauth_client: 'A machine with an OAuth client.',
  organisation:
    'An organisation without a member: its books that are followed, or a machine of before keys were recorded.',
  platform: 'The platform itself, such as an expiry.',
});

@ObjectType('AuditRecord', { description: 'One act or reading that must be accounted for; never changed.' })
export class AuditRecordView {
  @Field(() => ID, { description: 'The record.' }) id!: string;
  @Field(() => InstantScalar, { description: 'When it was done.' }) createdAt!: Date;
  @Field(() => String, { description: 'The act, such as `case.debtor.read`.' }) act!: string;
  @Field(() => AuditActorKindEnum, { description: 'A person, a machine, or the platform’s own software.' })
  actorKind!: string;
  @Field(() => ID, { nullable: true, description: 'The member, key or client; null without one.' })
  actorId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The organisation of the actor; null for the platform itself.' })
  organisationId!: string | null;
  @Field(() => String, { description: 'The kind of what it was done to, such as `case`.' }) subjectKind!: string;
  @Field(() => ID, { description: 'What it was done to.' }) subjectId!: string;
  @Field(() => JsonObjectScalar, { description: 'Ids, codes, states and amounts; nothing that people wrote.' })
  facts!: Record<string, unknown>;
  @Field(() => String, { nullable: true, description: 'The `X-Request-Id` of the request; null without one.' })
  requestId!: string | null;
}

export const AuditRecordConnection = connectionOf('AuditRecordConnection', AuditRecordView);

/** A record as GraphQL and the export show it. */
export function auditRecordView(record: AuditRecord): AuditRecordView {
  const { createdAt, act, organisationId, subjectKind, facts, requestId } = record;
  return viewOf(AuditRecordView, {
    id: publicId('audit', record.id),
    ...{ createdAt, act, subjectKind, facts: facts as Record<string, unknown>, requestId },
    ...actorOf(record),
    organisationId: organisationId && publicId('organisation', organisationId),
    subjectId: subjectIdOf(subjectKind, record.subjectId),
  });
}

function actorOf({ memberId, apiKeyId, oauthClientId, organisationId }: AuditRecord) {
  if (memberId) return { actorKind: 'member', actorId: publicId('member', memberId) };
  if (apiKeyId) return { actorKind: 'api_key', actorId: publicId('apiKey', apiKeyId) };
  if (oauthClientId) return { actorKind: 'oauth_client', actorId: publicId('oauthClient', oauthClientId) };
  return { actorKind: organisationId ? 'organisation' : 'platform', actorId: null };
}

/** `api_key` and `erp-connection` of the records are `apiKey` and `erpConnection` of ids. A kind without ids shows its uuid. */
function subjectIdOf(kind: string, uuid: string): string {
  const known = kind.replace(/[_-]([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(ID_PREFIX, known) ? publicId(known as IdKind, uuid) : uuid;
}

const FromField = () => InstantField({ nullable: true, description: 'Only records of this instant or later.' });
const ToField = () => InstantField({ nullable: true, description: 'Only records before this instant.' });
const ActField = () =>
  TextField({
    ...{ nullable: true, max: 80, form: 'line', example: 'case.debtor.read' },
    description: 'An act, or a group of acts with a star at its end: `case.debtor.*`.',
  });
const ActorField = () =>
  TextField({ nullable: true, max: 40, description: 'The actor: a member, an API key or a client, by its id.' });
const SubjectField = () =>
  TextField({ nullable: true, max: 40, description: 'What it was done to, by its id of any kind: `case_01J…`.' });
const OrganisationField = () =>
  IdField('organisation', { nullable: true, description: 'The organisation of the actor.' });

@InputType({ description: 'Which records of the audit trail; what is left out does not narrow.' })
export class AuditFilterInput {
  @ActorField() actorId?: string | null;
  @ActField() act?: string | null;
  @SubjectField() subjectId?: string | null;
  @OrganisationField() organisationId?: string | null;
  @FromField() from?: Date | null;
  @ToField() to?: Date | null;
}

@ArgsType()
export class AuditTrailArgs extends PageArgs {
  @Nested(() => AuditFilterInput, { nullable: true, description: 'Which records; left out: all.' })
  filter?: AuditFilterInput | null;
}

@ArgsType()
export class CaseDebtorReadsArgs extends PageArgs {
  @IdField('case', { description: 'The case.' }) caseId!: string;
}

@ArgsType()
export class SignInsArgs extends PageArgs {
  @IdField('member', { nullable: true, description: 'Only those of this member.' }) memberId?: string | null;
  @FromField() from?: Date | null;
  @ToField() to?: Date | null;
}

export const AUDIT_FIELDS = { ActorField, ActField, SubjectField, OrganisationField, FromField, ToField };
