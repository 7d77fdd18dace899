import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { writeSheet } from '../../src/platform/sheets/index.js';
import {
  aConsentedClose,
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  aReportedRepayment,
  logIn,
  type Organisation,
} from '../support/builders.js';
import { act } from '../support/client.js';
import { type Attempt, aCrowd, type Contender, Sprinter, shuffled } from '../support/crowd.js';
import { asOwner } from '../support/database.js';
import { buildProduct, Product } from '../support/process.js';

/** How often each story is interrupted; `CRASH_KILLS=10` for a long look. */
const KILLS = Number.parseInt(process.env['CRASH_KILLS'] ?? '1', 10);
const BATCH_ROWS = 3_000;
const FILES: readonly [string, () => Promise<Buffer>, number][] = [
  [
    'CSV',
    async () => Buffer.from([HEADER, ...Array.from({ length: BATCH_ROWS }, (_, n) => rowOf(n))].join('\r\n')),
    BATCH_ROWS,
  ],
  ['XLSX', () => workbook(), BATCH_ROWS],
  ['CSV in which every thousandth row is of the same case', async () => Buffer.from(inGroups(1_000)), 1_000],
];

jest.setTimeout(1_800_000 + 60_000 * KILLS);

describe('a process that is killed', () => {
  const product = new Product();
  let creditor: Organisation;

  beforeAll(async () => {
    await buildProduct();
    await product.start();
    creditor = await aCreditor(product.app);
  });
  afterAll(() => product.end());
  afterEach(async () => {
    await product.settled();
    expect(await breachesIn(product.database.ownerUrl)).toEqual([]);
    expect(await asOwner(product.database, `SELECT name, last_error FROM outbox_events WHERE state = 'dead'`)).toEqual(
      [],
    );
  });

  const killedAndBack = async () => {
    await product.kill();
    await product.start();
    await minutesPass();
  };
  /** The dead process's leases run out: minutes in life, at once here. */
  const minutesPass = async () => {
    await asOwner(product.database, `UPDATE sweeps SET lease_until = now() WHERE lease_until > now()`);
    await asOwner(product.database, `UPDATE outbox_events SET lease_until = now() WHERE state = 'claimed'`);
    await asOwner(
      product.database,
      `UPDATE case_batches SET touched_at = now() - interval '10 minutes' WHERE state = 'processing'`,
    );
  };
  const token = async (organisation: Organisation) =>
    (await logIn(product.app, organisation.owner.email))['accessToken'];

  /** A request whose answer may never come. */
  const orLost = <T>(work: Promise<T>): Promise<T | 'lost'> => work.catch(() => 'lost' as const);

  it.each(FILES)(
    'in the middle of a batch of %s gives every row exactly one outcome all the same',
    async (_, fileOf, count) => {
      const batchId = await interrupted(await fileOf(), {});
      expect(await outcomesOf(batchId)).toEqual([{ outcome: 'admitted', rows: BATCH_ROWS, cases: count }]);
      const [cases] = await asOwner(
        product.database,
        `SELECT count(*)::int AS cases, (SELECT count(*)::int FROM hall_listings h JOIN cases c ON c.id = h.case_id WHERE c.batch_id = $1) AS listed
       FROM cases WHERE batch_id = $1`,
        [batchId],
      );
      expect(cases).toEqual({ cases: count, listed: count });
    },
  );

  it('in the middle of a dry run has judged every row once and done nothing', async () => {
    const batchId = await interrupted(await workbook(), { dryRun: 'true', mode: 'upsert' });
    expect(await outcomesOf(batchId)).toEqual([{ outcome: 'admitted', rows: BATCH_ROWS, cases: 0 }]);
    const left = `SELECT count(*)::int AS cases FROM cases WHERE batch_id = $1`;
    expect(await asOwner(product.database, left, [batchId])).toEqual([{ cases: 0 }]);
  });

  /** Posts a file, kills the process while its rows are decided, and waits until it is over; answers the batch. */
  async function interrupted(file: Buffer, query: Record<string, string>): Promise<string> {
    const answer = await product.app
      .rest()
      .post('/v1/case-batches')
      .query(query)
      .set('authorization', `Bearer ${await token(creditor)}`)
      .set('idempotency-key', randomUUID())
      .attach('file', file, { filename: 'ar', contentType: 'application/octet-stream' });
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 202 });
    const batchId = parsePublicId('batch', answer.body.id)!;
    const progress = async () => {
      const [row] = await asOwner<{ state: string; done: number }>(
        product.database,
        'SELECT state, processed_rows AS done FROM case_batches WHERE id = $1',
        [batchId],
      );
      return row!;
    };
    const seen: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = (await progress()).done;
      for (;;) {
        const { state, done } = await progress();
        if (done > before || state === 'completed') break;
        await sleep(5);
      }
      await product.kill();
      seen.push((await progress()).done);
      await killedAndBack();
    }
    // Otherwise nothing was interrupted and this test shows nothing.
    expect(seen[0]).toBeLessThan(BATCH_ROWS);
    await product.settled();
    expect(await progress()).toEqual({ state: 'completed', done: BATCH_ROWS });
    return batchId;
  }

  const outcomesOf = (batchId: string) =>
    asOwner<{ outcome: string; rows: number; cases: number }>(
      product.database,
      `SELECT r.outcome, count(*)::int AS rows, count(DISTINCT r.case_id)::int AS cases FROM case_batch_rows r
       WHERE r.batch_id = $1 GROUP BY r.outcome`,
      [batchId],
    );

  it('in the middle of grabs keeps every win it told of, and answers the rest truly when asked again', async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const crowd = await aCrowd(product.database, 60, 3);
      const by = { ...creditor, owner: { ...creditor.owner, token: await token(creditor) } };
      const listed: string[] = [];
      for (let n = 0; n < 40; n += 10) {
        listed.push(...(await Promise.all(Array.from({ length: 10 }, () => aListedCase(product.app, by)))));
      }
      const wishes = shuffled(
        crowd.flatMap((who) =>
          shuffled(listed)
            .slice(0, 8)
            .map((caseId) => ({ who, caseId, key: randomUUID() })),
        ),
      );
      const before = new Sprinter([product.url]);
      const racing = wishes.map(({ who, caseId, key }, n) => orLost(before.grab(who, caseId, n, key)));
      await sleep(randomInt(20, 160));
      await killedAndBack();
      const told = await Promise.all(racing);
      before.close();

      const after = new Sprinter([product.url]);
      const again: Attempt[] = [];
      // In order and not all at once: the rate limit's memory is gone with the crash, its rule is not.
      for (const [n, { who, caseId, key }] of wishes.entries()) again.push(await after.grab(who, caseId, n, key));
      after.close();

      const held = await holders(listed);
      for (const [n, first] of told.entries()) {
        if (first === 'lost') continue;
        const { who, caseId } = first;
        if (first.outcome === 'won')
          expect({ holder: held.get(caseId), grab: again[n]!.grabId }).toEqual({ holder: who.id, grab: first.grabId });
        if (first.outcome === 'CASE_ALREADY_GRABBED') expect(held.has(caseId)).toBe(true);
      }
      for (const { who, caseId, outcome } of again) {
        if (outcome === 'won') expect(held.get(caseId)).toBe(who.id);
        else expect(outcome).toMatch(/^(CASE_ALREADY_GRABBED|QUOTA_EXCEEDED|RATE_LIMITED)$/);
      }
      expect(held.size).toBe(new Set(wishes.map(({ caseId }) => caseId)).size);
    }
  });

  it('in the middle of settlements books each commission once', async () => {
    const agency = await anAgency(product.app);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const by = { ...creditor, owner: { ...creditor.owner, token: await token(creditor) } };
      const provider = { ...agency, owner: { ...agency.owner, token: await token(agency) } };
      const caseId = await aListedCase(product.app, by, { commission: { bps: 1_500 } });
      const grabId = await aGrab(product.app, provider, caseId);
      const repayments: string[] = [];
      for (let n = 0; n < 30; n += 1) repayments.push(await aReportedRepayment(product.app, provider, grabId, '10001'));
      const confirm = (id: string) =>
        act(product.app, 'confirmRepayment', { repaymentId: ['ID!', id] }, '... on Repayment { state commissionFen }', {
          token: by.owner.token,
          idempotencyKey: `confirm-${id}`,
        });
      const racing = repayments.map((id) => orLost(confirm(id)));
      await sleep(randomInt(10, 120));
      await killedAndBack();
      const told = await Promise.all(racing);
      for (const [n, id] of repayments.entries()) {
        const answer = await confirm(id);
        expect(answer['state']).toBe('confirmed');
        if (told[n] !== 'lost') expect(told[n]).toEqual(answer);
      }
      const [row] = await asOwner(
        product.database,
        `SELECT count(*)::int AS commissions, count(DISTINCT repayment_id)::int AS repayments, sum(commission_fen)::int AS fen
         FROM commissions WHERE grab_id = $1`,
        [parsePublicId('grab', grabId)],
      );
      // 15 % of 30 × 100.01 yuan, rounded down once for all of them: 450.045 yuan.
      expect(row).toEqual({ commissions: 30, repayments: 30, fen: 45_004 });
      await aConsentedClose(product.app, by, provider, grabId, 'partially_paid');
    }
  });

  async function holders(caseIds: string[]): Promise<Map<string, string>> {
    const uuids = new Map(caseIds.map((id) => [parsePublicId('case', id)!, id]));
    const rows = await asOwner<{ case_id: string; provider_id: Contender['id'] }>(
      product.database,
      `SELECT case_id, provider_id FROM grabs WHERE state = 'active' AND case_id = ANY ($1::uuid[])`,
      [[...uuids.keys()]],
    );
    return new Map(rows.map((row) => [uuids.get(row.case_id)!, row.provider_id]));
  }
});

