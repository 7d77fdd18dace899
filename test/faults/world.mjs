import { randomBytes, randomUUID } from 'node:crypto';
import { newKeyText } from '../../dist/src/parties/api-keys/key-text.js';
import { hashOfSecret } from '../../dist/src/platform/crypto/index.js';

const SCOPES = {
  creditor: ['self:read', 'cases:read', 'cases:write'],
  agency: ['self:read', 'hall:read', 'cases:read', 'grabs:read', 'grabs:write'],
};

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
        `INSERT INTO provider_standings (provider_id, grade, cases_held, largest_case_fen) VALUES ($1, 'expert', 100000, NULL)`,
        [id],
      );
    }
  }
  return made;
}
