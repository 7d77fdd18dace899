import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { Database } from '../../src/platform/database/index.js';
import { type JobCall, JobHandler, Jobs, JobsModule, Sweep, Sweeps } from '../../src/platform/jobs/index.js';
import { type TestDatabase, workerDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

const ran: { id: string; at: number }[] = [];
const failing = new Map<string, number>();
const holding = new Map<string, Promise<void>>();
let swept = 0;

@Injectable()
class Clerk {
  @JobHandler('lamp.light')
  async light(job: JobCall) {
    ran.push({ id: job.id, at: performance.now() });
    await holding.get(job.id);
    const left = failing.get(job.id) ?? 0;
    failing.set(job.id, left - 1);
    if (left > 0) throw new Error('no match');
  }

  @Sweep('lamp.sweep', 1_500)
  async sweep() {
    swept += 1;
  }
}

async function until(condition: () => boolean, ms = 900_000): Promise<void> {
  const end = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > end) throw new Error('it did not happen');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const runsOf = (id: string) => ran.filter((run) => run.id === id);

const backends: [string, Record<string, string>][] = [['PostgreSQL', {}]];
// Only where the environment offers a Redis; everything else needs none.
const redis = process.env['REDIS_URL'];
if (redis) backends.push(['Redis', { REDIS_URL: redis }]);

describe.each(backends)('jobs on %s', (_, env) => {
  let database: TestDatabase;
  let api: TestingModule;
  let workers: TestingModule[];

  beforeAll(async () => {
    database = await workerDatabase();
    api = await processWith(database, [JobsModule], [Clerk], { ...env, PROCESS: 'api' });
    workers = [];
    for (let n = 0; n < 2; n += 1) {
      workers.push(await processWith(database, [JobsModule], [Clerk], { ...env, PROCESS: 'worker' }));
    }
    await Promise.all([api, ...workers].map((made) => made.init()));
  });
  afterAll(async () => {
    for (const made of [api, ...workers]) await made.close();
  });

  it('carries a job out once, about when it is due', async () => {
    const id = randomUUID();
    const begun = performance.now();
    await api.get(Jobs).schedule('lamp.light', { id, delayMs: 400 });
    await until(() => runsOf(id).length > 0);
    expect(runsOf(id)[0]!.at - begun).toBeGreaterThan(390);
    await pause(300);
    expect(runsOf(id)).toHaveLength(1);
  });

  it('keeps one job per key, moves it to the newest time, and takes the key again afterwards', async () => {
    const id = randomUUID();
    for (const delayMs of [30_000_000, 20_000_000, 300]) await api.get(Jobs).schedule('lamp.light', { id, delayMs });
    await until(() => runsOf(id).length === 1);
    await pause(200);
    await api.get(Jobs).schedule('lamp.light', { id });
    await until(() => runsOf(id).length === 2);
  });

  it('runs once more for what was scheduled while it ran', async () => {
    const id = randomUUID();
    let release: () => void = () => undefined;
    holding.set(id, new Promise((resolve) => (release = resolve)));
    await api.get(Jobs).schedule('lamp.light', { id });
    await until(() => runsOf(id).length === 1);
    for (let n = 0; n < 3; n += 1) await api.get(Jobs).schedule('lamp.light', { id });
    release();
    await until(() => runsOf(id).length === 2);
    await pause(300);
    expect(runsOf(id)).toHaveLength(2);
  });

  it('tries again after a failure', async () => {
    const id = randomUUID();
    failing.set(id, 1);
    await api.get(Jobs).schedule('lamp.light', { id });
    await until(() => runsOf(id).length === 2);
  });

  it('carries out five hundred jobs of two workers without losing one', async () => {
    const ids = Array.from({ length: 500 }, () => randomUUID());
    await Promise.all(ids.map((id) => api.get(Jobs).schedule('lamp.light', { id })));
    await until(() => ids.every((id) => runsOf(id).length > 0));
    expect(ids.filter((id) => runsOf(id).length !== 1)).toEqual([]);
  });
});

describe('a queue that is away', () => {
  it('is said within seconds, holds up neither start nor stop of an API, and throws nothing after a commit', async () => {
    const database = await workerDatabase();
    const env = { PROCESS: 'api', REDIS_URL: 'redis://127.0.0.1:1' };
    const made = await processWith(database, [JobsModule], [Clerk], env);
    await made.init();
    const jobs = made.get(Jobs);
    await expect(jobs.schedule('lamp.light', { id: randomUUID() })).rejects.toThrow();
    expect(await jobs.reachable()).toBe(false);
    await made.get(Database).transaction(async (tx) => jobs.scheduleAfter(tx, 'lamp.light', { id: randomUUID() }));
    await made.close();
    // The driver's last attempt to connect ends by itself.
    await pause(2_500);
  });
});

describe('sweeps', () => {
  it('run about once a period however many processes there are', async () => {
    const database = await workerDatabase();
    const made = await Promise.all(
      [1, 2, 3].map(() => processWith(database, [JobsModule], [Clerk], { PROCESS: 'worker' })),
    );
    await Promise.all(made.map((one) => one.init()));
    const begun = performance.now();
    swept = 0;
    await until(() => swept >= 3);
    const periods = Math.ceil((performance.now() - begun) / 1_500);
    expect(swept).toBeLessThanOrEqual(periods + 1);
    const before = swept;
    await made[0]!.get(Sweeps).run('lamp.sweep');
    expect(swept).toBeGreaterThan(before);
    for (const one of made) await one.close();
    const after = swept;
    await pause(1_200);
    expect(swept).toBe(after);
  });
});
