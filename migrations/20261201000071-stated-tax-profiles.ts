import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The profile that a rate of before names. A rate of zero names none: it may have meant exempt, or that nobody knew. */
const PROFILE_OF = `CASE vat_bps WHEN 600 THEN 'general' WHEN 300 THEN 'simple' WHEN 100 THEN 'small_scale' END`;
const RATE_OF = `CASE profile WHEN 'general' THEN 600 WHEN 'simple' THEN 300 WHEN 'small_scale' THEN 100 ELSE 0 END`;

/**
 * Providers state how they are taxed, from a day on, and every statement of theirs stays: a row each instead of one rate. Rates of
 * before that name a profile become it, for all days, as they applied to all; the others stay as history and must be stated anew.
 */
export class StatedTaxProfiles20261201000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`
      ALTER TABLE tax_profiles ADD COLUMN profile text, ADD COLUMN from_on date NOT NULL DEFAULT '2000-01-01', ADD COLUMN stated_by uuid,
        ALTER COLUMN vat_bps DROP NOT NULL, ALTER COLUMN vat_bps DROP DEFAULT,
        DROP CONSTRAINT tax_profiles_pkey, ADD CONSTRAINT tax_profiles_pkey PRIMARY KEY (organisation_id, created_at)
    `);
    await runner.query(`UPDATE tax_profiles SET profile = ${PROFILE_OF}`);
    await runner.query(`
      ALTER TABLE tax_profiles ALTER COLUMN from_on DROP DEFAULT,
        ADD CONSTRAINT tax_profiles_profile_known CHECK (profile IN ('general', 'simple', 'small_scale', 'exempt')),
        ADD CONSTRAINT tax_profiles_say_something CHECK (profile IS NOT NULL OR vat_bps IS NOT NULL),
        ADD CONSTRAINT tax_profiles_stated_by_fk FOREIGN KEY (stated_by) REFERENCES members (id)
    `);
    await runner.query('REVOKE UPDATE ON tax_profiles FROM recourse_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('GRANT UPDATE ON tax_profiles TO recourse_app');
    await runner.query(`
      DELETE FROM tax_profiles t USING tax_profiles later
      WHERE later.organisation_id = t.organisation_id AND later.created_at > t.created_at
    `);
    await runner.query(`UPDATE tax_profiles SET vat_bps = ${RATE_OF} WHERE vat_bps IS NULL`);
    await runner.query(`
      ALTER TABLE tax_profiles DROP CONSTRAINT tax_profiles_pkey, ADD CONSTRAINT tax_profiles_pkey PRIMARY KEY (organisation_id),
        DROP COLUMN profile, DROP COLUMN from_on, DROP COLUMN stated_by,
        ALTER COLUMN vat_bps SET DEFAULT 0, ALTER COLUMN vat_bps SET NOT NULL
    `);
  }
}
