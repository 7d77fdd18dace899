import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appLogin, migrate } from '../../src/boot/prepare-database.js';
import { breachesIn } from '../../src/commands/laws.js';
import { type TestApp, testApp } from '../support/app.js';
import { aConfirmedRepayment, aCreditor, aGrab, aListedCase, anAgency, aSandbox, logIn } from '../support/builders.js';
import { ask } from '../support/client.js';
import type { TestDatabase } from '../support/database.js';
import { OwnServer, PG_BIN } from '../support/own-server.js';
import { pictureOf } from './schema-picture.js';

const PAGE = readFileSync(join(process.cwd(), 'docs/operating.md'), 'utf8');
const PASSWORD = 'owner-of-tests';

/** The lines of the page that begin so; what stands for a value in them is given one. */
function lines(begin: RegExp): string[] {
  return PAGE.split('\n')
    .filter((line) => begin.test(line))
    .map((line) => line.replaceAll('…', PASSWORD));
}

/** Needs a server with its tools, of any release the product runs on; there the page's own commands are run. */
(PG_BIN ? describe : describe.skip)('the backup of the page, with the tools of PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  const servers: OwnServer[] = [];
  const setup = lines(/^CREATE (ROLE|DATABASE) /).join('\n');

  afterAll(async () => {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function empty(): Promise<OwnServer> {
    const server = await OwnServer.start(setup);
    servers.push(server);
    return server;
  }
  async function migrated(server: OwnServer): Promise<TestDatabase> {
    const ownerUrl = server.url('recourse_owner', PASSWORD);
    await migrate(ownerUrl, () => undefined);
    return { ownerUrl, appUrl: await appLogin(ownerUrl, 'app-of-tests') };
  }
  /** Runs a line of the page as its reader would, at one server. */
  function shell(server: OwnServer, command: string): void {
    const [variables] = lines(/^export PGHOST=/);
    const script = `set -e\n${variables}\nexport PGHOST=127.0.0.1 PGPORT=${server.port}\n${command}`;
    const env = { ...process.env, PATH: `${PG_BIN}:${process.env['PATH']}` };
    const run = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', env });
    expect([command, run.status, run.stderr]).toEqual([command, 0, '']);
  }

  /** Live and test data with money. */
  async function filled(app: TestApp) {
    const [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app)]);
    const caseId = await aListedCase(app, creditor);
    await aConfirmedRepayment(app, creditor, agency, await aGrab(app, agency, await aListedCase(app, creditor)));
    const world = await aSandbox(app, creditor);
    await aListedCase(app, world.creditor);
    await app.settled();
    return { creditor, caseId };
  }

  it('brings everything back to an empty server, its rights and laws too', async () => {
    expect(setup.match(/^CREATE /gm)).toHaveLength(2);
    const from = await empty();
    const source = await migrated(from);
    const app = await testApp({}, source);
    const { creditor, caseId } = await filled(app).finally(() => app.close());
    const whole = await pictureOf(source.ownerUrl);
    for (const line of lines(/^pg_dump /)) shell(from, line);
    expect(statSync(join(folder, 'recourse.dump')).size).toBeGreaterThan(10_000);

    const to = await empty();
    for (const line of lines(/^pg_restore /)) shell(to, line);
    const restored = await migrated(to);
    expect(await pictureOf(restored.ownerUrl)).toEqual(whole);
    expect(await breachesIn(restored.ownerUrl)).toEqual([]);
    const again = await testApp({}, restored);
    try {
      const token = (await logIn(again, creditor.owner.email))['accessToken'];
      const debtor = await ask(again, 'caseDebtor', { caseId: ['ID!', caseId] }, '... on Debtor { name }', token);
      expect(debtor['name']).toMatch(/./);
      await aListedCase(again, { ...creditor, owner: { ...creditor.owner, token } });
      await again.settled();
      expect(await breachesIn(restored.ownerUrl)).toEqual([]);
    } finally {
      await again.close();
    }
  });
});
