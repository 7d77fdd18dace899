import { connect, type Socket } from 'node:net';

/** What a server wrote on a connection until it ended it, or until the text of an answer is whole. */
export interface Spoken {
  readonly socket: Socket;
  readonly answer: Promise<{ status: number; head: string; body: any }>;
}

/** Writes text to a port, as no well-behaved client would, and listens. */
export function speak(url: string, text: string, localAddress?: string): Spoken {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, ...(localAddress ? { localAddress } : {}) });
  socket.on('error', () => undefined);
  socket.write(text);
  const answer = new Promise<{ status: number; head: string; body: any }>((resolve) => {
    let heard = '';
    const look = (ended: boolean) => {
      const [head = '', rest = ''] = heard.split(/\r\n\r\n(.*)/s);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
      if (!ended && !(Buffer.byteLength(rest) >= length)) return;
      const body = Buffer.from(rest)
        .subarray(0, Number.isNaN(length) ? undefined : length)
        .toString();
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
      resolve({ status, head: head.toLowerCase(), body: body.startsWith('{') ? JSON.parse(body) : body });
    };
    socket.on('data', (bytes) => {
      heard += String(bytes);
      look(false);
    });
    socket.on('close', () => look(true));
  });
  return { socket, answer };
}

/** The head of a POST, and what of its body comes at once. */
export const post = (path: string, headers: Record<string, string | number>, body = '') =>
  `POST ${path} HTTP/1.1\r\nhost: recourse\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`;
