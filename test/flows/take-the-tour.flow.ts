import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type TestApp, testApp } from '../support/app.js';
import { namedDatabase } from '../support/database.js';
import { inWordsOf, type PageStep, stepsOf } from '../support/printed-answers.js';

const run = promisify(execFile);
/** One session at a terminal: the later pages go on with what the tour has made. */
const PAGES = ['docs/tour.md', 'docs/sandbox.md', 'docs/debts.md'];
const END_OF_STEP = '-- end of step --';
const PATIENCE_MS = 1_800_000;
/** What becomes of every token within ten minutes. */
const LET_TOKENS_END = `find . -name 'token-*' -exec sh -c 'printf ended > "$1"' _ {} ';'`;
const AGAIN_MARK = '-- again --';
/** From here on a command may fail, as it may at a terminal. */
const AGAIN = `set +e; echo '${AGAIN_MARK}' >&2`;
/** A refusal in the platform's own words. */
const REFUSAL = /^[A-Z_]+: \S/;

describe.each(['bash', 'zsh'])('a newcomer takes the tour in %s', (shell) => {
  const inShell = isInstalled(shell) ? it : it.skip;
  let app: TestApp;
  let folder: string;
  const steps: PageStep[] = PAGES.flatMap((page) => stepsOf(readFileSync(join(process.cwd(), page), 'utf8')));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'recourse-tour-'));
    if (!isInstalled(shell)) return;
    app = await testApp({}, await namedDatabase('recourse_tour', { fresh: true }));
    // The page founds the platform on the server's terminal, with these words.
    await app.platformOwner({
      email: 'chief@platform.example',
      name: 'Platform owner',
      password: 'lantern-quay-83',
    });
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true });
  });

  inShell(
    'and every command prints what the page says; again with ended tokens, what was done already is refused in words',
    async () => {
      const again = steps.map((step, n) => ({
        ...step,
        commands: `${n > 0 ? LET_TOKENS_END : AGAIN}\n${step.commands}`,
      }));
      const { printed, complaints } = await printedBy([...steps, ...again]);
      const compared = steps.map((step, index) =>
        step.answers ? inWordsOf(step, printed[index] ?? '') : { expected: '', answered: '' },
      );
      expect(compared.map(({ answered }) => answered)).toEqual(compared.map(({ expected }) => expected));
      expect(steps.filter(({ answers }) => answers).length).toBeGreaterThan(12);

      const said = printed.slice(steps.length).join('\n');
      expect(said).not.toMatch(/undefined|UNAUTHENTICATED/);
      expect(complaints.filter((line) => !REFUSAL.test(line))).toEqual([AGAIN_MARK]);
      expect(complaints[0]).toBe(AGAIN_MARK);
      expect(complaints.length).toBeGreaterThan(1);
      // What may be done any number of times was done again.
      for (const words of ['"name":"Harbour Trading"', '"advancedSeconds":172800', '"requiredScope":"debtors:read"']) {
        expect(said).toContain(words);
      }
    },
    PATIENCE_MS,
  );

  /** Runs the steps in one shell, from a checkout; answers what each printed, and each line of complaint. */
  async function printedBy(session: PageStep[]): Promise<{ printed: string[]; complaints: string[] }> {
    const script = join(folder, 'tour.sh');
    writeFileSync(script, session.map(({ commands }) => `${commands}echo '${END_OF_STEP}'\n`).join(''));
    const { PATH } = process.env;
    const { stdout, stderr } = await run(shell, ['-eu', script], {
      env: { PATH, TMPDIR: folder, RECOURSE_URL: app.url },
      timeout: PATIENCE_MS,
    });
    return { printed: stdout.split(`${END_OF_STEP}\n`), complaints: stderr.split('\n').filter(Boolean) };
  }
});

function isInstalled(shell: string): boolean {
  try {
    execFileSync(shell, ['-c', 'true']);
    return true;
  } catch {
    return false;
  }
}
