import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { Database } from '../../src/platform/database/index.js';
import { type JobCall, JobHandler, Jobs, JobsModule } from '../../src/platform/jobs/index.js';
import { workerDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

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
    const [kept, lost] = [randomUUID(), randomUUID()];
    const [database, jobs] = [process.get(Database), process.get(Jobs)];
    const undone = database.transaction(async (tx) => {
      jobs.scheduleAfter(tx, 'stamp.letter', { id: lost });
      throw new Error('changed our mind');
    });
    await expect(undone).rejects.toThrow('changed our mind');
    let early: string[] = [];
    await database.transaction(async (tx) => {
      jobs.scheduleAfter(tx, 'stamp.letter', { id: kept });
      await pause(700);
      early = [...ran];
    });
    while (!ran.includes(kept)) await pause(20);
    await pause(300);
    expect({ early, ran }).toEqual({ early: [], ran: [kept] });
  });
});
