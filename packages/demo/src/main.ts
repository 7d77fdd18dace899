import { inspect } from 'node:util';
import { isRefusal } from '@recourse/client';
import { type Checked, check } from './checks.js';
import { type DemoOptions, readOptions } from './options.js';
import { Progress } from './progress.js';
import { invitation, report } from './report.js';
import { Sensitive } from './sensitive.js';
import { DemoServer } from './server.js';
import { Story, type Told } from './story.js';
import { type Summary, summarise } from './summary.js';
import { Tally } from './tally.js';

const began = performance.now();
const screen = new Progress(process.stdout);

/**
 * Resolves when somebody asks the demo to end, or reads it no longer (`| head`). The handlers stay, so that a second Ctrl-C
 * does not leave processes behind.
 */
function whenAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.on('error', () => resolve());
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve());
  });
}

/** Boots the product, tells the story, checks it, shows it. Answers the process's exit code. */
async function demo(options: DemoOptions): Promise<number> {
  const end = whenAskedToEnd();
  let server: DemoServer | undefined;
  await screen.stage('Boot', 1, async () => {
    server = await DemoServer.start(options.dataDir, options.port);
    return `embedded PostgreSQL and one process on ${server.url}, log in ${server.logFile}`;
  });
  const running = server!;
  try {
    const summary = await Promise.race([play(running, options), end]);
    if (!summary) return 130;
    report(summary, screen);
    if (!options.exit) await stayUp(running, summary, options, end);
    else if (!(await running.stop())) throw new Error('The server did not end in order');
    if (options.json && options.exit) screen.say(asJson(summary));
    return summary.ok ? 0 : 1;
  } finally {
    await running.stop();
  }
}

async function play(server: DemoServer, options: DemoOptions): Promise<Summary> {
  const tally = new Tally();
  const sensitive = new Sensitive();
  const told: Told = await new Story({ server, options, progress: screen, tally, sensitive }).tell();
  const checked: Checked = await check(server, options.dataDir, sensitive, screen);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  return summarise(told, checked, tally, server.url, seconds);
}

/** Until Ctrl-C, or until the server ends by itself. */
async function stayUp(server: DemoServer, summary: Summary, { json }: DemoOptions, end: Promise<void>): Promise<void> {
  invitation(summary, screen);
  if (json) screen.say(asJson(summary));
  await Promise.race([end, server.ended]);
}

function asJson(summary: Summary): string {
  return JSON.stringify(summary, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}

async function main(): Promise<number> {
  return demo(readOptions(process.argv.slice(2)));
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`\nThe demo failed: ${isRefusal(error) ? inspect(error) : error.message}\n`);
    process.exit(1);
  },
);
