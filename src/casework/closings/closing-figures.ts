import { z } from 'zod';
import { definePolicy } from '../../platform/policy/index.js';
import { ACTIVITY_KIND, type ActivityKind } from '../collection/index.js';

const CONTACTS: ActivityKind[] = ['call', 'message', 'letter', 'visit'];

/** The work behind one close code. */
function work(least: number, kinds: readonly ActivityKind[] = ACTIVITY_KIND.codes) {
  const schema = z.object({
    least: z
      .number()
      .int()
      .min(0)
      .max(1_000)
      .default(least)
      .describe('Activities that the holder must have logged before it may propose this code.'),
    kinds: z
      .array(z.enum(ACTIVITY_KIND.codes))
      .min(1)
      .max(20)
      .default([...kinds])
      .describe('The kinds of activities that count.'),
  });
  return schema.default({ least, kinds: [...kinds] });
}

/** The figures of closing a case that an admin of the platform may change. */
export const closingFigures = definePolicy(
  'closings',
  z.object({
    silenceDays: z
      .number()
      .int()
      .min(1)
      .max(90)
      .default(7)
      .describe('Days after which a proposed close that the creditor does not answer is carried out.'),
    /** By close code: how many activities of which kinds the holder must have logged before it may propose it. */
    work: z
      .object({
        partially_paid: work(1),
        insolvent: work(2),
        untraceable: work(3, CONTACTS),
        disputed: work(1),
        exhausted: work(3),
        time_barred: work(1),
        settlement_rejected: work(1, ['negotiation']),
        unresponsive_creditor: work(1),
        uneconomical: work(3),
        invalid_data: work(1),
      })
      .prefault({}),
  }),
);

export type ClosingFigures = z.infer<typeof closingFigures.schema>;
