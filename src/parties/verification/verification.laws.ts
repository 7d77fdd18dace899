import type { Law } from '../../kernel/index.js';

/** The laws of applications, their history and parties. */
export const verificationLaws: Law[] = [
  {
    name: 'an organisation has at most one application that has not ended',
    sql: `SELECT organisation_id AS offender, count(*) AS live FROM verification_applications
           WHERE state NOT IN ('expired', 'revoked') GROUP BY organisation_id HAVING count(*) > 1`,
  },
  {
    name: 'a credit code is approved for one organisation of a world only',
    sql: `SELECT min(id::text) AS offender, count(*) AS approved FROM verification_applications
           WHERE state IN ('approved', 'suspended') GROUP BY credit_code_index, sandbox_id HAVING count(*) > 1`,
  },
  {
    // Entered minus left, per state: independent of whose clock dated which step.
    name: 'the history of an application leads to its state',
    sql: `SELECT a.id AS offender, a.state, s.state AS counted, coalesce(s.inside, 0) AS inside
            FROM verification_applications a
            LEFT JOIN (SELECT application_id, state, sum(step) AS inside FROM (
                         SELECT application_id, to_state AS state, 1 AS step FROM verification_events
                         UNION ALL SELECT application_id, from_state, -1 FROM verification_events WHERE from_state IS NOT NULL
                       ) steps GROUP BY application_id, state) s ON s.application_id = a.id
           WHERE coalesce(s.inside, 0) <> CASE WHEN s.state = a.state THEN 1 ELSE 0 END OR s.state IS NULL`,
  },
  {
    name: 'an application lives in the world of its organisation',
    sql: `SELECT a.id AS offender, a.sandbox_id, o.sandbox_id AS organisation_in
            FROM verification_applications a JOIN organisations o ON o.id = a.organisation_id
           WHERE a.sandbox_id IS DISTINCT FROM o.sandbox_id`,
  },
  {
    name: 'an approved organisation is a party by its own credit code',
    sql: `SELECT a.id AS offender, a.state FROM verification_applications a
           WHERE a.state IN ('approved', 'suspended', 'expired') AND NOT EXISTS (
             SELECT 1 FROM verification_parties p WHERE p.application_id = a.id AND p.role = 'organisation'
                AND p.party_index = a.credit_code_index)`,
  },
  {
    name: 'every document of an application is a file of its organisation',
    sql: `SELECT d.id AS offender, d.application_id, f.organisation_id FROM verification_documents d
            JOIN verification_applications a ON a.id = d.application_id
            JOIN files f ON f.id = d.file_id WHERE f.organisation_id <> a.organisation_id`,
  },
];
