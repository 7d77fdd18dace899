import { type Checked, failed, halfWidth, passed } from './checked.js';

/** Why a text is not an identity number of 18 characters; looked for in this order. */
export type ResidentIdFault = 'LENGTH' | 'ALPHABET' | 'CHECK_CHARACTER' | 'BIRTH_DATE';

/** Who holds a number of 18 characters: a resident, one who lives here from Hong Kong, Macao or Taiwan, a foreigner with a permanent residence card. */
export type ResidentIdKind = 'resident_id' | 'hmt_residence_permit' | 'foreigner_residence_card';

/** What an identity number of 18 characters says of its holder. Personal data: encrypt it, mask it, never log it. */
export interface ResidentId {
  readonly kind: ResidentIdKind;
  /** 18 characters, the check character in upper case. */
  readonly number: string;
  /**
   * GB/T 2260 code at the time of issue; it stays valid after the region is abolished, so it is not looked up. Of a permit the region
   * the holder comes from (Taiwan's permits begin 83, its region is 710000), of a foreigner's card the province that issued it.
   */
  readonly regionCode: string;
  /** Of a foreigner's card, the three digits of the country (ISO 3166-1 numeric). */
  readonly nationality: string | null;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const EARLIEST = '1880-01-01';

/**
 * Reads an identity number of 18 characters: resident identity numbers (GB 11643-1999), residence permits of Hong Kong (810000), Macao
 * (820000) and Taiwan (830000) and, since 2023, permanent residence cards of foreigners (9, province, country). All are built alike. A
 * birth date after `today`, before 1880 or not in the calendar is refused.
 */
export function checkResidentId(text: string, today: string): Checked<ResidentId, ResidentIdFault> {
  const number = halfWidth(text).toUpperCase();
  if (number.length !== 18) return failed('LENGTH');
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return failed('ALPHABET');
  if (residentCheckCharacter(number.slice(0, 17)) !== number[17]) return failed('CHECK_CHARACTER');
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDay(birthDate) || birthDate < EARLIEST || birthDate > today) return failed('BIRTH_DATE');
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  return passed({ ...originOf(number), number, birthDate, sex });
}

/** Check character of the first 17 digits (ISO 7064 MOD 11-2). */
export function residentCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return '10X98765432'[sum % 11]!;
}

function originOf(number: string): Pick<ResidentId, 'kind' | 'regionCode' | 'nationality'> {
  if (number.startsWith('9')) {
    const regionCode = `${number.slice(1, 3)}0000`;
    return { kind: 'foreigner_residence_card', regionCode, nationality: number.slice(3, 6) };
  }
  const region = number.slice(0, 6);
  if (!/^8[123]0000$/.test(region)) return { kind: 'resident_id', regionCode: region, nationality: null };
  return { kind: 'hmt_residence_permit', regionCode: region === '830000' ? '710000' : region, nationality: null };
}

/** Whether the calendar has this day, in the nineteenth century too. */
function isRealDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
