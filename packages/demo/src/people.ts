import type { Recourse, Schema } from '@recourse/client';
import { type Account, CREDITOR, FINANCE, type Member, PLATFORM, PROVIDERS, REVIEWER, type Role } from './actors.js';
import type { OpenClient } from './clients.js';
import type { Stage } from './progress.js';
import type { Sensitive } from './sensitive.js';
import type { DemoServer } from './server.js';

/** Everybody who acts, each with a client of their own. */
export interface People {
  readonly owner: Recourse;
  readonly reviewer: Recourse;
  readonly finance: Recourse;
  readonly creditor: Member;
  readonly providers: readonly Member[];
}

/** The command makes the platform's first owner; everybody else comes in through the API. */
export async function gather(
  server: DemoServer,
  open: OpenClient,
  sensitive: Sensitive,
  stage: Stage,
): Promise<People> {
  for (const { password } of [PLATFORM, REVIEWER, FINANCE, CREDITOR, ...PROVIDERS])
    sensitive.note('password', password);
  await createOwner(server);
  stage.step();
  const owner = open({ login: PLATFORM });
  const reviewer = await invite(owner, open, REVIEWER, 'reviewer');
  const finance = await invite(owner, open, FINANCE, 'finance');
  stage.step(2);
  const members: Member[] = [];
  for (const role of [CREDITOR, ...PROVIDERS]) {
    members.push(await register(open, role));
    stage.step();
  }
  return { owner, reviewer, finance, creditor: members[0]!, providers: members.slice(1) };
}

async function createOwner(server: DemoServer): Promise<void> {
  const environment = { RECOURSE_OWNER_PASSWORD: PLATFORM.password };
  const made = await server.command('commands/create-platform-owner.js', environment, ['--email', PLATFORM.email]);
  if (made.code !== 0) throw new Error(`The platform's owner could not be created:\n${made.output}`);
}

/** A colleague is invited to the platform and sets a password. */
async function invite(owner: Recourse, open: OpenClient, account: Account, role: Schema.Role): Promise<Recourse> {
  const { who: name, email, password } = account;
  const { token } = await owner.account.invite({ email, name, roles: [role] });
  return open({ session: await open().account.acceptInvitation({ token, password }) });
}

async function register(open: OpenClient, role: Role): Promise<Member> {
  const { kind, name: organisationName, owner: name, email, password } = role;
  const session = await open().account.register({ kind, organisationName, name, email, password });
  return { role, organisationId: session.organisationId, client: open({ session }) };
}

/** Three days of hold would keep every commission from being paid within the demo: the platform's owner sets it to none. */
export async function waiveHold(owner: Recourse): Promise<void> {
  await owner.policies.set({ name: 'settlement', change: { holdDays: 0 } });
}
