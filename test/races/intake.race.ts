import { randomUUID } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import { type ExpectedRow, kingdeeExport } from '@recourse/demo';
import { CaseIntake } from '../../src/casework/cases/index.js';
import { BatchActs } from '../../src/exchange/batches/batch-acts.service.js';
import { BatchChunks } from '../../src/exchange/batches/batch-chunks.js';
import { BatchRunner } from '../../src/exchange/batches/batch-runner.js';
import { BatchesModule, CaseBatches, fileSubmission, jsonSubmission } from '../../src/exchange/batches/index.js';
import type { Actor } from '../../src/kernel/access/index.js';
import { Clock, NotFound, newId, WrongState } from '../../src/kernel/index.js';
import { FilesModule } from '../../src/parties/files/index.js';
import { VerificationModule } from '../../src/parties/verification/index.js';
import { AccessModule } from '../../src/platform/access/index.js';
import { AuditModule } from '../../src/platform/audit/index.js';
import { CryptoModule } from '../../src/platform/crypto/index.js';
import { IdempotencyModule } from '../../src/platform/idempotency/index.js';
import { JobsModule } from '../../src/platform/jobs/index.js';
import { OutboxModule } from '../../src/platform/outbox/index.js';
import { PolicyModule } from '../../src/platform/policy/index.js';
import { StorageModule } from '../../src/platform/storage/index.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

const MASTER = Buffer.alloc(32, 7).toString('base64');
const PLUMBING = [
  AccessModule,
  AuditModule,
  CryptoModule,
  IdempotencyModule,
  JobsModule,
  OutboxModule,
  PolicyModule,
  StorageModule,
];

