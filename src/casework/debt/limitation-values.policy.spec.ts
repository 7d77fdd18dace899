import type { ClockEventKind } from './clock-event.js';
import { limitationOf } from './limitation.policy.js';
import { workingDayFrom } from './working-days.js';

/** Worked by hand from the statutes; the last days from the notices of the State Council on the holidays of each year. */
type Happened = readonly [kind: ClockEventKind, on: string, until?: string];
const clockOf = (dueOn: string, today: string, ...happened: Happened[]) =>
  limitationOf(
    {
      dueOn,
      lastInterruptedOn: null,
      clock: happened.map(([kind, on, until]) => ({ kind, on, ...(until && { until }) })),
    },
    today,
  );
const demand = (on: string): Happened => ['demand_delivered', on];

describe('the end of three years (art. 188, 202, 203)', () => {
  it.each([
    ['2018-02-28', '2021-02-28', '2021-03-01'],
    ['2020-02-29', '2023-02-28', '2023-02-28'],
    ['2020-02-28', '2023-02-28', '2023-02-28'],
    ['2019-08-31', '2022-08-31', '2022-08-31'],
    ['2021-01-30', '2024-01-30', '2024-01-30'],
    ['2022-09-29', '2025-09-29', '2025-09-29'],
    ['2022-10-01', '2025-10-01', '2025-10-09'],
    ['2022-10-07', '2025-10-07', '2025-10-09'],
    ['2023-02-15', '2026-02-15', '2026-02-24'],
    ['2020-01-24', '2023-01-24', '2023-01-28'],
    ['2021-05-01', '2024-05-01', '2024-05-06'],
    ['2023-06-19', '2026-06-19', '2026-06-22'],
    ['2022-02-01', '2025-02-01', '2025-02-05'],
    ['2021-09-29', '2024-09-29', '2024-09-29'],
    ['2021-10-12', '2024-10-12', '2024-10-12'],
    ['2023-09-20', '2026-09-20', '2026-09-20'],
    ['2023-09-25', '2026-09-25', '2026-09-28'],
    ['2019-10-02', '2022-10-02', '2022-10-08'],
    ['2018-10-10', '2021-10-10', '2021-10-11'],
    ['2022-01-26', '2025-01-26', '2025-01-26'],
    ['2021-04-05', '2024-04-05', '2024-04-07'],
  ])('of a debt due on %s is %s, the last day %s', (dueOn, periodEndsOn, lastDayOn) => {
    expect(clockOf(dueOn, lastDayOn)).toMatchObject({ state: 'running', periodEndsOn, lastDayOn, daysLeft: 0 });
    expect(clockOf(dueOn, '2026-11-30')).toMatchObject({ state: 'expired', expiresOn: lastDayOn });
  });
});

describe('a last day of any kind (art. 203)', () => {
  it.each([
    ['L45 fifteen days from 2026-09-18', '2026-10-03', '2026-10-08'],
    ['the eve of a holiday', '2026-09-30', '2026-09-30'],
    ['a Saturday that is worked', '2026-10-10', '2026-10-10'],
    ['the Sunday after it', '2026-10-11', '2026-10-12'],
    ['a holiday between two years', '2026-01-01', '2026-01-04'],
    ['a year whose holidays are not announced', '2060-06-02', null],
  ])('%s: %s becomes %s', (_, day, working) => {
    expect(workingDayFrom(day)).toBe(working);
  });
});

