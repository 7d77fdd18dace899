import fc from 'fast-check';
import { keyModeOf, newKeyText } from './key-text.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const newApiKey = () => newKeyText('rk', 'live');

describe('API keys and client secrets', () => {
  it.each([
    ['rk', 'live'],
    ['rk', 'test'],
    ['rs', 'live'],
    ['rs', 'test'],
  ] as const)('have their documented form and pass their own checksum: %s_%s_', (kind, mode) => {
    for (let i = 0; i < 200; i += 1) {
      const key = newKeyText(kind, mode);
      expect(key).toMatch(new RegExp(`^${kind}_${mode}_[0-9A-Za-z]{38}$`));
      expect(keyModeOf(kind, key)).toBe(mode);
    }
  });

  it('are not taken for each other, nor a live one for a test one', () => {
    const key = newApiKey();
    expect(keyModeOf('rs', key)).toBeUndefined();
    expect(keyModeOf('rk', key.replace('_live_', '_test_'))).toBeUndefined();
  });

  it('tell every single wrong character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 45 }), fc.constantFrom(...BASE62), (at, char) => {
        const key = newApiKey();
        fc.pre(key[at] !== char);
        expect(keyModeOf('rk', key.slice(0, at) + char + key.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it('tell two neighbours swapped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 44 }), (at) => {
        const key = newApiKey();
        fc.pre(key[at] !== key[at + 1]);
        expect(keyModeOf('rk', key.slice(0, at) + key[at + 1] + key[at] + key.slice(at + 2))).toBeUndefined();
      }),
    );
  });

  it.each(['', 'rk_live_', 'rk_test_', 'rk_live_ä', `${newApiKey()}x`, newApiKey().toLowerCase()])(
    'refuse %j',
    (text) => {
      expect(keyModeOf('rk', text)).toBeUndefined();
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
