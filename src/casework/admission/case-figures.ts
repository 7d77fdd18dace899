import { z } from 'zod';
import {
  checkMobilePhone,
  type Day,
  fenFromWire,
  invalid,
  MAX_FEN,
  readPartyNumber,
  reasonText,
} from '../../kernel/index.js';
import { definePolicy } from '../../platform/policy/index.js';
import { claimParameters, type InterestFigures } from '../interest/index.js';
import { ADMISSION_DEFAULTS, type AdmissionParameters } from './admission.policy.js';
import { SCORE_DEFAULTS, type ScoreParameters } from './score.policy.js';

const bps = (fallback: number) => z.number().int().min(0).max(10_000).default(fallback);
/** With `serviceFeeBps` at most 100 %. */
const rate = (fallback: number) => bps(fallback).meta({ most: 8_000 });
const fen = (fallback: bigint) =>
  z
    .string()
    .refine((text) => (fenFromWire(text) ?? -1n) >= 0n && fenFromWire(text)! <= MAX_FEN, 'NOT_FEN')
    .meta({ least: 0, most: 999_999_999_999_999 })
    .default(fallback.toString());

/** Bounds of creditors' offers, the schedule by case grade for cases without an offer, and the platform's own fee. */
export const commissionFigures = definePolicy(
  'commission',
  z
    .object({
      minBps: bps(100).describe('The lowest commission a creditor may offer, in basis points.'),
      // With `serviceFeeBps` at most 100 %, whichever of the two was set first.
      maxBps: z
        .number()
        .int()
        .min(0)
        .max(8_000)
        .default(5_000)
        .describe('The highest commission a creditor may offer, in basis points.'),
      maxTiers: z.number().int().min(0).max(50).default(10).describe('The most tiers of a commission.'),
      serviceFeeBps: z
        .number()
        .int()
        .min(0)
        .max(2_000)
        .default(200)
        .describe('The platform’s own fee, in basis points of what is recovered.'),
      scheduleBps: z
        .object({ A: rate(800), B: rate(1_200), C: rate(2_000), D: rate(3_000), E: rate(4_000) })
        .default({ ...SCORE_DEFAULTS.suggestedBps })
        .describe('The commission for cases of this grade without an offer, in basis points.'),
    })
    .refine(({ minBps, maxBps }) => minBps <= maxBps, {
      path: ['maxBps'],
      error: reasonText('AT_LEAST_FIELD', { other: 'minBps' }),
    }),
  { fault: scheduleFault },
);
export type CommissionFigures = z.infer<(typeof commissionFigures)['schema']>;

/** The limits of admission and of review. Amounts are strings of fen. */
export const admissionFigures = definePolicy(
  'admission',
  z.object({
    minimumFen: fen(ADMISSION_DEFAULTS.minimumFen).describe('The smallest amount of a case, in fen.'),
    automaticMaximumFen: fen(ADMISSION_DEFAULTS.automaticMaximumFen).describe(
      'The largest amount that is listed without a reviewer, in fen.',
    ),
    minimumEvidenceBps: bps(ADMISSION_DEFAULTS.minimumEvidenceBps).describe(
      'The share of the wanted evidence that is needed without a reviewer, in basis points.',
    ),
    usuryMultiple: z
      .number()
      .int()
      .min(1)
      .max(20)
      .default(4)
      .describe('All charges of a private loan are capped at this multiple of the one-year loan prime rate.'),
  }),
  { fault: limitsFault },
);

/** A case that is worse is dearer to collect, never cheaper. */
function scheduleFault({ scheduleBps }: { scheduleBps: Record<'A' | 'B' | 'C' | 'D' | 'E', number> }) {
  const grades = ['A', 'B', 'C', 'D', 'E'] as const;
  const at = grades.findIndex((grade, place) => scheduleBps[grade] < scheduleBps[grades[place - 1] ?? grade]);
  if (at < 0) return undefined;
  return invalid('AT_LEAST_FIELD', {
    ...{ path: `change.scheduleBps.${grades[at]}`, other: `scheduleBps.${grades[at - 1]}` },
  });
}

/** 0 sends every case to a reviewer; any other amount below the smallest case is a slip. */
function limitsFault({ minimumFen, automaticMaximumFen }: Record<'minimumFen' | 'automaticMaximumFen', string>) {
  const [least, automatic] = [BigInt(minimumFen), BigInt(automaticMaximumFen)];
  if (automatic === 0n || automatic >= least) return undefined;
  return invalid('AT_LEAST_FIELD', { path: 'change.automaticMaximumFen', other: 'minimumFen' });
}

export type AdmissionFigures = z.infer<(typeof admissionFigures)['schema']>;

/** The admission policy's parameters from its figures, with the kernel's identifier checks. */
export function admissionParameters(
  figures: AdmissionFigures,
  interest: InterestFigures,
  today: Day,
): AdmissionParameters {
  return {
    ...ADMISSION_DEFAULTS,
    minimumFen: BigInt(figures.minimumFen),
    automaticMaximumFen: BigInt(figures.automaticMaximumFen),
    minimumEvidenceBps: figures.minimumEvidenceBps,
    claim: claimParameters(interest, figures.usuryMultiple),
    checks: {
      partyNumber: (text, context) => readPartyNumber(text, context, today),
      mobile: (text) => checkMobilePhone(text).ok,
    },
  };
}

/** The score's parameters, with the schedule of the platform as suggested rates. */
export function scoreParameters(figures: CommissionFigures): ScoreParameters {
  return { ...SCORE_DEFAULTS, suggestedBps: figures.scheduleBps };
}
