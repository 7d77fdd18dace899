import type { Actor } from '../../kernel/access/actor.js';
import { SystemClock } from '../../kernel/clock.js';
import type { AccessTokenStrategy } from '../../parties/members/access-token.js';
import { MemberBearer } from '../../parties/members/member-bearer.js';
import type { SessionHolder, SessionRepository } from '../../parties/members/session.repository.js';
import type { Database } from '../database/database.js';
import { Authenticator, type BearerKind, type KnownBearer, RECHECK_MS } from './authenticator.js';

const holder: SessionHolder = {
  sessionId: 's',
  memberId: 'm',
  organisationId: 'o',
  organisationKind: 'agency',
  sandboxId: null,
  roles: ['owner'],
};

/** A text with the header of a member's token: `{"alg":"HS256","typ":"at+jwt"}`. */
const TOKEN = 'eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.Y2xhaW1z.c2lnbmF0dXJl';

/** An authenticator before counted fakes of the token check and the database. */
function set(secondsLeft = 600) {
  const clock = new SystemClock();
  const asked = { crypto: 0, sessions: 0, keys: 0 };
  const state = { live: true, gate: Promise.resolve() };
  const strategy = {
    verify: async () => {
      asked.crypto += 1;
      return { sub: 'm', sid: 's', exp: clock.millis() / 1000 + secondsLeft };
    },
  };
  const sessions = {
    holders: async () => {
      asked.sessions += 1;
      const found = state.live ? { ...holder } : undefined;
      await state.gate;
      return [found];
    },
  };
  const machine: BearerKind = {
    recognises: (bearer) => bearer.startsWith('rk_'),
    check: async (): Promise<KnownBearer> => {
      asked.keys += 1;
      const actor = { kind: 'api_key', apiKeyId: 'k' } as Actor;
      const admits = (address: string | undefined) => address === 'office';
      return { actor, checkedAt: performance.now(), expiresAt: Number.POSITIVE_INFINITY, admits };
    },
  };
  const authenticator = new Authenticator();
  const members = new MemberBearer(
    {} as Database,
    clock,
    strategy as unknown as AccessTokenStrategy,
    sessions as unknown as SessionRepository,
    authenticator,
  );
  members.onModuleInit();
  authenticator.register(machine);
  return { authenticator, asked, state };
}

