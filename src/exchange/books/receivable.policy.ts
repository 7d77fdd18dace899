import { isDeepStrictEqual } from 'node:util';
import { type CaseDraft, misreadingOf } from '../../casework/admission/index.js';
import {
  type BookFigures,
  type CaseState,
  CLOSED_STATES,
  HELD_STATES,
  type KnownReceivable,
  type RevisedFacts,
  type RevisedWhole,
} from '../../casework/cases/index.js';
import { type ClaimTerms, lineKey, totalsOf } from '../../casework/debt/index.js';
import { linesAs, sameLines } from '../../casework/lines/index.js';
import { type Day, type Fen, minFen, yuanFromFen } from '../../kernel/index.js';

/** What else is on record about a receivable, besides its case. */
export interface Pending {
  /** Reports of repayments that wait for a decision. */
  readonly pendingFen: Fen;
  /** The last revision that was proposed for it, while it is held. */
  readonly proposal: { readonly state: 'pending' | 'proposed' | 'declined'; readonly outstandingFen: Fen } | null;
}

/** The state of the receivable in the creditor's books now. */
export type BookedReceivable = { readonly figures?: BookFigures | undefined } & (
  | { readonly status: 'open'; readonly draft: BookedDraft }
  | { readonly status: 'settled' }
  | { readonly status: 'withdrawn' }
);

/** What of a draft is compared with its case. */
export type BookedDraft = RevisedWhole & Pick<CaseDraft, 'lines'> & Partial<Pick<CaseDraft, 'claimTerms'>>;

