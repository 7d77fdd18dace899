import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, cutByWeight, newId, type Page, type PageInput } from '../../kernel/index.js';
import { inSandbox } from '../../parties/worlds/index.js';
import { declareTextsOfBefore, unsealed } from '../../platform/crypto/index.js';
import {
  type Condition,
  columnsOf,
  firstOf,
  ifGiven,
  newestFirst,
  oldestFirst,
  pageOf,
  type Queryable,
  statementOf,
  type Tx,
} from '../../platform/database/index.js';
import { type Matter, readPayments } from '../debt/index.js';
import { disclosedTo, HistoryTexts } from '../debtors/index.js';
import { LISTED_IN_SANDBOX } from '../hall/index.js';
import {
  type CaseLine,
  expiryOf,
  type LineInJson,
  linesOfCase,
  readLine,
  type SeenLine,
  seenLines,
} from '../lines/index.js';
import { CaseEntity, type CaseEventEntity } from './case.entity.js';
import type { CaseState } from './case.lifecycle.js';
import type { Mover } from './case-moves.repository.js';
import { redact, type Sight } from './visibility.policy.js';

/** The whole row of a case, read under its lock; never shown to a caller as it is. */
export type CaseRow = Readonly<CaseEntity> & { readonly lines: readonly CaseLine[] };

/** A case as one caller may see it. */
export type SeenCase = Omit<CaseRow, 'debtorSealed' | 'externalRef' | 'batchId' | 'lines'> & {
  lines: readonly SeenLine[];
  externalRef: string | null;
  batchId: string | null;
  debtorSealed: Buffer | null;
  sight: Sight;
};

/** Sandbox cases that shall wait for review: the marker in their external reference, and the wait in seconds. */
export interface SlowTests {
  marker: string;
  afterSeconds: number;
}

/** A sandbox case as the automatic reviewer reads it. */
export interface WaitingTest {
  id: string;
  sandboxId: string;
  externalRef: string;
  /** Codes of the reasons why a reviewer decides. */
  reasonCodes: string[];
  waitedSeconds: number;
}

/** What people call a case. */
export type CaseLabel = Pick<CaseRow, 'id' | 'number' | 'externalRef'>;

/** One line of a case's history. */
export type HistoryLine = Omit<CaseEventEntity, 'seq' | 'caseId' | 'actorMemberId'>;

/** What changes about a case with new evidence. */
export type Reappraisal = Pick<CaseRow, 'evidenceKinds' | 'evidenceBps' | 'score' | 'grade' | 'reviewReasons'>;

export interface CaseFilter {
  state?: readonly CaseState[] | null;
  externalRef?: string | null;
  number?: string | null;
}

/** Counting stops here: a total is "at least" this many. */
const COUNT_CAP = 10_000;

const ROW = columnsOf(CaseEntity, 'c');
const COLUMNS = `${ROW}, ${linesOfCase('c.id')} AS lines`;

/** A case as it is read, its lines still in JSON. */
type ReadCase = Omit<SeenCase, 'lines'> & { lines: readonly LineInJson[] };

/** The most cases, lines and events of a page together, as many objects as one GraphQL answer may hold. */
const MOST_OBJECTS = 5_000;

function weightOf({ lines }: ReadCase): number {
  return lines.reduce((sum, { clock }) => sum + 1 + clock.length, 1);
}

const HISTORY = `
  SELECT id, act, from_state AS "fromState", to_state AS "toState", actor_organisation_id AS "actorOrganisationId", facts,
    created_at AS "createdAt"
  FROM case_events WHERE case_id = $1 ORDER BY seq LIMIT 1000`;

const REAPPRAISE = `
  UPDATE cases SET evidence_kinds = $2::text[], evidence_bps = $3, score = $4, grade = $5, review_reasons = $6::jsonb,
    updated_at = now()
  WHERE id = $1`;

const RESTATE_MATTER = 'UPDATE cases SET matter = $2, updated_at = now() WHERE id = $1';

const NOTE = `
  INSERT INTO case_events (id, case_id, act, from_state, to_state, actor_organisation_id, actor_member_id, facts)
  VALUES ($1, $2, $3, $4, $4, $5, $6, $7::jsonb)`;

const inClear = (fact: string) => `jsonb_typeof(facts->'${fact}') = 'string' AND ${unsealed(`facts->>'${fact}'`)}`;

