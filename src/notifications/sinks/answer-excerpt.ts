/** Bytes of an answer that are read and kept. */
export const ANSWER_MAX = 4_096;
/** Bytes from anywhere as text PostgreSQL can keep: no control characters, at most as many bytes as are kept. */
export function readable(bytes: Buffer): string {
  const text = bytes.toString('utf8').replace(/[^\P{Cc}\n\r\t]/gu, '');
  // A byte that is no UTF-8 became a character of three, and the cut may have split one.
  return Buffer.from(text)
    .subarray(0, ANSWER_MAX)
    .toString('utf8')
    .replace(/\uFFFD{1,3}$/, '');
}
