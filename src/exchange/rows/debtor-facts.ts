import type { DebtorKind } from '../../casework/admission/index.js';
import type { DebtorIdKind } from '../../casework/debt/index.js';
import {
  type Day,
  isKnownRegion,
  nameForm,
  normalisePartyNumber,
  type RegionReading,
  readPartyNumber,
  readRegion,
} from '../../kernel/index.js';
import { type RowReason, reason } from './reasons.js';

/** An identity number in its canonical spelling: half-width capitals without blanks and hyphens. */
export const readIdNumber = normalisePartyNumber;

/** Every day of birth is before it; admission knows today. */
const LAST_DAY: Day = '2199-12-31';
const RESIDENT_SHAPE = /^\d{17}[\dX]$/;

/** The kind of a debtor when it is not given: from the number, of whose readings the name decides, else from the name. */
export function debtorKindFrom(
  idNumber: string | null,
  name: string,
  kind: DebtorIdKind | null = null,
): DebtorKind | undefined {
  if (idNumber === null) return nameForm(name) ?? undefined;
  const read = readPartyNumber(idNumber, { name, kind }, LAST_DAY);
  if (read.ok) return read.value.holder;
  const form = nameForm(name) ?? undefined;
  if (form || read.reason === 'TWO_READINGS' || idNumber.length !== 18) return form;
  return RESIDENT_SHAPE.test(idNumber) ? 'person' : 'enterprise';
}

const MAINLAND_MOBILE = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/;
/** What programs and people put around a number: `tel:`, an apostrophe that was to protect it, the decimals of a float. */
const AROUND = /^(?:tel|mobile|phone|电话|手机号?)[:\s]\s*|^[\u0060\u2018\u2019]|\.0+$/gi;

/** A phone number: mainland mobiles as E.164, anything else as written. Admission judges whether it can be called. */
export function readPhone(cell: string): string {
  const text = cell.normalize('NFKC').trim();
  const mobile = MAINLAND_MOBILE.exec(text.replace(AROUND, '').replace(/[\s()\p{Pd}]/gu, ''));
  return mobile ? `+86${mobile[1]}` : text;
}

/**
 * The six-digit region (GB/T 2260): from the region's cell, else the address, else the number. An unknown region never causes a
 * refusal.
 */
export function regionFrom(
  region: string | null,
  address: string | null,
  idNumber: string | null,
  holder: DebtorKind,
): string | null {
  return named(region) ?? named(address) ?? fromNumber(idNumber, holder);
}

/** Whether a region's cell names cities of two provinces, as Suzhou does: which one is for its sender to say. */
export function isAmbiguousRegion(region: string): boolean {
  return readingOf(region).warning === 'AMBIGUOUS_REGION';
}

/** An unknown region refuses nothing, and nothing is dropped in silence. */
export function remarksOnRegion(region: string, field: string): RowReason[] {
  return readingOf(region).warning === 'UNKNOWN_REGION' ? [reason('REGION_UNKNOWN', field)] : [];
}

function named(text: string | null): string | null {
  return text === null ? null : readingOf(text).code;
}

const MAX_CACHED = 5_000;
const cached = new Map<string, RegionReading>();

/** Region names repeat within a file, and reading one searches the whole table, so results are cached. */
function readingOf(text: string): RegionReading {
  // A Chinese address names its region first, an English one last.
  const key = /\p{Script=Han}/u.test(text) ? text.slice(0, 16) : text.slice(0, 200);
  const known = cached.get(key);
  if (known !== undefined) return known;
  const read = readRegion(key);
  if (cached.size >= MAX_CACHED) cached.clear();
  cached.set(key, read);
  return read;
}

function fromNumber(idNumber: string | null, holder: DebtorKind): string | null {
  if (idNumber === null) return null;
  const read = readPartyNumber(idNumber, { name: '', holder }, LAST_DAY);
  const code = read.ok ? read.value.regionCode : null;
  return code !== null && isKnownRegion(code) ? code : null;
}
