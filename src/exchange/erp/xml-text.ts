import { isAscii } from 'node:buffer';
import { likelyEncoding } from '../../platform/tables/index.js';

/** Encodings that are read, by the names that XML declarations give them. */
const DECODED_AS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb_2312: 'gb18030',
  cp936: 'gb18030',
  big5: 'big5',
  'iso-8859-1': 'latin1',
  'windows-1252': 'latin1',
};
/** Characters that XML has not (2.2), and the one that stands for what could not be decoded. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/;
const DECLARATION = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z][\w.-]{0,39})["']/;
const DECLARATION_BYTES = 300;

/**
 * The text of an XML file in the encoding that it declares, by its byte order mark or in its first line (XML 1.0, appendix F);
 * undefined when it is not in that encoding, or in one that is not read. Bytes that are more plausible in another encoding than the
 * declared one have two readings: they are not read, for a name nobody has would be admitted.
 */
export function xmlTextOf(bytes: Buffer): string | undefined {
  const wide = wideEncodingOf(bytes);
  const encoding = wide ?? DECODED_AS[declaredIn(bytes)];
  if (encoding === undefined || (wide === undefined && !isPlausible(bytes, encoding))) return undefined;
  try {
    const decoded = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const text =
      encoding === 'latin1' ? decoded.replace(C1, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!) : decoded;
    return NO_TEXT.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Characters of Windows-1252 where Latin-1 has controls, which no text means: Node decodes the one as the other. */
const C1 = /[\u0080-\u009f]/g;
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes of an alphabet are plausible in none of the encodings with two bytes for a character. */
function isPlausible(bytes: Buffer, encoding: string): boolean {
  if (isAscii(bytes)) return true;
  const likely = likelyEncoding(bytes);
  if (encoding === 'latin1') return likely === undefined || likely.startsWith('Windows');
  return likely?.toLowerCase() === encoding;
}

function wideEncodingOf(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

/** In lower case. UTF-8 when nothing is declared, or when a byte order mark says so. */
function declaredIn(bytes: Buffer): string {
  const head = bytes.subarray(0, DECLARATION_BYTES).toString('latin1');
  if (head.startsWith('\u00ef\u00bb\u00bf')) return 'utf-8';
  return (DECLARATION.exec(head)?.[1] ?? 'utf-8').toLowerCase();
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#0{0,20}(\d{1,7})|#x0{0,20}([0-9a-fA-F]{1,6})|([A-Za-z]\w{0,30}));|&/g;

/** A text that holds a reference to no character, or an ampersand that begins none. */
export class NoSuchCharacter extends Error {}

/**
 * The text with its references to characters replaced (XML 1.0, 4.1): decimal, hexadecimal and the five named ones. Throws
 * NoSuchCharacter for any other, and for characters that XML has not.
 */
export function withoutReferences(text: string, named: Readonly<Record<string, string>> = NAMED): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (_, decimal?: string, hex?: string, name?: string) => {
    const character = name === undefined ? characterOf(decimal, hex) : Object.hasOwn(named, name) && named[name];
    if (!character) throw new NoSuchCharacter();
    return character;
  });
}

/** Names of HTML that ERPs store beside the five of XML. */
const NAMED_IN_HTML = { ...NAMED, nbsp: ' ' };

/** A text that an ERP stores as HTML. What is no reference stays as it is written. */
export function fromHtml(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,4});/g, (reference) => {
    try {
      return withoutReferences(reference, NAMED_IN_HTML);
    } catch {
      return reference;
    }
  });
}

function characterOf(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  const isText = code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff);
  const isFurther = (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
  return isText || isFurther ? String.fromCodePoint(code) : undefined;
}
