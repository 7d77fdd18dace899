import { z } from 'zod';
import { definePolicy } from '../../platform/policy/index.js';

/** The figures of repayments that a platform admin may change. */
export const repaymentFigures = definePolicy(
  'repayments',
  z.object({
    autoConfirmDays: z
      .number()
      .int()
      .min(1)
      .max(60)
      .default(7)
      .describe(
        "Days after which time confirms a provider's report that the creditor neither confirmed, disputed nor rejected.",
      ),
    graceDays: z
      .number()
      .int()
      .min(0)
      .max(365)
      .default(30)
      .describe(
        'Days after the end of a grab, or before its beginning, within which a payment still counts for its holder, if that is an agency: a law firm is paid on what was realised under its mandate only (司发通〔2021〕87号 item 5).',
      ),
  }),
);
