import { registerEnumType } from '@nestjs/graphql';
import { APPLICANT_KINDS, DOCUMENT_KINDS, type Severity } from '../approvals/index.js';
import { REASON_CODES, type ReasonCode } from './reason-codes.js';
import { APPLICATION_STATES } from './verification.lifecycle.js';

const named = <T extends string>(...values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };

export const StateEnum = named(...APPLICATION_STATES);
export const ApplicantKindEnum = named(...APPLICANT_KINDS);
export const DocumentKindEnum = named(...DOCUMENT_KINDS);
export const SeverityEnum = named<Severity>('blocking', 'advisory');
export const ReasonCodeEnum = named(...(Object.keys(REASON_CODES) as ReasonCode[]));

registerEnumType(StateEnum, {
  name: 'VerificationState',
  description: 'The life of an application for verification.',
  valuesMap: {
    draft: { description: 'Being written.' },
    submitted: { description: 'Waits for a reviewer.' },
    in_review: { description: 'A reviewer has claimed it.' },
    approved: { description: 'The organisation may post or grab, while the approval is good.' },
    rejected: { description: 'To be corrected and submitted again.' },
    suspended: { description: 'Approved, but without effect for the time being.' },
    expired: { description: 'The approval’s last day has passed; a new application may begin.' },
    revoked: { description: 'The approval was taken back; a new application may begin.' },
  },
});
registerEnumType(ApplicantKindEnum, {
  name: 'ApplicantKind',
  description: 'The kinds of organisation that are verified.',
  valuesMap: {
    creditor: { description: 'An enterprise that wants to post cases.' },
    agency: { description: 'A collection agency that wants to grab cases.' },
    law_firm: { description: 'A law firm that wants to grab cases.' },
  },
});
registerEnumType(DocumentKindEnum, {
  name: 'VerificationDocumentKind',
  description: 'What a document shows.',
  valuesMap: {
    business_licence: { description: 'Business licence (营业执照).' },
    legal_representative_id: { description: 'Identity card of the legal representative.' },
    bank_account_proof: { description: 'Account opening permit or the bank’s letter.' },
    firm_licence: { description: 'Practising licence of the law firm.' },
    lawyer_certificate: { description: 'Practising certificate of a lawyer.' },
    authorisation: { description: 'Authorisation of whoever applies.' },
  },
});
registerEnumType(SeverityEnum, {
  name: 'CheckSeverity',
  description: 'Whether a failed check stops the submission or is for the reviewer to judge.',
  valuesMap: {
    blocking: { description: 'It stops the submission.' },
    advisory: { description: 'It is for the reviewer to judge.' },
  },
});
registerEnumType(ReasonCodeEnum, {
  name: 'VerificationReason',
  description: 'What a decision rests on.',
  valuesMap: Object.fromEntries(
    Object.entries(REASON_CODES).map(([code, description]) => [code, { description }]),
  ) as Record<ReasonCode, { description: string }>,
});
