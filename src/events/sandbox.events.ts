import { z } from 'zod';
import { defineEvent } from './define-event.js';

/**
 * A sandbox's clock went forward. Whoever keeps deadlines moves those of these organisations that much closer to database
 * time, once, and only what was there when the event occurred.
 */
export const SandboxClockAdvanced = defineEvent(
  'sandbox.clock-advanced.v1',
  z.object({
    sandboxId: z.uuid(),
    seconds: z.number().int().positive(),
    /** How far it was ahead before; `fromSeconds + seconds` is how far it is now. */
    fromSeconds: z.number().int().min(0),
    organisationIds: z.array(z.uuid()),
    /** Those of them that are agencies or law firms. */
    providerIds: z.array(z.uuid()),
  }),
);

/** Nobody can use a sandbox any more: its keys are revoked, and its cases leave its hall. */
export const SandboxDeleted = defineEvent(
  'sandbox.deleted.v1',
  z.object({ sandboxId: z.uuid(), ownerId: z.uuid(), organisationIds: z.array(z.uuid()) }),
);
