import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Numbers of cases tell nobody how many cases there are: a permutation of eight digits, by a secret of this database, stands
 * between the counter and the number. Each counter still has one number, and each number one counter.
 */
export class CaseNumbersUntold20261130000960 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`
      CREATE TABLE case_number_secret (
        id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
        secret bytea NOT NULL
      )
    `);
    await runner.query(`
      INSERT INTO case_number_secret (secret)
      SELECT sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
    `);
    await runner.query('GRANT SELECT ON case_number_secret TO recourse_app');
    await runner.query(`
      CREATE FUNCTION case_number(counter bigint, secret bytea) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
      DECLARE
        halves bigint[] := ARRAY[counter / 10000 % 10000, counter % 10000];
        mixed bytea;
      BEGIN
        -- Rounds by turns on either half (a Feistel network): what is added to one half depends on the other.
        FOR round IN 1..4 LOOP
          mixed := sha256(secret || convert_to(round || ':' || halves[1 + round % 2], 'UTF8'));
          halves[2 - round % 2] := (halves[2 - round % 2] + (get_byte(mixed, 0) * 65536 + get_byte(mixed, 1) * 256 + get_byte(mixed, 2))) % 10000;
        END LOOP;
        RETURN coalesce(nullif(counter / 100000000, 0)::text, '') || lpad(halves[1]::text, 4, '0') || lpad(halves[2]::text, 4, '0');
      END $$
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION case_number(bigint, bytea)');
    await runner.query('DROP TABLE case_number_secret');
  }
}
