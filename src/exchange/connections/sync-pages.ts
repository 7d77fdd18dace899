import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { Overtaken } from '../../platform/loops/index.js';
import { type ErpClient, type ErpDocument, ErpFault, PULLED, type PulledKind, SMALLEST_LIMIT } from '../erp/index.js';
import { DocumentJudge } from './document-judge.js';
import type { Counts } from './erp-connection.entity.js';
import type { ErpConnection } from './erp-connection.repository.js';
import { type SyncedRow, SyncRowRepository } from './sync-row.repository.js';
import { type SyncRun, SyncRunRepository } from './sync-run.repository.js';

/** Documents of one transaction: each may be a repayment, whose locks make others wait. */
const CHUNK = 100;

type Position = Pick<SyncRun, 'phase' | 'afterKey'>;

/** One step of a run: reads a page of documents, decides them, and moves the position behind them. */
@Injectable()
export class SyncPages {
  constructor(
    private readonly database: Database,
    private readonly judge: DocumentJudge,
    private readonly runs: SyncRunRepository,
    private readonly rows: SyncRowRepository,
    private readonly clock: Clock,
  ) {}

  /** Refuses a creditor that is not approved now. */
  assertMayPost(connection: ErpConnection): Promise<void> {
    return this.judge.assertMayPost(connection);
  }

  /** Processes one page; returns the run with its new position, or `done` after the last page. */
  async step(connection: ErpConnection, run: SyncRun, leaseId: string, client: ErpClient): Promise<SyncRun | 'done'> {
    return run.phase === 'changed'
      ? this.changed(connection, run, leaseId, client)
      : this.recheck(connection, run, leaseId, client);
  }

  private async changed(connection: ErpConnection, run: SyncRun, leaseId: string, client: ErpClient): Promise<SyncRun> {
    const limit = PULLED[connection.kind as PulledKind].pageSize;
    const page = await client.changed({ since: run.since, after: run.afterKey, limit });
    // An ERP that ignores the position would be read for ever.
    if (page.length > 0 && page.at(-1)!.key === run.afterKey) throw new ErpFault('later', 'ERP_ANSWER_STRANGE');
    let at = run;
    for (let from = 0; from < page.length; from += CHUNK) {
      const chunk = page.slice(from, from + CHUNK);
      const decided = await this.judge.decide(connection, chunk);
      at = await this.moveOn(at, leaseId, { phase: 'changed', afterKey: chunk.at(-1)!.key }, decided);
    }
    at = await this.invoicesOf(page, connection, at, leaseId, client);
    if (page.length >= SMALLEST_LIMIT) return at;
    return this.moveOn(at, leaseId, { phase: 'recheck', afterKey: null }, []);
  }

  /** A credit note does not stamp the invoice that it names: that is read again with it. */
  private async invoicesOf(
    page: readonly ErpDocument[],
    connection: ErpConnection,
    run: SyncRun,
    leaseId: string,
    client: ErpClient,
  ): Promise<SyncRun> {
    const read = new Set(page.map(({ key }) => key));
    const named = new Set(page.flatMap(({ creditOf }) => creditOf?.key ?? []));
    const keys = [...named].filter((key) => !read.has(key));
    let at = run;
    for (let from = 0; from < keys.length; from += CHUNK) {
      const decided = await this.judge.decide(connection, await allOf(keys.slice(from, from + CHUNK), client));
      at = await this.moveOn(at, leaseId, { phase: at.phase, afterKey: at.afterKey }, decided);
    }
    return at;
  }

  private async recheck(connection: ErpConnection, run: SyncRun, leaseId: string, client: ErpClient) {
    const today = this.clock.today();
    const keys = await this.rows.toRecheck(this.database, connection.id, today, run.afterKey ?? '', CHUNK);
    if (keys.length === 0) return 'done' as const;
    const found = await allOf(keys, client);
    const decided = await this.judge.decide(connection, found);
    const gone = goneOf(keys, found);
    return this.moveOn(run, leaseId, { phase: 'recheck', afterKey: keys.at(-1)! }, [...decided, ...gone]);
  }

  /** Records the outcomes and moves the position, in one transaction, after the cases themselves changed. */
  private async moveOn(run: SyncRun, leaseId: string, to: Position, decided: readonly SyncedRow[]): Promise<SyncRun> {
    const next = { ...run, ...to, documents: run.documents + decided.length, counts: added(run.counts, decided) };
    await this.database.transaction(async (tx) => {
      if (!(await this.runs.renewLease(tx, run.connectionId, leaseId))) throw new Overtaken();
      if (!(await this.runs.advance(tx, run, next))) throw new Overtaken();
      if (decided.length > 0) await this.rows.record(tx, run.connectionId, run.id, decided);
    });
    return next;
  }
}

/** The documents that still exist, however few the ERP returns at once, and whatever else it returns. */
export async function allOf(keys: readonly string[], client: Pick<ErpClient, 'byKeys'>): Promise<ErpDocument[]> {
  const found = new Map<string, ErpDocument>();
  const missing = new Set(keys);
  for (;;) {
    const page = await client.byKeys([...missing]);
    const asked = page.filter(({ key }) => missing.delete(key));
    for (const one of asked) found.set(one.key, one);
    if (asked.length === 0 || page.length < SMALLEST_LIMIT || missing.size === 0) return [...found.values()];
  }
}

/** A document that is gone leaves its case unchanged: its absence proves nothing about the debt. */
function goneOf(keys: readonly string[], found: readonly ErpDocument[]): SyncedRow[] {
  const there = new Set(found.map(({ key }) => key));
  const reasons = [{ code: 'SKIPPED_GONE', field: '', params: {} }];
  return keys
    .filter((key) => !there.has(key))
    .map((documentKey) => ({ documentKey, number: null, outcome: 'skipped', caseId: null, reasons, recheckOn: null }));
}

function added(counts: Counts, decided: readonly SyncedRow[]): Counts {
  const sum: Counts = { ...counts };
  for (const { outcome } of decided) sum[outcome] = (sum[outcome] ?? 0) + 1;
  return sum;
}
