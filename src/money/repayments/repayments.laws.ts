import type { Law } from '../../kernel/index.js';

/** What must hold between repayments, cases and commissions at any instant. */
export const repaymentLaws: Law[] = [
  {
    name: 'what a case has recovered is the sum of its confirmed repayments',
    sql: `SELECT c.id, c.recovered_fen, coalesce(r.confirmed, 0) AS confirmed_fen
          FROM cases c
          LEFT JOIN (SELECT case_id, sum(amount_fen) AS confirmed FROM repayments WHERE state = 'confirmed' GROUP BY case_id) r
            ON r.case_id = c.id
          WHERE c.recovered_fen <> coalesce(r.confirmed, 0)`,
  },
  {
    name: 'confirmed and reported repayments of a case stay within what is outstanding',
    sql: `SELECT c.id, c.outstanding_fen, r.total
          FROM cases c
          JOIN (SELECT case_id, sum(amount_fen) AS total FROM repayments WHERE state IN ('confirmed', 'reported')
                GROUP BY case_id) r ON r.case_id = c.id
          WHERE r.total > c.outstanding_fen`,
  },
  {
    name: 'each confirmed or reversed repayment has exactly one commission booking, in the same state and of its amount',
    sql: `SELECT r.id, r.state, c.state AS booking, r.amount_fen, c.repaid_fen
          FROM repayments r LEFT JOIN commissions c ON c.repayment_id = r.id
          WHERE (r.state IN ('confirmed', 'reversed')) <> (c.id IS NOT NULL)
             OR c.repaid_fen <> r.amount_fen OR c.grab_id <> r.grab_id
             OR c.state <> CASE r.state WHEN 'confirmed' THEN 'booked' ELSE 'reversed' END`,
  },
  {
    name: 'a case closed by its money is in the state its money says',
    sql: `SELECT id, state, recovered_fen, outstanding_fen FROM cases
          WHERE (state = 'recovered' AND recovered_fen < outstanding_fen)
             OR (state = 'partially_recovered' AND (recovered_fen = 0 OR recovered_fen >= outstanding_fen))
             OR (state = 'unrecovered' AND recovered_fen > 0)`,
  },
  {
    name: 'nobody holds a case that is recovered in full',
    sql: `SELECT c.id, g.id AS grab_id FROM cases c JOIN grabs g ON g.case_id = c.id AND g.state = 'active'
          WHERE c.recovered_fen >= c.outstanding_fen`,
  },
];
