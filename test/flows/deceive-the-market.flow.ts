import { breachesIn } from '../../src/commands/laws.js';
import { ReceivableSync } from '../../src/exchange/books/index.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aFile,
  aListedCase,
  anApiKey,
  logIn,
  type Organisation,
  PASSWORD,
  tryGrab,
} from '../support/builders.js';
import { type Answer, type Arguments, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const HOUR = 3_600;
const ACTS = 100;
const CLOSE_CODES = [
  ...['paid', 'partially_paid', 'insolvent', 'untraceable', 'disputed', 'withdrawn', 'exhausted', 'time_barred'],
  ...['settlement_rejected', 'unresponsive_creditor', 'uneconomical', 'never_started', 'invalid_data'],
];
const GRAB_SCOPES = ['hall:read', 'cases:read', 'grabs:read', 'grabs:write', 'collection:write', 'repayments:write'];

/** Chance that repeats itself: the same seed gives the same numbers (mulberry32). */
function chanceOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(from: readonly T[]): T | undefined => from[below(from.length)];
  return { below, pick };
}

/** Everybody of one seed, in a sandbox whose clock moves. */
interface World {
  sandboxId: string;
  /** Owes nobody a favour: answers every proposal by relisting, and no report of a payment by yes. */
  victim: Organisation;
  friendlyCreditor: Organisation;
  friendlyProvider: Organisation;
  bot: Organisation;
  /** Does nothing at all. */
  idle: Organisation;
  /** Comes at the end and wants to work. */
  other: Organisation;
}

