import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresFailed, lastLinesOf } from './failure.js';
import { clusterOf, dataOf } from './home.js';
import { namelessBinaries } from './nameless.js';
import { type Account, isAlive, run } from './processes.js';
import { makeEnterable } from './reach.js';

/** A cluster on disk. The password opens both of its roles and never leaves this machine. */
export interface Cluster {
  readonly dataFolder: string;
  readonly password: string;
}

interface Making {
  readonly home: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly durable: boolean;
}

/**
 * The cluster of a home, made when there is none. It is made under another name, together with its password, and renamed
 * when complete: a crash leaves no half cluster, and of two processes that come at once one wins and both use it.
 * Errors: FOLDER_UNUSABLE, INITDB_FAILED.
 */
export async function ensureCluster(making: Making): Promise<Cluster> {
  try {
    if (!existsSync(clusterOf(making.home))) await makeCluster(making);
    const password = readFileSync(join(clusterOf(making.home), 'secret'), 'utf8').trim();
    readdirSync(dataOf(making.home));
    return { dataFolder: dataOf(making.home), password };
  } catch (error) {
    if (error instanceof EmbeddedPostgresFailed) throw error;
    const why = `${(error as Error).message}; it must be a folder of the account that starts us`;
    throw new EmbeddedPostgresFailed('FOLDER_UNUSABLE', `${making.home} cannot be used: ${why}`);
  }
}

async function makeCluster(making: Making): Promise<void> {
  sweepUnfinished(making.home);
  const draft = join(making.home, `making-${process.pid}-${randomBytes(4).toString('hex')}`);
  makeEnterable(draft);
  try {
    const password = randomBytes(24).toString('hex');
    writeFileSync(join(draft, 'secret'), password, { mode: 0o600 });
    mkdirSync(join(draft, 'data'), { mode: 0o700 });
    writeFileSync(join(draft, 'password'), password, { mode: 0o600 });
    for (const name of ['data', 'password']) give(join(draft, name), making.account);
    await initialise(draft, making);
    rmSync(join(draft, 'password'));
    moveIntoPlace(draft, making.home);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** A password rather than trust: on a shared machine anybody may connect to a port of the loopback. */
async function initialise(draft: string, { binaries, account, durable }: Making): Promise<void> {
  const args = ['-D', join(draft, 'data'), '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-instructions'];
  args.push('-A', 'scram-sha-256', `--pwfile=${join(draft, 'password')}`);
  if (!durable) args.push('--no-sync');
  let { code, output } = await run(binaries.initdb, args, { account, cwd: draft });
  if (code !== 0 && output.includes('could not look up effective user ID')) {
    const nameless = namelessBinaries(binaries, join(draft, 'nameless'));
    ({ code, output } = await run(nameless.initdb, args, { account, cwd: draft }));
    rmSync(nameless.folder, { recursive: true, force: true });
  }
  if (code === 0) return;
  throw new EmbeddedPostgresFailed('INITDB_FAILED', `initdb ended with ${code}`, lastLinesOf(output));
}

function give(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid);
}

function moveIntoPlace(draft: string, home: string): void {
  try {
    renameSync(draft, clusterOf(home));
  } catch (error) {
    if (!existsSync(clusterOf(home))) throw error;
  }
}

/** Removes what processes left behind that died while making a cluster. */
function sweepUnfinished(home: string): void {
  for (const name of readdirSync(home)) {
    const maker = /^making-(\d+)-/.exec(name)?.[1];
    if (maker && !isAlive(Number.parseInt(maker, 10))) rmSync(join(home, name), { recursive: true, force: true });
  }
}
