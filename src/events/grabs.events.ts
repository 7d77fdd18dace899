import { z } from 'zod';
import { defineEvent } from './define-event.js';

const fen = z.string().regex(/^-?\d+$/);
const grab = {
  grabId: z.uuid(),
  caseId: z.uuid(),
  providerId: z.uuid(),
  creditorId: z.uuid(),
  /** What was outstanding when the case was grabbed, in fen. */
  amountFen: fen,
  monthsOverdue: z.number().int().min(0),
};

/** A provider took a case; the commission terms are frozen from here on. */
export const GrabTaken = defineEvent('grab.taken.v1', z.object(grab));

/** The holder accepted the entrustment. */
export const GrabAccepted = defineEvent('grab.accepted.v1', z.object(grab));

const closing = { ...grab, closeCode: z.string() };

/** The holder proposes to close its case. It is closed at `closesAt` unless the creditor answers or the holder takes it back. */
export const ClosingProposed = defineEvent('closing.proposed.v1', z.object({ ...closing, closesAt: z.iso.datetime() }));

/**
 * A proposed close was answered. `consent` and `silence` close the case; `keep` gives it to its creditor and `relist` to the hall;
 * after `decline`, `withdrawn` and `unfounded` the grab goes on.
 */
export const ClosingAnswered = defineEvent(
  'closing.answered.v1',
  z.object({
    ...closing,
    answer: z.enum(['consent', 'silence', 'keep', 'relist', 'decline', 'withdrawn', 'unfounded']),
  }),
);

/**
 * A grab ended. `reason` is a code; `points` are the penalty points of the provider. `worked`: an activity was recorded before;
 * `recallReason`: the code of a creditor that took its case back; `sparedSeconds`: how long the case stood still through no fault of the
 * holder. Events from before they were said have none of them.
 */
export const GrabEnded = defineEvent(
  'grab.ended.v1',
  z.object({
    ...grab,
    state: z.enum(['completed', 'returned', 'expired', 'recalled']),
    reason: z.string(),
    points: z.number().int().min(0),
    worked: z.boolean().optional(),
    recallReason: z.string().nullable().optional(),
    sparedSeconds: z.number().int().min(0).optional(),
  }),
);
