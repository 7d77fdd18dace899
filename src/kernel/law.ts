/**
 * An invariant of the stored data that must hold at any instant, whatever was killed or restarted before. The statement reads
 * one consistent snapshot and returns the rows that break the law: the first column is the offender's id (or key), the rest
 * shows why. No rows: the law holds. Declared in each module's `<module>.laws.ts`; `npm run laws` runs them all.
 */
export interface Law {
  /** The rule in words, as it is reported: "the entries of each transfer sum to zero". */
  readonly name: string;
  readonly sql: string;
}
