import fc from 'fast-check';
import { canonicalLines, faultOf, type Line, mirrorOf, movesOf } from './posting.policy.js';

const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).filter((n) => n !== 0n);
const line: fc.Arbitrary<Line> = fc.record({
  owner: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom('payable', 'receivable'),
  part: fc.constantFrom('commission', 'fee'),
  amountFen: amount,
});
const lines = fc.array(line, { maxLength: 8 });

describe('a posting', () => {
  it('is at fault unless its lines sum to zero and each moves something', () => {
    expect(faultOf([])).toBeUndefined();
    fc.assert(
      fc.property(lines, (some) => {
        const sum = some.reduce((total, one) => total + one.amountFen, 0n);
        expect(faultOf(some) === undefined).toBe(sum === 0n);
      }),
    );
    expect(faultOf([{ owner: 'a', kind: 'payable', part: 'fee', amountFen: 0n }])).toMatch(/nothing/);
  });

  it('and its mirror leave every account as it was', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const both = [...some, ...mirrorOf(some)];
        expect(faultOf(both)).toBeUndefined();
        for (const moved of movesOf(both).values()) expect(moved).toBe(0n);
      }),
    );
  });

  it('is the same whatever order its lines are in, and another with any amount changed', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), (some, at) => {
        expect(canonicalLines([...some].reverse())).toBe(canonicalLines(some));
        const changed = some.map((one, n) =>
          n === at % some.length ? { ...one, amountFen: one.amountFen + 1n } : one,
        );
        expect(canonicalLines(changed)).not.toBe(canonicalLines(some));
      }),
    );
  });
});