describe('a griefing bot and a friendly pair', () => {
  let app: TestApp;
  let database: TestDatabase;
  let owner: Organisation;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_deceiving_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
  });
  afterAll(() => app?.close());

  async function aWorld(): Promise<World> {
    const fields = '... on SandboxCreated { sandbox { id } accounts { email organisation { id kind name } } }';
    const organisations = ['creditor', 'creditor', 'agency', 'agency', 'agency', 'agency'].map((kind) => ({ kind }));
    const input = { password: PASSWORD, organisations };
    // An organisation may have a few sandboxes only.
    owner = await aCreditor(app);
    const made = await done(app, 'createSandbox', { input: ['CreateSandboxInput!', input] }, fields, {
      token: owner.owner.token,
    });
    const found: Organisation[] = [];
    for (const { email, organisation } of made['accounts']) {
      const session = await logIn(app, email);
      const member = { memberId: session['memberId'], email, token: session['accessToken'] };
      found.push({ ...organisation, owner: member });
    }
    const [victim, friendlyCreditor, friendlyProvider, bot, idle, other] = found;
    const all = { victim: victim!, friendlyCreditor: friendlyCreditor!, friendlyProvider: friendlyProvider! };
    return { sandboxId: made['sandbox'].id, ...all, bot: bot!, idle: idle!, other: other! };
  }

  /** One act whose outcome does not matter, as long as it is an answer. */
  const attempt = async (name: string, args: Arguments, token: string): Promise<string> => {
    const answer = await act(app, name, args, '', { token });
    expect(answer['code']).not.toBe('INTERNAL');
    return answer['code'] ?? 'done';
  };
  const over = async (path: string, token: string, body: object = {}): Promise<void> => {
    const answer = await app.rest().post(path).set('authorization', `Bearer ${token}`).send(body);
    expect([path, answer.status < 500]).toEqual([path, true]);
  };
  const grabsOf = async (who: Organisation, state?: string): Promise<Answer[]> => {
    const args = { first: ['Int!', 50], ...(state && { state: ['GrabState', state] }) } as Arguments;
    return (await ask(app, 'myGrabs', args, 'nodes { id caseId closesAt }', who.owner.token))['nodes'];
  };
  const casesOf = async (who: Organisation): Promise<{ id: string; state: string; externalRef: string }[]> =>
    (await ask(app, 'cases', { first: ['Int!', 100] }, 'nodes { id state externalRef }', who.owner.token))['nodes'];
  const repaymentsOf = async (who: Organisation): Promise<Answer[]> =>
    (await ask(app, 'repayments', { first: ['Int!', 100] }, 'nodes { id state caseId disputedAt }', who.owner.token))[
      'nodes'
    ];
  const standingOf = (who: Organisation) =>
    ask(app, 'standing', {}, 'grade points casesHeld largestCaseFen', who.owner.token);
  const advance = (world: World, hours: number) =>
    done(app, 'advanceSandboxClock', { sandboxId: ['ID!', world.sandboxId], seconds: ['Int!', hours * HOUR] }, '', {
      token: owner.owner.token,
    });

  /** The honest creditor looks at its desk: nothing that was not paid is confirmed. */
  async function deskOf({ victim }: World): Promise<void> {
    for (const { id, state } of await repaymentsOf(victim)) {
      if (state !== 'reported') continue;
      await attempt(
        'rejectRepayment',
        { repaymentId: ['ID!', id], reason: ['String!', 'no such money'] },
        victim.owner.token,
      );
    }
  }

  /** What a provider that means ill may do next. */
  function misdeedsOf(
    who: Organisation,
    key: string,
    voucher: string,
    seed: ReturnType<typeof chanceOf>,
    world: World,
  ) {
    const tokens = [who.owner.token, key];
    const token = () => seed.pick(tokens)!;
    const anyGrab = async () => {
      const state = seed.below(5) === 0 ? undefined : 'active';
      return seed.pick(await grabsOf(who, state))?.['id'] as string | undefined;
    };
    const onGrab =
      (name: string, more: () => Arguments = () => ({})) =>
      async () => {
        const grabId = await anyGrab();
        if (grabId) await attempt(name, { grabId: ['ID!', grabId], ...more() }, token());
      };
    const anyCase = async () =>
      seed.pick([...(await casesOf(world.victim)), ...(await casesOf(world.friendlyCreditor))])?.id;
    return [
      async () => {
        const caseId = await anyCase();
        if (caseId) await tryGrab(app, token(), caseId);
      },
      async () => {
        const caseId = await anyCase();
        // Twice at once, at two doors.
        if (caseId) await Promise.all([over(`/v1/cases/${caseId}/grab`, token()), tryGrab(app, token(), caseId)]);
      },
      onGrab('acceptEntrustment'),
      onGrab('returnGrab', () => ({ reason: ['String!', 'changed my mind'] })),
      onGrab('withdrawClosing'),
      onGrab('completeGrab', () => ({ closeCode: ['CloseCode!', seed.pick(CLOSE_CODES)] })),
      async () => {
        const grabId = await anyGrab();
        const kind = seed.pick(['call', 'message', 'letter', 'visit', 'negotiation']);
        const input = { grabId, kind, outcome: 'not_reached', note: 'feigned' };
        const log = () => attempt('logActivity', { input: ['LogActivityInput!', input] }, who.owner.token);
        if (grabId) for (let n = 0; n < 3; n += 1) await log();
      },
      async () => {
        const grab = seed.pick(await grabsOf(who, seed.below(5) === 0 ? undefined : 'active'));
        if (!grab) return;
        const payment = {
          amountFen: `${1_000 + seed.below(900_000)}`,
          paidOn: daysAgo(0),
          channel: 'cash',
          payee: 'creditor',
        };
        const report = {
          ...payment,
          caseId: grab['caseId'],
          voucherFileId: voucher,
          notDuplicateBecause: 'another one',
        };
        await over('/v1/repayments', who.owner.token, report);
      },
      async () => {
        const proposed = await anyGrab();
        const close = { grabId: ['ID!', proposed], closeCode: ['CloseCode!', seed.pick(CLOSE_CODES)] } as Arguments;
        // The same, and another act, at the same time.
        if (proposed) {
          await Promise.all([
            attempt('completeGrab', close, token()),
            attempt('completeGrab', close, token()),
            attempt('returnGrab', { grabId: ['ID!', proposed], reason: ['String!', 'and back'] }, token()),
          ]);
        }
      },
    ];
  }

  /** What the friendly creditor does for its provider. */
  function favoursOf(world: World, seed: ReturnType<typeof chanceOf>) {
    const { friendlyCreditor: creditor, friendlyProvider: provider } = world;
    const { token } = creditor.owner;
    const debts: Record<string, unknown>[] = [];
    const onRepayment =
      (name: string, more: Arguments = {}) =>
      async () => {
        const found = seed.pick(await repaymentsOf(creditor));
        if (found) await attempt(name, { repaymentId: ['ID!', found['id']], ...more }, token);
      };
    const onHold = (name: string, more: () => Arguments) => async () => {
      const grab = seed.pick(await grabsOf(creditor, 'active'));
      if (grab) await attempt(name, { grabId: ['ID!', grab['id']], ...more() }, token);
    };
    const onCase =
      (name: string, more: Arguments = {}) =>
      async () => {
        const one = seed.pick(await casesOf(creditor));
        if (one) await attempt(name, { caseId: ['ID!', one.id], ...more }, token);
      };
    const revise = async () => {
      const debt = seed.pick(debts);
      if (!debt) return;
      const total = BigInt(String(debt['principalFen']));
      const [principalFen, paid] = [
        (total * BigInt(50 + seed.below(100))) / 100n,
        BigInt(seed.below(2)) * (total / 3n),
      ];
      const row = { ...debt, principalFen: principalFen.toString() };
      const figures = {
        totalFen: principalFen,
        paidFen: paid > principalFen ? principalFen : paid,
        read: 'open' as const,
      };
      const whose = {
        organisationId: parsePublicId('organisation', creditor.id)!,
        sandboxId: parsePublicId('sandbox', world.sandboxId)!,
      };
      await app.serving.app.get(ReceivableSync).apply(whose, [{ row, status: 'open', figures }]);
    };
    return [
      async () => {
        const debt = sampleDebt({ principalFen: `${1_000_000 + seed.below(3_900_000)}`, commission: { bps: 3_000 } });
        debts.push(debt);
        const caseId = await aListedCase(app, creditor, debt);
        // Whoever is told first wins.
        const won = await tryGrab(app, provider.owner.token, caseId);
        if (won !== 'won') return;
        const grab = (await grabsOf(provider, 'active')).find((one) => one['caseId'] === caseId);
        await attempt('acceptEntrustment', { grabId: ['ID!', grab!['id']] }, provider.owner.token);
      },
      async () => {
        // All of it was paid, says the creditor.
        const grab = seed.pick(await grabsOf(creditor, 'active'));
        if (!grab) return;
        const one = await ask(app, 'case', { id: ['ID!', grab['caseId']] }, 'outstandingFen recoveredFen', token);
        const open = BigInt(one['outstandingFen']) - BigInt(one['recoveredFen']);
        const payment = { paidOn: daysAgo(0), channel: 'cash', payee: 'provider', amountFen: `${open}` };
        await over('/v1/repayments', token, { caseId: grab['caseId'], ...payment });
      },
      onRepayment('confirmRepayment'),
      onRepayment('reverseRepayment', { reason: ['String!', 'it bounced'] }),
      onRepayment('disputeRepayment', { reason: ['String!', 'perhaps'] }),
      onRepayment('rejectRepayment', { reason: ['String!', 'no'] }),
      onHold('recallGrab', () => ({ reason: ['String!', 'ours again'], relist: ['Boolean', seed.below(2) === 0] })),
      onHold('answerClosing', () => ({
        answer: ['ClosingAnswer!', seed.pick(['consent', 'keep', 'relist', 'decline'])],
      })),
      onCase('withdrawCase'),
      onCase('relistCase'),
      revise,
    ];
  }

  async function play(world: World, seedNumber: number): Promise<void> {
    const seed = chanceOf(seedNumber);
    const { bot, friendlyProvider } = world;
    const [botKey, pairKey] = await Promise.all(
      [bot, friendlyProvider].map(async (one) => (await anApiKey(app, one, GRAB_SCOPES)).key),
    );
    const [botVoucher, pairVoucher] = await Promise.all(
      [bot, friendlyProvider].map((one) => aFile(app, one.owner, 'repayment-voucher')),
    );
    const sides = [
      misdeedsOf(bot, botKey!, botVoucher!, seed, world),
      misdeedsOf(friendlyProvider, pairKey!, pairVoucher!, seed, world),
      favoursOf(world, seed),
      favoursOf(world, seed),
    ];
    for (let n = 0; n < ACTS; n += 1) {
      await Promise.all([seed.pick(seed.pick(sides)!)!(), seed.pick(seed.pick(sides)!)!()]);
      if (n % 10 !== 9) continue;
      await deskOf(world);
      // Right before a deadline, or well after it.
      await advance(world, seed.pick([1, 47, 49, 71, 73, 8 * 24])!);
      await app.settled();
      await deskOf(world);
      expect(await breachesIn(database.ownerUrl)).toEqual([]);
    }
  }

  /** The honest creditor takes back what others left it with, at its own doors. */
  async function tidyUp(world: World): Promise<void> {
    const { victim } = world;
    const { token } = victim.owner;
    for (const grab of await grabsOf(victim, 'active')) {
      const reason = ['String!', 'nothing was done'] as const;
      await attempt('recallGrab', { grabId: ['ID!', grab['id']], reason, relist: ['Boolean', true] }, token);
    }
    for (const { id, state } of await casesOf(victim)) {
      if (state !== 'listed') await attempt('relistCase', { caseId: ['ID!', id] }, token);
    }
    await app.settled();
  }

  it.each([1, 20, 300])('destroy no case and gain nothing (seed %d)', async (seedNumber) => {
    const world = await aWorld();
    const { victim, friendlyCreditor, friendlyProvider, bot, idle, other } = world;
    for (let n = 0; n < 8; n += 1) await aListedCase(app, victim, { principalFen: '1500000' });
    await play(world, seedNumber);

    // No case of another is gone: what is out of the hall comes back into it at its creditor's word.
    const before = await casesOf(victim);
    expect(before).toHaveLength(8);
    const left = ['listed', 'grabbed', 'in_collection', 'returned', 'unrecovered'];
    for (const { state } of before) expect(left).toContain(state);
    await tidyUp(world);
    expect((await casesOf(victim)).map(({ state }) => state)).toEqual(Array(8).fill('listed'));
    expect((await repaymentsOf(victim)).filter(({ state }) => state === 'confirmed')).toEqual([]);

    // Nothing is gained: neither grade nor quota nor points nor a free place.
    const nothingDone = await standingOf(idle);
    for (const one of [bot, friendlyProvider]) {
      const standing = await standingOf(one);
      const { grade, largestCaseFen } = standing;
      expect({ grade, largestCaseFen }).toEqual({ grade: 'junior', largestCaseFen: nothingDone['largestCaseFen'] });
      expect(standing['casesHeld']).toBeLessThanOrEqual(nothingDone['casesHeld']);
      expect(standing['points']).toBeLessThanOrEqual(nothingDone['points']);
      const held = await grabsOf(one, 'active');
      const [slot] = await asOwner<{ held: number }>(
        database,
        'SELECT held FROM provider_slots WHERE provider_id = $1',
        [parsePublicId('organisation', one.id)],
      );
      expect(slot?.held ?? 0).toBe(held.length);
    }

    // Money that is taken back leaves no commission behind.
    for (const { id, state } of await repaymentsOf(friendlyCreditor)) {
      if (state !== 'confirmed') continue;
      const reverse = { repaymentId: ['ID!', id], reason: ['String!', 'it never came'] } as const;
      await done(app, 'reverseRepayment', reverse, '', { token: friendlyCreditor.owner.token });
    }
    await app.settled();
    const balances = await asOwner<{ sum: string }>(
      database,
      `SELECT coalesce(sum(abs(balance_fen)), 0)::text AS sum FROM ledger_accounts WHERE owner_organisation_id = ANY ($1::uuid[])`,
      [[victim, friendlyCreditor, friendlyProvider, bot].map(({ id }) => parsePublicId('organisation', id))],
    );
    expect(balances).toEqual([{ sum: '0' }]);
    expect((await standingOf(friendlyProvider))['points']).toBeLessThanOrEqual(nothingDone['points']);
    expect(await breachesIn(database.ownerUrl)).toEqual([]);

    // And whoever comes to work, can.
    const [first] = await casesOf(victim);
    expect(await tryGrab(app, other.owner.token, first!.id)).toBe('won');
  });

  describe('that is careful', () => {
    let world: World;
    let idleStanding: Answer;
    const provider = () => world.friendlyProvider.owner.token;
    const creditor = () => world.friendlyCreditor.owner.token;

    /** A case that the pair made up, held by the friendly provider. */
    async function aFeignedHold(principalFen = '4900000') {
      const debt = sampleDebt({ principalFen, commission: { bps: 100 } });
      const caseId = await aListedCase(app, world.friendlyCreditor, debt);
      expect(await tryGrab(app, provider(), caseId)).toBe('won');
      const grab = (await grabsOf(world.friendlyProvider, 'active')).find((one) => one['caseId'] === caseId)!;
      return { caseId, grabId: grab['id'] as string, debt };
    }
    async function aFeignedPayment(caseId: string, amountFen: string): Promise<string> {
      const input = { caseId, amountFen, paidOn: daysAgo(0), channel: 'cash', payee: 'creditor' };
      const report = { input: ['ReportRepaymentInput!', input] } as const;
      return (await done(app, 'reportRepayment', report, '... on Repayment { id }', { token: creditor() }))['id'];
    }

    beforeEach(async () => {
      world = await aWorld();
      idleStanding = await standingOf(world.idle);
    });
    afterEach(async () => {
      await app.settled();
      expect(await breachesIn(database.ownerUrl)).toEqual([]);
    });

    it('earns no standing by payments between the two, however many', async () => {
      const paid: string[] = [];
      for (let n = 0; n < 6; n += 1) {
        const { caseId, grabId } = await aFeignedHold();
        await done(app, 'acceptEntrustment', { grabId: ['ID!', grabId] }, '', { token: provider() });
        paid.push(await aFeignedPayment(caseId, '4900000'));
      }
      await app.settled();
      expect(await standingOf(world.friendlyProvider)).toEqual(idleStanding);
      // What others say beside it lifts it no further than they do.
      const caseId = await aListedCase(app, world.victim, { principalFen: '1000000' });
      expect(await tryGrab(app, provider(), caseId)).toBe('won');
      const input = { caseId, amountFen: '1000000', paidOn: daysAgo(0), channel: 'cash', payee: 'creditor' };
      await done(app, 'reportRepayment', { input: ['ReportRepaymentInput!', input] }, '', {
        token: world.victim.owner.token,
      });
      await app.settled();
      const { grade, casesHeld } = await standingOf(world.friendlyProvider);
      expect({ grade, casesHeld }).toEqual({ grade: 'junior', casesHeld: idleStanding['casesHeld'] });
      const reverse = (repaymentId: string) =>
        done(app, 'reverseRepayment', { repaymentId: ['ID!', repaymentId], reason: ['String!', 'never came'] }, '', {
          token: creditor(),
        });
      for (const repaymentId of paid) await reverse(repaymentId);
      await app.settled();
      expect((await standingOf(world.friendlyProvider))['points']).toBeLessThan(idleStanding['points']);
    });

    it('earns none by recalls right before the deadlines, and by closes that the creditor agrees to', async () => {
      for (let n = 0; n < 4; n += 1) {
        const { grabId } = await aFeignedHold();
        await advance(world, 47);
        const recall = { grabId: ['ID!', grabId], reason: ['String!', 'ours'], relist: ['Boolean', false] } as const;
        await done(app, 'recallGrab', recall, '', { token: creditor() });
      }
      for (let n = 0; n < 6; n += 1) {
        const { grabId } = await aFeignedHold();
        await done(app, 'acceptEntrustment', { grabId: ['ID!', grabId] }, '', { token: provider() });
        const input = ['LogActivityInput!', { grabId, kind: 'call', outcome: 'not_reached' }] as const;
        for (let call = 0; call < 3; call += 1) await done(app, 'logActivity', { input }, '', { token: provider() });
        const close = { grabId: ['ID!', grabId], closeCode: ['CloseCode!', 'untraceable'] } as const;
        await done(app, 'completeGrab', close, '', { token: provider() });
        const consent = { grabId: ['ID!', grabId], answer: ['ClosingAnswer!', 'consent'] } as const;
        await done(app, 'answerClosing', consent, '', { token: creditor() });
      }
      await app.settled();
      const standing = await standingOf(world.friendlyProvider);
      expect(standing['points']).toBeLessThanOrEqual(idleStanding['points']);
      expect([standing['grade'], standing['casesHeld'] <= idleStanding['casesHeld']]).toEqual(['junior', true]);
    });

    it('holds no larger case than its grade allows by raising it afterwards', async () => {
      const { caseId, debt } = await aFeignedHold('1000000');
      const whose = {
        organisationId: parsePublicId('organisation', world.friendlyCreditor.id)!,
        sandboxId: parsePublicId('sandbox', world.sandboxId)!,
      };
      const figures = { totalFen: 9_000_000n, paidFen: 0n, read: 'open' as const };
      const row = { ...debt, principalFen: '9000000' };
      const [outcome] = await app.serving.app.get(ReceivableSync).apply(whose, [{ row, status: 'open', figures }]);
      const one = await ask(app, 'case', { id: ['ID!', caseId] }, 'outstandingFen', creditor());
      expect([outcome!.outcome, one['outstandingFen']]).toEqual(['rejected', '1000000']);
    });
  });
});
