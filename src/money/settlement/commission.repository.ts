import { Injectable } from '@nestjs/common';
import type { Fen } from '../../kernel/index.js';
import { columnsOf, propertiesBut, type Queryable, type Tx } from '../../platform/database/index.js';
import { CommissionEntity, CommissionTotalEntity } from './commission.entity.js';

/** A commission as every query of this module reads it. */
export type Commission = Omit<CommissionEntity, 'reversalTransferId' | 'adjustmentTransferId'>;

export type CommissionTotal = CommissionTotalEntity;

export type NewCommission = Omit<
  Commission,
  'adjustmentCommissionFen' | 'adjustmentServiceFeeFen' | 'state' | 'billableAt' | 'bookedAt' | 'reversedAt'
>;

const COLUMNS = columnsOf(
  CommissionEntity,
  undefined,
  propertiesBut(CommissionEntity, 'reversalTransferId', 'adjustmentTransferId'),
);
const TOTAL = columnsOf(CommissionTotalEntity);

/** SQL: what a party's commissions of debtors' money with the provider moved within a span, what was taken back below zero. */
const received = (party: string) => `
  SELECT repaid_fen AS gross, commission_fen AS commission FROM commissions
   WHERE ${party} = $1 AND payee = 'provider' AND booked_at >= $2 AND booked_at < $3
  UNION ALL
  SELECT -repaid_fen, adjustment_commission_fen - commission_fen FROM commissions
   WHERE ${party} = $1 AND payee = 'provider' AND reversed_at >= $2 AND reversed_at < $3`;

/** No organisation is both. */
const RECEIVED = `${received('provider_id')} UNION ALL ${received('creditor_id')}`;

@Injectable()
export class CommissionRepository {
  /**
   * Locks the running totals of these grabs and creates that of the first at zero. Locked after case and slot, before ledger accounts.
   * A grab under which nothing was realised yet has none.
   */
  async lockTotals(tx: Tx, grabId: string, others: readonly string[]): Promise<Map<string, CommissionTotal>> {
    await tx.affected(
      'INSERT INTO commission_totals (grab_id) VALUES ($1) ON CONFLICT DO NOTHING',
      [grabId],
      'commissions.open_total',
    );
    const totals = await tx.rows<CommissionTotal>(
      `SELECT ${TOTAL} FROM commission_totals WHERE grab_id = ANY($1::uuid[]) ORDER BY grab_id FOR NO KEY UPDATE`,
      [[grabId, ...others]],
      'commissions.lock_totals',
    );
    return new Map(totals.map((total) => [total.grabId, total]));
  }

  /** Writes totals that are locked. */
  async writeTotals(tx: Tx, totals: readonly CommissionTotal[]): Promise<void> {
    const fen = (name: 'realisedFen' | 'commissionFen' | 'serviceFeeFen') => totals.map((one) => one[name].toString());
    await tx.affected(
      `UPDATE commission_totals t SET realised_fen = n.realised_fen, commission_fen = n.commission_fen, service_fee_fen = n.service_fee_fen
         FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[]) AS n (grab_id, realised_fen, commission_fen, service_fee_fen)
        WHERE t.grab_id = n.grab_id`,
      [totals.map(({ grabId }) => grabId), fen('realisedFen'), fen('commissionFen'), fen('serviceFeeFen')],
      'commissions.write_totals',
    );
  }

  async insert(tx: Tx, one: NewCommission, holdDays: number, aheadSeconds: bigint): Promise<Commission> {
    const row = await tx.one<Commission>(
      `INSERT INTO commissions (id, repayment_id, grab_id, case_id, creditor_id, provider_id, payee, terms, repaid_fen,
         commission_fen, service_fee_fen, state, transfer_id, billable_at, booked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'booked', $12, now() + make_interval(days => $13),
         now() + make_interval(secs => $14))
       RETURNING ${COLUMNS}`,
      [
        ...[one.id, one.repaymentId, one.grabId, one.caseId, one.creditorId, one.providerId, one.payee],
        ...[JSON.stringify(one.terms), one.repaidFen.toString(), one.commissionFen.toString()],
        ...[one.serviceFeeFen.toString(), one.transferId, holdDays, aheadSeconds.toString()],
      ],
      'commissions.insert',
    );
    return row!;
  }

  byRepayment(q: Queryable, repaymentId: string): Promise<Commission | undefined> {
    return q.one<Commission>(`SELECT ${COLUMNS} FROM commissions WHERE repayment_id = $1`, [repaymentId]);
  }

  byRepayments(q: Queryable, repaymentIds: string[]): Promise<Commission[]> {
    const sql = `SELECT ${COLUMNS} FROM commissions WHERE repayment_id = ANY($1::uuid[])`;
    return q.rows<Commission>(sql, [repaymentIds]);
  }

  /** `booked → reversed`, once; undefined when it was reversed before. */
  markReversed(
    tx: Tx,
    id: string,
    by: { reversalId: string; adjustmentId: string | null; commissionFen: Fen; serviceFeeFen: Fen; ahead: bigint },
  ): Promise<Commission | undefined> {
    return tx.one<Commission>(
      `UPDATE commissions SET state = 'reversed', reversed_at = now() + make_interval(secs => $6), reversal_transfer_id = $2, adjustment_transfer_id = $3,
         adjustment_commission_fen = $4, adjustment_service_fee_fen = $5
       WHERE id = $1 AND state = 'booked' RETURNING ${COLUMNS}`,
      [id, by.reversalId, by.adjustmentId, `${by.commissionFen}`, `${by.serviceFeeFen}`, by.ahead.toString()],
    );
  }

  /** What a provider earned that is still on hold, by the database's clock, in fen. */
  async heldOf(q: Queryable, providerId: string): Promise<Fen> {
    const row = await q.one<{ held: string }>(
      `SELECT coalesce(sum(commission_fen), 0) AS held FROM commissions
       WHERE provider_id = $1 AND state = 'booked' AND billable_at > now()`,
      [providerId],
    );
    return BigInt(row!.held);
  }

  /**
   * Debtors' money that the provider received within a span, net of reversals, for a creditor or a provider. What was booked then
   * and what was taken back then are looked up by their instants: never the whole history.
   */
  async receivedByProvider(q: Queryable, organisationId: string, span: { from: Date; until: Date }) {
    const row = await q.one<{ gross: string; commission: string }>(
      `SELECT coalesce(sum(gross), 0) AS gross, coalesce(sum(commission), 0) AS commission FROM (${RECEIVED}) moved`,
      [organisationId, span.from, span.until],
    );
    return { grossFen: BigInt(row!.gross), commissionFen: BigInt(row!.commission) };
  }
}
