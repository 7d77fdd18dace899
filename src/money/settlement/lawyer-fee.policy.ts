import type { BasisPoints, Fen, Texts } from '../../kernel/index.js';

/** One marginal bracket: at most `bps` of the part of the realised amount above `aboveFen`. */
interface Bracket {
  readonly aboveFen: Fen;
  readonly bps: BasisPoints;
}

const YUAN = 100n;

/** Marginal ceilings of a lawyer's contingency fee on the amount finally realised (司发通〔2021〕87号, II.6). */
const BRACKETS: readonly Bracket[] = [
  { aboveFen: 0n, bps: 1800 },
  { aboveFen: 1_000_000n * YUAN, bps: 1500 },
  { aboveFen: 5_000_000n * YUAN, bps: 1200 },
  { aboveFen: 10_000_000n * YUAN, bps: 900 },
  { aboveFen: 50_000_000n * YUAN, bps: 600 },
];

/**
 * The most a law firm may earn by contingency on an amount realised, in fen, over all stages of one mandate together
 * (negotiation, suit, enforcement: 司发通〔2021〕87号 forbids counting them apart). Rounded down once, over the whole amount,
 * so that no fraction exceeds the ceiling.
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

/** Matters in which a lawyer may not take a contingency fee at all (司发通〔2021〕87号, II.5). */
export const CONTINGENCY_FORBIDDEN = {
  marriage_inheritance: { en: 'marriage and inheritance', zh: '婚姻、继承' },
  social_insurance: { en: 'social insurance benefits', zh: '请求给予社会保险待遇' },
  minimum_living: { en: 'minimum-living benefit', zh: '请求给予最低生活保障待遇' },
  maintenance: { en: 'maintenance and support payments', zh: '请求给付赡养费、抚养费、扶养费' },
  pension: { en: 'pension for the disabled and bereaved', zh: '请求给付抚恤金' },
  relief: { en: 'relief payments', zh: '请求给付救济金' },
  work_injury: { en: 'compensation for work injury', zh: '请求给付工伤赔偿' },
  labour_pay: { en: 'pay for labour', zh: '请求支付劳动报酬' },
  criminal: { en: 'criminal proceedings', zh: '刑事诉讼' },
  administrative: { en: 'administrative proceedings', zh: '行政诉讼' },
  state_compensation: { en: 'state compensation', zh: '国家赔偿' },
  group_suit: { en: 'group litigation', zh: '群体性诉讼' },
} as const satisfies Record<string, Texts>;

export type ForbiddenMatter = keyof typeof CONTINGENCY_FORBIDDEN;

/** Whether contingency fees are forbidden in this matter. */
export function contingencyForbidden(matter: string): matter is ForbiddenMatter {
  return Object.hasOwn(CONTINGENCY_FORBIDDEN, matter);
}
