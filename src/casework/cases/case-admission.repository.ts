import { Injectable } from '@nestjs/common';
import { sandboxOf } from '../../parties/worlds/index.js';
import { type ArrayType, arrayOf, type Queryable, type Tx } from '../../platform/database/index.js';
import { type CaseSheet, storeTiers } from '../admission/index.js';
import { type ClaimTerms, storeClaimTerms } from '../debt/index.js';
import type { SealedDebtor } from '../debtors/index.js';
import { ENTER_HALL, HallChanges } from '../hall/index.js';
import { linesText, linesToWrite, writeLines } from '../lines/index.js';

/** A new case to insert. */
export interface NewCase {
  id: string;
  eventId: string;
  sheet: CaseSheet;
  debtor: SealedDebtor;
}

/** Who posts the cases. */
export interface PostedBy {
  creditorId: string;
  batchId: string | null;
  memberId: string | null;
}

export interface WrittenCase {
  id: string;
  number: string;
}

type Column = readonly [name: string, type: ArrayType, value: (one: NewCase) => string | Buffer | null];

/** The columns that differ from case to case; the others are equal for all cases or computed by the database. */
const COLUMNS: readonly Column[] = [
  ['id', 'uuid', (c) => c.id],
  ['external_ref', 'text', (c) => c.sheet.draft.externalRef],
  ['state', 'text', (c) => (c.sheet.verdict === 'admit' ? 'listed' : 'submitted')],
  ['category', 'text', (c) => c.sheet.draft.category],
  ['service_line', 'text', (c) => c.sheet.draft.serviceLine],
  ['region_code', 'text', (c) => c.sheet.draft.regionCode],
  ['debtor_kind', 'text', (c) => c.sheet.draft.debtorKind],
  ['debtor_id_kind', 'text', (c) => c.sheet.draft.debtorIdKind],
  ['debtor_masked_name', 'text', (c) => c.debtor.maskedName],
  ['debtor_sealed', 'bytea', (c) => c.debtor.sealed],
  ['debtor_id_index', 'bytea', (c) => c.debtor.idIndex],
  ['debtor_phone_index', 'bytea', (c) => c.debtor.phoneIndex],
  ['contract_number', 'text', (c) => c.sheet.draft.contractNumber],
  ['principal_fen', 'text', (c) => c.sheet.draft.principalFen.toString()],
  ['penalty_fen', 'text', (c) => c.sheet.draft.penaltyFen.toString()],
  ['paid_fen', 'text', (c) => c.sheet.draft.paidFen.toString()],
  ['outstanding_fen', 'text', (c) => c.sheet.draft.outstandingFen.toString()],
  ['due_on', 'text', (c) => c.sheet.draft.dueOn],
  ['invoiced_on', 'text', (c) => c.sheet.draft.invoicedOn],
  ['last_interrupted_on', 'text', (c) => c.sheet.draft.lastInterruptedOn],
  ['limitation_expires_on', 'text', (c) => c.sheet.limitationExpiresOn],
  ['annual_rate_bps', 'text', (c) => storedRate(c.sheet.draft.annualRateBps)],
  ['matter', 'text', (c) => c.sheet.draft.matter],
  ['claim_terms', 'text', (c) => storedTerms(c.sheet.draft.claimTerms)],
  ['legal_origin', 'text', (c) => c.sheet.draft.legalOrigin],
  ['evidence_kinds', 'text', (c) => `{${c.sheet.draft.evidence.join(',')}}`],
  ['evidence_bps', 'text', (c) => `${c.sheet.evidenceBps}`],
  ['score', 'text', (c) => `${c.sheet.score}`],
  ['grade', 'text', (c) => c.sheet.grade],
  ['commission_bps', 'text', (c) => `${c.sheet.offer.bps}`],
  ['commission_tiers', 'text', (c) => JSON.stringify(storeTiers(c.sheet.offer.tiers))],
  ['review_reasons', 'text', (c) => JSON.stringify(c.sheet.reasons)],
  ['event_id', 'uuid', (c) => c.eventId],
];

