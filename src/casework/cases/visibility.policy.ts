import type { AccessRule } from '../../kernel/access/index.js';

/** Who may post cases and decide about their own. */
export const CASE_WRITERS = {
  kinds: ['creditor'],
  roles: ['owner', 'operator'],
  scope: 'cases:write',
} as const satisfies AccessRule;
export const CASE_READERS = { scope: 'cases:read' } as const satisfies AccessRule;
/** Who sees all that happened to a case. */
export const CASE_OBSERVERS = { kinds: ['creditor', 'platform'], scope: 'cases:read' } as const satisfies AccessRule;
/** Who may see a debtor, as far as it is disclosed to them. */
export const DEBTOR_READERS = {
  kinds: ['creditor', 'agency', 'law_firm'],
  roles: ['owner', 'operator'],
  scope: 'debtors:read',
} as const satisfies AccessRule;

/** How much of a case somebody sees. */
export type Sight = 'creditor' | 'platform' | 'holder_full' | 'holder_masked';

/** The fields of a case that not everybody who sees the case may see. */
export interface Guarded {
  externalRef: string | null;
  contractNumber: string | null;
  batchId: string | null;
  legalOrigin: string | null;
  reviewReasons: readonly unknown[];
  debtorSealed: Buffer | null;
}

/** What each sight hides. A reviewer decides without the debtor's data; a holder before the entrustment cannot look it up elsewhere. */
const HIDDEN: Record<Sight, readonly (keyof Guarded)[]> = {
  creditor: [],
  platform: ['debtorSealed'],
  holder_full: ['batchId', 'reviewReasons'],
  holder_masked: ['batchId', 'reviewReasons', 'externalRef', 'contractNumber', 'legalOrigin', 'debtorSealed'],
};

export function hides(sight: Sight, field: keyof Guarded): boolean {
  return HIDDEN[sight].includes(field);
}

/** The case as this sight may see it: a copy with what is hidden emptied; never adds anything. */
export function redact<T extends Guarded>(one: T, sight: Sight): T {
  const copy = { ...one };
  for (const field of HIDDEN[sight]) {
    if (field === 'reviewReasons') copy.reviewReasons = [];
    else copy[field] = null;
  }
  return copy;
}
