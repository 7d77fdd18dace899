import type { IncomingMessage } from 'node:http';

/** Bytes of an answer that are read and kept. */
export const ANSWER_MAX = 4_096;
/** How long the rest of an answer is waited for once its head is there, in milliseconds: the head has decided. */
const BODY_PATIENCE_MS = 2_000;

/**
 * The beginning of an answer's body. Never throws: what counts is the head, and a body that breaks off, drips or does not end
 * is cut where it is.
 */
export async function beginningOf(response: IncomingMessage, signal: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  await new Promise<void>((done) => {
    const patience = setTimeout(done, BODY_PATIENCE_MS);
    const end = () => {
      clearTimeout(patience);
      done();
    };
    signal.addEventListener('abort', end, { once: true });
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= ANSWER_MAX) end();
    });
    response.once('end', end).once('error', end).once('close', end);
  });
  return readable(Buffer.concat(chunks).subarray(0, ANSWER_MAX));
}

/** Bytes from anywhere as text PostgreSQL can keep: no control characters, at most as many bytes as are kept. */
export function readable(bytes: Buffer): string {
  const text = bytes.toString('utf8').replace(/[^\P{Cc}\n\r\t]/gu, '');
  // A byte that is no UTF-8 became a character of three, and the cut may have split one.
  return Buffer.from(text)
    .subarray(0, ANSWER_MAX)
    .toString('utf8')
    .replace(/\uFFFD{1,3}$/, '');
}
