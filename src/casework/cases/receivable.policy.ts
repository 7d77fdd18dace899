import { type Fen, minFen, yuanFromFen } from '../../kernel/index.js';
import type { CaseDraft } from '../admission/index.js';
import { type CaseState, CLOSED_STATES, HELD_STATES } from './case.lifecycle.js';

/** A receivable that was posted before: the facts that its creditor's books may change. */
export interface KnownReceivable extends RevisedFacts {
  readonly id: string;
  readonly externalRef: string;
  readonly state: CaseState;
  /** Recovered since it was posted, by repayments. */
  readonly recoveredFen: Fen;
  /** Whether a provider ever held it: then a smaller amount may be the result of its work. */
  readonly everHeld: boolean;
}

/** The state of the receivable in the creditor's books now. */
export type BookedReceivable =
  | { readonly status: 'open'; readonly draft: CaseDraft; readonly paidFen?: Fen | undefined }
  | { readonly status: 'settled' }
  | { readonly status: 'withdrawn' };

/** The facts that may change while no provider holds the case. */
export type RevisedFacts = Readonly<
  Pick<CaseDraft, 'principalFen' | 'penaltyFen' | 'paidFen' | 'outstandingFen'> &
    Pick<CaseDraft, 'dueOn' | 'invoicedOn' | 'lastInterruptedOn'>
>;

export interface RevisionFault {
  readonly code: 'AMOUNT_RAISED_WHILE_HELD' | 'CASE_IS_HELD' | 'AMOUNTS_DISAGREE';
  readonly field: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What has to be done so that the case agrees with the books. */
export type SyncStep =
  | { readonly step: 'none' }
  | { readonly step: 'refuse'; readonly fault: RevisionFault }
  | { readonly step: 'withdraw'; readonly reason: 'settled' | 'withdrawn' }
  | { readonly step: 'revise'; readonly facts: RevisedFacts }
  /** Money came in that is not on record. `otherwise` applies when the payment counts for no provider. */
  | { readonly step: 'report'; readonly restFen: Fen; readonly otherwise: SyncStep };

const NONE: SyncStep = { step: 'none' };

/**
 * Compares a case with its creditor's books. The terms of a held case are agreed: a smaller amount is a payment that must earn its
 * commission, and nothing else may change. A case that no provider holds follows the books.
 */
export function stepOf(known: KnownReceivable, booked: BookedReceivable): SyncStep {
  if (known.state === 'rejected') return NONE;
  if (CLOSED_STATES.includes(known.state)) return closedStep(known, booked);
  return (HELD_STATES as readonly CaseState[]).includes(known.state)
    ? heldStep(known, booked)
    : freeStep(known, booked);
}

function heldStep(known: KnownReceivable, booked: BookedReceivable): SyncStep {
  if (booked.status === 'withdrawn') return refuse('CASE_IS_HELD', 'externalRef');
  if (booked.status === 'settled')
    return { step: 'report', restFen: 0n, otherwise: refuse('CASE_IS_HELD', 'externalRef') };
  if (disagree(booked.draft)) return contradiction(booked.draft);
  const openFen = booked.draft.outstandingFen;
  if (openFen > known.outstandingFen) return refuse('AMOUNT_RAISED_WHILE_HELD', 'outstandingFen');
  const otherwise = datesDiffer(known, booked.draft) ? refuse('CASE_IS_HELD', 'dueOn') : NONE;
  const restFen = restOf(known, booked);
  // The holder is credited; a payment that counts for no provider leaves the agreed terms as they are.
  return restFen === undefined
    ? otherwise
    : { step: 'report', restFen, otherwise: refuse('CASE_IS_HELD', 'outstandingFen') };
}

/** Of a closed case only money matters: within the days of grace it still earns a commission. */
function closedStep(known: KnownReceivable, booked: BookedReceivable): SyncStep {
  if (!known.everHeld || booked.status === 'withdrawn') return NONE;
  const restFen = booked.status === 'settled' ? 0n : disagree(booked.draft) ? undefined : restOf(known, booked);
  const openFen = known.outstandingFen - known.recoveredFen;
  return restFen === undefined || openFen <= restFen ? NONE : { step: 'report', restFen, otherwise: NONE };
}

function freeStep(known: KnownReceivable, booked: BookedReceivable): SyncStep {
  if (booked.status === 'withdrawn') return { step: 'withdraw', reason: 'withdrawn' };
  if (booked.status === 'settled') {
    const withdraw: SyncStep = { step: 'withdraw', reason: 'settled' };
    return known.everHeld ? { step: 'report', restFen: 0n, otherwise: withdraw } : withdraw;
  }
  if (disagree(booked.draft)) return contradiction(booked.draft);
  const facts = revisedFacts(known, booked.draft);
  // The books show a debt smaller than what was recovered on it: it cannot be decided which of the two is right.
  if (facts.outstandingFen < known.recoveredFen) return contradiction(booked.draft);
  const revise: SyncStep = differ(known, facts) ? { step: 'revise', facts } : NONE;
  const restFen = known.everHeld ? restOf(known, booked) : undefined;
  return restFen === undefined ? revise : { step: 'report', restFen, otherwise: revise };
}

/**
 * The open amount of the books when it is less than the case's; undefined when no payment is missing. The total paid counts too when
 * the debt is the same in the books: a credit note must not hide a payment, nor a payment a new charge.
 */
function restOf(known: KnownReceivable, booked: BookedReceivable & { status: 'open' }): Fen | undefined {
  const openFen = known.outstandingFen - known.recoveredFen;
  const { draft, paidFen } = booked;
  const same = draft.principalFen + draft.penaltyFen === known.principalFen + known.penaltyFen;
  const byPaid = paidFen !== undefined && same ? known.outstandingFen - (paidFen - known.paidFen) : openFen;
  const restFen = minFen(draft.outstandingFen, byPaid);
  if (restFen >= openFen) return undefined;
  return restFen < 0n ? 0n : restFen;
}

/** The amounts of the books as the case stores them: `paidFen` leaves out what was recovered on the case. */
function revisedFacts(known: KnownReceivable, draft: CaseDraft): RevisedFacts {
  const totalFen = draft.principalFen + draft.penaltyFen;
  const withRecovered = draft.outstandingFen + known.recoveredFen;
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

function differ(known: KnownReceivable, facts: RevisedFacts): boolean {
  return (Object.keys(facts) as (keyof RevisedFacts)[]).some((name) => known[name] !== facts[name]);
}

function datesDiffer(known: KnownReceivable, draft: CaseDraft): boolean {
  return draft.dueOn !== known.dueOn || (draft.invoicedOn !== null && draft.invoicedOn !== known.invoicedOn);
}

function disagree({ principalFen, penaltyFen, paidFen, outstandingFen }: CaseDraft): boolean {
  return principalFen + penaltyFen - paidFen !== outstandingFen;
}

function contradiction(draft: CaseDraft): SyncStep {
  const expected = yuanFromFen(draft.principalFen + draft.penaltyFen - draft.paidFen);
  const params = { expected, stated: yuanFromFen(draft.outstandingFen) };
  return { step: 'refuse', fault: { code: 'AMOUNTS_DISAGREE', field: 'outstandingFen', params } };
}

function refuse(code: RevisionFault['code'], field: string): SyncStep {
  return { step: 'refuse', fault: { code, field, params: {} } };
}
