import type { Law } from '../../kernel/index.js';

/** What must hold of webhooks at any instant. */
export const webhookLaws: Law[] = [
  {
    name: 'an organisation’s event is delivered to its own endpoints and in its own world only',
    sql: `SELECT d.id, e.organisation_id, f.organisation_id AS event_of, e.sandbox_id, f.sandbox_id AS event_in
            FROM webhook_deliveries d
            JOIN webhook_endpoints e ON e.id = d.endpoint_id
            JOIN feed_events f ON f.event_id = d.message_id
           WHERE (f.organisation_id IS NOT NULL AND f.organisation_id <> e.organisation_id)
              OR f.sandbox_id IS DISTINCT FROM e.sandbox_id`,
  },
  {
    name: 'what the hall hears is delivered to providers that asked for it, what reviewers hear to the platform',
    sql: `SELECT d.id, e.organisation_kind, f.audience
            FROM webhook_deliveries d
            JOIN webhook_endpoints e ON e.id = d.endpoint_id
            JOIN feed_events f ON f.event_id = d.message_id
           WHERE (f.audience = 'hall' AND e.organisation_kind NOT IN ('agency', 'law_firm'))
              OR (f.audience = 'review' AND e.organisation_kind <> 'platform')`,
  },
  {
    name: 'a delivered webhook has an attempt that was answered with 2xx',
    sql: `SELECT d.id FROM webhook_deliveries d
           WHERE d.state = 'delivered' AND NOT EXISTS (SELECT FROM webhook_attempts a
             WHERE a.delivery_id = d.id AND a.error IS NULL AND a.status BETWEEN 200 AND 299)`,
  },
];
