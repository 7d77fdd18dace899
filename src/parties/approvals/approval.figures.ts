import { z } from 'zod';
import { definePolicy } from '../../platform/policy/index.js';
import type { CheckFigures } from './checks.policy.js';

const words = (...list: string[]) => z.array(z.string().min(1).max(20)).min(1).max(200).default(list);

/** The figures and word lists of verification, each with its documented default. */
export const verificationPolicy = definePolicy(
  'verification',
  z.object({
    claimMinutes: z
      .number()
      .int()
      .min(1)
      .max(1_440)
      .default(30)
      .describe("How long a reviewer's claim lasts, in minutes."),
    approvalMonths: z
      .number()
      .int()
      .min(1)
      .max(120)
      .default(12)
      .describe('How long an approval lasts when the reviewer names no day, in months; never longer than the licence.'),
    expiryWarnDays: z
      .number()
      .int()
      .min(1)
      .max(366)
      .default(30)
      .describe('Days before its last day from which an organisation is warned that its approval ends.'),
    licenceWarnDays: z
      .number()
      .int()
      .min(0)
      .max(366)
      .default(60)
      .describe('Days before the end of a licence from which its check warns.'),
    scopeForbiddingWords: words('不得', '不含', '不包括', '不从事', '严禁', '禁止').describe(
      'Words of a business scope that forbid what follows them.',
    ),
    scopeExceptingWords: words('除').describe('Words of a business scope that except what follows them from a ban.'),
    scopeCollectingWords: words(
      '讨债',
      '追债',
      '收债',
      '要债',
      '清债',
      '讨要债务',
      '追讨债务',
      '债务催收',
      '债务追讨',
    ).describe('Words of a business scope that mean collecting debts.'),
    documentMediaTypes: z
      .array(
        z
          .string()
          .max(100)
          .regex(/^[a-z]+\/[a-z0-9.+-]+$/),
      )
      .min(1)
      .max(50)
      .default(['application/pdf', 'image/jpeg', 'image/png'])
      .describe('Media types of documents that an application may have.'),
    registryTimeoutMs: z
      .number()
      .int()
      .min(100)
      .max(60_000)
      .default(10_000)
      .describe('Milliseconds that a look-up in a register may take.'),
  }),
);
export type VerificationFigures = z.infer<typeof verificationPolicy.schema>;

/** The figures that the pure checks need. */
export function checkFiguresOf(figures: VerificationFigures): CheckFigures {
  return {
    scopeWords: {
      forbidding: figures.scopeForbiddingWords,
      excepting: figures.scopeExceptingWords,
      collecting: figures.scopeCollectingWords,
    },
    licenceWarnDays: figures.licenceWarnDays,
    mediaTypes: figures.documentMediaTypes,
  };
}
