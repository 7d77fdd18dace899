import { Injectable } from '@nestjs/common';
import { PayoutCreated, PayoutPaid, PayoutReturned, PayoutSent } from '../../events/settlement.events.js';
import type { Actor } from '../../kernel/access/index.js';
import {
  Clock,
  type Fen,
  Forbidden,
  fenFromWire,
  NotFound,
  newId,
  orNotFound,
  type Page,
  type PageInput,
  WrongState,
} from '../../kernel/index.js';
import { Organisations } from '../../parties/worlds/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { Idempotency } from '../../platform/idempotency/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import { InsufficientBalance } from '../ledger/index.js';
import { settlementFigures } from '../settlement/index.js';
import { Earnings } from './earnings.service.js';
import { MakerIsChecker, NothingToPayOut, PayoutNeedsApproval } from './payout.refusals.js';
import { type Payout, type PayoutFilter, PayoutRepository } from './payout.repository.js';

/** Payments to providers: set aside, approved when large, sent, then paid or returned. By members of the platform only. */
@Injectable()
export class Payouts {
  constructor(
    private readonly database: Database,
    private readonly payouts: PayoutRepository,
    private readonly earnings: Earnings,
    private readonly organisations: Organisations,
    private readonly policies: Policies,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets aside `amountFen` of a provider's earnings whose hold is over, or all of them. Refuses NOTHING_TO_PAY_OUT when
   * less is available.
   */
  async create(actor: Actor, key: string | undefined, providerId: string, amountFen?: Fen): Promise<Payout> {
    return this.act(actor, key, 'payout.create', { providerId, amountFen: amountFen ?? null }, async (tx, memberId) => {
      await this.requireProvider(tx, actor, providerId);
      const { availableFen, heldFen } = await this.earnings.availableTo(tx, providerId);
      const amount = amountFen ?? availableFen;
      if (amount <= 0n || amount > availableFen) throw nothing(availableFen, heldFen);
      const limit = await this.twoPersonsAbove(tx);
      const needsApproval = amount + (await this.payouts.withinADay(tx, providerId)) > limit;
      const one = { id: newId(this.clock.millis()), providerId, amountFen: amount, needsApproval, createdBy: memberId };
      const payout = await this.payouts.insert(tx, one);
      await this.earnings.setAside(tx, payout, heldFen).catch((error: unknown) => {
        // Another payout or a reversal was committed after the balance was read.
        throw error instanceof InsufficientBalance ? nothing(0n, heldFen) : error;
      });
      await this.outbox.publish(tx, PayoutCreated, eventOf(payout));
      return payout;
    });
  }

  /** Approves a large payout as the second person. Refuses MAKER_IS_CHECKER to the person who made it. */
  async approve(actor: Actor, key: string | undefined, payoutId: string): Promise<Payout> {
    return this.act(actor, key, 'payout.approve', { payoutId }, async (tx, memberId) => {
      const found = await this.found(tx, actor, payoutId);
      if (found.createdBy === memberId) throw new MakerIsChecker();
      if (found.approvedBy) return found;
      return (await this.payouts.approve(tx, payoutId, memberId)) ?? this.wrongState(tx, actor, payoutId);
    });
  }

  /** The bank has the order, under this reference. Refuses PAYOUT_NEEDS_APPROVAL for a large payout without approval. */
  async markSent(actor: Actor, key: string | undefined, payoutId: string, reference: string): Promise<Payout> {
    return this.act(actor, key, 'payout.send', { payoutId, reference }, async (tx) => {
      const found = await this.found(tx, actor, payoutId);
      const sent = await this.payouts.send(tx, payoutId, reference);
      if (!sent && found.state === 'due' && found.needsApproval && !found.approvedBy) {
        throw new PayoutNeedsApproval({ details: { limitFen: (await this.twoPersonsAbove(tx)).toString() } });
      }
      if (!sent) return this.wrongState(tx, actor, payoutId);
      await this.outbox.publish(tx, PayoutSent, eventOf(sent));
      return sent;
    });
  }

  /** The provider's bank received it. */
  async markPaid(actor: Actor, key: string | undefined, payoutId: string): Promise<Payout> {
    return this.act(actor, key, 'payout.pay', { payoutId }, async (tx) => {
      await this.found(tx, actor, payoutId);
      const paid = await this.payouts.pay(tx, payoutId);
      if (!paid) return this.wrongState(tx, actor, payoutId);
      await this.earnings.paidOut(tx, paid);
      await this.outbox.publish(tx, PayoutPaid, eventOf(paid));
      return paid;
    });
  }

  /** It came back, or was called off before it was sent; the amount is available to the provider again. */
  async markReturned(actor: Actor, key: string | undefined, payoutId: string, reason: string): Promise<Payout> {
    return this.act(actor, key, 'payout.return', { payoutId, reason }, async (tx) => {
      await this.found(tx, actor, payoutId);
      const returned = await this.payouts.giveBack(tx, payoutId, reason);
      if (!returned) return this.wrongState(tx, actor, payoutId);
      await this.earnings.putBack(tx, returned);
      await this.outbox.publish(tx, PayoutReturned, eventOf(returned));
      return returned;
    });
  }

  async get(actor: Actor, payoutId: string): Promise<Payout> {
    return this.payouts.opened(await this.found(this.database, actor, payoutId));
  }

  /** The payouts this actor may see, newest first. */
  async list(actor: Actor, page: PageInput, filter: PayoutFilter = {}): Promise<Page<Payout>> {
    const found = await this.payouts.list(this.database, actor, filter, page);
    return { ...found, nodes: found.nodes.map(this.payouts.opened) };
  }

  /** One act on a payout by a member of the platform: once per key, in one transaction, with an audit record. */
  private async act(
    actor: Actor,
    key: string | undefined,
    operation: string,
    request: { payoutId?: string; [field: string]: unknown },
    work: (tx: Tx, memberId: string) => Promise<Payout>,
  ): Promise<Payout> {
    const { memberId } = actor;
    if (!memberId) throw new Forbidden();
    // Why it came back stays sealed in the answer that is kept.
    const kept = await this.database.transaction((tx) =>
      this.idempotency.once(tx, { actor, key, operation, request }, async () => {
        const payout = await work(tx, memberId);
        const facts = { state: payout.state, amountFen: payout.amountFen.toString(), providerId: payout.providerId };
        await this.audit.record(tx, actor, operation, { kind: 'payout', id: payout.id }, facts);
        return payout;
      }),
    );
    return this.payouts.opened(kept);
  }

  private async requireProvider(tx: Tx, actor: Actor, id: string): Promise<void> {
    const found = await this.organisations.get(tx, id);
    const provider = found?.kind === 'agency' || found?.kind === 'law_firm';
    if (!provider || found.sandboxId !== actor.sandboxId) throw new NotFound({ path: 'providerId' });
  }

  private async twoPersonsAbove(tx: Tx): Promise<Fen> {
    return fenFromWire((await this.policies.get(settlementFigures, tx)).twoPersonsAboveFen)!;
  }

  private async found(q: Queryable, actor: Actor, payoutId: string): Promise<Payout> {
    return orNotFound(await this.payouts.visible(q, actor, payoutId), 'payoutId');
  }

  private async wrongState(tx: Tx, actor: Actor, payoutId: string): Promise<never> {
    const { state } = await this.found(tx, actor, payoutId);
    throw new WrongState({ path: 'payoutId', details: { state } });
  }
}

function nothing(availableFen: Fen, heldFen: Fen): NothingToPayOut {
  return new NothingToPayOut({ details: { availableFen: availableFen.toString(), heldFen: heldFen.toString() } });
}

function eventOf(payout: Payout) {
  return { payoutId: payout.id, providerId: payout.providerId, amountFen: payout.amountFen.toString() };
}
