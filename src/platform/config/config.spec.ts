import { loadConfig } from './config.js';

describe('settings', () => {
  const settings = { MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), OUTBOUND_ALLOW_PRIVATE: 'true' };

  it('open private networks outside production, and only when asked to', () => {
    expect(loadConfig({ ...settings, NODE_ENV: 'development' }).outboundAllowPrivate).toBe(true);
    expect(loadConfig({ ...settings, OUTBOUND_ALLOW_PRIVATE: undefined }).outboundAllowPrivate).toBe(false);
  });

  it('never open private networks in production', () => {
    expect(() => loadConfig({ ...settings, NODE_ENV: 'production' })).toThrow('OUTBOUND_ALLOW_PRIVATE');
    expect(loadConfig({ ...settings, OUTBOUND_ALLOW_PRIVATE: 'false', NODE_ENV: 'production' }).production).toBe(true);
  });
});
