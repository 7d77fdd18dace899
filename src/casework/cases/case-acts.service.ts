import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, publicId, WrongState } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Idempotency, keyed } from '../../platform/idempotency/index.js';
import type { CaseDraft } from '../admission/index.js';
import { FREE_STATES, RELISTABLE_STATES } from './case.lifecycle.js';
import { CaseExists, CaseNotAdmissible } from './case.refusals.js';
import type { SeenCase } from './case.repository.js';
import { CaseIntake, type DraftOutcome } from './case-intake.service.js';
import { CaseMoves } from './case-moves.service.js';
import { Cases } from './cases.service.js';

/** The acts of a creditor on its cases. */
@Injectable()
export class CaseActs {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly moves: CaseMoves,
    private readonly intake: CaseIntake,
    private readonly idempotency: Idempotency,
  ) {}

  /** Posts one case under the same rules as a batch. Refuses CASE_NOT_ADMISSIBLE with every reason, and CASE_EXISTS. */
  async post(actor: Actor, key: string | undefined, draft: CaseDraft): Promise<SeenCase> {
    const caseId = await this.database.transaction((tx) =>
      this.idempotency.once(tx, { actor, key, operation: 'case.post', request: asSent(draft) }, async () => {
        const input = { creditorId: actor.organisationId, memberId: actor.memberId };
        const [outcome] = await this.intake.admitMany(tx, input, [draft]);
        return this.acceptedId(tx, actor, outcome!);
      }),
    );
    return this.cases.get(actor, caseId);
  }

  /** Withdraws a case that no provider holds. Refuses WRONG_STATE once it is grabbed: then `recallGrab` is the way. */
  async withdraw(actor: Actor, caseId: string, reason: string | null): Promise<SeenCase> {
    await this.once(actor, 'case.withdraw', { caseId, reason }, async (tx) => {
      await this.assertOwn(tx, actor, caseId);
      const facts = reason === null ? {} : { reason };
      const moved = await this.moves.withdraw(tx, [{ caseId, ...actor }], FREE_STATES, facts);
      if (moved.length === 0) throw await this.wrongState(tx, actor, caseId);
    });
    return this.cases.get(actor, caseId);
  }

  /** Lists a case again: one that came back from its holders, or was closed while a part of the debt was still open. */
  async relist(actor: Actor, caseId: string): Promise<SeenCase> {
    await this.once(actor, 'case.relist', { caseId }, async (tx) => {
      await this.intake.assertMayPost(tx, actor.organisationId);
      await this.assertOwn(tx, actor, caseId);
      const moved = await this.moves.list(tx, [{ caseId, ...actor }], { act: 'relist', from: RELISTABLE_STATES }, true);
      if (moved.length === 0) throw await this.wrongState(tx, actor, caseId);
    });
    return this.cases.get(actor, caseId);
  }

  private async once(actor: Actor, operation: string, request: object, work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.database.transaction((tx) => keyed(tx, { actor, operation, request }, () => work(tx)));
  }

  private async assertOwn(tx: Tx, actor: Actor, caseId: string): Promise<void> {
    const { sight } = await this.cases.get(actor, caseId, tx);
    if (sight !== 'creditor') throw new NotFound({ path: 'caseId' });
  }

  private async acceptedId(tx: Tx, actor: Actor, { outcome, caseId, reasons }: DraftOutcome): Promise<string> {
    if (outcome === 'duplicate') {
      const { state } = await this.cases.get(actor, caseId!, tx);
      throw new CaseExists({ path: 'externalRef', details: { caseId: publicId('case', caseId!), state } });
    }
    if (outcome !== 'rejected') return caseId!;
    throw CaseNotAdmissible.because(reasons);
  }

  private async wrongState(tx: Tx, actor: Actor, caseId: string): Promise<WrongState> {
    const { state } = await this.cases.get(actor, caseId, tx);
    return new WrongState({ path: 'caseId', details: { state } });
  }
}

/** The request as its hash is made of it: a release before knew no such fields, and its keys are kept for 30 days. */
function asSent({ lines, debtorIdKind, matter, claimTerms, ...draft }: CaseDraft): object {
  const later = { debtorIdKind: debtorIdKind ?? undefined, matter: matter ?? undefined };
  return { ...draft, ...later, claimTerms: claimTerms ?? undefined, lines: lines.length > 0 ? lines : undefined };
}
