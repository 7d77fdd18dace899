import { Injectable } from '@nestjs/common';
import { CaseClaims } from '../../casework/cases/index.js';
import { type Grab, GrabHolds } from '../../casework/grabs/index.js';
import { RepaymentReported } from '../../events/repayments.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, type Fen, invalid, NotFound, newId, publicId } from '../../kernel/index.js';
import { Files } from '../../parties/files/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Policies } from '../../platform/policy/index.js';
import { creditedHold, dayInChina, type Hold } from './crediting.policy.js';
import {
  invalidDay,
  NobodyHeldTheCase,
  RepaymentAlreadyReported,
  RepaymentExceedsOutstanding,
  RepaymentLooksRepeated,
  VoucherRequired,
  VoucherUsedBefore,
} from './repayment.refusals.js';
import { type Repayment, RepaymentRepository, type Report } from './repayment.repository.js';
import { repaymentFigures } from './repayment-figures.js';

/** The job that confirms a report by time. */
export const AUTO_CONFIRM = 'repayment.auto-confirm';

/** Takes reports: checks the reporter, finds the grab the payment counts for, and checks the open amount. */
@Injectable()
export class RepaymentReports {
  constructor(
    private readonly claims: CaseClaims,
    private readonly holds: GrabHolds,
    private readonly repayments: RepaymentRepository,
    private readonly files: Files,
    private readonly policies: Policies,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Writes a report under the lock of its case, so that two reports cannot claim the same open amount. */
  async take(tx: Tx, actor: Actor, report: Report): Promise<Repayment> {
    if (report.paidOn > this.clock.today()) throw invalid('IN_THE_FUTURE', { path: 'paidOn' });
    await this.requireVoucher(tx, actor, report);
    const figures = await this.policies.get(repaymentFigures, tx);
    await this.requireParty(tx, actor, report.caseId);
    await this.holds.assertInForce(tx, actor);
    const recovery = await this.claims.lock(tx, report.caseId);
    const grab = await this.credited(tx, actor, report, figures.graceDays);
    const claim = { ...report, reporterId: actor.organisationId };
    await this.requireNewReference(tx, claim);
    await this.requireOtherPayment(tx, claim);
    await this.requireRoom(tx, report, recovery.outstandingFen - recovery.recoveredFen);
    await this.requireOwnVoucher(tx, claim);
    const waits = actor.organisationKind !== 'creditor' || report.books !== undefined;
    const repayment = await this.repayments.insert(tx, {
      ...report,
      id: newId(this.clock.millis()),
      grabId: grab.id,
      creditorId: grab.creditorId,
      providerId: grab.providerId,
      reporterId: actor.organisationId,
      reportedBy: actor.memberId,
      autoConfirmDays: waits ? figures.autoConfirmDays : null,
    });
    await this.outbox.publish(tx, RepaymentReported, eventOf(repayment));
    // A provider's report is work on the case; one out of the books is not.
    if (actor.organisationKind !== 'creditor') await this.holds.noteActivity(tx, repayment.grabId);
    this.awaitCreditor(tx, repayment);
    return repayment;
  }

  /** A report of a provider or out of the books waits for the creditor until time confirms it. */
  private awaitCreditor(tx: Tx, repayment: Repayment): void {
    if (repayment.autoConfirmAt) {
      this.jobs.scheduleAfter(tx, AUTO_CONFIRM, { id: repayment.id, at: repayment.autoConfirmAt });
    }
  }

  /** The case's creditor or a provider that holds or held it; any other caller gets NOT_FOUND. */
  private async requireParty(tx: Tx, actor: Actor, caseId: string): Promise<void> {
    const state = (await this.claims.statesOf(tx, [caseId])).get(caseId);
    const party =
      actor.organisationKind === 'creditor'
        ? state?.creditorId === actor.organisationId
        : (await this.holds.onCase(tx, caseId)).some((grab) => grab.providerId === actor.organisationId);
    if (!party) throw new NotFound({ path: 'caseId' });
  }

  /** The grab the payment counts for. A provider can only report what counts for itself. */
  private async credited(tx: Tx, actor: Actor, report: Report, graceDays: number): Promise<Grab> {
    const grabs = await this.holds.onCase(tx, report.caseId);
    const credited = creditedHold(grabs.map(holdOf), report.paidOn, graceDays);
    const grab = grabs.find((one) => one.id === credited?.id);
    const own = actor.organisationKind === 'creditor' || grab?.providerId === actor.organisationId;
    if (grab && own) return grab;
    if (grab) throw invalidDay('HELD_BY_ANOTHER', { path: 'paidOn' });
    throw new NobodyHeldTheCase({ path: 'paidOn', details: { paidOn: report.paidOn, graceDays } });
  }

  /** The same report again, by its reporter's own number. A constraint says so too. */
  private async requireNewReference(tx: Tx, { caseId, reporterId, externalRef }: Claim): Promise<void> {
    if (externalRef && (await this.repayments.hasReference(tx, { caseId, reporterId, externalRef }))) {
      throw new RepaymentAlreadyReported({ path: 'externalRef' });
    }
  }

  /**
   * Refuses a report that looks like an earlier one, unless its reporter says why it is another payment. The arithmetic of the books
   * says so by itself: it counts from what is on record.
   */
  private async requireOtherPayment(tx: Tx, claim: Claim): Promise<void> {
    if (claim.books || claim.notDuplicateBecause) return;
    const same = await this.repayments.sameOnCase(tx, claim);
    if (!same) return;
    throw new RepaymentLooksRepeated({
      path: 'amountFen',
      details: { repaymentId: publicId('repayment', same.id) },
    });
  }

  /** A voucher proves one payment; a constraint says so too, for reports of two cases at once. */
  private async requireOwnVoucher(tx: Tx, claim: Claim): Promise<void> {
    if (!claim.voucherFileId || claim.notDuplicateBecause) return;
    const used = await this.repayments.withVoucher(tx, claim.voucherFileId);
    if (used) throw new VoucherUsedBefore({ path: 'voucherFileId' });
  }

  private async requireRoom(tx: Tx, report: Report, openFen: Fen): Promise<void> {
    const pendingFen = await this.repayments.pendingOn(tx, report.caseId);
    if (report.amountFen <= openFen - pendingFen) return;
    throw new RepaymentExceedsOutstanding({
      path: 'amountFen',
      details: {
        amountFen: report.amountFen.toString(),
        openFen: openFen.toString(),
        pendingFen: pendingFen.toString(),
      },
    });
  }

  private async requireVoucher(tx: Tx, actor: Actor, report: Report): Promise<void> {
    if (!report.voucherFileId) {
      if (actor.organisationKind !== 'creditor') throw new VoucherRequired({ path: 'voucherFileId' });
      return;
    }
    await this.files.requireAllOwned(tx, actor, [report.voucherFileId], ['voucherFileId']);
  }
}

/** The payload of every event of a repayment: ids and the amount, no personal data. */
export function eventOf(repayment: Repayment) {
  const { id, caseId, grabId, providerId, creditorId, amountFen } = repayment;
  return { repaymentId: id, caseId, grabId, providerId, creditorId, amountFen: amountFen.toString() };
}

/** A report and who makes it. */
type Claim = Report & Pick<Repayment, 'reporterId'>;

function holdOf(grab: Grab): Hold {
  return {
    id: grab.id,
    providerId: grab.providerId,
    state: grab.state,
    grabbedOn: dayInChina(grab.grabbedAt),
    endedOn: grab.endedAt && dayInChina(grab.endedAt),
    lawFirm: grab.terms.capKind === 'lawyer',
  };
}
