/** Texts whose letters or digits were lost on the way: names nobody has, and references that many receivables share. */

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

/** Whether a name was made unreadable on purpose, `江城****有限公司`, `王*`: nobody is called so. `*ST` before a short name hides nothing. */
export function isMaskedName(name: string): boolean {
  return /[*＊]{2}|[\p{L}\p{N}][*＊]/u.test(name);
}

/** Whether a text has replacement characters of a decoder, characters of private use, lone surrogates or mojibake. */
export function isDamaged(text: string): boolean {
  return DAMAGED.test(text);
}

const EXPONENT = /^-?(?:\d{1,3}[.,]\d{1,20}\s?(?:[ED]\s?\+?|[×x*]\s?10\^?)|[1-9]E\+(?=\d\d))\d{1,3}$/i;
/** No number of these is longer. */
const MOST_DIGITS = 40;
const ASCII = /^[\x20-\x7e]*$/;

/** A long number as a spreadsheet or a program writes it (`3.10101E+17`, `1,23457E+15`, `3.1e17`), which many numbers share. */
export function isShortenedNumber(text: string): boolean {
  if (text.length > MOST_DIGITS) return false;
  return EXPONENT.test(ASCII.test(text) ? text : text.normalize('NFKC'));
}
