import { CREDITOR, FINANCE, invite, login, type Member, PLATFORM, PROVIDERS, REVIEWER, register } from './actors.js';
import { ApiClient } from './api-client.js';
import type { Stage } from './progress.js';
import type { Sensitive } from './sensitive.js';
import type { DemoServer } from './server.js';
import type { Tally } from './tally.js';

/** Everybody who acts, each a client of their own. */
export interface People {
  readonly owner: ApiClient;
  readonly reviewer: ApiClient;
  readonly finance: ApiClient;
  readonly creditor: Member;
  readonly providers: readonly Member[];
}

/** The command makes the platform's first owner; everybody else comes in through the API. */
export async function gather(server: DemoServer, tally: Tally, sensitive: Sensitive, stage: Stage): Promise<People> {
  for (const { password } of [PLATFORM, REVIEWER, FINANCE, CREDITOR, ...PROVIDERS])
    sensitive.note('password', password);
  await createOwner(server);
  stage.step();
  const nobody = new ApiClient({ name: 'somebody', url: server.url, tally });
  const owner = await login(nobody, PLATFORM);
  const reviewer = await invite(owner, nobody, REVIEWER, 'reviewer');
  const finance = await invite(owner, nobody, FINANCE, 'finance');
  stage.step(2);
  const members: Member[] = [];
  for (const role of [CREDITOR, ...PROVIDERS]) {
    members.push(await register(nobody, role));
    stage.step();
  }
  nobody.close();
  return { owner, reviewer, finance, creditor: members[0]!, providers: members.slice(1) };
}

async function createOwner(server: DemoServer): Promise<void> {
  const environment = { RECOURSE_OWNER_PASSWORD: PLATFORM.password };
  const made = await server.command('commands/create-platform-owner.js', environment, ['--email', PLATFORM.email]);
  if (made.code !== 0) throw new Error(`The platform's owner could not be created:\n${made.output}`);
}

/** Three days of hold would keep every commission from being paid within the demo: the platform's owner sets it to none. */
export async function waiveHold(owner: ApiClient): Promise<void> {
  const input = { name: 'settlement', change: { holdDays: 0 } };
  await owner.act('setPolicy', { input: ['SetPolicyInput!', input] }, 'Policy { name version value }');
}
