import '../../src/boot/modules.js';
import { declaredFigures } from '../../src/platform/policy/index.js';

const UNITS = new Set([
  ...['basis_points', 'fen', 'days', 'hours', 'minutes', 'seconds', 'milliseconds', 'months', 'points', 'times'],
  ...['count', 'per_second', 'yes_or_no', 'words'],
]);
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
});
