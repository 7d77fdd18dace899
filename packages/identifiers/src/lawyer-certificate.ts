import { type Checked, failed, halfWidth, passed } from './checked.js';
import { isKnownRegion } from './region.js';

/** Why a text is not a lawyer's practising certificate number; looked for in this order. */
export type LawyerCertificateFault = 'LENGTH' | 'DIGITS' | 'KIND' | 'YEAR' | 'CATEGORY' | 'SEX';

/** The parts of a lawyer's practising certificate number (17 digits, Ministry of Justice numbering). */
export interface LawyerCertificate {
  readonly number: string;
  /** GB/T 2260 code of the city of practice, six digits. It changes when the lawyer moves. */
  readonly regionCode: string;
  /** False when the province is not in our table: worth a reviewer's look, no reason to reject. */
  readonly regionKnown: boolean;
  readonly firstYear: number;
  /** 1 full-time, 2 part-time; others (public, company, legal-aid, military lawyers, …) may not take cases. */
  readonly category: number;
  readonly mayTakeCases: boolean;
  readonly sex: 'male' | 'female';
  /** Six digits that stay with the lawyer for life: the key by which the same lawyer is known again. */
  readonly serial: string;
}

/** Practising certificates were first given out after the restoration of the profession in 1979. */
const FIRST_YEAR = 1979;
const PARTS = /^(\d)(\d{4})(\d{4})(\d)(\d)(\d{6})$/;

/** Reads a lawyer's practising certificate number. It has no check digit: a well-formed one still needs its document seen. */
export function checkLawyerCertificate(
  text: string,
  today: string,
): Checked<LawyerCertificate, LawyerCertificateFault> {
  const number = halfWidth(text);
  if (number.length !== 17) return failed('LENGTH');
  const parts = PARTS.exec(number);
  if (!parts) return failed('DIGITS');
  const [, kind, region, year, category, sex, serial] = parts as unknown as [string, ...string[]];
  if (kind !== '1') return failed('KIND');
  if (Number(year) < FIRST_YEAR || year! > today.slice(0, 4)) return failed('YEAR');
  if (category === '0') return failed('CATEGORY');
  if (sex !== '0' && sex !== '1') return failed('SEX');
  return passed({
    number,
    regionCode: `${region}00`,
    regionKnown: isKnownRegion(`${region}00`),
    firstYear: Number(year),
    category: Number(category),
    mayTakeCases: category === '1' || category === '2',
    sex: sex === '0' ? 'male' : 'female',
    serial: serial!,
  });
}
