import { type Day, type Fen, monthsBetween, PROVINCES, publicId } from '../../kernel/index.js';
import type { CaseGrade, DebtCategory, DebtorKind, ServiceLine } from '../admission/index.js';
import { type AmountBand, amountBand, type HallSight } from './hall.policy.js';
import type { HallRow } from './hall-row.js';

/** A listing as a sight shows it. */
export interface HallCase {
  readonly id: string;
  readonly category: DebtCategory;
  readonly serviceLine: ServiceLine;
  readonly provinceCode: string | null;
  readonly provinceName: string | null;
  readonly provinceNameEn: string | null;
  /** Null for creditors, who see only its band. */
  readonly amountFen: Fen | null;
  readonly amountBand: AmountBand;
  readonly monthsOverdue: number;
  readonly commissionBps: number;
  readonly evidenceBps: number;
  readonly score: number;
  readonly grade: CaseGrade;
  readonly debtorKind: DebtorKind;
  readonly listedAt: Date;
}

const PROVINCE = new Map(PROVINCES.map((province) => [province.code, province]));

/** Listings as this sight shows them. */
export function hallCases(rows: readonly HallRow[], today: Day, sight: HallSight): readonly HallCase[] {
  return rows.map((row) => hallCase(row, today, sight));
}

function hallCase(row: HallRow, today: Day, sight: HallSight): HallCase {
  const province = row.province === null ? undefined : PROVINCE.get(row.province);
  return {
    id: publicId('case', row.id),
    category: row.category,
    serviceLine: row.serviceLine,
    provinceCode: row.province,
    provinceName: province?.zh ?? null,
    provinceNameEn: province?.en ?? null,
    amountFen: sight === 'exact' ? row.amountFen : null,
    amountBand: amountBand(row.amountFen),
    monthsOverdue: monthsBetween(row.dueOn, today),
    commissionBps: row.commissionBps,
    evidenceBps: row.evidenceBps,
    score: row.score,
    grade: row.grade,
    debtorKind: row.debtorKind,
    listedAt: row.listedAt,
  };
}
