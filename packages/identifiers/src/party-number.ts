import { type Checked, failed, passed } from './checked.js';
import { type CreditCodeDoubt, readCreditCode } from './credit-code.js';
import { nameForm } from './names.js';
import { checkResidentId, type ResidentIdKind } from './resident-id.js';

/** The kinds of numbers by which people and enterprises are known. The last two are history: a credit code took their place in 2015. */
export type PartyNumberKind =
  | 'credit_code'
  | ResidentIdKind
  | 'passport'
  | 'hmt_travel_permit'
  | 'registration_number'
  | 'organisation_code';

export type PartyKind = 'enterprise' | 'person';

/** What is said beside a number. What is not said is told from the number and the name, if only one reading holds. */
export interface PartyNumberContext {
  readonly name: string;
  readonly holder?: PartyKind | null | undefined;
  readonly kind?: PartyNumberKind | null | undefined;
}

/** A number that can be right. What a kind of number does not say is null. */
export interface PartyNumber {
  readonly kind: PartyNumberKind;
  readonly holder: PartyKind;
  /** In the spelling of `normalisePartyNumber`. */
  readonly number: string;
  /** GB/T 2260, six digits. */
  readonly regionCode: string | null;
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  /** A check character of a credit code that does not hold: for a reviewer, who compares it with the licence. */
  readonly doubt: CreditCodeDoubt | null;
}

/**
 * Why a number cannot be taken.
 * - `CREDIT_CODE_WANTED`: an enterprise's, but a registration number, an organisation code or the number of a person.
 * - `RESIDENT_ID_WANTED`: a person's, but a credit code or an identity number of 15 digits.
 * - `KIND_WANTED`: it may be a passport or a travel permit, which have no check digit: its kind must be stated.
 * - `TWO_READINGS`: it is a valid credit code and a valid identity number, and name and kind do not agree on one.
 * - `INVALID`: it is no number of its kind.
 */
export type PartyNumberFault = 'CREDIT_CODE_WANTED' | 'RESIDENT_ID_WANTED' | 'KIND_WANTED' | 'TWO_READINGS' | 'INVALID';

type Reading = Checked<PartyNumber, PartyNumberFault>;

const RESIDENT_SHAPE = /^[1-9]\d{16}[\dX]$/;
const ORGANISATION_SHAPE = /^[0-9A-Z]{8}[0-9X]$/;
/**
 * The permits of Hong Kong and Macao (H or M, eight digits, formerly two more; since 2024-07-10 HA or MA and seven digits for those who are
 * no Chinese citizens) and of Taiwan (eight digits, formerly ten and a letter).
 */
const TRAVEL_PERMIT_SHAPE = /^(?:[HM]\d{8}(?:\d{2})?|[HM]A\d{7}|\d{8}|\d{10}[A-Z]?)$/;
/** Passports have up to nine characters (ICAO 9303), a few countries' more; all have digits. */
const PASSPORT_SHAPE = /^(?=(?:.*\d){3})[A-Z0-9]{5,12}$/;
/** Permanent residence cards before 2023: the country's three letters and twelve digits. */
const FORMER_CARD_SHAPE = /^[A-Z]{3}\d{12}$/;

/** Half-width capitals without blanks, hyphens and characters nobody sees: the spelling that is stored and compared. */
export function normalisePartyNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '')
    .toUpperCase();
}

/** Reads the number of a person or an enterprise, by its kind where that is stated. */
export function readPartyNumber(text: string, context: PartyNumberContext, today: string): Reading {
  const number = normalisePartyNumber(text);
  const { kind, holder } = context;
  if (!kind) return told(number, context, today);
  const of = kind === 'credit_code' || kind === 'registration_number' || kind === 'organisation_code';
  if (holder && (holder === 'enterprise') !== of) return failed(wantedOf(holder));
  return of ? enterprise(number, kind, today) : person(number, kind, today);
}

