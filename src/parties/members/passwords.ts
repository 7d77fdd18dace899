import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Config } from '../../platform/config/index.js';
import { neighbourhood } from '../../platform/faces/index.js';
import { TurnGate } from '../../platform/loops/index.js';
import { PasswordRefused } from './members.refusals.js';
import { canonicalPassword, passwordFault } from './password.policy.js';

/** Hashes computed at once in one process: each takes memory and a core, which other requests need as well. */
const AT_ONCE = 2;
/** Callers of one network address, and of all together, that may wait for a turn; the next one is refused as BUSY. */
const WAITING = { waitingPerShare: 64, waitingPerLane: 512 };

/** Signing in and setting a password do not wait for each other. */
type Lane = 'sign-in' | 'registration';

/** argon2id in PHC format (RFC 9106), parameters from the configuration; never below m=19456, t=2. */
@Injectable()
export class Passwords {
  private readonly options: { memoryCost: number; timeCost: number; parallelism: number };
  /** Hashing is slow, so a refused caller is asked to wait longer than elsewhere: 5 s. */
  private readonly gate = new TurnGate({ width: AT_ONCE, ...WAITING, retryAfter: 5 });
  /** The hash of a random password, compared when there is no member. */
  private decoy: Promise<string> | undefined;

  constructor(config: Config) {
    this.options = { memoryCost: config.argon2.memoryKib, timeCost: config.argon2.passes, parallelism: 1 };
  }

  /** Checks a new password against the rules and hashes it. Refuses it as `PASSWORD_REFUSED` with field and reason. */
  async hashNew(password: string, email: string, address: string, path = 'password'): Promise<string> {
    const fault = passwordFault(password, email);
    if (fault) throw new PasswordRefused({ path, details: { reason: fault } });
    return this.hash(password, 'registration', address);
  }

  hash(password: string, lane: Lane, address: string): Promise<string> {
    return this.gate.through(lane, neighbourhood(address), () => hash(canonicalPassword(password), this.options));
  }

  /** Whether the password is right. Without a hash (no such member) the same work is done and the answer is no. */
  async matches(stored: string | null | undefined, password: string, address: string): Promise<boolean> {
    this.decoy ??= hash(randomBytes(32).toString('base64'), this.options);
    const decoy = await this.decoy;
    const share = neighbourhood(address);
    const fits = await this.gate.through('sign-in', share, () => verify(stored ?? decoy, canonicalPassword(password)));
    return fits && typeof stored === 'string';
  }

  /** Whether a stored hash has outdated parameters, so that the next login should renew it. */
  isStale(stored: string): boolean {
    const { memoryCost, timeCost } = parseOptions(stored);
    return memoryCost !== this.options.memoryCost || timeCost !== this.options.timeCost;
  }
}
