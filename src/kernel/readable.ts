/** Texts whose letters were lost on the way: of names nobody has, a debtor would be made. */

/**
 * Private use has no meaning between two systems and what is not assigned has none at all (of Han characters new ones come): no name is
 * written with them. The others are what text becomes that was decoded twice: no word has four letters with accents in a row.
 */
const DAMAGED =
  /[\ufffc\ufffd\p{Cs}\p{Co}]|(?![\u{20000}-\u{3fffd}])\p{Cn}|锟斤|ï»¿|[\u00a1-\u00ff]{4}|(?:[ä-é][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}){2}/u;

/** Whether a name lost its letters to question marks, as programs write what their encoding does not have. */
export function isLostName(name: string): boolean {
  return /[?？]{2}/.test(name) || !/[\p{L}\p{N}]/u.test(name);
}

/** Whether a text has replacement characters of a decoder, characters of private use, lone surrogates or mojibake. */
export function isDamaged(text: string): boolean {
  return DAMAGED.test(text);
}