export interface RevisionFault {
  readonly code:
    | 'AMOUNT_MISREAD'
    | 'AMOUNT_RAISED_WHILE_HELD'
    | 'AMOUNTS_DISAGREE'
    | 'CASE_CLOSED'
    | 'CASE_IS_HELD'
    | 'LINES_NEEDED'
    | 'REVISION_DECLINED';
  readonly field: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What has to be done so that the case agrees with the books. */
export type SyncStep =
  | { readonly step: 'none' }
  | { readonly step: 'refuse'; readonly fault: RevisionFault }
  | { readonly step: 'withdraw'; readonly reason: 'settled' | 'withdrawn' }
  | { readonly step: 'revise'; readonly facts: RevisedFacts }
  /** The books lower the amount of a held case: its creditor has to confirm that, and its holder to agree. */
  | { readonly step: 'propose'; readonly facts: RevisedFacts }
  /** The paid figure rose by what is not on record: a repayment to report. Then the receivable is judged again. */
  | { readonly step: 'report'; readonly amountFen: Fen; readonly paidBeforeFen: Fen; readonly paidNowFen: Fen }
  /** The paid figure fell: a payment was reversed in the books. */
  | { readonly step: 'fell'; readonly paidFen: Fen };

type Known = KnownReceivable & Pending;
type Open = BookedReceivable & { status: 'open' };

const NONE: SyncStep = { step: 'none' };

/**
 * Compares a case with its creditor's books. The books may lower what is open; that alone is never a repayment. A repayment comes out
 * of them only when the document's own paid figure rises. The terms of a held case are agreed: whatever else lowers its amount is
 * proposed to its creditor, and nothing else may change. A case that no provider holds follows the books.
 */
export function stepOf(known: Known, booked: BookedReceivable): SyncStep {
  if (known.state === 'rejected') return booked.status === 'open' ? closedFault(known) : NONE;
  if (booked.status === 'open' && disagree(booked.draft)) return contradiction(booked.draft);
  const misread = misreadFault(known, booked);
  if (misread) return misread;
  const money = moneyStep(known, booked);
  if (money) return money;
  if (CLOSED_STATES.includes(known.state)) return closedStep(known, booked);
  return (HELD_STATES as readonly CaseState[]).includes(known.state)
    ? heldStep(known, booked)
    : freeStep(known, booked);
}

/** The paid figure to remember once the step is done; undefined when it is remembered already. */
export function seenPaid(known: KnownReceivable, { figures }: BookedReceivable): Fen | undefined {
  const paidFen = figures?.paidFen;
  return paidFen === undefined || paidFen === (known.booksPaidFen ?? known.paidFen) ? undefined : paidFen;
}

/** What the paid figure of the document says about a case that some provider held. */
function moneyStep(known: Known, { status, figures }: BookedReceivable): SyncStep | undefined {
  const paidNowFen = figures?.paidFen;
  if (paidNowFen === undefined || status === 'withdrawn' || !known.everHeld) return undefined;
  if (known.booksPaidFen !== null && paidNowFen < known.booksPaidFen) return { step: 'fell', paidFen: paidNowFen };
  const onRecordFen = known.paidFen + known.recoveredFen + known.pendingFen;
  const paidBeforeFen = larger(known.booksPaidFen ?? known.paidFen, onRecordFen);
  if (paidNowFen <= paidBeforeFen) return undefined;
  const leftFen = known.outstandingFen - known.recoveredFen - known.pendingFen;
  if (leftFen <= 0n) return undefined;
  // A document may be larger than its case: what is paid beyond the open amount is not about the case.
  return { step: 'report', amountFen: minFen(paidNowFen - paidBeforeFen, leftFen), paidBeforeFen, paidNowFen };
}

function heldStep(known: Known, booked: BookedReceivable): SyncStep {
  if (booked.status === 'withdrawn') return refuse('CASE_IS_HELD', 'externalRef');
  if (booked.status === 'settled') return leftOf(known) <= 0n ? NONE : refuse('CASE_IS_HELD', 'externalRef');
  const { draft } = booked;
  const raised = draft.outstandingFen > known.outstandingFen || totalOf(draft) > totalOf(known);
  if (raised) return refuse('AMOUNT_RAISED_WHILE_HELD', 'outstandingFen');
  const outstandingFen = lastingOf(known, booked);
  if (outstandingFen < known.outstandingFen) return proposal(known, draft, outstandingFen);
  const wanted = draft.lines.length > 0 ? linesAs(known.lines, draft.lines, known) : undefined;
  // What was recovered is taken off the lines of the books: their first day is that of a line that was not paid when it was posted.
  const days = wanted ? { ...draft, dueOn: totalsOf(wanted).dueOn } : draft;
  if (datesDiffer(known, days)) return refuse('CASE_IS_HELD', 'dueOn');
  // A case that was posted as a whole is not contradicted by the lines of which it consists.
  const tellsOthers = wanted !== undefined && known.lines.length > 1 && !sameLines(known.lines, wanted);
  if (tellsOthers) return refuse('CASE_IS_HELD', 'lines');
  return termsAfter(known, draft) ? refuse('CASE_IS_HELD', 'claimTerms') : NONE;
}

function proposal(known: Known, draft: BookedDraft, outstandingFen: Fen): SyncStep {
  // Nothing would be left to collect: that ends the work, and ending it is a recall.
  if (outstandingFen <= known.recoveredFen + known.pendingFen) return refuse('CASE_IS_HELD', 'outstandingFen');
  const before = known.proposal;
  if (before?.outstandingFen === outstandingFen && before.state === 'declined') {
    return refuse('REVISION_DECLINED', 'outstandingFen', { outstanding: yuanFromFen(outstandingFen) });
  }
  const { principalFen, penaltyFen } = draft;
  const { dueOn, invoicedOn, lastInterruptedOn } = known;
  const paidFen = totalOf(draft) - outstandingFen;
  const whole = { principalFen, penaltyFen, paidFen, outstandingFen, dueOn, invoicedOn, lastInterruptedOn };
  const lines = linesAs(known.lines, draft.lines, whole);
  return lines ? { step: 'propose', facts: { ...whole, lines } } : linesNeeded(known);
}

/** What the case is about by the books: what they show as open, and what was recovered since it was posted. */
function lastingOf(known: Known, { draft, figures }: Open): Fen {
  const sinceFen = known.recoveredFen + known.pendingFen;
  if (figures?.paidFen === undefined) return draft.outstandingFen + sinceFen;
  // Books may lag behind what was recovered; what they show as paid tells by how much.
  return totalOf(draft) - larger(known.paidFen, figures.paidFen - sinceFen);
}

/** A closed case stays as it is; its creditor is told so while the books still show a debt, or one that fell due since. */
function closedStep(known: Known, booked: BookedReceivable): SyncStep {
  if (booked.status !== 'open') return NONE;
  const { lines } = booked.draft;
  const fellDueSince = lines.length > 0 && totalsOf(lines).dueOn > lastDayOf(known);
  const left = known.state !== 'recovered' && leftOf(known) > 0n;
  return left || fellDueSince ? closedFault(known) : NONE;
}

function closedFault(known: KnownReceivable): SyncStep {
  return refuse('CASE_CLOSED', 'externalRef', { state: known.state, through: lastDayOf(known) });
}

/** The last due day that the case was about. */
function lastDayOf({ lines, dueOn }: KnownReceivable): Day {
  const debts = lines.filter(({ kind }) => kind !== 'credit_note');
  return (
    debts
      .map((line) => line.dueOn)
      .sort()
      .at(-1) ?? dueOn
  );
}

function freeStep(known: Known, booked: BookedReceivable): SyncStep {
  if (booked.status !== 'open') return { step: 'withdraw', reason: booked.status };
  const stated = revisedFacts(known, booked);
  // The books show a debt smaller than what was recovered on it: it cannot be decided which of the two is right.
  if (stated.outstandingFen < known.recoveredFen + known.pendingFen) return contradiction(booked.draft);
  const lines = linesAs(known.lines, booked.draft.lines, stated);
  if (!lines) return linesNeeded(known);
  // What was recovered is taken off the lines of the books: the first of which something is owed may be an earlier one than in them.
  const { dueOn, invoicedOn, lastInterruptedOn } = totalsOf(lines);
  const whole = { ...stated, dueOn, invoicedOn, lastInterruptedOn };
  const claimTerms = termsAfter(known, booked.draft);
  if (!claimTerms && !differ(known, whole) && sameLines(known.lines, lines)) return NONE;
  return { step: 'revise', facts: { ...whole, lines, ...(claimTerms && { claimTerms }) } };
}

/** The terms of the case with what the books state otherwise; undefined when they state nothing new. What they leave out stays. */
function termsAfter({ claimTerms: before }: Known, { claimTerms: stated }: BookedDraft): ClaimTerms | undefined {
  if (!stated) return undefined;
  const own = Object.entries(stated).filter(([, value]) => value !== null);
  const after: ClaimTerms = before ? { ...before, ...Object.fromEntries(own) } : stated;
  return isDeepStrictEqual(before, after) ? undefined : after;
}

/** Of several lines the books change the whole: nobody can tell which of them it is. */
function linesNeeded({ lines }: Known): SyncStep {
  return refuse('LINES_NEEDED', 'lines', { lines: lines.length });
}

/** The amounts of the books as the case stores them: `paidFen` leaves out what was recovered on the case. */
function revisedFacts(known: Known, booked: Open): RevisedWhole {
  const { draft, figures } = booked;
  const totalFen = totalOf(draft);
  const sinceFen = known.recoveredFen + known.pendingFen;
  const lasting = sinceFen > 0n && figures?.paidFen !== undefined;
  const withRecovered = lasting ? lastingOf(known, booked) : draft.outstandingFen + sinceFen;
  // Books without the recovered money still show the whole amount as open.
  const outstandingFen = withRecovered <= totalFen ? withRecovered : draft.outstandingFen;
  return {
    principalFen: draft.principalFen,
    penaltyFen: draft.penaltyFen,
    paidFen: totalFen - outstandingFen,
    outstandingFen,
    dueOn: draft.dueOn,
    invoicedOn: draft.invoicedOn ?? known.invoicedOn,
    lastInterruptedOn: draft.lastInterruptedOn ?? known.lastInterruptedOn,
  };
}

/**
 * An amount that differs from the stored one like one read with its separator in the wrong place. Figures that confirm each other (what
 * is paid and what is open, of an unchanged total) were read well.
 */
function misreadFault(known: Known, booked: BookedReceivable): SyncStep | undefined {
  const { figures } = booked;
  const totalFen = booked.status === 'open' ? totalOf(booked.draft) : figures?.totalFen;
  if (booked.status === 'withdrawn' || totalFen === undefined) return undefined;
  const ofLines = booked.status === 'open' ? linePairs(known, booked.draft) : undefined;
  const pairs: [field: string, stored: Fen, given: Fen | undefined][] = ofLines ?? [
    ['principalFen', totalOf(known), totalFen],
  ];
  if (!ofLines && figures?.read !== 'both' && booked.status === 'open') {
    const openFen = booked.draft.outstandingFen;
    if (openFen !== known.outstandingFen) pairs.push(['outstandingFen', leftOf(known), openFen]);
    if (figures?.read === 'paid') pairs.push(['paidFen', known.booksPaidFen ?? known.paidFen, figures.paidFen]);
  }
  for (const [field, stored, given] of pairs) {
    const found = given === undefined ? undefined : misreadingOf(stored, given);
    if (found) return refuse('AMOUNT_MISREAD', field, { ...found });
  }
  return undefined;
}

/** Of several lines each is compared with itself: a line more or less changes the whole by any factor. */
function linePairs({ lines }: Known, draft: BookedDraft): [field: string, stored: Fen, given: Fen][] | undefined {
  if (draft.lines.length === 0 || Math.max(lines.length, draft.lines.length) === 1) return undefined;
  const given = new Map(draft.lines.map((line) => [lineKey(line), line]));
  return lines.flatMap((line): [string, Fen, Fen][] => {
    const now = given.get(lineKey(line));
    return now ? [['principalFen', totalOf(line), totalOf(now)]] : [];
  });
}

function differ(known: KnownReceivable, facts: RevisedWhole): boolean {
  return (Object.keys(facts) as (keyof RevisedWhole)[]).some((name) => known[name] !== facts[name]);
}

function datesDiffer(known: KnownReceivable, draft: BookedDraft): boolean {
  return draft.dueOn !== known.dueOn || (draft.invoicedOn !== null && draft.invoicedOn !== known.invoicedOn);
}

function disagree({ principalFen, penaltyFen, paidFen, outstandingFen, lines }: BookedDraft): boolean {
  const made = lines.length > 0 ? totalsOf(lines).outstandingFen : outstandingFen;
  return principalFen + penaltyFen - paidFen !== outstandingFen || made !== outstandingFen;
}

function contradiction(draft: BookedDraft): SyncStep {
  const { principalFen, penaltyFen, paidFen } = draft.lines.length > 0 ? totalsOf(draft.lines) : draft;
  const expected = yuanFromFen(principalFen + penaltyFen - paidFen);
  return refuse('AMOUNTS_DISAGREE', 'outstandingFen', { expected, stated: yuanFromFen(draft.outstandingFen) });
}

function refuse(code: RevisionFault['code'], field: string, params: RevisionFault['params'] = {}): SyncStep {
  return { step: 'refuse', fault: { code, field, params } };
}

/** What is open on record. */
function leftOf({ outstandingFen, recoveredFen, pendingFen }: Known): Fen {
  return outstandingFen - recoveredFen - pendingFen;
}

function totalOf({ principalFen, penaltyFen }: Pick<RevisedWhole, 'principalFen' | 'penaltyFen'>): Fen {
  return principalFen + penaltyFen;
}

function larger(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}
