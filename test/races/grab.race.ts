import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { GrabExpiryConsumer } from '../../src/casework/grabs/grab-expiry.consumer.js';
import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, type Organisation } from '../support/builders.js';
import { act } from '../support/client.js';
import { type Attempt, aCrowd, type Contender, Sprinter, shuffled, tally } from '../support/crowd.js';
import { asOwner, deadlocksIn, namedDatabase, type TestDatabase } from '../support/database.js';

/** How many rounds of the two big races are run; `RACE_ROUNDS=20` is the full proof. */
const ROUNDS = Number.parseInt(process.env['RACE_ROUNDS'] ?? '1', 10);

jest.setTimeout(1_800_000 + 60_000 * ROUNDS);

describe('many grab at once', () => {
  let database: TestDatabase;
  let apps: TestApp[];
  let creditor: Organisation;
  let sprinter: Sprinter;

  beforeAll(async () => {
    // A database of its own, since one test makes single inserts fail. Two processes, and no relay: quotas stay as they are set.
    database = await namedDatabase('recourse_grab_race', { fresh: true });
    const settings = { PROCESS: 'api', DATABASE_POOL: '12' };
    apps = await Promise.all([testApp(settings, database), testApp(settings, database)]);
    creditor = await aCreditor(apps[0]!);
    // One client plays many: its rate is not what is looked at here.
    await asOwner(database, `INSERT INTO policies (name, version, value) VALUES ('grabs', 1, '{"burst": 1000}')`);
    sprinter = new Sprinter(apps.map((app) => app.url));
  });
  afterAll(async () => {
    sprinter?.close();
    await Promise.all((apps ?? []).map((app) => app.close()));
  });
  afterEach(async () => {
    await apps[0]?.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });

  const cases = async (count: number): Promise<string[]> => {
    const made: string[] = [];
    for (let n = 0; n < count; n += 10) {
      const some = Array.from({ length: Math.min(10, count - n) }, () => aListedCase(apps[0]!, creditor));
      made.push(...(await Promise.all(some)));
    }
    return made;
  };

  /** Who holds each of these cases, by what is committed. */
  const holders = async (caseIds: string[]): Promise<Map<string, string>> => {
    const rows = await asOwner<{ case_id: string; provider_id: string }>(
      database,
      `SELECT case_id, provider_id FROM grabs WHERE state = 'active' AND case_id = ANY ($1::uuid[])`,
      [caseIds.map((id) => parsePublicId('case', id))],
    );
    expect(new Set(rows.map((row) => row.case_id)).size).toBe(rows.length);
    return new Map(rows.map((row) => [row.case_id, row.provider_id]));
  };

  /** Every answer must be what the committed rows say: winners hold, losers were told the true reason. */
  const expectHonest = async (attempts: Attempt[]): Promise<void> => {
    const held = await holders([...new Set(attempts.map((one) => one.caseId))]);
    const counts = tally([...held.values()]);
    const lies = attempts.filter(({ who, caseId, outcome }) => {
      const holder = held.get(parsePublicId('case', caseId)!);
      if (outcome === 'won') return holder !== who.id;
      if (outcome === 'CASE_ALREADY_YOURS') return holder !== who.id;
      if (outcome === 'CASE_ALREADY_GRABBED') return holder === undefined || holder === who.id;
      if (outcome === 'QUOTA_EXCEEDED') return (counts[who.id] ?? 0) < who.quota;
      return true;
    });
    expect(lies.map(({ outcome }) => outcome)).toEqual([]);
    for (const { who } of attempts) expect(counts[who.id] ?? 0).toBeLessThanOrEqual(who.quota);
  };

  it(`2,000 grabs by 200 providers on 50 cases have exactly 50 winners (rounds: ${ROUNDS})`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [listed, crowd] = [await cases(50), await aCrowd(database, 200, 3)];
      await sprinter.warm(round === 0 ? 2_000 : 0);
      const wishes = shuffled(
        crowd.flatMap((who) =>
          shuffled(listed)
            .slice(0, 10)
            .map((caseId) => ({ who, caseId })),
        ),
      );
      expect(wishes).toHaveLength(2_000);
      const attempts = await Promise.all(wishes.map(({ who, caseId }, n) => sprinter.grab(who, caseId, n)));
      const wanted = new Set(wishes.map(({ caseId }) => caseId));
      expect(tally(attempts.map((one) => one.outcome))['won']).toBe(wanted.size);
      await expectHonest(attempts);
    }
  });

  it('when places are scarcer than cases every place is filled and none twice', async () => {
    const [listed, crowd] = [await cases(30), await aCrowd(database, 12, 2)];
    const wishes = shuffled(
      crowd.flatMap((who) =>
        shuffled(listed)
          .slice(0, 20)
          .map((caseId) => ({ who, caseId })),
      ),
    );
    const attempts = await Promise.all(wishes.map(({ who, caseId }, n) => sprinter.grab(who, caseId, n)));
    expect(tally(attempts.map((one) => one.outcome))['won']).toBe(24);
    await expectHonest(attempts);
  });

  it(`1,000 contenders for one case have one winner (rounds: ${ROUNDS})`, async () => {
    await sprinter.warm(1_000);
    for (let round = 0; round < Math.ceil(ROUNDS * 1.5); round += 1) {
      const [[only], crowd] = [await cases(1), await aCrowd(database, 1_000, 3)];
      const attempts = await Promise.all(crowd.map((who, n) => sprinter.grab(who, only!, n)));
      expect(tally(attempts.map((one) => one.outcome))).toEqual({ won: 1, CASE_ALREADY_GRABBED: 999 });
      await expectHonest(attempts);
    }
  });

  it('one provider after 20 cases at once gets its quota and is told so', async () => {
    const [listed, [who]] = [await cases(20), await aCrowd(database, 1, 3)];
    const attempts = await Promise.all(listed.map((caseId, n) => sprinter.grab(who!, caseId, n)));
    expect(tally(attempts.map((one) => one.outcome))).toEqual({ won: 3, QUOTA_EXCEEDED: 17 });
    await expectHonest(attempts);
  });

  it('the same request sent 64 times at once has one effect and one answer', async () => {
    const [listed, crowd] = [await cases(12), await aCrowd(database, 12, 3)];
    for (const [round, caseId] of listed.entries()) {
      const who = crowd[round]!;
      const key = randomUUID();
      const attempts = await Promise.all(Array.from({ length: 64 }, (_, n) => sprinter.grab(who, caseId, n, key)));
      const odd = attempts.filter(({ outcome }) => outcome !== 'won' && outcome !== 'IDEMPOTENCY_IN_FLIGHT');
      expect(odd.map(({ outcome }) => outcome)).toEqual([]);
      const won = attempts.filter(({ outcome }) => outcome === 'won');
      expect(new Set(won.map(({ grabId }) => grabId)).size).toBe(1);
      expect(won.filter(({ replayed }) => !replayed)).toHaveLength(1);
      expect((await sprinter.grab(who, caseId, 0, key)).grabId).toBe(won[0]!.grabId);
    }
    const [other] = await cases(1);
    const reused = randomUUID();
    expect((await sprinter.grab(crowd[0]!, other!, 1, reused)).outcome).toBe('won');
    expect((await sprinter.grab(crowd[0]!, listed[0]!, 1, reused)).outcome).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('a repetition that reads while the grab commits is given the stored answer', async () => {
    // A statement waits two seconds for a lock: where that is too short, both are asked once more.
    let outcomes: [Attempt, Attempt];
    do outcomes = await overtaken();
    while (outcomes.some(({ outcome }) => outcome === 'BUSY'));
    const [first, second] = outcomes;
    expect(first).toMatchObject({ outcome: 'won', replayed: false });
    expect(second).toMatchObject({ outcome: 'won', replayed: true, grabId: first.grabId });
  });

  /** A grab, and its repetition through the other process, whose read of the case waits for the commit of the grab. */
  const overtaken = async (): Promise<[Attempt, Attempt]> => {
    const [[caseId], [who], key] = [await cases(1), await aCrowd(database, 1, 3), randomUUID()];
    const outbox = await locked(database, 'outbox_events IN SHARE MODE');
    // It has written the case's state and stops before its event.
    const first = sprinter.grab(who!, caseId!, 0, key);
    await blocked(database, 'outbox_events', 1, first);
    // Queued behind the grab, so that reads of cases wait for its commit and reads of keys do not.
    const table = locked(database, 'cases IN ACCESS EXCLUSIVE MODE');
    await blocked(database, 'cases', 1, first);
    const second = sprinter.grab(who!, caseId!, 1, key);
    await blocked(database, 'cases', 2, first);
    await outbox.release();
    await (await table).release();
    return Promise.all([first, second]);
  };

  it('who returns a case and reaches for it in the same moment does not get it back', async () => {
    const [listed, crowd] = [await cases(30), await aCrowd(database, 30, 3)];
    const outcomes = await Promise.all(
      listed.map(async (caseId, n) => {
        const who = crowd[n]!;
        const { grabId } = await sprinter.grab(who, caseId, n);
        const args = { grabId: ['ID!', grabId], reason: ['String!', 'too far away'] } as const;
        const back = act(apps[n % 2]!, 'returnGrab', args, '... on Grab { state }', { token: who.key });
        const again: Promise<Attempt>[] = [];
        for (let tries = 0; tries < 15; tries += 1) {
          again.push(sprinter.grab(who, caseId, tries));
          await new Promise((resolve) => setImmediate(resolve));
        }
        expect(await back).toMatchObject({ state: 'returned' });
        return (await Promise.all(again)).map(({ outcome }) => outcome);
      }),
    );
    const kinds = Object.keys(tally(outcomes.flat()));
    const honest = ['CASE_ALREADY_YOURS', 'CASE_ALREADY_GRABBED', 'CASE_RETURNED_BEFORE'];
    expect(kinds.filter((one) => !honest.includes(one))).toEqual([]);
  });

  it('a grab and a withdrawal of the same case: one of them happens', async () => {
    const [listed, crowd] = [await cases(20), await aCrowd(database, 20, 3)];
    const token = creditor.owner.token;
    const withdraw = (caseId: string) =>
      act(apps[1]!, 'withdrawCase', { caseId: ['ID!', caseId] }, '... on Case { state }', { token });
    const pairs = await Promise.all(
      listed.map(async (caseId, n) => Promise.all([sprinter.grab(crowd[n]!, caseId, n), withdraw(caseId)])),
    );
    for (const [grab, withdrawal] of pairs) {
      const outcomes = [grab.outcome, withdrawal['code'] ?? withdrawal['state']];
      expect([
        ['won', 'WRONG_STATE'],
        ['NOT_FOUND', 'withdrawn'],
      ]).toContainEqual(outcomes);
    }
  });

  it('recall, return, completion and acceptance of one grab at once: it ends once', async () => {
    const [listed, crowd] = [await cases(10), await aCrowd(database, 10, 3)];
    const token = creditor.owner.token;
    for (const [n, caseId] of listed.entries()) {
      const { grabId } = await sprinter.grab(crowd[n]!, caseId, 1);
      const id = ['ID!', grabId] as const;
      const why = ['String!', 'changed our mind'] as const;
      const key = crowd[n]!.key;
      const ends = await Promise.all([
        act(apps[0]!, 'recallGrab', { grabId: id, reason: why, relist: ['Boolean!', true] }, '... on Grab { state }', {
          token,
        }),
        act(apps[1]!, 'returnGrab', { grabId: id, reason: why }, '... on Grab { state }', { token: key }),
        act(apps[0]!, 'recallGrab', { grabId: id, reason: why }, '... on Grab { state }', { token }),
        act(apps[1]!, 'acceptEntrustment', { grabId: id }, '... on Grab { state }', { token: key }),
      ]);
      const ended = ends.filter((one) => one['state'] === 'recalled' || one['state'] === 'returned');
      expect(ended).toHaveLength(1);
      const others = ends.slice(0, 3).filter((one) => one['state'] === undefined);
      expect(others.map((one) => one['code'])).toEqual(['WRONG_STATE', 'WRONG_STATE']);
    }
  });

  it('a return and the expiry of the same grab: it ends once and is penalised once', async () => {
    const [listed, crowd] = [await cases(10), await aCrowd(database, 10, 3)];
    const grabs = await Promise.all(listed.map((caseId, n) => sprinter.grab(crowd[n]!, caseId, n)));
    await asOwner(database, `UPDATE grabs SET accept_by = now() - interval '1 second' WHERE id = ANY ($1::uuid[])`, [
      grabs.map(({ grabId }) => parsePublicId('grab', grabId)),
    ]);
    const sweeps = apps.map((app) => app.serving.app.get(GrabExpiryConsumer).sweep());
    const returns = grabs.map(({ grabId, who }) => {
      const args = { grabId: ['ID!', grabId], reason: ['String!', 'too far away'] } as const;
      return act(apps[1]!, 'returnGrab', args, '... on Grab { state }', { token: who.key });
    });
    const answers = await Promise.all(returns);
    await Promise.all(sweeps);
    for (const one of answers) expect(one['state'] ?? one['code']).toMatch(/^(returned|WRONG_STATE)$/);
    const rows = await asOwner<{ state: string; points: number; held: number }>(
      database,
      `SELECT g.state, g.penalty_points AS points, s.held FROM grabs g JOIN provider_slots s USING (provider_id)
       WHERE g.id = ANY ($1::uuid[])`,
      [grabs.map(({ grabId }) => parsePublicId('grab', grabId))],
    );
    expect(rows).toHaveLength(10);
    for (const row of rows)
      expect(row).toMatchObject({ points: 30, held: 0, state: expect.stringMatching(/^(returned|expired)$/) });
  });

  describe('beside an attempt that fails inside', () => {
    let poisoned: Contender;

    const poison = (timing: string) =>
      asOwner(
        database,
        `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN IF NEW.provider_id = '${poisoned.id}' THEN RAISE EXCEPTION 'poisoned'; END IF; RETURN NULL; END $$;
         ${timing} ON grabs ${timing.includes('CONSTRAINT') ? 'DEFERRABLE INITIALLY DEFERRED' : ''} FOR EACH ROW EXECUTE FUNCTION poison()`,
      );
    beforeEach(async () => {
      [poisoned] = (await aCrowd(database, 1, 20)) as [Contender];
    });
    afterEach(() => asOwner(database, 'DROP FUNCTION poison() CASCADE'));

    it.each([
      ['when it is written', 'CREATE TRIGGER poison AFTER INSERT'],
      ['when the batch commits', 'CREATE CONSTRAINT TRIGGER poison AFTER INSERT'],
    ])('every neighbour gets its case: %s', async (_, timing) => {
      await poison(timing);
      const [listed, crowd] = [await cases(60), await aCrowd(database, 60, 3)];
      const [apart] = await cases(1);
      const wishes = shuffled([
        ...listed.map((caseId, n) => ({ who: crowd[n]!, caseId })),
        ...[apart!, listed[0]!, listed[30]!].map((caseId) => ({ who: poisoned, caseId })),
      ]);
      const attempts = await Promise.all(wishes.map(({ who, caseId }, n) => sprinter.grab(who, caseId, n)));
      const neighbours = attempts.filter(({ who }) => who !== poisoned);
      expect(tally(neighbours.map(({ outcome }) => outcome))).toEqual({ won: 60 });
      const ill = attempts.filter(({ who }) => who === poisoned).map(({ outcome }) => outcome);
      for (const outcome of ill) expect(outcome).toMatch(/^(CASE_ALREADY_GRABBED|INTERNAL|HTTP (200|500))$/);
      expect((await holders([apart!])).size).toBe(0);
    });
  });

  // The last one: it ends the applications.
  it('none of this ever ran into a deadlock: everyone locks case, then slot, then grab', async () => {
    sprinter.close();
    await Promise.all(apps.splice(0).map((app) => app.close()));
    expect(await deadlocksIn(database)).toBe(0);
  });
});

/** The owner of the tables holds this lock until it is released. */
async function locked(database: TestDatabase, lock: string): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${lock}`);
  return { release: () => client.end() };
}

/** Waits until so many sessions wait for a lock on the table, or the request was answered before. */
async function blocked(database: TestDatabase, table: string, sessions: number, request: Promise<unknown>) {
  let answered = false;
  void request.then(() => {
    answered = true;
  });
  while (!answered) {
    const [row] = await asOwner<{ waiting: number }>(
      database,
      `SELECT count(*)::int AS waiting FROM pg_locks
       WHERE NOT granted AND relation = $1::regclass
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [table],
    );
    if (row!.waiting >= sessions) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
