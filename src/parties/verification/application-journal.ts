import { Injectable } from '@nestjs/common';
import type { EventType, PayloadOf } from '../../events/define-event.js';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, newId } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { ApplicationRow } from './application.repository.js';
import { ApplicationPartsRepository } from './application-parts.repository.js';
import { SealedFacts } from './sealed-facts.js';
import type { ApplicationState } from './verification.lifecycle.js';

/** A move that was made and has to be recorded. */
export interface Move<E extends EventType> {
  /** `verification.approve`. */
  act: string;
  /** Null for the system itself, such as a sweep. */
  actor: Actor | null;
  from: ApplicationState | null;
  application: ApplicationRow;
  reasonCodes?: readonly string[];
  note?: string | null;
  event?: { type: E; payload: PayloadOf<E> };
}

/** Records every move in its transaction: history, audit trail and event. */
@Injectable()
export class ApplicationJournal {
  constructor(
    private readonly parts: ApplicationPartsRepository,
    private readonly sealed: SealedFacts,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async enter<E extends EventType>(tx: Tx, move: Move<E>): Promise<void> {
    const { application, actor, act, from } = move;
    const id = newId(this.clock.millis());
    const reasonCodes = [...(move.reasonCodes ?? [])];
    await this.parts.addHistory(tx, {
      id,
      applicationId: application.id,
      act,
      fromState: from,
      toState: application.state,
      actorOrganisationId: actor?.organisationId ?? null,
      actorMemberId: actor?.memberId ?? null,
      reasonCodes,
      noteSealed: this.sealed.sealNote(id, move.note ?? null),
    });
    const facts = { from, to: application.state, reasonCodes, submission: application.submission };
    await this.audit.record(tx, actor, act, { kind: 'application', id: application.id }, facts);
    if (move.event) await this.outbox.publish(tx, move.event.type, move.event.payload);
  }
}

/** The fields of every verification event. */
export function namesOf(application: ApplicationRow) {
  const { id, organisationId, organisationKind } = application;
  return { applicationId: id, organisationId, organisationKind };
}
