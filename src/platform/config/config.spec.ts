import { loadConfig } from './config.js';

describe('settings', () => {
  const settings = { MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), OUTBOUND_ALLOW_PRIVATE: 'true' };

  it('open private networks outside production, and only when asked to', () => {
    expect(loadConfig({ ...settings, NODE_ENV: 'development' }).outboundAllowPrivate).toBe(true);
    expect(loadConfig({ ...settings, OUTBOUND_ALLOW_PRIVATE: undefined }).outboundAllowPrivate).toBe(false);
  });

  it.each([
    ['PORT', 'abc', 'must be a whole number from 0 to 65535'],
    ['PORT', '70000', 'must be a whole number from 0 to 65535'],
    ['PORT', '0x10', 'must be a whole number from 0 to 65535'],
    ['DATABASE_POOL', '2.5', 'must be a whole number from 4 to 500'],
    ['PROCESS', 'both', 'must be one of all, api, worker'],
    ['LOG_LEVEL', 'loud', 'must be one of fatal, error, warn, info, debug, silent'],
    ['MIGRATE_ON_START', 'yes', 'must be true or false'],
    ['TRUST_PROXY', '11', 'must be true, false or a number of proxies from 0 to 10'],
    ['RATE_LIMIT', 'lots', 'off, or such as member=600,machine=6000,address=600'],
  ])('say of %s=%s what it must be, in words of our own', (name, value, words) => {
    expect(() => loadConfig({ ...settings, [name]: value })).toThrow(`  ${name}: ${words}`);
  });

  it('take a blank one for one that is not set', () => {
    const blank = loadConfig({ ...settings, PORT: '', DATABASE_POOL: ' ', TRUST_PROXY: '' });
    expect([blank.port, blank.databasePool, blank.trustProxy]).toEqual([3_000, 24, 0]);
    expect(loadConfig({ ...settings, TRUST_PROXY: 'true' }).trustProxy).toBe(1);
  });

  it('never open private networks in production', () => {
    expect(() => loadConfig({ ...settings, NODE_ENV: 'production' })).toThrow('OUTBOUND_ALLOW_PRIVATE');
    expect(loadConfig({ ...settings, OUTBOUND_ALLOW_PRIVATE: 'false', NODE_ENV: 'production' }).production).toBe(true);
  });
});
