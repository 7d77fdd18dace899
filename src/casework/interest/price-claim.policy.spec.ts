import { addDays } from '../../kernel/calendar.js';
import { fenFromYuan, yuanFromFen } from '../../kernel/money.js';
import type { ClaimTerms, DebtLine } from '../debt/index.js';
import { claimOf } from './claim.policy.js';
import { claimParameters, interestFigures } from './claim-figures.js';
import type { ClaimFacts } from './claim-shape.js';
import { interestOf, percentOf } from './interest.policy.js';
import {
  complaintAnswers,
  isExcessivePenalty,
  isSmeClaim,
  ratesByLaw,
  smeRate,
  termByLaw,
  termOf,
} from './late-payment.policy.js';

const parameters = claimParameters(interestFigures.schema.parse({}), 4);
const yuan = (text: string) => fenFromYuan(text)!;
const NOTHING: ClaimTerms = {
  ...{ contractOn: null, filedOn: null, ordinaryRateBps: null, overdueRateBps: null, penaltyRateBps: null },
  ...{ feesFen: null, deductedInAdvanceFen: null, lender: null, creditorScale: null, debtorScale: null },
  ...{ paymentTermDays: null, payWhenPaid: null },
};
const line = (over: Partial<DebtLine> = {}): DebtLine => ({
  ...{ kind: 'invoice', documentNumber: null, periodFrom: null, periodTo: null, dueOn: '2024-09-01', invoicedOn: null },
  ...{ principalFen: yuan('100000'), penaltyFen: 0n, paidFen: 0n, lastInterruptedOn: null, clock: [] },
  ...over,
});
const sale = (terms: Partial<ClaimTerms> | null, over: Partial<DebtLine> = {}): ClaimFacts => ({
  ...{ category: 'commercial_receivable', lines: [line(over)], invoicedOn: null },
  ...{ annualRateBps: null, terms: terms && { ...NOTHING, ...terms } },
});
const of = (facts: ClaimFacts, today: string) => claimOf(facts, today, parameters);
const codes = (facts: ClaimFacts, today: string) => of(facts, today).notes.map(({ code }) => code);

