import type { ClockEventKind } from './clock-event.js';
import { limitationOf } from './limitation.policy.js';

/** The clock of a debt: `at('2020-03-10', '2023-03-11', ['demand_delivered', '2022-01-01'])`. */
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
const endOf = (dueOn: string, today: string, ...happened: Happened[]) =>
  clockOf(dueOn, today, ...happened).periodEndsOn;

const dueOn = '2020-03-10';
const on = (today: string, lastInterruptedOn: string | null = null) =>
  limitationOf({ dueOn, lastInterruptedOn }, today);

describe('limitation clock', () => {
  it('runs three years from the due day, the last day included', () => {
    expect(on('2020-03-10').state).toBe('not_started');
    expect(on('2020-03-11')).toMatchObject({ state: 'running', expiresOn: '2023-03-10', daysLeft: 1094 });
    expect(on('2023-03-10')).toMatchObject({ state: 'running', daysLeft: 0 });
    expect(on('2023-03-11')).toMatchObject({ state: 'expired', daysLeft: -1 });
  });

  it('starts again at an interruption', () => {
    expect(on('2024-01-01', '2022-06-01')).toMatchObject({
      ...{ state: 'running', runsFrom: '2022-06-01', interruptedOn: '2022-06-01', chainUnproven: false },
      ...{ periodEndsOn: '2025-06-01', lastDayOn: '2025-06-03', expiresOn: '2025-06-03', leansOn: '2022-06-01' },
    });
  });

  it('stays ended when an interruption came too late to have been the only one, and says so', () => {
    expect(on('2024-01-01', '2023-03-10')).toMatchObject({ state: 'running', chainUnproven: false });
    expect(on('2024-01-01', '2023-03-11')).toMatchObject({ state: 'expired', chainUnproven: true, runsFrom: dueOn });
  });

  it('ignores an interruption before the due day or still to come', () => {
    expect(on('2024-01-01', '2019-12-01').runsFrom).toBe(dueOn);
    expect(on('2024-01-01', '2024-01-02')).toMatchObject({ state: 'expired', runsFrom: dueOn, chainUnproven: false });
  });

  it('ends at twenty years whatever interrupted it', () => {
    const often = Array.from({ length: 9 }, (_, n): Happened => ['demand_delivered', `${2022 + 2 * n}-01-01`]);
    const last: Happened = ['demand_delivered', '2039-12-01'];
    expect(clockOf(dueOn, '2040-03-10', ...often, last)).toMatchObject({ state: 'running', expiresOn: '2040-03-10' });
    expect(clockOf(dueOn, '2040-03-11', ...often, last).state).toBe('beyond_long_stop');
  });
});

