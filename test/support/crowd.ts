import { randomBytes, randomInt } from 'node:crypto';
import { Agent, request } from 'node:http';
import { newId } from '../../src/kernel/index.js';
import { newKeyText } from '../../src/parties/api-keys/key-text.js';
import { hashOfSecret } from '../../src/platform/crypto/index.js';
import { asOwner, type TestDatabase } from './database.js';

/**
 * Many providers at once. Registering and verifying a thousand of them through the API would take minutes and prove nothing
 * more, so the owner of the database writes them: organisation, approved application, quota and an API key each. Everything
 * they do afterwards goes through the public API.
 */

export interface Contender {
  /** uuid of the organisation. */
  readonly id: string;
  /** Its API key, good for the hall and grabs. */
  readonly key: string;
  readonly quota: number;
}

const SCOPES = ['self:read', 'hall:read', 'cases:read', 'grabs:read', 'grabs:write', 'standing:read'];

/** So many verified agencies, each allowed to hold `quota` cases of any size; live ones, or those of a sandbox. */
export async function aCrowd(
  database: TestDatabase,
  count: number,
  quota: number,
  sandboxId: string | null = null,
): Promise<Contender[]> {
  const mode = sandboxId === null ? 'live' : 'test';
  const crowd = Array.from({ length: count }, () => ({ id: newId(Date.now()), key: newKeyText('rk', mode), quota }));
  const ids = crowd.map(({ id }) => id);
  const many = (make: () => unknown) => crowd.map(make);
  await asOwner(
    database,
    `WITH ids AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::bytea[], $7::text[])
                    AS new (id, member_id, key_id, application_id, key_hash, code_index, email)),
       orgs AS (INSERT INTO organisations (id, kind, name, sandbox_id) SELECT id, 'agency', 'crowd ' || id, $10::uuid FROM ids),
       people AS (INSERT INTO members (id, organisation_id, email, name, roles, state, password_hash)
                  SELECT member_id, id, email, 'Crowd', '{owner}', 'active', 'none' FROM ids),
       keys AS (INSERT INTO api_keys (id, organisation_id, name, key_hash, ending, scopes, created_by)
                SELECT key_id, id, 'crowd', key_hash, '0000', $8::text[], member_id FROM ids),
       approved AS (INSERT INTO verification_applications (id, organisation_id, organisation_kind, state, facts_sealed,
                      credit_code_index, submission, submitted_at, decided_at, valid_until, sandbox_id)
                    SELECT application_id, id, 'agency', 'approved', '\\x00', code_index, 1, now(), now(), '2099-12-31', $10::uuid FROM ids),
       history AS (INSERT INTO verification_events (id, application_id, act, to_state)
                   SELECT gen_random_uuid(), application_id, 'approve', 'approved' FROM ids),
       known AS (INSERT INTO verification_parties (application_id, organisation_id, role, party_index)
                 SELECT application_id, id, 'organisation', code_index FROM ids)
     INSERT INTO provider_standings (provider_id, grade, cases_held, largest_case_fen) SELECT id, 'expert', $9, NULL FROM ids`,
    [
      ids,
      many(() => newId(Date.now())),
      many(() => newId(Date.now())),
      many(() => newId(Date.now())),
      crowd.map(({ key }) => hashOfSecret(key)),
      many(() => randomBytes(32)),
      ids.map((id) => `crowd.${id}@harbour.example`),
      SCOPES,
      quota,
      sandboxId,
    ],
  );
  return crowd;
}

/** What one attempt came to: `won`, or the code of the refusal, or `HTTP <status>` for anything that is no answer. */
export interface Attempt {
  readonly who: Contender;
  /** Public id of the case. */
  readonly caseId: string;
  readonly outcome: string;
  readonly grabId: string | undefined;
  readonly replayed: boolean;
}

const QUERY =
  'mutation ($caseId: ID!) { grabCase(caseId: $caseId) { __typename ... on Refusal { code } ... on Grab { id } } }';

/** A client with a connection for each request that is under way. */
export class Sprinter {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4_000, maxFreeSockets: 4_000 });

  constructor(private readonly urls: readonly string[]) {}

  /** Opens so many connections, so that a race is one of requests and not of handshakes. */
  async warm(connections: number): Promise<void> {
    for (let open = 0; open < connections; open += 250) {
      await Promise.all(
        Array.from({ length: Math.min(connections, open + 250) }, (_, n) =>
          this.send(this.urls[n % this.urls.length]!, 'GET', '/livez'),
        ),
      );
    }
  }

  /** One grab by GraphQL or, every other time, by REST; by turns on each of the processes. */
  async grab(who: Contender, caseId: string, n: number, idempotencyKey?: string): Promise<Attempt> {
    const url = this.urls[n % this.urls.length]!;
    const headers: Record<string, string> = { authorization: `Bearer ${who.key}` };
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
    const overRest = n % 3 === 0;
    const answer = overRest
      ? await this.send(url, 'POST', `/v1/cases/${caseId}/grab`, headers)
      : await this.send(url, 'POST', '/graphql', headers, { query: QUERY, variables: { caseId } });
    const body = overRest ? answer.body : answer.body?.data?.grabCase;
    const won = overRest ? answer.status === 201 : body?.__typename === 'Grab';
    return {
      who,
      caseId,
      outcome: won ? 'won' : (body?.code ?? `HTTP ${answer.status}`),
      grabId: won ? body.id : undefined,
      replayed: answer.replayed,
    };
  }

  close(): void {
    this.agent.destroy();
  }

  private send(url: string, method: string, path: string, headers: Record<string, string> = {}, json?: unknown) {
    const payload = json === undefined ? undefined : JSON.stringify(json);
    const all = payload ? { ...headers, 'content-type': 'application/json' } : headers;
    return new Promise<{ status: number; replayed: boolean; body: any }>((resolve, reject) => {
      const sent = request(new URL(path, url), { method, headers: all, agent: this.agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const replayed = answer.headers['idempotency-replayed'] === 'true';
          resolve({ status: answer.statusCode ?? 0, replayed, body: text.startsWith('{') ? JSON.parse(text) : text });
        });
      });
      sent.on('error', reject);
      sent.end(payload);
    });
  }
}

/** The things in an order nobody foresees. */
export function shuffled<T>(things: readonly T[]): T[] {
  const mixed = [...things];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}

/** How often each value stands in a list. */
export function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
