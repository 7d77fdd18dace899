import { hashOfSecret, looksOpaque, newOpaqueToken } from './secrets.js';

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
