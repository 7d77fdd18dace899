import { minFen } from '../../kernel/index.js';
import { LATE_DAYS } from './standing-facts.policy.js';
/** What speaks for a provider; completed cases of a creditor for whom nothing came in, or of an unknown one, speak for nobody. */
export function proofOf({ creditors }, parameters) {
    const repaid = sum(creditors, ({ repaidFen }) => repaidFen);
    const days = sum(creditors, ({ repaidFenDays }) => repaidFenDays);
    const counted = (part) => withinShare(creditors, part, parameters);
    const done = ({ known, recoveredFen, completed }) => known && recoveredFen > 0n ? BigInt(completed) : 0n;
    return {
        completedCases: Number(counted(done)),
        recoveredFen: counted(({ recoveredFen }) => recoveredFen),
        prompt: timely(creditors, LATE_DAYS, parameters),
        inTime: timely(creditors, 2 * LATE_DAYS, parameters),
        allRecoveredFen: sum(creditors, ({ recoveredFen }) => recoveredFen),
        averageDays: repaid > 0n ? Number((days * 2n + repaid) / (repaid * 2n)) : null,
    };
}
/**
 * Whether a provider is fast enough for a grade: as fast as one that recovers just the rate of the grade in its average days. An average
 * alone would make a late payment, so more money, cost a grade.
 */
export function isInTime({ maxAverageDays, minShrunkRateBps }, { inTime }) {
    if (maxAverageDays === null)
        return true;
    const kept = 1 - Math.min(maxAverageDays, LATE_DAYS) / (2 * LATE_DAYS);
    return inTime * 10_000 >= minShrunkRateBps * kept;
}
function timely(creditors, span, parameters) {
    const all = BigInt(span);
    const credit = withinShare(creditors, ({ repaidFen, repaidFenDays }) => repaidFen * all - repaidFenDays, parameters);
    const charged = sum(creditors, ({ chargedFen }) => chargedFen);
    return charged > 0n ? Number((credit * 1000000n) / (charged * all)) / 1_000_000 : 0;
}
/** The sum over creditors of what `part` says of each, none of them with more than its share of all that counts. */
function withinShare(creditors, part, { maxCreditorShareBps: most }) {
    const all = sum(creditors, part);
    const share = BigInt(most);
    if (share >= 10000n)
        return all;
    return sum(creditors, (creditor) => {
        const own = part(creditor);
        return creditor.known ? minFen(own, ((all - own) * share) / (10000n - share)) : own;
    });
}
function sum(creditors, part) {
    return creditors.reduce((total, creditor) => total + part(creditor), 0n);
}
