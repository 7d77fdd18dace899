import { type Day, isDay, MAX_FEN } from '../../kernel/index.js';
import {
  clocksOf,
  type DebtLine,
  type Limitation,
  lineKey,
  MAX_CASE_CLOCK_EVENTS,
  MAX_CLOCK_EVENTS,
  MAX_KEPT_CLOCK_EVENTS,
  MAX_LINE_NUMBER,
  MAX_LINES,
  openOf,
  totalsOf,
} from '../debt/index.js';
import { type AdmissionReason, reason } from './admission-reasons.policy.js';
import { type CaseDraft, type EvidenceKind, linesOf } from './case-draft.js';

/** The field of a line, as reasons name it. */
export function lineField(n: number, field: string): string {
  return `lines[${n}].${field}`;
}

/** A draft without lines of its own is one line, whose fields are the draft's. */
function fieldIn({ lines }: CaseDraft, n: number): (field: string) => string {
  return (field) => (lines.length > 0 ? lineField(n, field) : field);
}

/** Judges the amounts of the lines that a draft states, and whether its own figures are those that they make. */
export function* lineAmounts(draft: CaseDraft): Iterable<AdmissionReason> {
  const { lines } = draft;
  if (lines.length === 0) return;
  if (lines.length > MAX_LINES) return yield reason('TOO_MANY_LINES', 'lines', { limit: `${MAX_LINES}` });
  const bad = lines.flatMap((line, n) => amountFault(line, n) ?? []);
  if (bad.length > 0) return yield* bad;
  yield* repeated(lines);
  const made = totalsOf(lines);
  if (made.outstandingFen <= 0n) return yield reason('LINES_OWE_NOTHING', 'lines', { sum: made.outstandingFen });
  if (made.outstandingFen !== draft.outstandingFen) {
    yield reason('AMOUNTS_DISAGREE', 'outstandingFen', { expected: made.outstandingFen, stated: draft.outstandingFen });
  }
  for (const field of ['principalFen', 'penaltyFen', 'paidFen'] as const) {
    if (made[field] !== draft[field]) {
      yield reason('LINES_DISAGREE', field, { expected: made[field], stated: draft[field] });
    }
  }
}

function amountFault(line: DebtLine, n: number): AdmissionReason | undefined {
  const sign = line.kind === 'credit_note' ? -1n : 1n;
  for (const field of ['principalFen', 'penaltyFen', 'paidFen'] as const) {
    const fen = line[field] * sign;
    if (fen > MAX_FEN) return reason('AMOUNT_INVALID', lineField(n, field));
    if (fen < 0n) return reason('LINE_AMOUNT_SIGN', lineField(n, field));
  }
  return openOf(line) * sign < 0n ? reason('LINE_OVERPAID', lineField(n, 'paidFen')) : undefined;
}

/** Two lines that are alike may be one debt sent twice or two debts: it is not for us to guess. */
function* repeated(lines: readonly DebtLine[]): Iterable<AdmissionReason> {
  const seen = new Map<string, number>();
  for (const [n, line] of lines.entries()) {
    const first = seen.get(lineKey(line));
    if (first === undefined) seen.set(lineKey(line), n);
    else yield reason('LINE_REPEATED', lineField(n, 'documentNumber'), { first: `${first + 1}` });
  }
}

/** Judges the days of every line, and its limitation period. */
export function* lineDays(draft: CaseDraft, today: Day): Iterable<AdmissionReason> {
  const lines = linesOf(draft);
  const bad = lines.flatMap((line, n) => [...unreadable(line, fieldIn(draft, n))]);
  if (bad.length > 0) return yield* bad;
  if (eventsOf(lines) > MAX_CASE_CLOCK_EVENTS) {
    return yield reason('TOO_MANY_CASE_CLOCK_EVENTS', 'lines', { limit: `${MAX_CASE_CLOCK_EVENTS}` });
  }
  const clocks = clocksOf(lines, today, draft.payments);
  for (const [n, line] of lines.entries()) {
    const field = fieldIn(draft, n);
    yield* order(line, field, today);
    const clock = clocks[n];
    if (clock && openOf(line) > 0n) yield* limitation(clock, draft, field);
  }
  if (draft.lines.length > 0) yield* daysOf(draft);
}

