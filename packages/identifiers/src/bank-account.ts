import { type Checked, failed, halfWidth, passed } from './checked.js';

/** Why a text is not a personal card number; looked for in this order. */
export type PersonalCardFault = 'DIGITS' | 'LENGTH' | 'PREFIX' | 'CHECK_DIGIT';
/** Why a text is not a corporate account number; looked for in this order. */
export type CorporateAccountFault = 'DIGITS' | 'LENGTH';

/** Reads a personal UnionPay card number (starts 62, 16–19 digits, Luhn); blanks and hyphens between groups are dropped. */
export function checkPersonalCard(text: string): Checked<string, PersonalCardFault> {
  const digits = halfWidth(text).replace(/[ -]/g, '');
  if (!/^\d+$/.test(digits)) return failed('DIGITS');
  if (digits.length < 16 || digits.length > 19) return failed('LENGTH');
  if (!digits.startsWith('62')) return failed('PREFIX');
  if (luhnDigit(digits.slice(0, -1)) !== digits.at(-1)) return failed('CHECK_DIGIT');
  return passed(digits);
}

/**
 * Reads a corporate account number: 8–32 digits and single hyphens between them. Banks number corporate accounts as they
 * like, so there is no check digit to test. Hyphens stay (payment orders carry them); blanks go.
 */
export function checkCorporateAccount(text: string): Checked<string, CorporateAccountFault> {
  const account = halfWidth(text).replaceAll(' ', '');
  if (!/^\d+(-\d+)*$/.test(account)) return failed('DIGITS');
  if (account.length > 32 || account.replaceAll('-', '').length < 8) return failed('LENGTH');
  return passed(account);
}

/** The digit that completes a number by the Luhn rule (ISO/IEC 7812-1, annex B). */
export function luhnDigit(body: string): string {
  let sum = 0;
  for (let place = 0; place < body.length; place += 1) {
    const digit = Number(body[body.length - 1 - place]);
    const weighed = place % 2 === 0 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return String((10 - (sum % 10)) % 10);
}
