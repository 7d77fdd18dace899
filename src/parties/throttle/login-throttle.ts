import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../../platform/database/index.js';
import { neighbourhood } from '../../platform/faces/index.js';
import { LoginThrottleRepository, SUBJECT } from './login-throttle.repository.js';
import { ACCOUNT_THROTTLE, ADDRESS_THROTTLE, EVERYWHERE_THROTTLE, type ThrottleRule } from './throttle.policy.js';
import { LoginThrottled } from './throttle.refusals.js';

/** Slows down guessing, per account and per network address, for known and unknown accounts alike. */
@Injectable()
export class LoginThrottle {
  constructor(
    private readonly database: Database,
    private readonly failures: LoginThrottleRepository,
  ) {}

  /**
   * Admits one try or refuses it as `LOGIN_THROTTLED`. The try is counted as failed first and forgiven by `succeeded`, so
   * that a thousand parallel guesses are still five at an account and twenty from an address.
   */
  async admit(email: string, address: string): Promise<void> {
    const counted: string[] = [];
    for (const [subject, rule] of await this.subjectsOf(this.database, email, neighbourhood(address))) {
      if (await this.failures.countUnlessBlocked(this.database, subject, rule)) {
        counted.push(subject);
        continue;
      }
      // Nobody looks at this try, so it is not counted elsewhere.
      for (const one of counted) await this.failures.forgive(this.database, one);
      throw throttled(Math.max(1, await this.failures.secondsBlocked(this.database, subject)));
    }
  }

  /**
   * The try succeeded: the account is cleared for this address, which it knows from now on. Of the address and of the
   * account elsewhere only this try is taken back, or an attacker's own account would give free guesses.
   */
  async succeeded(q: Queryable, email: string, address: string): Promise<void> {
    const place = neighbourhood(address);
    const counted = await this.subjectsOf(q, email, place);
    for (const [subject] of counted.filter(([one]) => one !== SUBJECT.account(email, place))) {
      await this.failures.forgive(q, subject);
    }
    await this.failures.clear(q, SUBJECT.account(email, place));
    await this.failures.remember(q, email, place);
  }

  /** What a try counts against, in the order in which rows are locked. */
  private async subjectsOf(
    q: Queryable,
    email: string,
    place: string,
  ): Promise<[subject: string, rule: ThrottleRule][]> {
    const isKnown = await this.failures.isKnown(q, email, place);
    return [
      [SUBJECT.address(place), ADDRESS_THROTTLE],
      [SUBJECT.account(email, place), ACCOUNT_THROTTLE],
      ...(isKnown ? [] : [[SUBJECT.everywhere(email), EVERYWHERE_THROTTLE] as [string, ThrottleRule]]),
    ];
  }

  /**
   * Admits a try of a machine, or refuses it as `LOGIN_THROTTLED`. Only failures are counted: the workers of one machine
   * ask for tokens at the same time, and its secret has too many bits to be guessed in parallel.
   */
  async admitClient(clientId: string, address: string): Promise<void> {
    const subjects = [SUBJECT.client(clientId, neighbourhood(address)), SUBJECT.clientAddress(neighbourhood(address))];
    const waits = await Promise.all(subjects.map((subject) => this.failures.secondsBlocked(this.database, subject)));
    const seconds = Math.max(...waits);
    if (seconds > 0) throw throttled(seconds);
  }

  async clientFailed(clientId: string, address: string): Promise<void> {
    await this.failures.countAlways(this.database, SUBJECT.client(clientId, neighbourhood(address)), ACCOUNT_THROTTLE);
    await this.failures.countAlways(this.database, SUBJECT.clientAddress(neighbourhood(address)), ADDRESS_THROTTLE);
  }

  async clientSucceeded(clientId: string, address: string): Promise<void> {
    await this.failures.clear(this.database, SUBJECT.client(clientId, neighbourhood(address)));
  }
}

function throttled(seconds: number): LoginThrottled {
  return new LoginThrottled({ retryAfter: seconds, details: { seconds } });
}
