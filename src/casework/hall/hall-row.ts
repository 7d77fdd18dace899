import type { Day, Fen } from '../../kernel/index.js';
import type { CaseGrade, DebtCategory, DebtorKind, ServiceLine } from '../admission/index.js';
import type { Matter } from '../debt/index.js';
import type { HallSort } from './hall.policy.js';

/** A listing as one text. None of its values contains a tab. */
export const ROW_SQL = `concat_ws(E'\\t', case_id, category, service_line, coalesce(province, ''), debtor_kind, amount_fen, due_on,
  commission_bps, evidence_bps, score, grade, listed_at AT TIME ZONE 'UTC', coalesce(matter, ''))`;
const PARTS = 13;

/**
 * A listing as parts of a text, which are parsed only when a value is needed. Most pages only copy them, and parsing a dozen
 * columns of each row would cost more than the rest of the page.
 */
export class HallRow {
  /** The parts of the whole page, and where those of this listing begin. */
  constructor(
    private readonly parts: readonly string[],
    private readonly at = 0,
  ) {}

  get id(): string {
    return this.parts[this.at]!;
  }
  get category(): DebtCategory {
    return this.parts[this.at + 1] as DebtCategory;
  }
  get serviceLine(): ServiceLine {
    return this.parts[this.at + 2] as ServiceLine;
  }
  get province(): string | null {
    return this.parts[this.at + 3] || null;
  }
  get debtorKind(): DebtorKind {
    return this.parts[this.at + 4] as DebtorKind;
  }
  get amountText(): string {
    return this.parts[this.at + 5]!;
  }
  get amountFen(): Fen {
    return BigInt(this.amountText);
  }
  get dueOn(): Day {
    return this.parts[this.at + 6]!;
  }
  get commissionBps(): number {
    return Number(this.parts[this.at + 7]);
  }
  get evidenceBps(): number {
    return Number(this.parts[this.at + 8]);
  }
  get score(): number {
    return Number(this.parts[this.at + 9]);
  }
  get grade(): CaseGrade {
    return this.parts[this.at + 10] as CaseGrade;
  }
  /** To the millisecond, in the format of the API. */
  get listedText(): string {
    const text = this.parts[this.at + 11]!;
    return text.length < 23 ? `${this.listedMicros.slice(0, 23)}Z` : `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  }
  get listedAt(): Date {
    return new Date(this.listedText);
  }

  /** What the case is about; null when not stated. */
  get matter(): Matter | null {
    return (this.parts[this.at + 12] as Matter) || null;
  }

  /** Its exact place in an order, for cursors. */
  keyOf(sort: HallSort): string {
    if (sort === 'NEWEST' || sort === 'OLDEST') return this.listedMicros;
    if (sort === 'OVERDUE_LONGEST' || sort === 'OVERDUE_SHORTEST') return this.dueOn;
    return this.parts[this.at + (sort === 'COMMISSION_DESC' ? 7 : sort === 'SCORE_DESC' ? 9 : 5)]!;
  }

  /** Padded, because PostgreSQL omits trailing zeros. */
  private get listedMicros(): string {
    const text = this.parts[this.at + 11]!;
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20).padEnd(6, '0')}Z`;
  }
}

/** The rows of a text that contains their parts one after the other. */
export function rowsOf(text: string | null | undefined): HallRow[] {
  const parts = text ? text.split('\t') : [];
  const rows: HallRow[] = [];
  for (let at = 0; at < parts.length; at += PARTS) rows.push(new HallRow(parts, at));
  return rows;
}
