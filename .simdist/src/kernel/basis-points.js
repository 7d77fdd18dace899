export const WHOLE = 10_000;
/** Whether a value is a rate between 0 and 100 % (or `max`). */
export function isBasisPoints(value, max = WHOLE) {
    return Number.isSafeInteger(value) && value >= 0 && value <= max;
}
/** `part / whole` as basis points, rounded down; 0 when there is no whole. Exact for any bigint. */
export function ratio(part, whole) {
    return whole === 0n ? 0 : Number((part * BigInt(WHOLE)) / whole);
}
