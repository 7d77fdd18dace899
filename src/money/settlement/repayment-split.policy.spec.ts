import fc from 'fast-check';
import type { FrozenTerms } from '../../kernel/index.js';
import { commissionOn, commissionsOn, type Stage, serviceFeeOn } from './commission.policy.js';
import { capFor } from './lawyer-fee.policy.js';
import { type RepaymentSplit, reverseOf, splitRepayment } from './repayment-split.policy.js';

const agency: FrozenTerms = {
  commissionBps: 1500,
  serviceFeeBps: 200,
  capKind: 'none',
};
const lawFirm: FrozenTerms = { ...agency, commissionBps: 2500, capKind: 'lawyer' };
const million = 100_000_000n;

const anyTerms = fc
  .record({ commissionBps: fc.nat(9000), serviceFeeBps: fc.nat(1000), lawyer: fc.boolean() })
  .map(({ lawyer, ...rates }): FrozenTerms => ({ ...(lawyer ? lawFirm : agency), ...rates }));
const payment = fc.oneof(fc.bigInt(1n, 50n), fc.bigInt(1n, 50n * million));
const total = (splits: readonly RepaymentSplit[], of: keyof RepaymentSplit) =>
  splits.reduce((sum, each) => sum + each[of], 0n);

function expectWhole(split: RepaymentSplit) {
  expect(split.commissionFen + split.serviceFeeFen + split.toCreditorNetFen).toBe(split.repaidFen);
  expect(split.owedByCreditorFen).toBe(split.commissionFen + split.serviceFeeFen);
}

describe('splitting a repayment', () => {
  it('makes the creditor owe commission and service fee', () => {
    expect(splitRepayment(agency, 10_000n, 0n)).toEqual({
      repaidFen: 10_000n,
      commissionFen: 1_500n,
      serviceFeeFen: 200n,
      owedByCreditorFen: 1_700n,
      toCreditorNetFen: 8_300n,
    });
  });

  it('leaves a law firm its fee whole, up to the marginal cap over all payments', () => {
    expect(splitRepayment(lawFirm, million, 0n)).toMatchObject({
      commissionFen: 18_000_000n,
      serviceFeeFen: 2_000_000n,
    });
    expect(splitRepayment(lawFirm, 4n * million, million).commissionFen).toBe(60_000_000n);
    expect(splitRepayment({ ...lawFirm, commissionBps: 1600 }, million, million).commissionFen).toBe(16_000_000n);
  });

  it('refuses an amount of nothing', () => {
    expect(() => splitRepayment(agency, 0n, 0n)).toThrow(RangeError);
    expect(() => splitRepayment(agency, 1n, -1n)).toThrow(RangeError);
  });

  it('sums, over any partial payments, to the split of the whole', () => {
    fc.assert(
      fc.property(anyTerms, fc.array(payment, { minLength: 1, maxLength: 30 }), (terms, amounts) => {
        let realised = 0n;
        const splits = amounts.map((amount) => {
          const split = splitRepayment(terms, amount, realised);
          realised += amount;
          return split;
        });
        for (const split of splits) {
          expectWhole(split);
          expect(split.commissionFen >= 0n && split.serviceFeeFen >= 0n && split.toCreditorNetFen >= -1n).toBe(true);
        }
        const whole = splitRepayment(terms, realised, 0n);
        expect(total(splits, 'commissionFen')).toBe(whole.commissionFen);
        expect(total(splits, 'serviceFeeFen')).toBe(whole.serviceFeeFen);
        expect(whole.toCreditorNetFen >= 0n).toBe(true);
      }),
    );
  });
});

