import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import { IdArg, toConnection } from '../../platform/faces/index.js';
import { BatchActs } from './batch-acts.service.js';
import {
  CancelCaseBatchResult,
  CaseBatchConnection,
  CaseBatchListArgs,
  CaseBatchRowConnection,
  CaseBatchRowListArgs,
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

  @Query(() => CaseBatchView, { description: 'One of your batches and its progress.' })
  @Access(READERS)
  async caseBatch(@CurrentActor() actor: Actor, @TheBatch id: string) {
    return caseBatchView(await this.intake.get(actor, id));
  }

  @Query(() => CaseBatchConnection, { description: 'Your batches, newest first.' })
  @Access(READERS)
  async caseBatches(@CurrentActor() actor: Actor, @Args() args: CaseBatchListArgs) {
    return toConnection(await this.intake.list(actor, args, args.state), caseBatchView);
  }

  @Query(() => CaseBatchRowConnection, { description: 'The outcome of each row of a batch, in the order of the file.' })
  @Access(READERS)
  async caseBatchRows(@CurrentActor() actor: Actor, @Args() args: CaseBatchRowListArgs) {
    return toConnection(await this.intake.rows(actor, args.batchId, args, args.outcome), caseBatchRowView);
  }

  @Mutation(() => CancelCaseBatchResult, {
    description: 'Stops a batch; rows processed before keep their outcome. Post batches by REST: /v1/case-batches.',
  })
  @Access({ kinds: ['creditor'], roles: ['owner', 'operator'], scope: 'cases:write' })
  async cancelCaseBatch(@CurrentActor() actor: Actor, @TheBatch id: string) {
    return caseBatchView(await this.acts.cancel(actor, id));
  }

  @Mutation(() => CommitCaseBatchResult, {
    description: 'Commits a dry run as a new batch of the same rows; repeated calls return the same batch.',
  })
  @Access({ kinds: ['creditor'], roles: ['owner', 'operator'], scope: 'cases:write' })
  async commitCaseBatch(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @IdArg('id', 'batch', 'The dry run.') id: string,
  ) {
    return caseBatchView(await this.acts.commit(actor, key, id));
  }
}
