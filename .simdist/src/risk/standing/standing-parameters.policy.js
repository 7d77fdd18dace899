import { defineVocabulary } from '../../kernel/index.js';
import { CCAA_CURVE } from '../../kernel/recovery-curve.js';
export const GRADE = defineVocabulary({
    junior: { en: 'Every newcomer.', zh: '初级' },
    middle: { en: 'A first record of recovered cases.', zh: '中级' },
    senior: { en: 'A long record at the expected rate; no limit of amount.', zh: '高级' },
    expert: { en: 'Clearly above the expected rate over many cases.', zh: '专家' },
});
export const GRADES = GRADE.codes;
const CNY = 100n;
/** The platform's defaults. The quotas are those of 人人催; the requirements are our own. */
export const STANDING_DEFAULTS = {
    expectedCurve: CCAA_CURVE,
    amountFactors: [{ minAmountFen: 0n, factorBps: 10_000 }],
    platformMeanBps: 10_000,
    betweenSdBps: 2_200,
    dispersionBps: 6_500,
    expectationErrorBps: 275,
    minReliabilityBps: 5_000,
    hysteresisBps: 2_500,
    idleDriftBps: 300,
    adjustedCeilingBps: 30_000,
    maxCreditorShareBps: 5_000,
    creditorCreditBps: 10_000,
    maturityDays: 90,
    grades: {
        junior: {
            minCompletedCases: 0,
            minRecoveredFen: 0n,
            minShrunkRateBps: 0,
            maxAverageDays: null,
            maxPenaltyPoints: null,
            casesHeld: 3,
            largestCaseFen: 50000n * CNY,
        },
        middle: {
            minCompletedCases: 5,
            minRecoveredFen: 50000n * CNY,
            minShrunkRateBps: 9_000,
            maxAverageDays: null,
            maxPenaltyPoints: 180,
            casesHeld: 5,
            largestCaseFen: 1000000n * CNY,
        },
        senior: {
            minCompletedCases: 20,
            minRecoveredFen: 1000000n * CNY,
            minShrunkRateBps: 10_000,
            maxAverageDays: 180,
            maxPenaltyPoints: 120,
            casesHeld: 8,
            largestCaseFen: null,
        },
        expert: {
            minCompletedCases: 60,
            minRecoveredFen: 5000000n * CNY,
            minShrunkRateBps: 11_000,
            maxAverageDays: 120,
            maxPenaltyPoints: 60,
            casesHeld: 15,
            largestCaseFen: null,
        },
    },
    heldByRate: [
        { minShrunkRateBps: 0, shareBps: 5_000 },
        { minShrunkRateBps: 5_000, shareBps: 10_000 },
    ],
    points: {
        start: 400,
        rate: 300,
        completed: 100,
        amount: 100,
        speed: 100,
        fullCompletedCases: 100,
        fullRecoveredFen: 10000000n * CNY,
        neutralDays: 90,
    },
    penaltySteps: [30, 40, 50, 60],
    penaltyWindowDays: 30,
    suspension: { ends: 5, hours: 24 },
};
/** The defaults with changed values in place, field by field (grades and points one level deeper). */
export function standingParameters(changed = {}) {
    const base = STANDING_DEFAULTS;
    const grade = (name) => ({ ...base.grades[name], ...changed.grades?.[name] });
    return {
        ...base,
        ...changed,
        grades: { junior: grade('junior'), middle: grade('middle'), senior: grade('senior'), expert: grade('expert') },
        points: { ...base.points, ...changed.points },
    };
}
