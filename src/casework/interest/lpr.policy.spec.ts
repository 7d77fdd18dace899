import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { addDays, addMonths } from '../../kernel/calendar.js';
import { claimParameters, interestFigures, missingPublications } from './claim-figures.js';
import {
  missingMonths,
  publicationsFault,
  rateOn,
  rateRange,
  referencePeriods,
  referenceRateOn,
} from './lpr.policy.js';
import { BASE_RATES, type DatedRate, LPR_VERIFIED_THROUGH, PUBLISHED_LPR } from './lpr-table.js';

const last = PUBLISHED_LPR.at(-1)!;

describe('the loan prime rate', () => {
  it('is that of the last publication before or on the day', () => {
    expect(rateOn(PUBLISHED_LPR, '2019-08-19')).toBeUndefined();
    expect(rateOn(PUBLISHED_LPR, '2020-04-19')).toBe(405);
    expect(rateOn(PUBLISHED_LPR, '2020-04-20')).toBe(385);
    expect(rateOn(PUBLISHED_LPR, '2026-11-30')).toBe(300);
  });

  it('has a range over days', () => {
    expect(rateRange(PUBLISHED_LPR, '2019-01-01', '2019-08-19')).toBeUndefined();
    expect(rateRange(PUBLISHED_LPR, '2019-01-01', '2022-02-01')).toEqual({ low: 370, high: 425 });
    expect(rateRange(PUBLISHED_LPR, '2022-02-01', '2022-02-02')).toEqual({ low: 370, high: 370 });
  });

  it('is published in every month, and known from the first to the last', () => {
    expect(publicationsFault([], PUBLISHED_LPR)).toBeUndefined();
    expect(PUBLISHED_LPR).toHaveLength(85);
    expect([PUBLISHED_LPR[0]!.from, last.from]).toEqual(['2019-08-20', LPR_VERIFIED_THROUGH]);
  });

  it('gives way to the base rate of the People’s Bank before 2019-08-20', () => {
    expect(referenceRateOn(PUBLISHED_LPR, '1999-06-09')).toBeUndefined();
    expect(referenceRateOn(PUBLISHED_LPR, '1999-06-10')).toBe(585);
    expect(referenceRateOn(PUBLISHED_LPR, '2008-09-15')).toBe(747);
    expect(referenceRateOn(PUBLISHED_LPR, '2008-09-16')).toBe(720);
    expect(referenceRateOn(PUBLISHED_LPR, '2019-08-19')).toBe(435);
    expect(referenceRateOn(PUBLISHED_LPR, '2019-08-20')).toBe(425);
    expect(BASE_RATES).toHaveLength(29);
  });

  it('and the base rate are those of the tables that they were compared with, row by row', () => {
    const digest = (rates: readonly DatedRate[]) => {
      const rows = rates.map(({ from, oneYearBps }) => `${from} ${(oneYearBps / 100).toFixed(2)}`);
      return createHash('sha256').update(rows.join('\n')).digest('hex');
    };
    expect([digest(PUBLISHED_LPR), digest(BASE_RATES)]).toEqual([
      '2ab6a10fed647b0616fcaa4917732ac093d638afa11f416808964b3cdd64aaa4',
      '982e028d7f066fc3b576ad5159e773dd4a36d3b2aa2ec47a06afdd42f29548fa',
    ]);
  });

  it('divides days into periods without gap, overlap or two neighbours of one rate', () => {
    const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('1999-06-10', days));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const periods = referencePeriods(PUBLISHED_LPR, from, to);
        if (from === to) return expect(periods).toEqual([]);
        expect([periods[0]!.from, periods.at(-1)!.to]).toEqual([from, to]);
        for (const [n, period] of periods.entries()) {
          const next = periods[n + 1];
          expect(period.oneYearBps).toBe(referenceRateOn(PUBLISHED_LPR, period.from));
          expect(period.oneYearBps).toBe(referenceRateOn(PUBLISHED_LPR, addDays(period.to, -1)));
          if (next) expect([next.from, next.oneYearBps === period.oneYearBps]).toEqual([period.to, false]);
        }
      }),
    );
  });
});

