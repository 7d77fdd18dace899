import { Injectable } from '@nestjs/common';
import { CaseWithdrawn } from '../../events/cases.events.js';
import type { EventOf } from '../../events/define-event.js';
import { SandboxDeleted } from '../../events/sandbox.events.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { Sweep } from '../../platform/jobs/index.js';
import { OnEvent, Outbox } from '../../platform/outbox/index.js';
import { CaseRepository } from './case.repository.js';
import { CaseClaimsRepository } from './case-claims.repository.js';
import type { Move } from './case-moves.repository.js';
import { CaseMoves } from './case-moves.service.js';

const EVERY_MS = 6 * 3_600_000;
const STRETCH = 5_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

const WITHDRAWN: Move = {
  ...{ act: 'withdraw', to: 'withdrawn', from: ['listed'], change: 'close', value: 'withdrawn' },
  facts: { reason: 'the sandbox was deleted' },
};

/** Refreshes the rates in the hall as cases age, and withdraws the listed cases of a deleted sandbox. */
@Injectable()
export class CaseTimeConsumer {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly claims: CaseClaimsRepository,
    private readonly moves: CaseMoves,
    private readonly outbox: Outbox,
  ) {}

  /** Keeps the rate in the hall equal to the rate that a grab would freeze, as cases age into the next tier. */
  @Sweep('hall.rates', EVERY_MS)
  async sweep(): Promise<void> {
    let after: string | undefined = FIRST;
    while (after !== undefined) after = await this.claims.rateAnew(this.database, after, STRETCH);
  }

  /** Withdraws the listed cases; all others stay as they are. */
  @OnEvent(SandboxDeleted)
  async whenDeleted(tx: Tx, { sandboxId }: EventOf<typeof SandboxDeleted>): Promise<void> {
    const listed = (await this.cases.listedInSandbox(tx, sandboxId)).map((caseId) => ({ caseId }));
    const moved = await this.moves.move(tx, listed, WITHDRAWN);
    const events = moved.map(({ id, creditorId }) => this.outbox.prepare(CaseWithdrawn, { caseId: id, creditorId }));
    await this.outbox.publishAll(tx, events);
  }
}
