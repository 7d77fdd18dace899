import type { Law } from '../../kernel/index.js';

/** What must be true of cases, the hall and their history at every moment. */
export const caseLaws: Law[] = [
  {
    name: 'a case is in the hall exactly while it is listed',
    sql: `SELECT coalesce(c.id, h.case_id) AS offender, c.state, h.listed_at
          FROM (SELECT * FROM cases WHERE state = 'listed') c FULL JOIN hall_listings h ON h.case_id = c.id
          WHERE c.id IS NULL OR h.case_id IS NULL`,
  },
  {
    name: 'the hall shows what is left to recover',
    sql: `SELECT c.id AS offender, h.amount_fen, c.outstanding_fen, c.recovered_fen
          FROM hall_listings h JOIN cases c ON c.id = h.case_id
          WHERE h.amount_fen <> c.outstanding_fen - c.recovered_fen OR h.amount_fen <= 0`,
  },
  {
    name: 'the figures of a case are the sums of its open lines',
    sql: `SELECT c.id AS offender, c.principal_fen, c.penalty_fen, c.paid_fen, c.outstanding_fen, c.due_on, l.*
          FROM cases c LEFT JOIN LATERAL (
            SELECT sum(principal_fen) AS principal, sum(penalty_fen) AS penalty, sum(paid_fen) AS paid,
              min(due_on) FILTER (WHERE principal_fen + penalty_fen > paid_fen) AS due
            FROM case_lines WHERE case_id = c.id AND withdrawn_at IS NULL) l ON true
          WHERE (c.principal_fen, c.penalty_fen, c.paid_fen, c.outstanding_fen, c.due_on)
            IS DISTINCT FROM (l.principal, l.penalty, l.paid, l.principal + l.penalty - l.paid, l.due)`,
  },
  {
    name: 'the limitation period of a case is that of one of its lines',
    sql: `SELECT c.id AS offender, c.limitation_expires_on FROM cases c
          WHERE NOT EXISTS (SELECT 1 FROM case_lines l WHERE l.case_id = c.id AND l.withdrawn_at IS NULL
            AND l.limitation_expires_on = c.limitation_expires_on)`,
  },
  {
    name: 'the history of a case ends in its state, without a gap',
    sql: `SELECT e.case_id AS offender, e.act, e.from_state, e.before, e.to_state, c.state
          FROM (SELECT *, lag(to_state) OVER w AS before, lead(id) OVER w AS later FROM case_events
                WINDOW w AS (PARTITION BY case_id ORDER BY seq)) e JOIN cases c ON c.id = e.case_id
          WHERE e.from_state IS DISTINCT FROM e.before OR (e.later IS NULL AND e.to_state <> c.state)`,
  },
  {
    name: 'every case has a history',
    sql: `SELECT c.id AS offender, c.state FROM cases c
          WHERE NOT EXISTS (SELECT 1 FROM case_events e WHERE e.case_id = c.id)`,
  },
  {
    name: 'a closed case says why and when',
    sql: `SELECT id AS offender, state, close_code, closed_at FROM cases
          WHERE (state IN ('recovered', 'partially_recovered', 'unrecovered', 'withdrawn'))
             <> (close_code IS NOT NULL AND closed_at IS NOT NULL)`,
  },
  {
    name: 'nothing is disclosed of a case that no provider holds',
    sql: `SELECT d.id AS offender, c.id AS case_id, c.state FROM case_disclosures d JOIN cases c ON c.id = d.case_id
          WHERE d.revoked_at IS NULL AND c.state NOT IN ('grabbed', 'in_collection', 'on_hold', 'in_litigation')`,
  },
  {
    name: 'a case and its listing belong to the sandbox of its creditor',
    sql: `SELECT c.id AS offender, c.sandbox_id, h.sandbox_id AS listed_in, o.sandbox_id AS creditor_in
          FROM cases c JOIN organisations o ON o.id = c.creditor_id LEFT JOIN hall_listings h ON h.case_id = c.id
          WHERE c.sandbox_id IS DISTINCT FROM o.sandbox_id
             OR (h.case_id IS NOT NULL AND h.sandbox_id IS DISTINCT FROM c.sandbox_id)`,
  },
  {
    name: 'every case was announced',
    sql: `SELECT c.id AS offender FROM cases c
          WHERE c.created_at > now() - interval '6 days' AND NOT EXISTS (
            SELECT 1 FROM outbox_events e, jsonb_array_elements(e.payload->'cases') AS posted
            WHERE e.name = 'cases.posted.v1' AND posted->>'caseId' = c.id::text)`,
  },
];
