/** An outcome of a test case that waits for a reviewer. */
export interface MagicCase {
  readonly code: string;
  /** The text its external reference contains; null means any other reference. */
  readonly marker: string | null;
  readonly verdict: 'admitted' | 'rejected';
  /** Seconds of the sandbox's clock before the verdict. */
  readonly afterSeconds: number;
  readonly description: string;
}

/** Cases with a delayed verdict: they are left out until it is due, so that many of them do not delay the others. */
export const SLOW_CASES = { marker: 'SANDBOX-WAIT', afterSeconds: 3_600 } as const;

export const MAGIC_CASES: readonly MagicCase[] = [
  {
    ...{ code: 'CASE_REJECTED', marker: 'SANDBOX-REJECT', verdict: 'rejected', afterSeconds: 0 },
    description: 'Rejected, with the reasons for which it waited for a reviewer.',
  },
  {
    ...{ code: 'CASE_SLOW', verdict: 'admitted', ...SLOW_CASES },
    description: 'Admitted an hour later: wait, or advance the clock.',
  },
  {
    ...{ code: 'CASE_ADMITTED', marker: null, verdict: 'admitted', afterSeconds: 0 },
    description: 'Admitted, like every waiting case without a marker.',
  },
];

/** The outcome that the external reference calls for. */
export function magicCaseOf(externalRef: string): MagicCase {
  return MAGIC_CASES.find(({ marker }) => marker === null || externalRef.includes(marker))!;
}
