import { type Checked, failed, halfWidth, passed } from './checked.js';

/** Why a text is not a unified social credit code; looked for in this order. */
export type CreditCodeFault = 'LENGTH' | 'ALPHABET';
/** Why a code is not what the standard computes; looked for in this order. */
export type CreditCodeDoubt = 'CHECK_CHARACTER' | 'ORGANISATION_CODE';

/** A code of the right form. */
export interface CreditCode {
  /** Upper case, half-width: the spelling that is stored and compared. */
  readonly code: string;
  /** GB/T 2260 code of the registering body, six digits. */
  readonly regionCode: string;
  readonly department: RegistrationDepartment;
  /**
   * Null when both check characters hold. Otherwise a matter for a reviewer and no reason to refuse: real codes, among them those given
   * out in Xiamen before 2016, do not hold.
   */
  readonly doubt: CreditCodeDoubt | null;
}

/** The body that registered the holder, from the first two characters (GB 32100-2015, table 1). */
export type RegistrationDepartment =
  | 'enterprise'
  | 'law_firm'
  | 'other_justice'
  | 'public_body'
  | 'civil_affairs'
  | 'other';

/** GB 32100-2015: digits and capitals without I, O, S, V and Z. A character's place is its value. */
export const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const LENGTH = 18;
/** No department has the figure 0; eighteen of them would hold all checks. */
const SHAPE = /^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const WEIGHTS = Array.from({ length: LENGTH - 1 }, (_, index) => 3 ** index % 31);
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Upper case, half-width, no outer blanks: the spelling that is stored and compared. */
export function normaliseCreditCode(text: string): string {
  return halfWidth(text).toUpperCase();
}

/**
 * Reads a unified social credit code (GB 32100-2015): 18 characters, six digits of region in places 3–8, a GB 11714
 * organisation code in places 9–17 and a check character, which may well be 0. Refuses the form alone; a check character that differs
 * is a doubt.
 */
export function readCreditCode(text: string): Checked<CreditCode, CreditCodeFault> {
  const code = normaliseCreditCode(text);
  if (code.length !== LENGTH) return failed('LENGTH');
  if (!SHAPE.test(code)) return failed('ALPHABET');
  return passed({
    code,
    regionCode: code.slice(2, 8),
    department: registrationDepartmentOf(code),
    doubt: doubtOf(code),
  });
}

/** Reads a code that must hold by the standard, as those do that one types from a list or makes up. */
export function checkCreditCode(text: string): Checked<string, CreditCodeFault | CreditCodeDoubt> {
  const read = readCreditCode(text);
  if (!read.ok) return read;
  return read.value.doubt ? failed(read.value.doubt) : passed(read.value.code);
}

function doubtOf(code: string): CreditCodeDoubt | null {
  if (creditCheckCharacter(code.slice(0, 17)) !== code[17]) return 'CHECK_CHARACTER';
  return organisationCheckCharacter(code.slice(8, 16)) === code[16] ? null : 'ORGANISATION_CODE';
}

/** Who registered the holder of a code: 9 market supervision, 31 a law firm, 3 justice, 1 staffing office, 5 civil affairs. */
export function registrationDepartmentOf(code: string): RegistrationDepartment {
  if (code.startsWith('31')) return 'law_firm';
  switch (code[0]) {
    case '9':
      return 'enterprise';
    case '3':
      return 'other_justice';
    case '1':
      return 'public_body';
    case '5':
      return 'civil_affairs';
    default:
      return 'other';
  }
}

/** Check character of the first 17 characters: (31 − Σ value × 3^i mod 31) mod 31. */
export function creditCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * CREDIT_CODE_ALPHABET.indexOf(body[index]!), 0);
  return CREDIT_CODE_ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Check character of an organisation code's first 8 characters (GB 11714): 11 − Σ mod 11, written X for 10 and 0 for 11. */
export function organisationCheckCharacter(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => total + weight * parseInt(body[index]!, 36), 0);
  return '0123456789X'[(11 - (sum % 11)) % 11]!;
}
