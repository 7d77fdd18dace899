import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { LiveStreams } from '../../../src/notifications/live/live-streams.js';
import type { TestApp } from '../../support/app.js';
import type { Outcome } from './calls.js';

/** Subscribes, and lets go as soon as it is refused, is told something, or is surely followed (`EMPTY`). */
export async function subscribed(
  app: TestApp,
  token: string | undefined,
  query: string,
  variables: Record<string, unknown>,
): Promise<Outcome> {
  const streams = app.serving.app.get(LiveStreams);
  const open = streams.size;
  let found: Outcome | undefined;
  const client = createClient({
    url: `${app.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token === undefined ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
  });
  client.subscribe(
    { query, variables },
    {
      next: (told) => {
        const answer = `${JSON.stringify(variables)} → ${JSON.stringify(told)}`;
        found ??= { code: told.errors ? codeOf(told.errors) : 'DATA', answer };
      },
      error: (error) => {
        found ??= { code: codeOf(error), answer: `${JSON.stringify(variables)} → ${JSON.stringify(error)}` };
      },
      complete: () => {
        found ??= { code: 'EMPTY', answer: 'complete' };
      },
    },
  );
  while (!found && streams.size <= open) await pause(2);
  await client.dispose();
  while (streams.size > open) await pause(2);
  return found ?? { code: 'EMPTY', answer: 'followed' };
}

function codeOf(error: unknown): string {
  if (Array.isArray(error)) return error[0]?.extensions?.code ?? 'INTERNAL without a code';
  const { code } = error as { code?: number };
  return code === 4401 ? 'UNAUTHENTICATED' : `closed ${code}`;
}

/** Opens a REST stream and lets go once the server has answered. */
export async function streamed(app: TestApp, token: string | undefined, url: string): Promise<Outcome> {
  const abort = new AbortController();
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${app.url}${url}`, { headers, signal: abort.signal });
  if (answer.status === 200) {
    abort.abort();
    return { code: 'EMPTY', answer: 'followed' };
  }
  const body = (await answer.json()) as { code?: string };
  return { code: body.code ?? `HTTP ${answer.status}`, answer: `${url} → ${answer.status} ${JSON.stringify(body)}` };
}
