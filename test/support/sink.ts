import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** One webhook as a receiver got it. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
}

/** What a receiver does with a request: answers it, or not. */
export type Manner = (response: ServerResponse, received: Received, socket: Socket) => void;

export const manners = {
  ok: (response: ServerResponse) => void response.writeHead(204).end(),
  broken: (response: ServerResponse) => void response.writeHead(500).end('out of order'),
  gone: (response: ServerResponse) => void response.writeHead(410).end(),
  hanging: () => undefined,
  resetting: (_: ServerResponse, __: Received, socket: Socket) => socket.resetAndDestroy(),
  redirecting: (to: string) => (response: ServerResponse) => void response.writeHead(302, { location: to }).end(),
  busy: (seconds: number) => (response: ServerResponse) =>
    void response.writeHead(503, { 'retry-after': String(seconds) }).end(),
  /** Goes on answering until the other side has enough. */
  endless: (response: ServerResponse) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(16_384)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
};

const PATIENCE_MS = 1_200_000;

/** A receiver of webhooks on this machine. What it got first stands first. */
export class Sink {
  readonly received: Received[] = [];
  readonly sockets = new Set<Socket>();
  /** How often somebody connected, whether or not anything was said. */
  connections = 0;
  manner: Manner = manners.ok;
  private server: Server | undefined;
  private port = 0;

  /** Opens it; again after `close`, at the same address. */
  async open(): Promise<this> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      response.on('error', () => undefined);
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { url, headers } = request;
        const received = { path: url!, headers, body: Buffer.concat(chunks).toString(), at: Date.now() };
        this.received.push(received);
        this.manner(response, received, request.socket);
      });
    });
    server.on('connection', (socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.port, '127.0.0.1', resolve);
    });
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hooks`;
  }

  /** Its address under another scheme or name. */
  urlAs(scheme: 'http' | 'https', host: string): string {
    return `${scheme}://${host}:${this.port}/hooks`;
  }

  /** What came of one type, each read. */
  ofType(type: string): (Received & { event: { type: string; timestamp: string; data: Record<string, any> } })[] {
    return this.received
      .map((one) => ({ ...one, event: JSON.parse(one.body) }))
      .filter(({ event }) => event.type === type);
  }

  /** Waits until it holds. */
  async until(holds: (sink: this) => boolean, what = 'it'): Promise<void> {
    await eventually(
      async () => holds(this),
      () => `${what}; came: ${this.received.map((one) => one.body).join('\n')}`,
    );
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
    if (server) await new Promise((resolve) => server.close(resolve));
  }
}

/** Asks again until it is so; throws when it does not come to be in twenty minutes. */
export async function eventually(
  holds: () => Promise<boolean>,
  what: () => string,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  for (const end = performance.now() + patienceMs; ; await sleep(25)) {
    if (await holds()) return;
    if (performance.now() > end) throw new Error(`it did not come to pass: ${what()}`);
  }
}