describe('reversing a repayment', () => {
  it('mirrors the last one exactly', () => {
    const booked = splitRepayment(agency, 333n, 1_000n);
    const { mirror, adjustment, total: both } = reverseOf(agency, booked, 1_333n);
    expect(mirror.commissionFen).toBe(-booked.commissionFen);
    expect(both).toEqual(mirror);
    expect(adjustment.owedByCreditorFen).toBe(0n);
  });

  it('gives the remaining payment of a law firm the bracket it moves into', () => {
    const first = splitRepayment(lawFirm, million, 0n);
    const { mirror, adjustment } = reverseOf(lawFirm, first, 2n * million);
    expect(mirror.commissionFen).toBe(-18_000_000n);
    expect(adjustment).toMatchObject({ repaidFen: 0n, commissionFen: 3_000_000n, toCreditorNetFen: -3_000_000n });
  });

  it('refuses to take back more than was realised', () => {
    expect(() => reverseOf(agency, splitRepayment(agency, 100n, 0n), 99n)).toThrow(RangeError);
  });

  it('keeps, through any confirmations and reversals, the totals equal to those of what remains realised', () => {
    const step = fc.record({ amount: payment, undo: fc.option(fc.nat(20), { freq: 2 }) });
    fc.assert(
      fc.property(anyTerms, fc.array(step, { maxLength: 40 }), (terms, steps) => {
        const live: RepaymentSplit[] = [];
        const booked: RepaymentSplit[] = [];
        for (const { amount, undo } of steps) {
          const realised = total(live, 'repaidFen');
          const victim = undo === null ? undefined : live[undo % Math.max(1, live.length)];
          if (victim) {
            const { mirror, adjustment, total: both } = reverseOf(terms, victim, realised);
            live.splice(live.indexOf(victim), 1);
            expect(both.owedByCreditorFen).toBe(mirror.owedByCreditorFen + adjustment.owedByCreditorFen);
            booked.push(mirror, adjustment);
          } else {
            const split = splitRepayment(terms, amount, realised);
            live.push(split);
            booked.push(split);
          }
          const remains = total(live, 'repaidFen');
          for (const each of booked) expectWhole(each);
          expect(total(booked, 'repaidFen')).toBe(remains);
          expect(total(booked, 'commissionFen')).toBe(commissionOn(terms, remains));
          expect(total(booked, 'serviceFeeFen')).toBe(serviceFeeOn(terms, remains));
          expect(total(booked, 'toCreditorNetFen') >= 0n).toBe(true);
          if (terms.capKind === 'lawyer') expect(total(booked, 'commissionFen') <= capFor(remains)).toBe(true);
        }
      }),
    );
  });
});

describe('a mandate of several grabs', () => {
  it('counts the cap of a law firm over all of them, so that grabbing again begins no bracket anew', () => {
    const first: Stage = { terms: lawFirm, realisedFen: million };
    const again = splitRepayment(lawFirm, million, 0n, { earlier: [first], later: [] });
    expect(again.commissionFen).toBe(15_000_000n);
    // The earlier grab is paid late: what the later one earned moves into the next bracket with it.
    const late = splitRepayment(lawFirm, million, 0n, { earlier: [], later: [first] });
    expect(late.commissionFen).toBe(15_000_000n);
    const { total: back, adjustment } = reverseOf(lawFirm, splitRepayment(lawFirm, million, 0n), million, {
      earlier: [],
      later: [first],
    });
    expect([back.commissionFen, adjustment.commissionFen]).toEqual([-15_000_000n, 3_000_000n]);
  });

  it('earns no grab more than its own rate, whatever room another left', () => {
    const cheap = { ...lawFirm, commissionBps: 100 };
    const stages = [
      { terms: lawFirm, realisedFen: million },
      { terms: cheap, realisedFen: million },
    ];
    expect(commissionsOn(stages)).toEqual([18_000_000n, 1_000_000n]);
  });

  it('keeps, through payments and reversals in any of its grabs, to the cap on everything realised', () => {
    const rates = fc.array(fc.nat(9_000), { minLength: 1, maxLength: 4 });
    const step = fc.record({ grab: fc.nat(3), amount: payment, undo: fc.option(fc.nat(20), { freq: 2 }) });
    fc.assert(
      fc.property(rates, fc.array(step, { maxLength: 30 }), (bps, steps) => {
        const grabs = bps.map((commissionBps) => ({
          terms: { ...lawFirm, commissionBps },
          live: [] as RepaymentSplit[],
        }));
        let booked = 0n;
        for (const { grab, amount, undo } of steps) {
          const at = grab % grabs.length;
          const { terms, live } = grabs[at]!;
          const stages = grabs.map((one) => ({ terms: one.terms, realisedFen: total(one.live, 'repaidFen') }));
          const mandate = { earlier: stages.slice(0, at), later: stages.slice(at + 1) };
          const victim = undo === null ? undefined : live[undo % Math.max(1, live.length)];
          if (victim) {
            booked += reverseOf(terms, victim, stages[at]!.realisedFen, mandate).total.commissionFen;
            live.splice(live.indexOf(victim), 1);
          } else {
            const split = splitRepayment(terms, amount, stages[at]!.realisedFen, mandate);
            expect(split.commissionFen >= 0n).toBe(true);
            expectWhole(split);
            live.push(split);
            booked += split.commissionFen;
          }
          const now = grabs.map((one) => ({ terms: one.terms, realisedFen: total(one.live, 'repaidFen') }));
          const earned = commissionsOn(now);
          expect(earned.reduce((sum, each) => sum + each, 0n)).toBe(booked);
          expect(booked <= capFor(now.reduce((sum, each) => sum + each.realisedFen, 0n))).toBe(true);
          now.forEach((one, n) => {
            expect(earned[n]! >= 0n && earned[n]! <= commissionOn(one.terms, one.realisedFen)).toBe(true);
          });
        }
      }),
    );
  });
});
