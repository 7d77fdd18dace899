import type { AccessRule } from '../../kernel/access/index.js';

/** Who may say that a debtor paid. */
export const REPORTERS = {
  kinds: ['creditor', 'agency', 'law_firm'],
  roles: ['owner', 'operator', 'finance'],
  scope: 'repayments:write',
} as const satisfies AccessRule;
/** Who may decide about a report. */
export const JUDGES = {
  kinds: ['creditor', 'platform'],
  roles: ['owner', 'finance'],
  scope: 'repayments:write',
} as const satisfies AccessRule;
/** Who may doubt one. */
export const DOUBTERS = { ...JUDGES, kinds: ['creditor'] } as const satisfies AccessRule;
export const READERS = {
  kinds: ['creditor', 'agency', 'law_firm', 'platform'],
  scope: 'repayments:read',
} as const satisfies AccessRule;
