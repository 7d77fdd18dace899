import { Injectable } from '@nestjs/common';
import { CaseClaims, Receivables } from '../../casework/cases/index.js';
import { openLines, readTargets } from '../../casework/lines/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { type Fen, NotFound, WrongState } from '../../kernel/index.js';
import { RepaymentBooks } from '../../money/repayments/index.js';
import type { Tx } from '../../platform/database/index.js';
import { RevisionOutdated } from './case-revision.refusals.js';
import { type CaseRevision, CaseRevisionRepository } from './case-revision.repository.js';
import { RevisionProposals } from './revision-proposals.service.js';

/** The creditor's decisions on lower amounts of held cases. Lock order: case → revision. */
@Injectable()
export class RevisionDecisions {
  constructor(
    private readonly revisions: CaseRevisionRepository,
    private readonly proposals: RevisionProposals,
    private readonly receivables: Receivables,
    private readonly claims: CaseClaims,
    private readonly books: RepaymentBooks,
  ) {}

  /** Consent to this very amount; one that is confirmed already is returned unchanged. Refuses REVISION_OUTDATED. */
  async confirm(tx: Tx, actor: Actor, caseId: string, outstandingFen: Fen): Promise<CaseRevision> {
    const revision = await this.lock(tx, actor, caseId);
    if (revision.state === 'confirmed' && revision.outstandingFen === outstandingFen) return revision;
    requirePending(revision);
    const { recoveredFen, outstandingFen: nowFen } = await this.claims.lock(tx, caseId);
    const coveredFen = recoveredFen + ((await this.books.pendingOn(tx, [caseId])).get(caseId) ?? 0n);
    // The amount may have been changed by agreement since the books showed this one.
    const same = revision.outstandingFen === outstandingFen && revision.fromFen === nowFen;
    if (!same || outstandingFen <= coveredFen || !(await this.fits(tx, revision))) {
      const details = { outstandingFen: revision.outstandingFen.toString(), coveredFen: coveredFen.toString() };
      throw new RevisionOutdated({ path: 'outstandingFen', details });
    }
    const { principalFen, penaltyFen, paidFen } = revision;
    const amounts = { principalFen, penaltyFen, paidFen, outstandingFen };
    const lines = revision.lines && readTargets(revision.lines);
    const written = await this.receivables.reviseAgreed(tx, actor, { caseId, amounts, lines });
    if (!written) throw new WrongState({ path: 'caseId' });
    return (await this.proposals.decide(tx, caseId, { state: 'confirmed', by: actor.memberId }))!;
  }

  /** The lines may have been changed by agreement since, to the same amount: no line comes back, and none comes twice. */
  private async fits(tx: Tx, { caseId, lines: kept, ...amounts }: CaseRevision): Promise<boolean> {
    if (!kept) return true;
    const lines = readTargets(kept);
    const open = openLines((await this.receivables.lockOne(tx, caseId)).lines).map(({ lineNumber }) => lineNumber);
    if (lines.some(({ lineNumber }) => lineNumber !== undefined && !open.includes(lineNumber))) return false;
    const { principalFen, penaltyFen, paidFen, outstandingFen } = amounts;
    const agreed = { principalFen, penaltyFen, paidFen, outstandingFen };
    return (await this.receivables.faultsOf(tx, caseId, agreed, lines)).length === 0;
  }

  /** The agreed amount stays; one that is declined already is returned unchanged. */
  async decline(tx: Tx, actor: Actor, caseId: string, reason: string): Promise<CaseRevision> {
    const revision = await this.lock(tx, actor, caseId);
    if (revision.state === 'declined') return revision;
    requirePending(revision);
    return (await this.proposals.decide(tx, caseId, { state: 'declined', by: actor.memberId, reason }))!;
  }

  private async lock(tx: Tx, actor: Actor, caseId: string): Promise<CaseRevision> {
    const owner = (await this.claims.statesOf(tx, [caseId])).get(caseId)?.creditorId;
    if (owner !== actor.organisationId) throw new NotFound({ path: 'caseId' });
    await this.claims.lock(tx, caseId);
    const revision = await this.revisions.lockLatest(tx, actor.organisationId, caseId);
    if (!revision) throw new NotFound({ path: 'caseId' });
    return revision;
  }
}

function requirePending({ state }: CaseRevision): void {
  if (state !== 'pending') throw new WrongState({ path: 'caseId', details: { state } });
}
