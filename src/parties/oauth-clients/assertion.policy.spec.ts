import fc from 'fast-check';
import { type AssertionClaims, CLOCK_SKEW, checkedAssertion, LONGEST_ASSERTION } from './assertion.policy.js';

const NOW = 1_800_000_000;
const CLIENT = 'client_01';
const AUDIENCES = ['https://recourse.example', 'https://recourse.example/oauth/token'];
const good: AssertionClaims = { iss: CLIENT, sub: CLIENT, aud: AUDIENCES[0], iat: NOW, exp: NOW + 60, jti: 'j' };
const check = (claims: AssertionClaims) => checkedAssertion({ ...good, ...claims }, CLIENT, AUDIENCES, NOW);

describe('an assertion', () => {
  it('is believed for either audience, alone or as a list of one, with its id and end', () => {
    expect(check({})).toEqual({ jti: 'j', exp: NOW + 60 });
    for (const aud of [...AUDIENCES, [AUDIENCES[1]]]) expect(check({ aud })).toMatchObject({ jti: 'j' });
    expect(check({ iat: undefined })).toMatchObject({ jti: 'j' });
  });

  it.each<[string, AssertionClaims]>([
    ['without an issuer', { iss: undefined }],
    ['of another subject', { sub: 'client_02' }],
    ['for another', { aud: 'https://elsewhere.example' }],
    ['for two', { aud: AUDIENCES }],
    ['for nobody', { aud: [] }],
    ['without an end', { exp: undefined }],
    ['with an end in words', { exp: '2027' }],
    ['with an end beyond all', { exp: Number.POSITIVE_INFINITY }],
    ['that is over', { exp: NOW - CLOCK_SKEW }],
    ['good for too long', { exp: NOW + LONGEST_ASSERTION + CLOCK_SKEW + 1 }],
    ['from the future', { iat: NOW + CLOCK_SKEW + 1, exp: NOW + 90 }],
    ['made too long ago', { iat: NOW - LONGEST_ASSERTION - CLOCK_SKEW - 1 }],
    ['made after its end', { iat: NOW + 20, exp: NOW + 10 }],
    ['not good yet', { nbf: NOW + CLOCK_SKEW + 1 }],
    ['without an id', { jti: undefined }],
    ['with an empty id', { jti: '' }],
    ['with an id that is no text', { jti: 7 }],
    ['with an endless id', { jti: 'j'.repeat(256) }],
  ])('%s is not', (_, claims) => {
    expect(typeof check(claims)).toBe('string');
  });

  it('never lives longer than five minutes and the difference of two clocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 1_000 }), (ahead) => {
        const believed = typeof check({ exp: NOW + ahead, iat: undefined }) !== 'string';
        expect(believed).toBe(ahead > -CLOCK_SKEW && ahead <= LONGEST_ASSERTION + CLOCK_SKEW);
      }),
    );
  });

  it('throws at nothing, whatever it says', () => {
    expect(checkedAssertion(null, CLIENT, AUDIENCES, NOW)).toMatch(/iss and sub/);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'jti'), fc.anything()),
        (claims) => {
          expect(typeof check(claims)).toMatch(/string|object/);
        },
      ),
    );
  });
});
