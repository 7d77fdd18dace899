import { Injectable } from '@nestjs/common';
import type { OrganisationKind } from '../../kernel/access/index.js';
import type { Queryable } from '../../platform/database/index.js';
import { OrganisationNotVerified } from './verification.refusals.js';

/** The column key of every blind index over a party's number (credit code or resident id), so that parties compare across tables. */
export const PARTY_ID_INDEX = 'party.id_number';

/** What decides whether an organisation may post or grab, and who stands behind it. */
export interface PartyFacts {
  /** Approved, and the approval's last day has not passed (database time, China). */
  approved: boolean;
  kind: OrganisationKind;
  /** Hex of the blind indexes of its own credit code, its legal representative and its owners. */
  partyKeys: string[];
  /** Its world; null for a live one. */
  sandboxId: string | null;
}

/** An approval is good up to and including its last day in China, whatever zone the server is in. */
export const IN_FORCE = `(a.state = 'approved' AND (now() AT TIME ZONE 'Asia/Shanghai')::date <= a.valid_until)`;

const FACTS = `
  SELECT DISTINCT ON (a.organisation_id) a.organisation_id AS id, a.organisation_kind AS kind, a.sandbox_id AS "sandboxId", ${IN_FORCE} AS approved,
         ARRAY(SELECT DISTINCT encode(p.party_index, 'hex') FROM verification_parties p
                WHERE p.organisation_id = a.organisation_id) AS keys
    FROM verification_applications a
   WHERE a.organisation_id = ANY($1::uuid[])
   ORDER BY a.organisation_id, a.id DESC`;

// Only what a reviewer has accepted counts here: otherwise anyone could claim a debtor's code and tie others to it.
const BEHIND = `
  SELECT a.sandbox_id AS "sandboxId", encode(own.party_index, 'hex') AS key, encode(p.party_index, 'hex') AS behind
    FROM verification_parties own
    JOIN verification_applications a ON a.id = own.application_id AND a.state IN ('approved', 'suspended', 'expired')
    JOIN verification_parties p ON p.application_id = own.application_id
   WHERE own.role = 'organisation' AND own.party_index = ANY($1::bytea[])`;

/** A party as it is known in one world: a sandbox may use the codes of real companies, and says nothing about them. */
export function partyIn(sandboxId: string | null, index: string): string {
  return `${sandboxId ?? 'live'} ${index}`;
}

/** The front door of verification: who is approved, and who stands behind whom. Set-wise, one prepared statement each. */
@Injectable()
export class Approvals {
  /** Facts by organisation id; an organisation that never began an application is absent. */
  async factsOf(q: Queryable, organisationIds: string[]): Promise<Map<string, PartyFacts>> {
    if (organisationIds.length === 0) return new Map();
    const rows = await q.rows<Omit<PartyFacts, 'partyKeys'> & { id: string; keys: string[] }>(
      FACTS,
      [organisationIds],
      'verification.facts',
    );
    return new Map(rows.map(({ id, keys, ...facts }) => [id, { ...facts, partyKeys: keys }]));
  }

  /** For blind indexes that are credit codes of accepted organisations: the party keys of those, by `partyIn` their world. */
  async partiesIdentifiedBy(q: Queryable, indexes: Buffer[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    if (indexes.length === 0) return found;
    const rows = await q.rows<{ sandboxId: string | null; key: string; behind: string }>(
      BEHIND,
      [indexes],
      'verification.behind',
    );
    for (const { sandboxId, key, behind } of rows) {
      const party = partyIn(sandboxId, key);
      found.set(party, [...new Set([...(found.get(party) ?? []), behind])]);
    }
    return found;
  }

  /** What is known of an organisation; throws ORGANISATION_NOT_VERIFIED unless it is approved now. */
  async requireApproved(q: Queryable, organisationId: string): Promise<PartyFacts> {
    const facts = (await this.factsOf(q, [organisationId])).get(organisationId);
    if (!facts?.approved) throw new OrganisationNotVerified();
    return facts;
  }
}
