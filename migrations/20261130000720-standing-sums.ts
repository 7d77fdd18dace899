import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sums over a provider's grabs and repayments, so that an event of a provider with a long history reads no more than one of a
 * newcomer. Triggers keep them, per statement: whoever writes a fact, in whatever order, the sums follow.
 */
export class StandingSums20261130000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`
      ALTER TABLE standing_grabs
        ADD COLUMN recovered_fen bigint NOT NULL DEFAULT 0,
        ADD COLUMN recovered_fen_days numeric NOT NULL DEFAULT 0
    `);
    await runner.query(`
      CREATE TABLE standing_sums (
        provider_id uuid PRIMARY KEY,
        completed_cases integer NOT NULL DEFAULT 0,
        claimed_fen bigint NOT NULL DEFAULT 0,
        expected_fen bigint NOT NULL DEFAULT 0,
        expected_squared numeric NOT NULL DEFAULT 0,
        recovered_fen bigint NOT NULL DEFAULT 0,
        repaid_fen bigint NOT NULL DEFAULT 0,
        repaid_fen_days numeric NOT NULL DEFAULT 0
      ) WITH (fillfactor = 50)
    `);
    // The triggers write as whoever writes the fact.
    await runner.query('GRANT SELECT, INSERT, UPDATE ON standing_sums TO recourse_app');
    await functions(runner);
    await triggers(runner);
    await fill(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, table] of TRIGGERS) await runner.query(`DROP TRIGGER ${name} ON ${table}`);
    await runner.query(
      'DROP FUNCTION standing_add_grabs(), standing_change_grabs(), standing_recover(), standing_recovered(uuid[])',
    );
    await runner.query('DROP TABLE standing_sums');
    await runner.query('ALTER TABLE standing_grabs DROP COLUMN recovered_fen, DROP COLUMN recovered_fen_days');
  }
}

const TRIGGERS = [
  ['standing_grabs_added', 'standing_grabs', 'AFTER INSERT', 'NEW TABLE AS added', 'standing_add_grabs'],
  [
    'standing_grabs_changed',
    'standing_grabs',
    'AFTER UPDATE',
    'OLD TABLE AS before NEW TABLE AS after',
    'standing_change_grabs',
  ],
  ['standing_recoveries_added', 'standing_recoveries', 'AFTER INSERT', 'NEW TABLE AS changed', 'standing_recover'],
  ['standing_recoveries_changed', 'standing_recoveries', 'AFTER UPDATE', 'NEW TABLE AS changed', 'standing_recover'],
] as const;

async function triggers(runner: QueryRunner): Promise<void> {
  for (const [name, table, when, tables, does] of TRIGGERS) {
    await runner.query(`
      CREATE TRIGGER ${name} ${when} ON ${table} REFERENCING ${tables} FOR EACH STATEMENT EXECUTE FUNCTION ${does}()
    `);
  }
}

/** What the grabs of a relation contribute, by these keys; `sign` is a column of it, 1 or -1. */
const contributions = (grabs: string, keys: string) => `
  SELECT ${keys}, coalesce(sum(sign) FILTER (WHERE state = 'completed'), 0),
         coalesce(sum(sign * amount_fen) FILTER (WHERE state = 'completed'), 0),
         coalesce(sum(sign * expected_fen) FILTER (WHERE state = 'completed'), 0),
         coalesce(sum(sign * expected_fen::numeric ^ 2) FILTER (WHERE state = 'completed'), 0),
         coalesce(sum(sign * recovered_fen) FILTER (WHERE state = 'completed'), 0),
         sum(sign * recovered_fen), sum(sign * recovered_fen_days)
    FROM ${grabs} GROUP BY ${keys} ORDER BY ${keys}`;

const add = (grabs: string, keys: string) => `
  INSERT INTO standing_sums AS s (${keys}, completed_cases, claimed_fen, expected_fen, expected_squared, recovered_fen,
    repaid_fen, repaid_fen_days) ${contributions(grabs, keys)}
  ON CONFLICT (${keys}) DO UPDATE
     SET completed_cases = s.completed_cases + excluded.completed_cases, claimed_fen = s.claimed_fen + excluded.claimed_fen,
         expected_fen = s.expected_fen + excluded.expected_fen,
         expected_squared = s.expected_squared + excluded.expected_squared,
         recovered_fen = s.recovered_fen + excluded.recovered_fen, repaid_fen = s.repaid_fen + excluded.repaid_fen,
         repaid_fen_days = s.repaid_fen_days + excluded.repaid_fen_days`;

const RECOVERED = `
  SELECT r.grab_id, sum(r.amount_fen) AS fen,
         round(sum(r.amount_fen * greatest(0, extract(epoch FROM r.recovered_at - g.grabbed_at) / 86400)), 6) AS fen_days
    FROM standing_recoveries r JOIN standing_grabs g USING (grab_id) WHERE NOT r.reversed`;

async function functions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION standing_recovered(grabs uuid[]) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      -- An update of no row would call the triggers as well, and they this function.
      IF cardinality(grabs) = 0 THEN RETURN; END IF;
      UPDATE standing_grabs g SET recovered_fen = coalesce(t.fen, 0), recovered_fen_days = coalesce(t.fen_days, 0)
        FROM unnest(grabs) AS one (id)
        LEFT JOIN (${RECOVERED} AND r.grab_id = ANY (grabs) GROUP BY r.grab_id) t ON t.grab_id = one.id
       WHERE g.grab_id = one.id
         AND (g.recovered_fen, g.recovered_fen_days) IS DISTINCT FROM (coalesce(t.fen, 0), coalesce(t.fen_days, 0));
    END $$
  `);
  await followGrabs(runner, 'provider_id');
  await runner.query(`
    CREATE FUNCTION standing_recover() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM standing_recovered(ARRAY(SELECT DISTINCT grab_id FROM changed));
      RETURN NULL;
    END $$
  `);
}

/** The functions that keep the sums of grabs by these columns, which are the key of the sums. */
export async function followGrabs(runner: QueryRunner, keys: string): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION standing_add_grabs() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      ${add('(SELECT *, 1 AS sign FROM added) f', keys)};
      -- The repayment may have been known before the grab.
      PERFORM standing_recovered(ARRAY(
        SELECT grab_id FROM added a WHERE EXISTS (SELECT FROM standing_recoveries r WHERE r.grab_id = a.grab_id)));
      RETURN NULL;
    END $$
  `);
  await runner.query(`
    CREATE OR REPLACE FUNCTION standing_change_grabs() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      ${add('(SELECT *, -1 AS sign FROM before UNION ALL SELECT *, 1 AS sign FROM after) f', keys)};
      -- When the grab was taken decides the days of its repayments.
      PERFORM standing_recovered(ARRAY(
        SELECT a.grab_id FROM after a JOIN before b USING (grab_id) WHERE a.grabbed_at <> b.grabbed_at));
      RETURN NULL;
    END $$
  `);
}

/** The triggers are there already, so filling the column fills the sums of grabs with repayments; the rest is added here. */
async function fill(runner: QueryRunner): Promise<void> {
  await runner.query(add('(SELECT *, 1 AS sign FROM standing_grabs) f', 'provider_id'));
  await runner.query(
    'SELECT standing_recovered(ARRAY(SELECT DISTINCT grab_id FROM standing_recoveries)) WHERE EXISTS (SELECT FROM standing_recoveries)',
  );
}
