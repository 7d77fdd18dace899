import type { Law } from '../../kernel/index.js';

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
          FROM (SELECT provider_id, creditor_id, count(*) FILTER (WHERE state = 'completed') AS completed,
                       coalesce(sum(amount_fen) FILTER (WHERE state = 'completed'), 0) AS claimed,
                       coalesce(sum(expected_fen) FILTER (WHERE state = 'completed'), 0) AS expected,
                       coalesce(sum(recovered_fen) FILTER (WHERE state = 'completed'), 0) AS recovered,
                       sum(recovered_fen) AS repaid, sum(recovered_fen_days) AS fen_days
                FROM standing_grabs GROUP BY provider_id, creditor_id) f
          LEFT JOIN standing_sums s USING (provider_id, creditor_id)
          WHERE (f.completed, f.claimed, f.expected, f.recovered, f.repaid, f.fen_days) IS DISTINCT FROM
                (s.completed_cases, s.claimed_fen, s.expected_fen, s.recovered_fen, s.repaid_fen, s.repaid_fen_days)`,
  },
];
