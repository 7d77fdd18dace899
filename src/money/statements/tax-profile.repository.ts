import { Injectable } from '@nestjs/common';
import type { BasisPoints } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';

@Injectable()
export class TaxProfileRepository {
  /** The rate of value added tax contained in an organisation's earnings; 0 without a profile. */
  async vatOf(q: Queryable, organisationId: string): Promise<BasisPoints> {
    const row = await q.one<{ vatBps: number }>(
      'SELECT vat_bps AS "vatBps" FROM tax_profiles WHERE organisation_id = $1',
      [organisationId],
    );
    return row?.vatBps ?? 0;
  }

  async set(tx: Tx, organisationId: string, vatBps: BasisPoints): Promise<void> {
    await tx.affected(
      `INSERT INTO tax_profiles (organisation_id, vat_bps) VALUES ($1, $2)
       ON CONFLICT (organisation_id) DO UPDATE SET vat_bps = excluded.vat_bps, updated_at = now()`,
      [organisationId, vatBps],
    );
  }
}
