import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, newId } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { hashOfSecret, looksOpaque, newOpaqueToken } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { Organisations } from '../worlds/index.js';
import { checkedEmail } from './email.policy.js';
import { Mailbox } from './mailbox.js';
import { MailTokenRepository, type MemberRecord, MemberRepository } from './member.repository.js';
import { checkedRoles } from './members.js';
import { EmailTaken, InvitationRefused, TooManyMembers } from './members.refusals.js';
import { Passwords } from './passwords.js';
import { type OpenSession, Sessions } from './sessions.js';

const MEMBERS_MAX = 500;

export interface Invitation {
  member: MemberRecord;
  /** It sets the member's password; empty where the invitee alone gets it, by mail. */
  token: string;
  expiresAt: Date;
}

/** How people are asked into an organisation by its owner. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly members: MemberRepository,
    private readonly organisations: Organisations,
    private readonly mailbox: Mailbox,
    private readonly audit: Audit,
  ) {}

  /**
   * Invites a person, also again after the invitation lapsed or the member was deactivated. The token goes to its mailbox, and
   * the answer is the same whoever else the address belongs to: an invitation reserves nothing.
   */
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
      tx.afterCommit(() => this.mailbox.sendToken(address, token, 'invited'));
      return { member: invited, token: this.mailbox.isProof ? '' : token, expiresAt: invited.expiresAt };
    });
  }
}

/** How a token of an invitation, a confirmation or a new password is exchanged for a password and a session. */
@Injectable()
export class Acceptances {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly tokens: MailTokenRepository,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
  ) {}

  /** `isProof`: the token was sent to the mailbox alone, so whoever has it owns the address. */
  async accept(token: string, password: string, address: string, isProof: boolean): Promise<OpenSession> {
    const hash = hashOfSecret(token);
    const invited = looksOpaque(token) ? await this.members.invited(this.database, hash) : undefined;
    const holder = invited ?? (looksOpaque(token) ? await this.tokens.holder(this.database, hash) : undefined);
    if (!holder) throw new InvitationRefused({ path: 'token' });
    const passwordHash = await this.passwords.hashNew(password, holder.email, address);
    return this.database.transaction(async (tx) => {
      const member = invited
        ? await this.members.accept(tx, hash, passwordHash, isProof)
        : await this.tokens.use(tx, hash, passwordHash);
      if (!member) throw new InvitationRefused({ path: 'token' });
      return this.sessions.open(tx, { ...holder, ...member, passwordHash });
    });
  }
}
