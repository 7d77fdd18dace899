import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { InstantScalar } from '../../platform/faces/index.js';
import type { StoredFile } from '../../platform/storage/index.js';

/** A file as callers see it; so far on the REST face only. */
@ObjectType('File', { description: 'An uploaded file.' })
export class FileView {
  @Field(() => ID, { description: 'The file’s id, file_…; other operations name it.' }) id!: string;
  @Field(() => String, { description: 'The media type, determined from the contents.' }) mediaType!: string;
  @Field(() => Int, { description: 'Size in bytes.' }) bytes!: number;
  @Field(() => String, { description: 'SHA-256 of the contents, in hex.' }) sha256!: string;
  @Field(() => String, { description: 'The file name it was uploaded with.' }) filename!: string;
  @Field(() => String, { description: 'The purpose given with the upload; `document` by default.' }) purpose!: string;
  @Field(() => InstantScalar, { description: 'When it was uploaded.' }) createdAt!: Date;
}

export function fileView(file: StoredFile): FileView {
  const { mediaType, bytes, filename, purpose, createdAt } = file;
  const sha256 = file.sha256.toString('hex');
  return { id: publicId('file', file.id), mediaType, bytes, sha256, filename, purpose, createdAt };
}
