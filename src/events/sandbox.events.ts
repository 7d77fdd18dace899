import { z } from 'zod';
import { defineEvent } from './define-event.js';

/** A sandbox's clock went forward. What ages of these organisations comes that much closer to database time, once. */
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

/** What ages in a sandbox has come closer: jobs that wait for it are scheduled anew, figures that depend on it computed anew. */
export const SandboxAged = defineEvent(
  'sandbox.aged.v1',
  z.object({ sandboxId: z.uuid(), organisationIds: z.array(z.uuid()), providerIds: z.array(z.uuid()) }),
);

/** Nobody can use a sandbox any more: its keys are revoked, and its cases leave its hall. */
export const SandboxDeleted = defineEvent(
  'sandbox.deleted.v1',
  z.object({ sandboxId: z.uuid(), ownerId: z.uuid(), organisationIds: z.array(z.uuid()) }),
);
