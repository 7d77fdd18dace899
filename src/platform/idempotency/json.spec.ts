import fc from 'fast-check';
import { canonicalJson, decodeJson, encodeJson } from './json.js';

const answer = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.bigInt(),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', '$bigint', '$date', '$object', 'grabId'), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).value;

describe('answers kept as JSON', () => {
  it('come back as they were, bigints, dates and lookalikes included', () => {
    fc.assert(fc.property(answer, (value) => expect(decodeJson(JSON.parse(encodeJson(value)))).toEqual(value)));
  });

  it('drops undefined fields and refuses what JSON cannot hold', () => {
    expect(decodeJson(JSON.parse(encodeJson({ a: undefined, b: 1n })))).toEqual({ b: 1n });
    expect(encodeJson(undefined)).toBe('null');
    for (const bad of [new Map(), Buffer.from('x'), () => 1, Number.NaN]) {
      expect(() => encodeJson({ bad })).toThrow(TypeError);
    }
  });

  it('is canonical: the order of keys does not matter, their values do', () => {
    expect(canonicalJson({ a: 1, b: { c: 2n, d: 3 } })).toBe(canonicalJson({ b: { d: 3, c: 2n }, a: 1 }));
    expect(canonicalJson({ a: 1n })).not.toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] }));
  });
});
