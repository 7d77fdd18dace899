import { type Checked, failed, halfWidth, passed } from './checked.js';

/** Why a text is not a resident identity number; looked for in this order. */
export type ResidentIdFault = 'LENGTH' | 'ALPHABET' | 'CHECK_CHARACTER' | 'BIRTH_DATE';

/** What a resident identity number says of its holder. Personal data: encrypt it, mask it, never log it. */
export interface ResidentId {
  /** 18 characters, the check character in upper case. */
  readonly number: string;
  /** GB/T 2260 code at the time of issue; it stays valid after the region is abolished, so it is not looked up. */
  readonly regionCode: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const EARLIEST = '1880-01-01';

/** Reads a resident identity number (GB 11643-1999); a birth date after `today`, before 1880 or not in the calendar is refused. */
export function checkResidentId(text: string, today: string): Checked<ResidentId, ResidentIdFault> {
  const number = halfWidth(text).toUpperCase();
  if (number.length !== 18) return failed('LENGTH');
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return failed('ALPHABET');
  if (residentCheckCharacter(number.slice(0, 17)) !== number[17]) return failed('CHECK_CHARACTER');
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDay(birthDate) || birthDate < EARLIEST || birthDate > today) return failed('BIRTH_DATE');
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  return passed({ number, regionCode: number.slice(0, 6), birthDate, sex });
}

/** Check character of the first 17 digits (ISO 7064 MOD 11-2). */
export function residentCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return '10X98765432'[sum % 11]!;
}

/** Whether the calendar has this day, in the nineteenth century too. */
function isRealDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
