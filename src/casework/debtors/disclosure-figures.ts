import { z } from 'zod';
import { invalid } from '../../kernel/index.js';
import { definePolicy } from '../../platform/policy/index.js';

/** The thresholds above which reads of full debtor records by one organisation within an hour raise an alarm. */
export const disclosureFigures = definePolicy(
  'disclosure',
  z.object({
    alarms: z
      .object({
        notice: z
          .number()
          .int()
          .min(1)
          .meta({ most: 1_000_000 })
          .default(50)
          .describe('Reads of debtors by one organisation within an hour that are noted.'),
        warning: z
          .number()
          .int()
          .min(1)
          .meta({ most: 1_000_000 })
          .default(500)
          .describe('Reads within an hour that raise a warning.'),
        critical: z
          .number()
          .int()
          .min(1)
          .meta({ most: 1_000_000 })
          .default(5_000)
          .describe('Reads within an hour that raise a critical alarm.'),
      })
      .default({ notice: 50, warning: 500, critical: 5_000 }),
  }),
  {
    fault: ({ alarms: { notice, warning, critical } }) => {
      if (warning < notice) return invalid('AT_LEAST_FIELD', { path: 'change.alarms.warning', other: 'alarms.notice' });
      if (critical >= warning) return undefined;
      return invalid('AT_LEAST_FIELD', { path: 'change.alarms.critical', other: 'alarms.warning' });
    },
  },
);
