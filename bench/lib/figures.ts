/** The middle of some numbers; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which this share of sorted values lies. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

export function fixed(value: number, digits = 0): string {
  if (Number.isNaN(value)) return '–';
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ',');
}

/** Whether an aim is met, in one word beside the figure. */
export function aim(value: number, least: number): string {
  return `${fixed(value, 2)} (aim ≥ ${least}: ${value >= least ? 'met' : 'missed'})`;
}

export function aimBelow(value: number, most: number, unit = ''): string {
  return `${fixed(value, 2)}${unit} (aim ≤ ${most}${unit}: ${value <= most ? 'met' : 'missed'})`;
}
