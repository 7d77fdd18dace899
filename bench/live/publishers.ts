import { setTimeout as sleep } from 'node:timers/promises';
import { newId, publicId } from '../../src/kernel/index.js';
import type { Ground } from '../lib/ground.js';

/** Commits one event; answers its case as clients know it. */
export type Publish = (n: number) => Promise<string>;

/** When each case was published: the machine's monotonic clock in microseconds, before the transaction was sent. */
export type Published = ReadonlyMap<string, number>;

const OUTBOX = `INSERT INTO outbox_events (id, name, payload) VALUES ($1, 'case.listed.v1', $2)`;

/** As a process that lists a case: the event in the outbox, and a ring after the commit. */
export function toOutbox(ground: Ground, creditorId: string): Publish {
  return async (n) => {
    const caseId = newId(Date.now());
    const terms = { category: 'commercial_receivable', serviceLine: 'agency_dunning', commissionBps: 1500, grade: 'B' };
    const payload = { caseId, creditorId, amountFen: `${100_000 + n}`, again: false, ...terms };
    await ground.owner(OUTBOX, [newId(Date.now()), JSON.stringify(payload)]);
    await ground.owner(`SELECT pg_notify('recourse_outbox', 'bench')`);
    return publicId('case', caseId);
  };
}

/** The bare way: a row, and the whole message in the notification of its transaction. */
export function toChannel(ground: Ground, channel: string): Publish {
  return async (n) => {
    const caseId = publicId('case', newId(Date.now()));
    const data = {
      caseId,
      category: 'commercial_receivable',
      serviceLine: 'agency_dunning',
      amountFen: `${100_000 + n}`,
    };
    const more = { amountBand: 'under_10k', commissionBps: 1500, grade: 'B', again: false };
    const id = publicId('event', newId(Date.now()));
    const about = { id, cursor: 'WyIxMDAwMDAiXQ', type: 'case.listed', occurredAt: new Date().toISOString() };
    const body = JSON.stringify({ ...about, caseId, batchId: null, data: { ...data, ...more } });
    await ground.owner(
      'WITH kept AS (INSERT INTO bench_live_events (body) VALUES ($1::text::jsonb)) SELECT pg_notify($2, $1::text)',
      [body, channel],
    );
    return caseId;
  };
}

/** Publishes so many events at a steady rate. */
export async function publishAll(publish: Publish, count: number, perSecond: number): Promise<Published> {
  const published = new Map<string, number>();
  const began = performance.now();
  for (let n = 0; n < count; n += 1) {
    await sleep(Math.max(0, began + (n * 1_000) / perSecond - performance.now()));
    const at = Number(process.hrtime.bigint() / 1000n);
    published.set(await publish(n), at);
  }
  return published;
}
