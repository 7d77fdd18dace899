import fc from 'fast-check';
import { addDays } from '../../kernel/calendar.js';
import { fenFromYuan, yuanFromFen } from '../../kernel/money.js';
import type { ClaimTerms, DebtLine, Payment } from '../debt/index.js';
import { claimOf } from './claim.policy.js';
import { claimParameters, interestFigures } from './claim-figures.js';
import type { ClaimFacts } from './claim-shape.js';
import { percentOf } from './interest.policy.js';

const parameters = claimParameters(interestFigures.schema.parse({}), 4);
const yuan = (text: string) => fenFromYuan(text)!;
const TERMS: ClaimTerms = {
  ...{ contractOn: null, filedOn: '2026-08-20', ordinaryRateBps: null, overdueRateBps: 365, penaltyRateBps: null },
  ...{ feesFen: null, deductedInAdvanceFen: null, lender: null, creditorScale: null, debtorScale: null },
  ...{ paymentTermDays: null, payWhenPaid: null },
};
const line = (over: Partial<DebtLine> = {}): DebtLine => ({
  ...{ kind: 'invoice', documentNumber: null, periodFrom: null, periodTo: null, dueOn: '2025-06-01', invoicedOn: null },
  ...{ principalFen: yuan('1000'), penaltyFen: 0n, paidFen: 0n, lastInterruptedOn: null, clock: [] },
  ...over,
});
const sale = (lines: DebtLine[], payments: Payment[], terms: Partial<ClaimTerms> = {}): ClaimFacts => ({
  ...{ category: 'commercial_receivable', lines, invoicedOn: null, annualRateBps: null, payments },
  terms: { ...TERMS, ...terms },
});
const paid = (paidOn: string, amount: string): Payment => ({ paidOn, amountFen: yuan(amount) });
const of = (facts: ClaimFacts, today: string) => {
  const claim = claimOf(facts, today, parameters);
  return {
    ...claim,
    steps: claim.allowed.segments.map(({ line: at, from, days, amountFen, interestFen }) => [
      ...[at, from, days, yuanFromFen(amountFen), yuanFromFen(interestFen)],
    ]),
    sums: [claim.principalFen, claim.allowedFen, claim.coveredFen, claim.receivedFen].map(yuanFromFen),
    said: claim.notes.map(({ code, params }) => [code, params] as const),
  };
};

