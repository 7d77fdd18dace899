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
