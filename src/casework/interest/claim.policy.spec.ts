import fc from 'fast-check';
import { addDays } from '../../kernel/calendar.js';
import { fenFromYuan, yuanFromFen } from '../../kernel/money.js';
import type { ClaimTerms, DebtLine } from '../debt/index.js';
import { claimOf, isAbove } from './claim.policy.js';
import { claimParameters, interestFigures } from './claim-figures.js';
import { type ClaimFacts, chargesTotal } from './claim-shape.js';
import { interestOf, percentOf, totalOf } from './interest.policy.js';
import { capsOf } from './lending-cap.policy.js';

const parameters = claimParameters(interestFigures.schema.parse({}), 4);
const yuan = (text: string) => fenFromYuan(text)!;
const NOTHING: ClaimTerms = {
  ...{ contractOn: null, filedOn: null, ordinaryRateBps: null, overdueRateBps: null, penaltyRateBps: null },
  ...{ feesFen: null, deductedInAdvanceFen: null, lender: null, creditorScale: null, debtorScale: null },
  ...{ paymentTermDays: null, payWhenPaid: null },
};
const line = (over: Partial<DebtLine> = {}): DebtLine => ({
  ...{ kind: 'loan', documentNumber: null, periodFrom: null, periodTo: null, dueOn: '2024-09-01', invoicedOn: null },
  ...{ principalFen: yuan('100000'), penaltyFen: 0n, paidFen: 0n, lastInterruptedOn: null, clock: [] },
  ...over,
});
const loan = (terms: Partial<ClaimTerms>, over: Partial<DebtLine> = {}): ClaimFacts => ({
  ...{ category: 'private_loan', lines: [line(over)], invoicedOn: null, annualRateBps: null },
  terms: { ...NOTHING, ...terms },
});
const sale = (terms: Partial<ClaimTerms> | null, over: Partial<DebtLine> = {}): ClaimFacts => ({
  ...{ category: 'commercial_receivable', lines: [line({ kind: 'invoice', ...over })], invoicedOn: null },
  ...{ annualRateBps: null, terms: terms && { ...NOTHING, ...terms } },
});
const of = (facts: ClaimFacts, today: string) => claimOf(facts, today, parameters);
const codes = (facts: ClaimFacts, today: string) => of(facts, today).notes.map(({ code }) => code);

