import { randomUUID } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import { Database } from '../../src/platform/database/index.js';
import { ratesOf } from '../../src/risk/standing/recovery-rate.policy.js';
import { UNKNOWN_CREDITOR } from '../../src/risk/standing/standing.entity.js';
import { standingLaws } from '../../src/risk/standing/standing.laws.js';
import { StandingRepository } from '../../src/risk/standing/standing.repository.js';
import { STANDING_DEFAULTS } from '../../src/risk/standing/standing-parameters.policy.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

/** What the sums must say, from the facts themselves. */
const FROM_FACTS = `
  WITH counted AS (
    SELECT g.*, coalesce((SELECT sum(r.amount_fen) FROM standing_recoveries r WHERE r.grab_id = g.grab_id AND NOT r.reversed), 0) AS recovered
    FROM standing_grabs g WHERE g.provider_id = $1 AND (g.state = 'completed' OR (g.state = 'active' AND g.grabbed_at < now() - make_interval(days => $2))))
  SELECT count(*)::int AS "countedCases", (count(*) FILTER (WHERE state = 'completed'))::int AS "completedCases",
         coalesce(sum(amount_fen), 0)::text AS "claimedFen", coalesce(sum(recovered), 0)::text AS "recoveredFen",
         coalesce(sum(expected_fen), 0)::text AS "expectedFen",
         (SELECT (sum(r.amount_fen * greatest(0, extract(epoch FROM r.recovered_at - g.grabbed_at) / 86400)) / nullif(sum(r.amount_fen), 0))::float8
          FROM standing_recoveries r JOIN standing_grabs g USING (grab_id) WHERE r.provider_id = $1 AND NOT r.reversed) AS "averageDays"
  FROM counted`;

