/** The reasons of decisions; the applicant sees them. */
export const REASON_CODES = {
  REQUIREMENTS_MET: 'Facts and documents meet the requirements.',
  DOCUMENT_UNREADABLE: 'A document cannot be read.',
  DOCUMENT_EXPIRED: 'A document is out of date.',
  FACTS_DIFFER_FROM_DOCUMENTS: 'The documents do not confirm the facts.',
  LICENCE_NOT_IN_FORCE: 'The licence has ended, or was suspended or withdrawn.',
  SCOPE_FORBIDS_COLLECTION: 'The business scope does not allow collecting debts.',
  REGISTRY_DIFFERS: 'The business register differs from the facts.',
  LAWYER_NOT_PRACTISING: 'A listed lawyer does not practise in this firm.',
  NOT_AUTHORISED: 'The applicant is not authorised by the organisation.',
  DUPLICATE: 'The organisation is verified already.',
  COMPLAINTS: 'Complaints about its conduct.',
  SUSPECTED_FRAUD: 'Suspicion of forged documents or a false identity.',
  LEGAL_ORDER: 'An authority or court ordered it.',
  AT_OWN_REQUEST: 'The organisation asked for it.',
  RESOLVED: 'The reason for the suspension no longer applies.',
  OTHER: 'Another reason, given in the note.',
} as const;
export type ReasonCode = keyof typeof REASON_CODES;
