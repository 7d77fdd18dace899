/** What a decision rests on; shown to the applicant. */
export const REASON_CODES = {
  REQUIREMENTS_MET: 'Facts and documents meet the requirements.',
  DOCUMENT_UNREADABLE: 'A document cannot be read.',
  DOCUMENT_EXPIRED: 'A document is out of date.',
  FACTS_DIFFER_FROM_DOCUMENTS: 'What was stated is not what the documents say.',
  LICENCE_NOT_IN_FORCE: 'The licence has ended, or was suspended or withdrawn.',
  SCOPE_FORBIDS_COLLECTION: 'The business scope does not allow collecting debts.',
  REGISTRY_DIFFERS: 'The business register says otherwise.',
  LAWYER_NOT_PRACTISING: 'A listed lawyer does not practise in this firm.',
  NOT_AUTHORISED: 'Whoever applied is not authorised by the organisation.',
  DUPLICATE: 'The organisation is verified already.',
  COMPLAINTS: 'Complaints about its conduct.',
  SUSPECTED_FRAUD: 'Suspicion of forged documents or a false identity.',
  LEGAL_ORDER: 'An authority or court ordered it.',
  AT_OWN_REQUEST: 'The organisation asked for it.',
  RESOLVED: 'The reason of the suspension is gone.',
  OTHER: 'Something else; the note says what.',
} as const;
export type ReasonCode = keyof typeof REASON_CODES;
