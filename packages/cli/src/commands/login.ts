import type { Tokens } from '@recourse/client';
import { Command } from 'commander';
import type { Context } from '../context.js';
import type { Profile } from '../profiles.js';

interface LoginOptions {
  email?: string;
  apiKey?: string | boolean;
}

/** `recourse login`: tries the credentials, and stores them only if they work. */
export function loginCommand(context: Context): Command {
  return new Command('login')
    .description(context.say('login'))
    .option('--email <address>', context.say('loginEmail'))
    .option('--api-key [-]', context.say('loginKey'))
    .action(async (options: LoginOptions) => {
      const { profiles, profileName } = context;
      const baseUrl = context.baseUrlOf(await profiles.read(profileName));
      const profile = options.apiKey
        ? await withKey(context, baseUrl, options.apiKey)
        : await asMember(context, baseUrl, options);
      await profiles.change(profileName, (before) => ({
        ...(before?.listenSecret ? { listenSecret: before.listenSecret } : {}),
        ...profile,
      }));
      await whoami(context, profile);
    });
}

async function withKey(context: Context, baseUrl: string, given: string | boolean): Promise<Profile> {
  const apiKey = await context.secret('--api-key', given, 'RECOURSE_API_KEY', 'askKey');
  await context.connect({ baseUrl, apiKey }).me();
  return { baseUrl, apiKey };
}

async function asMember(context: Context, baseUrl: string, options: LoginOptions): Promise<Profile> {
  const { terminal } = context;
  const email = options.email ?? (await terminal.ask(context.say('askEmail')));
  const password = terminal.env['RECOURSE_PASSWORD'] ?? (await terminal.ask(context.say('askPassword'), true));
  let session: Tokens | undefined;
  const onSession = (tokens: Tokens): void => {
    session = tokens;
  };
  await context.connect({ baseUrl, login: { email, password }, onSession }).me();
  return { baseUrl, ...(session ? { session } : {}) };
}

export function logoutCommand(context: Context): Command {
  return new Command('logout').description(context.say('logout')).action(async () => {
    const { profiles, profileName } = context;
    const profile = await profiles.read(profileName);
    // A session that is over already needs no ending.
    if (profile?.session) await (await context.client()).account.logout().catch(() => undefined);
    await profiles.change(profileName, () => undefined);
    context.tell(context.say('loggedOut'));
  });
}

export function whoamiCommand(context: Context): Command {
  return new Command('whoami').description(context.say('whoami')).action(() => whoami(context));
}

async function whoami(context: Context, fresh?: Profile): Promise<void> {
  const client = fresh?.apiKey
    ? context.connect({ baseUrl: fresh.baseUrl, apiKey: fresh.apiKey })
    : await context.client();
  const me = await client.me();
  const baseUrl = context.baseUrlOf(fresh ?? (await context.profiles.read(context.profileName)));
  context.print({ baseUrl, profile: context.profileName, ...me }, ({ organisation, member, scopes }) => {
    const who = member
      ? `${member.name} <${member.email}> (${member.roles.join(', ')}), ${organisation.name}`
      : organisation.name;
    const signedIn = context.say('signedIn', { baseUrl, who: `${who} [${organisation.kind}]` });
    return member ? signedIn : `${signedIn}\n${scopes.join(' ')}`;
  });
}
