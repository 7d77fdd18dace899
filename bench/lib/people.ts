import type { OrganisationKind } from '../../src/kernel/access/index.js';
import { SystemClock } from '../../src/kernel/index.js';
import { AccessTokens } from '../../src/parties/members/access-token.js';
import type { Ground } from './ground.js';

/** A verified organisation with one member who is logged in. */
export interface Person {
  readonly organisationId: string;
  readonly memberId: string;
  readonly sessionId: string;
  readonly kind: OrganisationKind;
}

// Registration hashes passwords, so hundreds of organisations through the API would take minutes: these are the same rows.
const ORGANISATIONS = `
  WITH made AS (
    INSERT INTO organisations (id, kind, name)
    SELECT gen_random_uuid(), $1, 'Bench ' || $1 || ' ' || n FROM generate_series(1, $2::int) n
    RETURNING id
  ), owners AS (
    INSERT INTO members (id, organisation_id, email, name, roles, state, password_hash)
    SELECT gen_random_uuid(), id, id || '@bench.example', 'Owner', '{owner}', 'active', 'cannot log in' FROM made
    RETURNING id, organisation_id
  ), opened AS (
    INSERT INTO sessions (id, member_id, expires_at)
    SELECT gen_random_uuid(), id, now() + interval '1 day' FROM owners
    RETURNING id, member_id
  )
  SELECT o.organisation_id AS "organisationId", o.id AS "memberId", s.id AS "sessionId", $1::text AS kind
  FROM owners o JOIN opened s ON s.member_id = o.id`;

// Approved for a year; each with its own credit code and legal representative, so that nobody is anybody's related party.
const APPROVALS = `
  WITH approved AS (
    INSERT INTO verification_applications (id, organisation_id, organisation_kind, state, business_name, facts_sealed,
      credit_code_index, submission, submitted_at, decided_at, valid_until)
    SELECT gen_random_uuid(), id, $2, 'approved', 'Bench', '\\x00', sha256(('organisation' || id)::bytea), 1, now(), now(),
      current_date + 365
    FROM unnest($1::uuid[]) AS id
    RETURNING id, organisation_id
  ), history AS (
    INSERT INTO verification_events (id, application_id, act, from_state, to_state)
    SELECT gen_random_uuid(), a.id, act, before, after FROM approved a, unnest(
      ARRAY['verification.begin', 'verification.submit', 'verification.claim', 'verification.approve'],
      ARRAY[NULL, 'draft', 'submitted', 'in_review'], ARRAY['draft', 'submitted', 'in_review', 'approved']) AS s (act, before, after)
  )
  INSERT INTO verification_parties (application_id, organisation_id, role, party_index)
  SELECT a.id, a.organisation_id, role, sha256((role || a.organisation_id)::bytea)
  FROM approved a, unnest(ARRAY['organisation', 'legal_representative']) AS role`;

/** So many verified organisations of a kind, written by the tables' owner as registration and review would have. */
export async function verified(ground: Ground, kind: OrganisationKind, count: number): Promise<Person[]> {
  const people = await ground.owner<Person>(ORGANISATIONS, [kind, count]);
  await ground.owner(APPROVALS, [people.map((one) => one.organisationId), kind]);
  return people;
}

/** Access tokens by the application's own signer and key. They live ten minutes, so each round gets fresh ones. */
export function tokensFor(ground: Ground, people: readonly Person[]): Promise<string[]> {
  const signer = new AccessTokens(ground.config, new SystemClock());
  return Promise.all(
    people.map(async ({ organisationId, kind, memberId, sessionId }) => {
      const holder = { organisationId, organisationKind: kind, sandboxId: null, memberId, sessionId };
      return (await signer.issue({ ...holder, roles: ['owner'] })).token;
    }),
  );
}
