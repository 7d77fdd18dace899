import { LOAN, PARAMETERS, RECEIVABLE, TERMS, TODAY } from '../../../test/support/sound-drafts.js';
import type { ClaimTerms } from '../debt/index.js';
import { judge } from './admission.policy.js';
import type { CaseDraft } from './case-draft.js';

const codes = (draft: CaseDraft, on = TODAY) => judge(draft, PARAMETERS, on).reasons.map((each) => each.code);

describe('interest in admission', () => {
  it('caps private lending at four times the rate of the contract day, and leaves it to a reviewer', () => {
    expect(codes({ ...LOAN, annualRateBps: 1_200 })).toEqual([]);
    // 8,500.00 CNY at 12 % for 31 days to the due day (86.63) and 166 days after it (463.89); the penalty stated is the claim.
    expect(judge({ ...LOAN, annualRateBps: 1_201 }, PARAMETERS, TODAY)).toEqual({
      verdict: 'review',
      reasons: [
        {
          ...{ code: 'USURY', field: 'annualRateBps', severity: 'review' },
          params: { rate: '12.01 %', limit: '12.00 %', claimed: '500.00', allowed: '550.52', excess: '0.00' },
        },
      ],
    });
    expect(codes({ ...LOAN, annualRateBps: 1_600, invoicedOn: '2023-12-31' })).toEqual([]);
    expect(codes({ ...LOAN, annualRateBps: 1_601, invoicedOn: '2023-12-31' })).toEqual(['USURY']);
  });

  it('shows what is claimed, allowed and not protected', () => {
    const dear = { ...LOAN, principalFen: 1_000_000n, penaltyFen: 200_000n, paidFen: 0n, outstandingFen: 1_200_000n };
    const { reasons } = judge({ ...dear, annualRateBps: 3_600 }, PARAMETERS, TODAY);
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
    expect(codes({ ...LOAN, annualRateBps: 1_200, invoicedOn: null })).toEqual([]);
    expect(codes({ ...LOAN, annualRateBps: 1_201, invoicedOn: null })).toEqual(['RATE_NEEDS_REVIEW']);
    expect(codes({ ...LOAN, annualRateBps: 1_601, invoicedOn: null })).toEqual(['USURY']);
    const online = { ...LOAN, category: 'online_loan' as const, contractNumber: 'L-1', annualRateBps: 1_800 };
    expect(codes(online)).toEqual(['RATE_NEEDS_REVIEW']);
    const finance = { ...TERMS, lender: 'local_finance' as const };
    expect(codes({ ...online, claimTerms: finance })).toEqual(['RATE_NEEDS_REVIEW']);
    expect(codes({ ...online, claimTerms: finance, annualRateBps: 1_200 })).toEqual([]);
    expect(codes({ ...LOAN, claimTerms: finance, annualRateBps: 1_201 })).toEqual(['RATE_NEEDS_REVIEW']);
    expect(codes({ ...online, category: 'credit_card', evidence: ['reconciliation_statement'] })).toEqual([]);
    expect(codes({ ...online, annualRateBps: 2_401 })).toEqual(['RATE_ABOVE_GUIDANCE']);
    expect(codes({ ...RECEIVABLE, annualRateBps: 9_000 })).toEqual([]);
  });

  it('judges an old private loan by 24 % and then by the rate of the day of filing', () => {
    const old = { ...LOAN, invoicedOn: '2019-12-31' };
    expect(codes({ ...old, annualRateBps: 1_200 })).toEqual([]);
    expect(codes({ ...old, annualRateBps: 1_201 })).toEqual(['USURY']);
    const filed = { ...TERMS, filedOn: '2023-06-01' };
    expect(codes({ ...old, annualRateBps: 1_600, claimTerms: filed })).toEqual([]);
  });

  it('refuses terms that no contract can have, and asks about an overlong term of a small creditor', () => {
    const terms = (over: Partial<ClaimTerms>) => codes({ ...LOAN, claimTerms: { ...TERMS, ...over } });
    expect(terms({ contractOn: '2026-01-02', filedOn: '2026-01-01' })).toEqual(['FILED_BEFORE_CONTRACT']);
    expect(terms({ deductedInAdvanceFen: 1_000_000n })).toEqual(['DEDUCTION_ABOVE_PRINCIPAL']);
    expect(terms({ overdueRateBps: -1 })).toEqual(['RATE_INVALID']);
    expect(terms({ contractOn: '2026-02-30' })).toEqual(['DATE_INVALID']);
    expect(terms({ filedOn: '2026-06-16' })).toEqual(['DATE_IN_FUTURE']);
    expect(terms({ contractOn: '2025-11-29' })).toEqual(['CONTRACT_DAYS_DIFFER']);
    expect(terms({ contractOn: LOAN.invoicedOn })).toEqual([]);
    const sme = { ...TERMS, creditorScale: 'sme' as const, debtorScale: 'public_body' as const };
    expect(codes({ ...RECEIVABLE, claimTerms: { ...sme, paymentTermDays: 61 } })).toEqual(['SME_TERM_TOO_LONG']);
    expect(codes({ ...RECEIVABLE, claimTerms: { ...sme, paymentTermDays: 60 } })).toEqual([]);
  });
});
