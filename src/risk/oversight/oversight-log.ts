import { Injectable } from '@nestjs/common';
import type { StandingAppealDecided, StandingAppealOpened } from '../../events/standing.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { Audit, type AuditFacts } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { Veto } from '../standing/index.js';
import type { StandingAppeal } from './appeal.repository.js';

/** Every act on a standing is in the trail and told to the provider; what people wrote is in neither. */
@Injectable()
export class OversightLog {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async appeal(
    tx: Tx,
    actor: Actor,
    act: string,
    { id, providerId, standingChangeId, grabId, reason, state, answer }: StandingAppeal,
    event: typeof StandingAppealOpened | typeof StandingAppealDecided,
  ): Promise<void> {
    const facts = { providerId, standingChangeId, grabId, reason, state, answer };
    await this.audit.record(tx, actor, act, { kind: 'standing_appeal', id }, facts);
    await this.outbox.publish(tx, event, { appealId: id, providerId, reason, state, answer });
  }

  async veto(tx: Tx, actor: Actor, providerId: string, veto: Veto | null): Promise<void> {
    const act = veto ? 'standing.veto' : 'standing.veto.lift';
    const facts: AuditFacts = veto ? { grade: veto.grade, reasonCode: veto.reason, until: veto.until } : {};
    await this.audit.record(tx, actor, act, { kind: 'organisation', id: providerId }, facts);
  }
}
