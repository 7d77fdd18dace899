import { z } from 'zod';
import { definePolicy } from '../../platform/policy/index.js';
import { GRADES, type GradeRule, type StandingParameters, standingParameters } from './standing-parameters.policy.js';

const fen = z.string().regex(/^\d{1,15}$/, 'an integer number of fen in a string');

const gradeRule = z
  .object({
    minCompletedCases: z.number().int().min(0),
    minRecoveredFen: fen,
    minShrunkRateBps: z.number().int().min(0).max(30_000),
    maxAverageDays: z.number().int().min(1).nullable(),
    maxPenaltyPoints: z.number().int().min(0).nullable(),
    casesHeld: z.number().int().min(0).max(10_000),
    largestCaseFen: fen.nullable(),
  })
  .partial();

/** The figures of standings that an admin of the platform may change; only values that differ from the defaults are stored. */
export const standingFigures = definePolicy(
  'standing',
  z.object({
    platformMeanBps: z.number().int().min(0).max(30_000).optional(),
    priorCases: z.number().int().min(0).max(10_000).optional(),
    maturityDays: z.number().int().min(1).max(3_650).optional(),
    penaltySteps: z.array(z.number().int().min(0).max(1_000)).min(1).max(20).optional(),
    penaltyWindowDays: z.number().int().min(1).max(3_650).optional(),
    suspension: z.object({ ends: z.number().int().min(1), hours: z.number().int().min(0).max(8_760) }).optional(),
    grades: z.partialRecord(z.enum(GRADES), gradeRule).optional(),
  }),
);

type Figures = z.infer<(typeof standingFigures)['schema']>;

/** All parameters: the defaults with the changed figures in place. */
export function parametersOf({ grades, ...plain }: Figures): StandingParameters {
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
  return standingParameters({ ...plain, grades: Object.fromEntries(rules) });
}
