import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { cursorOf, idAfter, invalid } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import { assessed } from './assessment.policy.js';
import { type Move, movesOf, type ShadowMove } from './shadow-run.policy.js';
import { StandingRepository } from './standing.repository.js';
import { parametersOf, standingFigures } from './standing-figures.js';

/** Providers that one run looks at, and those it names; the next run goes on after them. */
const LOOKED_AT = 1_000;
const NAMED = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What a change of the figures would do, were it made now. */
export interface ShadowRun {
  /** Providers with a record that were looked at. */
  readonly looked: number;
  /** How many would move, by the grade they have and the one they would have, or by their quota alone. */
  readonly moves: readonly Move[];
  /** The first of those that would. */
  readonly providers: readonly ShadowMove[];
  /** The cursor of the last one looked at, when there may be more. */
  readonly endCursor: string | null;
}

/**
 * Tries changed figures on the records there are. It reads one snapshot in a transaction that cannot write, and its cost is bounded. Holds
 * that were given back before keep the maturity in force at their end, in a shadow run as after a real change.
 */
@Injectable()
export class ShadowRuns {
  constructor(
    private readonly database: Database,
    private readonly repository: StandingRepository,
    private readonly policies: Policies,
  ) {}

  async run(actor: Actor, name: string, change: Record<string, unknown>, cursor?: string | null): Promise<ShadowRun> {
    if (name !== standingFigures.name) throw invalid('ONE_OF', { path: 'name', values: standingFigures.name });
    const after = cursor ? idAfter(cursor) : FIRST;
    return this.database.transaction(async (tx) => {
      await tx.affected('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      await tx.affected(`SET LOCAL statement_timeout = '15s'`);
      const providerIds = await this.repository.providersAfter(tx, actor.sandboxId, after, LOOKED_AT);
      const moved = await this.moves(tx, providerIds, change);
      return {
        looked: providerIds.length,
        ...movesOf(moved, NAMED),
        endCursor: providerIds.length === LOOKED_AT ? cursorOf([providerIds.at(-1)!]) : null,
      };
    });
  }

  private async moves(tx: Tx, providerIds: string[], change: object): Promise<ShadowMove[]> {
    const [present, changed] = await Promise.all([
      this.policies.get(standingFigures, tx),
      this.policies.changed(standingFigures, change, tx),
    ]);
    const [now, then] = [parametersOf(present), parametersOf(changed)];
    const records = await this.repository.recordsOf(tx, providerIds, now);
    const changedRecords =
      now.maturityDays === then.maturityDays && now.penaltyWindowDays === then.penaltyWindowDays
        ? records
        : await this.repository.recordsOf(tx, providerIds, then);
    return records.map((record, at) => ({
      providerId: record.providerId,
      before: assessed(record, now),
      after: assessed(changedRecords[at]!, then),
    }));
  }
}
