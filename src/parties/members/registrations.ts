import { Injectable } from '@nestjs/common';
import { type Actor, memberActor, type OrganisationKind } from '../../kernel/access/index.js';
import { Clock, newId } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { hashOfSecret, newOpaqueToken } from '../../platform/crypto/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { RateLimits } from '../../platform/faces/index.js';
import { type OrganisationRecord, Organisations } from '../worlds/index.js';
import { canonicalEmail, checkedEmail } from './email.policy.js';
import { Mailbox } from './mailbox.js';
import { MailTokenRepository, type MemberRecord, MemberRepository } from './member.repository.js';
import { EmailTaken } from './members.refusals.js';
import { Passwords } from './passwords.js';
import { type OpenSession, Sessions } from './sessions.js';

export type CustomerKind = Exclude<OrganisationKind, 'platform'>;

export interface NewOwner {
  email: string;
  name: string;
  password: string;
}

export interface Registered {
  readonly member: MemberRecord;
  readonly session: OpenSession;
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

  /**
   * Registers an organisation with its first owner and logs the owner in, also when the address is another member's: then it
   * is not confirmed, so the new owner cannot log in with it. Nobody learns by registering whose addresses are known.
   */
  async register(
    kind: CustomerKind,
    name: string,
    owner: NewOwner,
    address: string,
    isConfirmed: boolean,
  ): Promise<Registered> {
    const email = checkedEmail(owner.email);
    const passwordHash = await this.passwords.hashNew(owner.password, email, address);
    return this.database.transaction(async (tx) => {
      const organisation = await this.found(tx, kind, name);
      const member = await this.addOwner(tx, organisation, { ...owner, email }, passwordHash, isConfirmed);
      await this.recordRegistration(tx, organisation, member);
      const session = await this.sessions.open(tx, {
        ...member,
        organisationKind: kind,
        sandboxId: null,
        passwordHash,
      });
      return { member, session };
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
      if (await this.members.withEmail(tx, email)) throw new EmailTaken({ path: 'email' });
      const member = await this.addOwner(tx, organisation, { ...owner, email }, passwordHash, true);
      if (!existing) await this.recordRegistration(tx, organisation, member);
      const created = { kind: 'member', id: member.id };
      await this.audit.record(tx, ownerActor(organisation, member), 'member.create', created, { byCommand: true });
      return member;
    });
  }

  private found(tx: Tx, kind: OrganisationKind, name: string): Promise<OrganisationRecord> {
    return this.organisations.add(tx, newId(this.clock.millis()), kind, name.trim());
  }

  private async addOwner(
    tx: Tx,
    { id: organisationId }: OrganisationRecord,
    { email, name }: NewOwner,
    hash: string,
    isConfirmed: boolean,
  ): Promise<MemberRecord> {
    const id = newId(this.clock.millis());
    const member = { id, organisationId, email, name: name.trim(), roles: ['owner'] as const };
    const confirmed = isConfirmed ? await this.members.insertConfirmed(tx, member, hash) : undefined;
    return confirmed ?? this.members.insertUnconfirmed(tx, member, hash);
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

/** Mails to members who have joined: to confirm the address of a registration, and to set a new password. */
@Injectable()
export class PasswordMails {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly tokens: MailTokenRepository,
    private readonly mailbox: Mailbox,
  ) {}

  /** After a registration: to the mailbox goes what the answer, alike for every address, does not tell. */
  async registered(memberId: string, email: string): Promise<void> {
    const holder = await this.members.withEmail(this.database, email);
    if (holder?.id === memberId) return;
    if (holder) this.mailbox.tellTaken(email);
    else await this.send(memberId, email, 'registered');
  }

  /** Sends a token to the member with this address; does nothing, and says nothing of it, when there is none. */
  async reset(email: string): Promise<void> {
    const canonical = canonicalEmail(email);
    const member = canonical && (await this.members.toBeMailed(this.database, canonical));
    if (member) await this.send(member.id, member.email, 'reset');
  }

  private async send(memberId: string, email: string, why: 'registered' | 'reset'): Promise<void> {
    const token = newOpaqueToken();
    await this.tokens.put(this.database, memberId, hashOfSecret(token));
    this.mailbox.sendToken(email, token, why);
  }
}

/** How a customer registers by itself: a few from one network address, and what concerns the mailbox goes to it. */
@Injectable()
export class Enrolments {
  constructor(
    private readonly rates: RateLimits,
    private readonly registrations: Registrations,
    private readonly mails: PasswordMails,
    private readonly mailbox: Mailbox,
  ) {}

  async enrol(kind: CustomerKind, name: string, owner: NewOwner, address: string): Promise<OpenSession> {
    this.rates.chargeRegistration(address);
    const { member, session } = await this.registrations.register(kind, name, owner, address, !this.mailbox.isProof);
    await this.mails.registered(member.id, member.email);
    return session;
  }

  /** Sends a token for a new password; counted like a registration, because each sends a mail to somebody. */
  async resetPassword(email: string, address: string): Promise<void> {
    this.rates.chargeRegistration(address);
    await this.mails.reset(email);
  }
}
