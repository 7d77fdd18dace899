import { setTimeout as pause } from 'node:timers/promises';
import { breachesIn } from '../../dist/src/commands/laws.js';
import { parsePublicId, publicId } from '../../dist/src/kernel/index.js';

/** Where each acknowledged act must be found, by the id of its answer. */
const FOUND = {
  posted: ['case', 'SELECT id FROM cases WHERE id = ANY ($1)'],
  imported: ['batch', `SELECT id FROM case_batches WHERE id = ANY ($1) AND state = 'completed' AND processed_rows = total_rows AND admitted_rows = total_rows`],
  uploaded: ['file', 'SELECT id FROM files WHERE id = ANY ($1)'],
  grabbed: ['grab', 'SELECT id FROM grabs WHERE id = ANY ($1)'],
  accepted: ['grab', 'SELECT id FROM grabs WHERE id = ANY ($1) AND accepted_at IS NOT NULL'],
  returned: ['grab', `SELECT id FROM grabs WHERE id = ANY ($1) AND state = 'returned'`],
  completed: ['grab', 'SELECT id FROM grabs WHERE id = ANY ($1) AND close_code IS NOT NULL'],
  reported: ['repayment', 'SELECT id FROM repayments WHERE id = ANY ($1)'],
  confirmed: ['repayment', `SELECT id FROM repayments WHERE id = ANY ($1) AND confirmed_at IS NOT NULL`],
  reversed: ['repayment', `SELECT id FROM repayments WHERE id = ANY ($1) AND state = 'reversed'`],
};
/** What was done although nobody was told: after everything was asked again with its key there is no such thing. */
const UNTOLD = {
  posted: ['case', `SELECT id FROM cases WHERE batch_id IS NULL AND id <> ALL ($1)`],
  imported: ['batch', 'SELECT id FROM case_batches WHERE id <> ALL ($1)'],
  grabbed: ['grab', 'SELECT id FROM grabs WHERE id <> ALL ($1)'],
  accepted: ['grab', 'SELECT id FROM grabs WHERE accepted_at IS NOT NULL AND id <> ALL ($1)'],
  returned: ['grab', `SELECT id FROM grabs WHERE state = 'returned' AND id <> ALL ($1)`],
  completed: ['grab', 'SELECT id FROM grabs WHERE close_code IS NOT NULL AND id <> ALL ($1)'],
  reported: ['repayment', 'SELECT id FROM repayments WHERE id <> ALL ($1)'],
  confirmed: ['repayment', 'SELECT id FROM repayments WHERE confirmed_at IS NOT NULL AND id <> ALL ($1)'],
  reversed: ['repayment', `SELECT id FROM repayments WHERE state = 'reversed' AND id <> ALL ($1)`],
};

/** What differs between the database and what the clients were told. */
export async function differences({ owner }, told) {
  const found = [];
  const idsOf = (kind, entity) => told[kind].map(({ id }) => parsePublicId(entity, id));
  for (const [kind, [entity, sql]] of Object.entries(FOUND)) {
    const ids = idsOf(kind, entity);
    const there = new Set((await owner.query(sql, [ids])).rows.map(({ id }) => id));
    for (const id of ids) if (!there.has(id)) found.push(`lost: ${kind} ${id}`);
  }
  for (const [kind, [entity, sql]] of Object.entries(UNTOLD)) {
    for (const { id } of (await owner.query(sql, [idsOf(kind, entity)])).rows) found.push(`nobody was told: ${kind} ${id}`);
  }
  const twice = await owner.query(`SELECT case_id FROM grabs WHERE state = 'active' GROUP BY 1 HAVING count(*) > 1`);
  for (const { case_id: id } of twice.rows) found.push(`held twice: ${id}`);
  const again = await owner.query('SELECT external_ref AS ref FROM cases GROUP BY creditor_id, external_ref HAVING count(*) > 1');
  for (const { ref } of again.rows) found.push(`posted twice: ${ref}`);
  return found;
}

/** Waits until nothing is left to do, and tells what is left when that takes too long. */
export async function settle(bench, patienceMs) {
  await endLeases(bench);
  const began = performance.now();
  for (;;) {
    const left = await leftToDo(bench);
    const quietMs = performance.now() - began;
    if (left.length === 0) return { quietMs, left };
    if (quietMs > patienceMs) return { quietMs, left };
    await pause(250);
  }
}

/** Whoever held one may have been killed. Its lease would end by itself within a minute, which a run does not wait for. */
async function endLeases({ owner }) {
  await owner.query('UPDATE sweeps SET lease_until = now() WHERE lease_until > now()');
  await owner.query(`UPDATE outbox_events SET lease_until = now() WHERE state = 'claimed'`);
  await owner.query(`UPDATE case_batches SET touched_at = now() - interval '10 minutes' WHERE state = 'processing'`);
  await owner.query(
    `UPDATE webhook_deliveries SET next_attempt_at = now() WHERE state = 'pending' AND lease IS NOT NULL AND next_attempt_at > now() + interval '2 seconds'`,
  );
}

async function leftToDo({ owner, sink, everybody }) {
  const left = [];
  const { rows } = await owner.query(
    `SELECT (SELECT count(*)::int FROM outbox_events WHERE state IN ('pending', 'claimed')) AS outbox,
            (SELECT count(*)::int FROM case_batches WHERE state IN ('received', 'processing')) AS imports,
            (SELECT count(*)::int FROM webhook_deliveries WHERE state = 'pending') AS webhooks,
            (SELECT count(*)::int FROM webhook_deliveries WHERE state NOT IN ('pending', 'delivered')) AS "webhooks given up",
            (SELECT count(*)::int FROM outbox_events WHERE state = 'dead') AS "dead events"`,
  );
  for (const [what, count] of Object.entries(rows[0])) if (count > 0) left.push(`${count} ${what}`);
  const byId = new Map(everybody.map((organisation) => [organisation.id, organisation]));
  const events = await owner.query('SELECT event_id AS id, organisation_id AS "organisationId" FROM feed_events WHERE organisation_id = ANY ($1)', [[...byId.keys()]]);
  const missing = events.rows.filter(({ id, organisationId }) => !sink.has(byId.get(organisationId), publicId('event', id)));
  if (missing.length > 0) left.push(`${missing.length} events not at the sink`);
  return left;
}

/** Every act must have led to the event that tells its creditor of it. */
const TELLS = { posted: 'case.posted', grabbed: 'grab.taken', reported: 'repayment.reported', confirmed: 'repayment.confirmed', reversed: 'repayment.reversed' };
const NAMED = { posted: 'caseId', grabbed: 'grabId', reported: 'repaymentId', confirmed: 'repaymentId', reversed: 'repaymentId' };

export async function untold({ owner }, told) {
  const found = [];
  for (const [kind, type] of Object.entries(TELLS)) {
    const { rows } = await owner.query('SELECT DISTINCT data->>$2 AS id FROM feed_events WHERE type = $1', [type, NAMED[kind]]);
    const there = new Set(rows.map(({ id }) => id));
    const missing = told[kind].filter(({ id }) => !there.has(id));
    if (missing.length > 0) found.push(`${missing.length} ${kind} without ${type}`);
  }
  return found;
}

export async function brokenLaws({ ownerUrl }) {
  return (await breachesIn(ownerUrl)).map(({ law }) => `law: ${law}`);
}
