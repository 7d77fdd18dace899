import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.js';
import { columnsOf, propertiesBut, type Queryable, type Tx } from '../../platform/database/index.js';
import { CaseDisclosureEntity, type DisclosureStage } from './disclosure.entity.js';

/** A disclosure that exists and was not revoked stays as it is, so that repeating the statement changes nothing. */
const DISCLOSE = `
  INSERT INTO case_disclosures (id, case_id, organisation_id, member_id, stage, purpose)
  SELECT g.id, g.case_id, g.organisation_id, g.member_id, $5, $6
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) AS g (id, case_id, organisation_id, member_id)
  ON CONFLICT (organisation_id, case_id, stage) WHERE revoked_at IS NULL DO NOTHING`;

const REVOKE = `
  UPDATE case_disclosures SET revoked_at = now()
  WHERE case_id = ANY ($1::uuid[]) AND revoked_at IS NULL`;

/** Counts within the clock hour. The row's lock makes sure that each count is returned to exactly one read. */
const COUNT_READ = `
  INSERT INTO debtor_read_counts (organisation_id, hour, reads) VALUES ($1, date_trunc('hour', now()), 1)
  ON CONFLICT (organisation_id, hour) DO UPDATE SET reads = debtor_read_counts.reads + 1
  RETURNING reads`;

const OF_CASE = `
  SELECT ${columnsOf(CaseDisclosureEntity, undefined, propertiesBut(CaseDisclosureEntity, 'memberId'))}
  FROM case_disclosures WHERE case_id = $1 ORDER BY id LIMIT 500`;

/** A case, and the organisation and member it is disclosed to. */
export interface Disclosee {
  caseId: string;
  organisationId: string;
  memberId?: string | null;
}

export type Disclosure = Omit<CaseDisclosureEntity, 'memberId'>;

@Injectable()
export class DisclosureRepository {
  constructor(private readonly clock: Clock) {}

  async disclose(tx: Tx, to: readonly Disclosee[], stage: DisclosureStage, purpose: string): Promise<void> {
    if (to.length === 0) return;
    await tx.affected(
      DISCLOSE,
      [
        to.map(() => newId(this.clock.millis())),
        to.map((one) => one.caseId),
        to.map((one) => one.organisationId),
        to.map((one) => one.memberId ?? null),
        stage,
        purpose,
      ],
      'cases.disclose',
    );
  }

  async revoke(tx: Tx, caseIds: readonly string[]): Promise<void> {
    if (caseIds.length > 0) await tx.affected(REVOKE, [caseIds]);
  }

  /** Counts one read and returns the organisation's reads of full debtor records in this clock hour. */
  async countRead(tx: Tx, organisationId: string): Promise<number> {
    return (await tx.one<{ reads: number }>(COUNT_READ, [organisationId]))!.reads;
  }

  /** All disclosures of a case, oldest first, revoked ones too. */
  ofCase(q: Queryable, caseId: string): Promise<Disclosure[]> {
    return q.rows<Disclosure>(OF_CASE, [caseId]);
  }
}
