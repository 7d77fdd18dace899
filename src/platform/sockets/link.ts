import type { IncomingMessage } from 'node:http';
import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Place } from './socket-places.js';

const KEEP_ALIVE_MS = 12_000;
/** Milliseconds a client has to answer a close before its connection is cut. */
const CLOSE_WAIT_MS = 1_000;
/** Bytes that may wait for a client which keeps sending without reading its answers. */
const MAX_BUFFERED = 1024 * 1024;

/** A socket and the request that opened it. */
export interface Extra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly place: Place;
}

/**
 * Connects one socket to the protocol server. A message is sent when the one before has left the process, so a client that
 * does not read stops its own subscriptions and nothing else. A client that does not answer pings is disconnected.
 */
export function link<E extends Extra>(
  server: Server<E>,
  { socket, request, place }: Extra,
  failed: (error: Error) => void,
): void {
  const alive = keepAlive(socket);
  // A broken frame or a message too large: the socket closes itself with the code that says so.
  socket.on('error', () => undefined);
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => void closeSoon(socket, code, reason),
      onMessage: (act) => socket.on('message', (data) => void receive(socket, String(data), act, failed)),
    },
    { socket, request, place } as E,
  );
  socket.once('close', (code, reason) => {
    clearInterval(alive);
    place.leave();
    void closed(code, String(reason));
  });
}

/** Closes a socket, whether its client answers or not: one that waits for a stranger would keep its place. */
export function closeSoon(socket: WebSocket, code?: number, reason?: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) return resolve();
    const hurry = setTimeout(() => socket.terminate(), CLOSE_WAIT_MS);
    socket.once('close', () => {
      clearTimeout(hurry);
      resolve();
    });
    socket.close(code, reason);
  });
}

function send(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState === socket.OPEN) socket.send(text, (error) => (error ? reject(error) : resolve()));
    else resolve();
  });
}

async function receive(
  socket: WebSocket,
  text: string,
  act: (text: string) => Promise<void>,
  failed: (error: Error) => void,
): Promise<void> {
  if (socket.bufferedAmount > MAX_BUFFERED) {
    socket.terminate();
    return;
  }
  try {
    await act(text);
  } catch (error) {
    // A client that disconnects during a send is no failure.
    if (socket.readyState !== socket.OPEN) return;
    failed(error as Error);
    void closeSoon(socket, 4500, 'Internal server error');
  }
}

function keepAlive(socket: WebSocket): NodeJS.Timeout {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  return setInterval(() => {
    if (socket.readyState !== socket.OPEN) return;
    if (!answered) socket.terminate();
    answered = false;
    socket.ping();
  }, KEEP_ALIVE_MS);
}
