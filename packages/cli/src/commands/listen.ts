import { randomBytes } from 'node:crypto';
import { EVENT_TYPES, type LiveEvent, signWebhook } from '@recourse/client';
import { Command } from 'commander';
import type { Context } from '../context.js';
import { timeOf } from '../durations.js';
import { UsageError } from '../exit-codes.js';
import { asJson } from '../output.js';
import { listOf, someOf } from './counts.js';

interface ListenOptions {
  forward?: string;
  since?: string;
  types?: string;
  after?: string;
  secret?: string | boolean;
}

/** Milliseconds the local receiver may take. */
const PATIENCE_MS = 10_000;

/** `recourse listen`: the organisation's events, printed and forwarded as webhooks to whoever develops a receiver. */
export function listenCommand(context: Context): Command {
  return new Command('listen')
    .description(context.say('listen'))
    .option('--forward <url>', context.say('forward'))
    .option('--since <time>', context.say('since'))
    .option('--types <types>', context.sayWith('types', EVENT_TYPES))
    .option('--after <cursor>', context.say('after'))
    .option('--secret [-]', context.say('secret'))
    .action(async (options: ListenOptions) => {
      const types = someOf(context, '--types', listOf(options.types), EVENT_TYPES);
      const client = await context.client();
      const { forward, after } = options;
      const { signal } = context.terminal;
      const secret = forward === undefined ? undefined : await secretFor(context, forward, options.secret);
      const complaint = context.say('badDuration', { text: options.since });
      const since = options.since === undefined ? undefined : timeOf(options.since, complaint);
      const onOpen = once(() => context.tell(context.say('listening', { baseUrl: context.baseUrlOf() })));
      for await (const event of client.events.stream({ after, since, types, signal, onOpen })) {
        const answer = secret === undefined ? undefined : await forwarded(forward!, secret, event);
        context.print({ ...event, ...(answer === undefined ? {} : { forwarded: answer }) }, () =>
          lineOf(event, answer),
        );
      }
    });
}

/** What to sign with: given, or made once for the profile, so that the receiver needs to be told once. */
async function secretFor(context: Context, url: string, asked: string | boolean | undefined): Promise<string> {
  if (!URL.canParse(url)) throw new UsageError(context.say('badAddress', { option: '--forward', text: url }));
  const given = asked
    ? await context.secret('--secret', asked, 'RECOURSE_WEBHOOK_SECRET', 'askSecret')
    : context.terminal.env['RECOURSE_WEBHOOK_SECRET'];
  let secret = given ?? `whsec_${randomBytes(32).toString('base64')}`;
  await context.profiles.change(context.profileName, (profile) => {
    if (!profile) return undefined;
    secret = given ?? profile.listenSecret ?? secret;
    return { ...profile, listenSecret: secret };
  });
  // Without it nothing forwarded can be verified, so it is told with --json too.
  context.terminal.err(context.say('signing', { url, secret }));
  return secret;
}

/** Posts one event as the platform's own webhooks do; answers the status, or why there was none. */
async function forwarded(
  url: string,
  secret: string,
  { id, type, occurredAt, data }: LiveEvent,
): Promise<number | string> {
  const body = asJson({ type, timestamp: occurredAt, data });
  const headers = { 'content-type': 'application/json', ...signWebhook(secret, id, body) };
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    return ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message;
  }
}

function lineOf({ occurredAt, type, id, data }: LiveEvent, answer: number | string | undefined): string {
  return [occurredAt, type, id, ...(answer === undefined ? [asJson(data)] : [`→ ${answer}`])].join('  ');
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
