import { ADMISSION_DEFAULTS, type AdmissionParameters } from '../../src/casework/admission/admission.policy.js';
import type { CaseDraft } from '../../src/casework/admission/case-draft.js';
import type { ClaimTerms } from '../../src/casework/debt/index.js';
import { claimParameters, interestFigures } from '../../src/casework/interest/index.js';
import { readPartyNumber } from '../../src/kernel/index.js';

export const TODAY = '2026-06-15';
export const PARAMETERS: AdmissionParameters = {
  ...ADMISSION_DEFAULTS,
  claim: {
    ...claimParameters(interestFigures.schema.parse({}), 4),
    lpr: [
      { from: '2020-01-01', oneYearBps: 400 },
      { from: '2024-01-01', oneYearBps: 300 },
    ],
  },
  checks: {
    partyNumber: (text, context) => readPartyNumber(text, context, TODAY),
    mobile: (text) => text.startsWith('1'),
  },
};
export const RECEIVABLE: CaseDraft = {
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
export const TERMS: ClaimTerms = {
  ...{ contractOn: null, filedOn: null, ordinaryRateBps: null, overdueRateBps: null, penaltyRateBps: null },
  ...{ feesFen: null, deductedInAdvanceFen: null, lender: null, creditorScale: null, debtorScale: null },
  ...{ paymentTermDays: null, payWhenPaid: null },
};
export const LOAN: CaseDraft = {
  ...RECEIVABLE,
  category: 'private_loan',
  debtorKind: 'person',
  debtorName: '张三',
  debtorIdNumber: '34052419800101001X',
  debtorPhone: '13800138000',
  contractNumber: null,
  legalOrigin: 'lending',
  evidence: ['loan_note', 'payment_record'],
};
