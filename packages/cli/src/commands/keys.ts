import { type ApiKey, SCOPES } from '@recourse/client';
import { Command } from 'commander';
import type { Context } from '../context.js';
import { ROTATE_API_KEY } from '../documents.js';
import { UsageError } from '../exit-codes.js';
import { countOf, listOf, someOf } from './counts.js';

interface CreateOptions {
  name: string;
  scopes: string;
  expires?: string;
}

interface Made {
  key: string;
  apiKey: Pick<ApiKey, 'id' | 'name'>;
}

/** `recourse keys …` */
export function keysCommand(context: Context): Command {
  const keys = new Command('keys').description(context.say('keys'));
  keys
    .command('list')
    .description(context.say('keysList'))
    .action(async () => {
      context.printAll(await (await context.client()).keys.list(), {
        id: (one) => one.id,
        name: (one) => one.name,
        ends: (one) => `…${one.ending}`,
        scopes: (one) => one.scopes,
        lastUsed: (one) => one.lastUsedAt,
        expires: (one) => one.revokedAt ?? one.expiresAt,
      });
    });
  keys
    .command('create')
    .description(context.say('keysCreate'))
    .requiredOption('--name <name>', context.say('name'))
    .requiredOption('--scopes <scopes>', context.sayWith('scopes', SCOPES))
    .option('--expires <time>', context.say('expires'))
    .action(async ({ name, scopes, expires: expiresAt }: CreateOptions) => {
      const wanted = someOf(context, '--scopes', listOf(scopes), SCOPES);
      if (!wanted) throw new UsageError(context.say('scopes'));
      shown(
        context,
        await (await context.client()).keys.create({ name, scopes: wanted, ...(expiresAt ? { expiresAt } : {}) }),
      );
    });
  keys
    .command('rotate <id>')
    .description(context.say('keysRotate'))
    .option('--overlap <hours>', context.say('overlap'), '24')
    .action(async (apiKeyId: string, { overlap }: { overlap: string }) => {
      const overlapHours = countOf(context, '--overlap', overlap);
      const client = await context.client();
      shown(context, await client.ask<Made>(ROTATE_API_KEY, { apiKeyId, overlapHours }));
    });
  keys
    .command('revoke <id>')
    .description(context.say('keysRevoke'))
    .action(async (apiKeyId: string) => {
      context.print(
        await (await context.client()).keys.revoke({ apiKeyId }),
        ({ id, revokedAt }) => `${id}  ${revokedAt}`,
      );
    });
  return keys;
}

function shown(context: Context, made: Made): void {
  context.print(made, ({ key, apiKey }) => `${apiKey.id}  ${apiKey.name}\n${key}`);
  context.tell(context.say('keyOnce'));
}
