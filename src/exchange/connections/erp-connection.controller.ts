import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/access/index.js';
import { WrongState } from '../../kernel/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import {
  Answers,
  BATCH_BODY_LIMIT,
  BodyLimit,
  FileTooLarge,
  Idempotent,
  idOf,
  ListQuery,
  listOf,
  pageInput,
  Refuses,
  RequestExample,
  readUploads,
} from '../../platform/faces/index.js';
import { FairGate } from '../../platform/loops/index.js';
import { FileTooComplex } from '../../platform/tables/index.js';
import { ConnectionViews } from './connection-views.js';
import { READERS, WRITERS } from './erp-connection.access.js';
import {
  ErpConnectionTestView,
  ErpConnectionView,
  ErpSyncRowView,
  ErpSyncRunView,
  erpRowView,
  erpRunView,
} from './erp-connection.graphql.js';
import {
  CreateErpConnectionInput,
  ErpRowListQuery,
  SyncBody,
  UpdateErpConnectionInput,
} from './erp-connection.inputs.js';
import { ErpConnectionOfOtherKind } from './erp-connection.refusals.js';
import { ErpConnections } from './erp-connections.service.js';
import { SyncRuns } from './sync-runs.service.js';
import { UblUploads } from './ubl-uploads.service.js';

const OF_CONNECTION = { name: 'id', description: 'The connection, erp_….' } as const;
const NEW_CONNECTION = {
  kind: 'erpnext',
  name: 'ERPNext',
  baseUrl: 'https://erp.haven.example',
  credentials: { apiKey: '5f2c1d9e7b', apiSecret: '9e7b5f2c1d', company: '海港贸易有限公司' },
  intervalMinutes: 60,
} as const;
const UBL_FILES = { files: 100, fileBytes: 5 * 1024 * 1024 } as const;
const UBL_BODY = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'array',
      description: 'XML documents, each an invoice or a credit note.',
      maxItems: 100,
      items: { type: 'string', format: 'binary' },
    },
  },
} as const;
const TheConnection = Param('id', idOf('erpConnection'));

@ApiTags('ERP connections')
@ApiBearerAuth()
@Controller('v1/erp-connections')
export class ErpConnectionController {
  /** Who may send files waits for its turn before they are read: a file takes several times its size in memory. */
  private readonly uploads = new FairGate({ width: 2, each: 1, eachWaiting: 2, waiting: 50 });

  constructor(
    private readonly connections: ErpConnections,
    private readonly views: ConnectionViews,
    private readonly sync: SyncRuns,
    private readonly ubl: UblUploads,
  ) {}

  @Get()
  @Access(READERS)
  @ApiOperation({ operationId: 'listErpConnections', summary: 'Your connections to ERPs, newest first.' })
  @Answers(ErpConnectionView, { list: true, description: 'One page.' })
  async list(@CurrentActor() actor: Actor, @Query() query: ListQuery) {
    return listOf(await this.connections.list(actor, pageInput(query)), await this.views.mapper());
  }

  @Post()
  @Access(WRITERS)
  @ApiOperation({ operationId: 'createErpConnection', summary: 'Connect an ERP; the first run starts at once.' })
  @RequestExample(NEW_CONNECTION)
  @Answers(ErpConnectionView, { status: 201, description: 'The connection.' })
  async create(@CurrentActor() actor: Actor, @Body() body: CreateErpConnectionInput) {
    return this.views.one(await this.connections.create(actor, body));
  }

  @Get(':id')
  @Access(READERS)
  @ApiOperation({ operationId: 'getErpConnection', summary: 'A connection to an ERP and its state.' })
  @ApiParam(OF_CONNECTION)
  @Answers(ErpConnectionView, { description: 'The connection.' })
  async one(@CurrentActor() actor: Actor, @TheConnection id: string) {
    return this.views.one(await this.connections.get(actor, id));
  }

  @Patch(':id')
  @Access(WRITERS)
  @ApiOperation({ operationId: 'updateErpConnection', summary: 'Change a connection; omitted fields stay.' })
  @ApiParam(OF_CONNECTION)
  @RequestExample({ name: 'ERPNext', intervalMinutes: 30, defaults: { referencePrefix: 'EN-' } })
  @Answers(ErpConnectionView, { description: 'The connection.' })
  async update(@CurrentActor() actor: Actor, @TheConnection id: string, @Body() body: UpdateErpConnectionInput) {
    return this.views.one(await this.connections.update(actor, id, body));
  }