describe('the rows of the law on limitation', () => {
  it('L2 no such day: the last day of the month', () => {
    const clock = clockOf('2024-02-29', '2026-11-30');
    expect(clock.periodEndsOn).toBe('2027-02-28');
    expect(endOf('2021-08-31', '2023-01-01', ['obstacle', '2024-08-01', '2024-08-31'])).toBe('2024-08-31');
    expect(endOf('2021-08-31', '2024-09-15', ['obstacle', '2024-08-01', '2024-08-31'])).toBe('2025-02-28');
  });

  it('L4 instalments of one debt: all until three years after the last', () => {
    expect(clockOf('2023-12-31', '2026-12-31')).toMatchObject({ state: 'running', expiresOn: '2026-12-31' });
  });

  it('L5 property fee: each year is a debt of its own', () => {
    const states = [2019, 2020, 2021, 2022].map((year) => clockOf(`${year}-12-31`, '2025-06-01'));
    expect(states.map(({ state }) => state)).toEqual(['expired', 'expired', 'expired', 'running']);
    expect(states.map(({ periodEndsOn }) => periodEndsOn)).toEqual([
      '2022-12-31',
      '2023-12-31',
      '2024-12-31',
      '2025-12-31',
    ]);
    expect(states.at(-1)!.expiresOn).toBe('2025-12-31');
  });

  it('L6 sale without a day of payment: from the receipt of the goods', () => {
    const goods: Happened = ['goods_received', '2023-04-10'];
    expect(clockOf('2023-06-30', '2025-01-01', goods)).toMatchObject({
      runsFrom: '2023-04-10',
      expiresOn: '2026-04-10',
    });
  });

  it('L7 no term, first demand: from the end of the grace it gave', () => {
    const demand: Happened = ['first_demand', '2025-02-01', '2025-02-16'];
    expect(clockOf('2020-01-01', '2025-06-01', demand)).toMatchObject({
      ...{ state: 'running', runsFrom: '2025-02-16', periodEndsOn: '2028-02-16' },
    });
    expect(clockOf('2020-01-01', '2025-02-10', demand).state).toBe('not_started');
  });

  it('L8 no term, plain refusal at the first demand: from the refusal', () => {
    const both: Happened[] = [
      ['first_demand', '2025-02-01', '2025-02-16'],
      ['refusal', '2025-02-01'],
    ];
    expect(endOf('2020-01-01', '2025-06-01', ...both)).toBe('2028-02-01');
  });

  it.each<[string, ClockEventKind, string, string, string]>([
    [
      'L9 a letter counts when it is signed for, not when it is posted',
      'demand_delivered',
      '2022-01-31',
      '2024-03-04',
      '2027-03-04',
    ],
    ['L10 signed by a person living with the debtor', 'demand_delivered', '2022-01-31', '2024-03-04', '2027-03-04'],
    ['L11 signed by the mail room', 'demand_delivered', '2022-01-31', '2024-03-04', '2027-03-04'],
    ['L13 debtor missing, newspaper', 'demand_published', '2022-01-31', '2024-04-01', '2027-04-01'],
    ['L16 plan mailed by the debtor', 'plan', '2021-01-31', '2023-08-01', '2026-08-01'],
    ['L16 security', 'security', '2021-01-31', '2023-08-01', '2026-08-01'],
    ['L16 request for time', 'extension_request', '2021-01-31', '2023-08-01', '2026-08-01'],
    ['L17 undated note of the debt after the due day', 'iou_received', '2020-01-31', '2022-08-01', '2025-08-01'],
    [
      'L23 joint debtors: what interrupts one period interrupts the other',
      'joint_debtor',
      '2022-01-31',
      '2024-03-04',
      '2027-03-04',
    ],
    ['L24 assignment', 'assignment_notice', '2022-01-31', '2024-09-09', '2027-09-09'],
    ['the bank took from the account', 'account_debited', '2022-01-31', '2024-09-09', '2027-09-09'],
    ['part payment', 'part_payment', '2022-01-31', '2024-09-09', '2027-09-09'],
    ['debt assumed by another', 'debt_assumption', '2022-01-31', '2024-09-09', '2027-09-09'],
  ])('%s', (_, kind, due, day, end) => {
    expect(clockOf(due, '2024-12-31', [kind, day])).toMatchObject({
      runsFrom: day,
      interruptedOn: day,
      periodEndsOn: end,
    });
  });

  it('L16 a plan: from its own last due day', () => {
    const plan: Happened = ['plan', '2023-08-01', '2024-07-31'];
    expect(clockOf('2021-01-31', '2025-01-01', plan)).toMatchObject({
      runsFrom: '2024-07-31',
      periodEndsOn: '2027-07-31',
    });
    expect(clockOf('2021-01-31', '2024-01-01', plan).state).toBe('not_started');
  });

  it('L19 suit withdrawn after service: from the day the ruling takes effect', () => {
    const suit: Happened = ['suit', '2023-09-01'];
    const ruling: Happened = ['suit_withdrawn', '2023-12-15'];
    expect(clockOf('2021-01-31', '2024-06-01', suit, ruling)).toMatchObject({
      state: 'running',
      periodEndsOn: '2026-12-15',
    });
    expect(endOf('2021-01-31', '2024-06-01', ['suit', '2023-09-01', '2023-12-15'])).toBe('2026-12-15');
  });

  it('a suit withdrawn before it was served was never filed', () => {
    const unserved: Happened[] = [
      ['suit', '2023-09-01'],
      ['suit_withdrawn_unserved', '2023-09-20'],
    ];
    expect(clockOf('2021-01-31', '2024-06-01', ...unserved)).toMatchObject({
      state: 'expired',
      periodEndsOn: '2024-01-31',
    });
  });

  it('a pending suit stops the clock until it ends (art. 195)', () => {
    const pending = clockOf('2020-01-31', '2025-06-02', ['suit', '2022-09-01']);
    expect(pending).toMatchObject({ state: 'stopped', interruptedOn: '2022-09-01', periodEndsOn: '2028-06-02' });
    const ended = clockOf('2020-01-31', '2025-06-02', ['suit', '2022-09-01', '2025-05-05']);
    expect(ended).toMatchObject({ state: 'running', runsFrom: '2025-05-05' });
    expect(clockOf('2020-01-31', '2025-06-02', ['suit', '2023-02-01'])).toMatchObject({
      state: 'expired',
      chainUnproven: true,
    });
  });

  it.each<[string, ClockEventKind]>([
    ['L20 payment order', 'payment_order'],
    ['L20 preservation', 'preservation'],
    ['L20 bankruptcy claim', 'bankruptcy_claim'],
    ['L20 enforcement', 'enforcement'],
    ['L20 set-off in a suit', 'set_off'],
    ['L21 mediation body', 'mediation'],
  ])('%s interrupts from the application', (_, kind) => {
    expect(clockOf('2021-06-30', '2024-08-01', [kind, '2024-06-03'])).toMatchObject({
      state: 'stopped',
      interruptedOn: '2024-06-03',
    });
    expect(endOf('2021-06-30', '2024-12-31', [kind, '2024-06-03', '2024-09-02'])).toBe('2027-09-02');
    expect(endOf('2021-06-30', '2024-12-31', [kind, '2024-06-03', '2024-06-03'])).toBe('2027-06-03');
  });

  it('L22 report to the police: from the day the refusal is known', () => {
    expect(endOf('2022-01-31', '2024-12-31', ['police_report', '2024-06-03', '2024-07-01'])).toBe('2027-07-01');
  });

  it('L25 interruption after expiry: stays expired', () => {
    const letter: Happened = ['demand_delivered', '2023-02-01'];
    expect(clockOf('2019-06-30', '2023-06-01', letter)).toMatchObject({
      ...{ state: 'expired', chainUnproven: true, periodEndsOn: '2022-06-30', interruptedOn: null },
    });
    const earlier: Happened = ['demand_delivered', '2021-02-01'];
    expect(clockOf('2019-06-30', '2023-06-01', letter, earlier)).toMatchObject({
      state: 'running',
      chainUnproven: false,
    });
  });

  it.each<ClockEventKind>(['plan', 'promise', 'security', 'extension_request', 'iou_received'])(
    'L26 promise after expiry (%s): anew from it',
    (kind) => {
      expect(clockOf('2019-06-30', '2023-06-01', [kind, '2023-02-01'])).toMatchObject({
        ...{ state: 'running', runsFrom: '2023-02-01', periodEndsOn: '2026-02-01', chainUnproven: false },
      });
    },
  );

  it.each<ClockEventKind>(['part_payment', 'acknowledgement'])(
    'a mere %s after expiry promises nothing about the rest',
    (kind) => {
      expect(clockOf('2019-06-30', '2023-06-01', [kind, '2023-02-01'])).toMatchObject({
        state: 'expired',
        chainUnproven: true,
      });
    },
  );

  it('L28 suspension: six months are left after an obstacle in the last six', () => {
    const obstacle: Happened = ['obstacle', '2025-01-10', '2025-03-10'];
    expect(clockOf('2022-05-01', '2025-06-01', obstacle)).toMatchObject({
      state: 'running',
      periodEndsOn: '2025-09-10',
    });
    // It began before the last six months and lasts into them; one that ended before them counts for nothing.
    expect(endOf('2022-05-01', '2025-06-01', ['obstacle', '2024-02-01', '2024-11-02'])).toBe('2025-05-02');
    expect(endOf('2022-05-01', '2025-06-01', ['obstacle', '2024-02-01', '2024-10-31'])).toBe('2025-05-01');
    expect(endOf('2022-05-01', '2025-06-01', ['obstacle', '2025-05-02', '2025-05-20'])).toBe('2025-05-01');
    expect(clockOf('2022-05-01', '2025-04-01', ['obstacle', '2025-01-10'])).toMatchObject({
      ...{ state: 'suspended', periodEndsOn: '2025-10-01' },
    });
  });

  it('L30 twenty years: beyond the long-stop from the next day, a holiday or not', () => {
    const often = Array.from({ length: 10 }, (_, n): Happened => ['demand_delivered', `${2005 + 2 * n}-09-30`]);
    // Two years each, which was the period then.
    expect(clockOf('2004-05-01', '2024-05-01', ...often).state).not.toBe('beyond_long_stop');
    expect(clockOf('2004-05-01', '2024-05-02', ...often)).toMatchObject({
      state: 'beyond_long_stop',
      longStopOn: '2024-05-01',
    });
  });

  it('L33 an agreed other period is void: there is no place to state one', () => {
    const stated = { dueOn: '2022-05-01', lastInterruptedOn: null, clock: [], agreedMonths: 60 };
    expect(limitationOf(stated, '2025-01-01').periodEndsOn).toBe('2025-05-01');
  });

  it('the last day on a holiday: the next working day (art. 203)', () => {
    expect(clockOf('2022-10-01', '2025-10-02')).toMatchObject({
      state: 'running',
      periodEndsOn: '2025-10-01',
      lastDayOn: '2025-10-09',
    });
    expect(clockOf('2022-10-01', '2025-10-10').state).toBe('expired');
    // A working Saturday is a working day.
    expect(clockOf('2021-02-04', '2024-02-05')).toMatchObject({ state: 'expired', lastDayOn: '2024-02-04' });
    // Holidays that are not announced are not guessed.
    expect(clockOf('2064-02-29', '2066-11-30')).toMatchObject({ lastDayOn: null, expiresOn: '2067-02-28' });
  });

  it('two years before 2017-10-01, unless they still ran on it', () => {
    expect(clockOf('2015-10-01', '2018-01-01')).toMatchObject({ state: 'running', periodEndsOn: '2018-10-01' });
    expect(clockOf('2015-09-30', '2018-01-01')).toMatchObject({ state: 'expired', periodEndsOn: '2017-09-30' });
    const letter: Happened = ['demand_delivered', '2017-09-01'];
    expect(endOf('2015-09-30', '2018-01-01', letter)).toBe('2020-09-01');
  });
});
