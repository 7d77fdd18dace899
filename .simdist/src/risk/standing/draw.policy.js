import { createHmac } from 'node:crypto';
/**
 * The number between 0 and 1 that a seed gives someone in the draw of a case: the first 53 bits of an HMAC, so that everybody who has the
 * seed can work it out again, and nobody who has it not can foresee it.
 */
export function drawNumber(seed, caseId, providerId) {
    const hash = createHmac('sha256', seed).update(`${caseId}|${providerId}`).digest();
    const bits = Number(hash.readBigUInt64BE(0) >> 11n);
    return (bits + 1) / (2 ** 53 + 1);
}
/** The key by which a weight takes part in a draw: the largest wins, each with its weight's share of all (Efraimidis and Spirakis 2006). */
export function drawKey(number, weight) {
    return weight > 0 ? Math.log(number) / weight : Number.NEGATIVE_INFINITY;
}
/** All who take part, the winner first. The order in which they are given has no meaning. */
export function drawOrder(seed, caseId, entrants) {
    const keyed = entrants.map((entrant) => ({
        entrant,
        key: drawKey(drawNumber(seed, caseId, entrant.id), entrant.weight),
    }));
    return keyed.sort((a, b) => b.key - a.key || (a.entrant.id < b.entrant.id ? -1 : 1)).map(({ entrant }) => entrant);
}