describe('Authenticator', () => {
  let now = 0;
  beforeEach(() => {
    now = 1_000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  it('answers a known token at once, without cryptography or a query', async () => {
    const { authenticator, asked } = set();
    await authenticator.actorOf(TOKEN);
    now += RECHECK_MS - 1;
    expect(authenticator.actorOf(TOKEN)).not.toBeInstanceOf(Promise);
    expect(asked).toMatchObject({ crypto: 1, sessions: 1 });
  });

  it('asks for the session again after five seconds, without checking the signature again', async () => {
    const { authenticator, asked, state } = set();
    await authenticator.actorOf(TOKEN);
    now += RECHECK_MS;
    await authenticator.actorOf(TOKEN);
    expect(asked).toMatchObject({ crypto: 1, sessions: 2 });
    state.live = false;
    now += RECHECK_MS;
    await expect(authenticator.actorOf(TOKEN)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('asks once for many requests with the same token', async () => {
    const { authenticator, asked } = set();
    await Promise.all(Array.from({ length: 64 }, () => authenticator.actorOf(TOKEN)));
    expect(asked).toMatchObject({ crypto: 1, sessions: 1 });
  });

  it('does not believe a token beyond its expiry', async () => {
    const { authenticator, asked } = set(2);
    await authenticator.actorOf(TOKEN);
    now += 2_001;
    await authenticator.actorOf(TOKEN);
    expect(asked.crypto).toBe(2);
  });

  it('forgets at once what was revoked here, and nothing else', async () => {
    const { authenticator, asked } = set();
    await authenticator.actorOf(TOKEN);
    authenticator.forget((actor) => actor.memberId === 'somebody else');
    expect(authenticator.actorOf(TOKEN)).not.toBeInstanceOf(Promise);
    authenticator.forget((actor) => actor.sessionId === 's');
    await authenticator.actorOf(TOKEN);
    expect(asked.sessions).toBe(2);
  });

  it('does not remember what it read before a revocation that came in between', async () => {
    const { authenticator, state } = set();
    let open = () => {};
    state.gate = new Promise((resolve) => {
      open = resolve;
    });
    const asking = authenticator.actorOf(TOKEN) as Promise<unknown>;
    await new Promise((resolve) => setImmediate(resolve));
    state.live = false;
    authenticator.forget((actor) => actor.sessionId === 's');
    open();
    await asking;
    await expect(authenticator.actorOf(TOKEN)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('looks at the address on every request, also for a bearer it remembers', async () => {
    const { authenticator, asked } = set();
    await expect(authenticator.actorOf('rk_1', 'office')).resolves.toMatchObject({ apiKeyId: 'k' });
    await expect(authenticator.actorOf('rk_1', 'elsewhere')).rejects.toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });
    await expect(authenticator.actorOf('rk_1')).rejects.toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });
    await expect(authenticator.actorOf('rk_1', 'office')).resolves.toMatchObject({ apiKeyId: 'k' });
    expect(asked).toMatchObject({ keys: 1, crypto: 0 });
  });

  it('looks the caller of a request up once, and again when it may be another answer by now', async () => {
    const { authenticator, asked, state } = set();
    const request = { headers: { authorization: `Bearer ${TOKEN}` } };
    await authenticator.callerOf(request);
    authenticator.forgetBearer('another');
    await authenticator.callerOf(request);
    expect(authenticator.callerOf(request)).toMatchObject({ sessionId: 's' });
    expect(asked).toMatchObject({ crypto: 1, sessions: 1 });
    state.live = false;
    expect(authenticator.callerOf(request)).toMatchObject({ sessionId: 's' });
    authenticator.forget((actor) => actor.sessionId === 's');
    await expect(authenticator.callerOf(request)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(authenticator.callerOf(request)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(asked).toMatchObject({ sessions: 2 });
    now += RECHECK_MS;
    state.live = true;
    await expect(authenticator.callerOf(request)).resolves.toMatchObject({ sessionId: 's' });
  });

  it('judges the caller of a request by its address each time', async () => {
    const { authenticator, asked } = set();
    const request = { headers: { authorization: 'Bearer rk_1' }, ip: 'office' };
    await expect(authenticator.callerOf(request)).resolves.toMatchObject({ apiKeyId: 'k' });
    request.ip = 'elsewhere';
    await expect(authenticator.callerOf(request)).rejects.toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });
    expect(asked.keys).toBe(1);
  });

  it('judges requests that share one question each by their own address', async () => {
    const { authenticator, asked } = set();
    const from = ['office', 'elsewhere', 'office'];
    const answers = await Promise.allSettled(from.map((address) => authenticator.actorOf('rk_1', address)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(asked.keys).toBe(1);
  });

  it('refuses what no kind of bearer recognises, without asking anything', async () => {
    const { authenticator, asked } = set();
    for (const text of ['', 'token', 'eyJhbGciOiJub25lIn0.e30.']) {
      await expect(authenticator.actorOf(text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(asked).toEqual({ crypto: 0, sessions: 0, keys: 0 });
  });

  it('forgets one bearer and keeps the others', async () => {
    const { authenticator, asked } = set();
    await authenticator.actorOf(TOKEN);
    await authenticator.actorOf('rk_1', 'office');
    authenticator.forgetBearer('rk_1');
    expect(authenticator.actorOf(TOKEN)).not.toBeInstanceOf(Promise);
    await authenticator.actorOf('rk_1', 'office');
    expect(asked).toMatchObject({ keys: 2, sessions: 1 });
  });
});
