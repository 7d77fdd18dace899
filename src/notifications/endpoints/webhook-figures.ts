import { z } from 'zod';
import { definePolicy } from '../../platform/policy/index.js';

const seconds = (most: number) => z.number().int().min(1).max(most);

/** The figures of webhooks that a platform admin may change. */
export const webhookFigures = definePolicy(
  'webhooks',
  z.object({
    /** Seconds between attempts, jitter aside: eight attempts over 27 h 35 min, as Standard Webhooks suggests. */
    retrySeconds: z.array(seconds(86_400)).min(1).max(20).default([5, 300, 1_800, 7_200, 18_000, 36_000, 36_000]),
    /** Milliseconds from the DNS lookup to the head of the answer. */
    timeoutMs: z.number().int().min(500).max(30_000).default(15_000),
    /** Hours of failures without a success after which an endpoint is disabled. */
    disableAfterHours: z.number().int().min(1).max(720).default(120),
    /** Hours both secrets sign after a rotation by default. */
    overlapHours: z.number().int().min(0).max(168).default(24),
    /** Endpoints an organisation may have at most. */
    endpointsPerOrganisation: z.number().int().min(1).max(1_000).default(20),
    /** Requests one process has under way; a quarter of them is for endpoints whose last attempt failed. */
    attemptsAtOnce: z.number().int().min(8).max(4_096).default(128),
    /** Days the log of deliveries is kept. */
    keptDays: z.number().int().min(1).max(365).default(30),
  }),
);
