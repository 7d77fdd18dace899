import fc from 'fast-check';
import { addDays, addMonths } from '../../kernel/calendar.js';
import { limitationOf } from './limitation.policy.js';

const dueOn = '2020-03-10';
const on = (today: string, lastInterruptedOn: string | null = null) =>
  limitationOf({ dueOn, lastInterruptedOn }, today);
const day = fc.integer({ min: -9_000, max: 9_000 }).map((days) => addDays('2022-01-01', days));

describe('limitation clock', () => {
  it('runs three years from the due day, the last day included', () => {
    expect(on('2020-03-10').state).toBe('not_started');
    expect(on('2020-03-11')).toMatchObject({ state: 'running', expiresOn: '2023-03-10', daysLeft: 1094 });
    expect(on('2023-03-10')).toMatchObject({ state: 'running', daysLeft: 0 });
    expect(on('2023-03-11')).toMatchObject({ state: 'expired', daysLeft: -1 });
  });

  it('starts again at an interruption', () => {
    expect(on('2024-01-01', '2022-06-01')).toMatchObject({
      state: 'running',
      runsFrom: '2022-06-01',
      expiresOn: '2025-06-01',
      chainUnproven: false,
    });
  });

  it('marks an interruption that came too late to have been the only one', () => {
    expect(on('2024-01-01', '2023-03-10').chainUnproven).toBe(false);
    expect(on('2024-01-01', '2023-03-11').chainUnproven).toBe(true);
  });

  it('ignores an interruption before the due day or still to come', () => {
    expect(on('2024-01-01', '2019-12-01').runsFrom).toBe(dueOn);
    expect(on('2024-01-01', '2024-01-02')).toMatchObject({ state: 'expired', runsFrom: dueOn });
  });

  it('ends at twenty years whatever interrupted it', () => {
    expect(on('2040-03-10', '2039-01-01')).toMatchObject({ state: 'running', expiresOn: '2040-03-10' });
    expect(on('2040-03-11', '2039-01-01').state).toBe('beyond_long_stop');
  });

  it('never ends earlier for a later interruption, nor later than the long-stop', () => {
    fc.assert(
      fc.property(day, day, day, day, (due, a, b, today) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        const earlier = limitationOf({ dueOn: due, lastInterruptedOn: first }, today);
        const later = limitationOf({ dueOn: due, lastInterruptedOn: second }, today);
        if (second <= today) expect(later.expiresOn >= earlier.expiresOn).toBe(true);
        expect(later.expiresOn <= addMonths(due, 240)).toBe(true);
        expect(later.expiresOn >= addMonths(due, 36)).toBe(true);
        expect(later.daysLeft < 0).toBe(later.state === 'expired' || later.state === 'beyond_long_stop');
      }),
    );
  });
});
