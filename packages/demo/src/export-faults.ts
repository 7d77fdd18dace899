import { addDays, type Day } from './days.js';
import { type ExportRow, slashed } from './export-columns.js';
import type { Random } from './random.js';

/** What can be wrong with a row of the demo's export: the reason code it must be refused with, or DUPLICATE. */
export const FAULTS = [
  'SKIPPED_CANCELLED',
  'SKIPPED_UNAPPROVED',
  'AMOUNTS_DISAGREE',
  'DEBTOR_ID_INVALID',
  'NOT_OVERDUE',
  'DUPLICATE',
  'ILLEGAL_ORIGIN',
  'DATE_UNREADABLE',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultContext {
  readonly random: Random;
  readonly today: Day;
  /** The sound rows above this one, for a duplicate to repeat. */
  readonly earlier: readonly ExportRow[];
}

/** The row with exactly one fault. */
export function spoil(fault: Fault, row: ExportRow, context: FaultContext): ExportRow {
  return { ...row, ...CHANGES[fault](row, context) };
}

const CHANGES: Readonly<Record<Fault, (row: ExportRow, context: FaultContext) => Partial<ExportRow>>> = {
  SKIPPED_CANCELLED: () => ({ cancelled: '已作废' }),
  SKIPPED_UNAPPROVED: (_, { random }) => ({ status: random.pick(['审核中', '创建', '重新审核', '暂存']) }),
  // Total less settled was what is open; with another settled amount it no longer is.
  AMOUNTS_DISAGREE: ({ settled }) => ({ settled: settled === '880.00' ? '88.00' : '880.00' }),
  DEBTOR_ID_INVALID: ({ idNumber }) => ({ idNumber: idNumber.slice(0, -1) }),
  NOT_OVERDUE: (_, { random, today }) => ({
    dueOn: slashed(addDays(today, random.whole(1, 60))),
    invoicedOn: slashed(addDays(today, -random.whole(1, 30))),
  }),
  DUPLICATE: (_, { random, earlier }) => random.pick(earlier),
  ILLEGAL_ORIGIN: (_, { random }) => ({ origin: random.pick(['赌债', '赌博欠款', '毒资']) }),
  DATE_UNREADABLE: (_, { random }) => ({ dueOn: random.pick(['待定', '2026/2/30', '31/12/2025', '月底']) }),
};
