import { z } from 'zod';
import { defineEvent } from './define-event.js';

const fen = z.string().regex(/^\d+$/);
const ids = { caseId: z.uuid(), creditorId: z.uuid() };
const offer = { category: z.string(), serviceLine: z.string(), commissionBps: z.number().int(), grade: z.string() };

/**
 * A creditor posted one or more cases; each is in the hall already or waits for a reviewer. Several cases share one event,
 * because delivering an event costs more than posting a case.
 */
export const CasesPosted = defineEvent(
  'cases.posted.v1',
  z.object({
    creditorId: z.uuid(),
    batchId: z.uuid().nullable(),
    cases: z.array(
      z.object({
        ...offer,
        caseId: z.uuid(),
        number: z.string(),
        state: z.enum(['listed', 'submitted']),
        outstandingFen: fen,
      }),
    ),
  }),
);

/** A case entered the hall after it was posted: by a reviewer, or again after a provider gave it back. */
export const CaseListed = defineEvent(
  'case.listed.v1',
  z.object({ ...ids, ...offer, amountFen: fen, again: z.boolean() }),
);

/** The creditor's books changed amounts or days of a case without a holder; the hall shows them if it is listed. */
export const CaseRevised = defineEvent('case.revised.v1', z.object({ ...ids, state: z.string(), amountFen: fen }));

/** The amount, rate or grade of a listed case changed, whatever the cause: what the hall shows now. */
export const ListingChanged = defineEvent('listing.changed.v1', z.object({ ...ids, ...offer, amountFen: fen }));

/** A reviewer refused a case admission. */
export const CaseRejected = defineEvent('case.rejected.v1', z.object({ ...ids, reasonCodes: z.array(z.string()) }));

/**
 * A case that had no holder was withdrawn, by its creditor or (with a reason code) by the platform; `leftHall` when it was in
 * the hall until then.
 */
export const CaseWithdrawn = defineEvent(
  'case.withdrawn.v1',
  z.object({ ...ids, leftHall: z.boolean().default(false), reasonCode: z.string().nullable().default(null) }),
);

const frozen = {
  ...ids,
  providerId: z.uuid().nullable(),
  reasonCode: z.string(),
  /**
   * The holder's grab, how long it stood still so far through no fault of the holder, in seconds, and whether it does now. Null without a
   * holder; events from before it was said have none.
   */
  hold: z
    .object({
      grabId: z.uuid(),
      amountFen: z.string().regex(/^-?\d+$/),
      monthsOverdue: z.number().int().min(0),
      sparedSeconds: z.number().int().min(0),
      spared: z.boolean(),
    })
    .nullable()
    .optional(),
};

/** The platform stopped all work on a case; `providerId` is its holder, if any. */
export const CaseFrozen = defineEvent('case.frozen.v1', z.object({ ...frozen, leftHall: z.boolean() }));

/** The platform let a frozen case go on, in the state in which it was frozen. */
export const CaseUnfrozen = defineEvent('case.unfrozen.v1', z.object({ ...frozen, state: z.string() }));

/** Work on a case ended; `leftHall` when it was in the hall until then (paid while it had no holder). */
export const CaseClosed = defineEvent(
  'case.closed.v1',
  z.object({
    ...ids,
    closeCode: z.string(),
    state: z.string(),
    recoveredFen: fen,
    outstandingFen: fen,
    leftHall: z.boolean().default(false),
  }),
);

const revision = {
  ...ids,
  /** The provider that holds the case; null when nobody does. */
  providerId: z.uuid().nullable(),
  fromFen: fen,
  outstandingFen: fen,
};

/** The creditor's books show a lower amount of a held case; it counts only once the creditor confirms it and the holder agrees. */
export const CaseRevisionProposed = defineEvent('case.revision-proposed.v1', z.object(revision));

/** The holder agreed to the lower amount that the creditor confirmed; one of them declined it; or the books no longer show it. */
export const CaseRevisionDecided = defineEvent(
  'case.revision-decided.v1',
  z.object({ ...revision, state: z.enum(['confirmed', 'declined', 'lapsed']) }),
);

const lineChange = {
  changeId: z.uuid(),
  ...ids,
  providerId: z.uuid(),
  act: z.string(),
  fromFen: fen,
  outstandingFen: fen,
};

/** The creditor wants to add, correct or withdraw a line of a held case, or to revise all by its books; it counts only once the holder agrees. */
export const LineChangeProposed = defineEvent('case.line-change-proposed.v1', z.object(lineChange));

/** The holder agreed or declined; or the grab ended first, or the creditor proposed another change. */
export const LineChangeDecided = defineEvent(
  'case.line-change-decided.v1',
  z.object({ ...lineChange, state: z.enum(['agreed', 'declined', 'lapsed']) }),
);
