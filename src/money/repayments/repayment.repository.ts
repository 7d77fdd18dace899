import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import type { Fen, Page, PageInput } from '../../kernel/index.js';
import { ofWorld } from '../../parties/worlds/index.js';
import { BlindIndex, columnOfBefore, declareTextsOfBefore, SealedTexts } from '../../platform/crypto/index.js';
import {
  type Condition,
  columnsOf,
  firstOf,
  ifGiven,
  newestFirst,
  pageOf,
  propertiesBut,
  type Queryable,
  type Tx,
} from '../../platform/database/index.js';
import { type ConfirmedHow, RepaymentEntity } from './repayment.entity.js';
import { type RepaymentState, repaymentLifecycle } from './repayment.lifecycle.js';

/** A repayment as every query of this module reads it. */
export type Repayment = Omit<RepaymentEntity, 'reportedBy' | 'confirmedBy' | 'externalRefIndex'>;

/** A report of a payment by its holder or creditor. `externalRef` is unique for each case and reporter. */
export type Report = Pick<RepaymentEntity, 'caseId' | 'amountFen' | 'paidOn' | 'channel' | 'payee'> &
  Partial<Pick<RepaymentEntity, 'externalRef' | 'voucherFileId' | 'notDuplicateBecause'>> & {
    /** The rise of the paid figure it comes from; absent when a party reports it. */
    readonly books?: BooksRise;
  };

/** The paid figure of a document before and now: the amount is the difference, or what was open if that is less. */
export interface BooksRise {
  readonly paidBeforeFen: Fen;
  readonly paidNowFen: Fen;
}

export type NewRepayment = Report &
  Pick<RepaymentEntity, 'id' | 'grabId' | 'creditorId' | 'providerId' | 'reporterId' | 'reportedBy'> & {
    /** Days until time confirms it; null means never. */
    autoConfirmDays: number | null;
  };

/** What a reporter calls its report of a payment on a case. */
export interface Reference extends Pick<RepaymentEntity, 'caseId' | 'reporterId'> {
  externalRef: string;
}

export interface RepaymentFilter {
  caseId?: string | null | undefined;
  state?: RepaymentState | null | undefined;
  /** Whether the creditor disputed it, also when it was decided since. */
  disputed?: boolean | null | undefined;
  reportedBefore?: Date | null | undefined;
  providerId?: string | null | undefined;
  creditorId?: string | null | undefined;
}

const COLUMNS = columnsOf(
  RepaymentEntity,
  'r',
  propertiesBut(RepaymentEntity, 'reportedBy', 'confirmedBy', 'externalRefIndex'),
);
const SELECT = `SELECT ${COLUMNS} FROM repayments r`;

/** What people write about a repayment may name the debtor: it is sealed here, and opened by `RepaymentViews` for its readers. */
export const REPAYMENT_TEXTS = {
  externalRef: 'repayments.external_ref',
  notDuplicateBecause: 'repayments.not_duplicate_because',
  disputeReason: 'repayments.dispute_reason',
  rejectReason: 'repayments.reject_reason',
  reverseReason: 'repayments.reverse_reason',
} as const;

/** SQL: whether a row has the reference whose text and index these parameters hold; a row of before may hold it in clear. */
const SAME_REF = (text: string, index: string) =>
  `(coalesce(external_ref_index = ${index}, false) OR (external_ref_index IS NULL AND external_ref = ${text}::text))`;

/** The texts of repayments that may stand in clear from before they were sealed. */
declareTextsOfBefore(
  {
    ...columnOfBefore(REPAYMENT_TEXTS.externalRef),
    // Processes of before could not see that a sealed reference was the same: such a row keeps its text and has no index.
    write: `UPDATE repayments r SET external_ref = $2, external_ref_index = CASE WHEN EXISTS (
              SELECT 1 FROM repayments o WHERE o.case_id = r.case_id AND o.reporter_id = r.reporter_id AND o.id <> r.id
                AND o.external_ref_index = $3 AND o.state <> 'rejected') THEN NULL ELSE $3 END
            WHERE id = $1`,
    sealed: ({ id, text }, { texts, index }) => {
      const { externalRef: place } = REPAYMENT_TEXTS;
      return [id, texts.seal(place, id, text as string), index.of(place, text as string)];
    },
  },
  ...Object.values(REPAYMENT_TEXTS)
    .filter((place) => place !== REPAYMENT_TEXTS.externalRef)
    .map((place) => columnOfBefore(place)),
);

@Injectable()
export class RepaymentRepository {
  constructor(
    private readonly texts: SealedTexts,
    private readonly index: BlindIndex,
  ) {}

