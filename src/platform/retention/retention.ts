import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Counter } from 'prom-client';
import { Clock, firstIdAt } from '../../kernel/index.js';
import { Database, type KeepingStatement, keepingStatements } from '../database/index.js';
import { Sweep } from '../jobs/job-handler.js';
import { methodsOf } from '../loops/provider-methods.js';
import { Policies } from '../policy/index.js';
import { type Remove, removedBy } from './removes.js';
import { RetentionRepository } from './retention.repository.js';
import { type RetentionFigures, retentionFigures } from './retention-figures.js';

const EVERY_MS = 60_000;
/** Well within a sweep's lease, so that no other process begins meanwhile. What is left waits for the next run, a moment later. */
const BUDGET_MS = 50_000;
/** Rows that one statement removes: it takes a few milliseconds, and others wait no longer for what it holds. */
export const CHUNK = 500;
const DAY_MS = 86_400_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Removes a chunk; returns whether more may follow. */
type Rule = () => Promise<boolean>;

const removed = new Counter({
  name: 'recourse_retention_removed_total',
  help: 'Rows removed because the time to keep them was over',
  labelNames: ['table'],
});

/** Removes what was kept long enough: by `@Keeps` of its entity, or by the method of a provider with `@Removes`. */
@Injectable()
export class Retention implements OnModuleInit {
  private readonly repository = new RetentionRepository();
  private readonly own = new Map<string, Remove>();

  constructor(
    private readonly database: Database,
    private readonly policies: Policies,
    private readonly clock: Clock,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const lasting = this.discovery.getProviders().filter((one) => one.isDependencyTreeStatic());
    for (const { instance, method } of methodsOf(lasting, this.scanner)) {
      const tables = removedBy(method);
      if (tables) this.own.set(tables.join(', '), method.bind(instance) as Remove);
    }
  }

  /** The names of the rules: the tables of each. */
  get rulesNamed(): string[] {
    return [...keepingStatements().map(({ table }) => table), ...this.own.keys()];
  }

  /** Every table that something is removed from. */
  get tables(): string[] {
    return this.rulesNamed.flatMap((tables) => tables.split(', '));
  }

  @Sweep('retention', EVERY_MS)
  run(): Promise<void> {
    return this.remove();
  }

  /**
   * A chunk of each table in turn, until nothing is left or the time is used up: no table waits for the end of another. `only`
   * names a single rule.
   */
  async remove(budgetMs = BUDGET_MS, chunk = CHUNK, only?: string): Promise<void> {
    const end = performance.now() + budgetMs;
    const rules = [...(await this.rules(chunk))];
    let open = new Map(only === undefined ? rules : rules.filter(([tables]) => tables === only));
    const failures: string[] = [];
    do {
      const still = new Map<string, Rule>();
      for (const [table, rule] of open) {
        const more = await rule().catch((error: Error) => {
          failures.push(`${table}: ${error.message}`);
          return false;
        });
        if (more) still.set(table, rule);
        if (performance.now() >= end) break;
      }
      open = still;
    } while (open.size > 0 && performance.now() < end);
    if (failures.length > 0) throw new Error(failures.join('; '));
  }

  private async rules(chunk: number): Promise<Map<string, Rule>> {
    const figures = await this.policies.get(retentionFigures);
    const rules = new Map<string, Rule>();
    for (const statement of keepingStatements()) {
      const days = figures[statement.figure as keyof RetentionFigures];
      if (days === undefined) throw new Error(`${statement.table}: the policy has no ${statement.figure}`);
      rules.set(
        statement.table,
        statement.walks ? this.walk(statement, days, chunk) : this.oldest(statement, days, chunk),
      );
    }
    for (const [tables, remove] of this.own) {
      rules.set(tables, async () => this.counted(tables, await remove(chunk, figures)) >= chunk);
    }
    return rules;
  }

  private walk(statement: KeepingStatement, days: number, chunk: number): Rule {
    let after = FIRST;
    // Keys begin with their time: one of now, that many days ago, comes after all that may be old enough.
    const before = firstIdAt(this.clock.millis() - (days - 1) * DAY_MS);
    return async () => {
      const { gone, seen, last } = await this.repository.walk(this.database, statement, days, chunk, after, before);
      this.counted(statement.table, gone);
      after = last ?? after;
      return seen >= chunk;
    };
  }

  private oldest(statement: KeepingStatement, days: number, chunk: number): Rule {
    return async () =>
      this.counted(statement.table, await this.repository.remove(this.database, statement, days, chunk)) >= chunk;
  }

  private counted(table: string, rows: number): number {
    if (rows > 0) removed.inc({ table }, rows);
    return rows;
  }
}
