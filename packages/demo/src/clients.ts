import { Recourse, type RecourseOptions } from '@recourse/client';
import type { Tally } from './tally.js';

/** Makes a client of the demo's server; without credentials, one for public acts only. */
export type OpenClient = (credentials?: Pick<RecourseOptions, 'apiKey' | 'login' | 'session'>) => Recourse;

const PATIENCE_MS = 60_000;
/** A small machine may be busy for a while: the server says so before it has done anything. */
const RETRY = { retries: 10, maxMs: 2_000 };

/** Every answer a client gets is counted. */
export function clientsOf(baseUrl: string, tally: Tally): OpenClient {
  const onAnswer = () => {
    tally.requests += 1;
  };
  return (credentials) => new Recourse({ baseUrl, timeoutMs: PATIENCE_MS, retry: RETRY, onAnswer, ...credentials });
}
