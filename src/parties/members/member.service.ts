import { Injectable } from '@nestjs/common';
import { MemberDeactivated, MemberJoined, MemberRolesChanged } from '../../events/identity.events.js';
import type { Actor, Role } from '../../kernel/access/index.js';
import { rolesFrom, rolesOf } from '../../kernel/access/index.js';
import {
  Clock,
  checkFirst,
  InvalidInput,
  NotFound,
  newId,
  type Page,
  pageOf,
  positionOf,
  WrongState,
} from '../../kernel/index.js';
import { Authenticator } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Organisations } from '../worlds/index.js';
import { type MemberRecord, MemberRepository } from './member.repository.js';
import { EmailTaken, InvitationRefused, LastOwner, TooManyMembers } from './members.refusals.js';
import { Passwords } from './passwords.js';
import { checkedEmail } from './registration.service.js';
import { hashOfSecret, looksOpaque, newOpaqueToken } from './secrets.js';
import { SessionRepository } from './session.repository.js';
import { type OpenSession, SessionService } from './session.service.js';

export const MEMBERS_MAX = 500;

export interface Invitation {
  member: MemberRecord;
  /** Shown once; whoever brings it sets the member's password. */
  token: string;
  expiresAt: Date;
}

/** The people of an organisation, as its owners manage them. */
@Injectable()
export class MemberService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MemberRepository,
    private readonly organisations: Organisations,
    private readonly sessions: SessionRepository,
    private readonly sessionService: SessionService,
    private readonly passwords: Passwords,
    private readonly authenticator: Authenticator,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, first: number, after?: string | null): Promise<Page<MemberRecord>> {
    checkFirst(first);
    const afterId = after ? uuidOf(positionOf(after, 1)[0]) : null;
    const rows = await this.members.list(this.database, actor, first + 1, afterId);
    return pageOf(rows, first, (row) => [row.id]);
  }

  count(actor: Actor): Promise<number> {
    return this.members.count(this.database, actor.organisationId);
  }

  /** Invites somebody, or once more one whose invitation lapsed or who was deactivated. The token is answered once. */
  invite(actor: Actor, email: string, name: string, asked: readonly string[]): Promise<Invitation> {
    const address = checkedEmail(email);
    const roles = this.checkedRoles(actor, asked);
    return this.database.transaction(async (tx) => {
      await this.organisations.lock(tx, actor.organisationId);
      if ((await this.members.count(tx, actor.organisationId)) >= MEMBERS_MAX) {
        throw new TooManyMembers({ details: { limit: MEMBERS_MAX } });
      }
      const token = newOpaqueToken();
      const { organisationId } = actor;
      const member = { id: newId(this.clock.millis()), organisationId, email: address, name: name.trim(), roles };
      const invited = await this.members.invite(tx, member, hashOfSecret(token));
      if (!invited) throw new EmailTaken({ path: 'email' });
      await this.note(tx, actor, 'member.invite', invited);
      return { member: invited, token, expiresAt: invited.expiresAt };
    });
  }

  /** Exchanges an invitation for a password and a session. */
  async acceptInvitation(token: string, password: string): Promise<OpenSession> {
    const hash = hashOfSecret(token);
    const invited = looksOpaque(token) ? await this.members.invited(this.database, hash) : undefined;
    if (!invited) throw new InvitationRefused({ path: 'token' });
    const passwordHash = await this.passwords.hashNew(password, invited.email);
    return this.database.transaction(async (tx) => {
      const member = await this.members.accept(tx, hash, passwordHash);
      if (!member) throw new InvitationRefused({ path: 'token' });
      const { organisationId, roles, id: memberId } = member;
      await this.outbox.publish(tx, MemberJoined, { organisationId, memberId, roles });
      return this.sessionService.open(tx, { ...invited, ...member, passwordHash });
    });
  }

  /** Replaces a member's roles. In force at once here, within five seconds in other processes. */
  changeRoles(actor: Actor, memberId: string, asked: readonly string[]): Promise<MemberRecord> {
    const roles = this.checkedRoles(actor, asked);
    return this.database.transaction(async (tx) => {
      await this.lockedMember(tx, actor, memberId, !roles.includes('owner'));
      const changed = await this.members.setRoles(tx, memberId, roles);
      if (!changed) throw new WrongState({ path: 'memberId', details: { state: 'deactivated' } });
      await this.note(tx, actor, 'member.change-roles', changed);
      await this.outbox.publish(tx, MemberRolesChanged, { organisationId: actor.organisationId, memberId, roles });
      tx.afterCommit(() => this.authenticator.forget((known) => known.memberId === memberId));
      return changed;
    });
  }

  /** Ends a member's access: no login, every session over. API keys belong to the organisation and stay. */
  deactivate(actor: Actor, memberId: string): Promise<MemberRecord> {
    return this.database.transaction(async (tx) => {
      const member = await this.lockedMember(tx, actor, memberId, true);
      const deactivated = await this.members.deactivate(tx, memberId);
      if (!deactivated) return member;
      await this.sessions.revokeAll(tx, memberId, 'deactivated');
      await this.note(tx, actor, 'member.deactivate', deactivated);
      await this.outbox.publish(tx, MemberDeactivated, { organisationId: actor.organisationId, memberId });
      tx.afterCommit(() => this.authenticator.forget((known) => known.memberId === memberId));
      return deactivated;
    });
  }

  /** The member, under the organisation's lock; refused when it would leave the organisation without an active owner. */
  private async lockedMember(tx: Tx, actor: Actor, id: string, losesOwnership: boolean): Promise<MemberRecord> {
    await this.organisations.lock(tx, actor.organisationId);
    const member = await this.members.byId(tx, actor, id);
    if (!member) throw new NotFound({ path: 'memberId' });
    const owns = member.state === 'active' && member.roles.includes('owner');
    if (owns && losesOwnership && !(await this.members.hasOtherOwner(tx, actor.organisationId, id)))
      throw new LastOwner();
    return member;
  }

  private checkedRoles(actor: Actor, asked: readonly string[]): Role[] {
    const roles = rolesFrom(actor.organisationKind, asked);
    if (roles) return roles;
    const reason = `one or more of ${rolesOf(actor.organisationKind).join(', ')}`;
    throw new InvalidInput({ path: 'roles', details: { reason } });
  }

  private note(tx: Tx, actor: Actor, act: string, member: MemberRecord): Promise<void> {
    return this.audit.record(tx, actor, act, { kind: 'member', id: member.id }, { roles: member.roles.join(' ') });
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function uuidOf(value: unknown): string {
  if (typeof value === 'string' && UUID.test(value)) return value;
  throw new InvalidInput({ path: 'after', details: { reason: 'not a cursor of this list' } });
}
