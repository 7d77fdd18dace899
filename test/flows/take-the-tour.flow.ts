import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type TestApp, testApp } from '../support/app.js';
import { namedDatabase } from '../support/database.js';
import { inWordsOf, type PageStep, stepsOf } from '../support/printed-answers.js';

const run = promisify(execFile);
/** One session at a terminal: the later page goes on with what the tour has made. */
const PAGES = ['docs/tour.md', 'docs/sandbox.md'];
const END_OF_STEP = '-- end of step --';
const PATIENCE_MS = 480_000;

describe('a newcomer takes the tour', () => {
  let app: TestApp;
  let folder: string;
  const steps: PageStep[] = PAGES.flatMap((page) => stepsOf(readFileSync(join(process.cwd(), page), 'utf8')));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recourse-tour-'));
    app = await testApp({}, await namedDatabase('recourse_tour', { fresh: true }));
    // The page founds the platform on the server's terminal, with these words.
    await app.platformOwner({
      email: 'chief@platform.example',
      name: 'Platform owner',
      password: 'lantern-quay-83',
    });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it(
    'and every command prints what the page says',
    async () => {
      const printed = await printedBy(steps);
      const compared = steps.map((step, index) =>
        step.answers ? inWordsOf(step, printed[index] ?? '') : { expected: '', answered: '' },
      );
      expect(compared.map(({ answered }) => answered)).toEqual(compared.map(({ expected }) => expected));
      expect(steps.filter(({ answers }) => answers).length).toBeGreaterThan(12);
    },
    PATIENCE_MS,
  );

  /** Runs the steps in one bash and answers what each printed. The first command that fails ends it. */
  async function printedBy(session: PageStep[]): Promise<string[]> {
    const script = join(folder, 'tour.sh');
    writeFileSync(script, session.map(({ commands }) => `${commands}echo '${END_OF_STEP}'\n`).join(''));
    const { PATH } = process.env;
    const { stdout, stderr } = await run('bash', ['-eu', script], {
      env: { PATH, TMPDIR: folder, RECOURSE_URL: app.url },
      timeout: PATIENCE_MS,
    });
    expect(stderr).toBe('');
    return stdout.split(`${END_OF_STEP}\n`);
  }
});
