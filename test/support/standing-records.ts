import fc from 'fast-check';
import { expectedRecovery } from '../../src/risk/standing/recovery-rate.policy.js';
import {
  type CreditorRecord,
  contributionOf,
  type Hold,
  NOTHING,
  plus,
  type StandingFacts,
} from '../../src/risk/standing/standing-facts.policy.js';

export const TODAY = '2026-11-30';

export const cny = (yuan: number) => BigInt(yuan) * 100n;
/** Holds by creditor, summed as they are kept. */
export function factsOf(
  holds: readonly (readonly [creditor: number, hold: Hold])[],
  change: Partial<StandingFacts> = {},
): StandingFacts {
  const sums = new Map<number, CreditorRecord>();
  for (const [creditor, hold] of holds) {
    const known = sums.get(creditor) ?? { ...NOTHING, known: true };
    sums.set(creditor, { ...plus(known, contributionOf(hold)), known: true });
  }
  return { creditors: [...sums.values()], penaltyPoints: 0, lastActiveOn: TODAY, ...change };
}

/** So many cases of 80,000 CNY three months overdue, each with its own creditor, of which so much was recovered within `days`. */
export function record(
  cases: number,
  recoveredBps: number,
  days = 40,
  change: Partial<StandingFacts> = {},
): StandingFacts {
  return factsOf(
    Array.from({ length: cases }, (_, at) => [at, completed(recoveredBps, days)] as const),
    change,
  );
}

export function completed(recoveredBps: number, days = 40): Hold {
  const amountFen = cny(80_000);
  const recoveredFen = (amountFen * BigInt(recoveredBps)) / 10_000n;
  return {
    ...{ state: 'completed', exonerated: false, amountFen, expectedFen: expectedRecovery(amountFen, 3), heldDays: 100 },
    ...{ recoveredFen, recoveredFenDays: recoveredFen * BigInt(days) },
  };
}

export const anyHold: fc.Arbitrary<Hold> = fc
  .record({
    state: fc.constantFrom<Hold['state'][]>('active', 'completed', 'returned', 'expired', 'recalled'),
    amountFen: fc.bigInt(cny(10), cny(2_000_000)),
    months: fc.nat(70),
    heldDays: fc.nat(200),
    recoveredBps: fc.oneof(fc.constant(0), fc.constant(10_000), fc.nat(10_000)),
    days: fc.nat(180),
  })
  .map(({ state, amountFen, months, heldDays, recoveredBps, days }) => {
    const recoveredFen = (amountFen * BigInt(recoveredBps)) / 10_000n;
    return {
      ...{ state, exonerated: false, amountFen, expectedFen: expectedRecovery(amountFen, months), heldDays },
      ...{ recoveredFen, recoveredFenDays: recoveredFen * BigInt(days) },
    };
  });
export const anyHolds = fc.array(fc.tuple(fc.nat(6), anyHold), { maxLength: 120 });
