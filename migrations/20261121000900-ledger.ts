import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, and the transfers and entries that move them: appended, balanced at commit, never rewritten by anybody. */
export class Ledger20261121000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_accounts (
        id uuid PRIMARY KEY,
        owner_organisation_id uuid NOT NULL,
        kind text NOT NULL,
        balance_fen bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ledger_accounts_owner_organisation_id_fk FOREIGN KEY (owner_organisation_id) REFERENCES organisations (id),
        CONSTRAINT ledger_accounts_one_per_owner_and_kind UNIQUE (owner_organisation_id, kind),
        CONSTRAINT ledger_accounts_kind_is_a_word CHECK (kind ~ '^[a-z][a-z_]{1,39}$')
      ) WITH (fillfactor = 50)
    `);
    await runner.query(`
      CREATE TABLE ledger_transfers (
        id uuid PRIMARY KEY,
        key text NOT NULL,
        kind text NOT NULL,
        reference_kind text NOT NULL,
        reference_id uuid NOT NULL,
        case_id uuid,
        reverses_transfer_id uuid,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ledger_transfers_once_per_key UNIQUE (key),
        CONSTRAINT ledger_transfers_reversed_once UNIQUE (reverses_transfer_id),
        CONSTRAINT ledger_transfers_reverses_transfer_id_fk FOREIGN KEY (reverses_transfer_id) REFERENCES ledger_transfers (id),
        CONSTRAINT ledger_transfers_not_their_own_reversal CHECK (reverses_transfer_id <> id),
        CONSTRAINT ledger_transfers_key_short CHECK (length(key) BETWEEN 1 AND 200)
      )
    `);
    await runner.query('CREATE INDEX ledger_transfers_by_reference ON ledger_transfers (reference_id)');
    await runner.query(`
      CREATE TABLE ledger_entries (
        id uuid PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        transfer_id uuid NOT NULL,
        account_id uuid NOT NULL,
        part text NOT NULL,
        amount_fen bigint NOT NULL,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ledger_entries_transfer_id_fk FOREIGN KEY (transfer_id) REFERENCES ledger_transfers (id),
        CONSTRAINT ledger_entries_account_id_fk FOREIGN KEY (account_id) REFERENCES ledger_accounts (id),
        CONSTRAINT ledger_entries_move_something CHECK (amount_fen <> 0)
      )
    `);
    await runner.query('CREATE INDEX ledger_entries_by_transfer ON ledger_entries (transfer_id)');
    await runner.query('CREATE INDEX ledger_entries_by_account ON ledger_entries (account_id, occurred_at, seq)');
    await balancedAtCommit(runner);
    await appendOnly(runner, 'ledger_transfers');
    await appendOnly(runner, 'ledger_entries');
    await runner.query('REVOKE ALL ON ledger_accounts, ledger_transfers, ledger_entries FROM PUBLIC, recourse_app');
    await runner.query('GRANT SELECT, INSERT ON ledger_accounts, ledger_transfers, ledger_entries TO recourse_app');
    await runner.query('GRANT UPDATE (balance_fen) ON ledger_accounts TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ledger_entries, ledger_transfers, ledger_accounts');
    await runner.query('DROP FUNCTION ledger_refuse_unbalanced()');
  }
}

/** Deferred: while a transfer is being written its entries do not sum to zero yet; when it is committed they must. */
async function balancedAtCommit(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION ledger_refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      transfer uuid;
      total numeric;
    BEGIN
      IF TG_TABLE_NAME = 'ledger_entries' THEN transfer := NEW.transfer_id; ELSE transfer := NEW.id; END IF;
      SELECT coalesce(sum(amount_fen), 0) INTO total FROM ledger_entries WHERE transfer_id = transfer;
      IF total <> 0 THEN
        RAISE EXCEPTION 'the entries of transfer % sum to % fen, not to zero', transfer, total
          USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transfers_sum_to_zero';
      END IF;
      RETURN NULL;
    END $$
  `);
  for (const table of ['ledger_transfers', 'ledger_entries']) {
    await runner.query(`
      CREATE CONSTRAINT TRIGGER ${table}_sum_to_zero AFTER INSERT ON ${table} DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION ledger_refuse_unbalanced()
    `);
  }
}

/** Whoever asks, the owner of the table included. */
async function appendOnly(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()
  `);
}
