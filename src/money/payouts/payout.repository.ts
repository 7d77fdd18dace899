import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import type { Fen, Page, PageInput } from '../../kernel/index.js';
import { ofWorld } from '../../parties/worlds/index.js';
import { columnOfBefore, declareTextsOfBefore, SealedTexts } from '../../platform/crypto/index.js';
import {
  type Condition,
  columnsOf,
  firstOf,
  ifGiven,
  newestFirst,
  pageOf,
  type Queryable,
  type Tx,
} from '../../platform/database/index.js';
import { CreditorPaymentEntity, PayoutEntity } from './payout.entity.js';
import { type PayoutState, payoutLifecycle } from './payout.lifecycle.js';

export type Payout = PayoutEntity;

export type CreditorPayment = CreditorPaymentEntity;

export interface PayoutFilter {
  state?: PayoutState | null | undefined;
  providerId?: string | null | undefined;
}

const COLUMNS = columnsOf(PayoutEntity, 'p');
const SELECT = `SELECT ${COLUMNS} FROM payouts p`;

/** Why money came back may name a person: it is sealed here. */
const RETURN_REASON = 'payouts.return_reason';

/** The texts of payouts that may stand in clear from before they were sealed. */
declareTextsOfBefore(columnOfBefore(RETURN_REASON));

@Injectable()
export class PayoutRepository {
  constructor(private readonly texts: SealedTexts) {}

  /** With its reason to be read. */
  readonly opened = (one: Payout): Payout => ({
    ...one,
    returnReason: this.texts.open(RETURN_REASON, one.id, one.returnReason),
  });

  async insert(tx: Tx, one: Pick<Payout, 'id' | 'providerId' | 'amountFen' | 'needsApproval' | 'createdBy'>) {
    const row = await tx.one<Payout>(
      `INSERT INTO payouts AS p (id, provider_id, amount_fen, state, needs_approval, created_by)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${COLUMNS}`,
      [one.id, one.providerId, one.amountFen.toString(), payoutLifecycle.initial, one.needsApproval, one.createdBy],
    );
    return row!;
  }

  /** A payout this actor may see: a provider its own, the platform all of its sandbox (or all live ones). */
  async visible(q: Queryable, actor: Actor, id: string): Promise<Payout | undefined> {
    return firstOf<Payout>(q, SELECT, [['p.id = ?', id], await visibleTo(q, actor)]);
  }

  /** The payouts this actor may see, newest first. */
  async list(q: Queryable, actor: Actor, filter: PayoutFilter, page: PageInput): Promise<Page<Payout>> {
    return pageOf<Payout>(q, page, {
      select: SELECT,
      where: [
        await visibleTo(q, actor),
        ...ifGiven('p.state = ?', filter.state),
        ...ifGiven('p.provider_id = ?', filter.providerId),
      ],
      order: newestFirst('p.id'),
    });
  }

  /** What was set aside for a provider within a day and not returned, so that splitting a payout does not evade the limit. */
  async withinADay(q: Queryable, providerId: string): Promise<Fen> {
    const row = await q.one<{ total: string }>(
      `SELECT coalesce(sum(amount_fen), 0) AS total FROM payouts
       WHERE provider_id = $1 AND state <> 'returned' AND created_at > now() - interval '1 day'`,
      [providerId],
    );
    return BigInt(row!.total);
  }

  /** Records the second person, once, while the payout is due. */
  approve(tx: Tx, id: string, memberId: string): Promise<Payout | undefined> {
    return tx.one<Payout>(
      `UPDATE payouts p SET approved_by = $2, approved_at = now()
       WHERE p.id = $1 AND p.state = 'due' AND p.needs_approval AND p.approved_by IS NULL RETURNING ${COLUMNS}`,
      [id, memberId],
    );
  }

  /** `due → sent`, unless a required approval is missing. */
  send(tx: Tx, id: string, reference: string): Promise<Payout | undefined> {
    return tx.one<Payout>(
      `UPDATE payouts p SET state = 'sent', sent_at = now(), reference = $2
       WHERE p.id = $1 AND p.state = ANY($3::text[]) AND (NOT p.needs_approval OR p.approved_by IS NOT NULL)
       RETURNING ${COLUMNS}`,
      [id, reference, payoutLifecycle.sourcesOf('sent')],
    );
  }

  pay(tx: Tx, id: string): Promise<Payout | undefined> {
    return tx.one<Payout>(
      `UPDATE payouts p SET state = 'paid', paid_at = now() WHERE p.id = $1 AND p.state = ANY($2::text[]) RETURNING ${COLUMNS}`,
      [id, payoutLifecycle.sourcesOf('paid')],
    );
  }

  giveBack(tx: Tx, id: string, reason: string): Promise<Payout | undefined> {
    return tx.one<Payout>(
      `UPDATE payouts p SET state = 'returned', returned_at = now(), return_reason = $2
       WHERE p.id = $1 AND p.state = ANY($3::text[]) RETURNING ${COLUMNS}`,
      [id, this.texts.seal(RETURN_REASON, id, reason), payoutLifecycle.sourcesOf('returned')],
    );
  }

  async insertCreditorPayment(tx: Tx, one: Omit<CreditorPayment, 'createdAt'>): Promise<CreditorPayment> {
    const row = await tx.one<CreditorPayment>(
      `INSERT INTO creditor_payments (id, creditor_id, amount_fen, received_on, reference, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING ${columnsOf(CreditorPaymentEntity)}`,
      [one.id, one.creditorId, one.amountFen.toString(), one.receivedOn, one.reference, one.recordedBy],
    );
    return row!;
  }
}

async function visibleTo(q: Queryable, actor: Actor): Promise<Condition> {
  const own = actor.organisationId;
  if (actor.organisationKind === 'platform') return ofWorld(q, 'p.provider_id', actor.sandboxId);
  return ['p.provider_id = ?', own];
}
