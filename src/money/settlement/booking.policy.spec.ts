import fc from 'fast-check';
import { sumFen } from '../../kernel/money.js';
import { ACCOUNT, linesOf } from './booking.policy.js';
import { reverseOf, splitRepayment } from './repayment-split.policy.js';

const PARTIES = { creditorId: 'creditor', providerId: 'provider', platformId: 'platform' };
const terms = fc.record({
  commissionBps: fc.integer({ min: 0, max: 9_000 }),
  serviceFeeBps: fc.integer({ min: 0, max: 1_000 }),
  capKind: fc.constantFrom('none' as const, 'lawyer' as const),
});
const fen = fc.bigInt({ min: 1n, max: 10n ** 12n });

describe('the lines of a booking', () => {
  it('balance, and give the provider the whole commission and the platform the fee', () => {
    fc.assert(
      fc.property(terms, fen, fc.bigInt({ min: 0n, max: 10n ** 12n }), (agreed, repaid, before) => {
        const split = splitRepayment(agreed, repaid, before);
        const lines = linesOf(PARTIES, split);
        const of = (kind: string) => sumFen(lines.filter((one) => one.kind === kind).map((one) => one.amountFen));
        expect(sumFen(lines.map((one) => one.amountFen))).toBe(0n);
        expect(lines.every((one) => one.amountFen !== 0n)).toBe(true);
        expect(of(ACCOUNT.provider)).toBe(split.commissionFen);
        expect(of(ACCOUNT.fee)).toBe(split.serviceFeeFen);
        expect(of(ACCOUNT.creditor)).toBe(-split.owedByCreditorFen);
      }),
    );
  });

  it('of a reversal and its adjustment leave what the rest of the grab earns', () => {
    fc.assert(
      fc.property(terms, fen, fen, (agreed, first, second) => {
        const booked = [splitRepayment(agreed, first, 0n), splitRepayment(agreed, second, first)] as const;
        const { adjustment } = reverseOf(agreed, booked[0], first + second);
        const mirror = { commissionFen: -booked[0].commissionFen, serviceFeeFen: -booked[0].serviceFeeFen };
        const lines = [...booked, mirror, adjustment].flatMap((one) => linesOf(PARTIES, one));
        const earned = sumFen(lines.filter((one) => one.kind === ACCOUNT.provider).map((one) => one.amountFen));
        expect(earned).toBe(splitRepayment(agreed, second, 0n).commissionFen);
        expect(sumFen(lines.map((one) => one.amountFen))).toBe(0n);
      }),
    );
  });
});
