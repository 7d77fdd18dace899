import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications for verification, who stands behind each applicant, its papers, checks, history and disclosures. */
export class Verification20261121000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await applications(runner);
    await parties(runner);
    await papers(runner);
    await history(runner);
    await runner.query(
      'GRANT SELECT, INSERT, UPDATE ON verification_applications, verification_documents TO recourse_app',
    );
    await runner.query('GRANT SELECT, INSERT, DELETE ON verification_parties, verification_lawyers TO recourse_app');
    await runner.query(
      'GRANT SELECT, INSERT ON verification_checks, verification_events, verification_disclosures TO recourse_app',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE verification_disclosures, verification_events, verification_checks,
      verification_documents, verification_lawyers, verification_parties, verification_applications`);
  }
}

async function applications(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE verification_applications (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL,
      organisation_kind text NOT NULL,
      state text NOT NULL,
      business_name text,
      facts_sealed bytea NOT NULL,
      credit_code_index bytea,
      licence_valid_until date,
      submission integer NOT NULL DEFAULT 0,
      submitted_at timestamptz,
      claimed_by uuid,
      claim_expires_at timestamptz,
      decided_at timestamptz,
      valid_until date,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT verification_applications_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES organisations (id),
      CONSTRAINT verification_applications_claimed_by_fk FOREIGN KEY (claimed_by) REFERENCES members (id),
      CONSTRAINT verification_applications_kind_known CHECK (organisation_kind IN ('creditor','agency','law_firm')),
      CONSTRAINT verification_applications_state_known CHECK (state IN
        ('draft','submitted','in_review','approved','rejected','suspended','expired','revoked')),
      CONSTRAINT verification_in_review_is_claimed CHECK ((state = 'in_review') = (claimed_by IS NOT NULL)
        AND (claimed_by IS NULL) = (claim_expires_at IS NULL)),
      CONSTRAINT verification_approval_has_a_last_day CHECK
        (state NOT IN ('approved','suspended','expired') OR valid_until IS NOT NULL),
      CONSTRAINT verification_submitted_is_dated CHECK
        (state = 'draft' OR (submitted_at IS NOT NULL AND submission >= 1 AND credit_code_index IS NOT NULL))
    )
  `);
  await runner.query(`
    CREATE UNIQUE INDEX verification_one_live_per_organisation ON verification_applications (organisation_id)
    WHERE state NOT IN ('expired','revoked')
  `);
  await runner.query(`
    CREATE UNIQUE INDEX verification_one_approved_per_credit_code ON verification_applications (credit_code_index)
    WHERE state IN ('approved','suspended')
  `);
  await runner.query(
    'CREATE INDEX verification_newest_by_organisation ON verification_applications (organisation_id, id DESC)',
  );
  await runner.query(
    'CREATE INDEX verification_queue ON verification_applications (submitted_at, id) WHERE submitted_at IS NOT NULL',
  );
  await runner.query(
    `CREATE INDEX verification_to_expire ON verification_applications (valid_until) WHERE state = 'approved'`,
  );
}

async function parties(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE verification_parties (
      application_id uuid NOT NULL,
      organisation_id uuid NOT NULL,
      role text NOT NULL,
      party_index bytea NOT NULL,
      CONSTRAINT verification_parties_pkey PRIMARY KEY (application_id, role, party_index),
      CONSTRAINT verification_parties_application_id_fk FOREIGN KEY (application_id)
        REFERENCES verification_applications (id),
      CONSTRAINT verification_parties_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES organisations (id),
      CONSTRAINT verification_parties_role_known CHECK (role IN ('organisation','legal_representative','owner'))
    )
  `);
  await runner.query(
    'CREATE INDEX verification_parties_by_organisation ON verification_parties (organisation_id) INCLUDE (party_index)',
  );
  await runner.query(
    `CREATE INDEX verification_parties_by_own_code ON verification_parties (party_index) WHERE role = 'organisation'`,
  );
  await runner.query(`
    CREATE TABLE verification_lawyers (
      application_id uuid NOT NULL,
      serial_index bytea NOT NULL,
      CONSTRAINT verification_lawyers_pkey PRIMARY KEY (application_id, serial_index),
      CONSTRAINT verification_lawyers_application_id_fk FOREIGN KEY (application_id)
        REFERENCES verification_applications (id)
    )
  `);
  await runner.query('CREATE INDEX verification_lawyers_by_serial ON verification_lawyers (serial_index)');
}

async function papers(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE verification_documents (
      id uuid PRIMARY KEY,
      application_id uuid NOT NULL,
      kind text NOT NULL,
      file_id uuid NOT NULL,
      withdrawn_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT verification_documents_application_id_fk FOREIGN KEY (application_id)
        REFERENCES verification_applications (id),
      CONSTRAINT verification_documents_file_id_fk FOREIGN KEY (file_id) REFERENCES files (id),
      CONSTRAINT verification_documents_kind_known CHECK (kind IN ('business_licence','legal_representative_id',
        'bank_account_proof','firm_licence','lawyer_certificate','authorisation'))
    )
  `);
  await runner.query(`
    CREATE UNIQUE INDEX verification_documents_file_once ON verification_documents (application_id, kind, file_id)
    WHERE withdrawn_at IS NULL
  `);
  await runner.query('CREATE INDEX verification_documents_by_file ON verification_documents (file_id)');
  await runner.query(`
    CREATE TABLE verification_checks (
      id uuid PRIMARY KEY,
      application_id uuid NOT NULL,
      submission integer NOT NULL,
      code text NOT NULL,
      passed boolean,
      severity text NOT NULL,
      field text,
      reason text,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT verification_checks_application_id_fk FOREIGN KEY (application_id)
        REFERENCES verification_applications (id),
      CONSTRAINT verification_checks_severity_known CHECK (severity IN ('blocking','advisory'))
    )
  `);
  await runner.query(
    'CREATE INDEX verification_checks_by_application ON verification_checks (application_id, submission, id)',
  );
  await runner.query(`
    CREATE UNIQUE INDEX verification_checks_one_registry_answer ON verification_checks (application_id, submission)
    WHERE code = 'REGISTRY_AGREES'
  `);
}

async function history(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE verification_events (
      id uuid PRIMARY KEY,
      application_id uuid NOT NULL,
      act text NOT NULL,
      from_state text,
      to_state text NOT NULL,
      actor_organisation_id uuid,
      actor_member_id uuid,
      reason_codes text[] NOT NULL DEFAULT '{}',
      note_sealed bytea,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT verification_events_application_id_fk FOREIGN KEY (application_id)
        REFERENCES verification_applications (id)
    )
  `);
  await runner.query('CREATE INDEX verification_events_by_application ON verification_events (application_id, id)');
  await runner.query(`
    CREATE TABLE verification_disclosures (
      id uuid PRIMARY KEY,
      application_id uuid NOT NULL,
      member_id uuid NOT NULL,
      purpose text NOT NULL,
      disclosed_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT verification_disclosures_application_id_fk FOREIGN KEY (application_id)
        REFERENCES verification_applications (id)
    )
  `);
  await runner.query(
    'CREATE INDEX verification_disclosures_by_application ON verification_disclosures (application_id, id)',
  );
}
