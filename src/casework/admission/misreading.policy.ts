import { type Fen, yuanFromFen } from '../../kernel/index.js';

/** The factors by which a separator read wrongly changes an amount: `45.250` for `45,250`. */
const FACTORS = [10n, 100n, 1_000n] as const;
/** Decimals may get lost on the way: the amount is cut off or rounded at the fen or at the yuan. */
const UNITS: readonly Fen[] = [1n, 100n];

/** Two readings of what should be one amount, and how far apart they are. */
export interface Misreading {
  readonly factor: number;
  /** In yuan. */
  readonly stored: string;
  readonly given: string;
}

/**
 * Whether one amount looks like the other with its separator in the wrong place: they differ by a factor of 10, 100 or 1,000, exactly
 * or but for decimals that got lost.
 */
export function misreadingOf(stored: Fen, given: Fen): Misreading | undefined {
  const [small, large] = stored < given ? [stored, given] : [given, stored];
  if (small <= 0n) return undefined;
  const factor = FACTORS.find((one) => readingsOf(large, one).includes(small));
  return factor && { factor: Number(factor), stored: yuanFromFen(stored), given: yuanFromFen(given) };
}

function readingsOf(large: Fen, factor: bigint): Fen[] {
  return UNITS.flatMap((unit) => {
    const cut = (large / factor / unit) * unit;
    const roundsUp = (large - cut * factor) * 2n >= unit * factor;
    return cut === 0n ? [] : roundsUp ? [cut, cut + unit] : [cut];
  });
}
