import { Injectable } from '@nestjs/common';
import { type Actor, memberActor, type OrganisationKind } from '../../kernel/access/index.js';
import { Clock, newId } from '../../kernel/index.js';
import { Authenticator } from '../../platform/access/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { type OrganisationRecord, Organisations } from '../worlds/index.js';
import { Passwords } from './passwords.js';
import { TestOrganisationRepository } from './test-organisation.repository.js';

/** A new test organisation. */
export interface FoundedTest {
  organisation: OrganisationRecord;
  /** Its owner, who logs in with the password given. */
  memberId: string;
  email: string;
}

/** Test organisations: founded together for one sandbox, used like live ones in it, and closed with it. */
@Injectable()
export class TestOrganisations {
  constructor(
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly tests: TestOrganisationRepository,
    private readonly passwords: Passwords,
    private readonly authenticator: Authenticator,
  ) {}

  /** The hash of the password of test members; a weak one is refused as usual. Slow: never call it in a transaction. */
  hashOf(password: string): Promise<string> {
    return this.passwords.hashNew(password, 'sandbox@sandbox.invalid', 'inside');
  }

  /** Founds one test organisation with its owner. */
  async found(
    tx: Tx,
    sandboxId: string,
    kind: OrganisationKind,
    name: string,
    passwordHash: string | null,
  ): Promise<FoundedTest> {
    const organisation = await this.organisations.add(tx, this.id(), kind, name, sandboxId);
    const memberId = this.id();
    // `.invalid` (RFC 2606): no mail can be sent there. The organisation's id keeps it unique.
    const email = `owner@${organisation.id}.invalid`;
    const roles = kind === 'platform' ? (['owner', 'reviewer'] as const) : (['owner'] as const);
    const hash = kind === 'platform' ? null : passwordHash;
    const member = { id: memberId, organisationId: organisation.id, email, name: 'Sandbox', roles };
    await this.tests.insertMember(tx, { ...member, passwordHash: hash });
    return { organisation, memberId, email };
  }

  /** The organisations of a sandbox without its hidden platform. */
  async of(q: Queryable, sandboxId: string): Promise<OrganisationRecord[]> {
    return (await this.organisations.ofSandbox(q, sandboxId)).filter(({ kind }) => kind !== 'platform');
  }

  /** The reviewer of a sandbox: the one member of its platform, which cannot log in. */
  async reviewerOf(q: Queryable, sandboxId: string): Promise<Actor> {
    const found = await this.tests.platformOf(q, sandboxId);
    if (!found) throw new Error(`sandbox ${sandboxId} has no platform`);
    return memberActor({ ...found, organisationKind: 'platform', roles: ['owner', 'reviewer'], sandboxId });
  }

  /** Ends all access of the members of these organisations. */
  async close(tx: Tx, organisationIds: readonly string[]): Promise<void> {
    await this.tests.deactivateMembers(tx, organisationIds);
    tx.afterCommit(() => this.authenticator.forget((known) => organisationIds.includes(known.organisationId)));
  }

  private id(): string {
    return newId(this.clock.millis());
  }
}
