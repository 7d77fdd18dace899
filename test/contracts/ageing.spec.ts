import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { ageingColumns } from '../../src/platform/database/index.js';

/** Instants that are over when they are written, by their names; each of the others is a deadline. */
const PAST = /ed_at$|_(?:done|paid|sent|withdrawn)_at$|^(?:done|paid|sent|withdrawn)_at$|^last_.*_at$|since$/;

/** Deadlines that a sandbox's clock leaves where they are, and why. */
const DO_NOT_AGE: Record<string, string> = {
  'case_lines.due_on': 'said by the creditor, not counted from now',
  'case_lines.invoiced_on': 'said by the creditor, not counted from now',
  'case_lines.last_interrupted_on': 'said by the creditor, not counted from now',
  'case_lines.limitation_expires_on': 'follows from what the creditor said',
  'case_lines.period_from': 'said by the creditor, not counted from now',
  'case_lines.period_to': 'said by the creditor, not counted from now',
  'cases.due_on': 'said by the creditor, not counted from now',
  'cases.invoiced_on': 'said by the creditor, not counted from now',
  'cases.last_interrupted_on': 'said by the creditor, not counted from now',
  'cases.limitation_expires_on': 'follows from what the creditor said',
  'hall_listings.due_on': 'as the case has it',
  'repayments.paid_on': 'said by the reporter',
  'creditor_payments.received_on': 'said by the bank',
  'tax_profiles.from_on': 'said by the provider',
  'verification_applications.licence_valid_until': 'said by the licence',
  'ledger_months.month': 'a month of the books',
  'mail_tokens.expires_at': 'of an account, which lives outside of sandboxes',
  'debtor_read_counts.hour': 'the hour of reads that were counted; over in an hour',
  'erp_connections.lease_until': 'a lease of a worker, in its own time',
  'erp_connections.next_sync_at': 'when to ask a system outside, which lives in its own time',
  'erp_sync_rows.from_due_on': 'said by the ERP',
  'erp_sync_rows.recheck_on': 'follows from days said by the ERP',
  'login_failures.blocked_until': 'keeps guesses of passwords slow; advancing a clock must not free them',
  'oauth_assertions.expires_at': 'an assertion is spent for as long as the client dated it',
  'oauth_revoked_tokens.expires_at': 'a revoked token stays so until it has ended by database time, as all tokens do',
  'outbox_events.available_at': 'when to deliver, in the time of the machine',
  'outbox_events.lease_until': 'a lease of a relay, in its own time',
  'sessions.expires_at': 'the login that advances the clock goes on',
  'sweeps.lease_until': 'a lease of a worker, in its own time',
  'sweeps.next_run_at': 'when to sweep, in the time of the machine',
  'webhook_deliveries.next_attempt_at': 'when to call a server outside, which lives in its own time',
  'webhook_endpoints.previous_secret_until': 'what signs is checked by a server outside, which lives in its own time',
};

describe('deadlines', () => {
  const columns = new Set<string>();
  beforeAll(async () => {
    const files = readdirSync(join(process.cwd(), 'src'), { recursive: true, encoding: 'utf8' });
    for (const file of files) if (file.endsWith('.entity.ts')) await import(join(process.cwd(), 'src', file));
    const storage = getMetadataArgsStorage();
    for (const { target, propertyName, options } of storage.columns) {
      const name = options.name ?? propertyName;
      const table = storage.tables.find((one) => one.target === target)?.name;
      if ((options.type === 'timestamptz' && !PAST.test(name)) || options.type === 'date')
        columns.add(`${table}.${name}`);
    }
  });

  it('come closer with the clock of their sandbox, or have a reason not to', () => {
    const ageing = new Set(ageingColumns());
    const still = [...columns].filter((column) => !ageing.has(column));
    expect(still.sort()).toEqual(Object.keys(DO_NOT_AGE).sort());
  });
});
