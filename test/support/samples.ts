import { randomInt } from 'node:crypto';
import {
  sampleBankAccount,
  sampleCreditCode,
  sampleLawyerCertificate,
  sampleMobile,
  sampleResidentId,
} from '@recourse/identifiers';
import { addDays, dayInChina } from '../../src/kernel/index.js';

export type CustomerKind = 'creditor' | 'agency' | 'law_firm';

/** A number nobody used before, with all likelihood: identifiers and names made from it belong to one organisation only. */
export function fresh(): number {
  return randomInt(1_000_000);
}

/** Smallest files that pass as what they are. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** The documents each kind of organisation shows. */
export const DOCUMENTS: Record<CustomerKind, readonly string[]> = {
  creditor: ['business_licence', 'legal_representative_id', 'bank_account_proof'],
  agency: ['business_licence', 'legal_representative_id', 'bank_account_proof'],
  law_firm: ['firm_licence', 'legal_representative_id', 'bank_account_proof', 'lawyer_certificate'],
};

/** Everything an organisation of this kind says of itself, and all of it in order. */
export function sampleFacts(kind: CustomerKind, name: string, n = fresh()) {
  const enterprise = {
    owners: [{ name: '王大明', idNumber: sampleResidentId(n + 2_000_000) }],
    businessScope: '企业信用管理咨询；商账催收服务（不含信贷业务）',
  };
  const firm = {
    firmLicenceNumber: `3${String(n).padStart(16, '1')}`,
    lawyers: [{ name: '李律', certificateNumber: sampleLawyerCertificate(n - (n % 10)) }],
  };
  return {
    businessName: name,
    creditCode: sampleCreditCode(n, kind === 'law_firm' ? 'law_firm' : 'enterprise'),
    legalRepresentative: { name: '陈立', residentId: sampleResidentId(n) },
    registeredAddress: '上海市浦东新区测试路 1 号',
    licenceLongTerm: true,
    bankAccount: { holder: name, bank: '测试银行上海分行', number: sampleBankAccount(n) },
    contactPhone: sampleMobile(n),
    ...(kind === 'law_firm' ? firm : enterprise),
  };
}

/** A debt that every rule of admission lets into the hall at once. */
export function sampleDebt(overrides: Record<string, unknown> = {}) {
  const n = fresh();
  return {
    externalRef: `AR-${n}-${randomInt(1_000_000_000)}`,
    category: 'commercial_receivable',
    debtorKind: 'enterprise',
    debtorName: `海港贸易${n}有限公司`,
    debtorIdNumber: sampleCreditCode(n + 5_000_000),
    regionCode: '310000',
    principalFen: '1200000',
    dueOn: daysAgo(120),
    invoicedOn: daysAgo(180),
    legalOrigin: 'trade',
    evidence: ['contract', 'invoice', 'delivery_note', 'reconciliation_statement'],
    serviceLine: 'agency_dunning',
    ...overrides,
  };
}

/** The day so many days before today in China, YYYY-MM-DD. */
export function daysAgo(days: number): string {
  return addDays(dayInChina(new Date()), -days);
}
