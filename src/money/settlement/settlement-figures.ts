import { z } from 'zod';
import { fenFromWire } from '../../kernel/index.js';
import { definePolicy } from '../../platform/policy/index.js';

const fen = z.string().refine((text) => (fenFromWire(text) ?? -1n) >= 0n, 'an integer number of fen as a string');

/** However the limit is set, no single person moves more than a million yuan. */
const MOST_BY_ONE_PERSON = 100_000_000n;

/** The figures of settlement that a platform admin may change. */
export const settlementFigures = definePolicy(
  'settlement',
  z.object({
    /** Days a confirmed repayment rests before its commission may be paid out: time for a bank to take it back. */
    holdDays: z.number().int().min(0).max(90).default(3),
    /** A payout above this amount (with what the provider was paid within a day) needs a second person, in fen. */
    twoPersonsAboveFen: fen
      .refine(
        (text) => (fenFromWire(text) ?? 0n) <= MOST_BY_ONE_PERSON,
        'at most 100000000 fen: one person alone never pays more',
      )
      .default('5000000'),
  }),
);
