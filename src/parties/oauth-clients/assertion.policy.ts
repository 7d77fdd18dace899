/** The claims of an assertion (RFC 7523 §3), after its signature was checked. */
export type AssertionClaims = Partial<Record<'iss' | 'sub' | 'aud' | 'exp' | 'iat' | 'nbf' | 'jti', unknown>>;

/** Seconds an assertion may still be valid, so that a leaked one is soon useless. */
export const LONGEST_ASSERTION = 300;
/** Seconds the clocks of client and server may differ. */
export const CLOCK_SKEW = 30;
const JTI_LONGEST = 255;

/** The assertion's id and end, or the reason why it is refused. `now` in seconds since 1970. */
export function checkedAssertion(
  claims: AssertionClaims | null,
  clientId: string,
  audiences: readonly string[],
  now: number,
): { jti: string; exp: number } | string {
  const { iss, sub, aud, exp, iat, nbf, jti } = claims ?? {};
  if (iss !== clientId || sub !== clientId) return 'iss and sub must both be the client_id';
  if (!isOnly(aud, audiences)) return `aud must be ${audiences.join(' or ')}, and nothing else`;
  if (!isTime(exp) || exp <= now - CLOCK_SKEW) return 'exp is over or missing';
  if (exp > now + LONGEST_ASSERTION + CLOCK_SKEW) return `exp must be at most ${LONGEST_ASSERTION} seconds ahead`;
  if (iat !== undefined && !isSane(iat, exp, now)) return 'iat is in the future or too long ago';
  if (nbf !== undefined && (!isTime(nbf) || nbf > now + CLOCK_SKEW)) return 'nbf is in the future';
  if (typeof jti !== 'string' || jti === '' || jti.length > JTI_LONGEST)
    return `jti must be 1 to ${JTI_LONGEST} characters`;
  return { jti, exp };
}

/** One of two audiences could use the assertion at the other. */
function isOnly(aud: unknown, audiences: readonly string[]): boolean {
  const one = Array.isArray(aud) && aud.length === 1 ? (aud[0] as unknown) : aud;
  return typeof one === 'string' && audiences.includes(one);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isSane(iat: unknown, exp: number, now: number): boolean {
  return isTime(iat) && iat <= now + CLOCK_SKEW && iat >= now - LONGEST_ASSERTION - CLOCK_SKEW && iat <= exp;
}