function* unreadable(line: DebtLine, field: (name: string) => string): Iterable<AdmissionReason> {
  for (const name of ['dueOn', 'invoicedOn', 'lastInterruptedOn', 'periodFrom', 'periodTo'] as const) {
    if (line[name] !== null && !isDay(line[name]))
      yield reason('DATE_INVALID', field(name), { value: `${line[name]}` });
  }
  if (line.clock.length > MAX_CLOCK_EVENTS) {
    yield reason('TOO_MANY_CLOCK_EVENTS', field('clock'), { limit: `${MAX_CLOCK_EVENTS}` });
  }
  for (const [n, { on, until }] of line.clock.entries()) {
    if (!isDay(on)) yield reason('DATE_INVALID', field(`clock[${n}].on`), { value: `${on}` });
    if (until !== undefined && !isDay(until)) {
      yield reason('DATE_INVALID', field(`clock[${n}].until`), { value: `${until}` });
    }
  }
}

function* order(line: DebtLine, field: (name: string) => string, today: Day): Iterable<AdmissionReason> {
  for (const name of ['invoicedOn', 'lastInterruptedOn'] as const) {
    const value = line[name];
    if (value !== null && value > today) yield reason('DATE_IN_FUTURE', field(name), { value });
  }
  for (const [n, { on, until = on }] of line.clock.entries()) {
    if (on > today) yield reason('DATE_IN_FUTURE', field(`clock[${n}].on`), { value: on });
    if (until < on) yield reason('PERIOD_REVERSED', field(`clock[${n}].until`), { from: on, to: until });
  }
  if (line.periodFrom !== null && line.periodTo !== null && line.periodFrom > line.periodTo) {
    yield reason('PERIOD_REVERSED', field('periodTo'), { from: line.periodFrom, to: line.periodTo });
  }
  if (line.kind === 'credit_note' || openOf(line) <= 0n) return;
  if (line.dueOn >= today) yield reason('NOT_OVERDUE', field('dueOn'), { dueOn: line.dueOn });
  if (line.invoicedOn !== null && line.invoicedOn > line.dueOn) yield reason('INVOICED_AFTER_DUE', field('invoicedOn'));
}

/** The days that a draft states beside its lines must be those that they make. */
function* daysOf(draft: CaseDraft): Iterable<AdmissionReason> {
  const made = totalsOf(draft.lines);
  for (const field of ['dueOn', 'invoicedOn', 'lastInterruptedOn'] as const) {
    if (made[field] !== draft[field]) {
      yield reason('LINES_DISAGREE', field, { expected: made[field] ?? '–', stated: draft[field] ?? '–' });
    }
  }
}

const PROOFS_OF_INTERRUPTION: readonly EvidenceKind[] = [
  'demand_letter',
  'reconciliation_statement',
  'payment_record',
  'judgment',
];

/** What shows that the debtor agreed to pay, as a letter of the creditor's does not. */
const PROOFS_OF_CONSENT: readonly EvidenceKind[] = ['reconciliation_statement', 'loan_note', 'judgment'];

/** A time-barred debt can still be paid (art. 192), so a reviewer decides; beyond the long-stop no court protects it. */
function* limitation(clock: Limitation, draft: CaseDraft, field: (name: string) => string): Iterable<AdmissionReason> {
  const { state, expiresOn, longStopOn, leansOn, chainUnproven, revived } = clock;
  if (state === 'beyond_long_stop') return yield reason('LIMITATION_LONG_STOP', field('dueOn'), { longStopOn });
  if (state === 'expired') yield reason('LIMITATION_EXPIRED', field('dueOn'), { expiresOn });
  // A payment that was confirmed here proves itself.
  if (draft.payments?.some(({ paidOn }) => paidOn === leansOn)) return;
  const proofs = revived ? PROOFS_OF_CONSENT : PROOFS_OF_INTERRUPTION;
  const proven = !chainUnproven && draft.evidence.some((kind) => proofs.includes(kind));
  if (leansOn !== null && !proven && (chainUnproven || state !== 'expired')) {
    yield reason('LIMITATION_UNPROVEN', field('lastInterruptedOn'), { interruptedOn: leansOn });
  }
}

/**
 * Judges all lines that a case keeps, withdrawn ones too: they stay, with their numbers, and without an end, lines that come and go would
 * weigh on every reader.
 */
export function* keptLineFaults(
  kept: readonly (Pick<DebtLine, 'clock'> & { readonly lineNumber: number })[],
): Iterable<AdmissionReason> {
  if (kept.some(({ lineNumber }) => lineNumber > MAX_LINE_NUMBER)) {
    yield reason('LINE_NUMBERS_USED_UP', 'lines', { limit: `${MAX_LINE_NUMBER}` });
  }
  if (eventsOf(kept) > MAX_KEPT_CLOCK_EVENTS) {
    yield reason('TOO_MANY_CASE_CLOCK_EVENTS', 'lines', { limit: `${MAX_KEPT_CLOCK_EVENTS}` });
  }
}

function eventsOf(lines: readonly Pick<DebtLine, 'clock'>[]): number {
  return lines.reduce((sum, { clock }) => sum + clock.length, 0);
}
