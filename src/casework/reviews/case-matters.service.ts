import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, WrongState } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { CaseRules, matterFaults } from '../admission/index.js';
import {
  CaseAppraisals,
  CaseNotAdmissible,
  type CaseRow,
  type CaseState,
  Cases,
  FREE_STATES,
  RELISTABLE_STATES,
  type SeenCase,
} from '../cases/index.js';
import type { Matter } from '../debt/index.js';

/** States in which no provider holds a case and its matter may be restated: what a holder took stays what it took. */
const RESTATABLE: readonly CaseState[] = [...FREE_STATES, ...RELISTABLE_STATES];

/** What cases are about, restated by their creditors and by reviewers. */
@Injectable()
export class CaseMatters {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly rules: CaseRules,
    private readonly appraisals: CaseAppraisals,
    private readonly audit: Audit,
  ) {}

  /** Refuses WRONG_STATE while a provider holds the case or once it is closed, and CASE_NOT_ADMISSIBLE for a matter that is no debt. */
  async restate(actor: Actor, caseId: string, matter: Matter): Promise<SeenCase> {
    const request = { caseId, matter };
    await this.database.transaction((tx) =>
      keyed(tx, { actor, operation: 'case.matter', request }, async () => {
        const one = await this.own(tx, actor, caseId);
        if (one.matter === matter) return;
        this.assertPossible(one, matter);
        await this.appraisals.restateMatter(tx, actor, one, matter);
        const facts = { from: one.matter, to: matter };
        await this.audit.record(tx, actor, 'case.restate-matter', { kind: 'case', id: caseId }, facts);
      }),
    );
    return this.cases.get(actor, caseId);
  }

  /** The locked case: of the creditor, which must be approved, or of the platform's own sandbox. */
  private async own(tx: Tx, actor: Actor, caseId: string): Promise<CaseRow> {
    const creditor = actor.organisationKind === 'creditor';
    if (creditor) await this.rules.assertMayPost(tx, actor.organisationId);
    const one = await this.cases.lock(tx, caseId);
    const its = creditor ? one?.creditorId === actor.organisationId : one?.sandboxId === actor.sandboxId;
    if (!one || !its) throw new NotFound({ path: 'caseId' });
    return one;
  }

  private assertPossible({ state, serviceLine }: CaseRow, matter: Matter): void {
    if (!RESTATABLE.includes(state)) throw new WrongState({ path: 'caseId', details: { state } });
    const [fault] = matterFaults({ matter, serviceLine });
    if (fault) throw CaseNotAdmissible.because([{ ...fault, field: 'matter' }]);
  }
}
