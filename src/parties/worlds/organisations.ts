import { Injectable } from '@nestjs/common';
import type { OrganisationKind } from '../../kernel/access/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { type OrganisationRecord, OrganisationRepository, type World } from './organisation.repository.js';

/** Organisations for other modules: their kinds, names and worlds. */
@Injectable()
export class Organisations {
  constructor(private readonly organisations: OrganisationRepository) {}

  get(q: Queryable, id: string): Promise<OrganisationRecord | undefined> {
    return this.organisations.byId(q, id);
  }

  /** The organisation that runs the live marketplace and earns its fees; none before its first owner is created. */
  platform(q: Queryable): Promise<OrganisationRecord | undefined> {
    return this.organisations.firstOfKind(q, 'platform');
  }

  /** Adds an organisation; to a sandbox when one is given, else to the live world. */
  add(
    tx: Tx,
    id: string,
    kind: OrganisationKind,
    name: string,
    sandboxId: string | null = null,
  ): Promise<OrganisationRecord> {
    return this.organisations.insert(tx, id, kind, name, sandboxId);
  }

  /** The organisations of a sandbox, its hidden platform included. */
  ofSandbox(q: Queryable, sandboxId: string): Promise<OrganisationRecord[]> {
    return this.organisations.ofSandbox(q, sandboxId);
  }

  /** Makes changes that count an organisation's members, keys or clients wait for each other. First in the lock order. */
  lock(tx: Tx, id: string): Promise<void> {
    return this.organisations.lock(tx, id);
  }

  /** The world an organisation belongs to: the live one, or one sandbox. */
  worldOf(q: Queryable, id: string): Promise<World | undefined> {
    return this.organisations.worldOf(q, id);
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
