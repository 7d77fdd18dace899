import {
  addMonths,
  checkCorporateAccount,
  checkLawyerCertificate,
  checkMobilePhone,
  checkResidentId,
  type Day,
  daysBetween,
  readCreditCode,
  readPartyNumber,
} from '../../kernel/index.js';
import type { ApplicationFacts, StatedPerson } from './application-facts.policy.js';
import { type ApplicantKind, type DocumentKind, REQUIREMENTS, type RequiredFact } from './requirements.policy.js';
import { forbiddingClause, type ScopeWords } from './scope.policy.js';

/** Blocking checks stop the submission; advisory ones are shown to the reviewer. */
export type Severity = 'blocking' | 'advisory';

export interface CheckResult {
  code: string;
  /** Null when it could not be determined. */
  passed: boolean | null;
  severity: Severity;
  /** The input field it is about, as the caller spells it. */
  field: string | null;
  /** Why it did not pass; never a value from the facts. */
  reason: string | null;
}

export interface CheckFigures {
  readonly scopeWords: ScopeWords;
  /** The reviewer sees a warning when the licence ends within so many days. */
  readonly licenceWarnDays: number;
  readonly mediaTypes: readonly string[];
}

/** The input of the automatic checks. `facts` are canonical. */
export interface CheckSubject {
  kind: ApplicantKind;
  facts: ApplicationFacts;
  documents: readonly { kind: DocumentKind; fileId: string }[];
  /** Media types of the applicant's own files, by id; a file that is missing here is not theirs. */
  files: ReadonlyMap<string, string>;
  today: Day;
  /** Whether another organisation is approved under the same credit code. */
  creditCodeTaken: boolean;
  /** Serials of listed lawyers that another approved firm lists. */
  serialsTaken: ReadonlySet<string>;
  figures: CheckFigures;
}

const ADULT_MONTHS = 18 * 12;

/** Runs every check; the order is that of the fields, so the first failure is the first thing to correct. */
export function runChecks(subject: CheckSubject): CheckResult[] {
  return [
    presentFacts,
    creditCode,
    legalRepresentative,
    owners,
    licence,
    scope,
    bankAccount,
    phone,
    firmLicence,
    lawyers,
    presentDocuments,
    readableDocuments,
  ].flatMap((check) => check(subject));
}

/** The failures that stop a submission. */
export function blockingFailures(results: readonly CheckResult[]): CheckResult[] {
  return results.filter((result) => result.severity === 'blocking' && result.passed === false);
}

function presentFacts({ kind, facts }: CheckSubject): CheckResult[] {
  return REQUIREMENTS[kind].facts.map((name) =>
    blocking('FACT_PRESENT', fieldOf(name), isPresent(facts, name) ? null : 'MISSING'),
  );
}

function creditCode({ kind, facts, creditCodeTaken }: CheckSubject): CheckResult[] {
  if (!facts.creditCode) return [];
  const field = 'facts.creditCode';
  const read = readCreditCode(facts.creditCode);
  if (!read.ok) return [blocking('CREDIT_CODE_VALID', field, read.reason)];
  const fits = REQUIREMENTS[kind].departments.includes(read.value.department);
  return [
    blocking('CREDIT_CODE_VALID', field, null),
    // Real codes, among them those given out in Xiamen before 2016, do not hold: a reviewer compares it with the licence.
    advisory('CREDIT_CODE_HOLDS', field, read.value.doubt),
    blocking('CREDIT_CODE_FITS_KIND', field, fits ? null : 'WRONG_KIND'),
    blocking('CREDIT_CODE_FREE', field, creditCodeTaken ? 'TAKEN' : null),
  ];
}

function legalRepresentative({ facts, today }: CheckSubject): CheckResult[] {
  const chief = facts.legalRepresentative;
  if (!chief) return [];
  const field = 'facts.legalRepresentative.residentId';
  const { name: named, residentId, idKind: kind } = chief;
  const checked = readPartyNumber(residentId, { name: named, holder: 'person', kind }, today);
  const name = blocking('LEGAL_REPRESENTATIVE_NAMED', 'facts.legalRepresentative.name', chief.name ? null : 'MISSING');
  if (!checked.ok)
    return [name, blocking('LEGAL_REPRESENTATIVE_ID_VALID', field, personFault(chief, checked.reason, today))];
  const { birthDate } = checked.value;
  const valid = blocking('LEGAL_REPRESENTATIVE_ID_VALID', field, null);
  // A passport or a travel permit does not say when its holder was born: a reviewer looks at the document.
  if (birthDate === null) return [name, valid, unknown('LEGAL_REPRESENTATIVE_ADULT', field, 'NOT_IN_NUMBER')];
  // Civil Code art. 17: of age at eighteen.
  const adult = addMonths(birthDate, ADULT_MONTHS) <= today;
  return [name, valid, blocking('LEGAL_REPRESENTATIVE_ADULT', field, adult ? null : 'MINOR')];
}

/** Of an identity number the fault that a person can find in it: its length, a wrong character, the birth date. */
function personFault({ residentId, idKind }: StatedPerson, reason: string, today: Day): string {
  if (reason !== 'INVALID' || (idKind && idKind !== 'resident_id')) return reason;
  const checked = checkResidentId(residentId, today);
  return checked.ok ? reason : checked.reason;
}

function owners({ facts, today }: CheckSubject): CheckResult[] {
  return facts.owners.flatMap((owner, index) => {
    const field = `facts.owners[${index}].idNumber`;
    const { name, idNumber, idKind: kind } = owner;
    const read = readPartyNumber(idNumber, { name, kind }, today);
    // Whichever it is, it is the same number, by which related parties are found.
    if (!read.ok && read.reason !== 'TWO_READINGS') {
      const person = { name, residentId: idNumber, idKind: kind };
      return [blocking('OWNER_ID_VALID', field, personFault(person, read.reason, today))];
    }
    return [
      blocking('OWNER_ID_VALID', field, null),
      ...(read.ok && read.value.doubt ? [advisory('OWNER_CREDIT_CODE_HOLDS', field, read.value.doubt)] : []),
    ];
  });
}

