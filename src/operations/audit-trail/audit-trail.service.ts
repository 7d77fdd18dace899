import { Injectable } from '@nestjs/common';
import { Cases } from '../../casework/cases/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { MAX_PAGE, type Page, type PageInput } from '../../kernel/index.js';
import { ofWorld } from '../../parties/worlds/index.js';
import { Audit, type AuditFilter, AuditReading, type AuditRecord } from '../../platform/audit/index.js';
import { type Condition, Database } from '../../platform/database/index.js';

const DEBTOR_READS = ['case.debtor.read', 'case.evidence.read'];
/** Every act about a login. */
export const SESSIONS = ['session.open', 'session.logout', 'session.logout-everywhere', 'session.refresh-reused'];

/** Reads the trail for those who must account for it. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly database: Database,
    private readonly reading: AuditReading,
    private readonly audit: Audit,
    private readonly cases: Cases,
  ) {}

  /** Records of the platform's world, newest first. Who asked for which is recorded too. */
  async page(actor: Actor, filter: AuditFilter, page: PageInput): Promise<Page<AuditRecord>> {
    const found = await this.reading.page(this.database, filter, [await this.worldOf(actor)], page);
    await this.record(actor, 'audit.read', filter);
    return found;
  }

  /** All records of the filter, a page at a time as they are consumed. */
  async export(actor: Actor, filter: AuditFilter): Promise<AsyncGenerator<AuditRecord>> {
    await this.record(actor, 'export.audit', filter);
    return this.all(actor, filter);
  }

  /** Who read the debtor's data or the evidence of a case. For its creditor and the platform. */
  async debtorReads(actor: Actor, caseId: string, page: PageInput): Promise<Page<AuditRecord>> {
    await this.cases.observed(actor, caseId);
    const filter = { acts: DEBTOR_READS, subjectKind: 'case', subjectId: caseId };
    return this.reading.page(this.database, filter, [], page);
  }

  /** Logins and logouts of the actor's own organisation. */
  signIns(actor: Actor, filter: AuditFilter, page: PageInput): Promise<Page<AuditRecord>> {
    const own = { ...filter, acts: SESSIONS, organisationId: actor.organisationId };
    return this.reading.page(this.database, own, [], page);
  }

  private async *all(actor: Actor, filter: AuditFilter): AsyncGenerator<AuditRecord> {
    const world = await this.worldOf(actor);
    let after: string | null = null;
    do {
      const next = { first: MAX_PAGE, after };
      const page: Page<AuditRecord> = await this.reading.page(this.database, filter, [world], next);
      yield* page.nodes;
      after = page.hasNextPage ? page.endCursor : null;
    } while (after);
  }

  /** The platform's people see their own world: the live one, or that of a sandbox. */
  private worldOf({ sandboxId }: Actor): Promise<Condition> {
    return ofWorld(this.database, 'a.organisation_id', sandboxId);
  }

  private record(actor: Actor, act: string, filter: AuditFilter): Promise<void> {
    const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
    const facts = Object.fromEntries(
      given.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : String(value)]),
    );
    const subject = { kind: 'organisation', id: actor.organisationId };
    return this.database.transaction((tx) => this.audit.record(tx, actor, act, subject, facts));
  }
}
