import type { Day, Fen } from '../../kernel/index.js';
import type { CaseGrade, DebtCategory, DebtorKind, ServiceLine } from '../admission/index.js';
import type { HallSort } from './hall.policy.js';

/** A listing as one line of text. None of its values contains a tab or a line end. */
export const ROW_SQL = `concat_ws(E'\\t', case_id, category, service_line, coalesce(province, ''), debtor_kind, amount_fen, due_on,
  commission_bps, evidence_bps, score, grade, listed_at AT TIME ZONE 'UTC')`;

/**
 * A listing as a line of text; its parts are parsed only when a value is needed. Most pages only copy them, and parsing a dozen
 * columns of each row would cost more than the rest of the page.
 */
export class HallRow {
  private readonly parts: readonly string[];

  constructor(line: string) {
    this.parts = line.split('\t');
  }

  get id(): string {
    return this.parts[0]!;
  }
  get category(): DebtCategory {
    return this.parts[1] as DebtCategory;
  }
  get serviceLine(): ServiceLine {
    return this.parts[2] as ServiceLine;
  }
  get province(): string | null {
    return this.parts[3] || null;
  }
  get debtorKind(): DebtorKind {
    return this.parts[4] as DebtorKind;
  }
  get amountText(): string {
    return this.parts[5]!;
  }
  get amountFen(): Fen {
    return BigInt(this.amountText);
  }
  get dueOn(): Day {
    return this.parts[6]!;
  }
  get commissionBps(): number {
    return Number(this.parts[7]);
  }
  get evidenceBps(): number {
    return Number(this.parts[8]);
  }
  get score(): number {
    return Number(this.parts[9]);
  }
  get grade(): CaseGrade {
    return this.parts[10] as CaseGrade;
  }
  /** To the millisecond, in the format of the API. */
  get listedText(): string {
    return `${this.listedMicros.slice(0, 23)}Z`;
  }
  get listedAt(): Date {
    return new Date(this.listedText);
  }

  /** Its exact place in an order, for cursors. */
  keyOf(sort: HallSort): string {
    if (sort === 'NEWEST' || sort === 'OLDEST') return this.listedMicros;
    if (sort === 'OVERDUE_LONGEST' || sort === 'OVERDUE_SHORTEST') return this.dueOn;
    return this.parts[sort === 'COMMISSION_DESC' ? 7 : sort === 'SCORE_DESC' ? 9 : 5]!;
  }

  /** Padded, because PostgreSQL omits trailing zeros. */
  private get listedMicros(): string {
    const text = this.parts[11]!;
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20).padEnd(6, '0')}Z`;
  }
}

/** The rows of a text with one line each. */
export function rowsOf(text: string | null | undefined): HallRow[] {
  return text ? text.split('\n').map((line) => new HallRow(line)) : [];
}
