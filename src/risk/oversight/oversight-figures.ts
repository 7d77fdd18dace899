import { z } from 'zod';
import { definePolicy } from '../../platform/policy/index.js';

/** The figures of appeals and vetoes that an admin of the platform may change. */
export const oversightFigures = definePolicy(
  'oversight',
  z.object({
    appealWithinDays: z
      .number()
      .int()
      .min(15)
      .max(1_827)
      .default(90)
      .describe('Days after a change of its standing within which a provider may appeal against it.'),
    appealsPerChange: z
      .number()
      .int()
      .min(1)
      .max(20)
      .default(3)
      .describe('How many appeals a provider may make against one change, those included that it took back.'),
    vetoMostDays: z
      .number()
      .int()
      .min(1)
      .max(1_827)
      .default(365)
      .describe('The longest veto of a grade, in days; a longer one has to be decided anew.'),
  }),
);
