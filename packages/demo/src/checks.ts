import { readFileSync } from 'node:fs';
import { CREDITOR } from './actors.js';
import { type LeakReport, searchLeaks } from './leak-check.js';
import type { Progress } from './progress.js';
import type { Sensitive } from './sensitive.js';
import type { DemoServer } from './server.js';

export interface LawsResult {
  readonly checked: number;
  readonly broken: number;
}

export interface Checked {
  readonly laws: LawsResult;
  readonly leaks: LeakReport;
  /** Lines of the server's log that tell of something unforeseen. */
  readonly faults: readonly string[];
}

/** What people open in a browser, and what a monitor reads. */
const PAGES = ['/', '/graphiql', '/reference', '/metrics', '/livez'];

/** Looks behind the API: the laws of the stored data, numbers in plain text, errors in the log. */
export async function check(
  server: DemoServer,
  dataDir: string,
  sensitive: Sensitive,
  progress: Progress,
): Promise<Checked> {
  let laws!: LawsResult;
  await progress.stage('Laws', 1, async () => {
    const { output, result } = await checkLaws(server);
    laws = result;
    return output.trim();
  });
  let leaks!: LeakReport;
  await progress.stage('Leak search', 1, async () => {
    leaks = await searchLeaks({ dataDir, values: sensitive.all(), control: CREDITOR.email });
    for (const { kind, where } of leaks.leaks) progress.say(`LEAK: ${kind} in ${where}`);
    const { tables, rows, files, values } = leaks;
    return `${leaks.leaks.length} of ${values} secrets and personal numbers in plain text (${rows} rows of ${tables} tables, ${files} files)`;
  });
  for (const page of PAGES) {
    const { status } = await fetch(new URL(page, server.url));
    if (status !== 200) throw new Error(`${page} answers ${status}`);
  }
  const faults = faultsIn(readFileSync(server.logFile, 'utf8'));
  for (const fault of faults) progress.say(`In the server's log: ${fault}`);
  return { laws, leaks, faults };
}

async function checkLaws(server: DemoServer): Promise<{ output: string; result: LawsResult }> {
  const { code, output } = await server.command('commands/laws.js');
  const counted = /(\d+) laws checked, (\d+) broken/.exec(output);
  if (!counted || (code !== 0 && code !== 1)) throw new Error(`The laws could not be checked:\n${output}`);
  return { output, result: { checked: Number(counted[1]), broken: Number(counted[2]) } };
}

/** Log lines of level error or worse, and what is no log line at all, such as a crash. */
function faultsIn(log: string): string[] {
  return log.split('\n').filter((line) => line !== '' && !/^\{"level":"(info|warn|debug)"/.test(line));
}
