import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../../platform/database/index.js';
import { LoginThrottleRepository, SUBJECT } from './login-throttle.repository.js';
import { ACCOUNT_THROTTLE, ADDRESS_THROTTLE } from './throttle.policy.js';
import { LoginThrottled } from './throttle.refusals.js';

/** Slows down guessing, per account and per network address, for known and unknown accounts alike. */
@Injectable()
export class LoginThrottle {
  constructor(
    private readonly database: Database,
    private readonly failures: LoginThrottleRepository,
  ) {}

  /**
   * Admits one try or refuses it as `LOGIN_THROTTLED`. The try is counted as failed first and cleared by `succeeded`, so
   * that a thousand parallel guesses are still five.
   */
  async admit(email: string, address: string): Promise<void> {
    const subject = SUBJECT.account(email);
    const seconds = await this.failures.secondsBlocked(this.database, SUBJECT.address(address));
    if (seconds > 0) throw throttled(seconds);
    if (await this.failures.countUnlessBlocked(this.database, subject, ACCOUNT_THROTTLE)) return;
    throw throttled(Math.max(1, await this.failures.secondsBlocked(this.database, subject)));
  }

  /** The try failed: it also counts against the address it came from. */
  async failed(address: string): Promise<void> {
    await this.failures.countAlways(this.database, SUBJECT.address(address), ADDRESS_THROTTLE);
    await this.failures.forgetOld(this.database, ACCOUNT_THROTTLE.forgetAfter);
  }

  /** The try succeeded: the account is cleared. The address is not, or an attacker's own account would give free guesses. */
  async succeeded(q: Queryable, email: string): Promise<void> {
    await this.failures.clear(q, SUBJECT.account(email));
  }

  /**
   * Admits a try of a machine, or refuses it as `LOGIN_THROTTLED`. Only failures are counted: the workers of one machine
   * ask for tokens at the same time, and its secret has too many bits to be guessed in parallel.
   */
  async admitClient(clientId: string, address: string): Promise<void> {
    const subjects = [SUBJECT.client(clientId, address), SUBJECT.clientAddress(address)];
    const waits = await Promise.all(subjects.map((subject) => this.failures.secondsBlocked(this.database, subject)));
    const seconds = Math.max(...waits);
    if (seconds > 0) throw throttled(seconds);
  }

  async clientFailed(clientId: string, address: string): Promise<void> {
    await this.failures.countAlways(this.database, SUBJECT.client(clientId, address), ACCOUNT_THROTTLE);
    await this.failures.countAlways(this.database, SUBJECT.clientAddress(address), ADDRESS_THROTTLE);
    await this.failures.forgetOld(this.database, ACCOUNT_THROTTLE.forgetAfter);
  }

  async clientSucceeded(clientId: string, address: string): Promise<void> {
    await this.failures.clear(this.database, SUBJECT.client(clientId, address));
  }
}

function throttled(seconds: number): LoginThrottled {
  return new LoginThrottled({ retryAfter: seconds, details: { seconds } });
}