describe('late payment of a price', () => {
  it.each([
    ['I7', '2021-05-10', '80000', 200, '5.005 %', '2193.97', '5.775 %', '2531.51'],
    ['I8', '2025-06-01', '1000000', 100, '3.90 %', '10684.93', '4.50 %', '12328.77'],
  ])('%s: nothing agreed, broken on %s', (_, breachOn, amount, days, least, leastSum, most, mostSum) => {
    const rates = ratesByLaw(breachOn, parameters)!;
    expect([percentOf(rates.least), percentOf(rates.most)]).toEqual([least, most]);
    const sums = [rates.least, rates.most].map((rate) => yuanFromFen(interestOf(yuan(amount), rate, days)));
    expect(sums).toEqual([leastSum, mostSum]);
    const dueOn = addDays(breachOn, -1);
    const claim = of(sale(null, { dueOn, principalFen: yuan(amount) }), addDays(dueOn, days));
    expect([claim.leastFen, claim.allowedFen].map((fen) => yuanFromFen(fen!))).toEqual(sums);
  });

  it('takes the base rate of the People’s Bank for a breach before 2019-08-20', () => {
    const rates = ratesByLaw('2019-08-19', parameters)!;
    expect([percentOf(rates.least), percentOf(rates.most)]).toEqual(['5.655 %', '6.525 %']);
    expect(percentOf(ratesByLaw('2019-08-20', parameters)!.least)).toBe('5.525 %');
  });

  it.each([
    ['2008-09-15', '9.711 %', '11.205 %'],
    ['2012-07-06', '7.80 %', '9.00 %'],
    ['2019-09-20', '5.46 %', '6.30 %'],
    ['2020-04-20', '5.005 %', '5.775 %'],
    ['2022-01-20', '4.81 %', '5.55 %'],
    ['2023-08-21', '4.485 %', '5.175 %'],
    ['2024-10-21', '4.03 %', '4.65 %'],
    ['2026-08-21', '3.90 %', '4.50 %'],
  ])('follows the rate of the breach: %s', (breachOn, least, most) => {
    const rates = ratesByLaw(breachOn, parameters)!;
    expect([percentOf(rates.least), percentOf(rates.most)]).toEqual([least, most]);
  });

  const SME = { creditorScale: 'sme', debtorScale: 'large' } as const;

  it('I26 is 0.05 % a day for a small creditor of a large enterprise, for breaches from 2020-09-01', () => {
    const facts = (dueOn: string) => sale(SME, { dueOn, principalFen: yuan('1000000') });
    const claim = of(facts('2025-06-01'), '2025-09-09');
    expect([claim.rule, yuanFromFen(claim.allowedFen)]).toEqual(['sme_late_payment', '50000.00']);
    expect(of(facts('2020-08-31'), '2025-09-09').rule).toBe('sme_late_payment');
    expect(of(facts('2020-08-30'), '2025-09-09').rule).toBe('late_payment_by_law');
    expect(isSmeClaim({ creditorScale: 'large', debtorScale: 'large' }, '2025-01-01')).toBe(false);
    expect(isSmeClaim({ creditorScale: 'sme', debtorScale: 'sme' }, '2025-01-01')).toBe(false);
  });

  it('I27 is not below the LPR at the contract, though less was agreed', () => {
    const facts = sale({ ...SME, contractOn: '2024-01-10', overdueRateBps: 200 });
    const claim = of(facts, '2025-09-01');
    expect(percentOf(claim.allowed.segments[0]!.rate)).toBe('3.45 %');
    expect(yuanFromFen(claim.allowedFen)).toBe('3450.00');
    expect(codes(facts, '2025-09-01')).toContain('SME_FLOOR');
    const agreed = sale({ ...SME, contractOn: '2024-01-10', overdueRateBps: 346 });
    expect(percentOf(of(agreed, '2025-09-01').allowed.segments[0]!.rate)).toBe('3.46 %');
  });

  it('I28 lets the platform choose what a creditor gets that was made to wait for a third party', () => {
    const rateBy = (smeMadeToWait: 'daily_rate' | 'lpr') =>
      percentOf(smeRate(null, '2024-01-10', true, { ...parameters, smeMadeToWait })!.rate);
    expect([parameters.smeMadeToWait, rateBy('daily_rate'), rateBy('lpr')]).toEqual(['daily_rate', '0.05 %', '3.45 %']);
    expect(percentOf(smeRate(null, '2024-01-10', false, { ...parameters, smeMadeToWait: 'lpr' })!.rate)).toBe('0.05 %');
    expect(codes(sale({ ...SME, payWhenPaid: true }), '2025-09-01')).toContain('PAY_WHEN_PAID_VOID');
  });

  it('I29 presumes a penalty excessive above 130 % of the loss', () => {
    expect(isExcessivePenalty(yuan('130000'), yuan('100000'))).toBe(false);
    expect(isExcessivePenalty(yuan('130000.01'), yuan('100000'))).toBe(true);
    const agreed = (penaltyRateBps: number) => sale({ penaltyRateBps }, { dueOn: '2025-06-01' });
    // The usual loss is 4.5 % a year: 5.85 % is the limit.
    expect(codes(agreed(585), '2026-06-01')).not.toContain('PENALTY_PRESUMED_EXCESSIVE');
    expect(codes(agreed(586), '2026-06-01')).toContain('PENALTY_PRESUMED_EXCESSIVE');
    expect(of(agreed(586), '2026-06-01').rule).toBe('agreed_late_payment');
  });

  it('M43 M44 knows the terms that a small creditor may be given', () => {
    expect(termOf('public_body', 61)).toBe('over_longest');
    expect(termOf('public_body', 60)).toBe('within');
    expect(termOf('large', 60)).toBe('within');
    expect(termOf('large', 61)).toBe('by_custom_only');
    expect([termByLaw('public_body'), termByLaw('large')]).toEqual([30, 60]);
    const facts = (debtorScale: 'large' | 'public_body', paymentTermDays: number) =>
      codes(sale({ creditorScale: 'sme', debtorScale, paymentTermDays }), '2025-09-01');
    expect(facts('public_body', 61)).toEqual(['SME_TERM_TOO_LONG']);
    expect(facts('large', 61)).toEqual(['SME_TERM_BY_CUSTOM']);
    expect(facts('large', 60)).toEqual([]);
  });

  it('M45 knows when a complaint has to be answered', () => {
    expect(complaintAnswers('2026-03-02')).toEqual({ answerBy: '2026-04-01', atMostBy: '2026-05-31' });
  });
});
