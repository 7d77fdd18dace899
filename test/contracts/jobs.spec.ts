import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import type { Queue } from 'bullmq';
import { Database } from '../../src/platform/database/index.js';
import { type JobCall, JobHandler, Jobs, JobsModule, Sweep, Sweeps } from '../../src/platform/jobs/index.js';
import { asOwner, type TestDatabase, workerDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';
import { eventually } from '../support/sink.js';

const ran: string[] = [];
const failing = new Map<string, number>();
const holding = new Map<string, Promise<void>>();
let swept = 0;

@Injectable()
class Clerk {
  @JobHandler('lamp.light')
  async light(job: JobCall) {
    ran.push(job.id);
    await holding.get(job.id);
    const left = failing.get(job.id) ?? 0;
    failing.set(job.id, left - 1);
    if (left > 0) throw new Error('no match');
  }

  @Sweep('lamp.sweep', 3_600_000)
  async sweep() {
    swept += 1;
  }
}

const until = (condition: () => boolean | Promise<boolean>, what: string) =>
  eventually(
    async () => condition(),
    () => what,
  );
const runsOf = (id: string) => ran.filter((run) => run === id).length;
const ranTimes = (id: string, times: number) => until(() => runsOf(id) >= times, `${id} runs ${times} times`);

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

  /** Until the queue holds no job of this id any more: then it never runs again. */
  async function over(id: string): Promise<void> {
    const { queue } = Reflect.get(api.get(Jobs), 'open') as { queue: Queue };
    const left = async () => {
      const jobs = await queue.getJobs(['waiting', 'active', 'delayed', 'prioritized']);
      return jobs.some((job) => job?.data.id === id);
    };
    await until(async () => !(await left()), `the queue holds nothing of ${id}`);
  }

  it('carries a job out once, and not before it is due', async () => {
    const [late, soon] = [randomUUID(), randomUUID()];
    const jobs = api.get(Jobs);
    await jobs.schedule('lamp.light', { id: late, delayMs: 30_000_000 });
    await jobs.schedule('lamp.light', { id: soon, delayMs: 400 });
    await ranTimes(soon, 1);
    await over(soon);
    expect({ late: runsOf(late), soon: runsOf(soon) }).toEqual({ late: 0, soon: 1 });
    await jobs.schedule('lamp.light', { id: late });
    await ranTimes(late, 1);
    await over(late);
    expect(runsOf(late)).toBe(1);
  });

  it('keeps one job per key, moves it to the newest time, and takes the key again afterwards', async () => {
    const id = randomUUID();
    for (const delayMs of [30_000_000, 20_000_000, 300]) await api.get(Jobs).schedule('lamp.light', { id, delayMs });
    await ranTimes(id, 1);
    await over(id);
    await api.get(Jobs).schedule('lamp.light', { id });
    await ranTimes(id, 2);
    await over(id);
    expect(runsOf(id)).toBe(2);
  });

  it('runs once more for what was scheduled while it ran', async () => {
    const id = randomUUID();
    let release: () => void = () => undefined;
    holding.set(id, new Promise((resolve) => (release = resolve)));
    await api.get(Jobs).schedule('lamp.light', { id });
    await ranTimes(id, 1);
    for (let n = 0; n < 3; n += 1) await api.get(Jobs).schedule('lamp.light', { id });
    release();
    await ranTimes(id, 2);
    await over(id);
    expect(runsOf(id)).toBe(2);
  });

  it('tries again after a failure', async () => {
    const id = randomUUID();
    failing.set(id, 1);
    await api.get(Jobs).schedule('lamp.light', { id });
    await ranTimes(id, 2);
  });

  it('carries out five hundred jobs of two workers without losing one', async () => {
    const ids = Array.from({ length: 500 }, () => randomUUID());
    // A few at once: each must be taken within the queue's own patience, on a slow machine too.
    for (let n = 0; n < ids.length; n += 10) {
      await Promise.all(ids.slice(n, n + 10).map((id) => api.get(Jobs).schedule('lamp.light', { id })));
    }
    const all = new Set<string>(ids);
    await until(() => new Set(ran.filter((id) => all.has(id))).size === ids.length, 'all five hundred run');
    expect(ids.filter((id) => runsOf(id) !== 1)).toEqual([]);
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
    const { producer, worker } = (Reflect.get(jobs, 'open') as { connection: Record<string, { status: string }> })
      .connection;
    await made.close();
    // An attempt to connect that is under way ends by itself; after it there is no other.
    await until(() => [producer!, worker!].every(({ status }) => status !== 'connecting'), 'the driver gave up');
  });
});

describe('sweeps', () => {
  let database: TestDatabase;
  const due = () => asOwner(database, `UPDATE sweeps SET next_run_at = now() WHERE name = 'lamp.sweep'`);

  /** A process that works, and how often it looked for sweeps that are due so far: each time it has the answer. */
  async function aWorker(): Promise<{ made: TestingModule; looks: () => number }> {
    const made = await processWith(database, [JobsModule], [Clerk], { PROCESS: 'worker' });
    const own = made.get(Database);
    const rows = own.rows.bind(own);
    let looks = 0;
    jest.spyOn(own, 'rows').mockImplementation(async (sql: string, ...given) => {
      try {
        return (await rows(sql, ...given)) as never;
      } finally {
        if (sql.includes('UPDATE sweeps')) looks += 1;
      }
    });
    return { made, looks: () => looks };
  }
  /** Until each has looked twice more: the first of the two may have begun before. */
  async function lookedAgain(workers: { looks: () => number }[]): Promise<void> {
    const before = workers.map(({ looks }) => looks());
    await until(() => workers.every(({ looks }, n) => looks() >= before[n]! + 2), 'each looked again');
  }

  it('run once a period however many processes there are, and by none that has ended', async () => {
    database = await workerDatabase();
    await asOwner(database, `DELETE FROM sweeps WHERE name = 'lamp.sweep'`);
    const workers = [await aWorker(), await aWorker(), await aWorker()];
    swept = 0;
    await Promise.all(workers.map(({ made }) => made.init()));
    for (let period = 1; period <= 3; period += 1) {
      await until(() => swept >= period, `sweep ${period}`);
      await lookedAgain(workers);
      expect(swept).toBe(period);
      if (period < 3) await due();
    }
    await workers[0]!.made.get(Sweeps).run('lamp.sweep');
    expect(swept).toBe(4);
    for (const { made } of workers) await made.close();
    const looked = workers.map(({ looks }) => looks());
    const next = await aWorker();
    await next.made.init();
    await due();
    await until(() => swept >= 5, 'the next process sweeps');
    await lookedAgain([next]);
    expect({ swept, looked: workers.map(({ looks }) => looks()) }).toEqual({ swept: 5, looked });
    await next.made.close();
  });
});
