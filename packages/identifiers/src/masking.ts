/** How many characters a mask leaves readable at most, at the front and at the back. */
export interface MaskRule {
  readonly head: number;
  readonly tail: number;
}

/** What each mask may reveal (PIPL art. 51: de-identification). The laws in the tests hold the masks to it. */
export const MASK_RULES = {
  personName: { head: 1, tail: 0 },
  enterpriseName: { head: 2, tail: 4 },
  idNumber: { head: 0, tail: 4 },
  phone: { head: 3, tail: 4 },
  account: { head: 0, tail: 4 },
} as const satisfies Record<string, MaskRule>;

/** 张三 → 张* */
export function maskPersonName(name: string): string {
  return mask(name, MASK_RULES.personName);
}

/** 深圳市大华电子有限公司 → 深圳*****有限公司: the usual place in front and legal form behind stay, the name between goes. */
export function maskEnterpriseName(name: string): string {
  return mask(name, MASK_RULES.enterpriseName);
}

/** Credit codes, identity numbers, certificate numbers: only the last four characters stay. */
export function maskIdNumber(number: string): string {
  return mask(number, MASK_RULES.idNumber);
}

/** +8613812341234 → 138****1234; the country code is dropped only when it is China's. */
export function maskPhone(phone: string): string {
  return mask(phone.replace(/^\s*\+86[\s-]*/, ''), MASK_RULES.phone);
}

/** Bank accounts and cards: only the last four digits stay. */
export function maskAccount(account: string): string {
  return mask(account, MASK_RULES.account);
}

/**
 * One star for each hidden character. At least a third is hidden, however short the text; what must go first is the front,
 * since in an enterprise's name (华为有限公司) that is what names it. Counts code points, so that no character is cut in half.
 */
function mask(text: string, rule: MaskRule): string {
  const characters = [...text.trim()];
  const readable = Math.floor((characters.length * 2) / 3);
  const tail = Math.min(rule.tail, readable);
  const head = Math.min(rule.head, readable - tail);
  const hidden = '*'.repeat(characters.length - head - tail);
  const masked = characters.slice(0, head).join('') + hidden + characters.slice(characters.length - tail).join('');
  // A text that already has stars in these places must still not pass through unchanged.
  return masked === text && masked !== '' ? `*${masked}` : masked;
}
