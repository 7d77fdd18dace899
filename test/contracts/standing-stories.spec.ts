import { randomUUID } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import fc from 'fast-check';
import { Database, type Tx } from '../../src/platform/database/index.js';
import { totalOf } from '../../src/risk/standing/recovery-rate.policy.js';
import { standingLaws } from '../../src/risk/standing/standing.laws.js';
import { StandingRepository } from '../../src/risk/standing/standing.repository.js';
import { contributionOf, type Hold, LATE_DAYS, NOTHING, plus } from '../../src/risk/standing/standing-facts.policy.js';
import { STANDING_DEFAULTS } from '../../src/risk/standing/standing-parameters.policy.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { processWith } from '../support/plumbing.js';

const DAY_MS = 86_400_000;
const DAY_S = 86_400;
/** From one instant on, so that whole days between two facts are whole; all that happens is earlier. */
const START = Date.now();
const onDay = (daysAgo: number) => new Date(START - daysAgo * DAY_MS);

/** What becomes of one hold, in days since it was taken. */
interface Story {
  readonly takenAgo: number;
  readonly end: Exclude<Hold['state'], 'active'> | null;
  /** When it ends, of all the days until now. */
  readonly endsAt: number;
  readonly counts: boolean;
  readonly exonerated: boolean;
  readonly amountFen: bigint;
  readonly expectedFen: bigint;
  readonly creditor: number;
  readonly payments: readonly { readonly day: number; readonly fen: bigint; readonly reversed: boolean }[];
  /** Days between changes: it runs, stands still, runs on … */
  readonly pauses: readonly number[];
}

const anyStory: fc.Arbitrary<Story> = fc
  .record({
    takenAgo: fc.integer({ min: 1, max: 250 }),
    end: fc.constantFrom<Story['end'][]>(null, 'completed', 'returned', 'expired', 'recalled'),
    endShare: fc.nat(100),
    counts: fc.boolean(),
    exonerated: fc.boolean(),
    amountFen: fc.bigInt(1n, 10n ** 11n),
    expectedBps: fc.integer({ min: 1, max: 9_490 }),
    creditor: fc.nat(2),
    payments: fc.array(fc.record({ day: fc.nat(250), fen: fc.bigInt(1n, 10n ** 11n), reversed: fc.boolean() }), {
      maxLength: 3,
    }),
    pauses: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }),
  })
  .map(({ endShare, expectedBps, counts, ...story }) => ({
    ...story,
    counts: counts || story.end !== 'recalled',
    endsAt: Math.floor((story.takenAgo * endShare) / 100),
    expectedFen: (story.amountFen * BigInt(expectedBps)) / 10_000n,
  }));

/** The days on which it stood still, each from and until a day since it was taken; the last may go on until it ends or now. */
function standstills({ pauses, takenAgo, end, endsAt }: Story): { from: number; until: number; isOver: boolean }[] {
  const last = end === null ? takenAgo : endsAt;
  let day = 0;
  const found: { from: number; until: number; isOver: boolean }[] = [];
  for (const [at, days] of pauses.entries()) {
    if (at % 2 === 1 && day < last)
      found.push({ from: day, until: Math.min(day + days, last), isOver: day + days < last });
    day += days;
  }
  const open = pauses.length % 2 === 1 && day < last ? [{ from: day, until: last, isOver: false }] : [];
  return [...found, ...open];
}

/** What the policy makes of it, straight from the story. */
function holdOf(story: Story): Hold {
  const { end, takenAgo, endsAt, amountFen, expectedFen, counts, exonerated } = story;
  const stood = standstills(story).reduce((sum, { from, until }) => sum + until - from, 0);
  const paid = story.payments.filter(({ reversed, day }) => !reversed && day <= takenAgo);
  return {
    ...{ state: end ?? 'active', exonerated: end !== null && (!counts || exonerated), amountFen, expectedFen },
    heldDays: (end === null ? takenAgo : endsAt) - stood,
    recoveredFen: paid.reduce((sum, { fen }) => sum + fen, 0n),
    recoveredFenDays: paid.reduce((sum, { fen, day }) => sum + fen * BigInt(Math.min(day, LATE_DAYS)), 0n),
  };
}

