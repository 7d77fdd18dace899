import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../platform/database/index.js';
import { RATE, TODAY } from './listing-statements.js';

/** Offers with tiers by age change their rate as months pass: one stretch of listings after a case id, rated anew. */
const RATE_ANEW = `
  WITH stretch AS (
    SELECT case_id FROM hall_listings WHERE case_id > $1 ORDER BY case_id LIMIT $2
  ), fresh AS (
    SELECT m.id, ${RATE} AS rate
    FROM stretch s JOIN cases m ON m.id = s.case_id, ${TODAY}
    WHERE m.state = 'listed' AND m.commission_tiers <> '[]'::jsonb
  ), rated AS (
    UPDATE hall_listings h SET commission_bps = fresh.rate FROM fresh
    WHERE h.case_id = fresh.id AND h.commission_bps <> fresh.rate
  )
  SELECT max(case_id::text)::uuid AS last, count(*)::int AS count FROM stretch`;

@Injectable()
export class HallListingRepository {
  /** Rates one stretch of listings anew; answers where it ended, or undefined at the end of the hall. */
  async rateAnew(q: Queryable, after: string, limit: number): Promise<string | undefined> {
    const row = await q.one<{ last: string | null; count: number }>(RATE_ANEW, [after, limit]);
    return row && row.count === limit ? (row.last ?? undefined) : undefined;
  }
}
