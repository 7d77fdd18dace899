import { z } from 'zod';
import { invalid } from '../../kernel/index.js';
import { definePolicy } from '../../platform/policy/index.js';

const seconds = (most: number) => z.number().int().min(1).max(most);

/** The figures of webhooks that a platform admin may change. */
export const webhookFigures = definePolicy(
  'webhooks',
  z.object({
    retrySeconds: z
      .array(seconds(86_400))
      .min(1)
      .max(20)
      .default([5, 300, 1_800, 7_200, 18_000, 36_000, 36_000])
      .describe(
        'Seconds between attempts, jitter aside: eight attempts over 27 h 35 min, as Standard Webhooks suggests.',
      ),
    timeoutMs: z
      .number()
      .int()
      .min(500)
      .max(30_000)
      .default(5_000)
      .describe('Milliseconds from the DNS lookup to the head of the answer.'),
    slowMs: z
      .number()
      .int()
      .min(100)
      .max(30_000)
      .default(2_000)
      .describe(
        'Milliseconds after which an answer is slow: the endpoint then has the slow lane, with one attempt at once.',
      ),
    attemptsPerOrganisation: z
      .number()
      .int()
      .min(2)
      .max(24)
      .default(4)
      .describe('Attempts of one organisation that a process has under way at most, one of them in the slow lane.'),
    attemptsAtOnce: z
      .number()
      .int()
      .min(8)
      .max(4_096)
      .default(128)
      .describe('Requests one process has under way; a quarter of them is for slow endpoints.'),
    disableAfterHours: z
      .number()
      .int()
      .min(1)
      .max(720)
      .default(120)
      .describe('Hours of failures without a success after which an endpoint is disabled.'),
    overlapHours: z
      .number()
      .int()
      .min(0)
      .max(168)
      .default(24)
      .describe('Hours both secrets sign after a rotation by default.'),
    endpointsPerOrganisation: z
      .number()
      .int()
      .min(1)
      .max(1_000)
      .default(20)
      .describe('Endpoints an organisation may have at most.'),
    keptDays: z.number().int().min(1).max(365).default(30).describe('Days the log of deliveries is kept.'),
  }),
  {
    fault: ({ slowMs, timeoutMs, attemptsPerOrganisation: own, attemptsAtOnce: all }) => {
      if (slowMs > timeoutMs) return invalid('AT_MOST_FIELD', { path: 'change.slowMs', other: 'timeoutMs' });
      if (own <= all) return undefined;
      return invalid('AT_MOST_FIELD', { path: 'change.attemptsPerOrganisation', other: 'attemptsAtOnce' });
    },
  },
);
