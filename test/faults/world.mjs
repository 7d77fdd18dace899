import { randomBytes, randomUUID } from 'node:crypto';
import { newKeyText } from '../../dist/src/parties/api-keys/key-text.js';
import { hashOfSecret } from '../../dist/src/platform/crypto/index.js';

const BOTH = [
  ...['self:read', 'cases:read', 'grabs:read', 'collection:read', 'statements:read', 'standing:read', 'verification:read'],
  ...['repayments:read', 'repayments:write', 'files:write', 'webhooks:read', 'webhooks:write'],
];
const SCOPES = {
  creditor: [...BOTH, 'cases:write'],
  agency: [...BOTH, 'hall:read', 'grabs:write'],
};
const ROOM = { casesHeld: 10_000, largestCaseFen: null };
/**
 * Figures that let a run be short: no rate of grabs, room for every case, returns without a price, webhooks tried again within
 * seconds, a close that asks for no activity.
 */
const POLICIES = {
  grabs: { burst: 100_000, ratePerSecond: 10_000 },
  webhooks: { retrySeconds: [1, 2, 2, 3, 3, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5], timeoutMs: 1_000, slowMs: 800, attemptsPerOrganisation: 24 },
  standing: {
    penaltySteps: [0],
    suspension: { ends: 10_000, hours: 0 },
    grades: { junior: ROOM, middle: ROOM, senior: ROOM, expert: ROOM },
  },
  closings: { work: { partially_paid: { least: 0, kinds: ['call'] } } },
};

/** The platform and its policies. */
export async function thePlatform(owner) {
  for (const [name, value] of Object.entries(POLICIES)) {
    await owner.query('INSERT INTO policies (name, version, value) VALUES ($1, 1, $2)', [name, value]);
  }
  // Its books take the fee of every commission.
  await owner.query(`INSERT INTO organisations (id, kind, name) VALUES ($1, 'platform', 'faults')`, [randomUUID()]);
}

/** Verified organisations with an API key each, written as registration and review would have left them. */
export async function organisations(owner, kind, count) {
  const made = Array.from({ length: count }, () => ({ id: randomUUID(), key: newKeyText('rk', 'live'), kind }));
  for (const { id, key } of made) {
    const member = randomUUID();
    const application = randomUUID();
    const code = randomBytes(32);
    await owner.query('INSERT INTO organisations (id, kind, name) VALUES ($1, $2, $3)', [id, kind, `faults ${id}`]);
    await owner.query(
      `INSERT INTO members (id, organisation_id, email, name, roles, state, password_hash) VALUES ($1, $2, $3, 'Faults', '{owner}', 'active', 'none')`,
      [member, id, `faults.${id}@harbour.example`],
    );
    await owner.query(
      `INSERT INTO api_keys (id, organisation_id, name, key_hash, ending, scopes, created_by) VALUES ($1, $2, 'faults', $3, '0000', $4, $5)`,
      [randomUUID(), id, hashOfSecret(key), SCOPES[kind], member],
    );
    await owner.query(
      `INSERT INTO verification_applications (id, organisation_id, organisation_kind, state, facts_sealed, credit_code_index,
         submission, submitted_at, decided_at, valid_until) VALUES ($1, $2, $3, 'approved', '\\x00', $4, 1, now(), now(), '2099-12-31')`,
      [application, id, kind, code],
    );
    await owner.query(
      `INSERT INTO verification_events (id, application_id, act, to_state) VALUES (gen_random_uuid(), $1, 'approve', 'approved')`,
      [application],
    );
    await owner.query(
      `INSERT INTO verification_parties (application_id, organisation_id, role, party_index) VALUES ($1, $2, 'organisation', $3)`,
      [application, id, code],
    );
    if (kind === 'agency') {
      await owner.query(
        `INSERT INTO provider_standings (provider_id, grade, cases_held, largest_case_fen) VALUES ($1, 'junior', 10000, NULL)`,
        [id],
      );
    }
  }
  return made;
}

/** Every organisation has its events sent to the sink. */
export async function hookUp(app, sink, everybody) {
  for (const organisation of everybody) {
    const answer = await fetch(`${app.url}/v1/webhook-endpoints`, {
      method: 'POST',
      headers: { authorization: `Bearer ${organisation.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url: sink.urlFor(organisation), types: [] }),
    });
    if (answer.status !== 201) throw new Error(`webhook endpoint: ${answer.status} ${await answer.text()}`);
  }
}
