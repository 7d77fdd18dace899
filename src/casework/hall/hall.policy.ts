import { addMonths, type Day, defineReasons, type Fen, invalid, isDay } from '../../kernel/index.js';

export const invalidHall = defineReasons({
  NOT_PROVINCES: ['at most {max} province codes such as {example}', '最多 {max} 个省级代码，例如 {example}'],
  NOT_A_REGION: ['2 to 6 digits of a region code', '应为 2 至 6 位行政区划代码'],
  AMOUNTS_HIDDEN: ['exact amounts are for verified providers', '精确金额仅向已认证服务方开放'],
  AMOUNTS_HIDDEN_USE_BANDS: [
    'exact amounts are for verified providers; use amountBands',
    '精确金额仅向已认证服务方开放，请使用 amountBands',
  ],
});

/**
 * How much of a listing the caller sees. The exact amount can reveal the debtor to a reader who knows the debt, so only callers that
 * may grab (verified providers) and the platform see it; the others see its band.
 */
export type HallSight = 'exact' | 'band';

/** Amounts as callers of the sight `band` see them; two edges equal the largest cases of grades. */
export const AMOUNT_BANDS = [
  'under_10k',
  'from_10k_to_50k',
  'from_50k_to_200k',
  'from_200k_to_1m',
  'from_1m_to_5m',
  'from_5m',
] as const;
export type AmountBand = (typeof AMOUNT_BANDS)[number];

/** The least amount of each band, in fen. */
export const BAND_FROM: readonly Fen[] = [0n, 1_000_000n, 5_000_000n, 20_000_000n, 100_000_000n, 500_000_000n];

export function amountBand(amount: Fen): AmountBand {
  let band = 0;
  while (band + 1 < BAND_FROM.length && amount >= BAND_FROM[band + 1]!) band += 1;
  return AMOUNT_BANDS[band]!;
}

/** The amounts of the bands as inclusive ranges, neighbours joined; the last band has no end. */
export function bandRanges(bands: readonly AmountBand[]): { min: Fen; max: Fen | undefined }[] {
  const ranges: { min: Fen; max: Fen | undefined }[] = [];
  AMOUNT_BANDS.forEach((band, index) => {
    if (!bands.includes(band)) return;
    const next = BAND_FROM[index + 1];
    const max = next === undefined ? undefined : next - 1n;
    const last = ranges.at(-1);
    if (last && last.max === BAND_FROM[index]! - 1n) last.max = max;
    else ranges.push({ min: BAND_FROM[index]!, max });
  });
  return ranges;
}

export const HALL_SORTS = [
  'NEWEST',
  'OLDEST',
  'AMOUNT_DESC',
  'AMOUNT_ASC',
  'COMMISSION_DESC',
  'SCORE_DESC',
  'OVERDUE_LONGEST',
  'OVERDUE_SHORTEST',
] as const;
export type HallSort = (typeof HALL_SORTS)[number];

/** Checks a sort. Callers that see bands may not sort by amount: order and cursors would reveal what the band hides. */
export function sortFor(sort: HallSort | null | undefined, sight: HallSight): HallSort {
  const wanted = sort ?? 'NEWEST';
  if (!HALL_SORTS.includes(wanted)) throw invalid('ONE_OF', { path: 'sort', values: HALL_SORTS.join(', ') });
  if (sight === 'band' && (wanted === 'AMOUNT_ASC' || wanted === 'AMOUNT_DESC')) {
    throw invalidHall('AMOUNTS_HIDDEN', { path: 'sort' });
  }
  return wanted;
}

/** The last due day with `monthsBetween(day, today) >= months`. */
export function dueByFor(months: number, today: Day): Day {
  return addMonths(today, -months);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/;

/** Whether a cursor's key can be compared with the column of the sort; an invalid one must not reach the database. */
export function isKeyOf(sort: HallSort, key: unknown): key is string {
  if (typeof key !== 'string') return false;
  if (sort === 'NEWEST' || sort === 'OLDEST') return INSTANT.test(key) && isDay(key.slice(0, 10));
  if (sort === 'OVERDUE_LONGEST' || sort === 'OVERDUE_SHORTEST') return isDay(key);
  return /^\d{1,15}$/.test(key) && (sort.startsWith('AMOUNT') || key.length <= 9);
}
