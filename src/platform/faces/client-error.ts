import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { answerOf } from './answer.js';
import { BadRequest, HeadersTooLarge, RequestTooSlow } from './http.refusals.js';
import { problemOf } from './problem.js';

const TIMED_OUT = 'ERR_HTTP_REQUEST_TIMEOUT';

/** Answers what Node could not read as a request at all, in the form of every other refusal, and ends the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  // After an answer, what is still missing of the body is nothing to answer again.
  const isAnswered = error.code === TIMED_OUT && socket.bytesWritten > 0;
  if (error.code === 'ECONNRESET' || isAnswered || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const id = randomUUID();
  const problem = problemOf(answerOf(refusalOf(error.code), 'en')!, id);
  const body = JSON.stringify(problem);
  const lines = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${id}`,
    'connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

function refusalOf(code: string | undefined) {
  if (code === TIMED_OUT) return new RequestTooSlow();
  if (code === 'HPE_HEADER_OVERFLOW') return new HeadersTooLarge();
  return new BadRequest({ details: { reasonCode: 'NOT_HTTP' } });
}
