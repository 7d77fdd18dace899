import type { IncomingMessage } from 'node:http';
import { OutboundFault } from './outbound-fault.js';

/** Milliseconds to wait for the rest of an answer after its head: the status has decided. */
const BODY_PATIENCE_MS = 2_000;

/** The whole body. Throws ANSWER_TOO_LARGE past `maxBytes`, ANSWER_CUT_OFF when it breaks off. */
export async function wholeOf(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > maxBytes) throw new OutboundFault('ANSWER_TOO_LARGE');
    pieces.push(piece);
  }
  if (!response.complete) throw new OutboundFault('ANSWER_CUT_OFF');
  return Buffer.concat(pieces);
}

/** At most `maxBytes` of a body. Never throws: one that breaks off, trickles or does not end is cut where it is. */
export async function beginningOf(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  await new Promise<void>((done) => {
    const patience = setTimeout(done, BODY_PATIENCE_MS);
    const end = () => {
      clearTimeout(patience);
      done();
    };
    signal.addEventListener('abort', end, { once: true });
    response.on('data', (piece: Buffer) => {
      pieces.push(piece);
      size += piece.length;
      if (size >= maxBytes) end();
    });
    response.once('end', end).once('error', end).once('close', end);
  });
  return Buffer.concat(pieces).subarray(0, maxBytes);
}
