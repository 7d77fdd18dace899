import { Injectable } from '@nestjs/common';
import { Clock, type Fen, newId } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { readClaimTerms, type StoredClaimTerms, storeClaimTerms } from '../debt/index.js';
import { everDisclosed } from '../debtors/index.js';
import { HallChanges, REFRESH_LISTING } from '../hall/index.js';
import {
  type LineInJson,
  type LineToWrite,
  linesOfCase,
  linesText,
  openLines,
  readLine,
  writeLines,
} from '../lines/index.js';
import type { CaseEntity } from './case.entity.js';
import { type CaseState, FREE_STATES } from './case.lifecycle.js';
import { type ListedNow, type Mover, REFRESHED } from './case-moves.repository.js';
import type { KnownReceivable, RevisedFacts } from './receivable.js';

/** The new facts of a revised case, and what follows from them. */
export interface Revision extends Pick<CaseEntity, 'id' | 'limitationExpiresOn' | 'score' | 'grade' | 'reviewReasons'> {
  facts: RevisedFacts;
  lines: readonly LineToWrite[];
  /** Further facts for the history. */
  history?: Readonly<Record<string, unknown>> | undefined;
}

type ReadReceivable = Omit<KnownReceivable, 'lines' | 'claimTerms'> & {
  readonly lines: readonly LineInJson[];
  readonly claimTerms: StoredClaimTerms | null;
};

/** What the books showed of a case. */
export interface SeenBooks {
  readonly id: string;
  readonly paidFen?: Fen | undefined;
  readonly source?: string | undefined;
}

const KNOWN = `
  SELECT c.id, c.external_ref AS "externalRef", c.state, c.principal_fen AS "principalFen", c.penalty_fen AS "penaltyFen",
    c.paid_fen AS "paidFen", c.outstanding_fen AS "outstandingFen", c.recovered_fen AS "recoveredFen", c.due_on AS "dueOn",
    c.invoiced_on AS "invoicedOn", c.last_interrupted_on AS "lastInterruptedOn", c.books_paid_fen AS "booksPaidFen",
    c.books_source AS "booksSource", c.debtor_id_index AS "debtorIdIndex", c.debtor_masked_name AS "debtorMaskedName",
    c.claim_terms AS "claimTerms",
    ${linesOfCase('c.id')} AS lines,
    ${everDisclosed('c.id')} AS "everHeld"
  FROM cases c WHERE c.creditor_id = $1 AND c.external_ref = ANY ($2::text[])`;

const LOCK = `
  SELECT c.id FROM cases c WHERE c.creditor_id = $1 AND c.external_ref = ANY ($2::text[]) ORDER BY c.id FOR NO KEY UPDATE`;

/** Revises any number of cases: facts, lines, listings and a line of history each, in one statement. */
const REVISE = `
  WITH given AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::date[],
      $8::date[], $9::date[], $10::date[], $11::integer[], $12::text[], $13::text[], $14::text[], $15::text[])
      AS g (case_id, event_id, principal_fen, penalty_fen, paid_fen, outstanding_fen, due_on, invoiced_on,
        last_interrupted_on, limitation_expires_on, score, grade, review_reasons, facts, claim_terms)
  ), old AS (
    SELECT c.id, c.outstanding_fen, c.due_on FROM cases c
    WHERE c.id = ANY ($1::uuid[]) AND c.state = ANY ($16::text[]) ORDER BY c.id FOR NO KEY UPDATE
  ), moved AS (
    UPDATE cases c SET principal_fen = g.principal_fen, penalty_fen = g.penalty_fen, paid_fen = g.paid_fen,
      outstanding_fen = g.outstanding_fen, due_on = g.due_on, invoiced_on = g.invoiced_on,
      last_interrupted_on = g.last_interrupted_on, limitation_expires_on = g.limitation_expires_on, score = g.score,
      grade = g.grade, review_reasons = g.review_reasons::jsonb,
      claim_terms = coalesce(g.claim_terms::jsonb, c.claim_terms), updated_at = now()
    FROM given g, old WHERE c.id = g.case_id AND old.id = c.id
    RETURNING c.*, old.outstanding_fen AS from_fen, old.due_on AS from_due_on
  ), logged AS (
    INSERT INTO case_events (id, case_id, act, from_state, to_state, actor_organisation_id, actor_member_id, facts)
    SELECT g.event_id, m.id, 'revise', m.state, m.state, $17::uuid, $18::uuid,
      jsonb_build_object('fromFen', m.from_fen::text, 'outstandingFen', m.outstanding_fen::text,
        'fromDueOn', m.from_due_on::text, 'dueOn', m.due_on::text) || g.facts::jsonb
    FROM moved m JOIN given g ON g.case_id = m.id
  ),${writeLines('$19')},${REFRESH_LISTING}
  ${REFRESHED}`;

