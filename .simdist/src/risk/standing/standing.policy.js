import { monthsBetween } from '../../kernel/index.js';
import { ratesOf } from './recovery-rate.policy.js';
import { explain } from './standing-explanation.policy.js';
import { GRADES, } from './standing-parameters.policy.js';
import { isInTime, proofOf } from './standing-proof.policy.js';
export const REQUIREMENTS = [
    'completed_cases',
    'recovered_amount',
    'reliability',
    'shrunk_rate',
    'speed',
    'compliance',
    'veto',
];
/**
 * Grade, rates and quota of a provider that had earned a grade before; none, as a newcomer. The same facts, grade, figures and day always
 * give the same standing. A veto comes after it.
 */
export function standingOf(facts, before, parameters, today) {
    const idleMonths = facts.lastActiveOn === null ? 0 : monthsBetween(facts.lastActiveOn, today);
    const rates = ratesOf(facts, parameters, idleMonths);
    const record = { facts, rates, proof: proofOf(facts, parameters), parameters };
    const earned = earnedGrade(before ?? 'junior', record);
    const grade = disciplined(earned, facts.penaltyPoints, parameters);
    const quota = quotaOf(grade, rates, parameters);
    const next = nextOf(grade, record);
    const explanation = explain({ ...record, idleMonths, earned, grade, quota });
    const points = explanation.reduce((sum, factor) => sum + factor.effect, 0);
    return { ...rates, points, earned, grade, quota, idleMonths, next, explanation };
}
/**
 * The grade that the record earns. It stays while the rate is not reliable, and near a limit: it rises only when enough of the interval
 * lies above the limit, and falls only when as much lies below. The limits are fixed, so nobody falls because others rise.
 */
function earnedGrade(before, record) {
    const { rates, parameters } = record;
    if (rates.reliabilityBps < parameters.minReliabilityBps)
        return before;
    const margin = marginOf(record);
    const at = (rate) => (name) => missing(parameters.grades[name], record, rate).length === 0;
    const risen = GRADES.findLast(at(rates.shrunkRateBps - margin));
    if (risen && GRADES.indexOf(risen) > GRADES.indexOf(before))
        return risen;
    return upTo(before).findLast(at(rates.shrunkRateBps + margin)) ?? 'junior';
}
function marginOf({ rates, parameters }) {
    return ((rates.highestRateBps - rates.shrunkRateBps) * parameters.hysteresisBps) / 10_000;
}
/** The highest grade up to this one with so many penalty points. They lapse, and what the record has earned is then in force again. */
function disciplined(earned, penaltyPoints, { grades }) {
    const allowed = ({ maxPenaltyPoints: most }) => most === null || penaltyPoints <= most;
    return upTo(earned).findLast((name) => allowed(grades[name])) ?? 'junior';
}
function upTo(grade) {
    return GRADES.slice(0, GRADES.indexOf(grade) + 1);
}
function quotaOf(grade, rates, parameters) {
    const { casesHeld, largestCaseFen } = parameters.grades[grade];
    const step = parameters.heldByRate.findLast((each) => rates.shrunkRateBps >= each.minShrunkRateBps);
    return { casesHeld: Math.ceil((casesHeld * (step?.shareBps ?? 10_000)) / 10_000), largestCaseFen };
}
function nextOf(grade, record) {
    const { rates, parameters, facts } = record;
    const next = GRADES[GRADES.indexOf(grade) + 1];
    if (!next)
        return null;
    const rule = parameters.grades[next];
    const unmet = new Set(missing(rule, record, rates.shrunkRateBps - marginOf(record)));
    if (rates.reliabilityBps < parameters.minReliabilityBps)
        unmet.add('reliability');
    if (rule.maxPenaltyPoints !== null && facts.penaltyPoints > rule.maxPenaltyPoints)
        unmet.add('compliance');
    return { grade: next, missing: REQUIREMENTS.filter((each) => unmet.has(each)) };
}
/** The requirements of a grade that a record does not meet at this rate; compliance is looked at apart. */
function missing(rule, { proof }, rateBps) {
    const met = {
        completed_cases: proof.completedCases >= rule.minCompletedCases,
        recovered_amount: proof.recoveredFen >= rule.minRecoveredFen,
        shrunk_rate: rateBps >= rule.minShrunkRateBps,
        speed: isInTime(rule, proof),
    };
    return REQUIREMENTS.filter((each) => met[each] === false);
}
