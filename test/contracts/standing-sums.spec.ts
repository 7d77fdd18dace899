import { randomUUID } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import fc from 'fast-check';
import { Database, type Tx } from '../../src/platform/database/index.js';
import { totalOf } from '../../src/risk/standing/recovery-rate.policy.js';
import { UNKNOWN_CREDITOR } from '../../src/risk/standing/standing.entity.js';
import { standingLaws } from '../../src/risk/standing/standing.laws.js';
import { StandingRepository } from '../../src/risk/standing/standing.repository.js';
import {
  type Contribution,
  contributionOf,
  type Hold,
  LATE_DAYS,
  NOTHING,
  plus,
} from '../../src/risk/standing/standing-facts.policy.js';
import { STANDING_DEFAULTS, standingParameters } from '../../src/risk/standing/standing-parameters.policy.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

const DAY_MS = 86_400_000;

interface GrabRow {
  readonly creditor: string;
  readonly state: Hold['state'];
  readonly counts: boolean;
  readonly amount: string;
  readonly expected: string;
  readonly held: number;
  readonly maturity: number;
  readonly paid: string | null;
  readonly days: string | null;
}

/** The facts themselves, read one by one; what was paid is summed over the repayments. */
const FACTS = `
  SELECT creditor_id AS creditor, state, counts, amount_fen::text AS amount, expected_fen::text AS expected, maturity_days AS maturity,
         floor((extract(epoch FROM coalesce(ended_at, spared_since, now()) - grabbed_at) - spared_seconds) / 86400)::int AS held, r.paid, r.days
    FROM standing_grabs g LEFT JOIN LATERAL (
      SELECT sum(amount_fen)::text AS paid,
             floor(sum(amount_fen * least(${LATE_DAYS}, greatest(0, extract(epoch FROM recovered_at - g.grabbed_at) / 86400))))::text AS days
        FROM standing_recoveries WHERE grab_id = g.grab_id AND NOT reversed) r ON true
   WHERE provider_id = $1`;

