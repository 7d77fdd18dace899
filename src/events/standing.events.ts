import { z } from 'zod';
import { defineEvent } from './define-event.js';

/** A provider's grade or quota is another than before. */
export const StandingChanged = defineEvent(
  'standing.changed.v1',
  z.object({
    providerId: z.uuid(),
    grade: z.enum(['junior', 'middle', 'senior', 'expert']),
    casesHeld: z.number().int().min(0),
    /** Exclusive limit of a single case in fen; null for none. */
    largestCaseFen: z.string().regex(/^\d+$/).nullable(),
  }),
);
