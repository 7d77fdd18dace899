import type { BasisPoints, Fen } from '../../kernel/index.js';

/** One marginal bracket: at most `bps` of the part of the realised amount above `aboveFen`. */
interface Bracket {
  readonly aboveFen: Fen;
  readonly bps: BasisPoints;
}

const YUAN = 100n;

/** Marginal ceilings of a lawyer's contingency fee on the amount finally realised (司发通〔2021〕87号 item 6). */
const BRACKETS: readonly Bracket[] = [
  { aboveFen: 0n, bps: 1800 },
  { aboveFen: 1_000_000n * YUAN, bps: 1500 },
  { aboveFen: 5_000_000n * YUAN, bps: 1200 },
  { aboveFen: 10_000_000n * YUAN, bps: 900 },
  { aboveFen: 50_000_000n * YUAN, bps: 600 },
];

/**
 * The most a law firm may earn by contingency on an amount realised, in fen, over all stages of one mandate together
 * (negotiation, suit, enforcement: item 6 caps the sum of what is taken in each). Rounded down once, over the whole amount, so that
 * no fraction exceeds the ceiling.
 */
export function capFor(realisedFen: Fen): Fen {
  if (realisedFen <= 0n) return 0n;
  let tenThousandths = 0n;
  for (const [index, bracket] of BRACKETS.entries()) {
    const end = BRACKETS[index + 1]?.aboveFen ?? realisedFen;
    const top = realisedFen < end ? realisedFen : end;
    if (top > bracket.aboveFen) tenThousandths += (top - bracket.aboveFen) * BigInt(bracket.bps);
  }
  return tenThousandths / 10_000n;
}
