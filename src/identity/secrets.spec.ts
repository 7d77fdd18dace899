import fc from 'fast-check';
import {
  hashOfSecret,
  isApiKey,
  isKeyLike,
  looksOpaque,
  newApiKey,
  newOpaqueToken,
  TEST_KEY_PREFIX,
} from './secrets.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('API keys', () => {
  it('have their documented form and pass their own checksum', () => {
    for (let i = 0; i < 200; i += 1) {
      const key = newApiKey();
      expect(key).toMatch(/^rk_live_[0-9A-Za-z]{38}$/);
      expect(isApiKey(key)).toBe(true);
    }
  });

  it('of test organisations say so, and cannot be passed off as live ones', () => {
    const key = newApiKey(TEST_KEY_PREFIX);
    expect(key).toMatch(/^rk_test_[0-9A-Za-z]{38}$/);
    expect([isApiKey(key), isKeyLike(key)]).toEqual([true, true]);
    expect(isApiKey(key.replace('rk_test_', 'rk_live_'))).toBe(false);
    expect(isApiKey(newApiKey().replace('rk_live_', 'rk_test_'))).toBe(false);
  });

  it('tell every single wrong character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 45 }), fc.constantFrom(...BASE62), (at, char) => {
        const key = newApiKey();
        fc.pre(key[at] !== char);
        expect(isApiKey(key.slice(0, at) + char + key.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('tell two neighbours swapped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 44 }), (at) => {
        const key = newApiKey();
        fc.pre(key[at] !== key[at + 1]);
        expect(isApiKey(key.slice(0, at) + key[at + 1] + key[at] + key.slice(at + 2))).toBe(false);
      }),
    );
  });

  it.each(['', 'rk_live_', 'rk_test_', 'rk_live_ä', `${newApiKey()}x`, newApiKey().toLowerCase()])(
    'refuse %j',
    (text) => {
      expect(isApiKey(text)).toBe(false);
    },
  );

  it('use every character of the alphabet about equally', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 2_000; i += 1) {
      for (const char of newApiKey().slice(8, 40)) counts.set(char, (counts.get(char) ?? 0) + 1);
    }
    expect(counts.size).toBe(62);
    const expected = (2_000 * 32) / 62;
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected * 0.25);
  });
});

describe('opaque tokens', () => {
  it('are 43 url-safe characters, never twice the same, and told from rubbish', () => {
    const tokens = new Set(Array.from({ length: 500 }, newOpaqueToken));
    expect(tokens.size).toBe(500);
    for (const token of tokens) expect(looksOpaque(token)).toBe(true);
    expect(looksOpaque('a'.repeat(42))).toBe(false);
    expect(looksOpaque(`${'a'.repeat(42)}=`)).toBe(false);
  });

  it('are kept as SHA-256', () => {
    expect(hashOfSecret('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
