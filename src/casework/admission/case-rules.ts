import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.js';
import { Approvals, type PartyFacts } from '../../parties/approvals/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { Policies } from '../../platform/policy/index.js';
import { interestFigures } from '../interest/index.js';
import { admissionFigures, admissionParameters, commissionFigures, scoreParameters } from './case-figures.js';
import type { AdmissionRules } from './case-sheet.js';

/** The current rules of admission, and the check that a creditor may post. */
@Injectable()
export class CaseRules {
  constructor(
    private readonly policies: Policies,
    private readonly approvals: Approvals,
    private readonly clock: Clock,
  ) {}

  async now(q: Queryable): Promise<AdmissionRules> {
    const today = this.clock.today();
    const admission = await this.policies.get(admissionFigures, q);
    const interest = await this.policies.get(interestFigures, q);
    const commission = await this.policies.get(commissionFigures, q);
    const { minBps, maxBps, maxTiers } = commission;
    return {
      today,
      admission: admissionParameters(admission, interest, today),
      score: scoreParameters(commission),
      bounds: { minBps, maxBps, maxTiers },
    };
  }

  /** Refuses a creditor that is not approved now; returns its facts. */
  assertMayPost(tx: Tx, creditorId: string): Promise<PartyFacts> {
    return this.approvals.requireApproved(tx, creditorId);
  }
}
