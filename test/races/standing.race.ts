import { randomUUID } from 'node:crypto';
import { breachesIn } from '../../src/commands/laws.js';
import { Database, type Tx } from '../../src/platform/database/index.js';
import { totalOf } from '../../src/risk/standing/recovery-rate.policy.js';
import { StandingConsumer } from '../../src/risk/standing/standing.consumer.js';
import { StandingRepository } from '../../src/risk/standing/standing.repository.js';
import { STANDING_DEFAULTS } from '../../src/risk/standing/standing-parameters.policy.js';
import { type TestApp, testApp } from '../support/app.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';

/** All facts are dated from one instant, so that whole days between them are whole. */
const START = Date.now();
const HOLDS = 24;
const STATES = ['completed', 'returned', 'expired', 'recalled'] as const;

describe('facts of standings that come at once and out of order', () => {
  let database: TestDatabase;
  let apps: TestApp[];
  const repository = new StandingRepository();

  beforeAll(async () => {
    database = await namedDatabase('recourse_standing_race', { fresh: true });
    const settings = { PROCESS: 'api', DATABASE_POOL: '12' };
    apps = await Promise.all([testApp(settings, database), testApp(settings, database)]);
  });
  afterAll(() => Promise.all((apps ?? []).map((app) => app.close())));

  type Fact = (tx: Tx, consumer: StandingConsumer) => Promise<void>;

  /** What happened on the holds of a provider, in its order; the half day keeps whole days whole. */
  function factsOf(providerId: string): Fact[] {
    const at = (days: number) => new Date(START - (days + 0.5) * 86_400_000);
    return Array.from({ length: HOLDS }, (_, n) => {
      const ids = {
        grabId: randomUUID(),
        caseId: randomUUID(),
        providerId,
        creditorId: `00000000-0000-7000-8000-00000000000${n % 5}`,
      };
      const grab = { ...ids, amountFen: `${1_000_000 + 7_777 * n}`, monthsOverdue: n % 9 };
      const of = (days: number) => ({ eventId: randomUUID(), name: '', occurredAt: at(days), requestId: null });
      const state = STATES[n % STATES.length]!;
      const end = {
        state,
        reason: state,
        points: state === 'returned' ? 30 : 0,
        worked: n % 3 > 0,
        recallReason: null,
      };
      const paid = { ...ids, repaymentId: randomUUID(), amountFen: `${10_000 * (n + 1)}` };
      const facts: Fact[] = [
        (tx, consumer) => consumer.whenGrabsTaken(tx, [{ ...grab, meta: of(100 + n) }]),
        (tx, consumer) => consumer.whenRepaymentConfirmed(tx, { ...paid, meta: of(80 + n) }),
      ];
      if (n % 4 === 1) facts.push((tx, consumer) => consumer.whenRepaymentReversed(tx, { ...paid, meta: of(70) }));
      if (n % 7 < 6) facts.push((tx, consumer) => consumer.whenGrabsEnded(tx, [{ ...grab, ...end, meta: of(60 - n) }]));
      return facts;
    }).flat();
  }
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => [Math.random(), one] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, one]) => one);
  const aProvider = async () => {
    const id = randomUUID();
    await asOwner(database, `INSERT INTO organisations (id, kind, name) VALUES ($1, 'agency', 'x')`, [id]);
    return id;
  };
  const deliver = (fact: Fact, turn: number) => {
    const { app } = apps[turn % 2]!.serving;
    return app.get(Database).transaction((tx) => fact(tx, app.get(StandingConsumer)));
  };
  const recordOf = async (providerId: string) => {
    const db = apps[0]!.serving.app.get(Database);
    const [record] = await repository.recordsOf(db, [providerId], STANDING_DEFAULTS);
    return totalOf(record!.facts);
  };

  it('add up to the same, whatever their order, twice, and by two processes at once', async () => {
    const calm = await aProvider();
    for (const [turn, fact] of factsOf(calm).entries()) await deliver(fact, turn);
    const wanted = await recordOf(calm);
    expect(wanted.cases).toBeGreaterThan(HOLDS / 2);
    for (let round = 0; round < 3; round += 1) {
      const wild = await aProvider();
      const facts = factsOf(wild);
      await Promise.all(shuffled([...facts, ...facts]).map(deliver));
      expect(await recordOf(wild)).toEqual(wanted);
    }
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
});
