import { Injectable } from '@nestjs/common';
import { CommissionBooked, CommissionReversed } from '../../events/settlement.events.js';
import { Clock, type Fen, newId, WrongState } from '../../kernel/index.js';
import type { World } from '../../parties/worlds/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import { Ledger, type Line, mirrorOf, type Posting } from '../ledger/index.js';
import { linesOf, type Parties } from './booking.policy.js';
import { type Commission, CommissionRepository, type NewCommission } from './commission.repository.js';
import { lockMandate, type TermsOfGrab, totalsWith } from './mandates.js';
import { PlatformParty } from './platform-party.js';
import { reverseOf, splitOf, splitRepayment } from './repayment-split.policy.js';
import { settlementFigures } from './settlement-figures.js';

/** What settlement needs of a confirmed repayment; its terms were frozen when the case was grabbed. */
type SettledRepayment = Omit<NewCommission, 'id' | 'transferId' | 'commissionFen' | 'serviceFeeFen'>;

/**
 * Books the commission and fee on confirmed repayments, and reverses them. Both run in the caller's transaction; lock order:
 * case → slot → commission total of the grab → ledger accounts by id.
 */
@Injectable()
export class Commissions {
  constructor(
    private readonly commissions: CommissionRepository,
    private readonly ledger: Ledger,
    private readonly platform: PlatformParty,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Splits a repayment by the terms of its grab and books it, once; returns the earlier booking when it was settled before. `grabs` are
   * those of the mandate, oldest first, its own among them. The caller has locked the case.
   */
  async settle(tx: Tx, repayment: SettledRepayment, grabs: readonly TermsOfGrab[]): Promise<Commission> {
    const mandate = await lockMandate(this.commissions, tx, repayment.grabId, grabs);
    const before = await this.commissions.byRepayment(tx, repayment.repaymentId);
    if (before) return before;
    const { holdDays } = await this.policies.get(settlementFigures, tx);
    const split = splitRepayment(repayment.terms, repayment.repaidFen, mandate.realisedFen, mandate);
    const world = await this.platform.worldOf(tx, repayment.creditorId);
    const lines = linesOf(partiesOf(repayment, world), split);
    const transfer = await this.ledger.post(tx, posting('repayment', repayment, lines, world));
    const { commissionFen, serviceFeeFen } = split;
    const id = newId(this.clock.millis());
    const booked = { ...repayment, id, transferId: transfer.id, commissionFen, serviceFeeFen };
    const commission = await this.commissions.insert(tx, booked, holdDays, world.aheadSeconds);
    await this.commissions.writeTotals(tx, totalsWith(mandate, split.repaidFen));
    await this.outbox.publish(tx, CommissionBooked, eventOf(commission));
    return commission;
  }

  /**
   * Reverses a booking: its exact mirror, and an adjustment after which the mandate's total is the commission on what remains
   * realised. Refuses WRONG_STATE when it was reversed before.
   */
  async reverse(tx: Tx, repaymentId: string, grabs: readonly TermsOfGrab[]): Promise<Commission> {
    const settled = await this.commissions.byRepayment(tx, repaymentId);
    if (!settled) throw new Error(`repayment ${repaymentId} was never settled`);
    const mandate = await lockMandate(this.commissions, tx, settled.grabId, grabs);
    const booked = (await this.commissions.byRepayment(tx, repaymentId))!;
    if (booked.state === 'reversed') throw new WrongState({ path: 'repaymentId', details: { state: booked.state } });
    const split = splitOf(booked.repaidFen, booked.commissionFen, booked.serviceFeeFen);
    const { adjustment, total: taken } = reverseOf(booked.terms, split, mandate.realisedFen, mandate);
    const world = await this.platform.worldOf(tx, booked.creditorId);
    const parties = partiesOf(booked, world);
    const mirror = mirrorOf(linesOf(parties, booked));
    const reversal = await this.ledger.post(tx, posting('reversal', booked, mirror, world, booked.transferId));
    const adjusted = linesOf(parties, adjustment);
    const adjusting =
      adjusted.length > 0 ? await this.ledger.post(tx, posting('adjustment', booked, adjusted, world)) : null;
    const reversed = await this.commissions.markReversed(tx, booked.id, {
      reversalId: reversal.id,
      adjustmentId: adjusting?.id ?? null,
      commissionFen: adjustment.commissionFen,
      serviceFeeFen: adjustment.serviceFeeFen,
      ahead: world.aheadSeconds,
    });
    if (!reversed) throw new WrongState({ path: 'repaymentId', details: { state: 'reversed' } });
    await this.commissions.writeTotals(tx, totalsWith(mandate, taken.repaidFen));
    await this.outbox.publish(tx, CommissionReversed, {
      ...eventOf(reversed),
      adjustmentCommissionFen: reversed.adjustmentCommissionFen.toString(),
      adjustmentServiceFeeFen: reversed.adjustmentServiceFeeFen.toString(),
    });
    return reversed;
  }

  /** The bookings of these repayments, by repayment id; the caller has checked that they may be read. */
  async ofRepayments(q: Queryable, repaymentIds: string[]): Promise<Map<string, Commission>> {
    if (repaymentIds.length === 0) return new Map();
    const found = await this.commissions.byRepayments(q, repaymentIds);
    return new Map(found.map((one) => [one.repaymentId, one]));
  }

  /** What a provider earned that is still on hold, by the database's clock, in fen. */
  heldOf(q: Queryable, providerId: string): Promise<Fen> {
    return this.commissions.heldOf(q, providerId);
  }

  /** Debtors' money that the provider received within a span, net of reversals, for a creditor or a provider. */
  receivedByProvider(q: Queryable, organisationId: string, span: { from: Date; until: Date }) {
    return this.commissions.receivedByProvider(q, organisationId, span);
  }
}

function partiesOf({ creditorId, providerId }: { creditorId: string; providerId: string }, world: World): Parties {
  return { creditorId, providerId, platformId: world.platformId };
}

function posting(
  kind: 'repayment' | 'reversal' | 'adjustment',
  of: { repaymentId: string; caseId: string },
  lines: Line[],
  { aheadSeconds }: World,
  reverses?: string,
): Posting {
  const reference = { kind: 'repayment', id: of.repaymentId, caseId: of.caseId };
  return { key: `${kind}:${of.repaymentId}`, kind, reference, lines, aheadSeconds, ...(reverses ? { reverses } : {}) };
}

function eventOf(commission: Commission) {
  const { id: commissionId, repaymentId, caseId, grabId, creditorId, providerId } = commission;
  const [commissionFen, serviceFeeFen] = [commission.commissionFen.toString(), commission.serviceFeeFen.toString()];
  return { commissionId, repaymentId, caseId, grabId, creditorId, providerId, commissionFen, serviceFeeFen };
}
