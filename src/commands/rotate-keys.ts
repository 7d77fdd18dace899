import 'reflect-metadata';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { connected, prepareDatabase } from '../boot/prepare-database.js';
import { type Config, loadCommandConfig, readMasterKey } from '../platform/config/index.js';
import { KeyRing } from '../platform/crypto/index.js';
import { statementsOf } from './owner-statements.js';

const USAGE = `npm run rotate-keys              adds a data key, which seals after five minutes
npm run rotate-keys -- --master  wraps all data keys under MASTER_KEY; the key of before comes from OLD_MASTER_KEY or standard input

Keys are never arguments: every user of the machine could read them. Stop all processes before --master.`;

async function main(): Promise<number> {
  const { master, help } = parseArgs({
    options: { master: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  }).values;
  if (help) return say(USAGE);
  const config = loadCommandConfig();
  const old = master ? readMasterKey(await oldKeyOf(config)) : undefined;
  const prepared = await prepareDatabase(config, () => undefined);
  try {
    return await connected(config.databaseOwnerUrl, (client) =>
      old ? rewrapped(client, config, old) : rotated(client, config),
    );
  } finally {
    await prepared.stop();
  }
}

async function oldKeyOf(config: Config): Promise<string> {
  if (config.oldMasterKey) return config.oldMasterKey;
  if (process.stdin.isTTY) throw new Error('give the master key of before as OLD_MASTER_KEY or on standard input');
  return (await text(process.stdin)).trim();
}

async function rotated(client: pg.Client, config: Config): Promise<number> {
  const q = statementsOf(client);
  const version = await (await KeyRing.load(q, config.masterKey)).rotate(q);
  return say(`Data key ${version} is added; it seals in five minutes.`);
}

async function rewrapped(client: pg.Client, config: Config, old: Buffer): Promise<number> {
  await client.query('BEGIN');
  const count = await KeyRing.rewrap(statementsOf(client), old, config.masterKey);
  await client.query('COMMIT');
  if (count === 0) return say('Every data key is under this MASTER_KEY already.');
  return say(
    `${count} data keys are under the new MASTER_KEY. Start every process with it, and keep the old one with its backups.`,
  );
}

function say(line: string): number {
  process.stdout.write(`${line}\n`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`keys were not changed: ${error.message}\n`);
    process.exitCode = 1;
  },
);
