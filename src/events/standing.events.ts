import { z } from 'zod';
import { defineEvent } from './define-event.js';

/** A provider's grade or quota changed. */
export const StandingChanged = defineEvent(
  'standing.changed.v1',
  z.object({
    providerId: z.uuid(),
    grade: z.enum(['junior', 'middle', 'senior', 'expert']),
    casesHeld: z.number().int().min(0),
    /** Exclusive limit of a single case, in fen; null means no limit. */
    largestCaseFen: z.string().regex(/^\d+$/).nullable(),
  }),
);

const appeal = {
  appealId: z.uuid(),
  providerId: z.uuid(),
  /** Why, as a code. */
  reason: z.string(),
  state: z.enum(['open', 'upheld', 'dismissed', 'withdrawn']),
  /** The answer as a code; null before, and when it was taken back. */
  answer: z.string().nullable(),
};

/** A provider appealed against a change of its standing. */
export const StandingAppealOpened = defineEvent('standing-appeal.opened.v1', z.object(appeal));

/** An appeal was upheld, dismissed or taken back. */
export const StandingAppealDecided = defineEvent('standing-appeal.decided.v1', z.object(appeal));
