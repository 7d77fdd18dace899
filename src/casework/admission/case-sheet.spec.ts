import { sampleCreditCode } from '../../kernel/index.js';
import { debtorOf, phoneKey } from '../debtors/debtor-vault.js';
import type { CaseDraft } from './case-draft.js';
import { admissionFigures, admissionParameters, commissionFigures, scoreParameters } from './case-figures.js';
import { type AdmissionRules, type CaseSheet, sheetOf } from './case-sheet.js';

const TODAY = '2026-06-01';
const commission = commissionFigures.schema.parse({});
const rules: AdmissionRules = {
  today: TODAY,
  admission: admissionParameters(admissionFigures.schema.parse({}), TODAY),
  score: scoreParameters(commission),
  bounds: commission,
};
const draft: CaseDraft = {
  externalRef: ' AR-1 ',
  contractNumber: 'HT-1',
  category: 'commercial_receivable',
  debtorKind: 'enterprise',
  debtorName: '深圳市大华电子有限公司',
  debtorIdNumber: sampleCreditCode(1),
  debtorPhone: null,
  debtorAddress: null,
  regionCode: '440305',
  principalFen: 1_000_000n,
  penaltyFen: 0n,
  paidFen: 0n,
  outstandingFen: 1_000_000n,
  dueOn: '2026-03-01',
  invoicedOn: '2026-02-01',
  lastInterruptedOn: null,
  annualRateBps: null,
  legalOrigin: 'trade',
  evidence: ['contract', 'contract', 'invoice'],
  serviceLine: 'agency_dunning',
  offer: null,
  note: null,
  lines: [],
  debtorIdKind: null,
  matter: null,
  claimTerms: null,
};
const sheet = (over: Partial<CaseDraft> = {}, defaults = {}) =>
  sheetOf({ ...draft, ...over }, rules, defaults) as CaseSheet;
const codes = (over: Partial<CaseDraft>) => sheet(over).reasons.map((one) => one.code);

describe('a judged draft', () => {
  it('is tidied before anything is derived from it', () => {
    const { draft: tidy, verdict } = sheet({ contractNumber: 'HT\u0000-1', regionCode: 'Shenzhen' });
    expect(verdict).toBe('admit');
    expect(tidy).toMatchObject({ externalRef: 'AR-1', contractNumber: 'HT-1', regionCode: null });
    expect(tidy.evidence).toEqual(['contract', 'invoice']);
  });

  it('takes its own offer, else the default of its batch, else the schedule of its grade', () => {
    const batch = { commission: { bps: 900, tiers: [] } };
    expect(sheet({ offer: { commissionBps: 1_100, tiers: [] } }, batch).offer.bps).toBe(1_100);
    expect(sheet({}, batch).offer.bps).toBe(900);
    const scheduled = sheet();
    expect(scheduled.offer.bps).toBe(commission.scheduleBps[scheduled.grade]);
  });

  it('is refused for an offer outside the bounds, its own or its batch’s', () => {
    expect(codes({ offer: { commissionBps: 5_001, tiers: [] } })).toEqual(['OFFER_INVALID']);
    expect(sheet({}, { commission: { bps: 99, tiers: [] } }).verdict).toBe('reject');
  });

  it('is refused for a text that would not fit, before anything else looks at it', () => {
    expect(codes({ externalRef: 'x'.repeat(3_000), principalFen: -1n })).toEqual(['TEXT_TOO_LONG']);
    expect(codes({ note: 'x'.repeat(2_001) })).toEqual(['TEXT_TOO_LONG']);
  });

  it('knows the last day of its limitation period', () => {
    expect(sheet().limitationExpiresOn).toBe('2029-03-01');
  });
});

describe('the debtor of a draft', () => {
  it('is kept in one spelling, so that equal numbers have equal indexes', () => {
    const spelled = debtorOf({ ...draft, debtorIdNumber: ' ９1350100m000100y43 ', debtorPhone: '　' });
    expect(spelled).toMatchObject({ idNumber: '91350100M000100Y43', phone: null });
    const spellings = ['13800138000', '+86 138 0013 8000', '0086-138-0013-8000', '86 13800138000'];
    expect(new Set(spellings.map(phoneKey))).toEqual(new Set(['8613800138000']));
    expect(phoneKey('0755-12345678')).not.toBe(phoneKey('0755-12345679'));
  });
});
