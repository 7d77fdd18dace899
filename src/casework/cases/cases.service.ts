import { Injectable } from '@nestjs/common';
import { type Actor, isMachine } from '../../kernel/access/index.js';
import { NotFound, orNotFound, type Page, type PageInput } from '../../kernel/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { type Disclosure, Disclosures, HistoryTexts, type ShownDebtor } from '../debtors/index.js';
import {
  type CaseFilter,
  type CaseLabel,
  CaseRepository,
  type CaseRow,
  type HistoryLine,
  type SeenCase,
  type SlowTests,
  type WaitingTest,
} from './case.repository.js';

/** Reads cases; each caller gets what it may see. */
@Injectable()
export class Cases {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly disclosures: Disclosures,
    private readonly texts: HistoryTexts,
  ) {}

  /**
   * A case as the actor may see it. NOT_FOUND when the actor may not see it, ORGANISATION_NOT_VERIFIED for a provider without
   * approval.
   */
  async get(actor: Actor, caseId: string, q: Queryable = this.database): Promise<SeenCase> {
    const found = orNotFound(await this.cases.find(q, actor, caseId), 'caseId');
    await this.disclosures.assertInForce(q, actor);
    return found;
  }

  /** Refuses ORGANISATION_NOT_VERIFIED to a provider whose verification is not in force. */
  assertInForce(actor: Actor): Promise<void> {
    return this.disclosures.assertInForce(this.database, actor);
  }

  async page(actor: Actor, input: PageInput, filter: CaseFilter): Promise<Page<SeenCase>> {
    await this.assertInForce(actor);
    return this.cases.page(this.database, actor, input, filter);
  }

  async count(actor: Actor, filter: CaseFilter): Promise<number> {
    await this.assertInForce(actor);
    return this.cases.count(this.database, actor, filter);
  }

  /** What people call these cases, by id; for a caller that may know of them. */
  async labelsOf(q: Queryable, caseIds: readonly string[]): Promise<Map<string, CaseLabel>> {
    return new Map((await this.cases.labelsOf(q, caseIds)).map((one) => [one.id, one]));
  }

  /** Refuses a case that is neither the actor's own as its creditor nor seen by the platform. */
  async observed(actor: Actor, caseId: string): Promise<void> {
    const { sight } = await this.get(actor, caseId);
    if (sight !== 'creditor' && sight !== 'platform') throw new NotFound({ path: 'caseId' });
  }

  /** The history of a case, oldest first. For creditor and platform. Machines read what people wrote with `debtors:read`. */
  async history(actor: Actor, caseId: string): Promise<HistoryLine[]> {
    await this.observed(actor, caseId);
    const lines = await this.cases.history(this.database, caseId);
    const shown = !isMachine(actor) || actor.scopes.includes('debtors:read');
    return lines.map(({ facts, ...line }) => {
      return { ...line, facts: shown ? this.texts.opened(caseId, facts) : this.texts.withheld(facts) };
    });
  }

  /** All disclosures of a case, ended ones too. For creditor and platform. */
  async disclosuresOf(actor: Actor, caseId: string): Promise<Disclosure[]> {
    await this.observed(actor, caseId);
    return this.disclosures.ofCase(this.database, caseId);
  }

  /** The debtor's personal data, for the creditor and the holder with an accepted entrustment. Every read is recorded. */
  debtorOf(actor: Actor, caseId: string): Promise<ShownDebtor> {
    return this.database.transaction(async (tx) =>
      this.disclosures.readDebtor(tx, actor, await this.get(actor, caseId, tx)),
    );
  }

  /** Cases in state `submitted` or `under_review`, oldest first. */
  reviewQueue(actor: Actor, input: PageInput): Promise<Page<SeenCase>> {
    return this.cases.reviewQueue(this.database, actor, input);
  }

  /** Sandbox cases that wait for the automatic reviewer. */
  waitingInSandboxes(slow: SlowTests, limit: number): Promise<WaitingTest[]> {
    return this.cases.waitingInSandboxes(this.database, slow, limit);
  }

  /** The whole row, locked, for a change that depends on it. Ignores visibility. */
  lock(tx: Tx, caseId: string): Promise<CaseRow | undefined> {
    return this.cases.lock(tx, caseId);
  }
}
