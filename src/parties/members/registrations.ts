import { Injectable } from '@nestjs/common';
import { type Actor, memberActor, type OrganisationKind } from '../../kernel/access/index.js';
import { Clock, newId } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { type OrganisationRecord, Organisations } from '../worlds/index.js';
import { checkedEmail } from './email.policy.js';
import { type MemberRecord, MemberRepository } from './member.repository.js';
import { Passwords } from './passwords.js';
import { type OpenSession, Sessions } from './sessions.js';

type CustomerKind = Exclude<OrganisationKind, 'platform'>;

export interface NewOwner {
  email: string;
  name: string;
  password: string;
}

/** How organisations are created: customers register themselves, the platform is founded by a command on the server. */
@Injectable()
export class Registrations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly members: MemberRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** Registers an organisation with its first owner and logs the owner in. */
  async register(kind: CustomerKind, name: string, owner: NewOwner, address: string): Promise<OpenSession> {
    const email = checkedEmail(owner.email);
    const passwordHash = await this.passwords.hashNew(owner.password, email, address);
    return this.database.transaction(async (tx) => {
      const organisation = await this.found(tx, kind, name);
      const member = await this.addOwner(tx, organisation, { ...owner, email }, passwordHash);
      await this.recordRegistration(tx, organisation, member);
      return this.sessions.open(tx, { ...member, organisationKind: kind, sandboxId: null, passwordHash });
    });
  }

  /** Whether the platform's organisation exists. */
  async hasPlatform(): Promise<boolean> {
    return (await this.organisations.platform(this.database)) !== undefined;
  }

  /**
   * Creates an owner of the platform. The first one founds the platform's organisation; returns `undefined` when it exists
   * and `additional` is false. Two commands at once wait for each other.
   */
  async createPlatformOwner(owner: NewOwner, additional: boolean): Promise<MemberRecord | undefined> {
    const email = checkedEmail(owner.email);
    const passwordHash = await this.passwords.hashNew(owner.password, email, 'command');
    return this.database.transaction(async (tx) => {
      await this.members.lockPlatformOwners(tx);
      const existing = await this.organisations.platform(tx);
      if (existing && !additional) return undefined;
      const organisation = existing ?? (await this.found(tx, 'platform', 'Recourse'));
      const member = await this.addOwner(tx, organisation, { ...owner, email }, passwordHash);
      if (!existing) await this.recordRegistration(tx, organisation, member);
      const created = { kind: 'member', id: member.id };
      await this.audit.record(tx, ownerActor(organisation, member), 'member.create', created, { byCommand: true });
      return member;
    });
  }

  private found(tx: Tx, kind: OrganisationKind, name: string): Promise<OrganisationRecord> {
    return this.organisations.add(tx, newId(this.clock.millis()), kind, name.trim());
  }

  private addOwner(tx: Tx, organisation: OrganisationRecord, owner: NewOwner, hash: string): Promise<MemberRecord> {
    const { email, name } = owner;
    const id = newId(this.clock.millis());
    const member = { id, organisationId: organisation.id, email, name: name.trim(), roles: ['owner'] as const };
    return this.members.insertActive(tx, member, hash);
  }

  private async recordRegistration(tx: Tx, organisation: OrganisationRecord, owner: MemberRecord): Promise<void> {
    const { id, kind } = organisation;
    const registered = { kind: 'organisation', id };
    await this.audit.record(tx, ownerActor(organisation, owner), 'organisation.register', registered, { kind });
  }
}

function ownerActor(organisation: OrganisationRecord, member: MemberRecord): Actor {
  const { id: organisationId, kind: organisationKind } = organisation;
  return memberActor({ organisationId, organisationKind, memberId: member.id, roles: member.roles, sandboxId: null });
}
