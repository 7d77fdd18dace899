import { z } from 'zod';
import { invalid } from '../../kernel/index.js';
import { definePolicy } from '../../platform/policy/index.js';

/** The figures of grabbing that an admin of the platform may change. */
const schema = z.object({
  acceptWithinHours: z
    .number()
    .int()
    .min(1)
    .max(720)
    .default(48)
    .describe('Hours within which a grab must be accepted; afterwards it expires.'),
  activityWithinHours: z
    .number()
    .int()
    .min(1)
    .max(2160)
    .default(72)
    .describe('Hours within which the holder must record an activity; afterwards the grab expires.'),
  exclusivityMonths: z
    .number()
    .int()
    .min(1)
    .max(60)
    .default(6)
    .describe('Months for which a case is the holder’s alone; afterwards the grab expires.'),
  endsUntilSentBack: z
    .number()
    .int()
    .min(1)
    .max(100)
    .default(3)
    .describe('A case whose grabs were returned or expired this many times goes to its creditor instead of the hall.'),
  ratePerSecond: z
    .number()
    .min(0.1)
    .max(10_000)
    .default(10)
    .describe('Attempts per second and provider, with a burst.'),
  burst: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(20)
    .describe('Attempts to grab that a provider may make at once.'),
});

export type GrabFigures = z.infer<typeof schema>;

export const grabFigures = definePolicy('grabs', schema, {
  // Work begins with the entrustment.
  fault: ({ acceptWithinHours, activityWithinHours }) =>
    activityWithinHours < acceptWithinHours
      ? invalid('AT_LEAST_FIELD', { path: 'change.activityWithinHours', other: 'acceptWithinHours' })
      : undefined,
});