describe('what is kept of holds', () => {
  let database: TestDatabase;
  let process: TestingModule;
  let db: Database;
  const repository = new StandingRepository();

  beforeAll(async () => {
    database = await namedDatabase('recourse_standing_stories', { fresh: true });
    process = await processWith(database, []);
    await process.init();
    db = process.get(Database);
  });
  afterAll(() => process.close());

  type Act = (tx: Tx) => Promise<void>;

  /** All that is told of a story, each fact by itself; the order has no meaning. */
  function factsOf(story: Story, providerId: string, creditors: readonly string[]): Act[] {
    const { takenAgo, end, endsAt, amountFen, expectedFen, counts } = story;
    const grabId = randomUUID();
    const grab = {
      ...{ grabId, providerId, creditorId: creditors[story.creditor]!, amountFen, expectedFen, monthsOverdue: 3 },
      ...{ state: 'active' as const, penaltyPoints: 0, counts: true, sparedSeconds: 0 },
      ...{ maturityDays: STANDING_DEFAULTS.maturityDays, at: onDay(takenAgo) },
    };
    const acts: Act[] = [(tx) => repository.noteTaken(tx, [grab])];
    let spared = 0;
    for (const { from, until, isOver } of standstills(story)) {
      const before = { ...grab, at: onDay(takenAgo - from), sparedSeconds: spared * DAY_S };
      acts.push((tx) => repository.noteStandstill(tx, before, before.at));
      spared += until - from;
      const after = { ...grab, at: onDay(takenAgo - until), sparedSeconds: spared * DAY_S };
      if (isOver) acts.push((tx) => repository.noteStandstill(tx, after, null));
    }
    if (end !== null) {
      const ended = { ...grab, state: end, at: onDay(takenAgo - endsAt), counts, sparedSeconds: spared * DAY_S };
      acts.push((tx) => repository.noteEnded(tx, [ended]));
    }
    for (const { day, fen, reversed } of story.payments.filter((payment) => payment.day <= takenAgo)) {
      const repaymentId = randomUUID();
      const fact = {
        repaymentId,
        grabId,
        providerId,
        amountFen: fen,
        recoveredAt: onDay(takenAgo - day),
        reversed: false,
      };
      acts.push((tx) => repository.noteRecovery(tx, fact));
      if (reversed) acts.push((tx) => repository.noteRecovery(tx, { ...fact, reversed }));
    }
    if (end !== null && story.exonerated && counts) {
      // An appeal comes when the hold has ended: the one fact with a place.
      const told = acts.splice(0);
      acts.push(async (tx) => {
        for (const act of told) await act(tx);
        await repository.exonerate(tx, providerId, grabId, randomUUID());
      });
      acts.push(...told);
    }
    return acts;
  }

  async function provider(): Promise<string> {
    const id = randomUUID();
    await asOwner(database, `INSERT INTO organisations (id, kind, name) VALUES ($1, 'agency', 'x')`, [id]);
    return id;
  }

  async function sumsOf(providerId: string) {
    const [record] = await repository.recordsOf(db, [providerId], STANDING_DEFAULTS);
    return totalOf(record!.facts);
  }

  async function expectLaws(): Promise<void> {
    for (const law of standingLaws) expect([law.name, await asOwner(database, law.sql)]).toEqual([law.name, []]);
  }

  const wantedOf = (stories: readonly Story[]) =>
    stories.map((story) => contributionOf(holdOf(story))).reduce(plus, NOTHING);

  it('is the sum over its history, in whatever order and however often it is told', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStory, { maxLength: 5 }),
        fc.array(fc.nat(), { minLength: 60 }),
        async (stories, keys) => {
          const creditors = [randomUUID(), randomUUID(), randomUUID()];
          const providerId = await provider();
          const facts = stories.flatMap((story) => factsOf(story, providerId, creditors));
          // Each comes once, some again; where in the order, the keys say.
          const told = [...facts, ...facts.filter((_, at) => keys[at % keys.length]! % 3 === 0)];
          const order = told.map((act, at) => ({ act, key: keys[at % keys.length]! })).sort((a, b) => a.key - b.key);
          for (const { act } of order) await db.transaction(act);
          expect(await sumsOf(providerId)).toEqual(wantedOf(stories));
        },
      ),
      { numRuns: 60 },
    );
    await expectLaws();
  });

  it('moves with the clock of a sandbox: what is held grows older, what stands still does not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStory, { maxLength: 4 }), fc.integer({ min: 1, max: 90 }), async (stories, days) => {
        const providerId = await provider();
        const creditors = [randomUUID(), randomUUID(), randomUUID()];
        for (const act of stories.flatMap((story) => factsOf(story, providerId, creditors))) await db.transaction(act);
        await asOwner(
          database,
          `UPDATE standing_recoveries SET recovered_at = recovered_at - make_interval(days => $2) WHERE provider_id = $1`,
          [providerId, days],
        );
        await asOwner(
          database,
          `UPDATE standing_grabs SET grabbed_at = grabbed_at - make_interval(days => $2), ended_at = ended_at - make_interval(days => $2),
             spared_since = spared_since - make_interval(days => $2) WHERE provider_id = $1`,
          [providerId, days],
        );
        const older = stories.map((story) => {
          const hold = holdOf(story);
          const stands = standstills(story).some(({ isOver }) => !isOver);
          return story.end === null && !stands ? { ...hold, heldDays: hold.heldDays + days } : hold;
        });
        expect(await sumsOf(providerId)).toEqual(older.map((hold) => contributionOf(hold)).reduce(plus, NOTHING));
      }),
      { numRuns: 30 },
    );
    await expectLaws();
  });
});
