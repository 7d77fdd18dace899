import fc from 'fast-check';
import { addDays, monthsBetween } from '../../kernel/calendar.js';
import {
  AMOUNT_BANDS,
  amountBand,
  BAND_FROM,
  bandRanges,
  dueByFor,
  HALL_SORTS,
  isKeyOf,
  sortFor,
} from './hall.policy.js';

const day = fc.integer({ min: 0, max: 36_000 }).map((n) => addDays('1990-01-01', n));

describe('amount bands', () => {
  it('start at their least amount', () => {
    BAND_FROM.forEach((from, index) => {
      expect(amountBand(from)).toBe(AMOUNT_BANDS[index]);
      if (from > 0n) expect(amountBand(from - 1n)).toBe(AMOUNT_BANDS[index - 1]);
    });
  });

  it('contain exactly the amounts of their ranges', () => {
    fc.assert(
      fc.property(fc.subarray([...AMOUNT_BANDS]), fc.bigInt({ min: 0n, max: 1_000_000_000n }), (bands, amount) => {
        const inRange = bandRanges(bands).some(({ min, max }) => amount >= min && (max === undefined || amount <= max));
        expect(inRange).toBe(bands.includes(amountBand(amount)));
      }),
    );
  });

  it('join to one range when they are neighbours, in whatever order they are named', () => {
    expect(bandRanges(['from_50k_to_200k', 'from_10k_to_50k'])).toEqual([{ min: 1_000_000n, max: 19_999_999n }]);
    expect(bandRanges(['under_10k', 'from_5m'])).toHaveLength(2);
    expect(bandRanges(AMOUNT_BANDS)).toEqual([{ min: 0n, max: undefined }]);
  });
});

it('counts months as the calendar does: due by a day exactly when overdue so many months', () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: 1, max: 240 }), (today, due, months) => {
      expect(due <= dueByFor(months, today)).toBe(monthsBetween(due, today) >= months);
    }),
    { numRuns: 2_000 },
  );
});

it('keeps the order by amount from those who see bands', () => {
  for (const sort of HALL_SORTS) expect(sortFor(sort, 'exact')).toBe(sort);
  for (const sort of ['AMOUNT_ASC', 'AMOUNT_DESC'] as const)
    expect(() => sortFor(sort, 'band')).toThrow('INVALID_INPUT');
  expect(sortFor(null, 'band')).toBe('NEWEST');
  expect(() => sortFor('RANDOM' as never, 'exact')).toThrow('INVALID_INPUT');
});

it.each([
  [
    'NEWEST',
    '2026-11-21T09:30:00.123456Z',
    ['2026-02-30T09:30:00.123456Z', '2026-11-21T24:30:00.123456Z', '2026-11-21', '1'],
  ],
  ['OVERDUE_LONGEST', '2026-02-28', ['2026-02-30', '12', 'infinity']],
  ['AMOUNT_ASC', '125000', ['-1', '1.5', '1e3', '', '9'.repeat(16)]],
  ['SCORE_DESC', '88', ['9999999999', 'x', ' 1']],
] as const)('reads a key of %s and nothing else', (sort, good, bad) => {
  expect(isKeyOf(sort, good)).toBe(true);
  for (const key of [...bad, 5, null]) expect(isKeyOf(sort, key)).toBe(false);
});
