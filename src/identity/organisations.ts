import { Injectable } from '@nestjs/common';
import type { Queryable } from '../platform/database/index.js';
import { type OrganisationRecord, OrganisationRepository } from './organisation.repository.js';

/** Organisations as other modules meet them: by id, for kinds and names. */
@Injectable()
export class Organisations {
  constructor(private readonly organisations: OrganisationRepository) {}

  get(q: Queryable, id: string): Promise<OrganisationRecord | undefined> {
    return this.organisations.byId(q, id);
  }

  /** The organisation that runs the marketplace and earns its fees; none before its first owner is created. */
  platform(q: Queryable): Promise<OrganisationRecord | undefined> {
    return this.organisations.firstOfKind(q, 'platform');
  }

  /** By id; ids that do not exist are absent. */
  async organisationsByIds(q: Queryable, ids: readonly string[]): Promise<Map<string, OrganisationRecord>> {
    if (ids.length === 0) return new Map();
    const found = await this.organisations.byIds(q, [...new Set(ids)]);
    return new Map(found.map((organisation) => [organisation.id, organisation]));
  }

  /** The sandbox each of these belongs to; null for a live one. */
  sandboxesOf(q: Queryable, ids: readonly string[]): Promise<Map<string, string | null>> {
    return this.organisations.sandboxes(q, [...new Set(ids)]);
  }
}
