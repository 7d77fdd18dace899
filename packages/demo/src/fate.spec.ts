import { shareOf } from '@recourse/client';
import { expectedRecovery, fateOf } from './fate.js';
import { Random } from './random.js';

const AMOUNT = 10_000_000n;
const DRAWS = 4_000;
const sumFen = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);

function meanShare(months: number, skill: number, amount = AMOUNT): number {
  const random = new Random(5);
  const paid = Array.from({ length: DRAWS }, () => sumFen(fateOf(amount, months, skill, random)));
  return Number((sumFen(paid) * 10_000n) / (amount * BigInt(DRAWS))) / 10_000;
}

describe('what debtors pay in the demo', () => {
  it.each([3, 6, 12, 24])('follows the age curve at %i months, more for the skilled', (months) => {
    const expected = expectedRecovery(months);
    expect(Math.abs(meanShare(months, 1) - expected)).toBeLessThan(0.03);
    expect(Math.abs(meanShare(months, 1, 30n * AMOUNT) - expected)).toBeLessThan(0.03);
    expect(meanShare(months, 1.3)).toBeGreaterThan(meanShare(months, 0.7));
  });

  it('is never more than the debt, and never a payment of nothing', () => {
    const random = new Random(9);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const amount = AMOUNT * BigInt(random.whole(1, 9));
      const payments = fateOf(amount, random.whole(0, 40), random.unit() * 2, random);
      expect(sumFen(payments) <= amount && payments.every((payment) => payment > 0n)).toBe(true);
    }
  });

  it('leaves some unpaid, some paid in part and some in full', () => {
    const random = new Random(3);
    const sums = Array.from({ length: 300 }, () => sumFen(fateOf(AMOUNT, 9, 1, random)));
    expect(sums).toContain(0n);
    expect(sums).toContain(AMOUNT);
    expect(sums.some((sum) => sum > shareOf(AMOUNT, 2_000) && sum < shareOf(AMOUNT, 8_000))).toBe(true);
  });
});
