import { Injectable } from '@nestjs/common';
import { Receivables } from '../../casework/cases/index.js';
import type { EventOf } from '../../events/define-event.js';
import { GrabEnded } from '../../events/grabs.events.js';
import type { Tx } from '../../platform/database/index.js';
import { OnEvent } from '../../platform/outbox/index.js';
import { LineProposals } from './line-proposals.service.js';

/** A change that waits for a holder lapses with its grab; until then the end of the grab alone keeps it from being agreed to. */
@Injectable()
export class LineChangeEndConsumer {
  constructor(
    private readonly receivables: Receivables,
    private readonly proposals: LineProposals,
  ) {}

  @OnEvent(GrabEnded)
  async whenEnded(tx: Tx, { caseId, grabId }: EventOf<typeof GrabEnded>): Promise<void> {
    await this.receivables.lockOne(tx, caseId);
    await this.proposals.lapse(tx, caseId, { grabId });
  }
}
