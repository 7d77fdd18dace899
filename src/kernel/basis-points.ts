/** A rate in basis points: 1 % = 100, 100 % = 10,000. Always a safe integer. */
export type BasisPoints = number;

export const WHOLE: BasisPoints = 10_000;

/** Whether a value is a rate between 0 and 100 % (or `max`). */
export function isBasisPoints(value: unknown, max: BasisPoints = WHOLE): value is BasisPoints {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= max;
}

/** `part / whole` as basis points, rounded down; 0 when there is no whole. Exact for any bigint. */
export function ratio(part: bigint, whole: bigint): BasisPoints {
  return whole === 0n ? 0 : Number((part * BigInt(WHOLE)) / whole);
}
