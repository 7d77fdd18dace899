import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { Policies, type PolicyState } from '../../platform/policy/index.js';

/** Reads and changes the platform's figures. Every change is a new version and an audit record. */
@Injectable()
export class PlatformPolicies {
  constructor(
    private readonly database: Database,
    private readonly policies: Policies,
    private readonly audit: Audit,
  ) {}

  all(): Promise<PolicyState[]> {
    return this.policies.all();
  }

  /** Changes the named figures. Refuses INVALID_INPUT with the invalid figure. A dry run changes nothing. */
  set(actor: Actor, name: string, change: Record<string, unknown>, dryRun: boolean): Promise<PolicyState> {
    return this.database.transaction(async (tx) => {
      const set = await this.policies.set(tx, name, change, actor.memberId, dryRun);
      if (dryRun) return set;
      // A policy has a name and no uuid, so the subject is the platform organisation.
      const subject = { kind: 'organisation', id: actor.organisationId };
      const facts = { policy: name, version: set.version, change: JSON.stringify(change) };
      await this.audit.record(tx, actor, 'policy.set', subject, facts);
      return set;
    });
  }
}
