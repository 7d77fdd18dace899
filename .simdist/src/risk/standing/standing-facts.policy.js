import { minFen } from '../../kernel/index.js';
import { STANDING_DEFAULTS } from './standing-parameters.policy.js';
/** A payment later than this is late and no later: otherwise more money, late, would make a provider slower. */
export const LATE_DAYS = 180;
/** The unit of `observed` and `expected`: a ten-thousandth of √fen. */
const UNIT = 10000n;
export const NOTHING = {
    ...{ cases: 0, completed: 0, claimedFen: 0n, recoveredFen: 0n, observed: 0n, expected: 0n },
    ...{ chargedFen: 0n, squaredFen: 0n, repaidFen: 0n, repaidFenDays: 0n },
};
export const NEWCOMER = { creditors: [], penaltyPoints: 0, lastActiveOn: null };
/**
 * What a hold adds.
 *
 * A completed one is held to its whole expectation. Every other one to the share of the maturity that it was held: one that is still
 * held counts exactly like one given back today. So giving a case back changes nothing of what was expected of it so far, at whatever
 * moment, and giving back what fails does not raise the rate; waiting does not hide a failure either.
 *
 * What was paid meanwhile stands against it, up to that share of the expectation, or to that share of the payments when they exceed the whole
 * expectation: the rest counts as time goes on or when the case is completed. Otherwise a hold that is paid in part on its first days and
 * given back at once would stand for a success many times the usual.
 */
export function contributionOf(hold, parameters = STANDING_DEFAULTS) {
    if (hold.exonerated)
        return NOTHING;
    const { amountFen, recoveredFen, recoveredFenDays } = hold;
    const paid = { repaidFen: recoveredFen, repaidFenDays: recoveredFenDays };
    if (amountFen <= 0n)
        return { ...NOTHING, ...paid };
    const maturity = BigInt(parameters.maturityDays);
    const held = BigInt(Math.max(0, Math.min(hold.heldDays, parameters.maturityDays)));
    const isWhole = hold.state === 'completed' || held === maturity;
    const shareOf = (amount) => (isWhole ? amount : (amount * held) / maturity);
    const charged = shareOf(minFen(hold.expectedFen, amountFen));
    const most = minFen(recoveredFen, amountFen);
    const counted = isWhole ? most : minFen(most, maxFen(charged, shareOf(most)));
    const root = squareRoot(amountFen);
    const told = isWhole || hold.state !== 'active';
    return {
        cases: told ? 1 : 0,
        completed: hold.state === 'completed' ? 1 : 0,
        claimedFen: told ? amountFen : 0n,
        recoveredFen: told ? recoveredFen : 0n,
        observed: (counted * UNIT) / root,
        expected: (charged * UNIT) / root,
        chargedFen: charged,
        squaredFen: (charged * charged) / amountFen,
        ...paid,
    };
}
/** The sum of two contributions. */
export function plus(a, b) {
    return {
        cases: a.cases + b.cases,
        completed: a.completed + b.completed,
        claimedFen: a.claimedFen + b.claimedFen,
        recoveredFen: a.recoveredFen + b.recoveredFen,
        observed: a.observed + b.observed,
        expected: a.expected + b.expected,
        chargedFen: a.chargedFen + b.chargedFen,
        squaredFen: a.squaredFen + b.squaredFen,
        repaidFen: a.repaidFen + b.repaidFen,
        repaidFenDays: a.repaidFenDays + b.repaidFenDays,
    };
}
function maxFen(a, b) {
    return a > b ? a : b;
}
/** The largest integer whose square is no more; a float's root of less than 2^53 is right to less than one. */
function squareRoot(square) {
    const root = BigInt(Math.floor(Math.sqrt(Number(square))));
    return root * root > square ? root - 1n : root;
}