describe('the cap of private lending', () => {
  it.each([
    ['I10', '2020-08-20', '15.40 %'],
    ['I11', '2021-12-20', '15.20 %'],
    ['I12', '2022-01-20', '14.80 %'],
    ['I13', '2022-08-22', '14.60 %'],
    ['I15', '2023-08-21', '13.80 %'],
  ])('%s: a contract of %s is capped at %s', (_, contractOn, cap) => {
    const caps = capsOf('private', contractOn, '2026-08-20', parameters)!;
    expect(caps.map(({ rate }) => percentOf(rate))).toEqual([cap]);
  });

  it.each([
    ['2020-12-31', '15.40 %'],
    ['2021-12-19', '15.40 %'],
    ['2022-08-21', '14.80 %'],
    ['2023-06-20', '14.20 %'],
    ['2024-07-21', '13.80 %'],
    ['2024-07-22', '13.40 %'],
    ['2024-10-21', '12.40 %'],
    ['2025-05-19', '12.40 %'],
    ['2025-05-20', '12.00 %'],
    ['2026-08-20', '12.00 %'],
  ])('follows the publications: a contract of %s is capped at %s', (contractOn, cap) => {
    expect(capsOf('private', contractOn, '2026-08-20', parameters)!.map(({ rate }) => percentOf(rate))).toEqual([cap]);
  });

  it('I21 is 24 % up to 2020-08-19 for an older contract, then four times the LPR of the day of filing', () => {
    const facts = loan(
      { contractOn: '2019-12-01', filedOn: '2026-06-01', overdueRateBps: 3_000 },
      { dueOn: '2019-12-01' },
    );
    const { rule, allowed, cap } = of(facts, '2021-08-20');
    expect(rule).toBe('private_lending_before_2020');
    expect(
      allowed.segments.map(({ days, rate, interestFen }) => [days, percentOf(rate), yuanFromFen(interestFen)]),
    ).toEqual([
      [263, '24.00 %', '17293.15'],
      [365, '12.00 %', '12000.00'],
    ]);
    expect(cap!.segments.map(({ interestFen }) => interestFen)).toEqual(
      allowed.segments.map(({ interestFen }) => interestFen),
    );
    const within = loan(
      { contractOn: '2019-12-01', filedOn: '2026-06-01', overdueRateBps: 2_000 },
      { dueOn: '2019-12-01' },
    );
    expect(of(within, '2021-08-20').allowed.segments.map(({ rate }) => percentOf(rate))).toEqual([
      '20.00 %',
      '12.00 %',
    ]);
    // Filed while the old rules were in force: they alone apply.
    expect(capsOf('private', '2019-12-01', '2020-08-19', parameters)).toHaveLength(1);
    expect(capsOf('private', '2020-08-19', '2020-08-20', parameters)).toHaveLength(2);
  });

  it('I23 lets the rate of the term go on when no overdue rate is agreed', () => {
    const facts = loan({ contractOn: '2024-06-01', ordinaryRateBps: 1_000 }, { dueOn: '2024-06-01' });
    expect(yuanFromFen(of(facts, '2024-08-30').allowedFen)).toBe('2465.75');
  });

  it('gives the LPR of the breach when neither is agreed', () => {
    const facts = loan({ contractOn: '2024-01-01' }, { dueOn: '2024-06-01' });
    const { allowed, allowedFen } = of(facts, '2025-06-01');
    expect(allowed.segments.map(({ days, rate }) => [days, percentOf(rate)])).toEqual([[365, '3.45 %']]);
    expect(yuanFromFen(allowedFen)).toBe('3450.00');
  });

  it('I24 holds overdue interest, penalty and fees together to the cap', () => {
    const terms = { contractOn: '2023-09-01', overdueRateBps: 1_000, penaltyRateBps: 600 };
    const due = { dueOn: '2023-09-01' };
    const claim = of(loan(terms, due), '2024-08-31');
    expect([claim.askedFen, claim.allowedFen, claim.excessFen].map(yuanFromFen)).toEqual([
      ...['16000.00', '13800.00', '2200.00'],
    ]);
    const withFees = of(loan({ ...terms, penaltyRateBps: 200, feesFen: yuan('5000') }, due), '2024-08-31');
    expect([withFees.askedFen, withFees.allowedFen, withFees.allowed.feesFen].map(yuanFromFen)).toEqual([
      ...['17000.00', '13800.00', '1800.00'],
    ]);
  });

  it('I25 takes off the principal what was deducted in advance', () => {
    const { principalFen } = of(loan({ contractOn: '2024-01-01', deductedInAdvanceFen: yuan('6000') }), '2024-12-01');
    expect(yuanFromFen(principalFen)).toBe('94000.00');
    expect(codes(loan({ contractOn: '2024-01-01', deductedInAdvanceFen: yuan('6000') }), '2024-12-01')).toContain(
      'DEDUCTED_IN_ADVANCE',
    );
  });

  it('holds what is stated without a rate to the cap of all its days', () => {
    const facts = loan({ contractOn: '2023-09-01' }, { dueOn: '2024-08-31', penaltyFen: yuan('20000') });
    const claim = of(facts, '2024-08-31');
    expect([claim.askedFen, claim.allowedFen, claim.excessFen].map(yuanFromFen)).toEqual([
      ...['20000.00', '13800.00', '6200.00'],
    ]);
    expect(isAbove(claim)).toBe(true);
    expect(codes(facts, '2024-08-31')).toContain('RATES_NOT_STATED');
  });

  it('does not hold local financial bodies and banks to the rules of private lending', () => {
    const terms = { contractOn: '2024-09-01', lender: 'local_finance' as const, overdueRateBps: 2_400 };
    const claim = of(loan(terms), '2025-09-01');
    expect([claim.rule, yuanFromFen(claim.allowedFen), isAbove(claim)]).toEqual([
      'financial_lending',
      '24000.00',
      false,
    ]);
    expect(codes(loan({ ...terms, overdueRateBps: 2_401 }), '2025-09-01')).toContain('ABOVE_GUIDANCE');
    expect(codes({ ...loan(terms), category: 'online_loan', terms: null }, '2025-09-01')).toContain('LENDER_ASSUMED');
    const card = { ...loan({}), category: 'credit_card' as const, terms: null, annualRateBps: 1_825 };
    expect([of(card, '2025-09-01').rule, codes(card, '2025-09-01')]).toEqual([
      ...['financial_lending', ['CONTRACT_DAY_MISSING']],
    ]);
  });
});

