import { Injectable } from '@nestjs/common';
import {
  CaseClaims,
  CaseFrozenByPlatform,
  type CaseRow,
  FREE_STATES,
  HELD_STATES,
  Receivables,
  type RevisedFacts,
} from '../../casework/cases/index.js';
import { totalsOf } from '../../casework/debt/index.js';
import { linesAs, openLines, readTargets } from '../../casework/lines/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { type Fen, NotFound, WrongState } from '../../kernel/index.js';
import { RepaymentBooks } from '../../money/repayments/index.js';
import type { Tx } from '../../platform/database/index.js';
import { RevisionOutdated } from './case-revision.refusals.js';
import { type CaseRevision, CaseRevisionRepository } from './case-revision.repository.js';
import { RevisionProposals } from './revision-proposals.service.js';

/** The creditor's decisions on lower amounts of held cases. Lock order: case → change of lines → revision. */
@Injectable()
export class RevisionDecisions {
  constructor(
    private readonly revisions: CaseRevisionRepository,
    private readonly proposals: RevisionProposals,
    private readonly receivables: Receivables,
    private readonly claims: CaseClaims,
    private readonly books: RepaymentBooks,
  ) {}

  /**
   * Consent to this very amount; one that is confirmed already is returned unchanged. A case that nobody holds any more gets it at once, any
   * other when its holder agrees. Refuses REVISION_OUTDATED.
   */
  async confirm(tx: Tx, actor: Actor, caseId: string, outstandingFen: Fen): Promise<CaseRevision> {
    const revision = await this.lock(tx, actor, caseId);
    const one = await this.receivables.lockOne(tx, caseId);
    const free = isFree(one);
    const given = revision.state === 'confirmed' || (revision.state === 'proposed' && !free);
    if (given && revision.outstandingFen === outstandingFen) return revision;
    requireOpen(revision);
    requireOngoing(one);
    const facts = await this.judged(tx, revision, one, outstandingFen);
    if (free) return this.apply(tx, actor, revision, facts);
    return this.proposals.askHolder(tx, actor, revision, facts.lines);
  }

  /** The agreed amount stays; one that is declined already is returned unchanged. */
  async decline(tx: Tx, actor: Actor, caseId: string, reason: string): Promise<CaseRevision> {
    const revision = await this.lock(tx, actor, caseId);
    if (revision.state === 'declined') return revision;
    requireOpen(revision);
    return (await this.proposals.decide(tx, caseId, { state: 'declined', by: actor.memberId, reason }))!;
  }

  /** The case as it shall be. Its amount may have been changed by agreement since the books showed this one. */
  private async judged(tx: Tx, revision: CaseRevision, one: CaseRow, outstandingFen: Fen): Promise<RevisedFacts> {
    const coveredFen = one.recoveredFen + ((await this.books.pendingOn(tx, [one.id])).get(one.id) ?? 0n);
    const lines = linesOf(revision, one);
    const facts = lines && { ...totalsOf(lines), lines };
    const same = [revision, facts].every((is) => is?.outstandingFen === outstandingFen);
    const since = revision.fromFen !== one.outstandingFen;
    if (!same || since || outstandingFen <= coveredFen || !facts || !(await this.fits(tx, one, facts))) {
      const details = { outstandingFen: revision.outstandingFen.toString(), coveredFen: coveredFen.toString() };
      throw new RevisionOutdated({ path: 'outstandingFen', details });
    }
    return facts;
  }

  /** The lines may have been changed by agreement since, to the same amount: no line comes back, and none comes twice. */
  private async fits(tx: Tx, one: CaseRow, facts: RevisedFacts): Promise<boolean> {
    const open = openLines(one.lines).map(({ lineNumber }) => lineNumber);
    if (facts.lines.some(({ lineNumber }) => lineNumber !== undefined && !open.includes(lineNumber))) return false;
    return (await this.receivables.faultsOf(tx, one.id, facts)).length === 0;
  }

  private async apply(tx: Tx, actor: Actor, { caseId }: CaseRevision, facts: RevisedFacts): Promise<CaseRevision> {
    const written = await this.receivables.reviseAgreed(tx, actor, { id: caseId, facts });
    if (!written) throw new WrongState({ path: 'caseId' });
    return (await this.proposals.decide(tx, caseId, { state: 'confirmed', by: actor.memberId }))!;
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

/** Those that the books brought; of a revision from before cases had lines, the one line with its amounts. */
function linesOf({ lines, principalFen, penaltyFen, paidFen }: CaseRevision, one: CaseRow) {
  return lines ? readTargets(lines) : linesAs(openLines(one.lines), [], { ...one, principalFen, penaltyFen, paidFen });
}

function isFree({ state }: CaseRow): boolean {
  return (FREE_STATES as readonly string[]).includes(state);
}

function requireOngoing(one: CaseRow): void {
  const { state } = one;
  if (state === 'on_hold') throw new CaseFrozenByPlatform({ path: 'caseId' });
  if (isFree(one) || (HELD_STATES as readonly string[]).includes(state)) return;
  throw new WrongState({ path: 'caseId', details: { state } });
}

function requireOpen({ state }: CaseRevision): void {
  if (state !== 'pending' && state !== 'proposed') throw new WrongState({ path: 'caseId', details: { state } });
}
