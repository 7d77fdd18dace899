import type { RegistrationDepartment } from '../../kernel/index.js';
import type { ApplicationFacts } from './application-facts.policy.js';

export const APPLICANT_KINDS = ['creditor', 'agency', 'law_firm'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

export type DocumentKind =
  | 'business_licence'
  | 'legal_representative_id'
  | 'bank_account_proof'
  | 'firm_licence'
  | 'lawyer_certificate'
  | 'authorisation';

/** `licence` stands for the licence's last day or the statement that it is long-term. */
export type RequiredFact = Exclude<keyof ApplicationFacts, 'licenceValidUntil' | 'licenceLongTerm'> | 'licence';

export interface Requirements {
  readonly facts: readonly RequiredFact[];
  readonly documents: readonly DocumentKind[];
  /** The departments that may have issued the credit code (GB 32100-2015, table 1). */
  readonly departments: readonly RegistrationDepartment[];
  /** Whether the business scope must not forbid collecting debts. */
  readonly collectsAsABusiness: boolean;
}

const EVERYONE: readonly RequiredFact[] = [
  'businessName',
  'creditCode',
  'legalRepresentative',
  'registeredAddress',
  'licence',
  'bankAccount',
  'contactPhone',
];

/** The facts and documents each kind of organisation must give. */
export const REQUIREMENTS: Readonly<Record<ApplicantKind, Requirements>> = {
  creditor: {
    facts: [...EVERYONE, 'owners'],
    documents: ['business_licence', 'legal_representative_id', 'bank_account_proof'],
    departments: ['enterprise'],
    collectsAsABusiness: false,
  },
  agency: {
    facts: [...EVERYONE, 'owners', 'businessScope'],
    documents: ['business_licence', 'legal_representative_id', 'bank_account_proof'],
    departments: ['enterprise'],
    collectsAsABusiness: true,
  },
  // The firm is holder and payee, so its own licence and account count, never a lawyer's (Lawyers Law art. 25, 40).
  law_firm: {
    facts: [...EVERYONE, 'firmLicenceNumber', 'lawyers'],
    documents: ['firm_licence', 'legal_representative_id', 'bank_account_proof', 'lawyer_certificate'],
    departments: ['law_firm'],
    collectsAsABusiness: false,
  },
};
