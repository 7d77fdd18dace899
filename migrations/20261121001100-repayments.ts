import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What debtors paid: reported, then confirmed or rejected, and reversed when it turns out wrong. */
export class Repayments20261121001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE repayments (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        grab_id uuid NOT NULL,
        creditor_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        amount_fen bigint NOT NULL,
        paid_on date NOT NULL,
        channel text NOT NULL,
        payee text NOT NULL,
        state text NOT NULL,
        reporter_id uuid NOT NULL,
        reported_by uuid,
        external_ref text,
        voucher_file_id uuid,
        auto_confirm_at timestamptz,
        disputed_at timestamptz,
        dispute_reason text,
        confirmed_at timestamptz,
        confirmed_by uuid,
        confirmed_how text,
        rejected_at timestamptz,
        reject_reason text,
        reversed_at timestamptz,
        reverse_reason text,
        reported_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT repayments_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id),
        CONSTRAINT repayments_grab_id_fk FOREIGN KEY (grab_id) REFERENCES grabs (id),
        CONSTRAINT repayments_creditor_id_fk FOREIGN KEY (creditor_id) REFERENCES organisations (id),
        CONSTRAINT repayments_provider_id_fk FOREIGN KEY (provider_id) REFERENCES organisations (id),
        CONSTRAINT repayments_reporter_id_fk FOREIGN KEY (reporter_id) REFERENCES organisations (id),
        CONSTRAINT repayments_voucher_file_id_fk FOREIGN KEY (voucher_file_id) REFERENCES files (id),
        CONSTRAINT repayments_state_known CHECK (state IN ('reported','confirmed','rejected','reversed')),
        CONSTRAINT repayments_channel_known CHECK (channel IN ('bank_transfer','cash','alipay','wechat','other')),
        CONSTRAINT repayments_payee_known CHECK (payee IN ('creditor','provider')),
        CONSTRAINT repayments_how_known CHECK (confirmed_how IN ('creditor_report','creditor','platform','time')),
        CONSTRAINT repayments_amount_positive CHECK (amount_fen > 0),
        CONSTRAINT repayments_reporter_is_a_party CHECK (reporter_id IN (creditor_id, provider_id)),
        CONSTRAINT repayments_provider_shows_a_voucher CHECK (reporter_id <> provider_id OR voucher_file_id IS NOT NULL),
        CONSTRAINT repayments_confirmed_has_a_time CHECK ((state IN ('confirmed', 'reversed')) = (confirmed_at IS NOT NULL)
          AND (confirmed_at IS NULL) = (confirmed_how IS NULL)),
        CONSTRAINT repayments_rejected_has_a_time CHECK ((state = 'rejected') = (rejected_at IS NOT NULL)),
        CONSTRAINT repayments_reversed_has_a_time CHECK ((state = 'reversed') = (reversed_at IS NOT NULL))
      ) WITH (fillfactor = 85)
    `);
    await runner.query(`
      CREATE UNIQUE INDEX repayments_once_per_external_ref ON repayments (case_id, reporter_id, external_ref)
      WHERE external_ref IS NOT NULL AND state <> 'rejected'
    `);
    await runner.query('CREATE INDEX repayments_by_case ON repayments (case_id, id)');
    await runner.query('CREATE INDEX repayments_by_creditor ON repayments (creditor_id, id)');
    await runner.query('CREATE INDEX repayments_by_provider ON repayments (provider_id, id)');
    await runner.query(`
      CREATE INDEX repayments_waiting ON repayments (auto_confirm_at) WHERE state = 'reported' AND disputed_at IS NULL
    `);
    await runner.query(`
      ALTER TABLE commissions ADD CONSTRAINT commissions_repayment_id_fk FOREIGN KEY (repayment_id) REFERENCES repayments (id)
    `);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON repayments TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE commissions DROP CONSTRAINT commissions_repayment_id_fk');
    await runner.query('DROP TABLE repayments');
  }
}
