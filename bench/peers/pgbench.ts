import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measured, summary } from '../lib/load.js';
import { GRAB_ONE } from './grab-statement.js';

const THREADS = 2;

/** Whether pgbench is on the PATH; it does not come with the embedded PostgreSQL. */
export function hasPgbench(): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('pgbench', ['--version'], { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/**
 * pgbench with the same statement: client i takes the attempts i, i + clients, … by their number, which costs it one more
 * index lookup than the others. Without a warm-up; wins are counted in the database afterwards.
 */
export async function runPgbench(databaseUrl: string, attempts: number, clients: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'recourse-pgbench-'));
  try {
    const script = join(folder, 'grab.sql');
    writeFileSync(script, scriptOf(clients));
    const each = Math.floor(attempts / clients);
    const options = ['-n', '-M', 'prepared', '-c', `${clients}`, '-j', `${THREADS}`, '-t', `${each}`, '-D', 'step=-1'];
    const url = new URL(databaseUrl);
    // In the environment: a command line shows a password to everybody on the machine.
    const password = decodeURIComponent(url.password);
    url.password = '';
    const files = ['-f', script, '-l', '--log-prefix', join(folder, 'log')];
    const report = await output('pgbench', [...options, ...files, url.href], { PGPASSWORD: password });
    const tps = Number(/tps = ([\d.]+)/.exec(report)?.[1]);
    return { ...summary(latenciesIn(folder), (each * clients) / tps), wins: 0, others: 0, firstOther: undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The statement with its parameters read from the list of attempts, in the same round trip. */
function scriptOf(clients: number): string {
  const places = { $1: 'case_id', $2: 'provider_id', $3: 'member_id' };
  let statement = GRAB_ONE.trim();
  for (const [place, column] of Object.entries(places)) {
    statement = statement.replaceAll(place, `(SELECT ${column} FROM me)`);
  }
  const me = 'me AS MATERIALIZED (SELECT case_id, provider_id, member_id FROM bench_attempts WHERE n = :at)';
  const wrapped = statement.replace(/^WITH/, `WITH ${me},`);
  return `\\set step :step + 1\n\\set at :client_id + :step * ${clients}\n${wrapped};\n`;
}

/** Third column of a transaction log: microseconds. */
function latenciesIn(folder: string): Float64Array {
  const logs = readdirSync(folder).filter((name) => name.startsWith('log'));
  const lines = logs.flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
  return Float64Array.from(lines, (line) => Number(line.split(' ')[2]) / 1000);
}

function output(command: string, args: string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [said, failed] = ['', ''];
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (failed += chunk));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${command} failed: ${failed.slice(-500)}`)),
    );
  });
}
