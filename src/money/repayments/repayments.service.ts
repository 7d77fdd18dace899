import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { type Fen, Forbidden, orNotFound, type Page, type PageInput } from '../../kernel/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { Idempotency } from '../../platform/idempotency/index.js';
import { Commissions } from '../settlement/index.js';
import { type Repayment, type RepaymentFilter, RepaymentRepository, type Report } from './repayment.repository.js';
import { RepaymentDisputes } from './repayment-disputes.service.js';
import { RepaymentOutcomes } from './repayment-outcomes.service.js';
import { RepaymentReports } from './repayment-reports.service.js';

/** A repayment with its commission and fee; a provider does not see the creditor's service fee. */
export interface SettledRepaymentDetail extends Repayment {
  commissionFen: Fen | null;
  serviceFeeFen: Fen | null;
}

/** The acts on repayments, each once per Idempotency-Key. */
@Injectable()
export class Repayments {
  constructor(
    private readonly database: Database,
    private readonly repayments: RepaymentRepository,
    private readonly reports: RepaymentReports,
    private readonly outcomes: RepaymentOutcomes,
    private readonly disputes: RepaymentDisputes,
    private readonly commissions: Commissions,
    private readonly idempotency: Idempotency,
  ) {}

  /** Reports a payment. A report of the creditor is confirmed at once; one of a provider waits for the creditor or for time. */
  report(actor: Actor, key: string | undefined, report: Report): Promise<SettledRepaymentDetail> {
    return this.act(actor, key, 'repayment.report', report, async (tx) => {
      const reported = await this.reports.take(tx, actor, report);
      if (actor.organisationKind !== 'creditor') return reported;
      return this.outcomes.confirm(tx, reported, 'creditor_report', actor);
    });
  }

  /** Confirms by the creditor, or by the platform in a dispute; returns one that is confirmed already unchanged. */
  confirm(actor: Actor, key: string | undefined, repaymentId: string): Promise<SettledRepaymentDetail> {
    return this.act(actor, key, 'repayment.confirm', { repaymentId }, async (tx) => {
      const repayment = await this.judged(tx, actor, repaymentId);
      const how = actor.organisationKind === 'platform' ? 'platform' : 'creditor';
      return this.outcomes.confirm(tx, repayment, how, actor);
    });
  }

  /** Rejects a report by the creditor, or by the platform in a dispute. Refuses WRONG_STATE once it is confirmed. */
  reject(actor: Actor, key: string | undefined, repaymentId: string, reason: string): Promise<SettledRepaymentDetail> {
    return this.act(actor, key, 'repayment.reject', { repaymentId, reason }, async (tx) => {
      await this.judged(tx, actor, repaymentId);
      const rejected = await this.disputes.reject(tx, actor, repaymentId, reason);
      return rejected ?? this.outcomes.orDone(tx, repaymentId, (now) => now.state === 'rejected');
    });
  }

  /** Disputes a report by the creditor: only the creditor or the platform can confirm it then, not time. */
  dispute(actor: Actor, key: string | undefined, repaymentId: string, reason: string): Promise<SettledRepaymentDetail> {
    return this.act(actor, key, 'repayment.dispute', { repaymentId, reason }, async (tx) => {
      await this.seen(tx, actor, repaymentId);
      const disputed = await this.disputes.raise(tx, actor, repaymentId, reason);
      if (disputed) return disputed;
      return this.outcomes.orDone(tx, repaymentId, (now) => now.state === 'reported' && now.disputedAt !== null);
    });
  }

  /** Reverses a confirmed payment and all its bookings; returns one that is reversed already unchanged. */
  reverse(actor: Actor, key: string | undefined, repaymentId: string, reason: string): Promise<SettledRepaymentDetail> {
    return this.act(actor, key, 'repayment.reverse', { repaymentId, reason }, async (tx) => {
      const repayment = await this.seen(tx, actor, repaymentId);
      return this.outcomes.reverse(tx, repayment, reason, actor);
    });
  }

  async get(actor: Actor, repaymentId: string): Promise<SettledRepaymentDetail> {
    const repayment = await this.seen(this.database, actor, repaymentId);
    return (await this.detailed(this.database, actor, [repayment]))[0]!;
  }

  /** The repayments this actor may see, newest first. */
  async list(actor: Actor, page: PageInput, filter: RepaymentFilter = {}): Promise<Page<SettledRepaymentDetail>> {
    const found = await this.repayments.list(this.database, actor, filter, page);
    return { ...found, nodes: await this.detailed(this.database, actor, found.nodes) };
  }

  /** One act: once per key, in one transaction; returns the repayment with its commission and fee. */
  private act(
    actor: Actor,
    key: string | undefined,
    operation: string,
    request: object,
    work: (tx: Tx) => Promise<Repayment>,
  ): Promise<SettledRepaymentDetail> {
    return this.database.transaction((tx) =>
      this.idempotency.once(tx, { actor, key, operation, request }, async () => {
        return (await this.detailed(tx, actor, [await work(tx)]))[0]!;
      }),
    );
  }

  private async detailed(q: Queryable, actor: Actor, found: Repayment[]): Promise<SettledRepaymentDetail[]> {
    const settled = found.filter((one) => one.confirmedAt !== null).map((one) => one.id);
    const bookings = await this.commissions.ofRepayments(q, settled);
    const provider = actor.organisationKind === 'agency' || actor.organisationKind === 'law_firm';
    return found.map((one) => {
      const booked = bookings.get(one.id);
      const commissionFen = booked?.commissionFen ?? null;
      return { ...one, commissionFen, serviceFeeFen: provider ? null : (booked?.serviceFeeFen ?? null) };
    });
  }

  private async seen(q: Queryable, actor: Actor, repaymentId: string): Promise<Repayment> {
    return orNotFound(await this.repayments.visible(q, actor, repaymentId), 'repaymentId');
  }

  /** A repayment this actor may decide on: the platform only decides disputed ones. */
  private async judged(tx: Tx, actor: Actor, repaymentId: string): Promise<Repayment> {
    const repayment = await this.seen(tx, actor, repaymentId);
    if (actor.organisationKind === 'platform' && !repayment.disputedAt) throw new Forbidden();
    return repayment;
  }
}
