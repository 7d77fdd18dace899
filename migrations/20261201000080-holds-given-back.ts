import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followGrabs } from './20261130000720-standing-sums.js';

const KEYS = 'provider_id, creditor_id';
export const HELD = 'f.ended_at - f.grabbed_at';

/**
 * A hold that was given back counts for the share of the maturity it was held, and cases are weighted by √amount. What one hold adds
 * is said by a function, so that whoever sums, now or later, sums the same. The next migration fills in what is there already.
 */
export class HoldsGivenBack20261201000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query('ALTER TABLE grabs ADD COLUMN recall_reason text');
    await runner.query(`
      ALTER TABLE standing_grabs
        ADD COLUMN counts boolean NOT NULL DEFAULT true,
        ADD COLUMN maturity_days integer NOT NULL DEFAULT 90,
        ADD COLUMN exonerated_by uuid,
        ADD COLUMN last_paid_at timestamptz
    `);
    await runner.query(`
      ALTER TABLE standing_sums
        ADD COLUMN cases integer NOT NULL DEFAULT 0,
        ADD COLUMN observed numeric NOT NULL DEFAULT 0,
        ADD COLUMN expected numeric NOT NULL DEFAULT 0,
        ADD COLUMN last_active_at timestamptz
    `);
    await contribution(runner);
    await recovered(runner);
    await sums(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await followGrabs(runner, KEYS);
    await recoveredBefore(runner);
    await runner.query(
      'DROP FUNCTION standing_contribution(boolean, text, bigint, bigint, interval, integer, bigint, numeric)',
    );
    await runner.query('ALTER TABLE grabs DROP COLUMN recall_reason');
    await runner.query(`
      ALTER TABLE standing_grabs
        DROP COLUMN counts, DROP COLUMN maturity_days, DROP COLUMN exonerated_by, DROP COLUMN last_paid_at
    `);
    await runner.query(`
      ALTER TABLE standing_sums
        DROP COLUMN cases, DROP COLUMN observed, DROP COLUMN expected, DROP COLUMN last_active_at
    `);
    await sumsBefore(runner);
  }
}

/**
 * What one hold adds to a record; no row for one that counts for nothing. Money in fen; `observed` and `expected` are shares of the
 * amount × √amount in ten-thousandths of √fen; `squared_fen` is expected² ÷ amount. A hold that is neither completed nor mature is
 * charged the share of the maturity that it was held, and credited what was paid up to it, or to that share of the payments.
 */
async function contribution(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION standing_contribution(
      counts boolean, state text, amount bigint, whole_expected bigint, held interval, maturity integer, paid bigint, paid_days numeric)
    RETURNS TABLE (cases integer, completed integer, claimed_fen bigint, recovered_fen bigint, observed numeric, expected numeric,
      charged_fen bigint, squared_fen numeric, repaid_fen bigint, repaid_fen_days numeric)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT told::integer, (state = 'completed')::integer, CASE WHEN told THEN amount ELSE 0 END, CASE WHEN told THEN paid ELSE 0 END,
             div(CASE WHEN whole THEN most ELSE least(most, greatest(charged, share_of_most)) END * 10000::numeric, root),
             div(charged * 10000::numeric, root), charged, div(charged::numeric * charged, amount), paid, paid_days
        FROM (
          SELECT *, whole OR state <> 'active' AS told,
                 CASE WHEN whole THEN expected_of_it ELSE expected_of_it * days / maturity END AS charged,
                 CASE WHEN whole THEN most ELSE most * days / maturity END AS share_of_most
            FROM (
              SELECT state = 'completed' OR days >= maturity AS whole, days, least(whole_expected, amount) AS expected_of_it,
                     least(paid, amount) AS most, CASE WHEN near * near > amount THEN near - 1 ELSE near END AS root
                FROM (
                  SELECT least(greatest(floor(extract(epoch FROM held) / 86400), 0), maturity)::bigint AS days,
                         floor(sqrt(amount::float8))::bigint AS near
                ) measured
            ) shared
        ) weighed
       WHERE counts AND amount > 0
    $$
  `);
}

/** What was repaid on a hold, when it was last, and Σ amount × days since the grab, where 180 days are as late as a payment can be. */
async function recovered(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION standing_recovered(grabs uuid[]) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      -- An update of no row would call the triggers as well, and they this function.
      IF cardinality(grabs) = 0 THEN RETURN; END IF;
      UPDATE standing_grabs g SET recovered_fen = coalesce(t.fen, 0), recovered_fen_days = coalesce(t.fen_days, 0), last_paid_at = t.last
        FROM unnest(grabs) AS one (id)
        LEFT JOIN (
          SELECT r.grab_id, sum(r.amount_fen) AS fen, max(r.recovered_at) AS last,
                 floor(sum(r.amount_fen * least(180, greatest(0, extract(epoch FROM r.recovered_at - g.grabbed_at) / 86400)))) AS fen_days
            FROM standing_recoveries r JOIN standing_grabs g USING (grab_id)
           WHERE NOT r.reversed AND r.grab_id = ANY (grabs) GROUP BY r.grab_id) t ON t.grab_id = one.id
       WHERE g.grab_id = one.id
         AND (g.recovered_fen, g.recovered_fen_days, g.last_paid_at) IS DISTINCT FROM (coalesce(t.fen, 0), coalesce(t.fen_days, 0), t.last);
    END $$
  `);
}

/**
 * What the holds of a relation add to the sums of ended ones; `sign` is a column of it, 1 or -1. A held one is added when it is read.
 * `held`: for how long one was held.
 */
