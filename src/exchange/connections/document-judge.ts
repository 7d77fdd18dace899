import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock, type Day, Refusal } from '../../kernel/index.js';
import { Database } from '../../platform/database/index.js';
import { inHalves } from '../../platform/loops/index.js';
import { type Creditor, ReceivableSync, type SyncOutcome, type SyncRow } from '../books/index.js';
import { type ErpDocument, type JudgedDocument, judgeDocument } from '../erp/index.js';
import { reason } from '../rows/index.js';
import type { ErpConnection } from './erp-connection.repository.js';
import { type SyncedRow, SyncRowRepository } from './sync-row.repository.js';

/** Errors of PostgreSQL that a row itself causes (data, constraints, limits), as opposed to temporary ones. */
const OF_THE_ROW = /^(?:22|23|54)/;

type Judging = Pick<ErpConnection, 'id' | 'kind' | 'creditorId' | 'sandboxId' | 'defaults'>;
type Decided = { readonly judged: JudgedDocument; readonly outcome: SyncOutcome };

/** Decides documents: the policy skips what is not a debt, the rest goes to the books. */
@Injectable()
export class DocumentJudge {
  constructor(
    private readonly database: Database,
    private readonly sync: ReceivableSync,
    private readonly rows: SyncRowRepository,
    private readonly clock: Clock,
  ) {}

  /** Refuses a creditor that is not approved, before anything of it is read. */
  assertMayPost({ creditorId: organisationId, sandboxId }: Pick<ErpConnection, 'creditorId' | 'sandboxId'>) {
    return this.sync.assertMayPost({ organisationId, sandboxId });
  }

  /** One outcome per key, at most 500 documents. Repeating a call changes nothing. */
  async decide(connection: Judging, documents: readonly ErpDocument[]): Promise<SyncedRow[]> {
    const { clear, contested } = byKey(documents);
    const inParts = clear.flatMap((one) => (one.instalments || one.creditOf ? [ownerOf(one)] : []));
    const starts = await this.rows.startsOf(this.database, connection.id, inParts);
    const first = await this.judge(connection, clear, starts);
    const given = new Map(clear.map((one) => [one.key, one]));
    const later = new Map(first.flatMap((one) => laterStart(one, given.get(one.judged.key)!)));
    const again = clear.filter(({ key }) => later.has(key));
    const second = again.length > 0 ? await this.judge(connection, again, later) : [];
    const decided = new Map([...first, ...second].map((one) => [one.judged.key, one]));
    return [...[...decided.values()].map((one) => syncedRowOf(one, later)), ...contested.map(contradicted)];
  }

  private async judge(
    connection: Judging,
    documents: readonly ErpDocument[],
    starts: ReadonlyMap<string, Day>,
  ): Promise<Decided[]> {
    const { creditorId: organisationId, sandboxId, defaults } = connection;
    const today = this.clock.today();
    const judged = creditsLast(documents.map((one) => judgeDocument(one, defaults, today, starts.get(ownerOf(one)))));
    const rows = judged.map((one) => syncRowOf(one, connection));
    const outcomes = await this.apply({ organisationId, sandboxId }, rows);
    return judged.map((one, n) => ({ judged: one, outcome: outcomes[n]! }));
  }

  /** A row the database refuses is found by halving and rejected alone. */
  private async apply(creditor: Creditor, rows: readonly SyncRow[]): Promise<SyncOutcome[]> {
    const outcomes: SyncOutcome[] = [];
    await inHalves(rows, {
      together: async (some) => void outcomes.push(...(await this.sync.apply(creditor, some))),
      alone: () => void outcomes.push(NOT_STORED),
      isOfAnItem: isOfTheRow,
    });
    return outcomes;
  }
}

function isOfTheRow(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return !(error instanceof Refusal) && typeof code === 'string' && OF_THE_ROW.test(code);
}

const NOT_STORED: SyncOutcome = {
  ...{ outcome: 'rejected', caseId: null },
  reasons: [{ code: 'ROW_NOT_STORED', field: '', params: {} }],
};

/**
 * An ended document is applied even if it is skipped: a case posted from it earlier must follow. An ERP that is read tells of the credit
 * notes of an invoice with the invoice; of files each comes alone, and lowers the case of the invoice that it names.
 */
function syncRowOf(one: JudgedDocument, { id: connectionId, kind }: Pick<ErpConnection, 'id' | 'kind'>): SyncRow {
  const { row, status, figures, skip, key, company, credit } = one;
  const keepsCredits = kind === 'ubl';
  if (credit && keepsCredits) {
    const source = { connectionId, company, key: credit.key ?? key };
    return { row: { ...row, externalRef: credit.externalRef }, status, source, credit: credit.line };
  }
  if (status === 'open' && skip) return { row, status, skip: { code: skip.code, field: skip.field } };
  return { row, status, figures, source: { connectionId, company, key }, keepsCredits };
}

/** Of the documents sent at once, invoices come before the credit notes that may name them. */
function creditsLast(judged: readonly JudgedDocument[]): JudgedDocument[] {
  return [...judged.filter(({ credit }) => !credit), ...judged.filter(({ credit }) => credit)];
}

/** One document of each key. Two different ones with one key can be read in two ways, and neither is taken. */
function byKey(documents: readonly ErpDocument[]): { clear: ErpDocument[]; contested: ErpDocument[] } {
  const first = new Map<string, ErpDocument>();
  const contested = new Map<string, ErpDocument>();
  for (const one of documents) {
    const before = first.get(one.key);
    if (before === undefined) first.set(one.key, one);
    else if (!isDeepStrictEqual(before, one)) contested.set(one.key, one);
  }
  return { clear: [...first.values()].filter(({ key }) => !contested.has(key)), contested: [...contested.values()] };
}

function contradicted({ key, number }: ErpDocument): SyncedRow {
  const reasons = [reason('REFERENCE_IN_SEVERAL_ROWS', 'number')];
  return { documentKey: key, number, outcome: 'rejected', caseId: null, reasons, recheckOn: null };
}

/** The key of the document whose case this one is about. */
const ownerOf = ({ key, creditOf }: ErpDocument) => creditOf?.key ?? key;

/**
 * The key of a document whose case ended while nothing more of it was due, and the day of the instalment that fell due since: from that one
 * on it is a case of its own. A document planned anew is none: what the ended case was about must still be there, and settled.
 */
function laterStart({ judged, outcome }: Decided, { instalments = [] }: ErpDocument): [string, Day][] {
  const ended = outcome.reasons.find(({ code }) => code === 'CASE_CLOSED')?.params['through'];
  const { dueOn } = judged.row;
  if (judged.status !== 'open' || typeof dueOn !== 'string' || typeof ended !== 'string') return [];
  const isLater = dueOn > ended && instalments.some((one) => one.dueOn && one.dueOn <= ended);
  return isLater ? [[judged.key, dueOn]] : [];
}

function syncedRowOf({ judged, outcome: found }: Decided, later: ReadonlyMap<string, Day>): SyncedRow {
  const { key: documentKey, number, skip, recheckOn } = judged;
  const { outcome, caseId, reasons } = found;
  const isOwn =
    outcome === 'skipped' && skip !== null && !reasons.some(({ code }) => code === 'CREDIT_NOTE_OF_NO_CASE');
  const why = isOwn ? [skip] : reasons;
  const fromDueOn = caseId === null ? null : (later.get(documentKey) ?? null);
  return { documentKey, number, outcome, caseId, reasons: why, recheckOn, fromDueOn };
}
