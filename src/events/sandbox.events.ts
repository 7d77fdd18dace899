import { z } from 'zod';
import { defineEvent } from './define-event.js';

/** A sandbox's clock went forward. The dates of these organisations that age move that much closer, once. */
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

/** The dates of a sandbox have moved closer: jobs that wait for them are scheduled again, dependent figures computed again. */
export const SandboxAged = defineEvent(
  'sandbox.aged.v1',
  z.object({ sandboxId: z.uuid(), organisationIds: z.array(z.uuid()), providerIds: z.array(z.uuid()) }),
);

/** A sandbox was deleted: its keys are revoked, and its cases leave its hall. */
export const SandboxDeleted = defineEvent(
  'sandbox.deleted.v1',
  z.object({ sandboxId: z.uuid(), ownerId: z.uuid(), organisationIds: z.array(z.uuid()) }),
);
