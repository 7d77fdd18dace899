import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The platform's accounts in parts, one for each counterparty: transfers of different customers then lock different rows. And
 * what each account moved in each month, so that a statement does not add up an account's whole history.
 */
export class LedgerParts20261130000730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`
      ALTER TABLE ledger_accounts
        ADD COLUMN counterparty_id uuid CONSTRAINT ledger_accounts_counterparty_id_fk REFERENCES organisations (id)
    `);
    await runner.query('ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_one_per_owner_and_kind');
    await runner.query(`
      ALTER TABLE ledger_accounts ADD CONSTRAINT ledger_accounts_one_per_owner_kind_and_counterparty
        UNIQUE NULLS NOT DISTINCT (owner_organisation_id, kind, counterparty_id)
    `);
    await runner.query(`
      CREATE TABLE ledger_months (
        account_id uuid NOT NULL,
        month date NOT NULL,
        moved_fen bigint NOT NULL,
        CONSTRAINT ledger_months_pkey PRIMARY KEY (account_id, month),
        CONSTRAINT ledger_months_account_id_fk FOREIGN KEY (account_id) REFERENCES ledger_accounts (id),
        CONSTRAINT ledger_months_begin_on_the_first CHECK (extract(day FROM month) = 1)
      ) WITH (fillfactor = 50)
    `);
    await runner.query(`
      INSERT INTO ledger_months (account_id, month, moved_fen)
      SELECT account_id, date_trunc('month', occurred_at AT TIME ZONE 'UTC' + interval '8 hours')::date, sum(amount_fen)
      FROM ledger_entries GROUP BY 1, 2
    `);
    await runner.query('GRANT SELECT, INSERT ON ledger_months TO recourse_app');
    await runner.query('GRANT UPDATE (moved_fen) ON ledger_months TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('DROP TABLE ledger_months');
    await joinParts(runner);
    await runner.query(
      'ALTER TABLE ledger_accounts DROP CONSTRAINT ledger_accounts_one_per_owner_kind_and_counterparty, DROP COLUMN counterparty_id',
    );
    await runner.query(`
      ALTER TABLE ledger_accounts ADD CONSTRAINT ledger_accounts_one_per_owner_and_kind UNIQUE (owner_organisation_id, kind)
    `);
  }
}

/** Puts each part's entries and balance into the one account of its owner and kind; amounts and transfers stay as they are. */
async function joinParts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    INSERT INTO ledger_accounts (id, owner_organisation_id, kind)
    SELECT DISTINCT ON (owner_organisation_id, kind) gen_random_uuid(), owner_organisation_id, kind
    FROM ledger_accounts WHERE counterparty_id IS NOT NULL ON CONFLICT DO NOTHING
  `);
  await runner.query(`
    UPDATE ledger_accounts a SET balance_fen = a.balance_fen + p.sum_fen
    FROM (SELECT owner_organisation_id, kind, sum(balance_fen) AS sum_fen FROM ledger_accounts
          WHERE counterparty_id IS NOT NULL GROUP BY owner_organisation_id, kind) p
    WHERE a.owner_organisation_id = p.owner_organisation_id AND a.kind = p.kind AND a.counterparty_id IS NULL
  `);
  await runner.query('ALTER TABLE ledger_entries DISABLE TRIGGER ledger_entries_append_only');
  await runner.query(`
    UPDATE ledger_entries e SET account_id = a.id
    FROM ledger_accounts p JOIN ledger_accounts a
      ON a.owner_organisation_id = p.owner_organisation_id AND a.kind = p.kind AND a.counterparty_id IS NULL
    WHERE e.account_id = p.id AND p.counterparty_id IS NOT NULL
  `);
  await runner.query('ALTER TABLE ledger_entries ENABLE TRIGGER ledger_entries_append_only');
  await runner.query('DELETE FROM ledger_accounts WHERE counterparty_id IS NOT NULL');
}