describe('the table of publications', () => {
  const parse = (change: object) => interestFigures.schema.safeParse(change);
  const messages = (change: object) => parse(change).error?.issues.map(({ message }) => message.split('?')[0]);
  const of = (from: string, oneYearBps: number) => ({ from, oneYearBps });

  it('raises an alarm for each month whose publication is not in it, from the 27th', () => {
    expect(missingMonths(PUBLISHED_LPR, last.from, '2026-09-26')).toEqual([]);
    expect(missingMonths(PUBLISHED_LPR, last.from, '2026-09-27')).toEqual(['2026-09']);
    expect(missingMonths(PUBLISHED_LPR, last.from, '2027-01-30')).toEqual([
      ...['2026-09', '2026-10', '2026-11', '2026-12', '2027-01'],
    ]);
    const added = parse({ lpr: [of('2026-09-21', 300)], lprVerifiedThrough: '2026-09-21' }).data!;
    expect(missingPublications(added, '2026-10-26')).toEqual([]);
    expect(missingPublications(added, '2026-10-28')).toEqual(['2026-10']);
    expect(interestFigures.alarms(added, '2026-10-28')).toHaveLength(1);
    expect(interestFigures.alarms(added, '2026-10-26')).toEqual([]);
  });

  it('is added to what is known, and an added one counts for its month', () => {
    const { lpr, lprVerifiedThrough } = claimParameters(
      parse({ lpr: [of('2026-08-20', 295), of('2026-09-21', 290)], lprVerifiedThrough: '2026-10-01' }).data!,
      4,
    );
    expect(lpr).toHaveLength(PUBLISHED_LPR.length + 1);
    expect([rateOn(lpr, '2026-08-20'), rateOn(lpr, '2026-10-01'), lprVerifiedThrough]).toEqual([
      ...[295, 290, '2026-10-01'],
    ]);
    expect(claimParameters(parse({ lprVerifiedThrough: '2020-01-01' }).data!, 4).lprVerifiedThrough).toBe(last.from);
  });

  it('believes no slip of the pen', () => {
    expect(messages({ lpr: [of('2026-10-20', 300)] })).toEqual(['LPR_MONTH_MISSING']);
    expect(messages({ lpr: [of('2026-09-21', 300), of('2026-09-22', 300)] })).toEqual(['LPR_TWICE_A_MONTH']);
    expect(messages({ lpr: [of('2026-10-20', 300), of('2026-09-21', 300)] })).toEqual(['LPR_OUT_OF_ORDER']);
    expect(messages({ lpr: [of('2026-09-21', 300), of('2026-08-20', 300)] })).toEqual(['LPR_OUT_OF_ORDER']);
    expect(messages({ lpr: [of('2026-09-21', 401)] })).toEqual(['LPR_LEAPS']);
    expect(messages({ lpr: [of('2019-07-20', 425)] })).toEqual(['LPR_TOO_EARLY']);
    expect(parse({ lpr: [of('2026-09-21', 30)] }).success).toBe(false);
    expect(parse({ lpr: [of('2026-09-21', 3_000)] }).success).toBe(false);
    expect(parse({ lpr: [of('2026-09-21', 300.5)] }).success).toBe(false);
    expect(parse({ lpr: [of('2026-09-31', 300)] }).success).toBe(false);
    expect(messages({ lprVerifiedThrough: '2099-01-01' })).toEqual(['LPR_NOT_THAT_FAR']);
    expect(messages({ leastMarkUpBps: 5_001 })).toEqual(['AT_LEAST_FIELD']);
    expect(parse({ yearDays: 364 }).success).toBe(false);
  });

  it('can always be read again by a release that knows more', () => {
    const steps = fc.array(fc.integer({ min: -25, max: 25 }), { maxLength: 24 });
    fc.assert(
      fc.property(steps, (changes) => {
        let bps = last.oneYearBps;
        const further = changes.map((change, n) => {
          bps = Math.max(50, bps + change);
          return of(addMonths(last.from, n + 1), bps);
        });
        expect(publicationsFault(PUBLISHED_LPR, further)).toBeUndefined();
        const later = [...PUBLISHED_LPR, ...further.map(({ from }) => of(addDays(from, 1), 300))];
        expect(publicationsFault(later, further)).toBeUndefined();
      }),
    );
  });
});
