import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { Database } from '../../src/platform/database/index.js';
import { type JobCall, JobHandler, Jobs, JobsModule } from '../../src/platform/jobs/index.js';
import { workerDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';
import { eventually } from '../support/sink.js';

const ran: string[] = [];

@Injectable()
class Clerk {
  @JobHandler('stamp.letter')
  async stamp(job: JobCall) {
    ran.push(job.id);
  }
}

describe('a job that belongs to a transaction', () => {
  let process: TestingModule;

  beforeAll(async () => {
    process = await processWith(await workerDatabase(), [JobsModule], [Clerk], { PROCESS: 'all' });
    await process.init();
  });
  afterAll(() => process.close());

  it('is carried out only after the commit, and never after a rollback', async () => {
    const [kept, lost, during, after] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const [database, jobs] = [process.get(Database), process.get(Jobs)];
    const undone = database.transaction(async (tx) => {
      jobs.scheduleAfter(tx, 'stamp.letter', { id: lost });
      throw new Error('changed our mind');
    });
    await expect(undone).rejects.toThrow('changed our mind');
    let early: string[] = [];
    await database.transaction(async (tx) => {
      jobs.scheduleAfter(tx, 'stamp.letter', { id: kept });
      // Of what is due, the first to be scheduled is carried out first: a job that belongs to no transaction is behind them all.
      await jobs.schedule('stamp.letter', { id: during });
      await eventually(
        // Asked over the transaction, which may not stand idle for long.
        async () => (await tx.rows('SELECT 1')).length === 1 && ran.includes(during),
        () => 'the job of no transaction ran',
      );
      early = [...ran];
    });
    await eventually(
      async () => ran.includes(kept),
      () => 'the job of the transaction ran',
    );
    await jobs.schedule('stamp.letter', { id: after });
    await eventually(
      async () => ran.includes(after),
      () => 'the last job ran',
    );
    expect({ early, ran }).toEqual({ early: [during], ran: [during, kept, after] });
  });
});