describe('payments that were confirmed since a debt was posted (Civil Code art. 560, 561)', () => {
  it('cover the interest of their day first, then the principal, which bears less from then on', () => {
    // 3.65 % a year of 1,000 CNY is 10 fen a day: 10 CNY after 100 days.
    const claim = of(sale([line()], [paid('2025-09-09', '510')]), '2025-12-18');
    expect(claim.steps).toEqual([
      [0, '2025-06-01', 100, '1000.00', '10.00'],
      [0, '2025-09-09', 100, '500.00', '5.00'],
    ]);
    expect(claim.sums).toEqual(['500.00', '15.00', '10.00', '510.00']);
    expect(claim.said).toContainEqual([
      ...['PAYMENTS_COVER_CHARGES_FIRST', { received: '510.00', charges: '10.00', principal: '500.00' }],
    ]);
  });

  it('cover no more than interest when they are small, and interest bears none', () => {
    const claim = of(sale([line()], [paid('2025-09-09', '4'), paid('2025-09-19', '5')]), '2025-12-18');
    expect(claim.sums).toEqual(['1000.00', '20.00', '9.00', '9.00']);
  });

  it('cover costs first, and each line with its interest before the next, the earliest due first', () => {
    const lines = [line({ dueOn: '2025-07-01' }), line({ dueOn: '2025-06-01' })];
    const claim = of(sale(lines, [paid('2025-09-09', '1100')], { feesFen: yuan('30') }), '2025-09-09');
    // 30 of costs, 10 and 1,000 on the line due first, 7 of interest and 53 of principal on the other.
    expect(claim.sums).toEqual(['947.00', '47.00', '47.00', '1100.00']);
  });

  it('count in the order of their days, whatever the order in which they were confirmed', () => {
    const two = [paid('2025-09-09', '510'), paid('2025-10-29', '100')];
    expect(of(sale([line()], two), '2025-12-18').sums).toEqual(
      of(sale([line()], [...two].reverse()), '2025-12-18').sums,
    );
    expect(of(sale([line()], two), '2025-09-08').receivedFen).toBe(0n);
    const inParts = [paid('2025-09-09', '300'), paid('2025-10-29', '100'), paid('2025-09-09', '210')];
    expect(of(sale([line()], inParts), '2025-12-18')).toEqual(of(sale([line()], two), '2025-12-18'));
  });

  it('cover no interest that nobody asks: what a creditor states is what it claims', () => {
    const claim = of(sale([line({ penaltyFen: yuan('4') })], [paid('2025-09-09', '504')]), '2025-12-18');
    expect(claim.sums).toEqual(['500.00', '15.00', '4.00', '504.00']);
  });

  it('and those of before cover stated charges, which are owed no more', () => {
    const before = line({ penaltyFen: yuan('5'), paidFen: yuan('5') });
    expect(of(sale([before], []), '2025-09-09').sums).toEqual(['1000.00', '10.00', '5.00', '0.00']);
  });

  it('cover nothing of a loan’s charges above the cap', () => {
    const facts: ClaimFacts = {
      ...sale([line({ kind: 'loan', principalFen: yuan('100000'), dueOn: '2025-06-01' })], []),
      category: 'private_loan',
      terms: { ...TERMS, contractOn: '2025-06-01', overdueRateBps: 3_600 },
    };
    // 12 % at most: 100 days are 3,287.67.
    const claim = of({ ...facts, payments: [paid('2025-09-09', '53287.67')] }, '2025-12-18');
    expect(claim.sums).toEqual(['50000.00', '4931.51', '3287.67', '53287.67']);
    expect(claim.allowed.segments.map(({ rate }) => percentOf(rate))).toEqual(['12.00 %', '12.00 %']);
    expect(of({ ...facts, payments: [paid('2025-09-09', '104000')] }, '2025-12-18').said).toContainEqual([
      ...['PAID_BEYOND_CLAIM', { rest: '712.33' }],
    ]);
  });
});

describe('every claim after payments', () => {
  const day = fc.nat(900).map((days) => addDays('2024-01-01', days));
  const fen = fc.bigInt(0n, 10n ** 8n);
  const lines = fc.array(
    fc.record({ dueOn: day, principalFen: fc.bigInt(1n, 10n ** 8n), penaltyFen: fen }).map((over) => line(over)),
    { minLength: 1, maxLength: 4 },
  );
  const payments = fc.array(fc.record({ paidOn: day, amountFen: fc.bigInt(1n, 10n ** 8n) }), { maxLength: 5 });
  const category = fc.constantFrom('commercial_receivable' as const, 'private_loan' as const);

  it('divides what was received without rest, and is never more than without them', () => {
    fc.assert(
      fc.property(lines, payments, category, fc.option(fen), (some, received, kind, feesFen) => {
        const facts = { ...sale(some, received, { feesFen }), category: kind };
        const claim = of(facts, '2026-08-20');
        const alone = of({ ...facts, payments: [] }, '2026-08-20');
        expect(claim.principalFen >= 0n && claim.coveredFen <= claim.allowedFen).toBe(true);
        expect(claim.allowedFen).toBeLessThanOrEqual(alone.allowedFen + BigInt(claim.steps.length));
        const sum = received.reduce((total, { amountFen }) => total + amountFen, 0n);
        expect(claim.receivedFen).toBe(sum);
        const rest = claim.said.find(([code]) => code === 'PAID_BEYOND_CLAIM')?.[1]['rest'] ?? '0.00';
        const principal = alone.principalFen - claim.principalFen;
        expect(claim.coveredFen + principal + yuan(rest)).toBe(sum);
      }),
      { numRuns: 500 },
    );
  });
});
