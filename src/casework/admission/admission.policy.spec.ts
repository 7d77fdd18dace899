import fc from 'fast-check';
import { addMonths, readPartyNumber, residentCheckCharacter } from '../../kernel/index.js';
import type { ClaimTerms } from '../debt/index.js';
import { claimParameters, interestFigures } from '../interest/index.js';
import { ADMISSION_DEFAULTS, type AdmissionParameters, judge } from './admission.policy.js';
import { ADMISSION_REASONS } from './admission-reasons.policy.js';
import { type CaseDraft, DEBT_CATEGORIES, EVIDENCE_KINDS, LEGAL_ORIGINS } from './case-draft.js';

const today = '2026-06-15';
const parameters: AdmissionParameters = {
  ...ADMISSION_DEFAULTS,
  claim: {
    ...claimParameters(interestFigures.schema.parse({}), 4),
    lpr: [
      { from: '2020-01-01', oneYearBps: 400 },
      { from: '2024-01-01', oneYearBps: 300 },
    ],
  },
  checks: {
    partyNumber: (text, context) => readPartyNumber(text, context, today),
    mobile: (text) => text.startsWith('1'),
  },
};
const enterprise: CaseDraft = {
  externalRef: 'AR-1',
  contractNumber: 'HT-1',
  category: 'commercial_receivable',
  debtorKind: 'enterprise',
  debtorName: '福州某某贸易有限公司',
  debtorIdNumber: '91350100M000100Y43',
  debtorPhone: '0591-87654321',
  debtorAddress: null,
  regionCode: '350100',
  principalFen: 1_000_000n,
  penaltyFen: 50_000n,
  paidFen: 200_000n,
  outstandingFen: 850_000n,
  dueOn: '2025-12-31',
  invoicedOn: '2025-11-30',
  lastInterruptedOn: null,
  annualRateBps: null,
  legalOrigin: 'trade',
  evidence: [],
  serviceLine: 'agency_dunning',
  offer: null,
  note: null,
  lines: [],
  debtorIdKind: null,
  matter: null,
  claimTerms: null,
};
const TERMS: ClaimTerms = {
  ...{ contractOn: null, filedOn: null, ordinaryRateBps: null, overdueRateBps: null, penaltyRateBps: null },
  ...{ feesFen: null, deductedInAdvanceFen: null, lender: null, creditorScale: null, debtorScale: null },
  ...{ paymentTermDays: null, payWhenPaid: null },
};
const loan: CaseDraft = {
  ...enterprise,
  category: 'private_loan',
  debtorKind: 'person',
  debtorName: '张三',
  debtorIdNumber: '34052419800101001X',
  debtorPhone: '13800138000',
  contractNumber: null,
  legalOrigin: 'lending',
  evidence: ['loan_note', 'payment_record'],
};
const codes = (draft: CaseDraft, on = today) => judge(draft, parameters, on).reasons.map((each) => each.code);

