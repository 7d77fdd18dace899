import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { Overtaken } from '../../platform/loops/index.js';
import { type ErpClient, type ErpDocument, ErpFault, PULLED, type PulledKind } from '../erp/index.js';
import { DocumentJudge } from './document-judge.js';
import type { Counts } from './erp-connection.entity.js';
import type { ErpConnection } from './erp-connection.repository.js';
import { type SyncedRow, SyncRowRepository } from './sync-row.repository.js';
import { type SyncRun, SyncRunRepository } from './sync-run.repository.js';

/** Documents decided together: each may be a payment, and all who settle one wait for those of a transaction. */
const CHUNK = 100;
/** An ERP may give less than it was asked for, by a bound of its own; below so many there is no more to give. */
const SMALLEST_BOUND = 20;

type Place = Pick<SyncRun, 'phase' | 'afterKey'>;

/** One step of a walk: a page of documents, their fates, and the place moved behind them. */
@Injectable()
export class SyncPages {
  constructor(
    private readonly database: Database,
    private readonly judge: DocumentJudge,
    private readonly runs: SyncRunRepository,
    private readonly rows: SyncRowRepository,
    private readonly clock: Clock,
  ) {}

  /** Takes one page; answers where the run stands then, or that it is through. */
  async step(connection: ErpConnection, run: SyncRun, leaseId: string, client: ErpClient): Promise<SyncRun | 'done'> {
    return run.phase === 'changed'
      ? this.changed(connection, run, leaseId, client)
      : this.recheck(connection, run, leaseId, client);
  }

  private async changed(connection: ErpConnection, run: SyncRun, leaseId: string, client: ErpClient): Promise<SyncRun> {
    const limit = PULLED[connection.kind as PulledKind].pageSize;
    const page = await client.changed({ since: run.since, after: run.afterKey, limit });
    // An ERP that does not honour the place would be read for ever.
    if (page.length > 0 && page.at(-1)!.key === run.afterKey) throw new ErpFault('later', 'ERP_ANSWER_STRANGE');
    let at = run;
    for (let from = 0; from < page.length; from += CHUNK) {
      const chunk = page.slice(from, from + CHUNK);
      const fates = await this.judge.decide(connection, chunk);
      at = await this.moveOn(at, leaseId, { phase: 'changed', afterKey: chunk.at(-1)!.key }, fates);
    }
    if (page.length >= SMALLEST_BOUND) return at;
    return this.moveOn(at, leaseId, { phase: 'recheck', afterKey: null }, []);
  }

  private async recheck(
    connection: ErpConnection,
    run: SyncRun,
    leaseId: string,
    client: ErpClient,
  ): Promise<SyncRun | 'done'> {
    const { id } = connection;
    const today = this.clock.today();
    const keys = await this.rows.toRecheck(this.database, id, today, run.afterKey ?? '', CHUNK);
    if (keys.length === 0) return 'done';
    const found = await allOf(keys, client);
    const fates = await this.judge.decide(connection, found);
    const gone = goneOf(keys, found);
    return this.moveOn(run, leaseId, { phase: 'recheck', afterKey: keys.at(-1)! }, [...fates, ...gone]);
  }

  /** Keeps the fates and moves the place behind them, in one transaction, after the cases themselves have moved. */
  private async moveOn(run: SyncRun, leaseId: string, to: Place, fates: readonly SyncedRow[]): Promise<SyncRun> {
    const next = { ...run, ...to, documents: run.documents + fates.length, counts: added(run.counts, fates) };
    await this.database.transaction(async (tx) => {
      if (!(await this.runs.keepLease(tx, run.connectionId, leaseId))) throw new Overtaken();
      if (!(await this.runs.advance(tx, run, next))) throw new Overtaken();
      if (fates.length > 0) await this.rows.record(tx, run.connectionId, run.id, fates);
    });
    return next;
  }
}

/** Those of the documents that are there, however few the ERP gives at once. */
async function allOf(keys: readonly string[], client: ErpClient): Promise<ErpDocument[]> {
  const found = new Map<string, ErpDocument>();
  for (;;) {
    const page = await client.byKeys(keys.filter((key) => !found.has(key)));
    for (const one of page) found.set(one.key, one);
    if (page.length < SMALLEST_BOUND || found.size >= keys.length) return [...found.values()];
  }
}

/** A document that is not there any more leaves its case alone: that it vanished says nothing of the debt. */
function goneOf(keys: readonly string[], found: readonly ErpDocument[]): SyncedRow[] {
  const there = new Set(found.map(({ key }) => key));
  const reasons = [{ code: 'SKIPPED_GONE', field: '', params: {} }];
  return keys
    .filter((key) => !there.has(key))
    .map((documentKey) => ({
      documentKey,
      number: null,
      outcome: 'skipped',
      caseId: null,
      reasons,
      recheckOn: null,
    }));
}

function added(counts: Counts, fates: readonly SyncedRow[]): Counts {
  const sum: Counts = { ...counts };
  for (const { outcome } of fates) sum[outcome] = (sum[outcome] ?? 0) + 1;
  return sum;
}
