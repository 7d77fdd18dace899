import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { type Fen, type InterventionReason, orNotFound, WrongState } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { Standings } from '../../risk/standing/index.js';
import { CaseClaims, CaseFrozenByPlatform, type CloseCode, type LockedCase } from '../cases/index.js';
import { Disclosures } from '../debtors/index.js';
import { type Grab, GrabRepository } from './grab.repository.js';
import { type Ending, GrabEndings } from './grab-endings.js';

/** An active grab with its case, both read under the case's lock. */
export interface HeldCase {
  readonly grab: Grab;
  readonly held: LockedCase;
}

/** What other modules need of grabs inside their own transactions. */
@Injectable()
export class GrabHolds {
  constructor(
    private readonly grabs: GrabRepository,
    private readonly endings: GrabEndings,
    private readonly claims: CaseClaims,
    private readonly disclosures: Disclosures,
    private readonly standings: Standings,
  ) {}

  /** A grab that this actor may see, or NOT_FOUND. */
  async visible(q: Queryable, actor: Actor, grabId: string): Promise<Grab> {
    return orNotFound(await this.grabs.visible(q, actor, grabId), 'grabId');
  }

  /** Refuses ORGANISATION_NOT_VERIFIED to a provider whose verification is not in force. */
  assertInForce(q: Queryable, actor: Actor): Promise<void> {
    return this.disclosures.assertInForce(q, actor);
  }

  /** A grab that its holder may work on: refuses a holder whose verification is not in force, and a frozen case. */
  async workable(q: Queryable, actor: Actor, grabId: string): Promise<Grab> {
    const grab = await this.visible(q, actor, grabId);
    await this.disclosures.assertInForce(q, actor);
    if (grab.state === 'active' && grab.frozenAt) throw new CaseFrozenByPlatform({ path: 'grabId' });
    return grab;
  }

  /** Locks the case of an active grab, for an act of one of its parties on the grab. Refuses WRONG_STATE once it is over. */
  async lockWorkable(tx: Tx, actor: Actor, grabId: string): Promise<HeldCase> {
    const { caseId } = await this.visible(tx, actor, grabId);
    const held = await this.claims.lock(tx, caseId);
    const grab = await this.workable(tx, actor, grabId);
    if (grab.state !== 'active') throw new WrongState({ path: 'grabId', details: { state: grab.state } });
    return { grab, held };
  }

  async byId(q: Queryable, grabId: string): Promise<Grab | undefined> {
    return this.grabs.byId(q, grabId);
  }

  async activeOnCase(q: Queryable, caseId: string): Promise<Grab | undefined> {
    return this.grabs.activeOnCase(q, caseId);
  }

  /** Every grab of a case, ended ones too, oldest first: a payment may count for an earlier holder. */
  async onCase(q: Queryable, caseId: string): Promise<Grab[]> {
    return this.grabs.onCase(q, caseId);
  }

  /**
   * The grabs of one mandate, oldest first: of an agency the grab alone; of a law firm all its grabs on the case, over which the cap of
   * its contingency fee counts together (司发通〔2021〕87号 item 6).
   */
  async mandateOf(q: Queryable, grabId: string): Promise<Grab[]> {
    const grab = (await this.grabs.byId(q, grabId))!;
    if (grab.terms.capKind !== 'lawyer') return [grab];
    return (await this.grabs.onCase(q, grab.caseId)).filter(({ providerId }) => providerId === grab.providerId);
  }

  /** Records the first activity on a case; undefined when the grab has ended. */
  async noteActivity(tx: Tx, grabId: string): Promise<Grab | undefined> {
    return this.grabs.noteActivity(tx, grabId);
  }

  /** Completes an active grab because its case is recovered in full. */
  async complete(tx: Tx, grab: Grab, closeCode: CloseCode): Promise<Grab> {
    return this.endings.end(tx, grab, { state: 'completed', reason: closeCode, closeCode });
  }

  /** Ends an active grab. The caller has locked the case. */
  end(tx: Tx, grab: Grab, ending: Ending): Promise<Grab> {
    return this.endings.end(tx, grab, ending);
  }

  /** Takes all cases back from these providers, without a penalty. */
  recallAll(tx: Tx, providerIds: readonly string[], reason: string): Promise<void> {
    return this.endings.recallAll(tx, providerIds, reason);
  }

  /** The active grabs of these providers. */
  activeOf(q: Queryable, providerIds: readonly string[]): Promise<Grab[]> {
    return this.grabs.activeOf(q, providerIds);
  }

  /** A case of this provider must be below this amount, by its standing; null: any. */
  async largestCaseOf(q: Queryable, providerId: string): Promise<Fen | null> {
    return (await this.standings.limitsOf(q, [providerId])).get(providerId)?.largestCaseFen ?? null;
  }

  proposeClose(tx: Tx, grabId: string, closeCode: CloseCode, silenceDays: number): Promise<Grab | undefined> {
    return this.grabs.proposeClose(tx, grabId, closeCode, silenceDays);
  }

  /** Takes a proposed close away; after a `declined` one the next needs new work. */
  clearClose(tx: Tx, grabId: string, declined: boolean): Promise<Grab | undefined> {
    return this.grabs.clearClose(tx, grabId, declined);
  }

  /** Grabs whose proposed close was not answered in time. */
  closesDue(q: Queryable, limit: number): Promise<{ id: string }[]> {
    return this.grabs.closesDue(q, limit);
  }

  /** Locks the case of a grab whose proposed close is due, by the database's clock; undefined when it is not, or not any more. */
  async lockCloseDue(tx: Tx, grabId: string): Promise<HeldCase | undefined> {
    const found = await this.grabs.byId(tx, grabId);
    if (found?.state !== 'active') return undefined;
    const held = await this.claims.lock(tx, found.caseId);
    if (!(await this.grabs.isCloseDue(tx, grabId))) return undefined;
    return { grab: (await this.grabs.byId(tx, grabId))!, held };
  }

  /**
   * Stops the deadlines of the active grab on a case, which the caller has locked; undefined when nobody holds it. Whether the days count
   * for the standing of its holder follows from the reason and the figures now in force.
   */
  async freeze(tx: Tx, caseId: string, reason: InterventionReason): Promise<Grab | undefined> {
    const { sparingFreezes } = await this.standings.parameters(tx);
    return this.grabs.freeze(tx, caseId, sparingFreezes.includes(reason));
  }

  /** Lets them run on, later by the time the case was frozen. */
  unfreeze(tx: Tx, caseId: string): Promise<Grab | undefined> {
    return this.grabs.unfreeze(tx, caseId);
  }
}
