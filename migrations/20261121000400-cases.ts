import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The debt case, its evidence, history and disclosures, and the de-identified hall that is read instead of it. */
export class Cases20261121000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE case_numbers');
    await runner.query(`
      CREATE TABLE cases (
        id uuid PRIMARY KEY,
        number text NOT NULL,
        creditor_id uuid NOT NULL,
        external_ref text NOT NULL,
        batch_id uuid,
        state text NOT NULL,
        category text NOT NULL,
        service_line text NOT NULL,
        region_code text,
        debtor_kind text NOT NULL,
        debtor_masked_name text NOT NULL,
        debtor_sealed bytea NOT NULL,
        debtor_id_index bytea,
        debtor_phone_index bytea,
        contract_number text,
        principal_fen bigint NOT NULL,
        penalty_fen bigint NOT NULL,
        paid_fen bigint NOT NULL,
        outstanding_fen bigint NOT NULL,
        recovered_fen bigint NOT NULL DEFAULT 0,
        due_on date NOT NULL,
        invoiced_on date,
        last_interrupted_on date,
        limitation_expires_on date NOT NULL,
        annual_rate_bps integer,
        legal_origin text,
        evidence_kinds text[] NOT NULL DEFAULT '{}',
        evidence_bps integer NOT NULL,
        score integer NOT NULL,
        grade text NOT NULL,
        commission_bps integer NOT NULL,
        commission_tiers jsonb NOT NULL DEFAULT '[]',
        review_reasons jsonb NOT NULL DEFAULT '[]',
        reviewer_id uuid,
        held_from text,
        close_code text,
        listed_at timestamptz,
        accepted_at timestamptz,
        closed_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT cases_creditor_id_fk FOREIGN KEY (creditor_id) REFERENCES organisations (id),
        CONSTRAINT cases_one_per_external_ref UNIQUE (creditor_id, external_ref),
        CONSTRAINT cases_number_unique UNIQUE (number),
        CONSTRAINT cases_state_known CHECK (state IN ('draft','submitted','under_review','listed','grabbed','in_collection',
          'on_hold','in_litigation','recovered','partially_recovered','unrecovered','withdrawn','returned','rejected')),
        CONSTRAINT cases_amounts_agree CHECK (principal_fen + penalty_fen - paid_fen = outstanding_fen),
        CONSTRAINT cases_amounts_positive CHECK (principal_fen >= 0 AND penalty_fen >= 0 AND paid_fen >= 0 AND outstanding_fen > 0),
        CONSTRAINT cases_recovered_within_outstanding CHECK (recovered_fen BETWEEN 0 AND outstanding_fen),
        CONSTRAINT cases_commission_is_a_rate CHECK (commission_bps BETWEEN 0 AND 10000),
        CONSTRAINT cases_hold_remembers_its_state CHECK ((state = 'on_hold') = (held_from IS NOT NULL))
      ) WITH (fillfactor = 85)
    `);
    await runner.query('CREATE INDEX cases_by_creditor ON cases (creditor_id, id)');
    await runner.query(`CREATE INDEX cases_to_review ON cases (id) WHERE state IN ('submitted','under_review')`);
    await runner.query('CREATE INDEX cases_by_debtor_id ON cases (debtor_id_index) WHERE debtor_id_index IS NOT NULL');
    await runner.query(`
      CREATE TABLE hall_listings (
        case_id uuid PRIMARY KEY,
        creditor_id uuid NOT NULL,
        category text NOT NULL,
        service_line text NOT NULL,
        province text,
        region_code text,
        debtor_kind text NOT NULL,
        amount_fen bigint NOT NULL,
        due_on date NOT NULL,
        commission_bps integer NOT NULL,
        evidence_bps integer NOT NULL,
        score integer NOT NULL,
        grade text NOT NULL,
        listed_at timestamptz NOT NULL,
        CONSTRAINT hall_listings_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id)
      ) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)
    `);
    await runner.query('CREATE INDEX hall_newest ON hall_listings (listed_at, case_id)');
    await runner.query('CREATE INDEX hall_by_amount ON hall_listings (amount_fen, case_id)');
    await runner.query('CREATE INDEX hall_by_commission ON hall_listings (commission_bps, case_id)');
    await runner.query('CREATE INDEX hall_by_score ON hall_listings (score, case_id)');
    await runner.query('CREATE INDEX hall_by_age ON hall_listings (due_on, case_id)');
    // Equalities of any combination: far smaller than an index per column, and several intersect before a row is read.
    await runner.query(`
      CREATE INDEX hall_by_facets ON hall_listings
        USING gin ((ARRAY[province, category, service_line, debtor_kind, grade])) WITH (gin_pending_list_limit = 512)
    `);
    await runner.query(`
      CREATE TABLE case_evidence (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        kind text NOT NULL,
        file_id uuid NOT NULL,
        added_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT case_evidence_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id),
        CONSTRAINT case_evidence_file_once UNIQUE (case_id, file_id)
      )
    `);
    await runner.query(`
      CREATE TABLE case_events (
        id uuid PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        case_id uuid NOT NULL,
        act text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        actor_organisation_id uuid,
        actor_member_id uuid,
        facts jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT case_events_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id)
      )
    `);
    await runner.query('CREATE INDEX case_events_by_case ON case_events (case_id, seq)');
    await runner.query(`
      CREATE TABLE case_disclosures (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        member_id uuid,
        stage text NOT NULL,
        purpose text NOT NULL,
        disclosed_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz,
        CONSTRAINT case_disclosures_case_id_fk FOREIGN KEY (case_id) REFERENCES cases (id),
        CONSTRAINT case_disclosures_stage_known CHECK (stage IN ('holder_masked','holder_full'))
      )
    `);
    await runner.query(`
      CREATE UNIQUE INDEX case_disclosures_one_live_per_stage ON case_disclosures (organisation_id, case_id, stage)
        WHERE revoked_at IS NULL
    `);
    await runner.query('CREATE INDEX case_disclosures_by_case ON case_disclosures (case_id, id)');
    await runner.query(`
      CREATE TABLE debtor_read_counts (
        organisation_id uuid NOT NULL,
        hour timestamptz NOT NULL,
        reads integer NOT NULL,
        CONSTRAINT debtor_read_counts_pkey PRIMARY KEY (organisation_id, hour),
        CONSTRAINT debtor_read_counts_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT debtor_read_counts_positive CHECK (reads > 0)
      )
    `);
    await runner.query('GRANT USAGE ON SEQUENCE case_numbers TO recourse_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON cases TO recourse_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON hall_listings TO recourse_app');
    await runner.query('GRANT SELECT, INSERT ON case_evidence, case_events TO recourse_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON case_disclosures, debtor_read_counts TO recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE debtor_read_counts, case_disclosures, case_events, case_evidence, hall_listings, cases',
    );
    await runner.query('DROP SEQUENCE case_numbers');
  }
}