function holdOf({ state, counts, amount, expected, held, paid, days }: GrabRow): Hold {
  return {
    ...{ state, exonerated: !counts, amountFen: BigInt(amount), expectedFen: BigInt(expected), heldDays: held },
    ...{ recoveredFen: BigInt(paid ?? 0), recoveredFenDays: BigInt(days ?? 0) },
  };
}

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

  /** From one instant on, so that whole days between two facts are whole. */
  const start = Date.now();
  const daysAgo = (days: number) => new Date(start - days * DAY_MS);
  const grab = (
    grabId: string,
    state: Hold['state'],
    days: number,
    more: { providerId?: string; creditorId?: string; counts?: boolean } = {},
  ) => ({
    ...{
      grabId,
      providerId: provider,
      creditorId: UNKNOWN_CREDITOR,
      state,
      amountFen: 1_000_000n,
      expectedFen: 600_000n,
    },
    ...{ monthsOverdue: 3, penaltyPoints: state === 'returned' ? 30 : 0, at: daysAgo(days) },
    ...{ counts: true, maturityDays: STANDING_DEFAULTS.maturityDays, sparedSeconds: 0, ...more },
  });
  const recovery = (repaymentId: string, grabId: string, amountFen: bigint, reversed = false, daysBefore = 5) => ({
    ...{ repaymentId, grabId, providerId: provider, amountFen, recoveredAt: daysAgo(daysBefore), reversed },
  });
  const noted = (act: (tx: Tx) => Promise<void>) => db.transaction(act);
  const recordOf = async (providerId = provider, parameters = STANDING_DEFAULTS) =>
    (await repository.recordsOf(db, [providerId], parameters))[0]!;

  /** What the policy makes of the facts, hold by hold, beside what the database keeps. */
  async function agree(providerId = provider, parameters = STANDING_DEFAULTS): Promise<void> {
    const { facts } = await recordOf(providerId, parameters);
    const rows = await asOwner<GrabRow>(database, FACTS, [providerId]);
    const wanted = rows
      .filter(({ counts, state }) => counts || state === 'recalled')
      .map((row) => {
        const maturityDays = row.state === 'active' ? parameters.maturityDays : row.maturity;
        return contributionOf(holdOf(row), standingParameters({ maturityDays }));
      })
      .reduce(plus, NOTHING);
    expect(totalOf(facts)).toEqual(wanted);
    for (const law of standingLaws) expect([law.name, await asOwner(database, law.sql)]).toEqual([law.name, []]);
  }

  it('are those of its facts, whatever the order they come in, twice, and reversed', async () => {
    const [first, second, third, young, gone] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const [paid, undone, early] = [randomUUID(), randomUUID(), randomUUID()];
    const acts: ((tx: Tx) => Promise<void>)[] = [
      // A repayment before its grab, and a reversal before its repayment.
      (tx) => repository.noteRecovery(tx, recovery(early, first, 70_000n)),
      (tx) => repository.noteRecovery(tx, recovery(undone, first, 50_000n, true)),
      (tx) => repository.noteRecovery(tx, recovery(undone, first, 50_000n)),
      (tx) =>
        repository.noteTaken(tx, [grab(first, 'active', 400), grab(second, 'active', 300), grab(young, 'active', 1)]),
      (tx) => repository.noteRecovery(tx, recovery(paid, second, 200_000n)),
      (tx) => repository.noteRecovery(tx, recovery(paid, second, 200_000n)),
      (tx) =>
        repository.noteEnded(tx, [
          grab(second, 'completed', 10),
          grab(third, 'returned', 20),
          grab(gone, 'recalled', 15, { counts: false }),
          grab(randomUUID(), 'completed', 2, { providerId: other }),
        ]),
      // The event of the grab comes after that of its end.
      (tx) =>
        repository.noteTaken(tx, [grab(third, 'active', 60), grab(second, 'active', 320), grab(gone, 'active', 70)]),
      (tx) => repository.noteEnded(tx, [grab(first, 'completed', 5)]),
      (tx) => repository.noteRecovery(tx, recovery(paid, second, 200_000n, true)),
      (tx) => repository.noteRecovery(tx, recovery(early, first, 70_000n, true)),
    ];
    for (const act of acts) {
      await noted(act);
      await agree();
    }
    const { facts } = await recordOf();
    expect(facts.penaltyPoints).toBe(30);
    expect(totalOf(facts)).toMatchObject({ completed: 2, cases: 3, recoveredFen: 0n });
    // Held for 40 of 90 days, so charged for as much; the recalled one for nothing, the one held for a day for that.
    const share = (600_000n * 40n) / 90n + 600_000n / 90n;
    expect(totalOf(facts).chargedFen).toBe(1_200_000n + share);
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
         SELECT gen_random_uuid(), $1, CASE WHEN n % 3 = 0 THEN 'returned' ELSE 'completed' END, n * 1000, n * 700, 3,
                now() - interval '200 days', now() - interval '190 days'
         FROM generate_series(1, 500) n RETURNING grab_id, provider_id, amount_fen, ended_at)
       INSERT INTO standing_recoveries (repayment_id, grab_id, provider_id, amount_fen, recovered_at)
       SELECT gen_random_uuid(), grab_id, provider_id, amount_fen, ended_at FROM taken`,
      [provider],
    );
    await agree();
  });

  it('follow the policy to the last digit, whatever a hold is', async () => {
    const fen = fc.bigInt(1n, 10n ** 13n);
    const hold = fc.record({
      state: fc.constantFrom<Hold['state']>('active', 'completed', 'returned', 'expired', 'recalled'),
      exonerated: fc.boolean(),
      amountFen: fen,
      expectedFen: fc.bigInt(0n, 10n ** 13n),
      heldDays: fc.integer({ min: 0, max: 400 }),
      recoveredFen: fc.bigInt(0n, 2n * 10n ** 13n),
      recoveredFenDays: fc.bigInt(0n, 10n ** 15n),
      maturityDays: fc.integer({ min: 1, max: 365 }),
    });
    const holds = fc.sample(hold, 2_000);
    const squares = [3n, 999_999n, 9_999_999n].flatMap((root) => [root * root - 1n, root * root, root * root + 1n]);
    const edges = squares.map((amountFen, at) => ({ ...holds[at]!, amountFen }));
    const all = [...holds, ...edges].map((one) => ({ ...one, exonerated: one.exonerated && one.state === 'recalled' }));
    const column = (of: (one: (typeof all)[number]) => unknown) => all.map((one) => String(of(one)));
    const found = await asOwner<Record<string, string>>(
      database,
      `SELECT c.cases, c.completed, c.claimed_fen AS "claimedFen", c.recovered_fen AS "recoveredFen", c.observed, c.expected,
              c.charged_fen AS "chargedFen", c.squared_fen AS "squaredFen", c.repaid_fen AS "repaidFen", c.repaid_fen_days AS "repaidFenDays"
         FROM unnest($1::boolean[], $2::text[], $3::bigint[], $4::bigint[], $5::int[], $6::int[], $7::bigint[], $8::numeric[])
           WITH ORDINALITY AS h (counts, state, amount, expected, held, maturity, paid, days, place)
         LEFT JOIN LATERAL standing_contribution(counts, state, amount, h.expected, make_interval(days => held), maturity, paid, days) c
           ON true ORDER BY place`,
      [
        ...[column((one) => !one.exonerated), column(({ state }) => state), column(({ amountFen }) => amountFen)],
        ...[column(({ expectedFen }) => expectedFen), column(({ heldDays }) => heldDays)],
        ...[column(({ maturityDays }) => maturityDays), column(({ recoveredFen }) => recoveredFen)],
        column(({ recoveredFenDays }) => recoveredFenDays),
      ],
    );
    const told = (part: Contribution) =>
      Object.fromEntries(Object.entries(part).map(([name, value]) => [name, `${value}`]));
    for (const [at, row] of found.entries()) {
      const { maturityDays, ...one } = all[at]!;
      const wanted = told(contributionOf(one, standingParameters({ maturityDays })));
      const kept = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, `${value ?? 0}`]));
      expect([at, one, kept]).toEqual([at, one, wanted]);
    }
    expect(found).toHaveLength(all.length);
  });

  it('keep an appeal’s answer when the end of the hold is told again, and the maturity that was in force', async () => {
    const [providerId, grabId] = [randomUUID(), randomUUID()];
    await asOwner(database, `INSERT INTO organisations (id, kind, name) VALUES ($1, 'agency', 'x')`, [providerId]);
    const end = grab(grabId, 'returned', 20, { providerId });
    await noted((tx) => repository.noteEnded(tx, [end]));
    await noted((tx) => repository.noteTaken(tx, [grab(grabId, 'active', 65, { providerId })]));
    expect(totalOf((await recordOf(providerId)).facts).chargedFen).toBe(300_000n);
    await noted((tx) => repository.noteEnded(tx, [{ ...end, maturityDays: 45 }]));
    expect(totalOf((await recordOf(providerId, standingParameters({ maturityDays: 45 }))).facts).chargedFen).toBe(
      300_000n,
    );
    await noted(async (tx) => void expect(await repository.exonerate(tx, providerId, grabId, randomUUID())).toBe(true));
    await noted((tx) => repository.noteEnded(tx, [end]));
    const { facts } = await recordOf(providerId);
    expect([totalOf(facts), facts.penaltyPoints]).toEqual([NOTHING, 0]);
    await noted(
      async (tx) => void expect(await repository.exonerate(tx, providerId, grabId, randomUUID())).toBe(false),
    );
    await agree(providerId);
  });

  it('are kept by creditor, and tell when anything was done last', async () => {
    const [providerId, one, two] = [randomUUID(), randomUUID(), randomUUID()];
    await noted(async (tx) => {
      await repository.noteEnded(tx, [grab(one, 'completed', 70, { providerId, creditorId: one })]);
      await repository.noteTaken(tx, [grab(two, 'active', 50, { providerId, creditorId: two })]);
    });
    const day = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect((await recordOf(providerId)).facts).toMatchObject({ lastActiveOn: day(daysAgo(50)) });
    await noted((tx) => repository.noteRecovery(tx, { ...recovery(randomUUID(), one, 500n, false, 33), providerId }));
    const { facts, previous, veto } = await recordOf(providerId);
    expect([facts.lastActiveOn, previous, veto]).toEqual([day(daysAgo(33)), null, null]);
    expect(
      facts.creditors.map(({ known, completed, recoveredFen }) => [known, completed, recoveredFen]).sort(),
    ).toEqual(
      [
        [true, 1, 500n],
        [true, 0, 0n],
      ].sort(),
    );
    await agree(providerId);
  });
});