describe('a suspension in the last six months (art. 194)', () => {
  it.each<[string, string, string, ...Happened[]]>([
    ['on the last two days', '2022-05-01', '2025-11-01', ['obstacle', '2025-04-30', '2025-05-01']],
    ['on the day six months before the end', '2022-05-01', '2025-05-01', ['obstacle', '2024-11-01', '2024-11-01']],
    ['on the day after it', '2022-05-01', '2025-05-02', ['obstacle', '2024-11-02', '2024-11-02']],
    [
      'and another in the six months that it left',
      '2022-05-01',
      '2026-02-28',
      ['obstacle', '2025-01-10', '2025-03-10'],
      ['obstacle', '2025-08-01', '2025-08-31'],
    ],
    ['that ended on the 31st, before a leap day', '2020-12-31', '2024-02-29', ['obstacle', '2023-08-01', '2023-08-31']],
    [
      'after an interruption',
      '2019-01-15',
      '2025-06-20',
      demand('2021-12-31'),
      ['obstacle', '2024-12-01', '2024-12-20'],
    ],
  ])('%s', (_, dueOn, periodEndsOn, ...happened) => {
    expect(clockOf(dueOn, '2026-06-30', ...happened).periodEndsOn).toBe(periodEndsOn);
  });
});

describe('periods that began before 2017-10-01', () => {
  it.each<[string, string, string, ...Happened[]]>([
    ['ended by then', '2015-09-30', '2017-09-30'],
    ['ended on a holiday before', '2014-10-03', '2016-10-03'],
    ['still ran on that day', '2015-10-01', '2018-10-01'],
    ['from a leap day', '2016-02-29', '2019-02-28'],
    ['interrupted on the last day of two years', '2014-06-30', '2019-06-30', demand('2016-06-30')],
    ['interrupted a day too late', '2014-06-30', '2016-06-30', demand('2016-07-01')],
    ['interrupted on the working day after the holiday', '2014-10-03', '2019-10-08', demand('2016-10-08')],
    ['interrupted twice', '2013-05-04', '2020-05-04', demand('2015-05-04'), demand('2017-05-04')],
    // What was left ran on (民法通则 art. 139): 60 days, 90 days, 91 days into the new law.
    ['suspended', '2014-05-01', '2016-06-30', ['obstacle', '2016-01-10', '2016-03-10']],
    [
      'suspended, and interrupted in what was left',
      '2014-05-01',
      '2019-06-30',
      ['obstacle', '2016-01-10', '2016-03-10'],
      demand('2016-06-30'),
    ],
    ['suspended, ended before the change', '2015-05-01', '2017-07-30', ['obstacle', '2017-01-10', '2017-04-10']],
    ['suspended until after the change', '2015-08-01', '2018-08-01', ['obstacle', '2017-04-01', '2017-07-01']],
    // 法释〔2018〕12号 art. 4.
    ['suspended on the day of the change', '2015-08-01', '2018-08-01', ['obstacle', '2017-05-01', '2017-12-01']],
    [
      'suspended by two obstacles that overlap',
      '2014-05-01',
      '2016-06-30',
      ['obstacle', '2016-01-10', '2016-02-20'],
      ['obstacle', '2016-02-01', '2016-03-10'],
    ],
  ])('%s', (_, dueOn, periodEndsOn, ...happened) => {
    expect(clockOf(dueOn, '2018-01-02', ...happened).periodEndsOn).toBe(periodEndsOn);
  });
});

describe('twenty years (art. 188)', () => {
  it.each([
    ['2004-02-29', '2024-02-29'],
    ['2003-02-28', '2023-02-28'],
    ['2004-10-01', '2024-10-01'],
  ])('of a debt due on %s end on %s', (dueOn, longStopOn) => {
    const year = Number(dueOn.slice(0, 4));
    const often = Array.from({ length: 13 }, (_, n) => demand(`${year + 1 + Math.floor(n * 1.5)}-09-01`));
    expect(clockOf(dueOn, longStopOn, ...often)).toMatchObject({ state: 'running', longStopOn, expiresOn: longStopOn });
    const next = longStopOn === '2024-02-29' ? '2024-03-01' : longStopOn === '2023-02-28' ? '2023-03-01' : '2024-10-02';
    expect(clockOf(dueOn, next, ...often).state).toBe('beyond_long_stop');
  });

  it('are not suspended', () => {
    const held: Happened[] = [
      ...Array.from({ length: 10 }, (_, n) => demand(`${2007 + 2 * n}-03-01`)),
      demand('2025-03-01'),
    ];
    const clock = clockOf('2006-03-15', '2026-03-10', ...held, ['obstacle', '2026-01-01']);
    expect(clock).toMatchObject({ longStopOn: '2026-03-15', expiresOn: '2026-03-15' });
  });
});

