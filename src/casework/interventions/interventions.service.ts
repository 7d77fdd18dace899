import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { type InterventionReason, WrongState } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { CaseClaims, CaseMoves, type CaseState, FREE_STATES, type Intervention } from '../cases/index.js';
import { type Grab, GrabHolds, standstillOf } from '../grabs/index.js';

/** Why the platform steps in; the note is for its own record. */
export interface Reason {
  readonly reasonCode: InterventionReason;
  readonly note?: string | null;
}

/** What the platform does about cases and grabs of others. Every act has a reason code, is audited and told to both parties. */
@Injectable()
export class Interventions {
  constructor(
    private readonly database: Database,
    private readonly claims: CaseClaims,
    private readonly moves: CaseMoves,
    private readonly holds: GrabHolds,
    private readonly audit: Audit,
  ) {}

  /** Takes a case from its holder without a penalty, and lists it again or withdraws it. A frozen case stays frozen. */
  async recall(actor: Actor, grabId: string, reason: Reason, relist: boolean): Promise<Grab> {
    return this.act(actor, 'intervention.recall', { grabId, ...reason, relist }, async (tx) => {
      const { caseId } = await this.holds.visible(tx, actor, grabId);
      await this.claims.lock(tx, caseId);
      const grab = await this.holds.visible(tx, actor, grabId);
      if (grab.state !== 'active') throw new WrongState({ path: 'grabId', details: { state: grab.state } });
      await this.record(tx, actor, 'grab.recall', { kind: 'grab', id: grabId }, reason);
      const closeCode = relist ? undefined : 'withdrawn';
      return this.holds.end(tx, grab, { state: 'recalled', reason: reason.reasonCode, by: actor, closeCode });
    });
  }

  /** Withdraws a case that no provider holds, also one that was frozen in the hall. */
  async withdraw(actor: Actor, caseId: string, reason: Reason): Promise<void> {
    await this.act(actor, 'intervention.withdraw', { caseId, ...reason }, async (tx) => {
      const { state, heldFrom } = await this.claims.lockOf(tx, actor, caseId);
      const from: CaseState[] = heldFrom === 'listed' ? ['on_hold'] : [...FREE_STATES];
      const { reasonCode } = reason;
      const moved = await this.moves.withdraw(tx, [{ caseId, ...actor }], from, { reasonCode }, reasonCode);
      if (moved.length === 0) throw new WrongState({ path: 'caseId', details: { state } });
      await this.record(tx, actor, 'case.withdraw', { kind: 'case', id: caseId }, reason);
    });
  }

  /** Stops all work on a listed or held case; deadlines of its holder stand still. */
  async freeze(actor: Actor, caseId: string, reason: Reason): Promise<void> {
    await this.act(actor, 'intervention.freeze', { caseId, ...reason }, async (tx) => {
      await this.claims.lockOf(tx, actor, caseId);
      const grab = await this.holds.freeze(tx, caseId, reason.reasonCode);
      await this.claims.freeze(tx, caseId, actor, interventionIn(grab, reason));
      await this.record(tx, actor, 'case.freeze', { kind: 'case', id: caseId }, reason);
    });
  }

  /** Lets a frozen case go on where it was frozen. */
  async unfreeze(actor: Actor, caseId: string, reason: Reason): Promise<void> {
    await this.act(actor, 'intervention.unfreeze', { caseId, ...reason }, async (tx) => {
      await this.claims.lockOf(tx, actor, caseId);
      const grab = await this.holds.unfreeze(tx, caseId);
      await this.claims.unfreeze(tx, caseId, actor, interventionIn(grab, reason));
      await this.record(tx, actor, 'case.unfreeze', { kind: 'case', id: caseId }, reason);
    });
  }

  /** One act of a member, once per key of its request. */
  private act<T>(actor: Actor, operation: string, request: object, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => keyed(tx, { actor, operation, request }, () => work(tx)));
  }

  private record(tx: Tx, actor: Actor, act: string, subject: { kind: string; id: string }, reason: Reason) {
    return this.audit.record(tx, actor, act, subject, { reasonCode: reason.reasonCode, note: reason.note ?? null });
  }
}

function interventionIn(grab: Grab | undefined, { reasonCode }: Reason): Intervention {
  return grab
    ? { reasonCode, providerId: grab.providerId, hold: standstillOf(grab) }
    : { reasonCode, providerId: null, hold: null };
}
