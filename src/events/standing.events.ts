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
