import fc from 'fast-check';
import type { FrozenTerms } from '../../kernel/index.js';
import { commissionOn, serviceFeeOn } from './commission.policy.js';
import { capFor } from './lawyer-fee.policy.js';

const lawFirm: FrozenTerms = { commissionBps: 3000, serviceFeeBps: 200, capKind: 'lawyer' };

describe('frozen terms', () => {
  it('earn nothing where nothing was recovered', () => {
    expect([commissionOn(lawFirm, 0n), serviceFeeOn(lawFirm, 0n)]).toEqual([0n, 0n]);
    expect([commissionOn(lawFirm, -5n), serviceFeeOn(lawFirm, -5n)]).toEqual([0n, 0n]);
  });

  it('cap the fee of a law firm only, and never its service fee', () => {
    expect(commissionOn(lawFirm, 100_000_000n)).toBe(18_000_000n);
    expect(commissionOn({ ...lawFirm, capKind: 'none' }, 100_000_000n)).toBe(30_000_000n);
    expect(serviceFeeOn(lawFirm, 100_000_000n)).toBe(2_000_000n);
  });

  it('never pass rate or cap', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 11n), fc.nat(10_000), (realised, commissionBps) => {
        const earned = commissionOn({ ...lawFirm, commissionBps }, realised);
        expect(earned <= capFor(realised)).toBe(true);
        expect(earned * 10_000n <= realised * BigInt(commissionBps)).toBe(true);
      }),
    );
  });
});