/** Reads and revises cases by their creditors' references. */
@Injectable()
export class ReceivablesRepository {
  constructor(
    private readonly clock: Clock,
    private readonly hall: HallChanges,
  ) {}

  async known(q: Queryable, creditorId: string, refs: readonly string[]): Promise<KnownReceivable[]> {
    const found = await q.rows<ReadReceivable>(KNOWN, [creditorId, refs], 'cases.known');
    return found.map(({ lines, claimTerms, ...one }) => ({
      ...one,
      lines: openLines(lines.map(readLine)),
      claimTerms: claimTerms && readClaimTerms(claimTerms),
    }));
  }

  /** Like `known`, and locks the cases in id order. */
  async lock(tx: Tx, creditorId: string, refs: readonly string[]): Promise<KnownReceivable[]> {
    await tx.rows(LOCK, [creditorId, refs], 'cases.known-lock');
    // A statement of its own: that of the lock may have begun before another transaction changed the lines.
    return this.known(tx, creditorId, refs);
  }

  numbers(q: Queryable, creditorId: string, ids: readonly string[]): Promise<{ id: string; number: string }[]> {
    return q.rows('SELECT id, number FROM cases WHERE creditor_id = $1 AND id = ANY ($2::uuid[])', [creditorId, ids]);
  }

  /** Remembers what the books showed last, and which document each case follows. Null leaves as it is. */
  async note(tx: Tx, seen: readonly SeenBooks[]): Promise<void> {
    if (seen.length === 0) return;
    await tx.affected(
      `UPDATE cases c SET books_paid_fen = coalesce(g.paid_fen, c.books_paid_fen), books_source = coalesce(g.source, c.books_source)
       FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS g (case_id, paid_fen, source) WHERE c.id = g.case_id`,
      [
        seen.map((one) => one.id),
        seen.map((one) => one.paidFen?.toString() ?? null),
        seen.map((one) => one.source ?? null),
      ],
    );
  }

  /** Sources begin with the connection: `["<id>",…`. */
  async forgetConnection(tx: Tx, creditorId: string, connectionId: string): Promise<void> {
    await tx.affected(
      `UPDATE cases SET books_source = NULL WHERE id IN (
         SELECT id FROM cases WHERE creditor_id = $1 AND starts_with(books_source, $2) ORDER BY id FOR NO KEY UPDATE)`,
      [creditorId, `["${connectionId}",`],
    );
  }

  /** Revises the cases that are in one of `from`. */
  async revise(
    tx: Tx,
    revisions: readonly Revision[],
    by: Mover,
    from: readonly CaseState[] = FREE_STATES,
  ): Promise<ListedNow[]> {
    if (revisions.length === 0) return [];
    this.hall.changedBy(tx, [by.organisationId]);
    const facts = <K extends Exclude<keyof RevisedFacts, 'lines' | 'claimTerms'>>(name: K) =>
      revisions.map((one) => one.facts[name]?.toString() ?? null);
    const columns = [
      revisions.map((one) => one.id),
      revisions.map(() => newId(this.clock.millis())),
      ...(['principalFen', 'penaltyFen', 'paidFen', 'outstandingFen'] as const).map(facts),
      ...(['dueOn', 'invoicedOn', 'lastInterruptedOn'] as const).map(facts),
      revisions.map((one) => one.limitationExpiresOn),
      revisions.map((one) => one.score),
      revisions.map((one) => one.grade),
      revisions.map((one) => JSON.stringify(one.reviewReasons)),
      revisions.map(({ history, facts: { claimTerms } }) =>
        JSON.stringify({ ...history, ...(claimTerms ? { claimTerms: 'changed' } : {}) }),
      ),
      revisions.map(({ facts: { claimTerms } }) => claimTerms && JSON.stringify(storeClaimTerms(claimTerms))),
    ];
    const params = [...columns, from, by.organisationId ?? null, by.memberId ?? null, linesText(revisions)];
    return tx.rows<ListedNow>(REVISE, params, 'cases.revise');
  }
}
