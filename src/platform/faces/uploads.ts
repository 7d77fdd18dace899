import type { FastifyRequest } from 'fastify';
import { InvalidInput, invalid } from '../../kernel/index.js';
import { BadRequest, FileTooLarge } from './http.refusals.js';
import { safeName, type Upload } from './upload.js';

/** Limits of a request with several files; the route's body limit bounds its total size. */
export interface UploadsLimits {
  readonly files: number;
  readonly fileBytes: number;
}

/** Reads every file of a multipart request, of any type. Refuses with INVALID_INPUT, FILE_TOO_LARGE or BAD_REQUEST. */
export async function readUploads(
  request: FastifyRequest,
  limits: UploadsLimits,
): Promise<Pick<Upload, 'bytes' | 'filename'>[]> {
  if (!request.isMultipart()) throw invalid('NOT_MULTIPART_FILES', { path: 'file' });
  const files: Pick<Upload, 'bytes' | 'filename'>[] = [];
  const options = {
    limits: { files: limits.files + 1, fileSize: limits.fileBytes, fields: 10, parts: limits.files + 11 },
  };
  try {
    for await (const part of request.files({ ...options, throwFileSizeLimit: false })) {
      if (files.length === limits.files) throw invalid('TOO_MANY_FILES', { path: 'file', most: limits.files });
      const bytes = await part.toBuffer();
      if (part.file.truncated) throw new FileTooLarge({ path: 'file', details: { limitBytes: limits.fileBytes } });
      files.push({ bytes, filename: safeName(part.filename) });
    }
  } catch (error) {
    if (error instanceof InvalidInput || error instanceof FileTooLarge) throw error;
    if (typeof (error as { statusCode?: unknown }).statusCode === 'number') throw error;
    throw new BadRequest({ details: { reasonCode: 'MULTIPART_DAMAGED' } });
  }
  if (files.length === 0) throw invalid('NO_FILE', { path: 'file' });
  return files;
}
