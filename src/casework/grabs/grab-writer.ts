import { Injectable } from '@nestjs/common';
import { GrabTaken } from '../../events/grabs.events.js';
import type { OrganisationKind } from '../../kernel/access/index.js';
import { Clock, monthsBetween, newId } from '../../kernel/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Idempotency } from '../../platform/idempotency/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import type { Limits } from '../../risk/standing/index.js';
import { commissionFigures, freezeTerms } from '../admission/index.js';
import { CaseClaims, type ListedCase } from '../cases/index.js';
import { Disclosures } from '../debtors/index.js';
import { type Attempt, GRAB_OPERATION } from './attempt.js';
import { type Grab, GrabRepository, type NewGrab } from './grab.repository.js';
import { grabEventOf } from './grab-events.js';
import type { GrabFigures } from './grab-figures.js';
import { SlotRepository } from './slot.repository.js';

/** An attempt that won, with what its grab freezes. */
export interface Win {
  readonly index: number;
  readonly attempt: Attempt;
  readonly listed: ListedCase;
  readonly provider: { kind: OrganisationKind | undefined; limits: Limits };
}

/** Writes the won grabs of a batch: one statement per effect, all in the batch's transaction. */
@Injectable()
export class GrabWriter {
  constructor(
    private readonly claims: CaseClaims,
    private readonly disclosures: Disclosures,
    private readonly grabs: GrabRepository,
    private readonly slots: SlotRepository,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** Returns the written grab of each win by its index. A row count that disagrees with the decision aborts the batch. */
  async write(tx: Tx, wins: Win[], figures: GrabFigures): Promise<Map<number, Grab>> {
    if (wins.length === 0) return new Map();
    const { serviceFeeBps } = await this.policies.get(commissionFigures, tx);
    const claims = wins.map(({ attempt }) => ({
      caseId: attempt.caseId,
      organisationId: attempt.actor.organisationId,
      memberId: attempt.actor.memberId,
    }));
    const perProvider = winsPerProvider(wins);
    const grabs = wins.map((win) => this.newGrab(win, serviceFeeBps));
    const events = grabs.map((grab) => this.outbox.prepare(GrabTaken, grabEventOf(grab)));
    // One message, executed in this order.
    const [moved, counted, written] = await Promise.all([
      this.claims.markGrabbed(tx, claims),
      this.slots.take(tx, perProvider),
      this.grabs.insertAll(tx, grabs, figures),
      this.disclosures.discloseMasked(tx, claims),
      this.outbox.publishAll(tx, events),
    ]);
    assertAll(moved.length, wins.length, 'cases claimed');
    assertAll(counted.length, perProvider.size, 'slots taken');
    const byCase = new Map(written.map((grab) => [grab.caseId, grab]));
    await this.rememberKeys(tx, wins, byCase);
    return new Map(wins.map((win) => [win.index, byCase.get(win.attempt.caseId)!]));
  }

  private newGrab({ attempt, listed, provider }: Win, serviceFeeBps: number): NewGrab {
    const monthsOverdue = monthsBetween(listed.dueOn, this.clock.today());
    return {
      id: newId(this.clock.millis()),
      caseId: listed.id,
      providerId: attempt.actor.organisationId,
      memberId: attempt.actor.memberId,
      creditorId: listed.creditorId,
      sandboxId: listed.sandboxId,
      amountFen: listed.amountFen,
      monthsOverdue,
      terms: freezeTerms(
        { bps: listed.commissionBps, tiers: listed.tiers },
        { amountFen: listed.amountFen, monthsOverdue },
        provider.kind === 'law_firm' ? 'law_firm' : 'agency',
        serviceFeeBps,
      ),
    };
  }

  private async rememberKeys(tx: Tx, wins: Win[], byCase: Map<string, Grab>): Promise<void> {
    const keyed = wins.filter((win) => win.attempt.idempotencyKey !== undefined);
    if (keyed.length === 0) return;
    await this.idempotency.rememberMany(
      tx,
      keyed.map(({ attempt }) => ({
        organisationId: attempt.actor.organisationId,
        key: attempt.idempotencyKey!,
        operation: GRAB_OPERATION,
        request: { caseId: attempt.caseId },
        response: byCase.get(attempt.caseId)!,
      })),
    );
  }
}

function winsPerProvider(wins: Win[]): Map<string, { count: number; quota: number }> {
  const perProvider = new Map<string, { count: number; quota: number }>();
  for (const { attempt, provider } of wins) {
    const id = attempt.actor.organisationId;
    perProvider.set(id, { count: (perProvider.get(id)?.count ?? 0) + 1, quota: provider.limits.casesHeld });
  }
  return perProvider;
}

function assertAll(found: number, expected: number, what: string): void {
  if (found !== expected)
    throw new Error(`grab batch: ${found} of ${expected} ${what} under lock; nothing was written`);
}