describe('admission', () => {
  it('admits a sound receivable and a sound loan', () => {
    expect(judge(enterprise, parameters, today)).toEqual({ verdict: 'admit', reasons: [] });
    expect(judge(loan, parameters, today)).toEqual({ verdict: 'admit', reasons: [] });
  });

  it.each<[string, Partial<CaseDraft>, string, string]>([
    ['no reference', { externalRef: ' ' }, 'EXTERNAL_REF_MISSING', 'externalRef'],
    ['no name', { debtorName: '' }, 'DEBTOR_NAME_MISSING', 'debtorName'],
    ['one fen of disagreement', { outstandingFen: 850_001n }, 'AMOUNTS_DISAGREE', 'outstandingFen'],
    ['a negative payment', { paidFen: -1n, outstandingFen: 1_050_001n }, 'AMOUNT_INVALID', 'paidFen'],
    ['nothing owed', { paidFen: 1_050_000n, outstandingFen: 0n }, 'AMOUNT_INVALID', 'outstandingFen'],
    ['too little', { paidFen: 1_040_001n, outstandingFen: 9_999n }, 'AMOUNT_BELOW_MINIMUM', 'outstandingFen'],
    ['an impossible day', { dueOn: '2025-02-30' }, 'DATE_INVALID', 'dueOn'],
    ['a debt due today', { dueOn: today }, 'NOT_OVERDUE', 'dueOn'],
    [
      'a debt beyond twenty years',
      { dueOn: '2006-06-14', invoicedOn: null, evidence: ['judgment'] },
      'LIMITATION_LONG_STOP',
      'dueOn',
    ],
    ['a gambling debt', { legalOrigin: 'gambling' }, 'ILLEGAL_ORIGIN', 'legalOrigin'],
    ['a drug debt', { legalOrigin: 'drugs' }, 'ILLEGAL_ORIGIN', 'legalOrigin'],
    ['no credit code', { debtorIdNumber: '91350100M000100Y4' }, 'DEBTOR_ID_INVALID', 'debtorIdNumber'],
    ['a registration number', { debtorIdNumber: '350100611234567' }, 'DEBTOR_ID_NEEDS_CREDIT_CODE', 'debtorIdNumber'],
    ['an organisation code', { debtorIdNumber: 'M000100Y-4' }, 'DEBTOR_ID_NEEDS_CREDIT_CODE', 'debtorIdNumber'],
    ['a person’s number', { debtorIdNumber: '34052419800101001X' }, 'DEBTOR_ID_NEEDS_CREDIT_CODE', 'debtorIdNumber'],
    [
      'a number with two readings under a person’s name',
      { debtorName: '王小明', debtorIdNumber: '130200197006120911' },
      'DEBTOR_ID_TWO_READINGS',
      'debtorIdNumber',
    ],
    ['a broken rate', { annualRateBps: -1 }, 'RATE_INVALID', 'annualRateBps'],
  ])('rejects %s, and for that alone', (_, change, code, field) => {
    const { verdict, reasons } = judge({ ...enterprise, ...change }, parameters, today);
    expect(verdict).toBe('reject');
    expect(reasons.map((each) => [each.code, each.field])).toEqual([[code, field]]);
  });

  it.each<[string, Partial<CaseDraft>, string]>([
    ['a large amount', { principalFen: 500_150_001n, outstandingFen: 500_000_001n }, 'AMOUNT_NEEDS_REVIEW'],
    ['an invoice after the due day', { invoicedOn: '2026-01-01' }, 'INVOICED_AFTER_DUE'],
    ['an interruption to come', { lastInterruptedOn: '2026-06-16' }, 'DATE_IN_FUTURE'],
    ['a time-barred debt', { dueOn: '2023-06-11', invoicedOn: '2023-05-01' }, 'LIMITATION_EXPIRED'],
    [
      'an interruption nothing proves',
      { dueOn: '2023-01-01', invoicedOn: '2022-12-01', lastInterruptedOn: '2024-01-01' },
      'LIMITATION_UNPROVEN',
    ],
    ['M5 a check character that differs', { debtorIdNumber: '91350203M0001QKT19' }, 'DEBTOR_ID_CHECK_DIFFERS'],
    ['another origin', { legalOrigin: 'other' }, 'LEGAL_ORIGIN_UNCLEAR'],
    ['too few documents', { contractNumber: null }, 'DOCUMENTS_INCOMPLETE'],
  ])('sends %s to a reviewer, and for that alone', (_, change, code) => {
    const { verdict, reasons } = judge({ ...enterprise, ...change }, parameters, today);
    expect(verdict).toBe('review');
    expect(reasons.map((each) => each.code)).toEqual([code]);
  });

  it('accepts a proven interruption and an enterprise without a code', () => {
    const interrupted = { dueOn: '2023-01-01', invoicedOn: '2022-12-01', lastInterruptedOn: '2025-01-01' };
    expect(codes({ ...enterprise, ...interrupted, evidence: ['demand_letter'] })).toEqual([]);
    expect(codes({ ...enterprise, debtorIdNumber: null, legalOrigin: null })).toEqual([]);
  });

  it('L25 shows a reviewer the interruption that came after the period had ended', () => {
    const late = { dueOn: '2019-06-30', invoicedOn: '2019-06-01', lastInterruptedOn: '2023-02-01' };
    const { verdict, reasons } = judge({ ...enterprise, ...late, evidence: ['demand_letter'] }, parameters, today);
    expect([verdict, ...reasons.map(({ code, params }) => [code, ...Object.values(params)])]).toEqual([
      'review',
      ['LIMITATION_EXPIRED', '2022-06-30'],
      ['LIMITATION_UNPROVEN', '2023-02-01'],
    ]);
  });

  it('L26 takes a promise after the period had ended for proven by what the debtor signed, not by a letter', () => {
    const clock = [{ kind: 'promise' as const, on: '2023-02-01' }];
    const days = { dueOn: '2019-06-30', invoicedOn: '2019-06-01', lastInterruptedOn: null };
    const amounts = { principalFen: 1_000_000n, penaltyFen: 50_000n, paidFen: 200_000n };
    const line = { kind: 'invoice' as const, documentNumber: 'F-1', periodFrom: null, periodTo: null, ...days };
    const debt = { ...enterprise, ...days, lines: [{ ...line, ...amounts, clock }] };
    expect(codes({ ...debt, evidence: ['reconciliation_statement'] }, '2025-06-01')).toEqual([]);
    expect(codes({ ...debt, evidence: ['demand_letter'] }, '2025-06-01')).toEqual(['LIMITATION_UNPROVEN']);
    // The promise's own period has ended by now.
    expect(codes({ ...debt, evidence: ['reconciliation_statement'] })).toEqual(['LIMITATION_EXPIRED']);
  });

  it('looks closer at persons', () => {
    expect(codes({ ...loan, debtorIdNumber: null })).toEqual(['DEBTOR_ID_MISSING']);
    expect(codes({ ...loan, debtorIdNumber: '3405' })).toEqual(['DEBTOR_ID_INVALID']);
    expect(codes({ ...loan, debtorPhone: '0591-1' })).toEqual(['DEBTOR_PHONE_INVALID']);
    expect(codes({ ...loan, legalOrigin: null })).toEqual(['LEGAL_ORIGIN_UNCLEAR']);
    const numbered = (body: string) => ({ ...loan, debtorIdNumber: body + residentCheckCharacter(body) });
    for (const origin of ['340524', '810000', '820000', '830000', '911840']) {
      expect(codes(numbered(`${origin}20080616001`))).toEqual(['DEBTOR_MINOR']);
      expect(codes(numbered(`${origin}20080615001`))).toEqual([]);
    }
  });

  it('takes a passport or a travel permit whose kind is stated', () => {
    const permit = { ...loan, debtorIdNumber: 'H12345678' };
    expect(codes(permit)).toEqual(['DEBTOR_ID_NEEDS_KIND']);
    expect(codes({ ...permit, debtorIdKind: 'hmt_travel_permit' })).toEqual([]);
    expect(codes({ ...loan, debtorIdNumber: 'E12345678', debtorIdKind: 'passport' })).toEqual([]);
    expect(codes({ ...loan, debtorIdNumber: '123', debtorIdKind: 'passport' })).toEqual(['DEBTOR_ID_INVALID']);
    expect(codes({ ...loan, debtorIdKind: 'credit_code' })).toEqual(['DEBTOR_ID_NEEDS_RESIDENT_ID']);
    expect(codes({ ...loan, debtorIdNumber: '340524800101001' })).toEqual(['DEBTOR_ID_NEEDS_RESIDENT_ID']);
  });

  it('caps private lending at four times the rate of the contract day, and leaves it to a reviewer', () => {
    expect(codes({ ...loan, annualRateBps: 1_200 })).toEqual([]);
    // 8,500.00 CNY at 12 % for 31 days to the due day (86.63) and 166 days after it (463.89); the penalty stated is the claim.
    expect(judge({ ...loan, annualRateBps: 1_201 }, parameters, today)).toEqual({
      verdict: 'review',
      reasons: [
        {
          ...{ code: 'USURY', field: 'annualRateBps', severity: 'review' },
          params: { rate: '12.01 %', limit: '12.00 %', claimed: '500.00', allowed: '550.52', excess: '0.00' },
        },
      ],
    });
    expect(codes({ ...loan, annualRateBps: 1_600, invoicedOn: '2023-12-31' })).toEqual([]);
    expect(codes({ ...loan, annualRateBps: 1_601, invoicedOn: '2023-12-31' })).toEqual(['USURY']);
  });

  it('shows what is claimed, allowed and not protected', () => {
    const dear = { ...loan, principalFen: 1_000_000n, penaltyFen: 200_000n, paidFen: 0n, outstandingFen: 1_200_000n };
    const { reasons } = judge({ ...dear, annualRateBps: 3_600 }, parameters, today);
    const sums = { claimed: '2000.00', allowed: '647.67', excess: '1352.33' };
    expect(reasons.map(({ code, params }) => [code, params])).toEqual([
      ['USURY', { rate: '36.00 %', limit: '12.00 %', ...sums }],
      ['INTEREST_ABOVE_CAP', sums],
    ]);
    expect(codes(dear)).toEqual(['INTEREST_ABOVE_CAP']);
    // Nobody knows how long the loan ran.
    expect(codes({ ...dear, invoicedOn: null })).toEqual([]);
  });

  it('leaves to a person what the contract day would decide', () => {
    expect(codes({ ...loan, annualRateBps: 1_200, invoicedOn: null })).toEqual([]);
    expect(codes({ ...loan, annualRateBps: 1_201, invoicedOn: null })).toEqual(['RATE_NEEDS_REVIEW']);
    expect(codes({ ...loan, annualRateBps: 1_601, invoicedOn: null })).toEqual(['USURY']);
    const online = { ...loan, category: 'online_loan' as const, contractNumber: 'L-1', annualRateBps: 1_800 };
    expect(codes(online)).toEqual(['RATE_NEEDS_REVIEW']);
    const finance = { ...TERMS, lender: 'local_finance' as const };
    expect(codes({ ...online, claimTerms: finance })).toEqual(['RATE_NEEDS_REVIEW']);
    expect(codes({ ...online, claimTerms: finance, annualRateBps: 1_200 })).toEqual([]);
    expect(codes({ ...loan, claimTerms: finance, annualRateBps: 1_201 })).toEqual(['RATE_NEEDS_REVIEW']);
    expect(codes({ ...online, category: 'credit_card', evidence: ['reconciliation_statement'] })).toEqual([]);
    expect(codes({ ...online, annualRateBps: 2_401 })).toEqual(['RATE_ABOVE_GUIDANCE']);
    expect(codes({ ...enterprise, annualRateBps: 9_000 })).toEqual([]);
  });

  it('judges an old private loan by 24 % and then by the rate of the day of filing', () => {
    const old = { ...loan, invoicedOn: '2019-12-31' };
    expect(codes({ ...old, annualRateBps: 1_200 })).toEqual([]);
    expect(codes({ ...old, annualRateBps: 1_201 })).toEqual(['USURY']);
    const filed = { ...TERMS, filedOn: '2023-06-01' };
    expect(codes({ ...old, annualRateBps: 1_600, claimTerms: filed })).toEqual([]);
  });

  it('refuses terms that no contract can have, and asks about an overlong term of a small creditor', () => {
    const terms = (over: Partial<ClaimTerms>) => codes({ ...loan, claimTerms: { ...TERMS, ...over } });
    expect(terms({ contractOn: '2026-01-02', filedOn: '2026-01-01' })).toEqual(['FILED_BEFORE_CONTRACT']);
    expect(terms({ deductedInAdvanceFen: 1_000_000n })).toEqual(['DEDUCTION_ABOVE_PRINCIPAL']);
    expect(terms({ overdueRateBps: -1 })).toEqual(['RATE_INVALID']);
    expect(terms({ contractOn: '2026-02-30' })).toEqual(['DATE_INVALID']);
    expect(terms({ filedOn: '2026-06-16' })).toEqual(['DATE_IN_FUTURE']);
    expect(terms({ contractOn: '2025-11-29' })).toEqual(['CONTRACT_DAYS_DIFFER']);
    expect(terms({ contractOn: loan.invoicedOn })).toEqual([]);
    const sme = { ...TERMS, creditorScale: 'sme' as const, debtorScale: 'public_body' as const };
    expect(codes({ ...enterprise, claimTerms: { ...sme, paymentTermDays: 61 } })).toEqual(['SME_TERM_TOO_LONG']);
    expect(codes({ ...enterprise, claimTerms: { ...sme, paymentTermDays: 60 } })).toEqual([]);
  });

  it('names every fault at once', () => {
    const bad = {
      ...enterprise,
      externalRef: '',
      outstandingFen: 1n,
      dueOn: '2027-01-01',
      evidence: [],
      contractNumber: null,
    };
    expect(codes(bad)).toEqual([
      'EXTERNAL_REF_MISSING',
      'AMOUNTS_DISAGREE',
      'AMOUNT_BELOW_MINIMUM',
      'NOT_OVERDUE',
      'DOCUMENTS_INCOMPLETE',
    ]);
  });

  it('gives a verdict that follows from its reasons, each in the catalogue and with every value its text asks for', () => {
    const money = fc.oneof(fc.constant(0n), fc.bigInt(-10n, 10n ** 12n));
    const day = fc.oneof(
      fc.integer({ min: -300, max: 5 }).map((months) => addMonths(today, months)),
      fc.constant('2025-13-01'),
    );
    const rate = fc.option(fc.integer({ min: -5, max: 4_000 }));
    const anyTerms = fc.record({
      ...{ contractOn: fc.option(day), filedOn: fc.option(day), feesFen: fc.option(money) },
      ...{ ordinaryRateBps: rate, overdueRateBps: rate, penaltyRateBps: rate },
      deductedInAdvanceFen: fc.option(money),
      lender: fc.option(fc.constantFrom('private' as const, 'local_finance' as const, 'licensed' as const)),
      creditorScale: fc.option(fc.constantFrom('sme' as const, 'large' as const)),
      debtorScale: fc.option(fc.constantFrom('sme' as const, 'large' as const, 'public_body' as const)),
      paymentTermDays: fc.option(fc.integer({ min: 0, max: 100 })),
      payWhenPaid: fc.option(fc.boolean()),
    });
    const anyDraft = fc
      .record({
        category: fc.constantFrom(...DEBT_CATEGORIES),
        debtorKind: fc.constantFrom('enterprise' as const, 'person' as const),
        debtorIdNumber: fc.option(
          fc.constantFrom('91350100M000100Y43', '34052419800101001X', 'x', '340524201501010012'),
        ),
        debtorPhone: fc.option(fc.constantFrom('13800138000', '0591')),
        principalFen: money,
        penaltyFen: money,
        paidFen: money,
        dueOn: day,
        invoicedOn: fc.option(day),
        lastInterruptedOn: fc.option(day),
        annualRateBps: fc.option(fc.integer({ min: -5, max: 4_000 })),
        legalOrigin: fc.option(fc.constantFrom(...LEGAL_ORIGINS)),
        claimTerms: fc.option(anyTerms),
        evidence: fc.subarray([...EVIDENCE_KINDS]),
        off: fc.constantFrom(0n, 0n, 1n),
      })
      .map(({ off, ...facts }): CaseDraft => {
        const outstandingFen = facts.principalFen + facts.penaltyFen - facts.paidFen + off;
        return { ...enterprise, ...facts, outstandingFen };
      });
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { verdict, reasons } = judge(draft, parameters, today);
        const severities = reasons.map((each) => each.severity);
        expect(verdict).toBe(severities.includes('reject') ? 'reject' : severities.length > 0 ? 'review' : 'admit');
        for (const { code, severity, field, params } of reasons) {
          const { texts, severity: catalogued } = ADMISSION_REASONS[code];
          expect(severity).toBe(catalogued);
          expect(Object.hasOwn(draft, field.split('.')[0]!)).toBe(true);
          for (const [, name] of `${texts.en}${texts.zh}`.matchAll(/\{(\w+)\}/g)) expect(params).toHaveProperty(name!);
        }
        expect(judge(draft, parameters, today)).toEqual({ verdict, reasons });
      }),
      { numRuns: 500 },
    );
  });
});
