import type { AccessRule } from '../../kernel/access/index.js';

/** May post cases, and withdraw or relist their own. */
export const CASE_WRITERS = {
  kinds: ['creditor'],
  roles: ['owner', 'operator'],
  scope: 'cases:write',
} as const satisfies AccessRule;
export const CASE_READERS = { scope: 'cases:read' } as const satisfies AccessRule;
/** May read the whole history of a case. */
export const CASE_OBSERVERS = { kinds: ['creditor', 'platform'], scope: 'cases:read' } as const satisfies AccessRule;
/** May read a debtor's data, if it is disclosed to them. */
export const DEBTOR_READERS = {
  kinds: ['creditor', 'agency', 'law_firm'],
  roles: ['owner', 'operator'],
  scope: 'debtors:read',
} as const satisfies AccessRule;

/** How much of a case the caller sees. */
export type Sight = 'creditor' | 'platform' | 'holder_full' | 'holder_masked';

/** The fields of a case that are hidden from some callers. */
export interface Guarded {
  externalRef: string | null;
  contractNumber: string | null;
  batchId: string | null;
  legalOrigin: string | null;
  reviewReasons: readonly unknown[];
  debtorSealed: Buffer | null;
  lines: readonly GuardedLine[];
}

interface GuardedLine {
  readonly documentNumber: string | null;
  readonly withdrawnAt: Date | null;
}

/** What each sight hides. Before the entrustment the holder gets nothing by which it could find the debtor elsewhere. */
const HIDDEN: Record<Sight, readonly (keyof Guarded)[]> = {
  creditor: [],
  platform: ['debtorSealed'],
  holder_full: ['batchId', 'reviewReasons', 'lines'],
  holder_masked: ['batchId', 'reviewReasons', 'externalRef', 'contractNumber', 'legalOrigin', 'debtorSealed', 'lines'],
};

/** A copy of the case with the fields emptied that this sight hides. */
export function redact<T extends Guarded>(one: T, sight: Sight): T {
  const copy = { ...one };
  for (const field of HIDDEN[sight]) {
    if (field === 'reviewReasons') copy.reviewReasons = [];
    else if (field === 'lines') copy.lines = shownLines(one.lines, sight);
    else copy[field] = null;
  }
  return copy;
}

/** A holder sees the open lines, and before the entrustment without the numbers of their documents. */
function shownLines<L extends GuardedLine>(lines: readonly L[], sight: Sight): L[] {
  const open = lines.filter(({ withdrawnAt }) => withdrawnAt === null);
  return sight === 'holder_masked' ? open.map((line) => ({ ...line, documentNumber: null })) : open;
}
