import { SystemClock } from '../kernel/index.js';
import type { Database } from '../platform/database/index.js';
import type { AccessTokenStrategy } from './access-token.js';
import type { ApiKeyRepository } from './api-key.repository.js';
import { Authenticator, RECHECK_MS } from './authenticator.js';
import { newApiKey } from './secrets.js';
import type { SessionHolder, SessionRepository } from './session.repository.js';

const holder: SessionHolder = {
  sessionId: 's',
  memberId: 'm',
  organisationId: 'o',
  organisationKind: 'agency',
  sandboxId: null,
  roles: ['owner'],
};

/** An authenticator before counted fakes of the token check and the database. */
function set(secondsLeft = 600) {
  const clock = new SystemClock();
  const asked = { crypto: 0, sessions: 0, keys: 0, uses: 0 };
  const state = { live: true, gate: Promise.resolve() };
  const strategy = {
    verify: async () => {
      asked.crypto += 1;
      return { sub: 'm', sid: 's', exp: clock.millis() / 1000 + secondsLeft };
    },
  };
  const sessions = {
    holder: async () => {
      asked.sessions += 1;
      const found = state.live ? { ...holder } : undefined;
      await state.gate;
      return found;
    },
  };
  const keys = {
    holder: async () => {
      asked.keys += 1;
      return { apiKeyId: 'k', organisationId: 'o', organisationKind: 'agency', scopes: [], useIsOld: asked.keys === 1 };
    },
    noteUse: async () => {
      asked.uses += 1;
    },
  };
  const authenticator = new Authenticator(
    {} as Database,
    clock,
    strategy as unknown as AccessTokenStrategy,
    sessions as unknown as SessionRepository,
    keys as unknown as ApiKeyRepository,
  );
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
    await authenticator.actorOf('token');
    now += RECHECK_MS - 1;
    expect(authenticator.actorOf('token')).not.toBeInstanceOf(Promise);
    expect(asked).toMatchObject({ crypto: 1, sessions: 1 });
  });

  it('asks for the session again after five seconds, without checking the signature again', async () => {
    const { authenticator, asked, state } = set();
    await authenticator.actorOf('token');
    now += RECHECK_MS;
    await authenticator.actorOf('token');
    expect(asked).toMatchObject({ crypto: 1, sessions: 2 });
    state.live = false;
    now += RECHECK_MS;
    await expect(authenticator.actorOf('token')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('asks once for many requests with the same token', async () => {
    const { authenticator, asked } = set();
    await Promise.all(Array.from({ length: 64 }, () => authenticator.actorOf('token')));
    expect(asked).toMatchObject({ crypto: 1, sessions: 1 });
  });

  it('does not believe a token beyond its expiry', async () => {
    const { authenticator, asked } = set(2);
    await authenticator.actorOf('token');
    now += 2_001;
    await authenticator.actorOf('token');
    expect(asked.crypto).toBe(2);
  });

  it('forgets at once what was revoked here, and nothing else', async () => {
    const { authenticator, asked } = set();
    await authenticator.actorOf('token');
    authenticator.forget((actor) => actor.memberId === 'somebody else');
    expect(authenticator.actorOf('token')).not.toBeInstanceOf(Promise);
    authenticator.forget((actor) => actor.sessionId === 's');
    await authenticator.actorOf('token');
    expect(asked.sessions).toBe(2);
  });

  it('does not remember what it read before a revocation that came in between', async () => {
    const { authenticator, state } = set();
    let open = () => {};
    state.gate = new Promise((resolve) => {
      open = resolve;
    });
    const asking = authenticator.actorOf('token') as Promise<unknown>;
    await new Promise((resolve) => setImmediate(resolve));
    state.live = false;
    authenticator.forget((actor) => actor.sessionId === 's');
    open();
    await asking;
    await expect(authenticator.actorOf('token')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('tells a mistyped API key without a query, and notes use when it is old', async () => {
    const { authenticator, asked } = set();
    const key = newApiKey();
    const typo = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0');
    await expect(authenticator.actorOf(typo)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(asked.keys).toBe(0);
    await authenticator.actorOf(key);
    now += RECHECK_MS;
    await authenticator.actorOf(key);
    expect(asked).toMatchObject({ keys: 2, uses: 1 });
  });
});
