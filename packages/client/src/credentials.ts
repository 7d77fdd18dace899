/** Where the bearer token of a request comes from. */
export interface Credentials {
  /** The token to send, fetched or renewed first where that is needed; undefined for none. */
  token(signal?: AbortSignal): Promise<string | undefined>;
  /** A token in place of one that was turned away; undefined when there is no better one. */
  renew(refused: string | undefined, signal?: AbortSignal): Promise<string | undefined>;
}

/** An API key, or nothing. */
export function fixedCredentials(token: string | undefined): Credentials {
  return { token: async () => token, renew: async () => undefined };
}

/**
 * Runs one thing at a time: whoever asks while it runs gets the same result. Tokens are renewed through it, because a
 * refresh token works once and a second use of it ends the whole session.
 */
export class SingleFlight<T> {
  private running: Promise<T> | undefined;

  run(work: () => Promise<T>): Promise<T> {
    this.running ??= work().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }
}

/** Waits for shared work, but no longer than this caller wants to. */
export function whileWanted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise<T>((resolve, reject) => {
    const ended = () => reject(signal.reason);
    if (signal.aborted) return ended();
    signal.addEventListener('abort', ended, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', ended));
  });
}
