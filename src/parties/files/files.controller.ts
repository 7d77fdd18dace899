import { Controller, Get, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { Answers, FileTooLarge, FileTypeNotAllowed, idOf, Refuses, readUpload } from '../../platform/faces/index.js';
import type { StoredFile } from '../../platform/storage/index.js';
import { FileView, fileView } from './file.view.js';
import { FILE_PURPOSES, Files } from './files.js';

const UPLOAD = {
  type: 'object',
  required: ['file'],
  properties: {
    purpose: {
      type: 'string',
      description: `What it is for, by default document; must come before the file. One of ${FILE_PURPOSES.join(', ')}.`,
    },
    file: { type: 'string', format: 'binary', description: 'A PDF, JPEG or PNG of at most 10 MB.' },
  },
} as const;

/** Files are uploaded here first; operations of either face then name them by id. */
@ApiTags('files')
@ApiBearerAuth()
@Controller('v1/files')
export class FilesController {
  constructor(private readonly files: Files) {}

  @Post()
  @Access({ roles: ['owner', 'operator', 'finance', 'reviewer', 'risk'], scope: 'files:write' })
  @ApiOperation({ operationId: 'uploadFile', summary: 'Upload a document.' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD as never })
  @Refuses(FileTooLarge, FileTypeNotAllowed)
  @Answers(FileView, { status: 201, description: 'The stored file.' })
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<FileView> {
    return fileView(await this.files.receive(actor, await readUpload(request, 'document')));
  }

  @Get(':id')
  @Access({ scope: 'files:read' })
  @ApiOperation({
    operationId: 'downloadFile',
    summary: 'Download a file of your organisation, a voucher you have to judge, or as a reviewer.',
  })
  @ApiParam({ name: 'id', description: 'The file’s id, file_….' })
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png')
  @Answers('contents', { description: 'The contents.' })
  async download(@CurrentActor() actor: Actor, @Param('id', idOf('file')) id: string): Promise<StreamableFile> {
    const { file, contents } = await this.files.read(actor, id);
    return streamOf(file, contents);
  }
}

/** Always as an attachment: a browser never shows uploaded content under our own origin. */
function streamOf(file: StoredFile, contents: Buffer): StreamableFile {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.filename).replaceAll("'", '%27')}`;
  return new StreamableFile(contents, { type: file.mediaType, disposition, length: contents.length });
}
