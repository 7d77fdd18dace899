import { type CaseLine, expiryOf, seenLines } from './case-lines.js';

describe('the lines of a case on a day', () => {
  const line = (over: Partial<CaseLine>): CaseLine => ({
    ...{ lineNumber: 1, kind: 'invoice', documentNumber: null, periodFrom: null, periodTo: null, invoicedOn: null },
    ...{ principalFen: 100n, penaltyFen: 0n, paidFen: 0n, lastInterruptedOn: null, clock: [], withdrawnAt: null },
    ...{ dueOn: '2023-01-10', limitationExpiresOn: '2026-01-12', ...over },
  });
  const seen = (over: Partial<CaseLine>, today: string) => {
    const lines = seenLines([line(over)], today, []);
    const [{ limitation, limitationExpiresOn, limitationDaysLeft }] = lines as [(typeof lines)[0]];
    expect(expiryOf(lines)).toBe(limitationExpiresOn);
    return [limitation?.state, limitationExpiresOn, limitationDaysLeft];
  };

  it('end with their period while nothing moves it', () => {
    expect(seen({}, '2025-06-01')).toEqual(['running', '2026-01-12', 225]);
  });

  it('have no end yet while a suit is pending, and a new one from the day it ended', () => {
    // Written on 2024-06-03, when three years from that day ended on 2027-06-03.
    const suit = { kind: 'suit', on: '2024-06-03' } as const;
    const written = { limitationExpiresOn: '2027-06-03', clock: [suit] };
    expect(seen(written, '2025-06-01')).toEqual(['stopped', '2028-06-01', 1096]);
    const ended = { ...written, clock: [{ ...suit, until: '2025-03-03' }] };
    expect(seen(ended, '2025-06-01')).toEqual(['running', '2028-03-03', 1006]);
  });
});
