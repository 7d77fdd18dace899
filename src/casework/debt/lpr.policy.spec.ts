import { lprOn, lprRangeUntil, PUBLISHED_LPR } from './lpr.policy.js';

describe('loan prime rate', () => {
  it('is that of the last entry before or on the day', () => {
    expect(lprOn(PUBLISHED_LPR, '2019-08-19')).toBeUndefined();
    expect(lprOn(PUBLISHED_LPR, '2020-04-19')).toBe(405);
    expect(lprOn(PUBLISHED_LPR, '2020-04-20')).toBe(385);
  });

  it('has a range over the days so far', () => {
    expect(lprRangeUntil(PUBLISHED_LPR, '2019-08-19')).toBeUndefined();
    expect(lprRangeUntil(PUBLISHED_LPR, '2022-02-01')).toEqual({ low: 370, high: 425 });
  });

  it('is published in the order of its days', () => {
    const days = PUBLISHED_LPR.map((entry) => entry.from);
    expect(days).toEqual([...days].sort());
  });
});
