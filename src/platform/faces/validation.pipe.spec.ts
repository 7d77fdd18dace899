import fc from 'fast-check';
import { DEEPEST, nestedBeyond, unstorableIn } from './validation.pipe.js';

describe('texts that cannot be kept', () => {
  it.each<[string, unknown, string | undefined]>([
    ['a whole text', { name: '海港😀\n' }, undefined],
    ['U+0000 in a field', { rows: [{ a: 'x' }, { b: 'x\u0000' }] }, 'rows[1].b'],
    ['an unpaired surrogate', { name: '\ud83d' }, 'name'],
    ['a field name of that kind', { facts: { 'a\u0000': 1 } }, 'facts'],
    ['no texts at all', { amount: 5n, at: new Date(0), list: [null, undefined, true] }, undefined],
  ])('finds %s', (_, value, path) => {
    expect(unstorableIn(value)).toBe(path);
  });

  it('names an argument that is the text itself', () => {
    expect(unstorableIn('\udc00', 'reason')).toBe('reason');
  });

  it('lets every well-formed text without U+0000 through', () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => !/\p{Surrogate}/u.test(one) && !one.includes('\0'));
    fc.assert(fc.property(text, (one) => unstorableIn({ one }) === undefined));
  });
});

describe('nesting', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)]);

  it('is counted in lists and objects, and not to the end of the stack', () => {
    expect(nestedBeyond(nested(DEEPEST), DEEPEST)).toBe(false);
    expect(nestedBeyond(nested(DEEPEST + 1), DEEPEST)).toBe(true);
    expect(nestedBeyond(JSON.parse(`${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`), DEEPEST)).toBe(true);
  });
});
