import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Unauthenticated } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { LoginThrottle } from '../throttle/index.js';
import { type OrganisationRecord, Organisations } from '../worlds/index.js';
import { type MemberRecord, MemberRepository } from './member.repository.js';
import { LoginFailed } from './members.refusals.js';
import { Passwords } from './passwords.js';
import { SessionEndings } from './sessions.js';

export interface Self {
  organisation: OrganisationRecord;
  /** Undefined when the caller is a machine. */
  member: MemberRecord | undefined;
}

/** A caller reads its own organisation and member, and a member changes its password. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly organisations: Organisations,
    private readonly members: MemberRepository,
    private readonly endings: SessionEndings,
    private readonly passwords: Passwords,
    private readonly throttle: LoginThrottle,
    private readonly audit: Audit,
  ) {}

  async me(actor: Actor): Promise<Self> {
    const [organisation, member] = await Promise.all([
      this.organisations.get(this.database, actor.organisationId),
      actor.memberId ? this.members.byId(this.database, actor, actor.memberId) : undefined,
    ]);
    if (!organisation) throw new Unauthenticated();
    return { organisation, member };
  }

  /** Replaces a member's password and ends its other sessions. The current password is throttled like a login. */
  async changePassword(actor: Actor, current: string, next: string, address: string): Promise<number> {
    const member = await this.members.credentialsOf(this.database, actor.memberId!);
    if (!member) throw new Unauthenticated();
    await this.throttle.admit(member.email, address);
    if (!(await this.passwords.matches(member.passwordHash, current, address))) {
      throw new LoginFailed({ path: 'currentPassword' });
    }
    await this.throttle.succeeded(this.database, member.email, address);
    const newHash = await this.passwords.hashNew(next, member.email, address, 'newPassword');
    return this.database.transaction(async (tx) => {
      const replaced = await this.members.replacePassword(tx, member.id, member.passwordHash!, newHash);
      if (!replaced) throw new LoginFailed({ path: 'currentPassword' });
      const ended = await this.endings.endAll(tx, member.id, 'password_changed', actor.sessionId);
      await this.audit.record(tx, actor, 'member.change-password', { kind: 'member', id: member.id }, { ended });
      return ended;
    });
  }
}
