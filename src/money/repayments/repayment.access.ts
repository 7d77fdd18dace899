import type { AccessRule } from '../../kernel/access/index.js';

/** May report that a debtor paid. */
export const REPORTERS = {
  kinds: ['creditor', 'agency', 'law_firm'],
  roles: ['owner', 'operator', 'finance'],
  scope: 'repayments:write',
} as const satisfies AccessRule;
/** May confirm, reject and reverse. */
export const JUDGES = {
  kinds: ['creditor', 'platform'],
  roles: ['owner', 'finance'],
  scope: 'repayments:write',
} as const satisfies AccessRule;
/** May dispute a report. */
export const DOUBTERS = { ...JUDGES, kinds: ['creditor'] } as const satisfies AccessRule;
/** Members of the platform who may open a voucher; reviewers decide nothing about payments. */
export const VOUCHER_JUDGES = {
  kinds: ['platform'],
  roles: ['owner', 'finance', 'risk'],
} as const satisfies AccessRule;
export const READERS = {
  kinds: ['creditor', 'agency', 'law_firm', 'platform'],
  scope: 'repayments:read',
} as const satisfies AccessRule;
