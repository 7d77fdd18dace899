import { ApiProperty } from '@nestjs/swagger';
import { publicId } from '../kernel/index.js';
import type { StoredFile } from '../platform/storage/index.js';

/** What is told of a file on the REST face. */
export class FileView {
  @ApiProperty({ description: 'The file’s id, file_…; acts name it.' })
  id!: string;
  @ApiProperty({ description: 'What the contents are, found out from the contents themselves.' })
  mediaType!: string;
  @ApiProperty({ description: 'Size in bytes.' })
  bytes!: number;
  @ApiProperty({ description: 'SHA-256 of the contents, in hex.' })
  sha256!: string;
  @ApiProperty({ description: 'The name it was handed in under.' })
  filename!: string;
  @ApiProperty({ description: 'What it was handed in for.' })
  purpose!: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'When it was handed in.' })
  createdAt!: string;
}

export function fileView(file: StoredFile): FileView {
  const { mediaType, bytes, filename, purpose } = file;
  const sha256 = file.sha256.toString('hex');
  const createdAt = file.createdAt.toISOString();
  return { id: publicId('file', file.id), mediaType, bytes, sha256, filename, purpose, createdAt };
}
