/** Bounds in characters (code points), after Unicode NFKC. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** Passwords of ten characters or more that attackers try first (from the published rankings of leaked passwords). */
const COMMON = new Set(
  `1234567890 0123456789 0987654321 9876543210 12345678910 123456789a a123456789 1234567891 1111111111 0000000000
   1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3 qwertyuiop qwerty1234 qwerty12345
   qwerty123456 qwertyuiop123 asdfghjkl1 asdfghjkl123 zxcvbnm123 password12 password123 password1234 password12345
   passw0rd123 p@ssw0rd123 p@ssword123 passwordpassword woaini1314 woaini1314520 woaini520 woaini520520 5201314520
   1314520520 5201314521 a1234567890 iloveyou12 iloveyou123 welcome123 welcome1234 changeme123 letmein123
   admin12345 admin123456 administrator superman123 football123 baseball123 abcdefghij abcd123456 abc1234567
   aa12345678`.split(/\s+/),
);

export type PasswordFault = 'too_short' | 'too_long' | 'is_the_email' | 'too_common';

/** The form of a password that is hashed and compared: the same keys on another system give the same password. */
export function canonicalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** What is wrong with a new password; `undefined` when nothing is. Length counts (NIST SP 800-63B), not character classes. */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const canonical = canonicalPassword(password);
  const length = [...canonical].length;
  if (length < PASSWORD_MIN) return 'too_short';
  if (length > PASSWORD_MAX) return 'too_long';
  const plain = canonical.toLowerCase();
  const address = email.toLowerCase();
  if (plain === address || plain === address.split('@')[0]) return 'is_the_email';
  if (COMMON.has(plain) || new Set(plain).size === 1) return 'too_common';
  return undefined;
}
