import { Field, ID, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { InstantScalar } from '../../platform/faces/index.js';
import { EvidenceKindEnum } from '../admission/index.js';
import type { EvidenceItem } from './case-evidence.repository.js';

@ObjectType('CaseEvidence', { description: 'A document of a case.' })
export class CaseEvidenceView {
  @Field(() => ID, { description: 'Id of the document.' }) id!: string;
  @Field(() => EvidenceKindEnum, { description: 'What the document proves.' }) kind!: string;
  @Field(() => ID, { description: 'Id of the uploaded file.' }) fileId!: string;
  @Field(() => InstantScalar, { description: 'When it was added.' }) addedAt!: Date;
}

export function evidenceView(item: EvidenceItem): CaseEvidenceView {
  const { kind, createdAt: addedAt } = item;
  return { id: publicId('evidence', item.id), kind, fileId: publicId('file', item.fileId), addedAt };
}
