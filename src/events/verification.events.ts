import { z } from 'zod';
import { defineEvent } from './define-event.js';

const application = {
  applicationId: z.uuid(),
  organisationId: z.uuid(),
  organisationKind: z.enum(['creditor', 'agency', 'law_firm']),
};
const decided = z.object({ ...application, reasonCodes: z.array(z.string()) });

/** An application passed the automatic checks and waits for a reviewer; `submission` counts from 1. */
export const VerificationSubmitted = defineEvent(
  'verification.submitted.v1',
  z.object({ ...application, submission: z.number().int().min(1) }),
);

/** A reviewer claimed it. */
export const VerificationClaimed = defineEvent('verification.claimed.v1', z.object(application));

/** It is back in the queue: the reviewer returned it, or the claim lapsed. */
export const VerificationReleased = defineEvent('verification.released.v1', z.object(application));

/** The organisation may post or grab, up to and including the day `validUntil` (China). */
export const VerificationApproved = defineEvent(
  'verification.approved.v1',
  z.object({ ...application, validUntil: z.iso.date() }),
);

export const VerificationRejected = defineEvent('verification.rejected.v1', decided);

/** For the time being the organisation may neither post nor grab. */
export const VerificationSuspended = defineEvent('verification.suspended.v1', decided);

/** A suspension ended; the approval goes on as before. */
export const VerificationReinstated = defineEvent(
  'verification.reinstated.v1',
  z.object({ ...application, validUntil: z.iso.date() }),
);

/** The approval was taken back for good; only a new application can bring another. */
export const VerificationRevoked = defineEvent('verification.revoked.v1', decided);

/** The approval ends soon, with the day `validUntil`; said once. */
export const VerificationExpiring = defineEvent(
  'verification.expiring.v1',
  z.object({ ...application, validUntil: z.iso.date() }),
);

/** The last day of the approval has passed. */
export const VerificationExpired = defineEvent(
  'verification.expired.v1',
  z.object({ ...application, validUntil: z.iso.date() }),
);