describe('what interrupts and what does not', () => {
  it.each<[string, string, string, string, ...Happened[]]>([
    ['a chain of demands', '2020-01-15', 'running', '2028-11-30', demand('2022-12-01'), demand('2025-11-30')],
    ['a chain with a gap', '2018-01-15', 'expired', '2023-12-01', demand('2020-12-01'), demand('2024-12-02')],
    [
      'a payment on the last day after a holiday',
      '2022-10-01',
      'running',
      '2028-10-09',
      ['part_payment', '2025-10-09'],
    ],
    ['a payment a day later', '2022-10-01', 'expired', '2025-10-01', ['part_payment', '2025-10-10']],
    ['a promise a year after the end', '2019-06-30', 'running', '2026-12-15', ['promise', '2023-12-15']],
    [
      'a plan after the end, from its last due day',
      '2019-06-30',
      'running',
      '2027-02-28',
      ['plan', '2023-01-10', '2024-02-29'],
    ],
    [
      'a demand after a promise after the end',
      '2019-06-30',
      'running',
      '2029-01-05',
      ['promise', '2023-12-15'],
      demand('2026-01-05'),
    ],
    ['a suit of the last day that ended', '2020-05-29', 'running', '2027-05-31', ['suit', '2023-05-29', '2024-05-31']],
    [
      'two suits that overlap',
      '2019-03-10',
      'running',
      '2027-03-31',
      ['suit', '2021-03-01', '2022-06-30'],
      ['suit', '2022-01-10', '2024-03-31'],
    ],
    ['a first demand without a grace', '2020-01-01', 'running', '2027-02-28', ['first_demand', '2024-02-29']],
    [
      'a refusal within the grace',
      '2020-01-01',
      'running',
      '2028-02-10',
      ['first_demand', '2025-02-01', '2025-02-16'],
      ['refusal', '2025-02-10'],
    ],
    [
      'a refusal after the grace',
      '2020-01-01',
      'running',
      '2028-02-16',
      ['first_demand', '2025-02-01', '2025-02-16'],
      ['refusal', '2025-03-01'],
    ],
    [
      'a demand after the first one',
      '2020-01-01',
      'running',
      '2028-01-10',
      ['first_demand', '2022-02-01', '2022-02-16'],
      demand('2025-01-10'),
    ],
    [
      'L6 goods received, then demanded: no debt without a term',
      '2024-01-01',
      'running',
      '2027-01-10',
      ['goods_received', '2021-03-01'],
      ['first_demand', '2024-01-10', '2024-01-25'],
    ],
    [
      'L6 goods received, demanded too late',
      '2024-01-01',
      'expired',
      '2022-03-01',
      ['goods_received', '2019-03-01'],
      ['first_demand', '2023-05-10', '2023-05-25'],
    ],
  ])('%s', (_, dueOn, state, periodEndsOn, ...happened) => {
    expect(clockOf(dueOn, '2026-09-15', ...happened)).toMatchObject({ state, periodEndsOn });
  });

  it('a first demand without which the debt would be time-barred needs proof, as an interruption does', () => {
    const first: Happened = ['first_demand', '2025-02-01', '2025-02-16'];
    expect(clockOf('2020-01-01', '2025-06-01', first).leansOn).toBe('2025-02-01');
    expect(clockOf('2024-01-01', '2025-06-01', first).leansOn).toBeNull();
  });

  it('nor does an obstacle prove itself', () => {
    const obstacle: Happened = ['obstacle', '2025-01-10'];
    expect(clockOf('2022-05-01', '2025-05-06', obstacle)).toMatchObject({ state: 'suspended', leansOn: null });
    expect(clockOf('2022-05-01', '2025-05-07', obstacle)).toMatchObject({ state: 'suspended', leansOn: '2025-01-10' });
  });
});
