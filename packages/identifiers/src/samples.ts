/**
 * Valid identifiers for tests and demos: the same number always gives the same value, different numbers (below the period
 * named at each) different ones. They are made to belong to nobody where the numbering leaves room for that.
 */
import { luhnDigit } from './bank-account.js';
import { CREDIT_CODE_ALPHABET, creditCheckCharacter, organisationCheckCharacter } from './credit-code.js';
import { residentCheckCharacter } from './resident-id.js';

/**
 * The larger cities, in an order that never changes, since a sample is always the same. Not Sanya, Dongguan and Zhongshan, which have
 * (or had) no counties: there the city's own code stands in real identity numbers.
 */
const CITY_CODES = `
  1301 1302 1303 1304 1306 1310 1401 1402 1501 1502 1506 2101 2102 2103 2201 2202 2301 2306 3201 3202 3203 3204
  3205 3206 3207 3208 3209 3210 3211 3212 3213 3301 3302 3303 3304 3305 3306 3307 3308 3309 3310 3311 3401 3402
  3403 3501 3502 3503 3505 3506 3601 3604 3607 3701 3702 3703 3706 3707 3708 3710 3713 4101 4103 4113 4201 4205
  4206 4301 4302 4306 4401 4402 4403 4404 4405 4406 4407 4408 4409 4412 4413 4501 4502 4503 4601 5101 5106 5107
  5115 5201 5203 5301 5303 5401 6101 6103 6104 6201 6301 6401 6501
`
  .trim()
  .split(/\s+/)
  .map((code) => `${code}00`);
const FIRST_BIRTH_YEAR = 1960;
const BIRTH_YEARS = 40;
const DAYS_IN_EVERY_MONTH = 28;

/** A unified social credit code. Its organisation code starts YY0, far from the series in common use. Period 31^5 (28,629,151). */
export function sampleCreditCode(n: number, holder: 'enterprise' | 'law_firm' = 'enterprise'): string {
  let rest = scatter(n, 31 ** 5);
  let organisation = '';
  for (let place = 0; place < 5; place += 1) {
    organisation = CREDIT_CODE_ALPHABET[rest % 31]! + organisation;
    rest = Math.floor(rest / 31);
  }
  const eight = `YY0${organisation}`;
  const body = `${holder === 'law_firm' ? '31' : '91'}${cityCode(n)}${eight}${organisationCheckCharacter(eight)}`;
  return body + creditCheckCharacter(body);
}

/**
 * A resident identity number of an adult born 1960–1999. Numbers are issued by counties; these carry a city's code, so
 * no person holds one. Period 13,426,560 (birth dates × sequence numbers).
 */
export function sampleResidentId(n: number): string {
  const days = BIRTH_YEARS * 12 * DAYS_IN_EVERY_MONTH;
  const place = scatter(n, days * 999);
  const day = place % days;
  const year = FIRST_BIRTH_YEAR + Math.floor(day / (12 * DAYS_IN_EVERY_MONTH));
  const month = (Math.floor(day / DAYS_IN_EVERY_MONTH) % 12) + 1;
  const sequence = Math.floor(place / days) + 1;
  const birth = `${year}${digits(month, 2)}${digits((day % DAYS_IN_EVERY_MONTH) + 1, 2)}`;
  const body = `${cityCode(n)}${birth}${digits(sequence, 3)}`;
  return body + residentCheckCharacter(body);
}

/** A Chinese mobile number as E.164; the 11 national digits are `.slice(3)`. Period 10^7. Never send anything to it. */
export function sampleMobile(n: number): string {
  return `+861990${digits(scatter(n, 10 ** 7), 7)}`;
}

/** A lawyer's certificate number, full-time but for every tenth, who is part-time. Period 10^6 (serial numbers). */
export function sampleLawyerCertificate(n: number): string {
  const place = scatter(n, 10 ** 6);
  const category = n % 10 === 9 ? 2 : 1;
  return `1${cityCode(n).slice(0, 4)}${1995 + (n % 28)}${category}${place % 2}${digits(place, 6)}`;
}

/** A 19-digit card number that passes as personal card and as corporate account alike. Period 10^7. */
export function sampleBankAccount(n: number): string {
  const body = `62999900000${digits(scatter(n, 10 ** 7), 7)}`;
  return body + luhnDigit(body);
}

/** One-to-one on 0 … period − 1: the multiplier is a prime that divides no period, and small enough to stay exact. */
function scatter(n: number, period: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`a sample's number is a whole number from 0, not ${n}`);
  return ((n % period) * 15_485_863 + 7_919) % period;
}

function cityCode(n: number): string {
  return CITY_CODES[n % CITY_CODES.length]!;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
