/** Bytes of an answer that are read and kept. */
export const ANSWER_MAX = 4_096;
/** Bytes of an answer as text that PostgreSQL can store: no control characters, at most ANSWER_MAX bytes. */
export function readable(bytes: Buffer): string {
  const text = bytes.toString('utf8').replace(/[^\P{Cc}\n\r\t]/gu, '');
  // Each byte that is not UTF-8 became a character of three bytes, and the cut may have split one.
  return Buffer.from(text)
    .subarray(0, ANSWER_MAX)
    .toString('utf8')
    .replace(/\uFFFD{1,3}$/, '');
}
