import { z } from 'zod';
import { definePolicy } from '../../platform/policy/index.js';

/** The figures of grabbing that an admin of the platform may change. */
const schema = z.object({
  acceptWithinHours: z.number().int().min(1).max(720).default(48),
  activityWithinHours: z.number().int().min(1).max(2160).default(72),
  exclusivityMonths: z.number().int().min(1).max(60).default(6),
  /** A case whose grabs were returned or expired this many times goes to its creditor instead of the hall. */
  endsUntilSentBack: z.number().int().min(1).max(100).default(3),
  /** Attempts per second and provider, with a burst. */
  ratePerSecond: z.number().min(0.1).max(10_000).default(10),
  burst: z.number().int().min(1).max(100_000).default(20),
});

export type GrabFigures = z.infer<typeof schema>;

export const grabFigures = definePolicy('grabs', schema);
