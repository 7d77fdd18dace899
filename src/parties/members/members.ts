import { Injectable } from '@nestjs/common';
import { type Actor, type Role, rolesFrom, rolesOf } from '../../kernel/access/index.js';
import { invalid, orNotFound, type Page, type PageInput, WrongState } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Organisations } from '../worlds/index.js';
import { type MemberRecord, MemberRepository } from './member.repository.js';
import { LastOwner } from './members.refusals.js';
import { SessionEndings } from './sessions.js';

/** The people of an organisation, as its owners manage them. */
@Injectable()
export class Members {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly organisations: Organisations,
    private readonly endings: SessionEndings,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, page: PageInput): Promise<Page<MemberRecord>> {
    return this.members.list(this.database, actor, page);
  }

  count(actor: Actor): Promise<number> {
    return this.members.count(this.database, actor.organisationId);
  }

  /** Replaces a member's roles: in force at once in this process, within five seconds in others. */
  changeRoles(actor: Actor, memberId: string, requested: readonly string[]): Promise<MemberRecord> {
    const roles = checkedRoles(actor, requested);
    return this.database.transaction(async (tx) => {
      await this.lockedMember(tx, actor, memberId, !roles.includes('owner'));
      const changed = await this.members.setRoles(tx, memberId, roles);
      if (!changed) throw new WrongState({ path: 'memberId', details: { state: 'deactivated' } });
      await this.note(tx, actor, 'member.change-roles', changed);
      this.endings.forget(tx, memberId);
      return changed;
    });
  }

  /** Ends a member's access: no login, and every session ends. API keys belong to the organisation and stay. */
  deactivate(actor: Actor, memberId: string): Promise<MemberRecord> {
    return this.database.transaction(async (tx) => {
      const member = await this.lockedMember(tx, actor, memberId, true);
      const deactivated = await this.members.deactivate(tx, memberId);
      if (!deactivated) return member;
      await this.endings.endAll(tx, memberId, 'deactivated');
      await this.note(tx, actor, 'member.deactivate', deactivated);
      return deactivated;
    });
  }

  /** The member, under the organisation's lock; refused when it would leave the organisation without an active owner. */
  private async lockedMember(tx: Tx, actor: Actor, id: string, losesOwnership: boolean): Promise<MemberRecord> {
    await this.organisations.lock(tx, actor.organisationId);
    const member = orNotFound(await this.members.byId(tx, actor, id), 'memberId');
    const owns = member.state === 'active' && member.roles.includes('owner');
    if (owns && losesOwnership && !(await this.members.hasOtherOwner(tx, actor.organisationId, id)))
      throw new LastOwner();
    return member;
  }

  private note(tx: Tx, actor: Actor, act: string, member: MemberRecord): Promise<void> {
    return this.audit.record(tx, actor, act, { kind: 'member', id: member.id }, { roles: member.roles.join(' ') });
  }
}

/** The requested roles, if the actor's kind of organisation has them; otherwise refused as the field `roles`. */
export function checkedRoles(actor: Actor, requested: readonly string[]): Role[] {
  const roles = rolesFrom(actor.organisationKind, requested);
  if (roles) return roles;
  throw invalid('ONE_OR_MORE_OF', { path: 'roles', values: rolesOf(actor.organisationKind).join(', ') });
}
