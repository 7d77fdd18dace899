import {
  checkCorporateAccount,
  checkLawyerCertificate,
  checkMobilePhone,
  type Day,
  maskAccount,
  maskIdNumber,
  maskPersonName,
  maskPhone,
  normalisePartyNumber,
  readCreditCode,
} from '../../kernel/index.js';
import type { PersonIdKind } from './person-id-kind.words.js';

/** A person's number as stated; without a kind it is an identity number of 18 characters. */
export interface StatedPerson {
  name: string;
  residentId: string;
  idKind?: PersonIdKind | null | undefined;
}

export interface StatedOwner {
  name: string;
  idNumber: string;
  idKind?: PersonIdKind | null | undefined;
}

/** An organisation's statements about itself. Fields may be empty in a draft. Personal data: stored sealed, as one text. */
export interface ApplicationFacts {
  businessName: string | null;
  creditCode: string | null;
  legalRepresentative: StatedPerson | null;
  /** Owners and beneficial owners: people by identity number or a number of the stated kind, enterprises by credit code. */
  owners: StatedOwner[];
  registeredAddress: string | null;
  businessScope: string | null;
  /** Last day of the business or firm licence; null with `licenceLongTerm`. */
  licenceValidUntil: Day | null;
  licenceLongTerm: boolean;
  bankAccount: { holder: string; bank: string; number: string } | null;
  contactPhone: string | null;
  firmLicenceNumber: string | null;
  lawyers: { name: string; certificateNumber: string }[];
}

/** The facts with every identifier in its canonical form; an unreadable one stays as written, so that a check names it. */
export function canonicalFacts(facts: ApplicationFacts, today: Day): ApplicationFacts {
  const { legalRepresentative: chief, bankAccount: bank } = facts;
  return {
    ...facts,
    businessName: tidy(facts.businessName),
    creditCode: facts.creditCode && canonicalCode(facts.creditCode),
    legalRepresentative: chief && {
      ...chief,
      name: chief.name.trim(),
      residentId: normalisePartyNumber(chief.residentId),
    },
    owners: facts.owners.map((owner) => ({
      ...owner,
      name: owner.name.trim(),
      idNumber: normalisePartyNumber(owner.idNumber),
    })),
    registeredAddress: tidy(facts.registeredAddress),
    businessScope: tidy(facts.businessScope),
    licenceValidUntil: facts.licenceLongTerm ? null : facts.licenceValidUntil,
    bankAccount: bank && {
      holder: bank.holder.trim(),
      bank: bank.bank.trim(),
      number: read(checkCorporateAccount(bank.number), bank.number),
    },
    contactPhone: facts.contactPhone && read(checkMobilePhone(facts.contactPhone), facts.contactPhone),
    firmLicenceNumber: tidy(facts.firmLicenceNumber),
    lawyers: facts.lawyers.map(({ name, certificateNumber }) => {
      const checked = checkLawyerCertificate(certificateNumber, today);
      return { name: name.trim(), certificateNumber: checked.ok ? checked.value.number : certificateNumber.trim() };
    }),
  };
}

export type PartyRole = 'organisation' | 'legal_representative' | 'owner';

/** The numbers that make two organisations related when they share one (credit code, legal representative, owner). */
export function partiesOf(facts: ApplicationFacts): { role: PartyRole; number: string }[] {
  return [
    ...(facts.creditCode ? [{ role: 'organisation' as const, number: facts.creditCode }] : []),
    ...(facts.legalRepresentative
      ? [{ role: 'legal_representative' as const, number: facts.legalRepresentative.residentId }]
      : []),
    ...facts.owners.map((owner) => ({ role: 'owner' as const, number: owner.idNumber })),
  ];
}

/** The lifelong serials of the listed lawyers; unreadable certificates have none. */
export function lawyerSerials(facts: ApplicationFacts, today: Day): string[] {
  const serials = facts.lawyers.map((lawyer) => checkLawyerCertificate(lawyer.certificateNumber, today));
  return [...new Set(serials.flatMap((checked) => (checked.ok ? [checked.value.serial] : [])))];
}

/** The facts as all but the claiming reviewer see them (PIPL art. 51). What is public in the business register stays. */
export function maskedFacts(facts: ApplicationFacts): ApplicationFacts {
  const { legalRepresentative: chief, bankAccount: bank } = facts;
  return {
    ...facts,
    legalRepresentative: chief && {
      ...chief,
      name: maskPersonName(chief.name),
      residentId: maskIdNumber(chief.residentId),
    },
    owners: facts.owners.map((owner) => ({
      ...owner,
      name: maskPersonName(owner.name),
      idNumber: maskIdNumber(owner.idNumber),
    })),
    bankAccount: bank && { ...bank, number: maskAccount(bank.number) },
    registeredAddress: facts.registeredAddress && maskAddress(facts.registeredAddress),
    contactPhone: facts.contactPhone && maskPhone(facts.contactPhone),
    lawyers: facts.lawyers.map(({ name, certificateNumber }) => ({
      name: maskPersonName(name),
      certificateNumber: maskIdNumber(certificateNumber),
    })),
  };
}

function canonicalCode(text: string): string {
  const code = readCreditCode(normalisePartyNumber(text));
  return code.ok ? code.value.code : text.trim();
}

function read(checked: { ok: true; value: string } | { ok: false }, text: string): string {
  return checked.ok ? checked.value : text.trim();
}

function tidy(text: string | null): string | null {
  return text?.trim() || null;
}

/** Of an address the places down to the district; the head of a small firm may live at the rest. */
function maskAddress(address: string): string {
  const [district = address.slice(0, 2)] = /^.{0,20}[省市区县旗州]/u.exec(address) ?? [];
  return `${district}***`;
}