/** What people wrote into histories that may stand in clear from before it was sealed. Only the owner of the schema changes a line. */
declareTextsOfBefore({
  place: 'case_events.facts',
  find: `SELECT id, case_id, facts FROM case_events
            WHERE id >= $2::uuid AND (${['reason', 'note'].map(inClear).join(' OR ')})
            ORDER BY id LIMIT $1 FOR NO KEY UPDATE`,
  write: 'UPDATE case_events SET facts = $2::jsonb WHERE id = $1',
  sealed: ({ id, case_id, facts }, { texts }) => {
    const history = new HistoryTexts(texts);
    const caseId = case_id as string;
    return [id, JSON.stringify(history.sealed(caseId, history.opened(caseId, facts as Record<string, unknown>)))];
  },
});

/** Reads cases. Every read for an actor starts from `visibleTo`: a case of another organisation is not found, not forbidden. */
@Injectable()
export class CaseRepository {
  constructor(private readonly clock: Clock) {}

  /** The case as the actor may see it; `undefined` when it may not. */
  async find(q: Queryable, actor: Actor, caseId: string): Promise<SeenCase | undefined> {
    const { select, where } = visibleTo(actor);
    const row = await firstOf<ReadCase>(q, select, [...where, ['c.id = ?', caseId]]);
    return row && this.seen(row);
  }

  /** The actor's cases, newest first. */
  async page(q: Queryable, actor: Actor, page: PageInput, filter: CaseFilter): Promise<Page<SeenCase>> {
    const { select, where } = visibleTo(actor);
    // A holder's walk goes along its disclosures, each page from where the last one ended.
    const order = newestFirst(isProvider(actor) ? 'd.case_id' : 'c.id');
    if (isProvider(actor)) {
      return this.seenPage(
        await pageOf<ReadCase>(q, page, { select, where: [...where, ...filtered(actor, filter)], order }),
      );
    }
    const { state, ...others } = filter;
    const either = [...new Set(state)].map((one): Condition => ['c.state = ?', one]);
    return this.seenPage(
      await pageOf<ReadCase>(q, page, { select, where: [...where, ...filtered(actor, others)], either, order }),
    );
  }

  /** The length of the list, counted up to `COUNT_CAP`. */
  async count(q: Queryable, actor: Actor, filter: CaseFilter): Promise<number> {
    const { select, where } = visibleTo(actor, '1');
    const limit = [`LIMIT ${COUNT_CAP}`] as const;
    const { sql, params } = statementOf(select, [...where, ...filtered(actor, filter)], limit);
    return (await q.one<{ n: number }>(`SELECT count(*)::int AS n FROM (${sql}) counted`, params))!.n;
  }

  /** Cases in state `submitted` or `under_review`, oldest first. */
  async reviewQueue(q: Queryable, actor: Actor, page: PageInput): Promise<Page<SeenCase>> {
    const { select, where } = visibleTo({ ...actor, organisationKind: 'platform' });
    const waiting = [`c.state IN ('submitted', 'under_review')`] as const;
    const order = oldestFirst('c.id');
    return this.seenPage(await pageOf<ReadCase>(q, page, { select, where: [...where, waiting], order }));
  }

  /** Cases of all sandboxes that wait for review, longest waiting first. Slow ones appear once their wait is over. */
  waitingInSandboxes(q: Queryable, slow: SlowTests, limit: number): Promise<WaitingTest[]> {
    return q.rows<WaitingTest>(
      `SELECT id, sandbox_id AS "sandboxId", external_ref AS "externalRef",
              ARRAY(SELECT r->>'code' FROM jsonb_array_elements(review_reasons) AS r) AS "reasonCodes",
              extract(epoch FROM now() - created_at)::float8 AS "waitedSeconds"
         FROM cases
        WHERE sandbox_id IS NOT NULL AND state IN ('submitted', 'under_review')
          AND (strpos(external_ref, $1) = 0 OR created_at <= now() - make_interval(secs => $2))
        ORDER BY created_at LIMIT $3`,
      [slow.marker, slow.afterSeconds, limit],
    );
  }

  async listedInSandbox(q: Queryable, sandboxId: string): Promise<string[]> {
    const rows = await q.rows<{ id: string }>(LISTED_IN_SANDBOX, [sandboxId]);
    return rows.map(({ id }) => id);
  }

  /** What people call these cases: the number, and the reference of the creditor. */
  labelsOf(q: Queryable, caseIds: readonly string[]): Promise<CaseLabel[]> {
    const sql = 'SELECT id, number, external_ref AS "externalRef" FROM cases WHERE id = ANY($1::uuid[])';
    return q.rows<CaseLabel>(sql, [caseIds], 'cases.labels');
  }

