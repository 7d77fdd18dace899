import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('take a master key only in exact base64, and in production only from the environment', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recourse-config-'));
    const key = Buffer.alloc(32, 9).toString('base64');
    await writeFile(join(folder, 'master.key'), `${key}\n`);
    expect(loadConfig({ DATA_DIR: folder }).masterKey.toString('base64')).toBe(key);
    expect(() => loadConfig({ DATA_DIR: folder, NODE_ENV: 'production' })).toThrow('MASTER_KEY is required');
    const odd = [
      key.slice(0, -1),
      `${key}=`,
      `${key.slice(0, 20)} ${key.slice(20)}`,
      `*${key}`,
      key.replace(/.=$/, 'l='),
      'CQ==',
    ];
    for (const text of [...odd, `${key.slice(0, 42)}-=`]) {
      expect(() => loadConfig({ MASTER_KEY: text })).toThrow('MASTER_KEY must be 32 bytes');
    }
    await rm(folder, { recursive: true });
  });
});
