import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Queryable } from '../../platform/database/index.js';
import { type ApprovalSource, Approvals, type PartyBehind, type PartyFacts } from '../approvals/index.js';

/** An approval is in force up to and including its last day in China, in whatever zone the server is. */
const IN_FORCE = `(a.state = 'approved' AND (now() AT TIME ZONE 'Asia/Shanghai')::date <= a.valid_until)`;

const FACTS = `
  SELECT DISTINCT ON (a.organisation_id) a.organisation_id AS id, a.organisation_kind AS kind, a.sandbox_id AS "sandboxId", ${IN_FORCE} AS approved, a.state = 'revoked' AS revoked,
         ARRAY(SELECT DISTINCT encode(p.party_index, 'hex') FROM verification_parties p
                WHERE p.organisation_id = a.organisation_id) AS "partyKeys"
    FROM verification_applications a
   WHERE a.organisation_id = ANY($1::uuid[])
   ORDER BY a.organisation_id, a.id DESC`;

// Only accepted applications count: otherwise any organisation could claim a debtor's code and relate others to it.
const BEHIND = `
  SELECT a.sandbox_id AS "sandboxId", encode(own.party_index, 'hex') AS key, encode(p.party_index, 'hex') AS behind
    FROM verification_parties own
    JOIN verification_applications a ON a.id = own.application_id AND a.state IN ('approved', 'suspended', 'expired')
    JOIN verification_parties p ON p.application_id = own.application_id
   WHERE own.role = 'organisation' AND own.party_index = ANY($1::bytea[])`;

/** The queries of `Approvals`, answered from the applications. */
@Injectable()
export class ApprovalRepository implements ApprovalSource, OnModuleInit {
  constructor(private readonly approvals: Approvals) {}

  onModuleInit(): void {
    this.approvals.register(this);
  }

  factsOf(q: Queryable, organisationIds: string[]): Promise<(PartyFacts & { id: string })[]> {
    return q.rows(FACTS, [organisationIds], 'verification.facts');
  }

  partiesBehind(q: Queryable, indexes: Buffer[]): Promise<PartyBehind[]> {
    return q.rows(BEHIND, [indexes], 'verification.behind');
  }
}