describe('batches of cases', () => {
  let database: TestDatabase;
  let one: TestingModule;
  let two: TestingModule;
  let today: string;

  beforeAll(async () => {
    database = await namedDatabase('recourse_intake', { fresh: true });
    const start = async () =>
      (
        await processWith(database, [...PLUMBING, FilesModule, VerificationModule, BatchesModule], [], {
          MASTER_KEY: MASTER,
        })
      ).init();
    one = await start();
    two = await start();
    today = one.get(Clock).today();
  });
  afterAll(async () => {
    await one?.close();
    await two?.close();
  });
  afterEach(() => jest.restoreAllMocks());

  const service = () => one.get(CaseBatches);
  const runners = () => [one.get(BatchRunner), two.get(BatchRunner)];
  const post = async (actor: Actor, bytes: Buffer) =>
    service().receive(actor, undefined, await fileSubmission(bytes, 'export.csv', {}));
  const fates = (batchId: string) =>
    asOwner<{ row_number: number; outcome: string; codes: string[] }>(
      database,
      `SELECT row_number, outcome, ARRAY(SELECT r->>'code' FROM jsonb_array_elements(reasons) r) AS codes
         FROM case_batch_rows WHERE batch_id = $1 ORDER BY row_number`,
      [batchId],
    );
  const wanted = (rows: readonly ExpectedRow[]) =>
    rows.map(({ rowNumber, outcome, code }) => ({
      row_number: rowNumber,
      outcome,
      codes: code === null ? [] : [code],
    }));
  const casesOf = async (batchId: string) =>
    (await asOwner<{ n: string }>(database, 'SELECT count(*) AS n FROM cases WHERE batch_id = $1', [batchId]))[0]!.n;
  const passTime = (batchId: string) =>
    asOwner(database, `UPDATE case_batches SET touched_at = now() - interval '1 minute' WHERE id = $1`, [batchId]);

  it('gives every row of an export its one outcome, whoever works on it', async () => {
    const actor = await anApprovedCreditor(database);
    const made = kingdeeExport({ rows: 3_000, today });
    const batch = await post(actor, made.bytes);
    await Promise.all([...runners(), ...runners()].map((runner) => runner.run(batch.id)));
    const done = await service().get(actor, batch.id);
    expect(done).toMatchObject({ state: 'completed', totalRows: 3_000, processedRows: 3_000, encoding: 'gb18030' });
    expect(await fates(batch.id)).toEqual(wanted(made.rows));
    expect(await casesOf(batch.id)).toBe(String(done.admittedRows));
    const page = await service().rows(actor, batch.id, { first: 100 }, 'duplicate');
    expect(page.nodes).toHaveLength(done.duplicateRows);
    expect(page.nodes.every((row) => row.caseId !== null)).toBe(true);
  });

  it('resumes where the last chunk was committed when its worker dies', async () => {
    const actor = await anApprovedCreditor(database);
    const made = kingdeeExport({ rows: 2_600, today, seed: 2 });
    const batch = await post(actor, made.bytes);
    const bury = dieAfter(one.get(BatchChunks), 2);
    const dead = one.get(BatchRunner).run(batch.id);
    await Promise.race([dead, untilProcessed(batch.id, 1_000)]);
    await two.get(BatchRunner).run(batch.id);
    expect(await service().get(actor, batch.id)).toMatchObject({ state: 'processing', processedRows: 1_000 });
    await passTime(batch.id);
    await two.get(BatchRunner).run(batch.id);
    expect(await service().get(actor, batch.id)).toMatchObject({ state: 'completed', processedRows: 2_600 });
    bury();
    await dead;
    expect(await fates(batch.id)).toEqual(wanted(made.rows));
  });

  it('stops a worker that comes back to life after another went on', async () => {
    const actor = await anApprovedCreditor(database);
    const made = kingdeeExport({ rows: 2_000, today, seed: 3 });
    const batch = await post(actor, made.bytes);
    const wake = dieAfter(one.get(BatchChunks), 1);
    const sleeper = one.get(BatchRunner).run(batch.id);
    await untilProcessed(batch.id, 500);
    await passTime(batch.id);
    const successor = two.get(BatchRunner).run(batch.id);
    wake();
    await Promise.all([sleeper, successor]);
    expect(await fates(batch.id)).toEqual(wanted(made.rows));
    expect(await service().get(actor, batch.id)).toMatchObject({ state: 'completed', processedRows: 2_000 });
  });

  it('rejects a row the database refuses alone, and carries on', async () => {
    const actor = await anApprovedCreditor(database);
    const batch = await post(actor, kingdeeExport({ rows: 700, today, seed: 4 }).bytes);
    const cases = one.get(CaseIntake);
    const admit = cases.admitMany.bind(cases);
    jest.spyOn(cases, 'admitMany').mockImplementation(async (tx, by, drafts) => {
      if (drafts.some((draft) => draft.externalRef === 'AR000005'))
        throw Object.assign(new Error('x'), { code: '22021' });
      return admit(tx, by, drafts);
    });
    await one.get(BatchRunner).run(batch.id);
    const rows = await fates(batch.id);
    expect(rows).toHaveLength(700);
    expect(rows.filter((row) => row.codes.includes('ROW_NOT_STORED')).map((row) => row.row_number)).toEqual([6]);
  });

  it('takes the same batch sent 8 times at once once', async () => {
    const actor = await anApprovedCreditor(database);
    const rows = [
      { externalRef: 'J1', debtorName: '上海某某有限公司', outstandingFen: '500000', dueOn: '2026-01-31' },
      5,
    ];
    const send = () => service().receive(actor, 'same', jsonSubmission({ rows }));
    const sent = await Promise.allSettled(Array.from({ length: 8 }, send));
    const ids = sent.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.id] : []));
    expect(new Set(ids).size).toBe(1);
    expect((await service().list(actor, { first: 10 })).nodes).toHaveLength(1);
    await one.get(BatchRunner).run(ids[0]!);
    expect((await fates(ids[0]!)).map((row) => row.outcome === 'rejected' && row.codes)).toEqual([
      expect.anything(),
      ['ROW_NOT_AN_OBJECT'],
    ]);
  });

  it('is cancelled once, and nobody else sees it', async () => {
    const actor = await anApprovedCreditor(database);
    const batch = await post(actor, kingdeeExport({ rows: 20, today }).bytes);
    await expect(service().get(await anApprovedCreditor(database), batch.id)).rejects.toThrow(NotFound);
    expect(await one.get(BatchActs).cancel(actor, batch.id)).toMatchObject({ state: 'cancelled' });
    await expect(one.get(BatchActs).cancel(actor, batch.id)).rejects.toThrow(WrongState);
    await one.get(BatchRunner).run(batch.id);
    expect(await fates(batch.id)).toEqual([]);
  });

  it('keeps no debtor in plain text beside the sealed file', async () => {
    const [found] = await asOwner<{ n: string }>(
      database,
      `SELECT count(*) AS n FROM case_batch_rows r WHERE to_jsonb(r)::text ~ '有限公司|1990[0-9]{7}'`,
    );
    expect(found!.n).toBe('0');
  });

  /** The worker stands still after so many chunks until woken; not woken, it is as dead as after a power cut. */
  function dieAfter(chunks: BatchChunks, count: number): () => void {
    const decide = chunks.decide.bind(chunks);
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let left = count;
    jest.spyOn(chunks, 'decide').mockImplementation(async (...given) => {
      if (left-- <= 0) await asleep;
      return decide(...given);
    });
    return wake;
  }

  async function untilProcessed(batchId: string, rows: number): Promise<void> {
    for (;;) {
      const [batch] = await asOwner<{ n: number }>(
        database,
        'SELECT processed_rows AS n FROM case_batches WHERE id = $1',
        [batchId],
      );
      if (batch!.n >= rows) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
});

async function anApprovedCreditor(database: TestDatabase): Promise<Actor> {
  const organisationId = newId(1);
  await asOwner(database, `INSERT INTO organisations (id, kind, name) VALUES ($1, 'creditor', 'x')`, [organisationId]);
  await asOwner(
    database,
    `INSERT INTO verification_applications (id, organisation_id, organisation_kind, state, facts_sealed, credit_code_index,
       submission, submitted_at, decided_at, valid_until)
     VALUES ($1, $2, 'creditor', 'approved', '', $3, 1, now(), now(), '2199-01-01')`,
    [randomUUID(), organisationId, Buffer.from(organisationId)],
  );
  return {
    kind: 'member',
    organisationId,
    organisationKind: 'creditor',
    memberId: null,
    apiKeyId: null,
    roles: ['owner'],
    scopes: [],
    sessionId: null,
    sandboxId: null,
  };
}
