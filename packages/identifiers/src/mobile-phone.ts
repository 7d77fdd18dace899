// Only the full metadata tells mobile numbers from fixed lines; the smaller sets answer "possible" for both.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type Checked, failed, halfWidth, passed } from './checked.js';

/** Why a text is not a mobile number: not a number at all, one no operator could have given out, or a number of another kind. */
export type MobilePhoneFault = 'UNREADABLE' | 'NOT_ASSIGNABLE' | 'NOT_MOBILE';

/** Long enough for any spelling of 15 digits; what is longer is not worth parsing. */
const MAX_LENGTH = 40;

/** Reads a mobile number, Chinese unless it starts with `+`, as E.164 (`+8613800138000`). Extensions are refused. */
export function checkMobilePhone(text: string): Checked<string, MobilePhoneFault> {
  // The parser does not know the country code in brackets, as address books export it.
  const written = halfWidth(text).replace(/^\((\+\d{1,3})\)/, '$1');
  if (written.length > MAX_LENGTH) return failed('UNREADABLE');
  const phone = parsePhoneNumberFromString(written, { defaultCountry: 'CN', extract: false });
  if (!phone) return failed('UNREADABLE');
  if (!phone.isValid()) return failed('NOT_ASSIGNABLE');
  const kind = phone.getType();
  // Where the numbering plan does not separate the two (North America), such a number may well be a mobile one.
  if (phone.ext || (kind !== 'MOBILE' && kind !== 'FIXED_LINE_OR_MOBILE')) return failed('NOT_MOBILE');
  return passed(phone.number);
}
