import fc from 'fast-check';
import { addDays } from '../../kernel/calendar.js';
import type { DebtLine } from './debt-line.js';
import { clocksOf } from './line-totals.policy.js';
import { type Payment, partPayments, readPayments } from './payments.policy.js';

const line = (over: Partial<DebtLine> = {}): DebtLine => ({
  ...{ kind: 'invoice', documentNumber: null, periodFrom: null, periodTo: null, dueOn: '2023-03-10', invoicedOn: null },
  ...{ principalFen: 1_000n, penaltyFen: 0n, paidFen: 0n, lastInterruptedOn: null, clock: [] },
  ...over,
});
const paid = (paidOn: string, amountFen: bigint): Payment => ({ paidOn, amountFen });
const daysOf = (lines: DebtLine[], ...payments: Payment[]) =>
  partPayments(lines, payments).map((events) => events?.map(({ on }) => on) ?? []);
const endsOf = (lines: DebtLine[], today: string, ...payments: Payment[]) =>
  clocksOf(lines, today, payments).map((clock) => clock?.periodEndsOn ?? null);

describe('payments that were confirmed interrupt (Civil Code art. 195 no. 2)', () => {
  it('the period of the one line, from the day of the payment', () => {
    expect(endsOf([line()], '2026-01-10', paid('2025-12-01', 1n))).toEqual(['2028-12-01']);
    expect(clocksOf([line()], '2026-03-11', [paid('2026-03-11', 1n)])[0]).toMatchObject({
      ...{ state: 'expired', chainUnproven: true, periodEndsOn: '2026-03-10' },
    });
  });

  it('of the lines that they were for, the earliest due first (art. 560)', () => {
    const lines = [line({ dueOn: '2024-05-01' }), line({ dueOn: '2023-05-01' }), line({ dueOn: '2025-05-01' })];
    expect(daysOf(lines, paid('2025-06-01', 999n))).toEqual([[], ['2025-06-01'], []]);
    expect(daysOf(lines, paid('2025-06-01', 1_000n))).toEqual([[], ['2025-06-01'], []]);
    expect(daysOf(lines, paid('2025-06-01', 1_001n))).toEqual([['2025-06-01'], ['2025-06-01'], []]);
    const two = [paid('2025-08-01', 1_200n), paid('2025-06-01', 900n)];
    expect(daysOf(lines, ...two)).toEqual([['2025-08-01'], ['2025-06-01', '2025-08-01'], ['2025-08-01']]);
  });

  it('of all lines of one due day, which share it', () => {
    const lines = [line(), line({ documentNumber: 'B' }), line({ dueOn: '2024-05-01' })];
    expect(daysOf(lines, paid('2025-06-01', 1n))).toEqual([['2025-06-01'], ['2025-06-01'], []]);
  });

  it('not of a line that a credit note covers, nor of one that is paid', () => {
    const credit = line({ kind: 'credit_note', principalFen: -1_000n });
    const lines = [line(), credit, line({ dueOn: '2024-05-01' }), line({ dueOn: '2022-05-01', paidFen: 1_000n })];
    expect(daysOf(lines, paid('2025-06-01', 500n))).toEqual([[], [], ['2025-06-01'], []]);
  });

  it('of all instalments of one debt', () => {
    const part = { kind: 'instalment', documentNumber: 'A' } as const;
    const lines = [line({ ...part, dueOn: '2023-01-31' }), line({ ...part, dueOn: '2023-02-28' })];
    expect(endsOf(lines, '2026-01-10', paid('2025-12-01', 1n))).toEqual(['2028-12-01', '2028-12-01']);
  });

  it('and none are none', () => {
    expect(readPayments(null)).toEqual([]);
    expect(readPayments([{ id: 'x', paidOn: '2025-06-01', amountFen: '7' }])).toEqual([paid('2025-06-01', 7n)]);
    expect(endsOf([line()], '2026-01-10')).toEqual(['2026-03-10']);
  });

  it('never shorten a period, and end where the whole is paid', () => {
    const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2022-01-01', days));
    const lines = fc.array(
      fc.record({ dueOn: day, principalFen: fc.bigInt(1n, 1_000n) }).map((over) => line(over)),
      { minLength: 1, maxLength: 5 },
    );
    const payments = fc.array(fc.record({ paidOn: day, amountFen: fc.bigInt(1n, 1_500n) }), { maxLength: 5 });
    fc.assert(
      fc.property(lines, payments, day, (some, received, today) => {
        const before = clocksOf(some, today);
        for (const [n, clock] of clocksOf(some, today, received).entries()) {
          expect(clock!.expiresOn >= before[n]!.expiresOn).toBe(true);
        }
        const whole = some.reduce((sum, { principalFen }) => sum + principalFen, 0n);
        const touched = partPayments(some, [paid('2025-01-01', whole), paid('2025-01-02', 1n)]);
        expect(touched.map((events) => events!.map(({ on }) => on))).toEqual(some.map(() => ['2025-01-01']));
      }),
    );
  });
});
