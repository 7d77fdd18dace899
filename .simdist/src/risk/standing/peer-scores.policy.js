/** How others score providers, to set our measure beside theirs. None looks at what cases were worth. */
/** 0 to 100: the recovered share of the principal, in proportion to a target share that earns all 100. */
export function collectionScore(recoveredShare, targetShare = 0.25) {
    return Math.max(0, Math.min(100, (recoveredShare / targetShare) * 100));
}
/** 1 to 0: full credit for an update in time, falling evenly to none after `days` days. */
export function timelinessCredit(daysLate, days = 7) {
    return Math.max(0, Math.min(1, 1 - daysLate / days));
}