function licence({ facts, today, figures }: CheckSubject): CheckResult[] {
  const until = facts.licenceValidUntil;
  if (!until) return [];
  const field = 'facts.licenceValidUntil';
  const inForce = until >= today;
  const soon = inForce && daysBetween(today, until) < figures.licenceWarnDays;
  return [
    blocking('LICENCE_IN_FORCE', field, inForce ? null : 'EXPIRED'),
    advisory('LICENCE_LASTS', field, soon ? 'EXPIRES_SOON' : null),
  ];
}

function scope({ kind, facts, figures }: CheckSubject): CheckResult[] {
  if (!REQUIREMENTS[kind].collectsAsABusiness || !facts.businessScope) return [];
  const forbids = forbiddingClause(facts.businessScope, figures.scopeWords) !== undefined;
  return [blocking('SCOPE_ALLOWS_COLLECTION', 'facts.businessScope', forbids ? 'FORBIDS_COLLECTION' : null)];
}

function bankAccount({ facts }: CheckSubject): CheckResult[] {
  const account = facts.bankAccount;
  if (!account) return [];
  const checked = checkCorporateAccount(account.number);
  const own = account.holder === facts.businessName;
  return [
    blocking('BANK_ACCOUNT_VALID', 'facts.bankAccount.number', checked.ok ? null : checked.reason),
    // Money goes to the organisation, not to a person behind it. Brackets and branches make names differ, so a reviewer decides.
    advisory('BANK_HOLDER_IS_APPLICANT', 'facts.bankAccount.holder', own ? null : 'DIFFERS'),
  ];
}

function phone({ facts }: CheckSubject): CheckResult[] {
  if (!facts.contactPhone) return [];
  const checked = checkMobilePhone(facts.contactPhone);
  return [blocking('PHONE_VALID', 'facts.contactPhone', checked.ok ? null : checked.reason)];
}

function firmLicence({ facts }: CheckSubject): CheckResult[] {
  if (!facts.firmLicenceNumber) return [];
  // Older licences carry 17 digits, newer ones the credit code; neither spelling is fixed by a standard.
  const known = /^\d{17}$/.test(facts.firmLicenceNumber) || readCreditCode(facts.firmLicenceNumber).ok;
  return [advisory('FIRM_LICENCE_FORMAT', 'facts.firmLicenceNumber', known ? null : 'UNUSUAL')];
}

function lawyers({ kind, facts, today, serialsTaken }: CheckSubject): CheckResult[] {
  if (kind !== 'law_firm') return [];
  const seen = new Set<string>();
  return facts.lawyers.flatMap((lawyer, index) => {
    const field = `facts.lawyers[${index}].certificateNumber`;
    const checked = checkLawyerCertificate(lawyer.certificateNumber, today);
    if (!checked.ok) return [blocking('LAWYER_CERTIFICATE_VALID', field, checked.reason)];
    const { serial, mayTakeCases, regionKnown } = checked.value;
    const twice = seen.has(serial);
    seen.add(serial);
    return [
      blocking('LAWYER_CERTIFICATE_VALID', field, null),
      blocking('LAWYER_MAY_TAKE_CASES', field, mayTakeCases ? null : 'CATEGORY_MAY_NOT_TAKE_CASES'),
      blocking('LAWYER_LISTED_ONCE', field, twice ? 'LISTED_TWICE' : null),
      // A lawyer practises in one firm (Lawyers Law art. 10) but may move: a reviewer finds out which firm's list is outdated.
      advisory('LAWYER_SERIAL_FREE', field, serialsTaken.has(serial) ? 'CLAIMED_BY_ANOTHER_FIRM' : null),
      advisory('LAWYER_REGION_KNOWN', field, regionKnown ? null : 'UNKNOWN_REGION'),
    ];
  });
}

function presentDocuments({ kind, documents }: CheckSubject): CheckResult[] {
  const given = new Set(documents.map((document) => document.kind));
  return REQUIREMENTS[kind].documents.map((needed) =>
    blocking('DOCUMENT_PRESENT', `documents.${needed}`, given.has(needed) ? null : 'MISSING'),
  );
}

function readableDocuments({ documents, files, figures }: CheckSubject): CheckResult[] {
  return documents.map((document, index) => {
    const mediaType = files.get(document.fileId);
    const reason = !mediaType ? 'NOT_FOUND' : figures.mediaTypes.includes(mediaType) ? null : 'MEDIA_TYPE';
    return blocking('DOCUMENT_READABLE', `documents[${index}].fileId`, reason);
  });
}

function isPresent(facts: ApplicationFacts, name: RequiredFact): boolean {
  if (name === 'licence') return facts.licenceLongTerm || facts.licenceValidUntil !== null;
  const value = facts[name];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== '';
}

function fieldOf(name: RequiredFact): string {
  return name === 'licence' ? 'facts.licenceValidUntil' : `facts.${name}`;
}

function blocking(code: string, field: string, reason: string | null): CheckResult {
  return { code, passed: reason === null, severity: 'blocking', field, reason };
}

/** What a reviewer has to find out. */
function unknown(code: string, field: string, reason: string): CheckResult {
  return { code, passed: null, severity: 'advisory', field, reason };
}

function advisory(code: string, field: string, reason: string | null): CheckResult {
  return { code, passed: reason === null, severity: 'advisory', field, reason };
}