  /** Locks the row (FOR NO KEY UPDATE) and returns all of it, for a change that depends on it. Ignores visibility. */
  async lock(tx: Tx, caseId: string): Promise<CaseRow | undefined> {
    const row = await tx.one<CaseEntity>(`SELECT ${ROW} FROM cases c WHERE c.id = $1 FOR NO KEY UPDATE`, [caseId]);
    // A statement of its own: that of the lock may have begun before another transaction changed the lines.
    return row && { ...row, lines: await this.linesOf(tx, caseId) };
  }

  private async linesOf(q: Queryable, caseId: string): Promise<CaseLine[]> {
    const row = await q.one<{ lines: LineInJson[] }>(`SELECT ${linesOfCase('$1')} AS lines`, [caseId]);
    return row!.lines.map(readLine);
  }

  private seen(row: ReadCase): SeenCase {
    const today = this.clock.today();
    const lines = seenLines(row.lines.map(readLine), today, readPayments(row.payments));
    return redact({ ...row, limitationExpiresOn: expiryOf(lines) ?? row.limitationExpiresOn, lines }, row.sight);
  }

  /** A page of cases of many lines is shorter: what all faces show of it has a bound. */
  private seenPage(found: Page<ReadCase>): Page<SeenCase> {
    const page = cutByWeight(found, MOST_OBJECTS, weightOf, ({ id }) => [id]);
    return { ...page, nodes: page.nodes.map((row) => this.seen(row)) };
  }

  /** The history of a case, oldest first. */
  history(q: Queryable, caseId: string): Promise<HistoryLine[]> {
    return q.rows<HistoryLine>(HISTORY, [caseId]);
  }

  async reappraise(tx: Tx, caseId: string, { reviewReasons, ...is }: Reappraisal): Promise<void> {
    const reasons = JSON.stringify(reviewReasons);
    await tx.affected(REAPPRAISE, [caseId, is.evidenceKinds, is.evidenceBps, is.score, is.grade, reasons]);
  }

  async restateMatter(tx: Tx, caseId: string, matter: Matter | null): Promise<void> {
    await tx.affected(RESTATE_MATTER, [caseId, matter]);
  }

  /** Records an act that does not change the state. */
  async note(tx: Tx, one: CaseRow, by: Mover, act: string, facts: Record<string, unknown>): Promise<void> {
    const actor = [by.organisationId ?? null, by.memberId ?? null];
    const id = newId(this.clock.millis());
    await tx.affected(NOTE, [id, one.id, act, one.state, ...actor, JSON.stringify(facts)]);
  }
}

/**
 * Which cases the actor sees, and how much of each. Creditor: its own. Platform: all of its sandbox or all live ones, without the
 * debtor's data. Provider: those disclosed to it now.
 */
function visibleTo(actor: Actor, columns = COLUMNS): { select: string | Condition; where: Condition[] } {
  const own = actor.organisationId;
  switch (actor.organisationKind) {
    case 'creditor':
      return {
        select: `SELECT ${columns}, 'creditor' AS sight FROM cases c`,
        where: [['c.creditor_id = ?::uuid', own]],
      };
    case 'platform':
      return {
        select: `SELECT ${columns}, 'platform' AS sight FROM cases c`,
        where: [inSandbox('c.sandbox_id', actor.sandboxId)],
      };
    case 'agency':
    case 'law_firm': {
      const sight = `CASE WHEN d."full" THEN 'holder_full' ELSE 'holder_masked' END AS sight`;
      const from = `(${disclosedTo('?')}) d JOIN cases c ON c.id = d.case_id`;
      return { select: [`SELECT ${columns}, ${sight} FROM ${from}`, own], where: [] };
    }
  }
}

function filtered(actor: Actor, { state, externalRef, number }: CaseFilter): Condition[] {
  return [
    ...ifGiven('c.state = ANY (?::text[])', state?.length ? state : null),
    // Before the entrustment the holder does not see the reference, so it must not find out by a filter either.
    ...ifGiven(`${isProvider(actor) ? 'd."full" AND ' : ''}c.external_ref = ?`, externalRef || null),
    ...ifGiven('c.number = ?', number || null),
  ];
}

function isProvider({ organisationKind }: Actor): boolean {
  return organisationKind === 'agency' || organisationKind === 'law_firm';
}