const HEADER = ['外部单号', '债务人类型', '债务人名称', '本金(元)', '到期日', '开票日', '证据文件', '债务成因'];

/** One receivable that is in order. */
function rowOf(n: number): string[] {
  return [
    `C-${n}-${randomUUID()}`,
    '企业',
    `海港贸易${n}有限公司`,
    `${1_000 + n}.50`,
    '2026-07-20',
    '2026-05-20',
    '合同 发票 送货单 对账单',
    '买卖',
  ];
}

/** As many cases, whose rows stand as far from each other as they can. */
function inGroups(cases: number): string {
  const bills = Array.from({ length: cases }, (_, n) => rowOf(n));
  const rows = Array.from({ length: BATCH_ROWS }, (_, n) => {
    const cells = [...bills[n % cases]!];
    cells[4] = `2026-07-${20 + Math.floor(n / cases)}`;
    return cells;
  });
  return [HEADER, ...rows].join('\r\n');
}

async function workbook(): Promise<Buffer> {
  const columns = HEADER.map((header) => ({ header, kind: 'text' as const }));
  const rows = Array.from({ length: BATCH_ROWS }, (_, n) => rowOf(n));
  const chunks: Buffer[] = [];
  for await (const chunk of writeSheet('xlsx', { name: 'AR', columns, rows })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
