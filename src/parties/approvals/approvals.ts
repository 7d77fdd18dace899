import { Injectable } from '@nestjs/common';
import type { OrganisationKind } from '../../kernel/access/index.js';
import type { Queryable } from '../../platform/database/index.js';
import { OrganisationNotVerified } from './approval.refusals.js';

/** The column key of every blind index over a party's number (credit code or resident id), so that parties compare across tables. */
export const PARTY_ID_INDEX = 'party.id_number';

/** Whether an organisation may post or grab, and the parties behind it. */
export interface PartyFacts {
  /** Approved, and the approval's last day has not passed (database time, China). */
  approved: boolean;
  /** Its approval was taken back for good, and it has begun no new application. */
  revoked: boolean;
  kind: OrganisationKind;
  /** Hex of the blind indexes of its own credit code, its legal representative and its owners. */
  partyKeys: string[];
  /** Its world; null for a live one. */
  sandboxId: string | null;
}

/** A party (hex of its blind index) behind the accepted organisation with the credit code `key`. */
export interface PartyBehind {
  sandboxId: string | null;
  key: string;
  behind: string;
}

/** Where approvals are stored. Verification owns the applications, so it registers itself here when it starts. */
export interface ApprovalSource {
  factsOf(q: Queryable, organisationIds: string[]): Promise<(PartyFacts & { id: string })[]>;
  partiesBehind(q: Queryable, indexes: Buffer[]): Promise<PartyBehind[]>;
}

/** The key of a party in one world: a sandbox may use the codes of real companies without a statement about them. */
export function partyIn(sandboxId: string | null, index: string): string {
  return `${sandboxId ?? 'live'} ${index}`;
}

/** Which organisations are approved, and the parties behind them. One prepared statement for many ids. */
@Injectable()
export class Approvals {
  private source: ApprovalSource | undefined;

  register(source: ApprovalSource): void {
    this.source = source;
  }

  /** Facts by organisation id; an organisation that never began an application is absent. */
  async factsOf(q: Queryable, organisationIds: string[]): Promise<Map<string, PartyFacts>> {
    if (organisationIds.length === 0) return new Map();
    const rows = await this.registered().factsOf(q, organisationIds);
    return new Map(rows.map(({ id, ...facts }) => [id, facts]));
  }

  /** For blind indexes that are credit codes of accepted organisations: the party keys of those, by `partyIn` their world. */
  async partiesIdentifiedBy(q: Queryable, indexes: Buffer[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    if (indexes.length === 0) return found;
    for (const { sandboxId, key, behind } of await this.registered().partiesBehind(q, indexes)) {
      const party = partyIn(sandboxId, key);
      found.set(party, [...new Set([...(found.get(party) ?? []), behind])]);
    }
    return found;
  }

  /** The facts of an organisation; throws ORGANISATION_NOT_VERIFIED unless it is approved now. */
  async requireApproved(q: Queryable, organisationId: string): Promise<PartyFacts> {
    const facts = (await this.factsOf(q, [organisationId])).get(organisationId);
    if (!facts?.approved) throw new OrganisationNotVerified();
    return facts;
  }

  private registered(): ApprovalSource {
    if (!this.source) throw new Error('this process has no approvals: it lacks the verification module');
    return this.source;
  }
}
