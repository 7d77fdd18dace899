import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { LoginThrottle } from '../throttle/index.js';
import { canonicalEmail } from './email.policy.js';
import { type Credentials, MemberRepository } from './member.repository.js';
import { LoginFailed } from './members.refusals.js';
import { Passwords } from './passwords.js';
import { type OpenSession, Sessions } from './sessions.js';

/** Logging in with an email address and a password. */
@Injectable()
export class Logins {
  constructor(
    private readonly database: Database,
    private readonly members: MemberRepository,
    private readonly passwords: Passwords,
    private readonly throttle: LoginThrottle,
    private readonly sessions: Sessions,
  ) {}

  /** Opens a session. Unknown address, wrong password and deactivated member get the same answer after the same work. */
  async login(email: string, password: string, address: string): Promise<OpenSession> {
    const known = canonicalEmail(email);
    const canonical = known ?? email.trim().toLowerCase();
    await this.throttle.admit(canonical, address);
    // A text that is not an address belongs to no member, and may hold characters that the database cannot compare.
    const member = known ? await this.members.withEmail(this.database, known) : undefined;
    const fits = await this.passwords.matches(member?.passwordHash, password, address);
    if (!member || !fits || member.state !== 'active') throw new LoginFailed();
    const passwordHash = await this.renewedHash(member, password, address);
    return this.database.transaction(async (tx) => {
      // A password changed or a member deactivated since the check must not leave this session behind.
      if (!(await this.members.holdPassword(tx, member.id, passwordHash))) throw new LoginFailed();
      await this.throttle.succeeded(tx, canonical, address);
      return this.sessions.open(tx, member);
    });
  }

  /** Renews a hash made with other parameters, while the password is available; returns the hash in force. */
  private async renewedHash(member: Credentials, password: string, address: string): Promise<string> {
    const stored = member.passwordHash!;
    if (!this.passwords.isStale(stored)) return stored;
    const renewed = await this.passwords.hash(password, 'sign-in', address);
    return (await this.members.replacePassword(this.database, member.id, stored, renewed)) ? renewed : stored;
  }
}
