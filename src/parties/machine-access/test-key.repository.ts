import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';

/** The statements only machines of test organisations need. */
@Injectable()
export class TestKeyRepository {
  async revokeAll(tx: Tx, organisationIds: readonly string[]): Promise<void> {
    for (const table of ['api_keys', 'oauth_clients']) {
      await tx.affected(
        `UPDATE ${table} SET revoked_at = now() WHERE organisation_id = ANY($1::uuid[]) AND revoked_at IS NULL`,
        [organisationIds],
      );
    }
  }

  /** Brings the ends of keys and of client secrets that were there at an instant closer. */
  async bringCloser(tx: Tx, organisationIds: readonly string[], seconds: number, asOf: Date): Promise<void> {
    const params = [organisationIds, seconds, asOf];
    await tx.affected(
      `UPDATE api_keys SET expires_at = expires_at - make_interval(secs => $2)
        WHERE organisation_id = ANY($1::uuid[]) AND revoked_at IS NULL AND expires_at > now() AND created_at <= $3`,
      params,
    );
    await tx.affected(
      `UPDATE oauth_client_secrets s SET expires_at = s.expires_at - make_interval(secs => $2)
         FROM oauth_clients c
        WHERE c.id = s.client_id AND c.organisation_id = ANY($1::uuid[]) AND s.expires_at > now() AND s.created_at <= $3`,
      params,
    );
  }
}
