import 'reflect-metadata';
import { benchGrab } from './grab/grab.js';
import { benchGrowth } from './growth/growth.js';
import { benchHall } from './hall/hall.js';
import { benchIntake } from './intake/intake.js';
import { type Ground, prepareGround } from './lib/ground.js';
import { machine } from './lib/machine.js';
import { keepResults } from './lib/results.js';
import { benchLive } from './live/live.js';

type Bench = (ground: Ground, quick: boolean, pool: number, say: (line: string) => void) => Promise<string>;

const BENCHES: Record<string, Bench> = {
  grab: benchGrab,
  hall: benchHall,
  intake: benchIntake,
  live: benchLive,
  growth: benchGrowth,
};
const USAGE =
  'npm run bench -- grab|hall|intake|live|growth [--quick] [--pool=24]   (--quick: a smoke test, written nowhere)';
/** Database connections of each process: the product's default. */
const POOL = 24;

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const names = words.filter((word) => !word.startsWith('--'));
  const quick = words.includes('--quick');
  const pool = Number(words.find((word) => word.startsWith('--pool='))?.slice(7) ?? POOL);
  if (names.length === 0 || !names.every((name) => BENCHES[name]) || !Number.isInteger(pool) || pool < 4) {
    process.stderr.write(`${USAGE}\n`);
    process.exit(2);
  }
  // Ends by process.exit, which the contenders notice and the database hears of.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  for (const name of names) await run(name, quick, pool);
}

async function run(name: string, quick: boolean, pool: number): Promise<void> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const ground = await prepareGround(say);
  try {
    const result = await BENCHES[name]!(ground, quick, pool, say);
    const body = `${machine(ground.postgresVersion).join('  \n')}\n\n${result}`;
    process.stdout.write(`\n## ${name}\n\n${body}\n`);
    if (!quick) keepResults(name, body);
  } finally {
    await ground.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`bench failed: ${error.stack ?? error.message}\n`);
  process.exit(1);
});