/** The types that columns sent as text are cast to. */
const CAST: Record<string, string> = {
  ...{ principal_fen: 'bigint', penalty_fen: 'bigint', paid_fen: 'bigint', outstanding_fen: 'bigint' },
  ...{ due_on: 'date', invoiced_on: 'date', last_interrupted_on: 'date', limitation_expires_on: 'date' },
  ...{ annual_rate_bps: 'integer', evidence_bps: 'integer', score: 'integer', commission_bps: 'integer' },
  ...{ evidence_kinds: 'text[]', commission_tiers: 'jsonb', claim_terms: 'jsonb', review_reasons: 'jsonb' },
};

const FIXED = 3;
const own = COLUMNS.map(([name]) => name).filter((name) => name !== 'event_id');

/**
 * Inserts any number of cases in one statement, each with its lines, its number, its history and, when admitted, its listing. A case whose
 * external reference exists already is not inserted and not returned. Numbers follow no order that anybody could read the
 * platform's volume from. A case belongs to the sandbox of its creditor.
 */
const INSERT = `
  WITH given AS (
    SELECT * FROM unnest(${COLUMNS.map(([, type], i) => `$${i + 1 + FIXED}::${type}[]`).join(', ')})
      AS g (${COLUMNS.map(([name]) => name).join(', ')})
  ), moved AS (
    INSERT INTO cases (creditor_id, sandbox_id, batch_id, number, listed_at, accepted_at, ${own.join(', ')})
    SELECT $1::uuid, ${sandboxOf('$1::uuid')}, $2::uuid,
      to_char(now() AT TIME ZONE 'Asia/Shanghai', '"DC"-YYYY-') || case_number(n, (SELECT secret FROM case_number_secret)),
      CASE WHEN state = 'listed' THEN now() END, CASE WHEN state = 'listed' THEN now() END,
      ${own.map((name) => (CAST[name] ? `${name}::${CAST[name]}` : name)).join(', ')}
    FROM (SELECT g.*, nextval('case_numbers') AS n FROM given g) numbered
    ON CONFLICT (creditor_id, external_ref) DO NOTHING
    RETURNING *
  ), logged AS (
    INSERT INTO case_events (id, case_id, act, to_state, actor_organisation_id, actor_member_id, facts)
    SELECT g.event_id, m.id, CASE WHEN m.state = 'listed' THEN 'admit' ELSE 'post' END, m.state, $1::uuid, $3::uuid,
      jsonb_build_object('automatic', m.state = 'listed', 'number', m.number, 'evidenceBps', m.evidence_bps,
        'outstandingFen', m.outstanding_fen::text, 'commissionBps', m.commission_bps)
    FROM moved m JOIN given g ON g.id = m.id
  ),${writeLines(`$${FIXED + COLUMNS.length + 1}`)},${ENTER_HALL}
  SELECT id, number FROM moved`;

@Injectable()
export class CaseAdmissionRepository {
  constructor(private readonly hall: HallChanges) {}

  async insert(tx: Tx, by: PostedBy, cases: readonly NewCase[]): Promise<WrittenCase[]> {
    if (cases.length === 0) return [];
    this.hall.changedBy(tx, [by.creditorId]);
    const values = COLUMNS.map(([, type, value]) => arrayOf(type, cases.map(value)));
    const lines = linesText(cases.map(({ id, sheet }) => ({ id, lines: linesOf(sheet) })));
    return tx.rows<WrittenCase>(INSERT, [by.creditorId, by.batchId, by.memberId, ...values, lines], 'cases.admit');
  }

  /** The ids of the creditor's cases with these external references. */
  async idsByExternalRef(q: Queryable, creditorId: string, refs: readonly string[]): Promise<Map<string, string>> {
    const rows = await q.rows<{ ref: string; id: string }>(
      'SELECT external_ref AS ref, id FROM cases WHERE creditor_id = $1 AND external_ref = ANY ($2::text[])',
      [creditorId, refs],
    );
    return new Map(rows.map((row) => [row.ref, row.id]));
  }
}

function linesOf({ draft, lineExpiries }: CaseSheet) {
  return linesToWrite([], draft.lines, lineExpiries);
}

function storedTerms(terms: ClaimTerms | null): string | null {
  return terms && JSON.stringify(storeClaimTerms(terms));
}

/** An absurd rate, such as the value of a wrong column, must not overflow and fail the statement for the other cases. */
function storedRate(bps: number | null): string | null {
  return bps === null ? null : `${Math.min(bps, 1_000_000)}`;
}
