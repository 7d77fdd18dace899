import fc from 'fast-check';
import { earnedIn, isPeriod, type StatementEntry, spanOf, statementOf } from './statement.policy.js';

const AT = new Date('2026-11-21T04:05:06Z');
const CASE = '01890000-0000-7000-8000-000000000001';
const KINDS = [
  ['repayment', 'commission'],
  ['repayment', 'service_fee'],
  ['reversal', 'commission'],
  ['adjustment', 'service_fee'],
  ['payout', 'payout'],
  ['payout_returned', 'payout'],
  ['creditor_payment', 'payment'],
] as const;

const entry: fc.Arbitrary<StatementEntry> = fc
  .record({ kind: fc.constantFrom(...KINDS), amountFen: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }) })
  .map(({ kind: [transferKind, part], amountFen }) => ({
    id: CASE,
    occurredAt: AT,
    transferKind,
    part,
    amountFen,
    referenceId: 'r1',
    caseId: CASE,
  }));

describe('a statement', () => {
  it('closes at its opening and every line, and its totals cover each line once', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.array(entry), (opening, entries) => {
        const made = statementOf(opening, entries, new Map());
        const moved = entries.reduce((sum, one) => sum + one.amountFen, 0n);
        expect(made.closingFen).toBe(opening + moved);
        expect(Object.values(made.totals).reduce((sum, one) => sum + one, 0n)).toBe(moved);
      }),
    );
  });

  it('shows the payment behind a commission, taken back in its reversal, and not again in an adjustment', () => {
    const parties = { creditorId: 'c', providerId: 'p' };
    const facts = new Map([
      ['r1', { repaidFen: 500n, payee: 'provider' as const, billableAt: AT, bookedAt: AT, ...parties }],
    ]);
    const of = (transferKind: string) => ({ ...sample('commission', 100n), transferKind });
    const made = statementOf(0n, [of('repayment'), of('reversal'), of('adjustment')], facts);
    expect(made.lines.map((line) => line.repaidFen)).toEqual([500n, -500n, null]);
    expect(made.lines.map((line) => line.kind)).toEqual(['commission', 'commission_reversal', 'commission_adjustment']);
  });

  it('refuses an entry it has no words for', () => {
    expect(() => statementOf(0n, [{ ...sample('commission', 1n), transferKind: 'gift' }], new Map())).toThrow(/gift/);
  });

  it('is of a month in China', () => {
    expect(spanOf('2026-12')).toEqual({
      from: new Date('2026-11-30T16:00:00Z'),
      until: new Date('2026-12-31T16:00:00Z'),
    });
    expect(['2026-13', '2026-00', '26-01', '2026-1', 'x'].some(isPeriod)).toBe(false);
  });

  it('counts what takes a commission back by the day of the commission, and nothing but commissions', () => {
    const facts = { repaidFen: 500n, payee: 'provider' as const, billableAt: AT, creditorId: 'c', providerId: 'p' };
    const bookings = new Map([['r1', { ...facts, bookedAt: new Date('2026-06-30T16:00:00Z') }]]);
    const of = (transferKind: string, part = 'commission') => ({ ...sample(part, 100n), transferKind });
    const entries = [of('repayment'), of('reversal'), of('adjustment'), of('payout', 'payout')];
    const earned = earnedIn(statementOf(0n, entries, bookings));
    expect(earned).toEqual(Array.from({ length: 3 }, () => ({ amountFen: 100n, on: '2026-07-01' })));
    expect(earnedIn(statementOf(0n, [of('repayment')], new Map()))).toEqual([{ amountFen: 100n, on: '2026-11-21' }]);
  });
});

function sample(part: string, amountFen: bigint): StatementEntry {
  return { id: CASE, occurredAt: AT, transferKind: 'repayment', part, amountFen, referenceId: 'r1', caseId: CASE };
}
