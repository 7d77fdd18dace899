import { InvalidInput } from '../../kernel/refusals.js';
import { criteriaOf, type HallFilter } from './hall-filter.policy.js';

const pathOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidInput) return error.path;
    throw error;
  }
  return undefined;
};

it('spells the same question in one way', () => {
  const one = criteriaOf({ grades: ['B', 'A', 'B'], provinces: ['440000', '110000', '440000'] }, 'exact');
  const other = criteriaOf(
    { provinces: ['110000', '440000'], grades: ['A', 'B'], categories: [], regionPrefix: null },
    'exact',
  );
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  expect(one).toEqual({ grades: ['A', 'B'], provinces: ['110000', '440000'] });
});

it('does not restrict by what is left out, null or empty', () => {
  expect(criteriaOf(undefined, 'band')).toEqual({});
  expect(criteriaOf({ categories: [], provinces: null, minAmountFen: null }, 'band')).toEqual({});
});

it('keeps a bound of zero', () => {
  expect(criteriaOf({ maxMonthsOverdue: 0, minAmountFen: 0n }, 'exact')).toEqual({
    maxMonthsOverdue: 0,
    minAmountFen: 0n,
  });
});

it('takes a whole region code for its level', () => {
  const prefix = (regionPrefix: string) => criteriaOf({ regionPrefix }, 'exact').regionPrefix;
  expect(['440000', '440300', '440305', '4403', '44'].map(prefix)).toEqual(['44', '4403', '440305', '4403', '44']);
});

it.each<[keyof HallFilter, HallFilter]>([
  ['categories', { categories: ['gambling' as never] }],
  ['provinces', { provinces: ['440300'] }],
  ['provinces', { provinces: ["44' OR 1=1"] }],
  ['regionPrefix', { regionPrefix: '4%' }],
  ['debtorKind', { debtorKind: 'ghost' as never }],
  ['minAmountFen', { minAmountFen: -1n }],
  ['maxAmountFen', { minAmountFen: 2n, maxAmountFen: 1n }],
  ['maxMonthsOverdue', { minMonthsOverdue: 3, maxMonthsOverdue: 2 }],
  ['minCommissionBps', { minCommissionBps: 10_001 }],
  ['minEvidenceBps', { minEvidenceBps: 0.5 }],
])('refuses %s as the field at fault', (field, filter) => {
  expect(pathOf(() => criteriaOf(filter, 'exact'))).toBe(`filter.${field}`);
  expect(pathOf(() => criteriaOf(filter, 'exact', ''))).toBe(field);
});

it('refuses exact amounts to those who see bands, and lets them ask for bands', () => {
  expect(pathOf(() => criteriaOf({ minAmountFen: 5n }, 'band'))).toBe('filter.minAmountFen');
  expect(pathOf(() => criteriaOf({ maxAmountFen: 5n }, 'band'))).toBe('filter.maxAmountFen');
  expect(criteriaOf({ amountBands: ['from_5m', 'under_10k'] }, 'band')).toEqual({
    amountBands: ['under_10k', 'from_5m'],
  });
});
