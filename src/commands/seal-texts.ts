import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import '../boot/modules.js';
import { connected, prepareDatabase } from '../boot/prepare-database.js';
import { loadCommandConfig } from '../platform/config/index.js';
import { BlindIndex, FieldCipher, KeyRing, SealedTexts, sealAll, textsOfBefore } from '../platform/crypto/index.js';
import { statementsOf } from './owner-statements.js';

const USAGE = `npm run seal-texts  seals what people wrote that is still stored in clear from before it was sealed

Run it once after an upgrade, when every process is of the new release: older ones cannot open what is sealed. It works in batches beside
running traffic, and can be interrupted and repeated.`;

async function main(): Promise<void> {
  const { help } = parseArgs({ options: { help: { type: 'boolean', default: false } } }).values;
  if (help) return say(USAGE);
  const config = loadCommandConfig();
  const prepared = await prepareDatabase(config, () => undefined);
  try {
    await connected(config.databaseOwnerUrl, (client) => sealed(client, config.masterKey));
  } finally {
    await prepared.stop();
  }
}

async function sealed(client: pg.Client, masterKey: Buffer): Promise<void> {
  const q = statementsOf(client);
  const ring = await KeyRing.load(q, masterKey);
  const by = { texts: new SealedTexts(new FieldCipher(ring)), index: new BlindIndex(ring) };
  const inTransaction = async <T>(work: (statements: typeof q) => Promise<T>): Promise<T> => {
    await client.query('BEGIN');
    const result = await work(q);
    await client.query('COMMIT');
    return result;
  };
  for (const of of textsOfBefore()) say(`${of.place}: ${await sealAll(inTransaction, of, by)} sealed`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`not everything is sealed: ${error.message}\n`);
  process.exitCode = 1;
});
