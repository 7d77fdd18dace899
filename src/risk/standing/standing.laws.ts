import type { Law } from '../../kernel/index.js';

/** What the facts of each provider and creditor add up to; `standing_contribution` says what one hold adds. */
const FROM_FACTS = `
  SELECT g.provider_id, g.creditor_id, coalesce(sum(c.cases), 0) AS cases, coalesce(sum(c.completed), 0) AS completed,
         coalesce(sum(c.claimed_fen), 0) AS claimed, coalesce(sum(c.recovered_fen), 0) AS recovered,
         coalesce(sum(c.observed), 0) AS observed, coalesce(sum(c.expected), 0) AS expected,
         coalesce(sum(c.charged_fen), 0) AS charged, coalesce(sum(c.squared_fen), 0) AS squared,
         coalesce(sum(c.repaid_fen), 0) AS repaid, coalesce(sum(c.repaid_fen_days), 0) AS fen_days,
         max(greatest(g.grabbed_at, g.ended_at, g.last_paid_at)) AS last_active
    FROM standing_grabs g
    LEFT JOIN LATERAL standing_contribution(g.counts AND g.state <> 'active', g.state, g.amount_fen, g.expected_fen,
      g.ended_at - g.grabbed_at - make_interval(secs => g.spared_seconds), g.maturity_days, g.recovered_fen, g.recovered_fen_days) c ON true
   GROUP BY g.provider_id, g.creditor_id`;

/** What must hold in the facts of standings at any instant. */
export const standingLaws: Law[] = [
  {
    name: 'what a grab recovered is the sum of its repayments that were not reversed',
    sql: `SELECT g.grab_id, g.recovered_fen, coalesce(r.fen, 0) AS sum_fen
          FROM standing_grabs g
          LEFT JOIN (SELECT grab_id, sum(amount_fen) AS fen FROM standing_recoveries WHERE NOT reversed GROUP BY grab_id) r USING (grab_id)
          WHERE g.recovered_fen <> coalesce(r.fen, 0)`,
  },
  {
    name: 'the sums of each provider and creditor are those of its facts',
    sql: `SELECT f.provider_id, f.creditor_id, f.completed, s.completed_cases
          FROM (${FROM_FACTS}) f LEFT JOIN standing_sums s USING (provider_id, creditor_id)
          WHERE (f.cases, f.completed, f.claimed, f.recovered, f.observed, f.expected, f.charged, f.squared, f.repaid, f.fen_days)
                IS DISTINCT FROM (s.cases, s.completed_cases, s.claimed_fen, s.recovered_fen, s.observed, s.expected, s.expected_fen,
                  s.expected_squared, s.repaid_fen, s.repaid_fen_days)
             OR s.last_active_at < f.last_active`,
  },
  {
    name: 'a hold that an appeal exonerated counts for nothing, and one that was given back counts unless a code exonerates it',
    sql: `SELECT grab_id, state, counts, exonerated_by FROM standing_grabs
          WHERE counts AND exonerated_by IS NOT NULL OR NOT counts AND exonerated_by IS NULL AND state <> 'recalled'`,
  },
  {
    name: 'no grade in force is above the one that a veto allows',
    sql: `SELECT s.provider_id, s.grade, s.veto_grade, s.veto_until FROM provider_standings s
          WHERE s.veto_until >= (now() AT TIME ZONE 'UTC' + interval '8 hours')::date
            AND array_position(ARRAY['junior','middle','senior','expert'], s.grade)
                > array_position(ARRAY['junior','middle','senior','expert'], s.veto_grade)`,
  },
];
