import { addDays } from '../../kernel/calendar.js';
import { fenFromYuan, yuanFromFen } from '../../kernel/money.js';
import type { ClaimTerms, DebtLine } from '../debt/index.js';
import { claimOf } from './claim.policy.js';
import { claimParameters, interestFigures } from './claim-figures.js';
import type { ClaimFacts } from './claim-shape.js';
import { courtFeesOf } from './court-fees.policy.js';
import { floatingInterest, percentOf, totalOf } from './interest.policy.js';
import { doubledPart } from './judgment-interest.policy.js';
import { isExcessivePenalty, smeRate, termByLaw, termOf } from './late-payment.policy.js';
import { PUBLISHED_LPR } from './lpr-table.js';

/** Worked out apart from the product, with exact fractions, from the statutes and the published rates. */
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
const stepsOf = (facts: ClaimFacts, until: string) =>
  claimOf(facts, until, parameters).allowed.segments.map(({ days, rate, interestFen }) => [
    ...[days, percentOf(rate), yuanFromFen(interestFen)],
  ]);

describe('the floating reference rate', () => {
  it.each<[string, string, string, 365 | 360, string[], string]>([
    [
      ...(['1000000', '2012-06-01', '2016-01-01', 365] as const),
      ['1258.08', '4840.55', '142849.32', '15189.04', '10406.85', '6706.84', '7839.73', '7435.62', '8223.29'],
      '204749.32',
    ],
    [
      ...(['250000.01', '2008-08-01', '2009-02-01', 365] as const),
      ['2353.56', '1134.25', '996.78', '1277.26', '993.70', '1454.79'],
      '8210.34',
    ],
    [
      ...(['386000', '2010-10-19', '2011-07-08', 365] as const),
      ['56.16', '3939.52', '2764.92', '3588.85', '6139.20', '69.38'],
      '16558.03',
    ],
    [
      ...(['88888.88', '2019-08-01', '2020-03-01', 365] as const),
      ['201.28', '320.85', '623.93', '929.80', '98.63'],
      '2174.49',
    ],
    [...(['1000000', '2019-12-31', '2021-01-01', 365] as const), ['5798.63', '6657.53', '27002.74'], '39458.90'],
    [...(['1000000', '2023-12-01', '2024-12-01', 360] as const), ['22425.00', '8468.06', '3530.55'], '34423.61'],
  ])('%s from %s to %s, divided by %d', (amount, from, to, yearDays, steps, total) => {
    const segments = floatingInterest(yuan(amount), from, to, PUBLISHED_LPR, yearDays);
    expect(segments.map(({ interestFen }) => yuanFromFen(interestFen))).toEqual(steps);
    expect(yuanFromFen(totalOf(segments))).toBe(total);
  });
});

describe('a private loan around 2020-08-20', () => {
  it.each<[string, string, string, number, string, string, unknown[][]]>([
    [
      ...(['30 % agreed in 2018, filed in 2021', '200000', '2018-05-04', 3_000, '2021-03-01', '2021-03-01'] as const),
      [
        [839, '24.00 %', '110334.25'],
        [193, '15.40 %', '16286.03'],
      ],
    ],
    [
      ...(['24 % agreed on the last day', '150000', '2020-08-19', 2_400, '2020-08-20', '2021-08-19'] as const),
      [
        [1, '24.00 %', '98.63'],
        [364, '15.40 %', '23036.71'],
      ],
    ],
    [
      ...(['filed on the last day', '150000', '2020-08-19', 2_400, '2020-08-19', '2021-08-19'] as const),
      [[365, '24.00 %', '36000.00']],
    ],
    [
      ...(['agreed on the first day', '150000', '2020-08-20', 2_400, '2020-08-20', '2021-08-20'] as const),
      [[365, '15.40 %', '23100.00']],
    ],
    [
      ...(['18 % agreed on a leap day', '50000', '2016-02-29', 1_800, '2024-11-20', '2024-11-20'] as const),
      [
        [1_634, '18.00 %', '40290.41'],
        [1_553, '12.40 %', '26379.73'],
      ],
    ],
    [
      ...([
        '36 % agreed, filed a day before the LPR fell',
        '50000',
        '2016-02-29',
        3_600,
        '2022-01-19',
        '2022-01-19',
      ] as const),
      [
        [1_634, '24.00 %', '53720.55'],
        [517, '15.20 %', '10764.93'],
      ],
    ],
  ])('%s', (_, amount, contractOn, bps, filedOn, until, steps) => {
    const facts = loan({ contractOn, filedOn, overdueRateBps: bps }, { dueOn: contractOn, principalFen: yuan(amount) });
    expect(stepsOf(facts, until)).toEqual(steps);
  });

  it('bears interest on what was paid out, not on what the note says', () => {
    const terms = { contractOn: '2024-01-02', deductedInAdvanceFen: yuan('6000'), overdueRateBps: 1_200 };
    expect(stepsOf(loan(terms, { dueOn: '2024-01-02' }), '2024-07-01')).toEqual([[181, '12.00 %', '5593.64']]);
  });
});

