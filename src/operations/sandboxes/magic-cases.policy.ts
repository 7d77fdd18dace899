/** What becomes of a test case that waits for a reviewer. */
export interface MagicCase {
  readonly code: string;
  /** What its external reference contains; null: anything else. */
  readonly marker: string | null;
  readonly verdict: 'admitted' | 'rejected';
  /** Seconds of the sandbox's clock that pass before the verdict. */
  readonly afterSeconds: number;
  readonly description: string;
}

/** The cases that are to wait: they are left out until they have, so that no number of them holds up the others. */
export const SLOW_CASES = { marker: 'SANDBOX-WAIT', afterSeconds: 3_600 } as const;

export const MAGIC_CASES: readonly MagicCase[] = [
  {
    ...{ code: 'CASE_REJECTED', marker: 'SANDBOX-REJECT', verdict: 'rejected', afterSeconds: 0 },
    description: 'Rejected, for the reasons it waited for a reviewer.',
  },
  {
    ...{ code: 'CASE_SLOW', verdict: 'admitted', ...SLOW_CASES },
    description: 'Admitted an hour later: wait, or advance the clock.',
  },
  {
    ...{ code: 'CASE_ADMITTED', marker: null, verdict: 'admitted', afterSeconds: 0 },
    description: 'Admitted. So is every case that waits and is not marked.',
  },
];

/** What the external reference calls for. */
export function magicCaseOf(externalRef: string): MagicCase {
  return MAGIC_CASES.find(({ marker }) => marker === null || externalRef.includes(marker))!;
}
