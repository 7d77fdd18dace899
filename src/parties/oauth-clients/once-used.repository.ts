import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../platform/database/index.js';

/** Used assertions and revoked tokens, each kept until it would have expired. */
@Injectable()
export class OnceUsedRepository {
  /** Marks an assertion used; false when any process did so before. `until` in seconds since 1970. */
  async takeAssertion(q: Queryable, clientId: string, jti: string, until: number): Promise<boolean> {
    const hash = createHash('sha256').update(jti).digest();
    const taken = await q.affected(
      `INSERT INTO oauth_assertions (client_id, jti_hash, expires_at) VALUES ($1, $2, to_timestamp($3))
       ON CONFLICT ON CONSTRAINT oauth_assertions_work_once DO NOTHING`,
      [clientId, hash, until],
    );
    await this.forgetOld(q, 'oauth_assertions', 'client_id, jti_hash');
    return taken > 0;
  }

  async revokeToken(q: Queryable, tokenId: string, until: number): Promise<void> {
    await q.affected(
      'INSERT INTO oauth_revoked_tokens (token_id, expires_at) VALUES ($1, to_timestamp($2)) ON CONFLICT DO NOTHING',
      [tokenId, until],
    );
    await this.forgetOld(q, 'oauth_revoked_tokens', 'token_id');
  }

  /** Deletes a few rows an hour after they expired, so that a difference of clocks cannot make one valid again. */
  private async forgetOld(q: Queryable, table: string, key: string): Promise<void> {
    await q.affected(
      `DELETE FROM ${table} WHERE (${key}) IN (
         SELECT ${key} FROM ${table} WHERE expires_at < now() - interval '1 hour' LIMIT 20 FOR UPDATE SKIP LOCKED)`,
    );
  }
}
