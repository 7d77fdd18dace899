import { z } from 'zod';
import { defineReasons } from '../../kernel/index.js';
import { definePolicy } from '../../platform/policy/index.js';
import { EXONERATING_CODES, SPARING_CODES } from './given-back.policy.js';
import { gradesFault } from './grades-fault.policy.js';
import { stepsFault } from './penalty.policy.js';
import {
  GRADES,
  type GradeRule,
  STANDING_DEFAULTS,
  type StandingParameters,
  standingParameters,
} from './standing-parameters.policy.js';

const fen = z
  .string()
  .regex(/^\d{1,15}$/, 'NOT_FEN')
  .meta({ unit: 'fen', least: 0, most: 999_999_999_999_999 });

defineReasons({ NAMED_TWICE: ['must not name the same code twice', '同一代码不得重复'] });

const codes = (known: readonly string[]) =>
  z
    .array(z.enum(known))
    .refine((given) => new Set(given).size === given.length, 'NAMED_TWICE')
    .optional();

const gradeRule = z
  .object({
    minCompletedCases: z
      .number()
      .int()
      .min(0)
      .meta({ most: 100_000 })
      .describe('Completed cases that this grade needs.'),
    minRecoveredFen: fen.describe('Recovered amount that this grade needs, in fen.'),
    minShrunkRateBps: z
      .number()
      .int()
      .min(0)
      .max(30_000)
      .describe('Rate against the expectation that this grade needs, in basis points.'),
    maxAverageDays: z
      .number()
      .int()
      .min(1)
      .meta({ most: 365 })
      .nullable()
      .describe('Longest average time from grab to recovery, in days; null: any.'),
    maxPenaltyPoints: z
      .number()
      .int()
      .min(0)
      .meta({ most: 30_000 })
      .nullable()
      .describe('Most penalty points with this grade; null: any.'),
    casesHeld: z
      .number()
      .int()
      .min(0)
      .max(10_000)
      .meta({ least: 1 })
      .describe('Cases that a provider of this grade may hold at once.'),
    largestCaseFen: fen
      .meta({ unit: 'fen', least: 1, most: 999_999_999_999_999 })
      .nullable()
      .describe('A case must be below this amount, in fen; null: any.'),
  })
  .partial();

const schema = z.object({
  platformMeanBps: z
    .number()
    .int()
    .min(0)
    .max(30_000)
    .optional()
    .meta({ least: 1_000 })
    .describe('What an average provider reaches of the expectation, in basis points; the rate of every newcomer.'),
  betweenSdBps: z
    .number()
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe(
      'How far the rates of providers truly lie apart, as a standard deviation; the more, the sooner a rate is believed.',
    ),
  dispersionBps: z
    .number()
    .int()
    .min(100)
    .max(100_000)
    .optional()
    .describe(
      'Variance of outcomes, compared with cases that are paid in full or not at all, each on its own; the more, the later a rate is believed.',
    ),
  expectationErrorBps: z
    .number()
    .int()
    .min(0)
    .max(5_000)
    .optional()
    .describe('How far what is expected of cases may itself be off, as a standard deviation; widens the interval.'),
  minReliabilityBps: z
    .number()
    .int()
    .min(0)
    .max(9_999)
    .optional()
    .describe('Reliability of the rate below which a grade does not change.'),
  hysteresisBps: z
    .number()
    .int()
    .min(0)
    .max(20_000)
    .optional()
    .describe(
      'How much of the half of the 95 % interval must lie beyond the limit between two grades before a grade changes.',
    ),
  idleDriftBps: z
    .number()
    .int()
    .min(0)
    .max(5_000)
    .optional()
    .describe('How far the true rate may move in an idle month, as a standard deviation; widens the interval.'),
  maxCreditorShareBps: z
    .number()
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe(
      'The largest part of what speaks for a provider that one creditor may make up, in basis points; 10000: any part.',
    ),
  creditorSdBps: z
    .number()
    .int()
    .min(0)
    .max(5_000)
    .optional()
    .describe(
      'How far the debtors of one creditor are better or worse together than what is expected of them, as a standard deviation.',
    ),
  creditorCreditBps: z
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe(
      'How much of an average case paid in full one creditor may stand for beyond what all other creditors show, in basis points.',
    ),
  maturityDays: z
    .number()
    .int()
    .min(1)
    .max(3_650)
    .optional()
    .describe(
      'Days after which a grab that is not completed is held to its whole expectation; before, to the share of them that it was held.',
    ),
  exoneratingRecalls: codes(EXONERATING_CODES).describe(
    `Codes by which a recall, of the creditor or the platform, says nothing about the holder, out of: ${EXONERATING_CODES.join(', ')}.`,
  ),
  sparingFreezes: codes(SPARING_CODES).describe(
    `Reasons of the platform to freeze a case that are no fault of its holder, so that the case does not count as held meanwhile, out of: ${SPARING_CODES.join(', ')}. A change holds for freezes after it.`,
  ),
  penaltySteps: z
    .array(z.number().int().min(0).max(1_000))
    .min(1)
    .max(20)
    .optional()
    .meta({ unit: 'points' })
    .describe('Points for the first, second, … return or expiry within the window; the last repeats.'),
  penaltyWindowDays: z.number().int().min(1).max(3_650).optional().describe('Days that returns and expiries count.'),
  suspension: z
    .object({
      ends: z
        .number()
        .int()
        .min(1)
        .meta({ most: 10_000 })
        .describe('Returns and expiries within seven days after which grabbing is suspended.'),
      hours: z.number().int().min(0).max(8_760).describe('Hours of the suspension.'),
    })
    .partial()
    .optional(),
  grades: z.partialRecord(z.enum(GRADES), gradeRule).optional(),
});

type Figures = z.infer<typeof schema>;

/** The figures of standings that an admin of the platform may change; only values that differ from the defaults are stored. */
export const standingFigures = definePolicy('standing', schema, {
  inForce: (figures) => plainFigures(parametersOf(figures)),
  fault: (figures) => gradesFault(parametersOf(figures)) ?? stepsFault(parametersOf(figures)),
});

/** All parameters: the defaults with the changed figures in place. */
export function parametersOf({ grades, suspension, ...plain }: Figures): StandingParameters {
  const rules = Object.entries(grades ?? {}).map(([grade, rule]) => {
    const { minRecoveredFen, largestCaseFen, ...rest } = rule!;
    const amounts: Partial<GradeRule> = {
      ...(minRecoveredFen === undefined ? {} : { minRecoveredFen: BigInt(minRecoveredFen) }),
      ...(largestCaseFen === undefined
        ? {}
        : { largestCaseFen: largestCaseFen === null ? null : BigInt(largestCaseFen) }),
    };
    return [grade, { ...rest, ...amounts }] as const;
  });
  const pause = { ...STANDING_DEFAULTS.suspension, ...suspension };
  return standingParameters({ ...plain, suspension: pause, grades: Object.fromEntries(rules) });
}

/** The parameters that can be changed, as JSON with amounts as strings. */
function plainFigures(all: StandingParameters): unknown {
  const shown = Object.entries(all).filter(([name]) => name in schema.shape);
  return JSON.parse(
    JSON.stringify(Object.fromEntries(shown), (_, value) => (typeof value === 'bigint' ? value.toString() : value)),
  );
}
