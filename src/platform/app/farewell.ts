import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a kept connection may still send a request after the door was closed, at most. */
const KEPT_MS = 1_000;
const LOOK_MS = 20;
/** How long it looks for a moment without a new connection. */
const QUIET_WITHIN_MS = 1_000;

/** How a server takes leave. */
export interface Leave {
  /** How long it still answers everybody, telling each to come back elsewhere. */
  readonly lameDuckMs: number;
  /** Ends what would never end by itself: event streams and sockets. */
  endStreams(): Promise<void>;
}

/**
 * Ends an HTTP server so that no client loses a request: from the beginning every answer closes its connection; then no new
 * connection is taken; then what is open is answered, and a connection is closed only when nothing has come over it for a
 * while.
 */
export class Farewell {
  private readonly open = new Set<ServerResponse>();
  /** Connections and requests so far. */
  private arrivals = 0;
  private lastRequestAt = 0;
  private begun = false;

  constructor(private readonly server: Server) {
    server.on('connection', () => {
      this.arrivals += 1;
    });
    server.prependListener('request', (_, response: ServerResponse) => this.watch(response));
  }

  /** Whether the server is taking leave. */
  get saying(): boolean {
    return this.begun;
  }

  /** Returns when every request has its answer. */
  async say({ lameDuckMs, endStreams }: Leave): Promise<void> {
    this.begun = true;
    for (const response of this.open) response.shouldKeepAlive = false;
    await pause(lameDuckMs);
    await endStreams();
    await this.closeTheDoor();
    const kept = Math.min(KEPT_MS, lameDuckMs);
    this.lastRequestAt = performance.now();
    while (this.open.size > 0 || (performance.now() - this.lastRequestAt < kept && (await this.connected()))) {
      await pause(LOOK_MS);
    }
  }

  private watch(response: ServerResponse): void {
    this.arrivals += 1;
    this.open.add(response);
    response.once('close', () => this.open.delete(response));
    if (!this.begun) return;
    this.lastRequestAt = performance.now();
    response.shouldKeepAlive = false;
  }

  /**
   * Takes no further connection. `server.close` would also close the idle ones, over which a request may be on its way. The
   * system resets connections that wait to be taken, so the door closes right after a turn of the loop that found none.
   */
  private async closeTheDoor(): Promise<void> {
    const patience = performance.now() + QUIET_WITHIN_MS;
    for (let before = -1; before !== this.arrivals && performance.now() < patience; ) {
      before = this.arrivals;
      await new Promise((turned) => setImmediate(turned));
    }
    NetServer.prototype.close.call(this.server);
  }

  private connected(): Promise<boolean> {
    return new Promise((resolve) => {
      this.server.getConnections((error, count) => resolve(!error && count > 0));
    });
  }
}