describe('a price paid late with nothing agreed', () => {
  it.each([
    ['2019-08-19', '80000', 100, '1239.45', '1430.14'],
    ['2019-08-20', '80000', 100, '1210.96', '1397.26'],
    ['2020-04-19', '123456.78', 365, '6500.00', '7500.00'],
    ['2020-04-20', '123456.78', 365, '6179.01', '7129.63'],
    ['2015-10-23', '1000000', 30, '4915.07', '5671.23'],
    ['2015-10-24', '1000000', 30, '4647.95', '5363.01'],
    ['2024-02-29', '99999.99', 366, '4497.29', '5189.18'],
  ])('broken on %s: %s for %d days', (breachOn, amount, days, least, most) => {
    const dueOn = addDays(breachOn, -1);
    const claim = claimOf(sale(null, { dueOn, principalFen: yuan(amount) }), addDays(dueOn, days), parameters);
    expect([claim.leastFen!, claim.allowedFen].map(yuanFromFen)).toEqual([least, most]);
  });
});

describe('a small creditor', () => {
  const SME = { creditorScale: 'sme', debtorScale: 'public_body' } as const;

  it.each([
    ['386000.55', 37, '7141.01'],
    ['0.01', 1_000, '0.01'],
    ['1234567.89', 366, '225925.92'],
  ])('gets 0.05 %% a day: %s for %d days', (amount, days, interest) => {
    const facts = sale(SME, { dueOn: '2023-03-31', principalFen: yuan(amount) });
    expect(yuanFromFen(claimOf(facts, addDays('2023-03-31', days), parameters).allowedFen)).toBe(interest);
  });

  it.each([
    ['2019-08-19', '4.35 %'],
    ['2019-08-20', '4.25 %'],
    ['2020-09-01', '3.85 %'],
    ['2021-12-20', '3.80 %'],
    ['2024-07-22', '3.35 %'],
  ])('gets no less than the rate at its contract of %s', (contractOn, floor) => {
    expect(percentOf(smeRate(100, contractOn, false, parameters)!.rate)).toBe(floor);
    const same = Number.parseFloat(floor) * 100;
    expect(smeRate(Math.round(same), contractOn, false, parameters)!.because).toBe('agreed');
    expect(smeRate(Math.round(same) - 1, contractOn, false, parameters)!.because).toBe('floor');
  });

  it('M43 M44 is given 30 days by a public body and 60 by a large enterprise, at most 60 by agreement', () => {
    expect([termByLaw('public_body'), termByLaw('large')]).toEqual([30, 60]);
    expect([30, 31, 60, 61].map((days) => termOf('public_body', days))).toEqual([
      ...['within', 'within', 'within', 'over_longest'],
    ]);
    expect([60, 61, 90].map((days) => termOf('large', days))).toEqual(['within', 'by_custom_only', 'by_custom_only']);
  });
});

describe('what stands alone', () => {
  it.each([
    ['80000', 1, '14.00'],
    ['386000', 46, '3107.30'],
    ['1234567.89', 366, '79074.07'],
    ['33333.33', 77, '449.17'],
  ])('I1 the doubled part of %s for %d days is %s', (judged, days, part) => {
    expect(yuanFromFen(doubledPart(yuan(judged), days))).toBe(part);
  });

  it.each([
    ['99.99', '129.98', false],
    ['99.99', '129.99', true],
    ['1000000', '1300000', false],
    ['1000000', '1300000.01', true],
  ])('I29 a loss of %s and a penalty of %s: %s', (loss, penalty, excessive) => {
    expect(isExcessivePenalty(yuan(penalty), yuan(loss))).toBe(excessive);
  });

  it.each([
    ['0.01', '50.00', '25.00', '16.67', '30.00', '50.00'],
    ['1001', '50.00', '25.00', '16.67', '30.01', '50.00'],
    ['10000.40', '50.01', '25.00', '16.67', '120.00', '50.01'],
    ['10000.60', '50.02', '25.01', '16.67', '120.01', '50.01'],
    ['100000.50', '2300.01', '1150.00', '766.67', '1020.00', '1400.01'],
    ['200001', '4300.02', '2150.01', '1433.34', '1520.00', '2900.02'],
    ['499999.99', '8800.00', '4400.00', '2933.33', '3020.00', '7400.00'],
    ['999999.99', '13800.00', '6900.00', '4600.00', '5000.00', '12400.00'],
    ['1000000', '13800.00', '6900.00', '4600.00', '5000.00', '12400.00'],
    ['2000001', '22800.01', '11400.00', '7600.00', '5000.00', '22400.01'],
    ['10000001', '81800.01', '40900.00', '27266.67', '5000.00', '77400.00'],
    ['20000000', '141800.00', '70900.00', '47266.67', '5000.00', '87400.00'],
    ['50000000', '291800.00', '145900.00', '97266.67', '5000.00', '117400.00'],
    ['123456789.01', '659083.95', '329541.97', '219694.65', '5000.00', '190856.79'],
  ])('the court fees of %s', (amount, ...fees) => {
    const of = courtFeesOf(yuan(amount));
    const all = [of.acceptanceFen, of.halvedFen, of.paymentOrderFen, of.preservationFen, of.enforcementFen];
    expect(all.map(yuanFromFen)).toEqual(fees);
  });
});
