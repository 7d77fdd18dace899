import { z } from 'zod';
import { definePolicy } from '../../platform/policy/index.js';
import type { CheckFigures } from './checks.policy.js';

const words = (...list: string[]) => z.array(z.string().min(1).max(20)).max(200).default(list);

/** The figures and word lists of verification, each with its documented default. */
export const verificationPolicy = definePolicy(
  'verification',
  z.object({
    /** How long a reviewer's claim lasts, in minutes. */
    claimMinutes: z.number().int().min(1).max(1_440).default(30),
    /** How long an approval lasts when the reviewer names no day, in months; never longer than the licence. */
    approvalMonths: z.number().int().min(1).max(120).default(12),
    /** How many days before its last day an organisation is warned that its approval ends. */
    expiryWarnDays: z.number().int().min(1).max(366).default(30),
    licenceWarnDays: z.number().int().min(0).max(366).default(60),
    scopeForbiddingWords: words('不得', '不含', '不包括', '不从事', '严禁', '禁止'),
    scopeExceptingWords: words('除'),
    scopeCollectingWords: words('讨债', '追债', '收债', '要债', '清债', '讨要债务', '追讨债务', '债务催收', '债务追讨'),
    documentMediaTypes: z.array(z.string().min(3).max(100)).default(['application/pdf', 'image/jpeg', 'image/png']),
    registryTimeoutMs: z.number().int().min(100).max(60_000).default(10_000),
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