  async insert(tx: Tx, one: NewRepayment): Promise<Repayment> {
    const sealed = (name: 'externalRef' | 'notDuplicateBecause') =>
      one[name] ? this.texts.seal(REPAYMENT_TEXTS[name], one.id, one[name]) : null;
    const row = await tx.one<Repayment>(
      `INSERT INTO repayments AS r (id, case_id, grab_id, creditor_id, provider_id, amount_fen, paid_on, channel, payee, state,
         reporter_id, reported_by, external_ref, external_ref_index, voucher_file_id, not_duplicate_because,
         books_paid_before_fen, books_paid_now_fen, auto_confirm_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
         now() + make_interval(days => $19::int))
       RETURNING ${COLUMNS}`,
      [
        ...[one.id, one.caseId, one.grabId, one.creditorId, one.providerId, one.amountFen.toString(), one.paidOn],
        ...[one.channel, one.payee, repaymentLifecycle.initial, one.reporterId, one.reportedBy],
        ...[
          sealed('externalRef'),
          this.indexOf(one.externalRef),
          one.voucherFileId ?? null,
          sealed('notDuplicateBecause'),
        ],
        ...[one.books?.paidBeforeFen.toString() ?? null, one.books?.paidNowFen.toString() ?? null, one.autoConfirmDays],
      ],
      'repayments.insert',
    );
    return row!;
  }

  byId(q: Queryable, id: string): Promise<Repayment | undefined> {
    return q.one<Repayment>(`${SELECT} WHERE r.id = $1`, [id], 'repayments.by_id');
  }

  /** A repayment this actor may see: its creditor, the provider it counts for, or the platform. */
  async visible(q: Queryable, actor: Actor, id: string): Promise<Repayment | undefined> {
    return firstOf<Repayment>(q, SELECT, [['r.id = ?', id], await visibleTo(q, actor)]);
  }

  /** The repayments this actor may see, newest first. */
  async list(q: Queryable, actor: Actor, filter: RepaymentFilter, page: PageInput): Promise<Page<Repayment>> {
    return pageOf<Repayment>(q, page, {
      select: SELECT,
      where: [await visibleTo(q, actor), ...filtered(filter)],
      order: newestFirst('r.id'),
    });
  }

  /** Whether the actor may see a repayment with this voucher; undefined when no repayment names the file. */
  async voucherFor(q: Queryable, actor: Actor, fileId: string): Promise<{ visible: boolean } | undefined> {
    const named = [['r.voucher_file_id = ?', fileId]] as const;
    if (!(await firstOf<Repayment>(q, SELECT, [...named]))) return undefined;
    const seen = await firstOf<Repayment>(q, SELECT, [...named, await visibleTo(q, actor)]);
    return { visible: seen !== undefined };
  }

  /** The sum of reports on a case that wait for a decision, in fen. It cannot grow while the case is locked. */
  async pendingOn(q: Queryable, caseId: string): Promise<Fen> {
    const row = await q.one<{ pending: string }>(
      `SELECT coalesce(sum(amount_fen), 0) AS pending FROM repayments WHERE case_id = $1 AND state = 'reported'`,
      [caseId],
    );
    return BigInt(row!.pending);
  }

  async pendingOnEach(q: Queryable, caseIds: readonly string[]): Promise<Map<string, Fen>> {
    const rows = await q.rows<{ id: string; pending: string }>(
      `SELECT case_id AS id, sum(amount_fen)::text AS pending FROM repayments
       WHERE case_id = ANY ($1::uuid[]) AND state = 'reported' GROUP BY case_id`,
      [caseIds],
    );
    return new Map(rows.map(({ id, pending }) => [id, BigInt(pending)]));
  }

  /** Reports out of the books of a case that nobody decided or disputed. */
  waitingFromBooks(q: Queryable, caseId: string): Promise<{ id: string }[]> {
    return q.rows(
      `SELECT id FROM repayments
       WHERE case_id = $1 AND state = 'reported' AND disputed_at IS NULL AND books_paid_now_fen IS NOT NULL ORDER BY id`,
      [caseId],
    );
  }

  /**
   * The report of this case that looks like the same payment, unless it is void: of the same day and amount, or, where the creditor's
   * books told of it and nobody knows the day, of the same amount. Different references of the reporters tell payments apart.
   */
  sameOnCase(q: Queryable, { caseId, amountFen, paidOn, externalRef }: Report): Promise<Repayment | undefined> {
    return q.one<Repayment>(
      `${SELECT}
       WHERE case_id = $1 AND state IN ('reported', 'confirmed') AND amount_fen = $2
         AND (paid_on = $3 OR books_paid_now_fen IS NOT NULL)
         AND NOT (external_ref IS NOT NULL AND $4::text IS NOT NULL AND NOT ${SAME_REF('$4', '$5')})
       ORDER BY id LIMIT 1`,
      [caseId, amountFen.toString(), paidOn, externalRef ?? null, this.indexOf(externalRef)],
    );
  }

