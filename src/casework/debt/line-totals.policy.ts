import { type BasisPoints, type Day, type Fen, monthsBetween } from '../../kernel/index.js';
import { type CurvePoint, readCurve } from '../../kernel/recovery-curve.js';
import { type DebtLine, openOf } from './debt-line.js';
import { type Limitation, limitationOf } from './limitation.policy.js';
import { type Payment, partPayments } from './payments.policy.js';

/** What a case shows of its open lines together: those that were not withdrawn, credit notes included. */
export interface LineTotals {
  readonly principalFen: Fen;
  readonly penaltyFen: Fen;
  readonly paidFen: Fen;
  readonly outstandingFen: Fen;
  /** The earliest due day of the lines of which something is owed. */
  readonly dueOn: Day;
  /** The earliest day of their invoices. */
  readonly invoicedOn: Day | null;
  /** The last interruption of their limitation periods. */
  readonly lastInterruptedOn: Day | null;
}

/** The totals of at least one line. */
export function totalsOf(lines: readonly DebtLine[]): LineTotals {
  const sum = (of: (line: DebtLine) => Fen) => lines.reduce((total, line) => total + of(line), 0n);
  const owed = owedOf(lines);
  const days = (of: (line: DebtLine) => Day | null) => owed.flatMap((line) => of(line) ?? []).sort();
  return {
    principalFen: sum((line) => line.principalFen),
    penaltyFen: sum((line) => line.penaltyFen),
    paidFen: sum((line) => line.paidFen),
    outstandingFen: sum(openOf),
    dueOn: days((line) => line.dueOn)[0]!,
    invoicedOn: days((line) => line.invoicedOn)[0] ?? null,
    lastInterruptedOn: days((line) => line.lastInterruptedOn).at(-1) ?? null,
  };
}

/** The lines of which something is owed; all of them when nothing is. */
function owedOf(lines: readonly DebtLine[]): readonly DebtLine[] {
  const owed = lines.filter((line) => openOf(line) > 0n);
  return owed.length > 0 ? owed : lines;
}

/**
 * The limitation period of each line, in their order; null for a credit note. Instalments of one document are one debt: their clock
 * is that of the last instalment (Civil Code art. 189), and what interrupts one interrupts all. Instalments without a document
 * number are parts of one debt too. Payments that were confirmed since the case was posted interrupt the period of the lines that they
 * were for (art. 195 no. 2).
 */
export function clocksOf(
  lines: readonly DebtLine[],
  today: Day,
  payments: readonly Payment[] = [],
): readonly (Limitation | null)[] {
  const paid = partPayments(lines, payments);
  const known = lines.map((line, n) => (paid[n] ? { ...line, clock: [...line.clock, ...paid[n]] } : line));
  // Of one debt in many instalments once: each has all events of the others too.
  const plans = new Map<string | null, Limitation>();
  return known.map((line) => {
    if (line.kind === 'credit_note') return null;
    if (line.kind !== 'instalment') return limitationOf(line, today);
    const whole = plans.get(line.documentNumber) ?? limitationOf(wholeDebtOf(line, known), today);
    plans.set(line.documentNumber, whole);
    return whole;
  });
}

/** The facts of the debt that an instalment is a part of. */
function wholeDebtOf(
  line: DebtLine,
  lines: readonly DebtLine[],
): Pick<DebtLine, 'dueOn' | 'lastInterruptedOn' | 'clock'> {
  const parts = lines.filter(
    ({ kind, documentNumber }) => kind === 'instalment' && documentNumber === line.documentNumber,
  );
  const last = (days: readonly Day[]) => [...days].sort().at(-1);
  return {
    dueOn: last(parts.map(({ dueOn }) => dueOn))!,
    lastInterruptedOn: last(parts.flatMap(({ lastInterruptedOn }) => lastInterruptedOn ?? [])) ?? null,
    clock: parts.flatMap(({ clock }) => clock),
  };
}

/** The clock that warns first: the earliest that still runs; when none runs, the last that ended. Of what is owed only. */
export function firstClock(
  lines: readonly DebtLine[],
  today: Day,
  clocks: readonly (Limitation | null)[] = clocksOf(lines, today),
): Limitation {
  const owed = new Set(owedOf(lines));
  const running = clocks.flatMap((clock, n) => (clock && owed.has(lines[n]!) ? [clock] : []));
  const byEnd = running.sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : 0));
  return byEnd.find(({ daysLeft }) => daysLeft >= 0) ?? byEnd.at(-1) ?? limitationOf(lines[0]!, today);
}

/** The share that a curve expects of the lines owed: of each its age's, weighted by its open amount. */
export function expectedByAge(lines: readonly DebtLine[], curve: readonly CurvePoint[], today: Day): BasisPoints {
  const owed = owedOf(lines);
  const share = (line: DebtLine) => BigInt(readCurve(curve, monthsBetween(line.dueOn, today)));
  const weight = (line: DebtLine) => (openOf(line) > 0n ? openOf(line) : 1n);
  const whole = owed.reduce((sum, line) => sum + weight(line), 0n);
  return Number(owed.reduce((sum, line) => sum + weight(line) * share(line), 0n) / whole);
}
