import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { SocketRequest } from './socket-door.js';

/** Subscriptions one socket may have open. */
export const MAX_SUBSCRIPTIONS = 20;
/** Bytes of one message from a client. */
export const MAX_MESSAGE = 64 * 1024;

/** Close codes of the graphql-transport-ws protocol, and of WebSockets for a server that cannot serve just now. */
export const CLOSE = { unauthorized: 4401, forbidden: 4403, tooManySockets: 4429, tryLater: 1013 } as const;

/** The request of a socket: its opening request, with the bearer of `connection_init` where one was given. */
export function socketRequest(
  opening: IncomingMessage,
  params: Readonly<Record<string, unknown>> | undefined,
  proxies: number,
): SocketRequest {
  const given = params?.['authorization'] ?? params?.['Authorization'];
  return {
    headers: {
      authorization: typeof given === 'string' ? given : opening.headers.authorization,
      'accept-language': opening.headers['accept-language'],
    },
    ip: addressOf(opening, proxies),
    id: randomUUID(),
  };
}

/** As on the HTTP face: each proxy appends the address it was called from, so the client's own is that many from the end. */
export function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const addresses = forwarded.map((one) => one.trim()).filter((one) => one !== '');
  const chain = [socket.remoteAddress ?? 'unknown', ...addresses.reverse()];
  return chain[Math.min(proxies, chain.length - 1)]!;
}
