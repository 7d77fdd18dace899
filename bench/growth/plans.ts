import type pg from 'pg';
import type { Tx } from '../../src/platform/database/index.js';
import { Recording, type Sent } from './recording.js';

/** A node of PostgreSQL's plan, as EXPLAIN writes it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** What a statement did, by its plan. */
export interface Did {
  readonly sql: string;
  readonly ms: number;
  readonly buffers: number;
  /** Rows looked at of each table, also those that were thrown away. */
  readonly read: Readonly<Record<string, number>>;
  /** The most rows one sort had to order. */
  readonly sorted: number;
  /** Tables read from end to end. */
  readonly scanned: readonly string[];
  /** Tables that the plan for any values, which a prepared statement may get, reads from end to end. */
  readonly scannedAnyway: readonly string[];
  readonly indexes: readonly string[];
}

/** Runs an act in a transaction that is rolled back and explains each statement it sent, in the same state of the data. */
export async function explained(client: pg.Client, act: (q: Tx) => Promise<unknown>): Promise<Did[]> {
  const recording = new Recording(client);
  await client.query('BEGIN');
  try {
    await client.query('SAVEPOINT before');
    await act(recording);
    await client.query('ROLLBACK TO SAVEPOINT before');
    const did: Did[] = [];
    for (const sent of recording.sent) did.push(await explain(client, sent));
    return did;
  } finally {
    await client.query('ROLLBACK');
  }
}

async function explain(client: pg.Client, { sql, params, name }: Sent): Promise<Did> {
  const explained = await client.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, [...params]);
  const [{ Plan: plan, 'Execution Time': ms }] = explained.rows[0]['QUERY PLAN'];
  const nodes = [...nodesOf(plan)];
  return {
    sql: sql.replace(/\s+/g, ' ').trim(),
    ms,
    buffers: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0),
    read: readIn(nodes),
    sorted: Math.round(Math.max(0, ...nodes.filter(({ 'Node Type': type }) => type === 'Sort').map(rowsSorted))),
    scanned: scannedIn(nodes),
    scannedAnyway: name === undefined ? [] : await scannedForAnyValues(client, sql),
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))],
  };
}

async function scannedForAnyValues(client: pg.Client, sql: string): Promise<string[]> {
  const explained = await client.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${sql}`);
  return scannedIn([...nodesOf(explained.rows[0]['QUERY PLAN'][0].Plan)]);
}

function scannedIn(nodes: readonly PlanNode[]): string[] {
  const scans = nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Actual Loops'] !== 0);
  return [...new Set(scans.flatMap((node) => node['Relation Name'] ?? []))];
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const inner of node.Plans ?? []) yield* nodesOf(inner);
}

function readIn(nodes: readonly PlanNode[]): Record<string, number> {
  const read: Record<string, number> = {};
  for (const node of nodes) {
    const table = node['Relation Name'];
    if (table && node['Node Type'].endsWith('Scan')) read[table] = Math.round((read[table] ?? 0) + rowsRead(node));
  }
  return read;
}

function rowsRead(node: PlanNode): number {
  const each =
    (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return each * (node['Actual Loops'] ?? 1);
}

/** A sort that stops early still reads all of its input. */
function rowsSorted(node: PlanNode): number {
  const [input] = node.Plans ?? [];
  return (input?.['Actual Rows'] ?? 0) * (input?.['Actual Loops'] ?? 1);
}
