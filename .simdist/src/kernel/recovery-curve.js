/**
 * Expected recovery by months overdue: CCAA survey 2004 up to 24 months. The survey ends there; the last point is ours,
 * a gentle decay to 3 % at five years and flat afterwards, so that very old debts are neither worthless nor equal.
 * A default: recalibrated on the platform's own outcomes later.
 */
export const CCAA_CURVE = [
    { months: 0, bps: 9490 },
    { months: 1, bps: 8990 },
    { months: 2, bps: 8130 },
    { months: 3, bps: 6960 },
    { months: 6, bps: 5210 },
    { months: 9, bps: 3910 },
    { months: 12, bps: 2280 },
    { months: 24, bps: 930 },
    { months: 60, bps: 300 },
];
/** Reads a curve (points in rising order of months) by linear interpolation, rounded down; flat outside its ends. */
export function readCurve(curve, months) {
    let before;
    for (const point of curve) {
        if (months <= point.months)
            return before ? between(before, point, months) : point.bps;
        before = point;
    }
    return before?.bps ?? 0;
}
function between(before, after, months) {
    const passed = months - before.months;
    return before.bps + Math.floor(((after.bps - before.bps) * passed) / (after.months - before.months));
}
