import { z } from 'zod';
import { fenFromWire, reasonText } from '../../kernel/index.js';
import { definePolicy } from '../../platform/policy/index.js';

const fen = z.string().refine((text) => (fenFromWire(text) ?? -1n) >= 0n, 'NOT_FEN');

/** Whatever limit is set, no single person moves more than a million yuan; in fen. */
const MOST_BY_ONE_PERSON = 100_000_000n;

/** The figures of settlement that a platform admin may change. */
export const settlementFigures = definePolicy(
  'settlement',
  z.object({
    holdDays: z
      .number()
      .int()
      .min(0)
      .max(90)
      .default(3)
      .describe('Days on hold before a commission may be paid out: within them a bank may take the repayment back.'),
    twoPersonsAboveFen: fen
      .refine(
        (text) => (fenFromWire(text) ?? 0n) <= MOST_BY_ONE_PERSON,
        reasonText('FEN_OUT_OF_RANGE', { least: 0, most: MOST_BY_ONE_PERSON }),
      )
      .meta({ least: 0, most: Number(MOST_BY_ONE_PERSON) })
      .default('5000000')
      .describe(
        'In fen: above this amount, counted with the provider’s payouts within a day, a payout needs a second person.',
      ),
  }),
);
