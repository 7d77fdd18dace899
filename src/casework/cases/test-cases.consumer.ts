import { Injectable } from '@nestjs/common';
import { CaseWithdrawn } from '../../events/cases.events.js';
import type { EventOf } from '../../events/define-event.js';
import { SandboxClockAdvanced, SandboxDeleted } from '../../events/sandbox.events.js';
import type { Tx } from '../../platform/database/index.js';
import { OnEvent, Outbox } from '../../platform/outbox/index.js';
import { CaseRepository } from './case.repository.js';
import type { Move } from './case-moves.repository.js';
import { CaseMoves } from './case-moves.service.js';

const WITHDRAWN: Move = {
  ...{ act: 'withdraw', to: 'withdrawn', from: ['listed'], change: 'close', value: 'withdrawn' },
  facts: { reason: 'the sandbox was deleted' },
};

/** What a sandbox's clock and its end do to its cases. */
@Injectable()
export class TestCasesConsumer {
  constructor(
    private readonly cases: CaseRepository,
    private readonly moves: CaseMoves,
    private readonly outbox: Outbox,
  ) {}

  @OnEvent(SandboxClockAdvanced)
  async whenClockAdvanced(tx: Tx, event: EventOf<typeof SandboxClockAdvanced>): Promise<void> {
    await this.cases.waitLonger(tx, event.sandboxId, event.seconds, event.meta.occurredAt);
  }

  /** What stands in its hall leaves it; everything else stays as it was tried. */
  @OnEvent(SandboxDeleted)
  async whenDeleted(tx: Tx, { sandboxId }: EventOf<typeof SandboxDeleted>): Promise<void> {
    const listed = (await this.cases.listedInSandbox(tx, sandboxId)).map((caseId) => ({ caseId }));
    const moved = await this.moves.move(tx, listed, WITHDRAWN);
    const events = moved.map(({ id, creditorId }) => this.outbox.prepare(CaseWithdrawn, { caseId: id, creditorId }));
    await this.outbox.publishAll(tx, events);
  }
}
