import { Injectable } from '@nestjs/common';
import { CaseFrozen, CaseUnfrozen } from '../../events/cases.events.js';
import type { EventOf } from '../../events/define-event.js';
import { GrabEnded, GrabTaken } from '../../events/grabs.events.js';
import { RepaymentConfirmed, RepaymentReversed } from '../../events/repayments.events.js';
import { SandboxAged } from '../../events/sandbox.events.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { inChunks, Sweep } from '../../platform/jobs/index.js';
import { OnEvent, OnEvents } from '../../platform/outbox/index.js';
import { countsAtEnd } from './given-back.policy.js';
import { expectedRecovery } from './recovery-rate.policy.js';
import { type GrabFact, StandingRepository } from './standing.repository.js';
import type { StandingParameters } from './standing-parameters.policy.js';
import { StandingRecords } from './standing-records.service.js';
import { Standings } from './standings.service.js';

/** Often, for a little each time: every standing is looked at once a day. */
const AGE_MS = 600_000;
const AGED_AT_ONCE = 100;

type Standstill = Omit<EventOf<typeof CaseFrozen>, 'leftHall'>;

/** Records facts of grabs and repayments and recomputes their providers' standings. Facts are keyed, so order does not matter. */
@Injectable()
export class StandingConsumer {
  constructor(
    private readonly database: Database,
    private readonly repository: StandingRepository,
    private readonly standings: Standings,
    private readonly records: StandingRecords,
  ) {}

  @OnEvents(GrabTaken)
  async whenGrabsTaken(tx: Tx, events: EventOf<typeof GrabTaken>[]): Promise<void> {
    const parameters = await this.standings.parameters(tx);
    const facts = events.map((event) => ({ ...factOf(event, parameters), ...HELD }));
    await this.records.lock(tx, providersOf(facts));
    await this.repository.noteTaken(tx, facts);
  }

  @OnEvents(GrabEnded)
  async whenGrabsEnded(tx: Tx, events: EventOf<typeof GrabEnded>[]): Promise<void> {
    const parameters = await this.standings.parameters(tx);
    const facts = events.map((event) => ({ ...factOf(event, parameters), ...endOf(event, parameters) }));
    await this.records.lock(tx, providersOf(facts));
    await this.repository.noteEnded(tx, facts);
    await this.records.recompute(tx, providersOf(facts));
  }

  @OnEvent(RepaymentConfirmed)
  async whenRepaymentConfirmed(tx: Tx, event: EventOf<typeof RepaymentConfirmed>): Promise<void> {
    await this.recovered(tx, event, false);
  }

  @OnEvent(RepaymentReversed)
  async whenRepaymentReversed(tx: Tx, event: EventOf<typeof RepaymentReversed>): Promise<void> {
    await this.recovered(tx, event, true);
  }

  @OnEvent(CaseFrozen)
  async whenFrozen(tx: Tx, event: EventOf<typeof CaseFrozen>): Promise<void> {
    if (event.hold?.spared) await this.stood(tx, event, event.meta.occurredAt);
  }

  @OnEvent(CaseUnfrozen)
  async whenUnfrozen(tx: Tx, event: EventOf<typeof CaseUnfrozen>): Promise<void> {
    await this.stood(tx, event, null);
  }

  /** The clock of a sandbox was moved: penalties lapse, open grabs grow older. */
  @OnEvent(SandboxAged)
  async whenAged(tx: Tx, { providerIds }: EventOf<typeof SandboxAged>): Promise<void> {
    await this.records.recompute(tx, providerIds);
  }

  /** Time alone changes a standing: penalties and vetoes lapse, open grabs grow older. */
  @Sweep('standing.age', AGE_MS)
  async sweep(): Promise<void> {
    await inChunks(AGED_AT_ONCE, async () => {
      const providerIds = await this.repository.aged(this.database, AGED_AT_ONCE);
      for (const providerId of providerIds) await this.age(providerId);
      return providerIds.length;
    });
  }

  private age(providerId: string): Promise<void> {
    return this.database.transaction((tx) => this.records.age(tx, providerId));
  }

  private async stood(tx: Tx, event: Standstill, since: Date | null): Promise<void> {
    const { hold, providerId, creditorId, meta } = event;
    if (!hold || providerId === null) return;
    const parameters = await this.standings.parameters(tx);
    const { sparedSeconds } = hold;
    const fact = { ...factOf({ ...hold, providerId, creditorId, meta }, parameters), ...HELD, sparedSeconds };
    await this.records.lock(tx, [providerId]);
    await this.repository.noteStandstill(tx, fact, since);
    await this.records.recompute(tx, [providerId]);
  }

  private async recovered(tx: Tx, event: EventOf<typeof RepaymentConfirmed>, reversed: boolean): Promise<void> {
    const { repaymentId, grabId, providerId, amountFen, meta } = event;
    const fact = { repaymentId, grabId, providerId, amountFen: BigInt(amountFen), reversed };
    await this.records.lock(tx, [providerId]);
    await this.repository.noteRecovery(tx, { ...fact, recoveredAt: meta.occurredAt });
    await this.records.recompute(tx, [providerId]);
  }
}

function providersOf(facts: readonly GrabFact[]): string[] {
  return facts.map((fact) => fact.providerId);
}

const HELD = { state: 'active', penaltyPoints: 0, counts: true, sparedSeconds: 0 } as const;

/** What the event says of the end. One from before events said whether there was work is taken at its former word: it does not count. */
function endOf(event: EventOf<typeof GrabEnded>, { exoneratingRecalls }: StandingParameters) {
  const { state, reason, points, worked = false, recallReason, sparedSeconds = 0 } = event;
  const counts = countsAtEnd({ state, worked, cause: recallReason ?? reason }, exoneratingRecalls);
  return { state, penaltyPoints: points, counts, sparedSeconds };
}

function factOf(event: Omit<EventOf<typeof GrabTaken>, 'caseId'>, parameters: StandingParameters) {
  const { grabId, providerId, creditorId, monthsOverdue, meta } = event;
  const amountFen = BigInt(event.amountFen);
  const expectedFen = expectedRecovery(amountFen, monthsOverdue, parameters);
  const { maturityDays } = parameters;
  return { grabId, providerId, creditorId, amountFen, expectedFen, monthsOverdue, maturityDays, at: meta.occurredAt };
}
