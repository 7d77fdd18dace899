import type { Law } from '../../kernel/index.js';
import { FORBIDDEN_MATTERS } from '../debt/index.js';

/** What must be true of grabs, slots and cases at every moment. */
export const grabLaws: Law[] = [
  {
    name: 'at most one active grab per case',
    sql: `SELECT case_id AS offender, count(*) AS grabs FROM grabs WHERE state = 'active' GROUP BY case_id HAVING count(*) > 1`,
  },
  {
    name: 'a slot counts exactly the active grabs of its provider',
    sql: `SELECT coalesce(s.provider_id, g.provider_id) AS offender, s.held, g.active
          FROM provider_slots s
          FULL JOIN (SELECT provider_id, count(*) AS active FROM grabs WHERE state = 'active' GROUP BY provider_id) g
            ON g.provider_id = s.provider_id
          WHERE coalesce(s.held, 0) <> coalesce(g.active, 0)`,
  },
  {
    name: 'a case is held exactly while one grab on it is active',
    sql: `SELECT c.id AS offender, c.state, g.id AS grab
          FROM cases c LEFT JOIN grabs g ON g.case_id = c.id AND g.state = 'active'
          WHERE (c.state IN ('grabbed', 'in_collection')) AND g.id IS NULL
             OR (c.state NOT IN ('grabbed', 'in_collection', 'on_hold', 'in_litigation')) AND g.id IS NOT NULL`,
  },
  {
    name: 'a grab freezes rates that are rates',
    sql: `SELECT id AS offender, terms FROM grabs
          WHERE NOT ((terms->>'commissionBps')::int BETWEEN 0 AND 10000 AND (terms->>'serviceFeeBps')::int BETWEEN 0 AND 10000)`,
  },
  {
    name: 'a live disclosure belongs to a holder',
    sql: `SELECT d.id AS offender, d.case_id, d.organisation_id FROM case_disclosures d
          WHERE d.revoked_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM grabs g WHERE g.case_id = d.case_id AND g.provider_id = d.organisation_id AND g.state = 'active')`,
  },
  {
    name: 'the case and the provider of a grab belong to one sandbox',
    sql: `SELECT g.id AS offender, g.sandbox_id, c.sandbox_id AS case_in, p.sandbox_id AS provider_in
          FROM grabs g JOIN cases c ON c.id = g.case_id JOIN organisations p ON p.id = g.provider_id
          WHERE g.sandbox_id IS DISTINCT FROM c.sandbox_id OR g.sandbox_id IS DISTINCT FROM p.sandbox_id`,
  },
  {
    name: 'a close is proposed only of an accepted grab',
    sql: `SELECT id AS offender FROM grabs WHERE close_code IS NOT NULL AND accepted_at IS NULL`,
  },
  {
    name: 'a grab is frozen exactly while its case is',
    sql: `SELECT g.id AS offender, c.state, g.frozen_at FROM grabs g JOIN cases c ON c.id = g.case_id
          WHERE g.state = 'active' AND (c.state = 'on_hold') <> (g.frozen_at IS NOT NULL)`,
  },
  {
    name: 'no law firm holds a case of a matter that forbids its contingency fee',
    sql: `SELECT g.id AS offender, c.matter FROM grabs g JOIN cases c ON c.id = g.case_id
          WHERE g.state = 'active' AND g.terms->>'capKind' = 'lawyer'
            AND c.matter IN (${FORBIDDEN_MATTERS.map((matter) => `'${matter}'`).join(', ')})`,
  },
  {
    name: 'every grab was published',
    sql: `SELECT g.id AS offender FROM grabs g
          WHERE g.grabbed_at > now() - interval '6 days' AND NOT EXISTS (
            SELECT 1 FROM outbox_events e WHERE e.name = 'grab.taken.v1' AND e.payload->>'grabId' = g.id::text)`,
  },
  {
    name: 'no provider grabs again a case that it gave up',
    sql: `SELECT later.id AS offender, earlier.id AS given_back FROM grabs later
          JOIN grabs earlier ON earlier.case_id = later.case_id AND earlier.provider_id = later.provider_id
           AND (earlier.state IN ('returned', 'expired') OR earlier.state = 'completed' AND earlier.end_reason <> 'paid')
           AND later.grabbed_at > earlier.grabbed_at`,
  },
];
