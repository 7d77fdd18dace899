import type { Recourse } from '@recourse/client';
import { Command } from 'commander';
import type { Context } from '../context.js';
import { ADVANCE_SANDBOX, CREATE_SANDBOX, SANDBOXES } from '../documents.js';
import { secondsOf } from '../durations.js';
import { UsageError } from '../exit-codes.js';
import { table } from '../output.js';

interface Sandbox {
  id: string;
  name: string;
  now: string;
  organisations: { id: string; kind: string; name: string }[];
}

interface Created {
  sandbox: Sandbox;
  accounts: { key: string; email: string; organisation: { kind: string; name: string } }[];
}

/** `recourse sandbox …` */
export function sandboxCommand(context: Context): Command {
  const sandbox = new Command('sandbox').description(context.say('sandbox'));
  sandbox
    .command('list')
    .description(context.say('sandboxList'))
    .action(async () => {
      context.printAll(await (await context.client()).ask<Sandbox[]>(SANDBOXES), {
        id: (one) => one.id,
        name: (one) => one.name,
        now: (one) => one.now,
        organisations: (one) => one.organisations.length,
      });
    });
  sandbox
    .command('create')
    .description(context.say('sandboxCreate'))
    .option('--name <name>', context.say('name'))
    .action(async ({ name }: { name?: string }) => {
      const created = await (await context.client()).ask<Created>(CREATE_SANDBOX, { input: name ? { name } : {} });
      context.print(created, ({ sandbox: made, accounts }) => {
        const rows = table(accounts, {
          kind: (one) => one.organisation.kind,
          organisation: (one) => one.organisation.name,
          email: (one) => one.email,
          key: (one) => one.key,
        });
        return `${made.id}  ${made.name}\n${rows}`;
      });
      context.tell(context.say('keyOnce'));
    });
  sandbox
    .command('advance <duration>')
    .description(context.say('sandboxAdvance'))
    .option('--id <sandboxId>', context.say('sandboxId'))
    .action(async (duration: string, { id }: { id?: string }) => {
      const seconds = secondsOf(duration);
      if (!seconds) throw new UsageError(context.say('badDuration', { text: duration }));
      const client = await context.client();
      const sandboxId = id ?? (await theOnly(context, client));
      const advanced = await client.ask<Sandbox>(ADVANCE_SANDBOX, { sandboxId, seconds });
      context.print(advanced, ({ name, now }) => context.say('advanced', { name, now }));
    });
  return sandbox;
}

async function theOnly(context: Context, client: Recourse): Promise<string> {
  const [first, second] = await client.ask<Sandbox[]>(SANDBOXES);
  if (!first) throw new UsageError(context.say('sandboxNone'));
  if (second) throw new UsageError(context.say('sandboxMany'));
  return first.id;
}
