import { Injectable } from '@nestjs/common';
import { CaseListed, CaseWithdrawn } from '../../events/cases.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, type Page, type PageInput, publicId, WrongState } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Idempotency } from '../../platform/idempotency/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { CaseDraft } from '../admission/index.js';
import { CaseRules } from '../admission/index.js';
import { CaseExists, CaseNotAdmissible } from './case.refusals.js';
import { type CaseFilter, CaseRepository, type SeenCase } from './case.repository.js';
import type { DraftOutcome } from './case.types.js';
import { CaseHistoryRepository, type HistoryLine } from './case-history.repository.js';
import { CaseIntake } from './case-intake.service.js';
import { CaseMovesRepository, listedPayload, type Move, type MovedCase } from './case-moves.repository.js';

/** A creditor's own acts on its cases, and everybody's reading of them. */
@Injectable()
export class CaseService {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly moves: CaseMovesRepository,
    private readonly histories: CaseHistoryRepository,
    private readonly intake: CaseIntake,
    private readonly rules: CaseRules,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
  ) {}

  /** Posts one case by the rules a batch follows. Refuses CASE_NOT_ADMISSIBLE with every reason, CASE_EXISTS. */
  async post(actor: Actor, draft: CaseDraft): Promise<SeenCase> {
    const caseId = await this.database.transaction((tx) =>
      this.idempotency.once(tx, { actor, operation: 'case.post', request: draft }, async () => {
        const input = { creditorId: actor.organisationId, memberId: actor.memberId };
        const [outcome] = await this.intake.admitMany(tx, input, [draft]);
        return acceptedId(outcome!);
      }),
    );
    return this.get(actor, caseId);
  }

  /** A case as the actor may see it; NOT_FOUND for everything else. */
  async get(actor: Actor, caseId: string): Promise<SeenCase> {
    const seen = await this.cases.find(this.database, actor, caseId);
    if (!seen) throw new NotFound({ path: 'caseId' });
    return seen;
  }

  page(actor: Actor, input: PageInput, filter: CaseFilter): Promise<Page<SeenCase>> {
    return this.cases.page(this.database, actor, input, filter);
  }

  count(actor: Actor, filter: CaseFilter): Promise<number> {
    return this.cases.count(this.database, actor, filter);
  }

  /** What happened to a case, oldest first; its acceptance with all its facts is one of the lines. For creditor and platform. */
  async history(actor: Actor, caseId: string): Promise<HistoryLine[]> {
    const { sight } = await this.get(actor, caseId);
    if (sight !== 'creditor' && sight !== 'platform') throw new NotFound({ path: 'caseId' });
    return this.histories.history(this.database, caseId);
  }

  /** The creditor takes back a case that nobody holds. WRONG_STATE once it is grabbed: then it is recalled from its holder. */
  async withdraw(actor: Actor, caseId: string, reason: string | null): Promise<SeenCase> {
    await this.database.transaction(async (tx) => {
      const facts = reason === null ? {} : { reason };
      const from = ['draft', 'submitted', 'under_review', 'listed', 'returned'] as const;
      const move: Move = { act: 'withdraw', to: 'withdrawn', from, change: 'close', value: 'withdrawn', facts };
      const { fromState } = await this.own(tx, actor, caseId, move);
      const leftHall = fromState === 'listed';
      await this.outbox.publish(tx, CaseWithdrawn, { caseId, creditorId: actor.organisationId, leftHall });
    });
    return this.get(actor, caseId);
  }

  /** Offers a case again that came back from its holders too often. */
  async relist(actor: Actor, caseId: string): Promise<SeenCase> {
    await this.database.transaction(async (tx) => {
      await this.rules.assertMayPost(tx, actor.organisationId);
      const move: Move = { act: 'relist', to: 'listed', from: ['returned'], change: 'list' };
      const moved = await this.own(tx, actor, caseId, move);
      await this.outbox.publish(tx, CaseListed, listedPayload(moved, true));
    });
    return this.get(actor, caseId);
  }

  private async own(tx: Tx, actor: Actor, caseId: string, move: Move): Promise<MovedCase> {
    const seen = await this.cases.find(tx, actor, caseId);
    if (seen?.sight !== 'creditor') throw new NotFound({ path: 'caseId' });
    const [moved] = await this.moves.move(tx, [{ caseId, ...actor }], move);
    if (moved) return moved;
    const now = await this.cases.find(tx, actor, caseId);
    throw new WrongState({ path: 'caseId', details: { state: now!.state } });
  }
}

function acceptedId({ outcome, caseId, reasons }: DraftOutcome): string {
  if (outcome === 'duplicate') {
    throw new CaseExists({ path: 'externalRef', details: { caseId: publicId('case', caseId!) } });
  }
  if (outcome !== 'rejected') return caseId!;
  const codes = reasons.map((one) => one.code).join(', ');
  throw new CaseNotAdmissible({ path: reasons[0]?.field, details: { reasons: codes } });
}
