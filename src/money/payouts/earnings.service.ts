import { Injectable } from '@nestjs/common';
import type { Fen } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { Ledger, type Line, mirrorOf } from '../ledger/index.js';
import { ACCOUNT, Commissions, PlatformParty } from '../settlement/index.js';
import type { CreditorPayment, Payout } from './payout.repository.js';

/** The ledger side of payouts and creditors' payments: which account moves against which. */
@Injectable()
export class Earnings {
  constructor(
    private readonly ledger: Ledger,
    private readonly commissions: Commissions,
    private readonly platform: PlatformParty,
  ) {}

  /** What a provider can be paid now, and what is on hold. Reads the balance first: a booking in between only lowers the result. */
  async availableTo(q: Queryable, providerId: string): Promise<{ availableFen: Fen; heldFen: Fen }> {
    const balance = await this.ledger.balanceOf(q, providerId, ACCOUNT.provider);
    const heldFen = await this.commissions.heldOf(q, providerId);
    return { availableFen: balance > heldFen ? balance - heldFen : 0n, heldFen };
  }

  /** Moves a payout out of the provider's balance. Refuses INSUFFICIENT_BALANCE when that would touch what is on hold. */
  async setAside(tx: Tx, payout: Payout, heldFen: Fen): Promise<void> {
    await this.ledger.post(tx, {
      key: `payout:${payout.id}`,
      kind: 'payout',
      reference: { kind: 'payout', id: payout.id },
      lines: asideLines(payout),
      floors: [{ owner: payout.providerId, kind: ACCOUNT.provider, floorFen: heldFen }],
    });
  }

  async paidOut(tx: Tx, payout: Payout): Promise<void> {
    const { id, providerId, amountFen } = payout;
    const platformId = await this.platform.id(tx, providerId);
    await this.ledger.post(tx, {
      key: `payout-paid:${id}`,
      kind: 'payout_paid',
      reference: { kind: 'payout', id },
      lines: [
        { owner: providerId, kind: ACCOUNT.transit, part: 'payout', amountFen: -amountFen },
        { owner: platformId, kind: ACCOUNT.cash, counterparty: providerId, part: 'payout', amountFen },
      ],
    });
  }

  async putBack(tx: Tx, payout: Payout): Promise<void> {
    const aside = await this.ledger.find(tx, `payout:${payout.id}`);
    if (!aside) throw new Error(`payout ${payout.id} was never set aside`);
    await this.ledger.post(tx, {
      key: `payout-returned:${payout.id}`,
      kind: 'payout_returned',
      reference: { kind: 'payout', id: payout.id },
      lines: mirrorOf(asideLines(payout)),
      reverses: aside.id,
    });
  }

  async creditorPaid(tx: Tx, payment: Omit<CreditorPayment, 'createdAt'>): Promise<void> {
    const { id, creditorId, amountFen } = payment;
    const platformId = await this.platform.id(tx, creditorId);
    await this.ledger.post(tx, {
      key: `creditor-payment:${id}`,
      kind: 'creditor_payment',
      reference: { kind: 'creditor_payment', id },
      lines: [
        { owner: creditorId, kind: ACCOUNT.creditor, part: 'payment', amountFen },
        { owner: platformId, kind: ACCOUNT.cash, counterparty: creditorId, part: 'payment', amountFen: -amountFen },
      ],
    });
  }
}

function asideLines({ providerId, amountFen }: Payout): Line[] {
  return [
    { owner: providerId, kind: ACCOUNT.provider, part: 'payout', amountFen: -amountFen },
    { owner: providerId, kind: ACCOUNT.transit, part: 'payout', amountFen },
  ];
}