describe('the sums of a provider', () => {
  let database: TestDatabase;
  let process: TestingModule;
  let db: Database;
  const repository = new StandingRepository();
  const provider = randomUUID();
  const other = randomUUID();

  beforeAll(async () => {
    database = await namedDatabase('recourse_standing_sums', { fresh: true });
    process = await processWith(database, []);
    await process.init();
    db = process.get(Database);
    await asOwner(
      database,
      `INSERT INTO organisations (id, kind, name) SELECT id, 'agency', 'x' FROM unnest($1::uuid[]) id`,
      [[provider, other]],
    );
  });
  afterAll(() => process.close());

  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const grab = (grabId: string, state: 'active' | 'completed' | 'returned', days: number, providerId = provider) => ({
    ...{
      grabId,
      providerId,
      creditorId: UNKNOWN_CREDITOR,
      state,
      amountFen: 1_000_000n,
      expectedFen: 600_000n,
      monthsOverdue: 3,
    },
    ...{ penaltyPoints: state === 'returned' ? 30 : 0, at: daysAgo(days) },
  });
  const recovery = (repaymentId: string, grabId: string, amountFen: bigint, reversed = false) => ({
    ...{ repaymentId, grabId, providerId: provider, amountFen, recoveredAt: daysAgo(5), reversed },
  });
  const noted = (act: (tx: Parameters<Parameters<Database['transaction']>[0]>[0]) => Promise<void>) =>
    db.transaction(act);

  async function agree(): Promise<void> {
    const facts = await repository.factsOf(db, provider, STANDING_DEFAULTS);
    const [wanted] = await asOwner<Record<string, never>>(database, FROM_FACTS, [
      provider,
      STANDING_DEFAULTS.maturityDays,
    ]);
    const { countedCases, completedCases, claimedFen, recoveredFen, expectedFen, averageDays } = facts;
    const sums = { claimedFen: `${claimedFen}`, recoveredFen: `${recoveredFen}`, expectedFen: `${expectedFen}` };
    const days = wanted!['averageDays'] as unknown as number | null;
    expect({ countedCases, completedCases, ...sums, averageDays }).toEqual({
      ...wanted,
      averageDays: days === null ? null : Math.round(days),
    });
    for (const law of standingLaws) expect([law.name, await asOwner(database, law.sql)]).toEqual([law.name, []]);
  }

  it('are those of its facts, whatever the order they come in, twice, and reversed', async () => {
    const [first, second, third, young] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const [paid, undone, early] = [randomUUID(), randomUUID(), randomUUID()];
    const acts = [
      // A repayment before its grab, and a reversal before its repayment.
      (tx: never) => repository.noteRecovery(tx, recovery(early, first, 70_000n)),
      (tx: never) => repository.noteRecovery(tx, recovery(undone, first, 50_000n, true)),
      (tx: never) => repository.noteRecovery(tx, recovery(undone, first, 50_000n)),
      (tx: never) =>
        repository.noteTaken(tx, [grab(first, 'active', 400), grab(second, 'active', 300), grab(young, 'active', 1)]),
      (tx: never) => repository.noteRecovery(tx, recovery(paid, second, 200_000n)),
      (tx: never) => repository.noteRecovery(tx, recovery(paid, second, 200_000n)),
      (tx: never) =>
        repository.noteEnded(tx, [
          grab(second, 'completed', 10),
          grab(third, 'returned', 20),
          grab(randomUUID(), 'completed', 2, other),
        ]),
      // The event of the grab comes after that of its end.
      (tx: never) => repository.noteTaken(tx, [grab(third, 'active', 60), grab(second, 'active', 320)]),
      (tx: never) => repository.noteEnded(tx, [grab(first, 'completed', 5)]),
      (tx: never) => repository.noteRecovery(tx, recovery(paid, second, 200_000n, true)),
      (tx: never) => repository.noteRecovery(tx, recovery(early, first, 70_000n, true)),
    ];
    for (const act of acts) {
      await noted((tx) => act(tx as never));
      await agree();
    }
    const { completedCases, recoveredFen, penaltyPoints } = await repository.factsOf(db, provider, STANDING_DEFAULTS);
    expect({ completedCases, recoveredFen, penaltyPoints }).toEqual({
      completedCases: 2,
      recoveredFen: 0n,
      penaltyPoints: 30,
    });
  });

  it('move with a clock that is advanced', async () => {
    await asOwner(database, `UPDATE standing_recoveries SET recovered_at = recovered_at - interval '3 days'`);
    await asOwner(
      database,
      `UPDATE standing_grabs SET grabbed_at = grabbed_at - interval '3 days', ended_at = ended_at - interval '3 days'`,
    );
    await agree();
  });

  it('are right of many facts written in one statement', async () => {
    await asOwner(
      database,
      `WITH taken AS (
         INSERT INTO standing_grabs (grab_id, provider_id, state, amount_fen, expected_fen, months_overdue, grabbed_at, ended_at)
         SELECT gen_random_uuid(), $1, 'completed', n * 1000, n * 700, 3, now() - interval '200 days', now() - interval '190 days'
         FROM generate_series(1, 500) n RETURNING grab_id, provider_id, amount_fen, ended_at)
       INSERT INTO standing_recoveries (repayment_id, grab_id, provider_id, amount_fen, recovered_at)
       SELECT gen_random_uuid(), grab_id, provider_id, amount_fen, ended_at FROM taken`,
      [provider],
    );
    await agree();
  });

  describe('by creditor', () => {
    /** So many completed cases of 1,000,000 fen with each creditor, of which so much came in; 600,000 are expected. */
    async function worked(records: { cases: number; eachFen: bigint }[], maxCreditorShareBps = 5_000) {
      const providerId = randomUUID();
      for (const { cases, eachFen } of records) {
        const creditorId = randomUUID();
        for (let n = 0; n < cases; n += 1) {
          const grabId = randomUUID();
          const paid = { repaymentId: randomUUID(), grabId, providerId, amountFen: eachFen, recoveredAt: daysAgo(5) };
          await noted(async (tx) => {
            await repository.noteEnded(tx, [{ ...grab(grabId, 'completed', 10, providerId), creditorId }]);
            if (eachFen > 0n) await repository.noteRecovery(tx, { ...paid, reversed: false });
          });
        }
      }
      const facts = await repository.factsOf(db, providerId, { ...STANDING_DEFAULTS, maxCreditorShareBps });
      for (const law of standingLaws) expect([law.name, await asOwner(database, law.sql)]).toEqual([law.name, []]);
      const { completedCases, provenFen, allRecoveredFen, expectedFen, recoveredFen, averageDays } = facts;
      const isRateKnown = ratesOf(facts).collectionRateBps !== null;
      const isTimed = averageDays !== null;
      return { completedCases, provenFen, allRecoveredFen, expectedFen, recoveredFen, isTimed, isRateKnown };
    }

    it('say nothing in favour of a provider that one creditor alone speaks for, though its plain rate is told', async () => {
      expect(await worked([{ cases: 5, eachFen: 1_000_000n }])).toEqual({
        ...{ completedCases: 0, provenFen: 0n, allRecoveredFen: 5_000_000n },
        ...{ expectedFen: 0n, recoveredFen: 0n, isTimed: false, isRateKnown: true },
      });
      // A record below the mean counts all the same, and completed cases that brought nothing speak for nobody.
      expect(await worked([{ cases: 5, eachFen: 0n }])).toMatchObject({ completedCases: 0, expectedFen: 3_000_000n });
      expect(await worked([{ cases: 5, eachFen: 1_000_000n }], 10_000)).toMatchObject({
        ...{ completedCases: 5, provenFen: 5_000_000n, expectedFen: 3_000_000n, recoveredFen: 5_000_000n },
      });
    });

    it('count in full when others stand for as much, and no further than the others', async () => {
      const alike = { cases: 2, eachFen: 1_000_000n };
      expect(await worked([alike, alike])).toMatchObject({ completedCases: 4, provenFen: 4_000_000n, isTimed: true });
      expect(await worked([{ ...alike, cases: 8 }, alike])).toMatchObject({
        ...{ completedCases: 4, provenFen: 4_000_000n, allRecoveredFen: 10_000_000n },
        ...{ expectedFen: 2_400_000n, recoveredFen: 4_000_000n },
      });
    });
  });
});
