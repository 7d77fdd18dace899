import fc from 'fast-check';
import { addDays, addMonths, isDay, monthsBetween } from './calendar.js';

const day = fc.integer({ min: 0, max: 365 * 250 }).map((n) => addDays('1920-01-01', n));

/** The same by the platform's own calendar. */
function byDate(from: string, months: number): string {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

describe('addMonths', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2100-01-31', 1, '2100-02-28'],
    ['2000-02-29', 12, '2001-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-10-31', 1, '2024-11-30'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('agrees with the platform calendar and gives a real day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -200, max: 300 }), (from, months) => {
        const to = addMonths(from, months);
        expect(to).toBe(byDate(from, months));
        expect(isDay(to)).toBe(true);
      }),
    );
  });

  it('is undone by counting the months, where the day of the month exists', () => {
    fc.assert(
      fc.property(day, fc.nat(300), (from, months) => {
        const counted = monthsBetween(from, addMonths(from, months));
        expect(from.slice(8) <= '28' ? counted : Math.max(counted, months - 1)).toBeGreaterThanOrEqual(
          from.slice(8) <= '28' ? months : months - 1,
        );
        expect(counted).toBeLessThanOrEqual(months);
      }),
    );
  });
});
