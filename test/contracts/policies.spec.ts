import '../../src/boot/modules.js';
import { Refusal } from '../../src/kernel/index.js';
import { declaredFigures, defaultsChanged } from '../../src/platform/policy/index.js';

const UNITS = new Set([
  ...['basis_points', 'fen', 'days', 'hours', 'minutes', 'seconds', 'milliseconds', 'months', 'points', 'times'],
  ...['count', 'per_second', 'yes_or_no', 'words'],
]);
/** A choice between two numbers. */
const WITHOUT_BOUNDS: string[] = ['interest.yearDays'];
/** Counts whose description tells of a time as well. */
const MENTION_OTHERS: string[] = ['standing.suspension.ends'];

describe('the figures of policies', () => {
  it('each say what they mean', () => {
    const figures = declaredFigures();
    expect(figures.length).toBeGreaterThan(40);
    expect(
      figures.filter(({ description }) => description.length < 8).map(({ policy, path }) => `${policy}.${path}`),
    ).toEqual([]);
  });

  it('each have a unit, and a default within their bounds', () => {
    const figures = declaredFigures();
    expect(
      figures.filter(({ unit }) => !UNITS.has(unit)).map(({ policy, path, unit }) => [policy, path, unit]),
    ).toEqual([]);
    // A number that says what it counts is no mere count.
    const mute = figures.filter(
      ({ unit, description }) => unit === 'count' && /\b(days|hours|months|basis points|fen)\b/.test(description),
    );
    expect(mute.map(({ policy, path }) => `${policy}.${path}`)).toEqual(MENTION_OTHERS);
    for (const { policy, path, least, most, default: given } of figures) {
      const values = (Array.isArray(given) ? given : [given]).filter((one) => /^\d+$/.test(String(one))).map(Number);
      const outside = values.filter((one) => one < (least ?? one) || one > (most ?? one));
      expect([policy, path, outside]).toEqual([policy, path, []]);
    }
  });

  it('that count or measure are bounded on both sides', () => {
    const open = declaredFigures().filter(
      ({ unit, least, most }) => !['words', 'yes_or_no'].includes(unit) && (least === null || most === null),
    );
    expect(open.map(({ policy, path }) => `${policy}.${path}`)).toEqual(WITHOUT_BOUNDS);
  });

  it('refuse nonsense, each by its path', () => {
    const taken: unknown[] = [];
    for (const { policy, path, form, least, most, nullable, default: given } of declaredFigures()) {
      const amount = form === 'string' && most !== null;
      const numbers = [(least ?? 0) - 1, (most ?? 0) + 1, 1e300, 0.05, Number.NaN, Number.POSITIVE_INFINITY, '12', 'x'];
      const nonsense = {
        array: ['x', 7, [null], [[]], [{}], [-1], [''], Array(5_000).fill(given)],
        string: amount ? [`${(least ?? 0) - 1}`, `${(most ?? 0) + 1}`, '1.5', '1e3', '', 5] : ['no such word', '', 5],
      }[form] ?? [...numbers, []];
      for (const value of [...nonsense, true, {}, ...(nullable ? [] : [null])]) {
        const refused = refusalOf(policy, changeOf(path, value));
        if (refused?.code !== 'INVALID_INPUT' || !refused.path?.startsWith(`change.${path}`)) {
          taken.push([policy, path, value, refused?.path]);
        }
      }
    }
    expect(taken).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['standing', { grades: { junior: { minCompletedCases: 3 } } }, 'grades.junior.minCompletedCases'],
    ['standing', { grades: { junior: { maxPenaltyPoints: 30 } } }, 'grades.junior.maxPenaltyPoints'],
    ['standing', { grades: { junior: { casesHeld: 0 } } }, 'grades.junior.casesHeld'],
    ['standing', { grades: { expert: { casesHeld: 1 } } }, 'grades.expert.casesHeld'],
    ['standing', { grades: { junior: { largestCaseFen: '0' } } }, 'grades.junior.largestCaseFen'],
    ['standing', { penaltySteps: [60, 30] }, 'penaltySteps'],
    ['standing', { penaltySteps: [] }, 'penaltySteps'],
    ['standing', { exoneratingRecalls: ['inactive_holder'] }, 'exoneratingRecalls.0'],
    ['standing', { exoneratingRecalls: ['other', 'other'] }, 'exoneratingRecalls'],
    ['standing', { sparingFreezes: ['complaint'] }, 'sparingFreezes.0'],
    ['commission', { minBps: 6_000 }, 'maxBps'],
    ['commission', { scheduleBps: { B: 700 } }, 'scheduleBps.B'],
    ['commission', { scheduleBps: { E: 9_000 } }, 'scheduleBps.E'],
    ['admission', { automaticMaximumFen: '5000' }, 'automaticMaximumFen'],
    ['interest', { leastMarkUpBps: 5_001 }, 'mostMarkUpBps'],
    ['grabs', { activityWithinHours: 47 }, 'activityWithinHours'],
    ['webhooks', { slowMs: 6_000 }, 'slowMs'],
    ['webhooks', { attemptsAtOnce: 8, attemptsPerOrganisation: 9 }, 'attemptsPerOrganisation'],
    ['disclosure', { alarms: { warning: 40 } }, 'alarms.warning'],
    ['verification', { scopeCollectingWords: [] }, 'scopeCollectingWords'],
    ['verification', { documentMediaTypes: [] }, 'documentMediaTypes'],
    ['tax', { vatRates: [{ profile: 'general', from: '2026-01-01', until: null, bps: 600 }] }, 'vatRates'],
    ['retention', { auditDays: 365 }, 'auditDays'],
  ])('of %s refuse %j, which is nonsense together or empty', (policy, change, path) => {
    expect(refusalOf(policy, change)).toMatchObject({ code: 'INVALID_INPUT', path: `change.${path}` });
  });

  it('take what is sensible, a limit that is none included', () => {
    for (const [policy, change] of [
      ['standing', { exoneratingRecalls: ['insolvency'], sparingFreezes: [] }],
      ['standing', { grades: { senior: { maxAverageDays: null }, expert: { largestCaseFen: null } } }],
      ['admission', { automaticMaximumFen: '0' }],
      ['grabs', { acceptWithinHours: 72 }],
    ] as const) {
      expect([policy, refusalOf(policy, change)?.path]).toEqual([policy, undefined]);
    }
  });
});

function changeOf(path: string, value: unknown): object {
  return path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;
}

function refusalOf(policy: string, change: object): Refusal | undefined {
  try {
    defaultsChanged(policy, change);
    return undefined;
  } catch (refused) {
    if (refused instanceof Refusal) return refused;
    throw refused;
  }
}
