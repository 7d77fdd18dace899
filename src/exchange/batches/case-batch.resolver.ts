import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import { type ConnectionOf, IdArg, toConnection } from '../../platform/faces/index.js';
import { BatchActs } from './batch-acts.service.js';
import {
  CancelCaseBatchResult,
  CaseBatchConnection,
  CaseBatchListArgs,
  CaseBatchRowConnection,
  CaseBatchRowListArgs,
  type CaseBatchRowView,
  CaseBatchView,
  CommitCaseBatchResult,
  caseBatchRowView,
  caseBatchView,
} from './case-batch.graphql.js';
import { CaseBatches } from './case-batches.service.js';

const READERS = { kinds: ['creditor', 'platform'], scope: 'cases:read' } as const;
const TheBatch = IdArg('id', 'batch', 'The batch.');

@Resolver(() => CaseBatchView)
export class CaseBatchResolver {
  constructor(
    private readonly intake: CaseBatches,
    private readonly acts: BatchActs,
  ) {}

  @Query(() => CaseBatchView, { description: 'One batch of yours, and how far it has come.' })
  @Access(READERS)
  async caseBatch(@CurrentActor() actor: Actor, @TheBatch id: string): Promise<CaseBatchView> {
    return caseBatchView(await this.intake.get(actor, id));
  }

  @Query(() => CaseBatchConnection, { description: 'Your batches, newest first.' })
  @Access(READERS)
  async caseBatches(
    @CurrentActor() actor: Actor,
    @Args() args: CaseBatchListArgs,
  ): Promise<ConnectionOf<CaseBatchView>> {
    return toConnection(await this.intake.list(actor, args, args.state), caseBatchView);
  }

  @Query(() => CaseBatchRowConnection, { description: 'What became of each row of a batch, in the order of the file.' })
  @Access(READERS)
  async caseBatchRows(
    @CurrentActor() actor: Actor,
    @Args() args: CaseBatchRowListArgs,
  ): Promise<ConnectionOf<CaseBatchRowView>> {
    return toConnection(await this.intake.rows(actor, args.batchId, args, args.outcome), caseBatchRowView);
  }

  @Mutation(() => CancelCaseBatchResult, {
    description: 'Stops a batch. Rows that have their outcome keep it. Batches are posted by REST: /v1/case-batches.',
  })
  @Access({ kinds: ['creditor'], roles: ['owner', 'operator'], scope: 'cases:write' })
  async cancelCaseBatch(@CurrentActor() actor: Actor, @TheBatch id: string): Promise<CaseBatchView> {
    return caseBatchView(await this.acts.cancel(actor, id));
  }

  @Mutation(() => CommitCaseBatchResult, {
    description: 'Carries a dry run out: a new batch of the same rows, once however often it is asked.',
  })
  @Access({ kinds: ['creditor'], roles: ['owner', 'operator'], scope: 'cases:write' })
  async commitCaseBatch(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @IdArg('id', 'batch', 'The dry run.') id: string,
  ): Promise<CaseBatchView> {
    return caseBatchView(await this.acts.carryOut(actor, key, id));
  }
}
