import { wordsEnum } from '../../platform/faces/index.js';
import { type ApplicantKind, type DocumentKind, PERSON_ID_KIND, type Severity } from '../approvals/index.js';
import { REASON_CODES, type ReasonCode } from './reason-codes.js';
import type { ApplicationState } from './verification.lifecycle.js';

export const StateEnum = wordsEnum<ApplicationState>(
  'VerificationState',
  'The state of an application for verification.',
  {
    draft: 'Being written.',
    submitted: 'Waits for a reviewer.',
    in_review: 'A reviewer has claimed it.',
    approved: 'The organisation may post or grab, up to the last day of the approval.',
    rejected: 'To be corrected and submitted again.',
    suspended: 'Approved, but without effect for the time being.',
    expired: 'The approval’s last day has passed; a new application may begin.',
    revoked: 'The approval was taken back; a new application may begin.',
  },
);
export const ApplicantKindEnum = wordsEnum<ApplicantKind>(
  'ApplicantKind',
  'The kinds of organisation that are verified.',
  {
    creditor: 'An enterprise that wants to post cases.',
    agency: 'A collection agency that wants to grab cases.',
    law_firm: 'A law firm that wants to grab cases.',
  },
);
export const DocumentKindEnum = wordsEnum<DocumentKind>('VerificationDocumentKind', 'What a document shows.', {
  business_licence: 'Business licence (营业执照).',
  legal_representative_id: 'Identity card of the legal representative.',
  bank_account_proof: 'Account opening permit or the bank’s letter.',
  firm_licence: 'Practising licence of the law firm.',
  lawyer_certificate: 'Practising certificate of a lawyer.',
  authorisation: 'Authorisation of the applicant.',
});
export const PersonIdKindEnum = wordsEnum(
  'PersonIdKind',
  'By what kind of number a person is known.',
  PERSON_ID_KIND.meanings,
);
export const SeverityEnum = wordsEnum<Severity>(
  'CheckSeverity',
  'Whether a failed check stops the submission or is a note for the reviewer.',
  { blocking: 'A failure stops the submission.', advisory: 'The reviewer judges a failure.' },
);
export const ReasonCodeEnum = wordsEnum<ReasonCode>('VerificationReason', 'The reason of a decision.', REASON_CODES);
