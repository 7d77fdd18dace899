import type { Socket } from 'node:net';
import pg from 'pg';

/** Longest time a statement may run on the server; it ends the statement itself. */
export const STATEMENT_LIMIT_MS = 5_000;
/**
 * Longest silence of the server while it owes an answer. A little more than its own limit: a server that can be reached has
 * spoken by then, so the path to it is broken, however healthy the socket looks.
 */
export const SILENCE_LIMIT_MS = STATEMENT_LIMIT_MS + 2_000;

/** The path to the database fell silent in the middle of a statement. */
export class SilentPath extends Error {
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('the database has not answered in time: the connection is given up');
  }
}

/** The parts of the driver's client that supervision looks at. */
interface Inside {
  readonly connection: { readonly stream: Socket };
  readonly readyForQuery?: boolean;
  readonly _ending: boolean;
}

/**
 * A connection that cannot take the process down or hold it up: an error that comes when nobody listens (the server ended
 * the connection while it changed hands) is no fault of the process, and one that owes an answer for too long is destroyed.
 */
export class SupervisedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config as pg.ClientConfig);
    this.once('connect', () => this.watch());
  }

  /** A listener could be removed with all the others, as libraries do before they release a client. */
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event === 'error' && this.listenerCount('error') === 0) return false;
    return (super.emit as (event: string | symbol, ...args: unknown[]) => boolean).call(this, event, ...args);
  }

  private watch(): void {
    const { stream } = (this as unknown as Inside).connection;
    stream.setTimeout(SILENCE_LIMIT_MS);
    stream.on('timeout', () => {
      const { bytesRead } = stream;
      // When this process itself was held up, the answer may be there and only not read yet.
      setImmediate(() => {
        if (this.owesAnAnswer() && stream.bytesRead === bytesRead) stream.destroy(new SilentPath());
      });
    });
  }

  private owesAnAnswer(): boolean {
    const { readyForQuery, _ending } = this as unknown as Inside;
    return readyForQuery !== true || _ending;
  }
}