function enterprise(number: string, kind: PartyNumberKind, today: string): Reading {
  if (kind !== 'credit_code') return failed('CREDIT_CODE_WANTED');
  const code = asCreditCode(number);
  if (!code) return failed(faultOf(number, 'enterprise'));
  return code.doubt && asResident(number, today) ? failed('CREDIT_CODE_WANTED') : passed(code);
}

/** A resident's number may turn out to be a permit or a card, which people call identity cards too; not the other way round. */
function person(number: string, kind: PartyNumberKind, today: string): Reading {
  if (kind === 'passport') return PASSPORT_SHAPE.test(number) ? bare(number, kind) : failed('INVALID');
  if (kind === 'hmt_travel_permit') return TRAVEL_PERMIT_SHAPE.test(number) ? bare(number, kind) : failed('INVALID');
  if (kind === 'foreigner_residence_card' && FORMER_CARD_SHAPE.test(number)) return bare(number, kind);
  const resident = asResident(number, today);
  if (!resident) return failed(faultOf(number, 'person'));
  return kind === 'resident_id' || kind === resident.kind ? passed(resident) : failed('INVALID');
}

/** Reads a number whose kind is not stated. */
function told(number: string, { name, holder = null }: PartyNumberContext, today: string): Reading {
  const form = nameForm(name);
  const likely = holder ?? form;
  const code = asCreditCode(number);
  const resident = asResident(number, today);
  if (code && !code.doubt && resident) {
    if (likely === null || (form !== null && form !== likely)) return failed('TWO_READINGS');
    return passed(likely === 'person' ? resident : code);
  }
  if (resident) return likely === 'enterprise' ? failed('CREDIT_CODE_WANTED') : passed(resident);
  if (!code) return failed(faultOf(number, likely));
  // A sole trader's licence bears a person's name; only what is stated makes a credit code wrong.
  if (holder === 'person') return failed(faultOf(number, holder));
  return isMistyped(code) && likely !== 'enterprise' ? failed('INVALID') : passed(code);
}

/** A mistyped identity number has the form of a credit code whose check character does not hold. */
function isMistyped({ number, doubt }: PartyNumber): boolean {
  return doubt !== null && RESIDENT_SHAPE.test(number);
}

/** Why a text is neither a credit code nor an identity number, in the light of who holds it. */
function faultOf(number: string, holder: PartyKind | null): PartyNumberFault {
  if (holder !== 'person' && (/^\d{15}$/.test(number) || (holder && ORGANISATION_SHAPE.test(number)))) {
    return 'CREDIT_CODE_WANTED';
  }
  if (holder === 'enterprise') return 'INVALID';
  if (/^\d{15}$/.test(number)) return 'RESIDENT_ID_WANTED';
  const code = asCreditCode(number);
  if (code && !isMistyped(code)) return 'RESIDENT_ID_WANTED';
  const foreign = [TRAVEL_PERMIT_SHAPE, PASSPORT_SHAPE, FORMER_CARD_SHAPE].some((shape) => shape.test(number));
  return foreign ? 'KIND_WANTED' : 'INVALID';
}

function wantedOf(holder: PartyKind): PartyNumberFault {
  return holder === 'enterprise' ? 'CREDIT_CODE_WANTED' : 'RESIDENT_ID_WANTED';
}

function asCreditCode(number: string): PartyNumber | undefined {
  const read = readCreditCode(number);
  if (!read.ok) return undefined;
  const { regionCode, doubt } = read.value;
  return { kind: 'credit_code', holder: 'enterprise', number, regionCode, birthDate: null, sex: null, doubt };
}

function asResident(number: string, today: string): PartyNumber | undefined {
  const read = checkResidentId(number, today);
  if (!read.ok) return undefined;
  const { kind, regionCode, birthDate, sex } = read.value;
  return { kind, holder: 'person', number, regionCode, birthDate, sex, doubt: null };
}

function bare(number: string, kind: PartyNumberKind): Reading {
  return passed({ kind, holder: 'person', number, regionCode: null, birthDate: null, sex: null, doubt: null });
}
