import type { Config } from '../../platform/config/config.js';
import type { TurnGate } from '../../platform/loops/index.js';
import { PasswordRefused } from './members.refusals.js';
import { Passwords } from './passwords.js';

const HERE = '203.0.113.9';
const config = (memoryKib: number, passes: number) => ({ argon2: { memoryKib, passes } }) as Config;

describe('Passwords', () => {
  const passwords = new Passwords(config(19_456, 2));

  it('hashes with argon2id and the configured parameters, differently each time', async () => {
    const [first, second] = await Promise.all([
      passwords.hash('tulip-anvil-62', 'registration', HERE),
      passwords.hash('tulip-anvil-62', 'registration', HERE),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await passwords.matches(first, 'tulip-anvil-62', HERE)).toBe(true);
    expect(await passwords.matches(first, 'tulip-anvil-63', HERE)).toBe(false);
  });

  it('says no where there is no hash, after the same work', async () => {
    expect(await passwords.matches(undefined, 'tulip-anvil-62', HERE)).toBe(false);
    expect(await passwords.matches(null, '', HERE)).toBe(false);
  });

  it('takes the same keys on another system for the same password', async () => {
    const hash = await passwords.hash('caf\u00e9-on-the-corner', 'registration', HERE);
    expect(await passwords.matches(hash, 'cafe\u0301-on-the-corner', HERE)).toBe(true);
  });

  it('tells a hash made with other parameters', async () => {
    const hash = await passwords.hash('tulip-anvil-62', 'registration', HERE);
    expect(passwords.isStale(hash)).toBe(false);
    expect(new Passwords(config(19_456, 3)).isStale(hash)).toBe(true);
  });

  it('refuses a weak one, naming field and reason', async () => {
    const refused = await passwords.hashNew('short', 'a@b.cn', HERE, 'newPassword').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PasswordRefused);
    expect(refused).toMatchObject({ path: 'newPassword', details: { reason: 'too_short' } });
  });

  it('serves everyone in turn, two at once', async () => {
    const { gate } = passwords as unknown as { gate: TurnGate };
    let running = 0;
    let most = 0;
    const work = async (n: number) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (n === 3) throw new Error('one fails');
      return n;
    };
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => gate.through('sign-in', HERE, () => work(n))),
    );
    expect(most).toBe(2);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(19);
    await expect(gate.through('sign-in', HERE, () => work(99))).resolves.toBe(99);
  });
});
