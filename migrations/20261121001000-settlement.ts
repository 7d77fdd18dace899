import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Commissions booked on repayments, their running total per grab, payouts to providers, payments by creditors, tax profiles. */
export class Settlement20261121001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE commission_totals (
        grab_id uuid PRIMARY KEY,
        realised_fen bigint NOT NULL DEFAULT 0,
        commission_fen bigint NOT NULL DEFAULT 0,
        service_fee_fen bigint NOT NULL DEFAULT 0,
        CONSTRAINT commission_totals_grab_id_fk FOREIGN KEY (grab_id) REFERENCES grabs (id),
        CONSTRAINT commission_totals_not_negative CHECK (realised_fen >= 0 AND commission_fen >= 0 AND service_fee_fen >= 0),
        CONSTRAINT commission_totals_within_realised CHECK (commission_fen + service_fee_fen <= realised_fen)
      ) WITH (fillfactor = 70)
    `);
    await runner.query(`
      CREATE TABLE commissions (
        id uuid PRIMARY KEY,
        repayment_id uuid NOT NULL,
        grab_id uuid NOT NULL,
        case_id uuid NOT NULL,
        creditor_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        payee text NOT NULL,
        terms jsonb NOT NULL,
        repaid_fen bigint NOT NULL,
        commission_fen bigint NOT NULL,
        service_fee_fen bigint NOT NULL,
        adjustment_commission_fen bigint NOT NULL DEFAULT 0,
        adjustment_service_fee_fen bigint NOT NULL DEFAULT 0,
        state text NOT NULL,
        transfer_id uuid NOT NULL,
        reversal_transfer_id uuid,
        adjustment_transfer_id uuid,
        billable_at timestamptz NOT NULL,
        booked_at timestamptz NOT NULL DEFAULT now(),
        reversed_at timestamptz,
        CONSTRAINT commissions_once_per_repayment UNIQUE (repayment_id),
        CONSTRAINT commissions_grab_id_fk FOREIGN KEY (grab_id) REFERENCES commission_totals (grab_id),
        CONSTRAINT commissions_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id),
        CONSTRAINT commissions_creditor_id_fk FOREIGN KEY (creditor_id) REFERENCES organisations (id),
        CONSTRAINT commissions_provider_id_fk FOREIGN KEY (provider_id) REFERENCES organisations (id),
        CONSTRAINT commissions_transfer_id_fk FOREIGN KEY (transfer_id) REFERENCES ledger_transfers (id),
        CONSTRAINT commissions_reversal_transfer_id_fk FOREIGN KEY (reversal_transfer_id) REFERENCES ledger_transfers (id),
        CONSTRAINT commissions_adjustment_transfer_id_fk FOREIGN KEY (adjustment_transfer_id) REFERENCES ledger_transfers (id),
        CONSTRAINT commissions_state_known CHECK (state IN ('booked','reversed')),
        CONSTRAINT commissions_payee_known CHECK (payee IN ('creditor','provider')),
        CONSTRAINT commissions_need_a_recovery CHECK (repaid_fen > 0),
        CONSTRAINT commissions_reversed_whole CHECK ((state = 'reversed') = (reversal_transfer_id IS NOT NULL)
          AND (state = 'reversed') = (reversed_at IS NOT NULL)),
        CONSTRAINT commissions_adjusted_by_reversal_only CHECK (state = 'reversed'
          OR (adjustment_commission_fen = 0 AND adjustment_service_fee_fen = 0 AND adjustment_transfer_id IS NULL))
      ) WITH (fillfactor = 85)
    `);
    await runner.query('CREATE INDEX commissions_by_grab ON commissions (grab_id)');
    await runner.query('CREATE INDEX commissions_by_provider ON commissions (provider_id, booked_at)');
    await runner.query('CREATE INDEX commissions_by_creditor ON commissions (creditor_id, booked_at)');
    await runner.query(
      `CREATE INDEX commissions_on_hold ON commissions (provider_id, billable_at) WHERE state = 'booked'`,
    );
    await payouts(runner);
    await runner.query(`
      CREATE TABLE creditor_payments (
        id uuid PRIMARY KEY,
        creditor_id uuid NOT NULL,
        amount_fen bigint NOT NULL,
        received_on date NOT NULL,
        reference text NOT NULL,
        recorded_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT creditor_payments_creditor_id_fk FOREIGN KEY (creditor_id) REFERENCES organisations (id),
        CONSTRAINT creditor_payments_amount_positive CHECK (amount_fen > 0),
        CONSTRAINT creditor_payments_once_per_reference UNIQUE (creditor_id, reference)
      )
    `);
    await runner.query(`
      CREATE TABLE tax_profiles (
        organisation_id uuid PRIMARY KEY,
        vat_bps integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT tax_profiles_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT tax_profiles_vat_is_a_rate CHECK (vat_bps BETWEEN 0 AND 10000)
      )
    `);
    await runner.query(
      'GRANT SELECT, INSERT, UPDATE ON commission_totals, commissions, payouts, tax_profiles TO recourse_app',
    );
    await runner.query('GRANT SELECT, INSERT ON creditor_payments TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tax_profiles, creditor_payments, payouts, commissions, commission_totals');
  }
}

async function payouts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE payouts (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL,
      amount_fen bigint NOT NULL,
      state text NOT NULL,
      needs_approval boolean NOT NULL,
      created_by uuid NOT NULL,
      approved_by uuid,
      approved_at timestamptz,
      reference text,
      return_reason text,
      sent_at timestamptz,
      paid_at timestamptz,
      returned_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT payouts_provider_id_fk FOREIGN KEY (provider_id) REFERENCES organisations (id),
      CONSTRAINT payouts_created_by_fk FOREIGN KEY (created_by) REFERENCES members (id),
      CONSTRAINT payouts_approved_by_fk FOREIGN KEY (approved_by) REFERENCES members (id),
      CONSTRAINT payouts_state_known CHECK (state IN ('due','sent','paid','returned')),
      CONSTRAINT payouts_amount_positive CHECK (amount_fen > 0),
      CONSTRAINT payouts_maker_is_not_checker CHECK (approved_by <> created_by),
      CONSTRAINT payouts_large_ones_need_two CHECK (state IN ('due', 'returned') OR NOT needs_approval OR approved_by IS NOT NULL),
      CONSTRAINT payouts_sent_with_reference CHECK (state NOT IN ('sent', 'paid') OR (reference IS NOT NULL AND sent_at IS NOT NULL)),
      CONSTRAINT payouts_times_agree CHECK ((state = 'paid') = (paid_at IS NOT NULL) AND (state = 'returned') = (returned_at IS NOT NULL))
    )
  `);
  await runner.query('CREATE INDEX payouts_by_provider ON payouts (provider_id, id)');
  await runner.query(`CREATE INDEX payouts_open ON payouts (id) WHERE state IN ('due', 'sent')`);
}
