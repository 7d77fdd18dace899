import 'reflect-metadata';
import { prepareDatabase } from '../boot/prepare-database.js';
import { loadCommandConfig } from '../platform/config/index.js';
import { migrateDown } from '../platform/database/index.js';

/** `npm run migrate` brings the schema up to this build; `npm run migrate -- down [steps]` takes migrations back. */
async function main(): Promise<void> {
  const [direction, steps] = process.argv.slice(2);
  // Taking back must not first bring forward what was meant to stay back.
  const config = loadCommandConfig({ MIGRATE_ON_START: String(direction !== 'down') });
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const database = await prepareDatabase(config, say);
  try {
    if (direction === 'down')
      await migrateDown(config.databaseOwnerUrl, Math.max(1, Number.parseInt(steps ?? '1', 10)));
  } finally {
    await database.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`migration failed: ${error.message}\n`);
  process.exit(1);
});
