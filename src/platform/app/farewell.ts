import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * How long a kept connection may stay silent after the door was closed, at most: a client on a busy machine may not have come
 * to its next request, and would be reset with it.
 */
const KEPT_MS = 5_000;
const LOOK_MS = 20;
/** No new connection for so long means that none waits to be taken. */
const QUIET_MS = 20;
/** How long it looks for such a moment. */
const QUIET_WITHIN_MS = 2_000;

/** How a server takes leave. */
export interface Leave {
  /** How long it still answers everybody, telling each to come back elsewhere. */
  readonly lameDuckMs: number;
  /** Ends what would never end by itself: event streams and sockets. */
  endStreams(): Promise<void>;
}

/**
 * Ends an HTTP server so that no client loses a request. First every answer closes its connection, so that clients look for
 * another process. Then, for a moment, connections are kept, so that none is under way when the door closes. What is open
 * then is answered, and a connection is closed only when nothing has come over it for a while.
 */
export class Farewell {
  private readonly open = new Set<ServerResponse>();
  private connections = 0;
  private lastRequestAt = 0;
  private begun = false;
  private sendingAway = false;

  constructor(private readonly server: Server) {
    server.on('connection', () => {
      this.connections += 1;
    });
    server.prependListener('request', (_, response: ServerResponse) => this.watch(response));
  }

  /** Whether the server is taking leave. */
  get saying(): boolean {
    return this.begun;
  }

  /** Returns when every request has its answer and no connection is left. */
  async say({ lameDuckMs, endStreams }: Leave): Promise<void> {
    this.begun = true;
    this.sendAway();
    await pause(lameDuckMs);
    await endStreams();
    await this.closeTheDoor();
    this.sendAway();
    const kept = Math.min(KEPT_MS, lameDuckMs);
    this.lastRequestAt = performance.now();
    while (this.open.size > 0 || (performance.now() - this.lastRequestAt < kept && (await this.connected()))) {
      await pause(LOOK_MS);
    }
    // What is left has been silent for that long, or never sent a request: the server would wait a minute for it.
    this.server.closeAllConnections();
  }

  private watch(response: ServerResponse): void {
    this.open.add(response);
    response.once('close', () => this.open.delete(response));
    if (!this.begun) return;
    this.lastRequestAt = performance.now();
    if (this.sendingAway) response.shouldKeepAlive = false;
  }

  private sendAway(): void {
    this.sendingAway = true;
    for (const response of this.open) response.shouldKeepAlive = false;
  }

  /**
   * Takes no further connection. The system resets those that wait to be taken, so the door closes when none has come for a
   * moment. `server.close` would also close the idle ones, over which a request may be on its way.
   */
  private async closeTheDoor(): Promise<void> {
    this.sendingAway = false;
    const patience = performance.now() + QUIET_WITHIN_MS;
    for (let before = -1; before !== this.connections && performance.now() < patience; ) {
      before = this.connections;
      await pause(QUIET_MS);
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
