import { Injectable } from '@nestjs/common';
import { ClosingAnswered, ClosingProposed } from '../../events/grabs.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { keyed } from '../../platform/idempotency/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import { type CloseCode, CloseCodeUnfounded, closedState, type LockedCase } from '../cases/index.js';
import { Activities } from '../collection/index.js';
import { type Grab, GrabHolds, grabEventOf, type HeldCase } from '../grabs/index.js';
import { type ClosingAnswer, costsLikeReturn, isTheHolders, missingWork } from './closing.policy.js';
import {
  CloseCodeNotTheHolders,
  CloseNotProposed,
  CloseProposedAlready,
  EntrustmentNotAccepted,
  WorkNotLogged,
} from './closing.refusals.js';
import { type ClosingFigures, closingFigures } from './closing-figures.js';

/** The answers of a creditor. */
export type CreditorAnswer = Extract<ClosingAnswer, 'consent' | 'keep' | 'relist' | 'decline'>;

/**
 * Closing a case that is not paid in full: its holder proposes, its creditor answers or stays silent. Until then the holder keeps
 * the case and its slot. Each act locks the case first, so that of several at once one ends the grab.
 */
@Injectable()
export class Closings {
  constructor(
    private readonly database: Database,
    private readonly holds: GrabHolds,
    private readonly activities: Activities,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
  ) {}

  /** The holder proposes to close its case. Refuses a code without the work or the payment that it claims. */
  async propose(actor: Actor, grabId: string, closeCode: CloseCode): Promise<Grab> {
    return this.act(actor, 'closing.propose', { grabId, closeCode }, async (tx) => {
      const { grab, held } = await this.holds.lockWorkable(tx, actor, grabId);
      if (!isTheHolders(closeCode)) throw new CloseCodeNotTheHolders({ path: 'closeCode', details: { closeCode } });
      requireFounded(closeCode, held);
      if (closeCode === 'paid') return this.holds.complete(tx, grab, 'paid');
      if (!grab.acceptedAt) throw new EntrustmentNotAccepted({ path: 'grabId' });
      if (grab.closeCode === closeCode) return grab;
      if (grab.closeCode) {
        throw new CloseProposedAlready({ path: 'closeCode', details: { closeCode: grab.closeCode } });
      }
      const figures = await this.policies.get(closingFigures, tx);
      await this.requireWork(tx, grab, closeCode, figures);
      const proposed = (await this.holds.proposeClose(tx, grab.id, closeCode, figures.silenceDays))!;
      const event = { ...grabEventOf(proposed), closeCode, closesAt: proposed.closeBy!.toISOString() };
      await this.outbox.publish(tx, ClosingProposed, event);
      return proposed;
    });
  }

  /** The creditor answers. After `decline` the holder goes on; every other answer ends its grab. */
  async answer(actor: Actor, grabId: string, answer: CreditorAnswer): Promise<Grab> {
    return this.act(actor, 'closing.answer', { grabId, answer }, async (tx) => {
      const found = await this.lockProposed(tx, actor, grabId);
      return answer === 'decline' ? this.goOn(tx, found.grab, 'decline') : this.end(tx, found, answer, actor);
    });
  }

  /** The holder takes its proposal back and goes on. */
  async withdraw(actor: Actor, grabId: string): Promise<Grab> {
    return this.act(actor, 'closing.withdraw', { grabId }, async (tx) => {
      const { grab } = await this.lockProposed(tx, actor, grabId);
      return this.goOn(tx, grab, 'withdrawn');
    });
  }

  /** Carries out a close whose creditor stayed silent, checked under the case's lock; otherwise does nothing. */
  async bySilence(grabId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await this.holds.lockCloseDue(tx, grabId);
      if (!found) return;
      // The payment that the code claims may have been reversed meanwhile.
      if (isFounded(found.grab.closeCode!, found.held)) await this.end(tx, found, 'silence');
      else await this.goOn(tx, found.grab, 'unfounded');
    });
  }

  /** One act of a member, once per key of its request. */
  private act(actor: Actor, operation: string, request: object, work: (tx: Tx) => Promise<Grab>): Promise<Grab> {
    return this.database.transaction((tx) => keyed(tx, { actor, operation, request }, () => work(tx)));
  }

  private async lockProposed(tx: Tx, actor: Actor, grabId: string): Promise<HeldCase> {
    const found = await this.holds.lockWorkable(tx, actor, grabId);
    if (!found.grab.closeCode) throw new CloseNotProposed({ path: 'grabId' });
    return found;
  }

  private async goOn(tx: Tx, grab: Grab, answer: ClosingAnswer): Promise<Grab> {
    const active = (await this.holds.clearClose(tx, grab.id, answer === 'decline'))!;
    await this.announce(tx, grab, answer);
    return active;
  }

  /** Ends the grab as closed by its holder; the answer decides where the case goes. */
  private async end(tx: Tx, { grab, held }: HeldCase, answer: ClosingAnswer, by?: Actor): Promise<Grab> {
    const closeCode = grab.closeCode!;
    const closes = answer === 'consent' || answer === 'silence';
    if (closes) requireFounded(closeCode, held);
    const openFen = held.outstandingFen - held.recoveredFen;
    const ended = await this.holds.end(tx, grab, {
      ...{ state: 'completed', reason: closeCode, by },
      closeCode: closes ? closeCode : undefined,
      toCreditor: answer === 'keep',
      penalised: costsLikeReturn(answer, grab.amountFen, openFen),
    });
    await this.announce(tx, grab, answer);
    return ended;
  }

  private async announce(tx: Tx, grab: Grab, answer: ClosingAnswer): Promise<void> {
    await this.outbox.publish(tx, ClosingAnswered, { ...grabEventOf(grab), closeCode: grab.closeCode!, answer });
  }

  private async requireWork(tx: Tx, grab: Grab, closeCode: CloseCode, { work }: ClosingFigures): Promise<void> {
    const rule = work[closeCode as keyof typeof work];
    const missing = missingWork(rule, await this.activities.countsOf(tx, grab, grab.closeDeclinedAt));
    if (!missing) return;
    const details = { ...missing, closeCode, kinds: missing.kinds.join(', ') };
    throw new WorkNotLogged({ path: 'closeCode', details });
  }
}

function isFounded(closeCode: CloseCode, { recoveredFen, outstandingFen }: LockedCase): boolean {
  return closedState(closeCode, recoveredFen, outstandingFen) !== undefined;
}

function requireFounded(closeCode: CloseCode, held: LockedCase): void {
  if (isFounded(closeCode, held)) return;
  const sums = { recoveredFen: held.recoveredFen.toString(), outstandingFen: held.outstandingFen.toString() };
  throw new CloseCodeUnfounded({ path: 'closeCode', details: { closeCode, ...sums } });
}
