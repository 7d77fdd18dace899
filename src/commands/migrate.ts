import 'reflect-metadata';
import { prepareDatabase } from '../boot/prepare-database.js';
import { loadCommandConfig } from '../platform/config/index.js';
import { migrateDown } from '../platform/database/index.js';

const USAGE = `npm run migrate                  brings the schema up to this build
npm run migrate -- down [steps]  takes the last migrations back, one unless told`;

/** How many migrations to take back; 0 to go up. Errors: words that mean neither. */
function stepsDown([direction, steps = '1', ...rest]: string[]): number {
  if (direction === undefined) return 0;
  if (direction === 'down' && /^[1-9]\d{0,3}$/.test(steps) && rest.length === 0) return Number(steps);
  throw new Error(`that is no such command.\n${USAGE}`);
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  if (words.includes('--help')) return void say(USAGE);
  const down = stepsDown(words);
  // Taking back must not first bring forward what was meant to stay back.
  const config = loadCommandConfig({ MIGRATE_ON_START: String(down === 0) });
  const database = await prepareDatabase(config, say);
  try {
    if (down > 0) await migrateDown(config.databaseOwnerUrl, down);
  } finally {
    await database.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`migration failed: ${error.message}\n`);
  process.exit(1);
});
