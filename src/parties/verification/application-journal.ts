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

/** A move that has been made and is to be written down. */
export interface Deed<E extends EventType> {
  /** `verification.approve`. */
  act: string;
  /** Null: the system itself, a sweep. */
  actor: Actor | null;
  from: ApplicationState | null;
  application: ApplicationRow;
  reasonCodes?: readonly string[];
  note?: string | null;
  event?: { type: E; payload: PayloadOf<E> };
}

/** Writes every move down in the same transaction: history, audit trail, and the event for the others. */
@Injectable()
export class ApplicationJournal {
  constructor(
    private readonly parts: ApplicationPartsRepository,
    private readonly sealed: SealedFacts,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async enter<E extends EventType>(tx: Tx, deed: Deed<E>): Promise<void> {
    const { application, actor, act, from } = deed;
    const id = newId(this.clock.millis());
    const reasonCodes = [...(deed.reasonCodes ?? [])];
    await this.parts.addHistory(tx, {
      id,
      applicationId: application.id,
      act,
      fromState: from,
      toState: application.state,
      actorOrganisationId: actor?.organisationId ?? null,
      actorMemberId: actor?.memberId ?? null,
      reasonCodes,
      noteSealed: this.sealed.sealNote(id, deed.note ?? null),
    });
    const facts = { from, to: application.state, reasonCodes, submission: application.submission };
    await this.audit.record(tx, actor, act, { kind: 'application', id: application.id }, facts);
    if (deed.event) await this.outbox.publish(tx, deed.event.type, deed.event.payload);
  }
}

/** The fields every verification event has. */
export function namesOf(application: ApplicationRow) {
  const { id, organisationId, organisationKind } = application;
  return { applicationId: id, organisationId, organisationKind };
}
