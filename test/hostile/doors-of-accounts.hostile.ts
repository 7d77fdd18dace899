import { LoginThrottleRepository } from '../../src/parties/throttle/login-throttle.repository.js';
import { ADDRESS_THROTTLE } from '../../src/parties/throttle/throttle.policy.js';
import { Database } from '../../src/platform/database/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { asOwner, namedDatabase } from '../support/database.js';
import { withoutRefill } from '../support/rates.js';

const PASSWORD = 'tulip-anvil-62';
const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) { __typename ... on Refusal { code retryAfterSeconds } } }`;
const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) { __typename ... on Refusal { code message details } } }`;

/** Guessing, locking out and flooding, at once and from many addresses. */
describe('the doors of accounts', () => {
  withoutRefill();
  let app: TestApp;
  let limited: TestApp;
  let nth = 0;
  let began = 0;

  beforeAll(async () => {
    const database = await namedDatabase('recourse_doors', { fresh: true });
    app = await testApp({ TRUST_PROXY: '1' }, database);
    limited = await testApp({ TRUST_PROXY: '1', RATE_LIMIT: 'member=1000,address=1000,registration=3' }, database);
  });
  afterAll(() => Promise.all([app?.close(), limited?.close()]));
  beforeEach(() => {
    began = performance.now();
  });
  afterEach(() => asOwner(app.database, 'DELETE FROM login_failures'));

  const fresh = () => {
    nth += 1;
    return `door${nth}@harbour.example`;
  };
  const from = (address: string) => ({ 'x-forwarded-for': address });
  async function register(email: string, address = '198.51.100.1', at = app): Promise<any> {
    const input = { kind: 'agency', organisationName: 'Harbour', email, name: 'Lin Mei', password: PASSWORD };
    const { data, errors } = await at.graphql(REGISTER, { input }, undefined, from(address));
    return data?.['register'] ?? { code: errors?.[0]?.extensions['code'], details: errors?.[0]?.extensions['details'] };
  }
  async function login(email: string, password: string, address: string): Promise<string> {
    const { data } = await app.graphql(LOGIN, { input: { email, password } }, undefined, from(address));
    return data?.['login'].code ?? data?.['login'].__typename;
  }
  const looked = (codes: string[]) => codes.filter((code) => code === 'LOGIN_FAILED').length;
  /** Twenty are free; on a slow machine one more may come after each wait, which doubles from one second on. */
  function expectTwenty(codes: string[]): void {
    const seconds = (performance.now() - began) / 1_000;
    expect(looked(codes)).toBeGreaterThanOrEqual(20);
    expect(looked(codes)).toBeLessThanOrEqual(21 + Math.log2(1 + seconds));
  }
  const atOnce = (count: number, guess: (n: number) => Promise<string>) =>
    Promise.all(Array.from({ length: count }, (_, n) => guess(n)));

  it('look at twenty guesses of one address, however many come at once', async () => {
    const codes = await atOnce(60, () => login(fresh(), 'not-the-password', '203.0.113.1'));
    expectTwenty(codes);
  });

  it('refuse nobody because another of the same address came a moment before', async () => {
    const container = app.serving.app;
    const [database, failures] = [container.get(Database), container.get(LoginThrottleRepository)];
    const subject = 'address:203.0.113.77';
    await database.transaction(async (tx) => {
      // This one's statement began first, and is counted last.
      await tx.one('SELECT now()');
      expect(await failures.countUnlessBlocked(database, subject, ADDRESS_THROTTLE)).toBe(true);
      expect(await failures.countUnlessBlocked(tx, subject, ADDRESS_THROTTLE)).toBe(true);
    });
  });

  it('take a network of IPv6 for one address', async () => {
    const codes = await atOnce(40, (n) => login(fresh(), 'not-the-password', `2001:db8:5:5::${n + 1}`));
    expectTwenty(codes);
    expect(await login(fresh(), 'not-the-password', '2001:db8:5:6::1')).toBe('LOGIN_FAILED');
  });

  it('take back what was counted of a login that succeeds, and nothing else', async () => {
    const email = fresh();
    await register(email);
    for (let n = 0; n < 30; n += 1) expect(await login(email, PASSWORD, '203.0.113.2')).toBe('Session');
    // An attacker's own account among the guesses does not make them free.
    const codes: string[] = [];
    for (let n = 0; n < 30; n += 1) {
      codes.push(await login(fresh(), 'not-the-password', '203.0.113.2'));
      if (n < 18) await login(email, PASSWORD, '203.0.113.2');
    }
    expect(looked(codes)).toBeLessThanOrEqual(30);
    expect(codes).toContain('LOGIN_THROTTLED');
  });

  it('leave nothing counted of an office whose people log in at the same time', async () => {
    const people = Array.from({ length: 8 }, fresh);
    for (const email of people) await register(email);
    for (let day = 0; day < 4; day += 1) {
      const codes = await Promise.all(people.map((email) => login(email, PASSWORD, '203.0.113.30')));
      expect(codes).toEqual(people.map(() => 'Session'));
    }
    expect(await asOwner(app.database, 'SELECT subject FROM login_failures WHERE failures > 0')).toEqual([]);
  });

  it('keep an account open to its owner while strangers guess at it from elsewhere', async () => {
    const email = fresh();
    await register(email);
    expect(await login(email, PASSWORD, '203.0.113.10')).toBe('Session');
    for (let stranger = 1; stranger <= 30; stranger += 1) {
      await atOnce(6, () => login(email, 'not-the-password', `198.51.100.${stranger}`));
    }
    // On a slow machine the first waits, of a second or two, pass between two guesses; those after them are longer.
    let last = '';
    for (let stranger = 31; last !== 'LOGIN_THROTTLED' && stranger <= 60; stranger += 1) {
      last = await login(email, 'not-the-password', `198.51.100.${stranger}`);
    }
    expect(last).toBe('LOGIN_THROTTLED');
    expect(await login(email, PASSWORD, '203.0.113.10')).toBe('Session');
  });

  it('bound the guesses at one account over all addresses that do not know it', async () => {
    const email = fresh();
    await register(email);
    const codes: string[] = [];
    for (let stranger = 1; stranger <= 30; stranger += 1) {
      codes.push(...(await atOnce(5, () => login(email, 'not-the-password', `192.0.2.${stranger}`))));
    }
    expect(looked(codes)).toBeGreaterThanOrEqual(95);
    expect(looked(codes)).toBeLessThanOrEqual(110);
  });

  it('take a few registrations a minute from one address, and say so', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => register(fresh(), `2001:db8:9:9::${n + 1}`, limited)),
    );
    const refused = answers.filter(({ code }) => code === 'RATE_LIMITED');
    expect(refused[0]).toMatchObject({ details: { limit: 3, basis: 'ADDRESS_REGISTRATIONS' } });
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(3);
    expect(refused.length).toBeGreaterThan(20);
    expect((await register(fresh(), '2001:db8:9:a::1', limited)).__typename).toBe('Session');
  });
});
