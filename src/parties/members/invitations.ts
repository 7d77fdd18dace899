import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, newId } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { hashOfSecret, looksOpaque, newOpaqueToken } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { Organisations } from '../worlds/index.js';
import { checkedEmail } from './email.policy.js';
import { type MemberRecord, MemberRepository } from './member.repository.js';
import { checkedRoles } from './members.js';
import { EmailTaken, InvitationRefused, TooManyMembers } from './members.refusals.js';
import { Passwords } from './passwords.js';
import { type OpenSession, Sessions } from './sessions.js';

const MEMBERS_MAX = 500;

export interface Invitation {
  member: MemberRecord;
  /** Shown once; it sets the member's password. */
  token: string;
  expiresAt: Date;
}

/** How people join an organisation: an owner invites them, and they set a password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MemberRepository,
    private readonly organisations: Organisations,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly audit: Audit,
  ) {}

  /** Invites a person, also again after the invitation lapsed or the member was deactivated. The token is returned once. */
  invite(actor: Actor, email: string, name: string, requested: readonly string[]): Promise<Invitation> {
    const address = checkedEmail(email);
    const roles = checkedRoles(actor, requested);
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
      const facts = { roles: roles.join(' ') };
      await this.audit.record(tx, actor, 'member.invite', { kind: 'member', id: invited.id }, facts);
      return { member: invited, token, expiresAt: invited.expiresAt };
    });
  }

  /** Exchanges an invitation for a password and a session. */
  async accept(token: string, password: string, address: string): Promise<OpenSession> {
    const hash = hashOfSecret(token);
    const invited = looksOpaque(token) ? await this.members.invited(this.database, hash) : undefined;
    if (!invited) throw new InvitationRefused({ path: 'token' });
    const passwordHash = await this.passwords.hashNew(password, invited.email, address);
    return this.database.transaction(async (tx) => {
      const member = await this.members.accept(tx, hash, passwordHash);
      if (!member) throw new InvitationRefused({ path: 'token' });
      return this.sessions.open(tx, { ...invited, ...member, passwordHash });
    });
  }
}
