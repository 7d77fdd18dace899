import { Injectable } from '@nestjs/common';
import type { OrganisationKind } from '../../kernel/access/index.js';
import type { Queryable } from '../../platform/database/index.js';
import { OrganisationNotVerified } from './approval.refusals.js';

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

/** That a party (hex of its blind index) stands behind the accepted organisation with the credit code `key`. */
export interface PartyBehind {
  sandboxId: string | null;
  key: string;
  behind: string;
}

/** Where approvals are kept. Verification owns the applications, so it answers, and registers itself when it starts. */
export interface ApprovalSource {
  factsOf(q: Queryable, organisationIds: string[]): Promise<(PartyFacts & { id: string })[]>;
  partiesBehind(q: Queryable, indexes: Buffer[]): Promise<PartyBehind[]>;
}

/** A party as it is known in one world: a sandbox may use the codes of real companies, and says nothing about them. */
export function partyIn(sandboxId: string | null, index: string): string {
  return `${sandboxId ?? 'live'} ${index}`;
}

/** Who is approved, and who stands behind whom. Set-wise: one prepared statement each. */
@Injectable()
export class Approvals {
  private source: ApprovalSource | undefined;

  register(source: ApprovalSource): void {
    this.source = source;
  }

  /** Facts by organisation id; an organisation that never began an application is absent. */
  async factsOf(q: Queryable, organisationIds: string[]): Promise<Map<string, PartyFacts>> {
    if (organisationIds.length === 0) return new Map();
    const rows = await this.kept().factsOf(q, organisationIds);
    return new Map(rows.map(({ id, ...facts }) => [id, facts]));
  }

  /** For blind indexes that are credit codes of accepted organisations: the party keys of those, by `partyIn` their world. */
  async partiesIdentifiedBy(q: Queryable, indexes: Buffer[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    if (indexes.length === 0) return found;
    for (const { sandboxId, key, behind } of await this.kept().partiesBehind(q, indexes)) {
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

  private kept(): ApprovalSource {
    if (!this.source) throw new Error('this process has no approvals: it lacks the verification module');
    return this.source;
  }
}
