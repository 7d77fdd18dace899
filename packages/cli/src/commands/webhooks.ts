import { EVENT_TYPES, Pages, type Recourse } from '@recourse/client';
import { Command } from 'commander';
import type { Context } from '../context.js';
import {
  CREATE_WEBHOOK,
  DELETE_WEBHOOK,
  REPLAY_WEBHOOKS,
  TEST_WEBHOOK,
  WEBHOOK_DELIVERIES,
  WEBHOOK_ENDPOINTS,
} from '../documents.js';
import { timeOf } from '../durations.js';
import { countOf, listOf, someOf } from './counts.js';

interface Endpoint {
  id: string;
  url: string;
  types: string[];
  state: string;
  disabledReason: string | null;
}

interface Delivery {
  id: string;
  type: string;
  state: string;
  attempts: number;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: string;
}

interface Replay {
  id: string;
  since: string;
}

/** `recourse webhooks …` */
export function webhooksCommand(context: Context): Command {
  const webhooks = new Command('webhooks').description(context.say('webhooks'));
  webhooks
    .command('list')
    .description(context.say('webhooksList'))
    .action(async () => {
      const endpoints = listed<Endpoint>(await context.client(), WEBHOOK_ENDPOINTS, {});
      context.printAll(await endpoints.toArray(), {
        id: (one) => one.id,
        url: (one) => one.url,
        state: (one) => (one.disabledReason ? `${one.state} (${one.disabledReason})` : one.state),
        types: (one) => one.types,
      });
    });
  webhooks
    .command('create <url>')
    .description(context.say('webhooksCreate'))
    .option('--types <types>', context.sayWith('types', EVENT_TYPES))
    .action(async (url: string, { types }: { types?: string }) => {
      const wanted = someOf(context, '--types', listOf(types), EVENT_TYPES);
      const input = { url, ...(wanted ? { types: wanted } : {}) };
      const created = await (await context.client()).ask<{ secret: string; endpoint: Endpoint }>(CREATE_WEBHOOK, {
        input,
      });
      context.print(created, ({ secret, endpoint }) => `${endpoint.id}  ${endpoint.url}\n${secret}`);
      context.tell(context.say('keyOnce'));
    });
  webhooks
    .command('test <endpointId>')
    .description(context.say('webhooksTest'))
    .action(async (endpointId: string) => {
      const delivery = await (await context.client()).ask<Delivery>(TEST_WEBHOOK, { endpointId });
      context.print(delivery, ({ id, state }) => `${id}  ${state}`);
    });
  webhooks
    .command('replay <endpointId>')
    .description(context.say('webhooksReplay'))
    .requiredOption('--since <time>', context.say('since'))
    .option('--types <types>', context.sayWith('types', EVENT_TYPES))
    .action(async (endpointId: string, options: { since: string; types?: string }) => {
      const since = timeOf(options.since, context.say('badDuration', { text: options.since }));
      const types = someOf(context, '--types', listOf(options.types), EVENT_TYPES);
      const input = { since, ...(types ? { types } : {}) };
      const replay = await (await context.client()).ask<Replay>(REPLAY_WEBHOOKS, { endpointId, input });
      context.print(replay, (started) => context.say('replaying', { ...started }));
    });
  webhooks
    .command('deliveries <endpointId>')
    .description(context.say('webhooksDeliveries'))
    .option('--limit <count>', context.say('limit'), '20')
    .action(async (endpointId: string, { limit }: { limit: string }) => {
      const most = countOf(context, '--limit', limit);
      const client = await context.client();
      const deliveries = listed<Delivery>(client, WEBHOOK_DELIVERIES, { endpointId }, most + 1);
      context.printSome(await deliveries.toArray(most + 1), most, {
        id: (one) => one.id,
        type: (one) => one.type,
        state: (one) => one.state,
        attempts: (one) => one.attempts,
        answer: (one) => one.lastStatus ?? one.lastError,
        at: (one) => one.createdAt,
      });
    });
  webhooks
    .command('delete <endpointId>')
    .description(context.say('webhooksDelete'))
    .action(async (endpointId: string) => {
      const deleted = await (await context.client()).ask<Endpoint>(DELETE_WEBHOOK, { endpointId });
      context.print(deleted, ({ id, state }) => `${id}  ${state}`);
    });
  return webhooks;
}

interface Connection<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A list that the client has no method for, fetched page by page. */
function listed<T>(client: Recourse, document: string, variables: object, wanted = 100): Pages<T> {
  const fetchPage = async (first: number, after: string | null) => {
    const { nodes, pageInfo } = await client.ask<Connection<T>>(document, { ...variables, first, after });
    return { items: nodes, hasMore: pageInfo.hasNextPage, cursor: pageInfo.endCursor };
  };
  return new Pages(fetchPage, { pageSize: Math.min(100, wanted) });
}