describe('a claim of several lines', () => {
  it('runs each line from its own due day; credit notes lower what was due first', () => {
    const lines = [
      line({ kind: 'invoice', dueOn: '2025-07-01', principalFen: yuan('1000') }),
      line({ kind: 'invoice', dueOn: '2025-06-01', principalFen: yuan('1000') }),
      line({ kind: 'credit_note', dueOn: '2025-08-01', principalFen: yuan('-300') }),
    ];
    const claim = of({ ...sale({ overdueRateBps: 365 }), lines }, '2025-09-09');
    expect(claim.allowed.segments.map(({ line: at, days, amountFen }) => [at, days, yuanFromFen(amountFen)])).toEqual([
      [1, 100, '700.00'],
      [0, 70, '1000.00'],
    ]);
    expect(yuanFromFen(claim.principalFen)).toBe('1700.00');
  });

  it('covers stated charges by payments before principal', () => {
    const facts = sale({ overdueRateBps: 365 }, { penaltyFen: yuan('500'), paidFen: yuan('1500') });
    expect(yuanFromFen(of(facts, '2025-09-01').principalFen)).toBe('99000.00');
  });

  it('says through which day the rates are verified', () => {
    expect(codes(sale(null), '2026-08-20')).toEqual([]);
    expect(codes(sale(null), '2026-08-21')).toEqual(['LPR_NOT_VERIFIED']);
  });
});

describe('every claim', () => {
  const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2015-09-01', days));
  const rate = fc.option(fc.nat(6_000));
  const fen = fc.bigInt(0n, 10n ** 12n);
  const anyLine = fc
    .record({ dueOn: day, principalFen: fen, penaltyFen: fen, credit: fc.boolean(), paid: fc.bigInt(0n, 100n) })
    .map(({ dueOn, principalFen: p, penaltyFen: q, credit, paid }) =>
      credit
        ? line({ kind: 'credit_note', dueOn, principalFen: -p, penaltyFen: 0n })
        : line({ dueOn, principalFen: p, penaltyFen: q, paidFen: ((p + q) * paid) / 100n }),
    );
  const facts: fc.Arbitrary<ClaimFacts> = fc.record({
    category: fc.constantFrom(
      'commercial_receivable',
      'property_management_fee',
      'online_loan',
      'credit_card',
      'private_loan',
    ),
    lines: fc.array(anyLine, { minLength: 1, maxLength: 5 }),
    invoicedOn: fc.option(day),
    annualRateBps: rate,
    terms: fc.option(
      fc.record({
        ...{ contractOn: fc.option(day), filedOn: fc.option(day), feesFen: fc.option(fen) },
        ...{ ordinaryRateBps: rate, overdueRateBps: rate, penaltyRateBps: rate, deductedInAdvanceFen: fc.option(fen) },
        lender: fc.option(fc.constantFrom('private' as const, 'local_finance' as const, 'licensed' as const)),
        creditorScale: fc.option(fc.constantFrom('sme' as const, 'large' as const)),
        debtorScale: fc.option(fc.constantFrom('sme' as const, 'large' as const, 'public_body' as const)),
        paymentTermDays: fc.option(fc.nat(100)),
        payWhenPaid: fc.option(fc.boolean()),
      }),
    ),
  });

  it('is the sum of its steps, stays within its cap, and each step is amount × rate × days', () => {
    fc.assert(
      fc.property(facts, day, (one, today) => {
        const claim = of(one, today);
        expect(claim.allowedFen).toBe(totalOf(claim.allowed.segments) + claim.allowed.feesFen);
        expect(claim.allowed.feesFen).toBeGreaterThanOrEqual(0n);
        if (claim.cap) {
          expect(claim.capFen).toBe(chargesTotal(claim.cap));
          expect(claim.allowedFen).toBeLessThanOrEqual(claim.capFen!);
        }
        for (const { amountFen, rate: at, days, interestFen, from, to } of claim.allowed.segments) {
          expect(interestFen).toBe(interestOf(amountFen, at, days));
          expect([from < to, to <= today, amountFen > 0n]).toEqual([true, true, true]);
        }
        expect(claim.excessFen >= 0n && claim.excessFen <= claim.askedFen).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is never less the longer it runs, once the day of filing is fixed', () => {
    fc.assert(
      fc.property(facts, day, fc.nat(1_000), (one, today, days) => {
        const filed = { ...one, terms: { ...(one.terms ?? NOTHING), filedOn: one.terms?.filedOn ?? '2026-08-20' } };
        expect(of(filed, addDays(today, days)).allowedFen).toBeGreaterThanOrEqual(of(filed, today).allowedFen);
      }),
      { numRuns: 300 },
    );
  });
});