export const ADDED_BY = (grabs: string, held = HELD) => `
  SELECT f.provider_id, f.creditor_id, coalesce(sum(sign * c.cases), 0) AS cases, coalesce(sum(sign * c.completed), 0) AS completed_cases,
         coalesce(sum(sign * c.claimed_fen), 0) AS claimed_fen, coalesce(sum(sign * c.recovered_fen), 0) AS recovered_fen,
         coalesce(sum(sign * c.observed), 0) AS observed, coalesce(sum(sign * c.expected), 0) AS expected,
         coalesce(sum(sign * c.charged_fen), 0) AS expected_fen, coalesce(sum(sign * c.squared_fen), 0) AS expected_squared,
         coalesce(sum(sign * c.repaid_fen), 0) AS repaid_fen, coalesce(sum(sign * c.repaid_fen_days), 0) AS repaid_fen_days,
         max(greatest(f.grabbed_at, f.ended_at, f.last_paid_at)) FILTER (WHERE sign > 0) AS last_active_at
    FROM ${grabs} f
    LEFT JOIN LATERAL standing_contribution(f.counts AND f.state <> 'active', f.state, f.amount_fen, f.expected_fen,
      ${held}, f.maturity_days, f.recovered_fen, f.recovered_fen_days) c ON true
   GROUP BY f.provider_id, f.creditor_id ORDER BY f.provider_id, f.creditor_id`;

export const SUMS = [
  ...[
    'cases',
    'completed_cases',
    'claimed_fen',
    'recovered_fen',
    'observed',
    'expected',
    'expected_fen',
    'expected_squared',
  ],
  ...['repaid_fen', 'repaid_fen_days'],
];

/** Lets the triggers keep the sums of holds that were held for so long. */
export async function sums(runner: QueryRunner, held = HELD): Promise<void> {
  const add = (grabs: string) => `
    INSERT INTO standing_sums AS s (${KEYS}, ${SUMS.join(', ')}, last_active_at) ${ADDED_BY(grabs, held)}
    ON CONFLICT (${KEYS}) DO UPDATE SET ${SUMS.map((sum) => `${sum} = s.${sum} + excluded.${sum}`).join(', ')},
      last_active_at = greatest(s.last_active_at, excluded.last_active_at)`;
  await runner.query(`
    CREATE OR REPLACE FUNCTION standing_add_grabs() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      ${add('(SELECT *, 1 AS sign FROM added)')};
      -- The repayment may have been known before the grab.
      PERFORM standing_recovered(ARRAY(
        SELECT grab_id FROM added a WHERE EXISTS (SELECT FROM standing_recoveries r WHERE r.grab_id = a.grab_id)));
      RETURN NULL;
    END $$
  `);
  await runner.query(`
    CREATE OR REPLACE FUNCTION standing_change_grabs() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      ${add('(SELECT *, -1 AS sign FROM before UNION ALL SELECT *, 1 AS sign FROM after)')};
      -- When the grab was taken decides the days of its repayments.
      PERFORM standing_recovered(ARRAY(
        SELECT a.grab_id FROM after a JOIN before b USING (grab_id) WHERE a.grabbed_at <> b.grabbed_at));
      RETURN NULL;
    END $$
  `);
}

/** As it was: without a last payment, and days without a limit. */
async function recoveredBefore(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION standing_recovered(grabs uuid[]) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      -- An update of no row would call the triggers as well, and they this function.
      IF cardinality(grabs) = 0 THEN RETURN; END IF;
      UPDATE standing_grabs g SET recovered_fen = coalesce(t.fen, 0), recovered_fen_days = coalesce(t.fen_days, 0)
        FROM unnest(grabs) AS one (id)
        LEFT JOIN (
  SELECT r.grab_id, sum(r.amount_fen) AS fen,
         round(sum(r.amount_fen * greatest(0, extract(epoch FROM r.recovered_at - g.grabbed_at) / 86400)), 6) AS fen_days
    FROM standing_recoveries r JOIN standing_grabs g USING (grab_id) WHERE NOT r.reversed AND r.grab_id = ANY (grabs) GROUP BY r.grab_id) t ON t.grab_id = one.id
       WHERE g.grab_id = one.id
         AND (g.recovered_fen, g.recovered_fen_days) IS DISTINCT FROM (coalesce(t.fen, 0), coalesce(t.fen_days, 0));
    END $$
  `);
}

/** The sums as they were: over completed grabs, but for what was repaid. */
async function sumsBefore(runner: QueryRunner): Promise<void> {
  await runner.query(`
    UPDATE standing_sums s SET completed_cases = f.completed, claimed_fen = f.claimed, expected_fen = f.expected,
           expected_squared = f.squared, recovered_fen = f.recovered, repaid_fen = f.repaid, repaid_fen_days = f.fen_days
      FROM (SELECT ${KEYS}, count(*) FILTER (WHERE state = 'completed') AS completed,
                   coalesce(sum(amount_fen) FILTER (WHERE state = 'completed'), 0) AS claimed,
                   coalesce(sum(expected_fen) FILTER (WHERE state = 'completed'), 0) AS expected,
                   coalesce(sum(expected_fen::numeric ^ 2) FILTER (WHERE state = 'completed'), 0) AS squared,
                   coalesce(sum(recovered_fen) FILTER (WHERE state = 'completed'), 0) AS recovered,
                   sum(recovered_fen) AS repaid, sum(recovered_fen_days) AS fen_days
              FROM standing_grabs GROUP BY ${KEYS}) f
     WHERE (s.provider_id, s.creditor_id) = (f.provider_id, f.creditor_id)
  `);
}