  /** Whether this reporter reported under this reference on this case before. Cannot change while the case is locked. */
  async hasReference(q: Queryable, { caseId, reporterId, externalRef }: Reference): Promise<boolean> {
    const found = await q.one(
      `SELECT 1 FROM repayments
       WHERE case_id = $1 AND reporter_id = $2 AND state <> 'rejected' AND ${SAME_REF('$3', '$4')} LIMIT 1`,
      [caseId, reporterId, externalRef, this.indexOf(externalRef)],
    );
    return found !== undefined;
  }

  private indexOf(externalRef: string | null | undefined): Buffer | null {
    return externalRef ? this.index.of(REPAYMENT_TEXTS.externalRef, externalRef) : null;
  }

  /** The report that uses this voucher, on whichever case, unless it is void. */
  withVoucher(q: Queryable, voucherFileId: string): Promise<Repayment | undefined> {
    return q.one<Repayment>(
      `${SELECT} WHERE voucher_file_id = $1 AND state IN ('reported', 'confirmed') ORDER BY id LIMIT 1`,
      [voucherFileId],
    );
  }

  /** `reported → confirmed`, once. By time only when it is due by the database's clock and not disputed. */
  confirm(tx: Tx, id: string, how: ConfirmedHow, by: string | null): Promise<Repayment | undefined> {
    const only = how === 'time' ? 'AND r.disputed_at IS NULL AND r.auto_confirm_at <= now()' : '';
    return tx.one<Repayment>(
      `UPDATE repayments r SET state = 'confirmed', confirmed_at = now(), confirmed_how = $2, confirmed_by = $3
       WHERE r.id = $1 AND r.state = 'reported' ${only} RETURNING ${COLUMNS}`,
      [id, how, by],
      how === 'time' ? 'repayments.confirm_by_time' : 'repayments.confirm',
    );
  }

  reject(tx: Tx, id: string, reason: string): Promise<Repayment | undefined> {
    return tx.one<Repayment>(
      `UPDATE repayments r SET state = 'rejected', rejected_at = now(), reject_reason = $2
       WHERE r.id = $1 AND r.state = 'reported' RETURNING ${COLUMNS}`,
      [id, this.texts.seal(REPAYMENT_TEXTS.rejectReason, id, reason)],
    );
  }

  dispute(tx: Tx, id: string, reason: string): Promise<Repayment | undefined> {
    return tx.one<Repayment>(
      `UPDATE repayments r SET disputed_at = now(), dispute_reason = $2
       WHERE r.id = $1 AND r.state = 'reported' AND r.disputed_at IS NULL RETURNING ${COLUMNS}`,
      [id, this.texts.seal(REPAYMENT_TEXTS.disputeReason, id, reason)],
    );
  }

  reverse(tx: Tx, id: string, reason: string): Promise<Repayment | undefined> {
    return tx.one<Repayment>(
      `UPDATE repayments r SET state = 'reversed', reversed_at = now(), reverse_reason = $2
       WHERE r.id = $1 AND r.state = 'confirmed' RETURNING ${COLUMNS}`,
      [id, this.texts.seal(REPAYMENT_TEXTS.reverseReason, id, reason)],
    );
  }

  /** Reports to these creditors that time confirms. */
  waiting(q: Queryable, creditorIds: readonly string[]): Promise<{ id: string; at: Date }[]> {
    return q.rows(
      `SELECT id, auto_confirm_at AS at FROM repayments
       WHERE creditor_id = ANY($1::uuid[]) AND state = 'reported' AND auto_confirm_at IS NOT NULL`,
      [creditorIds],
    );
  }

  /** Reports that are due to be confirmed, by the database's clock. */
  overdue(q: Queryable, limit: number): Promise<{ id: string }[]> {
    return q.rows(
      `SELECT id FROM repayments WHERE state = 'reported' AND disputed_at IS NULL AND auto_confirm_at <= now()
       ORDER BY auto_confirm_at LIMIT $1`,
      [limit],
    );
  }
}

function filtered({ caseId, state, disputed, reportedBefore, providerId, creditorId }: RepaymentFilter): Condition[] {
  return [
    ...ifGiven('r.case_id = ?', caseId),
    ...ifGiven('r.state = ?', state),
    ...(disputed === undefined || disputed === null ? [] : [DISPUTED[`${disputed}`]]),
    ...ifGiven('r.reported_at < ?', reportedBefore),
    ...ifGiven('r.provider_id = ?', providerId),
    ...ifGiven('r.creditor_id = ?', creditorId),
  ];
}

const DISPUTED: Record<`${boolean}`, Condition> = {
  true: ['r.disputed_at IS NOT NULL'],
  false: ['r.disputed_at IS NULL'],
};

async function visibleTo(q: Queryable, actor: Actor): Promise<Condition> {
  const own = actor.organisationId;
  if (actor.organisationKind === 'platform') return ofWorld(q, 'r.creditor_id', actor.sandboxId);
  return [actor.organisationKind === 'creditor' ? 'r.creditor_id = ?' : 'r.provider_id = ?', own];
}
