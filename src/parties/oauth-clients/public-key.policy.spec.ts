import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { InvalidInput } from '../../kernel/index.js';
import { algorithmsOf, keysOfSet, type PublicKey, publicKeyFrom } from './public-key.policy.js';

const jwkOf = (key: KeyObject) => key.export({ format: 'jwk' }) as Record<string, unknown>;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

const keyFrom = (given: unknown) => publicKeyFrom(given, 'jwk');
const faultOf = (given: unknown) => (keyFrom(given) as InvalidInput).details;

describe('a public key of a client', () => {
  it.each([
    ['P-256', ec, ['ES256']],
    ['Ed25519', ed, ['EdDSA']],
    ['RSA', rsa, ['RS256', 'PS256']],
  ] as const)('on %s is taken, for its own algorithms alone', (_, { publicKey }, algorithms) => {
    const read = keyFrom({ ...jwkOf(publicKey), kid: 'k', extra: 'is not kept' }) as PublicKey;
    expect(read).toEqual({ kid: 'k', jwk: jwkOf(publicKey) });
    expect(algorithmsOf(read.jwk)).toEqual(algorithms);
    for (const alg of algorithms) {
      const pinned = keyFrom({ ...jwkOf(publicKey), alg }) as PublicKey;
      expect(algorithmsOf(pinned.jwk)).toEqual([alg]);
    }
  });

  it.each([ec, ed, rsa])('is refused with its private part', ({ privateKey }) => {
    expect(faultOf(jwkOf(privateKey))).toEqual({ reasonCode: 'PRIVATE_KEY_SENT' });
  });

  it.each<[string, unknown]>([
    ['a shared secret', { kty: 'oct', k: 'c2VjcmV0' }],
    ['a curve nobody asked for', jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey)],
    ['a short RSA key', jwkOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)],
    ['an endless RSA key', { kty: 'RSA', e: 'AQAB', n: Buffer.alloc(513, 255).toString('base64url') }],
    ['an endless exponent', { ...jwkOf(rsa.publicKey), e: Buffer.alloc(300, 255).toString('base64url') }],
    ['a key for encryption', { ...jwkOf(rsa.publicKey), use: 'enc' }],
    ['an algorithm that is not the key’s', { ...jwkOf(rsa.publicKey), alg: 'ES256' }],
    ['a symmetric algorithm', { ...jwkOf(rsa.publicKey), alg: 'HS256' }],
    ['no algorithm at all', { ...jwkOf(rsa.publicKey), alg: 'none' }],
    ['a short coordinate', { ...jwkOf(ec.publicKey), x: 'AAAA' }],
    ['a kid that is no text', { ...jwkOf(ec.publicKey), kid: 7 }],
    ['nothing', undefined],
    ['a list', []],
  ])('is not %s', (_, jwk) => {
    const fault = keyFrom(jwk);
    expect(fault).toBeInstanceOf(InvalidInput);
    expect((fault as InvalidInput).detailsIn('zh-CN')).toEqual({
      reasonCode: expect.any(String),
      reason: expect.stringMatching(/[一-鿿]/),
    });
  });

  it('has as many bits as its modulus, leading zeros not counted', () => {
    const n = Buffer.concat([Buffer.alloc(1), Buffer.from(jwkOf(rsa.publicKey)['n'] as string, 'base64url')]);
    expect(keyFrom({ kty: 'RSA', e: 'AQAB', n: n.toString('base64url') })).toHaveProperty('jwk');
    const short = Buffer.concat([Buffer.from([0x7f]), Buffer.alloc(255, 1)]).toString('base64url');
    expect(faultOf({ kty: 'RSA', e: 'AQAB', n: short })).toEqual({ reasonCode: 'KEY_SIZE', least: 2048, most: 4096 });
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        expect(typeof keyFrom(given)).toBe('object');
      }),
    );
  });

  it('comes in a set, or the set says that it holds none', () => {
    expect(keysOfSet(null)).toBeNull();
    expect(keysOfSet({ keys: [1, 2] })).toEqual([1, 2]);
    expect(faultOf(keysOfSet({ kty: 'EC' })![0])).toEqual({ reasonCode: 'NOT_A_WEB_KEY' });
  });
});
