import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MISSING = /an argument is missing/;

describe.each(['bash', 'zsh'])('the functions of the tour in %s', (shell) => {
  const inShell = spawnSync(shell, ['-c', 'true']).status === 0 ? it.each : it.skip.each;
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'recourse-helpers-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function said(commands: string, env: Record<string, string> = {}) {
    const { PATH } = process.env;
    return spawnSync(shell, ['-c', `. docs/tour/helpers.sh\n${commands}`], {
      encoding: 'utf8',
      // With a socket for its input, bash would read the files of a remote login.
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nobody listens on port 1.
      env: { PATH, TMPDIR: folder, RECOURSE_URL: 'http://127.0.0.1:1', ...env },
    });
  }

  inShell([
    ['a variable for WHO that is not set', "gql $CHIEF '{ me { member { name } } }'", MISSING],
    ['the same with a header', "gql $CHIEF '{ me { member { name } } }' 'idempotency-key: tour-1'", MISSING],
    ['the same over REST', 'rest $KEY GET /v1/case-batches', MISSING],
    ['a name where an address should be', 'rest 港湾贸易有限公司 POST /v1/files', MISSING],
    ['a password without its address', 'remember $CHIEF lantern-quay-83', MISSING],
    ['an address without its password', "gql a@b.example '{ me }'", /^No password is stored for a@b\.example/],
    ['a value before any request', 'take data.me', /^There is no answer to take from/],
    ['a file that is not there', 'rest rk_live_x POST /v1/files @licence.pdf', /^ENOENT: no such file .*licence\.pdf/],
    ['a server that does not run', "gql '' '{ me }'", /^No answer from http:\/\/127\.0\.0\.1:1 .*Does the server run/],
  ])('say in one line what is wrong with %s', (_, commands, words) => {
    const { status, stdout, stderr } = said(commands);
    expect([status, stdout, stderr.trim().split('\n')]).toEqual([1, '', [expect.stringMatching(words)]]);
  });

  inShell([
    [{ data: { act: { code: 'WRONG_STATE', message: 'No.' } } }, /^WRONG_STATE: No\.$/],
    [{ data: { act: {} } }, /^The answer has no data\.act\.id: /],
    ['<html>', /^The answer is not JSON: <html>$/],
  ])('never take `undefined` out of %j', async (answer, words) => {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    const { status, stdout, stderr } = said(`printf '%s' '${text}' > answer.json\ntake data.act.id`);
    expect([status, stdout, stderr.trim()]).toEqual([1, '', expect.stringMatching(words)]);
  });

  inShell([['UTC-14'], ['UTC'], ['UTC+12']])('count days as China does, in a shell of the zone %s', (TZ) => {
    const days = () => [0, 620].map((ago) => new Date(Date.now() + 8 * 3_600_000 - ago * 86_400_000));
    const ofChina = () => days().map((day) => day.toISOString().slice(0, 10));
    const before = ofChina();
    const { stdout } = said('ago 0; ago 620', { TZ });
    expect([before, ofChina()]).toContainEqual(stdout.trim().split('\n'));
  });
});
