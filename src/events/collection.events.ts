import { z } from 'zod';
import { defineEvent } from './define-event.js';

/** The holder did something on a case. The event does not contain what was said. */
export const ActivityLogged = defineEvent(
  'activity.logged.v1',
  z.object({
    activityId: z.uuid(),
    caseId: z.uuid(),
    grabId: z.uuid(),
    providerId: z.uuid(),
    creditorId: z.uuid(),
    kind: z.string(),
    outcome: z.string(),
  }),
);
