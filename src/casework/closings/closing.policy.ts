/** The work a close code claims: at least so many activities of these kinds. */
export interface WorkRule {
  readonly least: number;
  readonly kinds: readonly string[];
}

/** What is missing of the work that a close code claims. */
export interface MissingWork {
  readonly least: number;
  readonly logged: number;
  readonly kinds: readonly string[];
}

/** Codes that only the creditor's own act gives: `withdrawn` is its recall; `never_started` is a return. */
const NOT_THE_HOLDERS: ReadonlySet<string> = new Set(['withdrawn', 'never_started']);

/** Whether a holder may propose to close a case by this code. */
export function isTheHolders(closeCode: string): boolean {
  return !NOT_THE_HOLDERS.has(closeCode);
}

/** What the logged work lacks of what the code claims; undefined when it suffices. */
export function missingWork(rule: WorkRule, counts: ReadonlyMap<string, number>): MissingWork | undefined {
  const logged = rule.kinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  return logged < rule.least ? { least: rule.least, logged, kinds: rule.kinds } : undefined;
}

/** How the creditor, time or the holder ends a proposal. */
export type ClosingAnswer = 'consent' | 'silence' | 'keep' | 'relist' | 'decline' | 'withdrawn' | 'unfounded';

/**
 * Whether a close costs the provider what a return costs: nothing came in, and the creditor did not say that the work was done.
 * Otherwise closing would be a return without its price.
 */
export function costsLikeReturn(answer: ClosingAnswer, grabbedFen: bigint, openFen: bigint): boolean {
  return answer !== 'consent' && openFen >= grabbedFen;
}
