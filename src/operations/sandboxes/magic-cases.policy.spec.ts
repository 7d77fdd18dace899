import { MAGIC_CASES, magicCaseOf } from './magic-cases.policy.js';

it('finds its marker anywhere in the reference, and admits what has none', () => {
  for (const one of MAGIC_CASES) {
    for (const text of one.marker ? [one.marker, `AR-1 ${one.marker}`, `${one.marker}/7`] : ['', 'AR-1', 'sandbox']) {
      expect(magicCaseOf(text)).toBe(one);
    }
  }
  expect(MAGIC_CASES.filter(({ marker }) => marker === null)).toHaveLength(1);
});
