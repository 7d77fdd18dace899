import { alarmAt } from './disclosure.policy.js';

const alarms = { notice: 50, warning: 500, critical: 5_000 };

describe('the bulk-read alarm', () => {
  it('sounds once per level, at the first read above its threshold', () => {
    const heard = Array.from({ length: 6_000 }, (_, n) => [n + 1, alarmAt(n + 1, alarms)] as const);
    expect(heard.filter(([, level]) => level)).toEqual([
      [51, 'notice'],
      [501, 'warning'],
      [5_001, 'critical'],
    ]);
  });

  it('says the loudest where thresholds coincide', () => {
    expect(alarmAt(11, { notice: 10, warning: 10, critical: 10 })).toBe('critical');
  });
});
