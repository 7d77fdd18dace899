import { type Day, daysBetween, monthsBetween } from '../../kernel/index.js';
import { clocksOf, type DebtLine, type Limitation, openOf, type Payment } from '../debt/index.js';
import type { CaseLineEntity } from './case-line.entity.js';

/** A line of a case as it is stored. */
export type CaseLine = Readonly<Omit<CaseLineEntity, 'caseId'>>;

/** A line as `LINES_OF_CASE` reads it: money and instants as texts. */
export type LineInJson = Omit<CaseLine, 'principalFen' | 'penaltyFen' | 'paidFen' | 'withdrawnAt'> &
  Record<'principalFen' | 'penaltyFen' | 'paidFen', string> & { readonly withdrawnAt: string | null };

/** A line of a case on a day. */
export interface SeenLine extends CaseLine {
  readonly openFen: bigint;
  /** Whole months since the due day. */
  readonly monthsOverdue: number;
  /** Whole days left of the limitation period; negative once it ended, null for a credit note. */
  readonly limitationDaysLeft: number | null;
  /** Its clock; null for a credit note and for a withdrawn line. */
  readonly limitation: Limitation | null;
}

/** A line with its number; the number of a line that is new is not known yet. */
export type TargetLine = DebtLine & { readonly lineNumber?: number };

/** A line to write. */
export interface LineToWrite extends DebtLine {
  readonly lineNumber: number;
  readonly limitationExpiresOn: Day | null;
  readonly withdrawn: boolean;
}

export function readLine(line: LineInJson): CaseLine {
  return {
    ...line,
    principalFen: BigInt(line.principalFen),
    penaltyFen: BigInt(line.penaltyFen),
    paidFen: BigInt(line.paidFen),
    withdrawnAt: line.withdrawnAt === null ? null : new Date(line.withdrawnAt),
  };
}

/** A line as JSON keeps it: money as texts. */
export type TargetInJson = Omit<TargetLine, Amounts> & Readonly<Record<Amounts, string>>;
type Amounts = 'principalFen' | 'penaltyFen' | 'paidFen';

export function targetsInJson(lines: readonly TargetLine[]): TargetInJson[] {
  return lines.map((line) => {
    const { lineNumber, kind, documentNumber, periodFrom, periodTo, dueOn, invoicedOn, lastInterruptedOn, clock } =
      line;
    const amounts = {
      principalFen: `${line.principalFen}`,
      penaltyFen: `${line.penaltyFen}`,
      paidFen: `${line.paidFen}`,
    };
    return {
      lineNumber,
      kind,
      documentNumber,
      periodFrom,
      periodTo,
      dueOn,
      invoicedOn,
      lastInterruptedOn,
      clock,
      ...amounts,
    };
  });
}

export function readTargets(lines: readonly TargetInJson[]): TargetLine[] {
  return lines.map((line) => ({
    ...line,
    principalFen: BigInt(line.principalFen),
    penaltyFen: BigInt(line.penaltyFen),
    paidFen: BigInt(line.paidFen),
  }));
}

export function openLines(lines: readonly CaseLine[]): CaseLine[] {
  return lines.filter(({ withdrawnAt }) => withdrawnAt === null);
}

/** The end of the limitation period that warns first: the earliest that still runs; when none runs, the last that ended. */
export function expiryOf(lines: readonly SeenLine[]): Day | undefined {
  const clocks = lines.flatMap(({ openFen, limitation }) => (openFen > 0n && limitation ? [limitation] : []));
  const byEnd = clocks.sort((a, b) => a.daysLeft - b.daysLeft);
  return (byEnd.find(({ daysLeft }) => daysLeft >= 0) ?? byEnd.at(-1))?.expiresOn;
}

/**
 * The lines as they stand on a day. What is stored of a limitation period is how it was judged when the line was written; an open line
 * shows how it stands now, with the payments that were confirmed since.
 */
export function seenLines(lines: readonly CaseLine[], today: Day, payments: readonly Payment[]): SeenLine[] {
  const open = openLines(lines);
  const clocks = new Map(clocksOf(open, today, payments).map((clock, n) => [open[n]!.lineNumber, clock]));
  return lines.map((line) => {
    const limitation = clocks.get(line.lineNumber) ?? null;
    const limitationExpiresOn = limitation?.expiresOn ?? line.limitationExpiresOn;
    return {
      ...{ ...line, limitation, limitationExpiresOn, openFen: openOf(line) },
      monthsOverdue: monthsBetween(line.dueOn, today),
      limitationDaysLeft: limitationExpiresOn === null ? null : daysBetween(today, limitationExpiresOn),
    };
  });
}

/** Numbers new lines after all that were, and withdraws the open ones that are no longer there. `ends` are in the order of `wanted`. */
export function linesToWrite(
  known: readonly CaseLine[],
  wanted: readonly TargetLine[],
  ends: readonly (Day | null)[],
): LineToWrite[] {
  let last = known.reduce((most, { lineNumber }) => Math.max(most, lineNumber), 0);
  const written = wanted.map((line, n) => {
    const lineNumber = line.lineNumber ?? ++last;
    return { ...line, lineNumber, limitationExpiresOn: ends[n] ?? null, withdrawn: false };
  });
  const stays = new Set(written.map(({ lineNumber }) => lineNumber));
  const gone = openLines(known).filter(({ lineNumber }) => !stays.has(lineNumber));
  return [...written, ...gone.map((line) => ({ ...line, withdrawn: true }))];
}
