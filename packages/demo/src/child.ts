import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Where the built programs of the product lie, seen from this package's own build. */
const PROGRAMS = new URL('../../../dist/src/', import.meta.url);

export interface Launching {
  /** The whole environment of the child: what is set on this machine must not change the demo. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where its two output streams go; `pipe` to read them here. */
  readonly output: 'pipe' | number;
  readonly args?: readonly string[];
  /** True: the program ends in order as soon as this process is gone or disconnects. */
  readonly kept?: boolean;
}

/** Starts a program of the product, `main.js`, as a process of its own. */
export function startProgram(name: string, { environment, output, args = [], kept }: Launching): ChildProcess {
  const keeper = kept ? ['--import', new URL('./keeper.js', import.meta.url).href] : [];
  return spawn(process.execPath, [...keeper, fileURLToPath(new URL(name, PROGRAMS)), ...args], {
    env: { ...environment },
    stdio: kept ? ['ignore', output, output, 'ipc'] : ['ignore', output, output],
  });
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program of the product to its end and answers what it said. */
export async function runProgram(
  name: string,
  environment: Record<string, string>,
  args: string[] = [],
): Promise<Ended> {
  const child = startProgram(name, { environment, output: 'pipe', args });
  let output = '';
  const collect = (bytes: Buffer) => {
    output += bytes.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output };
}
