import type { DraftOutcome } from '../../casework/cases/index.js';
import { type KeptReason, type Member, type ReadCase, reason } from '../rows/index.js';
import type { RowOutcome } from './case-batch.lifecycle.js';

/** How the sender spells a field of the draft. */
export type Spelling = (draftField: string) => string;

/** A row with its one outcome. */
export interface DecidedRow {
  readonly rowNumber: number;
  /** The row's own reference; null when it could not be read. */
  readonly externalRef: string | null;
  readonly outcome: RowOutcome;
  /** The case it became or concerns, for a duplicate the earlier one; null when there is none. */
  readonly caseId: string | null;
  readonly reasons: readonly KeptReason[];
}

/** A case that is rejected as a whole. */
export function rejectedCase(reasons: readonly KeptReason[]): DecidedCase {
  return { outcome: 'rejected', caseId: null, reasons };
}

/** A row that requires no action, which is not a fault of it. */
export function unchanged(row: DecidedRow): DecidedRow {
  return { ...row, outcome: 'unchanged' };
}

/** What was decided of the rows of one case together; fields as the draft names them, but for reasons found while reading. */
export interface DecidedCase {
  readonly outcome: RowOutcome;
  readonly caseId: string | null;
  readonly reasons: readonly KeptReason[];
}

/** What admission decided. */
export function decided({ outcome, caseId, reasons }: DraftOutcome): DecidedCase {
  return { outcome, caseId: caseId ?? null, reasons };
}

/** What the outcome of a case says to its rows. */
interface Answer {
  readonly found: DecidedCase;
  /** The reasons found while reading the rows, which name the sender's fields already. */
  readonly read: ReadonlySet<KeptReason>;
  readonly spell: Spelling;
  /** The outcome of a row that says the same as another. */
  readonly repeated: 'duplicate' | 'unchanged';
}

/** The outcome of every row of a case, with fields spelled as the sender spells them. */
export function rowsOf(
  { members, reasons }: ReadCase,
  found: DecidedCase,
  spell: Spelling,
  repeated: Answer['repeated'] = 'duplicate',
): DecidedRow[] {
  const answer: Answer = { found, spell, repeated, read: new Set(reasons ?? []) };
  const blamed = members.find((member) => reasonsFor(member, answer).length > 0)?.row.rowNumber ?? 0;
  return members.map((member) => {
    const { rowNumber, externalRef, hidden, remarks = [] } = member.row;
    const { reasons: own, ...outcome } = outcomeOf(member, answer, blamed);
    const reasons = [...own, ...remarks, ...(hidden ? [reason('ROW_HIDDEN', '')] : [])];
    return { rowNumber, externalRef, ...outcome, reasons };
  });
}

type Outcome = Pick<DecidedRow, 'outcome' | 'caseId' | 'reasons'>;

function outcomeOf(member: Member, answer: Answer, blamed: number): Outcome {
  const { row, own, repeats, notes } = member;
  const { outcome, caseId } = answer.found;
  const spelled = (one: KeptReason) => {
    const asRead = row.reasons?.some((read) => read === one);
    return asRead ? one : { ...one, field: answer.spell(one.field) };
  };
  if (own) return { outcome: 'rejected', caseId: null, reasons: own.map(spelled) };
  const reasons = reasonsFor(member, answer);
  if (outcome === 'rejected') {
    const why = reasons.length > 0 ? reasons : [reason('ROW_OF_CASE_REFUSED', '', { row: blamed })];
    return { outcome, caseId, reasons: why };
  }
  if (repeats) return { outcome: answer.repeated, caseId, reasons: [] };
  return { outcome, caseId, reasons: [...reasons, ...notes.map(spelled)] };
}

const OF_A_LINE = /^lines\[(\d{1,6})\]\.(.+)$/;

/** The reasons that concern a row: those of the whole case and those of its own lines. */
function reasonsFor({ row, repeats, firstLine, lines }: Member, { found, read, spell }: Answer): KeptReason[] {
  if (repeats) return [];
  // Nothing was decided but what was read: each row has its own words for it.
  if (row.reasons && found.outcome === 'rejected' && found.reasons.every((one) => read.has(one)))
    return [...row.reasons];
  return found.reasons.flatMap((one): KeptReason[] => {
    if (read.has(one)) return [one];
    const [, n, rest] = OF_A_LINE.exec(one.field) ?? [];
    if (n === undefined) return [{ ...one, field: spell(one.field) }];
    const at = Number(n) - firstLine;
    if (at < 0 || at >= lines) return [];
    const stated = row.draft && row.draft.lines.length > 0;
    return [{ ...one, field: spell(stated ? `lines[${at}].${rest}` : rest!) }];
  });
}
