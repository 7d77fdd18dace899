import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import {
  Answers,
  BodyLimit,
  FILE_LIMIT,
  FileTooLarge,
  Idempotent,
  idOf,
  JSON_BATCH_LIMIT,
  listOf,
  NDJSON_LIMIT,
  pageInput,
  Refuses,
  readUpload,
} from '../../platform/faces/index.js';
import { FairGate, Gate } from '../../platform/loops/index.js';
import { FILE_REFUSALS, isNdjson } from '../../platform/tables/index.js';
import { ColumnsMissing, ColumnsRepeated, ColumnsUnclear, defaultsFromText, UnitUnsupported } from '../rows/index.js';
import { BatchActs } from './batch-acts.service.js';
import { CaseBatchRowView, CaseBatchView, caseBatchRowView, caseBatchView } from './case-batch.graphql.js';
import { BATCH_BODY, BatchListQuery, ImportQuery, optionsFrom, RowListQuery } from './case-batch.rest.js';
import { CaseBatches } from './case-batches.service.js';
import { fileSubmission, jsonSubmission, type Submission } from './submission.js';

const READERS = { kinds: ['creditor', 'platform'], scope: 'cases:read' } as const;
const WRITERS = { kinds: ['creditor'], roles: ['owner', 'operator'], scope: 'cases:write' } as const;

const TheBatch = Param('id', idOf('batch'));

/** Where ERPs post receivables and read their outcomes. */
@ApiTags('case batches')
@ApiBearerAuth()
@Controller('v1/case-batches')
export class CaseBatchController {
  /** A file waits for its turn before it is read: what waits is a request, not its bytes. */
  private readonly uploads = new FairGate({ width: 4, each: 1, eachWaiting: 2, waiting: 100 });
  /** Of those that are read, so many are surveyed and stored at once: each takes several times its size in memory meanwhile. */
  private readonly surveys = new Gate(2, 4);

  constructor(
    private readonly intake: CaseBatches,
    private readonly acts: BatchActs,
  ) {}

  @Post()
  @Idempotent()
  @BodyLimit(JSON_BATCH_LIMIT)
  @Access(WRITERS)
  @ApiOperation({
    operationId: 'postCaseBatch',
    summary:
      'Post a batch of cases: JSON rows (at most 1,000) or an XLSX, CSV or NDJSON file (50,000 rows, 10 MB, NDJSON 16 MB; CSV and NDJSON may be gzipped).',
  })
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ schema: BATCH_BODY as never })
  @Refuses(ColumnsMissing, ColumnsRepeated, ColumnsUnclear, UnitUnsupported, FileTooLarge, ...FILE_REFUSALS)
  @Answers(CaseBatchView, { status: 202, description: 'The batch is stored; poll it for progress.' })
  async post(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
  ) {
    if (!request.isMultipart()) {
      return caseBatchView(await this.intake.receive(actor, key, jsonSubmission(request.body, optionsFrom(query, {}))));
    }
    await this.intake.assertMayPost(actor);
    return this.uploads.through(actor.organisationId, async () => {
      const survey = await uploadOf(request, query);
      return this.surveys.through(async () => caseBatchView(await this.intake.receive(actor, key, await survey())));
    });
  }

  @Get()
  @Access(READERS)
  @ApiOperation({ operationId: 'listCaseBatches', summary: 'Your batches, newest first.' })
  @Answers(CaseBatchView, { list: true, description: 'One page.' })
  async list(@CurrentActor() actor: Actor, @Query() query: BatchListQuery) {
    return listOf(await this.intake.list(actor, pageInput(query), query.state), caseBatchView);
  }

  @Get(':id')
  @Access(READERS)
  @ApiOperation({ operationId: 'getCaseBatch', summary: 'One batch and its progress.' })
  @ApiParam({ name: 'id', description: 'The batch, bat_….' })
  @Answers(CaseBatchView, { description: 'The batch.' })
  async one(@CurrentActor() actor: Actor, @TheBatch id: string) {
    return caseBatchView(await this.intake.get(actor, id));
  }

  @Get(':id/rows')
  @Access(READERS)
  @ApiOperation({ operationId: 'listCaseBatchRows', summary: 'The outcome of each row, in the order of the file.' })
  @ApiParam({ name: 'id', description: 'The batch, bat_….' })
  @Answers(CaseBatchRowView, { list: true, description: 'One page.' })
  async rows(@CurrentActor() actor: Actor, @TheBatch id: string, @Query() query: RowListQuery) {
    return listOf(await this.intake.rows(actor, id, pageInput(query), query.outcome), caseBatchRowView);
  }

  @Post(':id/cancel')
  @Idempotent()
  @Access(WRITERS)
  @ApiOperation({ operationId: 'cancelCaseBatch', summary: 'Stop a batch; rows processed before keep their outcome.' })
  @ApiParam({ name: 'id', description: 'The batch, bat_….' })
  @Answers(CaseBatchView, { description: 'The stopped batch.' })
  async cancel(@CurrentActor() actor: Actor, @TheBatch id: string) {
    return caseBatchView(await this.acts.cancel(actor, id));
  }

  @Post(':id/commit')
  @Idempotent()
  @Access(WRITERS)
  @ApiOperation({ operationId: 'commitCaseBatch', summary: 'Commit a dry run as a new batch of the same rows, once.' })
  @ApiParam({ name: 'id', description: 'The dry run, bat_….' })
  @Answers(CaseBatchView, { status: 202, description: 'The batch that commits it; poll it for progress.' })
  async commit(@CurrentActor() actor: Actor, @IdempotencyKey() key: string | undefined, @TheBatch id: string) {
    return caseBatchView(await this.acts.commit(actor, key, id));
  }
}

/** Reads the request; returns a function that surveys its contents when it is this request's turn. */
async function uploadOf(request: FastifyRequest, query: ImportQuery): Promise<() => Promise<Submission>> {
  const { bytes, filename, fields } = await readUpload(request, 'table', NDJSON_LIMIT);
  if (bytes.length > FILE_LIMIT && !isNdjson(bytes)) {
    throw new FileTooLarge({ path: 'file', details: { limitBytes: FILE_LIMIT } });
  }
  return () => fileSubmission(bytes, filename, defaultsFromText(fields['defaults']), optionsFrom(query, fields));
}
