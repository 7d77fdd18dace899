export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The standard error of a mean. */
export function errorOfMean(values: readonly number[]): number {
  const middle = mean(values);
  const variance = mean(values.map((value) => (value - middle) ** 2));
  return Math.sqrt(variance / Math.max(1, values.length - 1));
}

/** Spearman's rank correlation; equal values share the mean of their ranks. 0 when all are equal. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const [mx, my] = [mean(x), mean(y)];
  const cov = mean(x.map((value, at) => (value - mx) * (y[at]! - my)));
  const sd = (of: readonly number[], middle: number) => Math.sqrt(mean(of.map((value) => (value - middle) ** 2)));
  const spread = sd(x, mx) * sd(y, my);
  return spread > 0 ? cov / spread : 0;
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const result = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && order[to + 1]!.value === order[from]!.value) to += 1;
    for (let at = from; at <= to; at += 1) result[order[at]!.at] = (from + to) / 2;
    from = to + 1;
  }
  return result;
}
