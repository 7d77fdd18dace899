import 'reflect-metadata';
import { connected, prepareDatabase } from '../boot/prepare-database.js';
import { caseLaws } from '../casework/cases/index.js';
import { grabLaws } from '../casework/grabs/index.js';
import type { Law } from '../kernel/index.js';
import { ledgerLaws } from '../money/ledger/index.js';
import { payoutLaws } from '../money/payouts/index.js';
import { repaymentLaws } from '../money/repayments/index.js';
import { settlementLaws } from '../money/settlement/index.js';
import { webhookLaws } from '../notifications/deliveries/index.js';
import { verificationLaws } from '../parties/verification/index.js';
import { loadCommandConfig } from '../platform/config/index.js';
import { standingLaws } from '../risk/standing/index.js';

/** Every law of the stored data, by the module it belongs to. */
export const laws: { module: string; laws: Law[] }[] = [
  { module: 'cases', laws: caseLaws },
  { module: 'grabs', laws: grabLaws },
  { module: 'ledger', laws: ledgerLaws },
  { module: 'payouts', laws: payoutLaws },
  { module: 'repayments', laws: repaymentLaws },
  { module: 'settlement', laws: settlementLaws },
  { module: 'standing', laws: standingLaws },
  { module: 'verification', laws: verificationLaws },
  { module: 'webhooks', laws: webhookLaws },
];

export interface Breach {
  readonly module: string;
  readonly law: string;
  /** The first offending row, its first column the offender's id. */
  readonly offender: Record<string, unknown>;
  readonly count: number;
}

/** Checks every law in one snapshot of a running database. Reads only. */
export function breachesIn(ownerUrl: string): Promise<Breach[]> {
  return connected(ownerUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const breaches: Breach[] = [];
    for (const { module, laws: own } of laws) {
      for (const law of own) {
        const { rows } = await client.query(law.sql);
        if (rows.length > 0) breaches.push({ module, law: law.name, offender: rows[0], count: rows.length });
      }
    }
    await client.query('COMMIT');
    return breaches;
  });
}

/** `npm run laws`: exits with 0 when every law holds, and with 1 after naming the first offender of each broken law. */
async function main(): Promise<void> {
  const config = loadCommandConfig({ MIGRATE_ON_START: 'false' });
  const database = await prepareDatabase(config, () => undefined);
  try {
    const breaches = await breachesIn(config.databaseOwnerUrl);
    for (const { module, law, offender, count } of breaches) {
      process.stdout.write(`BROKEN ${module}: ${law} (${count} rows); first: ${JSON.stringify(offender)}\n`);
    }
    const count = laws.reduce((sum, { laws: own }) => sum + own.length, 0);
    process.stdout.write(`${count} laws checked, ${breaches.length} broken\n`);
    process.exitCode = breaches.length > 0 ? 1 : 0;
  } finally {
    await database.stop();
  }
}

if (process.argv[1]?.endsWith('laws.js')) {
  main().catch((error: Error) => {
    process.stderr.write(`laws could not be checked: ${error.message}\n`);
    process.exit(2);
  });
}
