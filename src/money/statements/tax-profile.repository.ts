import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import type { StatedProfile, TaxProfile } from './vat.policy.js';

/** A stated profile with the instant at which it was stated. */
export interface StatedThen extends StatedProfile {
  readonly statedAt: Date;
}

@Injectable()
export class TaxProfileRepository {
  /** What an organisation stated, in the order in which it did. */
  statedBy(q: Queryable, organisationId: string): Promise<StatedThen[]> {
    return q.rows<StatedThen>(
      `SELECT profile, from_on AS "fromOn", created_at AS "statedAt" FROM tax_profiles
       WHERE organisation_id = $1 AND profile IS NOT NULL ORDER BY created_at`,
      [organisationId],
    );
  }

  /** Adds a statement. By the wall clock, so that two of one transaction's instant do not meet. */
  async add(tx: Tx, organisationId: string, stated: { profile: TaxProfile; fromOn: Day; memberId: string | null }) {
    const { profile, fromOn, memberId } = stated;
    const row = await tx.one<StatedThen>(
      `INSERT INTO tax_profiles (organisation_id, created_at, profile, from_on, stated_by) VALUES ($1, clock_timestamp(), $2, $3, $4)
       RETURNING profile, from_on AS "fromOn", created_at AS "statedAt"`,
      [organisationId, profile, fromOn, memberId],
    );
    return row!;
  }
}
