import fc from 'fast-check';
import { LOAN, PARAMETERS, RECEIVABLE, TODAY } from '../../../test/support/sound-drafts.js';
import { addMonths, residentCheckCharacter } from '../../kernel/index.js';
import { judge } from './admission.policy.js';
import { ADMISSION_REASONS } from './admission-reasons.policy.js';
import { type CaseDraft, DEBT_CATEGORIES, EVIDENCE_KINDS, LEGAL_ORIGINS } from './case-draft.js';

const codes = (draft: CaseDraft, on = TODAY) => judge(draft, PARAMETERS, on).reasons.map((each) => each.code);

describe('admission', () => {
  it('admits a listed company that is marked as about to be delisted', () => {
    expect(codes({ ...RECEIVABLE, debtorName: '*ST江城股份有限公司' })).toEqual([]);
  });

  it('admits a sound receivable and a sound loan', () => {
    expect(judge(RECEIVABLE, PARAMETERS, TODAY)).toEqual({ verdict: 'admit', reasons: [] });
    expect(judge(LOAN, PARAMETERS, TODAY)).toEqual({ verdict: 'admit', reasons: [] });
  });

  it.each<[string, Partial<CaseDraft>, string, string]>([
    ['no reference', { externalRef: ' ' }, 'EXTERNAL_REF_MISSING', 'externalRef'],
    ['no name', { debtorName: '' }, 'DEBTOR_NAME_MISSING', 'debtorName'],
    ['a masked enterprise', { debtorName: '江城****有限公司' }, 'DEBTOR_NAME_MASKED', 'debtorName'],
    ['a masked person', { debtorName: '王＊明' }, 'DEBTOR_NAME_MASKED', 'debtorName'],
    ['one fen of disagreement', { outstandingFen: 850_001n }, 'AMOUNTS_DISAGREE', 'outstandingFen'],
    ['a negative payment', { paidFen: -1n, outstandingFen: 1_050_001n }, 'AMOUNT_INVALID', 'paidFen'],
    ['nothing owed', { paidFen: 1_050_000n, outstandingFen: 0n }, 'AMOUNT_INVALID', 'outstandingFen'],
    ['too little', { paidFen: 1_040_001n, outstandingFen: 9_999n }, 'AMOUNT_BELOW_MINIMUM', 'outstandingFen'],
    ['an impossible day', { dueOn: '2025-02-30' }, 'DATE_INVALID', 'dueOn'],
    ['a debt due today', { dueOn: TODAY }, 'NOT_OVERDUE', 'dueOn'],
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
    const { verdict, reasons } = judge({ ...RECEIVABLE, ...change }, PARAMETERS, TODAY);
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
    const { verdict, reasons } = judge({ ...RECEIVABLE, ...change }, PARAMETERS, TODAY);
    expect(verdict).toBe('review');
    expect(reasons.map((each) => each.code)).toEqual([code]);
  });

  it('accepts a proven interruption and an enterprise without a code', () => {
    const interrupted = { dueOn: '2023-01-01', invoicedOn: '2022-12-01', lastInterruptedOn: '2025-01-01' };
    expect(codes({ ...RECEIVABLE, ...interrupted, evidence: ['demand_letter'] })).toEqual([]);
    expect(codes({ ...RECEIVABLE, debtorIdNumber: null, legalOrigin: null })).toEqual([]);
  });

  it('L25 shows a reviewer the interruption that came after the period had ended', () => {
    const late = { dueOn: '2019-06-30', invoicedOn: '2019-06-01', lastInterruptedOn: '2023-02-01' };
    const { verdict, reasons } = judge({ ...RECEIVABLE, ...late, evidence: ['demand_letter'] }, PARAMETERS, TODAY);
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
    const debt = { ...RECEIVABLE, ...days, lines: [{ ...line, ...amounts, clock }] };
    expect(codes({ ...debt, evidence: ['reconciliation_statement'] }, '2025-06-01')).toEqual([]);
    expect(codes({ ...debt, evidence: ['demand_letter'] }, '2025-06-01')).toEqual(['LIMITATION_UNPROVEN']);
    // The promise's own period has ended by now.
    expect(codes({ ...debt, evidence: ['reconciliation_statement'] })).toEqual(['LIMITATION_EXPIRED']);
  });

  it('looks closer at persons', () => {
    expect(codes({ ...LOAN, debtorIdNumber: null })).toEqual(['DEBTOR_ID_MISSING']);
    expect(codes({ ...LOAN, debtorIdNumber: '3405' })).toEqual(['DEBTOR_ID_INVALID']);
    expect(codes({ ...LOAN, debtorPhone: '0591-1' })).toEqual(['DEBTOR_PHONE_INVALID']);
    expect(codes({ ...LOAN, legalOrigin: null })).toEqual(['LEGAL_ORIGIN_UNCLEAR']);
    const numbered = (body: string) => ({ ...LOAN, debtorIdNumber: body + residentCheckCharacter(body) });
    for (const origin of ['340524', '810000', '820000', '830000', '911840']) {
      expect(codes(numbered(`${origin}20080616001`))).toEqual(['DEBTOR_MINOR']);
      expect(codes(numbered(`${origin}20080615001`))).toEqual([]);
    }
  });

  it('takes a passport or a travel permit whose kind is stated', () => {
    const permit = { ...LOAN, debtorIdNumber: 'H12345678' };
    expect(codes(permit)).toEqual(['DEBTOR_ID_NEEDS_KIND']);
    expect(codes({ ...permit, debtorIdKind: 'hmt_travel_permit' })).toEqual([]);
    expect(codes({ ...LOAN, debtorIdNumber: 'E12345678', debtorIdKind: 'passport' })).toEqual([]);
    expect(codes({ ...LOAN, debtorIdNumber: '123', debtorIdKind: 'passport' })).toEqual(['DEBTOR_ID_INVALID']);
    expect(codes({ ...LOAN, debtorIdKind: 'credit_code' })).toEqual(['DEBTOR_ID_NEEDS_RESIDENT_ID']);
    expect(codes({ ...LOAN, debtorIdNumber: '340524800101001' })).toEqual(['DEBTOR_ID_NEEDS_RESIDENT_ID']);
  });

  it('names every fault at once', () => {
    const bad = {
      ...RECEIVABLE,
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
      fc.integer({ min: -300, max: 5 }).map((months) => addMonths(TODAY, months)),
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
        return { ...RECEIVABLE, ...facts, outstandingFen };
      });
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { verdict, reasons } = judge(draft, PARAMETERS, TODAY);
        const severities = reasons.map((each) => each.severity);
        expect(verdict).toBe(severities.includes('reject') ? 'reject' : severities.length > 0 ? 'review' : 'admit');
        for (const { code, severity, field, params } of reasons) {
          const { texts, severity: catalogued } = ADMISSION_REASONS[code];
          expect(severity).toBe(catalogued);
          expect(Object.hasOwn(draft, field.split('.')[0]!)).toBe(true);
          for (const [, name] of `${texts.en}${texts.zh}`.matchAll(/\{(\w+)\}/g)) expect(params).toHaveProperty(name!);
        }
        expect(judge(draft, PARAMETERS, TODAY)).toEqual({ verdict, reasons });
      }),
      { numRuns: 500 },
    );
  });
});
