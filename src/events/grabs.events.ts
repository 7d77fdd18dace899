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

/** A grab ended. `reason` is a code; `points` are the penalty points of the provider. */
export const GrabEnded = defineEvent(
  'grab.ended.v1',
  z.object({
    ...grab,
    state: z.enum(['completed', 'returned', 'expired', 'recalled']),
    reason: z.string(),
    points: z.number().int().min(0),
  }),
);
