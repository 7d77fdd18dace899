import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../platform/database/index.js';
import { type ThrottleRule, waitsOf } from './throttle.policy.js';

const hashed = (text: string) => createHash('sha256').update(text).digest('base64url');

/** The table keys of what is counted. */
export const SUBJECT = {
  /** Hashed, because people mistype other things, even passwords, into the email field. */
  account: (email: string, place: string) => `account:${hashed(`${email}\n${place}`)}`,
  everywhere: (email: string) => `everywhere:${hashed(email)}`,
  address: (place: string) => `address:${place}`,
  /** Per address: guesses from other addresses do not lock the client out. */
  client: (clientId: string, place: string) => `client:${hashed(`${clientId}\n${place}`)}`,
  /** Counted apart from logins: an ERP with a wrong secret must not lock out the people of its office. */
  clientAddress: (place: string) => `client-address:${place}`,
};

/** Failed logins, counted by the database's clock. */
@Injectable()
export class LoginThrottleRepository {
  /** Counts a failure unless the subject is blocked now; returns whether it did. One statement, so parallel guesses cannot share a try. */
  async countUnlessBlocked(q: Queryable, subject: string, rule: ThrottleRule): Promise<boolean> {
    return (await this.count(q, subject, rule, 'WHERE f.blocked_until IS NULL OR f.blocked_until <= now()')) > 0;
  }

  async countAlways(q: Queryable, subject: string, rule: ThrottleRule): Promise<void> {
    await this.count(q, subject, rule, '');
  }

  /** Seconds until the subject may try again; 0 when it may now. */
  async secondsBlocked(q: Queryable, subject: string): Promise<number> {
    const row = await q.one<{ seconds: number }>(
      `SELECT ceil(extract(epoch FROM blocked_until - now()))::integer AS seconds
         FROM login_failures WHERE subject = $1 AND blocked_until > now()`,
      [subject],
    );
    return row?.seconds ?? 0;
  }

  /** Takes one try back that was counted and turned out right; what failed before it stays counted. */
  async forgive(q: Queryable, subject: string): Promise<void> {
    // One statement down to zero: with a deletion beside it, tries forgiven at the same time would leave one behind.
    await q.affected(
      'UPDATE login_failures SET failures = greatest(failures - 1, 0), blocked_until = NULL WHERE subject = $1',
      [subject],
    );
  }

  /** Whether the account was logged in from this place before. */
  async isKnown(q: Queryable, email: string, place: string): Promise<boolean> {
    const row = await q.one('SELECT 1 FROM login_places WHERE account = $1 AND place = $2', [
      hashed(email),
      hashed(place),
    ]);
    return row !== undefined;
  }

  async remember(q: Queryable, email: string, place: string): Promise<void> {
    await q.affected(
      `INSERT INTO login_places AS p (account, place, last_login_at) VALUES ($1, $2, now())
       ON CONFLICT (account, place) DO UPDATE SET last_login_at = now() WHERE p.last_login_at < now() - interval '1 day'`,
      [hashed(email), hashed(place)],
    );
  }

  async clear(q: Queryable, subject: string): Promise<void> {
    await q.affected('DELETE FROM login_failures WHERE subject = $1', [subject]);
  }

  private count(q: Queryable, subject: string, rule: ThrottleRule, condition: string): Promise<number> {
    // A wait of none is no time: "until now" of one try is later than the now of another that began earlier and waited.
    const failures = `CASE WHEN f.last_failed_at < now() - make_interval(secs => $3) THEN 1 ELSE f.failures + 1 END`;
    return q.affected(
      `INSERT INTO login_failures AS f (subject, failures, last_failed_at, blocked_until)
       VALUES ($1, 1, now(), now() + make_interval(secs => nullif(($2::integer[])[1], 0)))
       ON CONFLICT (subject) DO UPDATE SET failures = ${failures}, last_failed_at = now(),
         blocked_until = now() + make_interval(secs => nullif(($2::integer[])[least(${failures}, cardinality($2::integer[]))], 0))
       ${condition}`,
      [subject, waitsOf(rule), rule.forgetAfter],
    );
  }
}
