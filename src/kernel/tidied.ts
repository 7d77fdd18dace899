/**
 * What nobody sees in a text: format characters (\p{Cf}), selectors of a glyph's variant and fillers. Letters copied from web pages,
 * chats and address books carry them, and two spellings that look alike would be two references. Marks that turn the direction of
 * reading around (embeddings, overrides, isolates) are not among them: they change what is seen, so a text with them is refused.
 */
const INVISIBLE =
  /(?![\u202a-\u202e\u2066-\u2069])\p{Cf}|\p{Variation_Selector}|\u034f|[\u115f\u1160\u3164\uffa0]|\u17b4|\u17b5|\u2800/gu;
/** Blanks that look like the plain one; the wide one of East Asian text does not. */
const BLANK = /(?!\u3000)\p{Zs}/gu;
/** Printable ASCII and common Chinese, which hold none of them: one fast test for most texts. */
const PLAIN = /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;

/**
 * A text of one line as it is seen: without what is invisible and without blanks around it, each letter in one piece with its accents
 * (Unicode form NFC, of which some systems write the other), each blank the plain one.
 */
export function tidied(text: string): string {
  return (PLAIN.test(text) ? text : text.replace(INVISIBLE, '').normalize('NFC').replace(BLANK, ' ')).trim();
}

/** Control characters, breaks of lines and marks that turn the direction of reading: no text of one line has any. */
export const ONE_LINE = /^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
