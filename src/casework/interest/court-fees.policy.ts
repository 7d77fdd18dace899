import type { Fen } from '../../kernel/index.js';

/** A step of a marginal tariff: up to this amount in CNY so many basis points of what lies above the step before; null: no end. */
type Step = readonly [upToYuan: bigint | null, bps: bigint];

interface Tariff {
  readonly firstFen: Fen;
  readonly steps: readonly Step[];
  readonly mostFen?: Fen;
}

/** Measures on the Payment of Litigation Costs (State Council Decree 481), art. 13 (1): property cases. */
const ACCEPTANCE: Tariff = {
  firstFen: 5_000n,
  steps: [
    [10_000n, 0n],
    [100_000n, 250n],
    [200_000n, 200n],
    [500_000n, 150n],
    [1_000_000n, 100n],
    [2_000_000n, 90n],
    [5_000_000n, 80n],
    [10_000_000n, 70n],
    [20_000_000n, 60n],
    [null, 50n],
  ],
};

/** Art. 14 (1): enforcement. */
const ENFORCEMENT: Tariff = {
  firstFen: 5_000n,
  steps: [
    [10_000n, 0n],
    [500_000n, 150n],
    [5_000_000n, 100n],
    [10_000_000n, 50n],
    [null, 10n],
  ],
};

/** Art. 14 (2): preservation of property, at most 5,000 CNY. */
const PRESERVATION: Tariff = {
  firstFen: 3_000n,
  steps: [
    [1_000n, 0n],
    [100_000n, 100n],
    [null, 50n],
  ],
  mostFen: 500_000n,
};

export interface CourtFees {
  readonly acceptanceFen: Fen;
  /** Half of it: mediation, withdrawal, simplified procedure (art. 15, 16). */
  readonly halvedFen: Fen;
  /** A third of it: application for a payment order (art. 14 (3)). */
  readonly paymentOrderFen: Fen;
  readonly preservationFen: Fen;
  readonly enforcementFen: Fen;
}

/** What the courts take for a claim of this amount. */
export function courtFeesOf(amountFen: Fen): CourtFees {
  const acceptance = exactFee(ACCEPTANCE, amountFen);
  return {
    acceptanceFen: toFen(acceptance, 1n),
    halvedFen: toFen(acceptance, 2n),
    paymentOrderFen: toFen(acceptance, 3n),
    preservationFen: toFen(exactFee(PRESERVATION, amountFen), 1n),
    enforcementFen: toFen(exactFee(ENFORCEMENT, amountFen), 1n),
  };
}

/** In ten-thousandths of a fen, so that a half or a third is taken of the exact fee. */
function exactFee({ firstFen, steps, mostFen }: Tariff, amountFen: Fen): bigint {
  let fee = firstFen * 10_000n;
  let from = 0n;
  for (const [upToYuan, bps] of steps) {
    const to = upToYuan === null || amountFen < upToYuan * 100n ? amountFen : upToYuan * 100n;
    if (to > from) fee += (to - from) * bps;
    if (to === amountFen) break;
    from = to;
  }
  return mostFen !== undefined && fee > mostFen * 10_000n ? mostFen * 10_000n : fee;
}

/** To the fen. The Measures say nothing of a half fen; it goes to the even one (GB/T 8170-2008, 3.2): a court rounds for nobody. */
function toFen(exact: bigint, parts: bigint): Fen {
  const whole = 10_000n * parts;
  const down = exact / whole;
  const twice = 2n * (exact % whole);
  return twice > whole || (twice === whole && down % 2n === 1n) ? down + 1n : down;
}
