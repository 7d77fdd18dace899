import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { IdArg, PageArgs, toConnection } from '../../platform/faces/index.js';
import { ConnectionViews } from './connection-views.js';
import { READERS, WRITERS } from './erp-connection.access.js';
import {
  CreateErpConnectionResult,
  ErpConnectionConnection,
  ErpConnectionView,
  ErpSyncRowConnection,
  ErpSyncRunConnection,
  erpRowView,
  erpRunView,
  MoveErpConnectionResult,
  SyncErpConnectionResult,
  TestErpConnectionResult,
  UpdateErpConnectionResult,
} from './erp-connection.graphql.js';
import {
  CreateErpConnectionInput,
  ErpRowListArgs,
  ErpRunListArgs,
  UpdateErpConnectionInput,
} from './erp-connection.inputs.js';
import { ErpConnections } from './erp-connections.service.js';
import { SyncRuns } from './sync-runs.service.js';

const TheConnection = IdArg('id', 'erpConnection', 'The connection.');

@Resolver(() => ErpConnectionView)
export class ErpConnectionResolver {
  constructor(
    private readonly connections: ErpConnections,
    private readonly views: ConnectionViews,
    private readonly sync: SyncRuns,
  ) {}

  @Query(() => ErpConnectionView, { description: 'One of your connections to ERPs.' })
  @Access(READERS)
  async erpConnection(@CurrentActor() actor: Actor, @TheConnection id: string) {
    return this.views.one(await this.connections.get(actor, id));
  }

  @Query(() => ErpConnectionConnection, { description: 'Your connections to ERPs, newest first.' })
  @Access(READERS)
  async erpConnections(@CurrentActor() actor: Actor, @Args() args: PageArgs) {
    return toConnection(await this.connections.list(actor, args), await this.views.mapper());
  }

  @Query(() => ErpSyncRunConnection, { description: 'The runs of a connection, newest first.' })
  @Access(READERS)
  async erpSyncRuns(@CurrentActor() actor: Actor, @Args() args: ErpRunListArgs) {
    return toConnection(await this.sync.runsOf(actor, args.connectionId, args), erpRunView);
  }

  @Query(() => ErpSyncRowConnection, { description: 'The outcome of each document, in order of the ERP’s own keys.' })
  @Access(READERS)
  async erpSyncRows(@CurrentActor() actor: Actor, @Args() args: ErpRowListArgs) {
    return toConnection(await this.sync.rowsOf(actor, args.connectionId, args, args.outcome ?? null), erpRowView);
  }

  @Mutation(() => CreateErpConnectionResult, { description: 'Connects an ERP; the first run starts at once.' })
  @Access(WRITERS)
  async createErpConnection(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The ERP, its address and its credentials.' }) input: CreateErpConnectionInput,
  ) {
    return this.views.one(await this.connections.create(actor, input));
  }

  @Mutation(() => UpdateErpConnectionResult, {
    description: 'Changes a connection. A new address or new credentials also restart a failing one.',
  })
  @Access(WRITERS)
  async updateErpConnection(
    @CurrentActor() actor: Actor,
    @TheConnection id: string,
    @Args('input', { description: 'The fields to change.' }) input: UpdateErpConnectionInput,
  ) {
    return this.views.one(await this.connections.update(actor, id, input));
  }

  @Mutation(() => TestErpConnectionResult, { description: 'Sends test requests to the ERP and stores nothing.' })
  @Access(WRITERS)
  async testErpConnection(@CurrentActor() actor: Actor, @TheConnection id: string) {
    return this.views.test(actor, id);
  }

  @Mutation(() => SyncErpConnectionResult, { description: 'Starts a run now, or returns the current run.' })
  @Access(WRITERS)
  async syncErpConnection(
    @CurrentActor() actor: Actor,
    @TheConnection id: string,
    @Args('full', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Read every document again, not only changed ones.',
    })
    full: boolean,
  ) {
    return erpRunView(await this.sync.syncNow(actor, id, full));
  }

  @Mutation(() => MoveErpConnectionResult, { description: 'Pauses a connection; a current run ends at its next page.' })
  @Access(WRITERS)
  async pauseErpConnection(@CurrentActor() actor: Actor, @TheConnection id: string) {
    return this.views.one(await this.connections.move(actor, id, 'paused'));
  }

  @Mutation(() => MoveErpConnectionResult, { description: 'Resumes a connection at once, from where it stopped.' })
  @Access(WRITERS)
  async resumeErpConnection(@CurrentActor() actor: Actor, @TheConnection id: string) {
    return this.views.one(await this.connections.move(actor, id, 'active'));
  }

  @Mutation(() => MoveErpConnectionResult, { description: 'Deletes a connection and its credentials. Its cases stay.' })
  @Access(WRITERS)
  async deleteErpConnection(@CurrentActor() actor: Actor, @TheConnection id: string) {
    return this.views.one(await this.connections.remove(actor, id));
  }
}