  @Delete(':id')
  @Access(WRITERS)
  @ApiOperation({ operationId: 'deleteErpConnection', summary: 'Delete a connection; its cases stay.' })
  @ApiParam(OF_CONNECTION)
  @Answers(ErpConnectionView, { description: 'The deleted connection.' })
  async remove(@CurrentActor() actor: Actor, @TheConnection id: string) {
    return this.views.one(await this.connections.remove(actor, id));
  }

  @Post(':id/test')
  @Access(WRITERS)
  @ApiOperation({ operationId: 'testErpConnection', summary: 'Send a test request to the ERP; nothing is stored.' })
  @ApiParam(OF_CONNECTION)
  @Answers(ErpConnectionTestView, { description: 'The result.' })
  async test(@CurrentActor() actor: Actor, @TheConnection id: string) {
    return this.views.test(actor, id);
  }

  @Post(':id/sync')
  @Idempotent()
  @Access(WRITERS)
  @ApiOperation({ operationId: 'syncErpConnection', summary: 'Start a run now.' })
  @ApiParam(OF_CONNECTION)
  @Answers(ErpSyncRunView, { status: 202, description: 'The run; poll it.' })
  async syncNow(@CurrentActor() actor: Actor, @TheConnection id: string, @Body() body: SyncBody) {
    return erpRunView(await this.sync.syncNow(actor, id, body?.full ?? false));
  }

  @Post(':id/pause')
  @Access(WRITERS)
  @ApiOperation({ operationId: 'pauseErpConnection', summary: 'Stop reading an ERP until you resume it.' })
  @ApiParam(OF_CONNECTION)
  @Answers(ErpConnectionView, { description: 'The connection.' })
  async pause(@CurrentActor() actor: Actor, @TheConnection id: string) {
    return this.views.one(await this.connections.move(actor, id, 'paused'));
  }

  @Post(':id/resume')
  @Access(WRITERS)
  @ApiOperation({ operationId: 'resumeErpConnection', summary: 'Read a paused or failing ERP again, at once.' })
  @ApiParam(OF_CONNECTION)
  @Answers(ErpConnectionView, { description: 'The connection.' })
  async resume(@CurrentActor() actor: Actor, @TheConnection id: string) {
    return this.views.one(await this.connections.move(actor, id, 'active'));
  }

  @Get(':id/runs')
  @Access(READERS)
  @ApiOperation({ operationId: 'listErpSyncRuns', summary: 'The runs of a connection, newest first.' })
  @ApiParam(OF_CONNECTION)
  @Answers(ErpSyncRunView, { list: true, description: 'One page.' })
  async runs(@CurrentActor() actor: Actor, @TheConnection id: string, @Query() query: ListQuery) {
    return listOf(await this.sync.runsOf(actor, id, pageInput(query)), erpRunView);
  }

  @Get(':id/rows')
  @Access(READERS)
  @ApiOperation({ operationId: 'listErpSyncRows', summary: 'The outcome of each document.' })
  @ApiParam(OF_CONNECTION)
  @Answers(ErpSyncRowView, { list: true, description: 'One page.' })
  async rows(@CurrentActor() actor: Actor, @TheConnection id: string, @Query() query: ErpRowListQuery) {
    return listOf(await this.sync.rowsOf(actor, id, pageInput(query), query.outcome ?? null), erpRowView);
  }

  @Post(':id/documents')
  @BodyLimit(BATCH_BODY_LIMIT)
  @Access(WRITERS)
  @ApiOperation({
    operationId: 'sendUblDocuments',
    summary: 'Send UBL 2.1 invoices to a ubl connection: at most 100 XML files of 5 MB each, 10 MB in total.',
  })
  @ApiParam(OF_CONNECTION)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UBL_BODY as never })
  @Refuses(ErpConnectionOfOtherKind, FileTooComplex, FileTooLarge, WrongState)
  @Answers(ErpSyncRunView, { status: 201, description: 'The completed run; read the outcomes as rows.' })
  async documents(@CurrentActor() actor: Actor, @TheConnection id: string, @Req() request: FastifyRequest) {
    const connection = await this.ubl.admit(actor, id);
    return this.uploads.through(actor.organisationId, async () =>
      erpRunView(await this.ubl.receive(connection, await readUploads(request, UBL_FILES))),
    );
  }
}
