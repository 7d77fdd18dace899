import { Injectable } from '@nestjs/common';
import { type CaseFilter, Cases, type SeenCase } from '../../casework/cases/index.js';
import { Activities } from '../../casework/collection/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { fill, invalid, type Locale, MAX_PAGE } from '../../kernel/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import type { Sheet, SheetCell } from '../../platform/sheets/index.js';
import { activityColumns, activityRow } from './activity-export.js';
import { caseColumns, caseRow } from './case-export.js';
import { lineColumns, lineRow } from './line-export.js';
import { type Reader, readerOf } from './reader.js';

/** Lists as tables. A page is read when the one before was consumed, so an export of any size needs the memory of one page. */
@Injectable()
export class Exports {
  constructor(
    private readonly database: Database,
    private readonly caseService: Cases,
    private readonly activityService: Activities,
    private readonly audit: Audit,
  ) {}

  /** The cases the actor may see, newest first. */
  async cases(actor: Actor, filter: CaseFilter, locale: Locale): Promise<Sheet> {
    await this.caseService.assertInForce(actor);
    await this.record(actor, 'export.cases', filter);
    return {
      name: fill({ en: 'Cases', zh: '案件' }, locale),
      columns: caseColumns(locale),
      rows: this.caseRows(actor, filter, readerOf(actor, locale)),
    };
  }

  /** The lines of the cases the actor may see, by case, newest case first. */
  async caseLines(actor: Actor, filter: CaseFilter, locale: Locale): Promise<Sheet> {
    await this.caseService.assertInForce(actor);
    await this.record(actor, 'export.case-lines', filter);
    return {
      name: fill({ en: 'Lines', zh: '明细' }, locale),
      columns: lineColumns(locale),
      rows: this.lineRows(actor, filter, readerOf(actor, locale)),
    };
  }

  /** The activities on the cases the actor may see; the platform's people, who see all, must say why. By case, newest case first, and in each the newest activity first. */
  async activities(
    actor: Actor,
    { reason, ...filter }: CaseFilter & { reason?: string | undefined },
    locale: Locale,
  ): Promise<Sheet> {
    const platform = actor.organisationKind === 'platform';
    if (platform && !reason) throw invalid('MUST_BE_GIVEN', { path: 'reason' });
    await this.caseService.assertInForce(actor);
    await this.record(actor, 'export.activities', filter, reason);
    return {
      name: fill({ en: 'Activities', zh: '催收记录' }, locale),
      columns: activityColumns(locale),
      rows: this.activityRows(actor, filter, readerOf(actor, locale)),
    };
  }

  private async *caseRows(actor: Actor, filter: CaseFilter, reader: Reader): AsyncGenerator<SheetCell[]> {
    for await (const page of this.casePages(actor, filter)) for (const one of page) yield caseRow(one, reader);
  }

  private async *lineRows(actor: Actor, filter: CaseFilter, reader: Reader): AsyncGenerator<SheetCell[]> {
    for await (const page of this.casePages(actor, filter)) {
      for (const one of page) for (const line of one.lines) yield lineRow(line, one, reader);
    }
  }

  private async *activityRows(actor: Actor, filter: CaseFilter, reader: Reader): AsyncGenerator<SheetCell[]> {
    for await (const page of this.casePages(actor, filter)) {
      const byId = new Map(page.map((one) => [one.id, one]));
      for await (const activity of this.activityService.ofSeenCases(actor, page)) {
        yield activityRow(activity, byId.get(activity.caseId)!, reader);
      }
    }
  }

  private async *casePages(actor: Actor, filter: CaseFilter): AsyncGenerator<SeenCase[]> {
    let after: string | null = null;
    do {
      const page = await this.caseService.page(actor, { first: MAX_PAGE, after }, filter);
      yield page.nodes;
      after = page.hasNextPage ? page.endCursor : null;
    } while (after);
  }

  private async record(actor: Actor, act: string, filter: CaseFilter, reason?: string): Promise<void> {
    const { state, externalRef, number } = filter;
    const narrowed = { ...(externalRef && { externalRef }), ...(number && { number }), ...(reason && { reason }) };
    const facts = { states: state?.join(' ') ?? 'all', ...narrowed };
    const subject = { kind: 'organisation', id: actor.organisationId };
    await this.database.transaction((tx) => this.audit.record(tx, actor, act, subject, facts));
  }
}
