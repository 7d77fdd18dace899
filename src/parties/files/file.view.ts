import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { InstantScalar } from '../../platform/faces/index.js';
import type { StoredFile } from '../../platform/storage/index.js';

/** What is told of a file. So far only the REST face answers it. */
@ObjectType('File', { description: 'A file that was handed in.' })
export class FileView {
  @Field(() => ID, { description: 'The file’s id, file_…; acts name it.' }) id!: string;
  @Field(() => String, { description: 'What the contents are, found out from the contents themselves.' })
  mediaType!: string;
  @Field(() => Int, { description: 'Size in bytes.' }) bytes!: number;
  @Field(() => String, { description: 'SHA-256 of the contents, in hex.' }) sha256!: string;
  @Field(() => String, { description: 'The name it was handed in under.' }) filename!: string;
  @Field(() => String, { description: 'What it was handed in for.' }) purpose!: string;
  @Field(() => InstantScalar, { description: 'When it was handed in.' }) createdAt!: Date;
}

export function fileView(file: StoredFile): FileView {
  const { mediaType, bytes, filename, purpose, createdAt } = file;
  const sha256 = file.sha256.toString('hex');
  return { id: publicId('file', file.id), mediaType, bytes, sha256, filename, purpose, createdAt };
}
