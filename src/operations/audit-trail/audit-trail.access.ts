import type { AccessRule } from '../../kernel/access/index.js';

/** Who answers for the platform. Without a scope, so no machine. */
export const TRAIL_READERS = { kinds: ['platform'], roles: ['owner', 'risk'] } as const satisfies AccessRule;
/** Those of a case's creditor who read debtors, and who answers for the platform. */
export const DEBTOR_READ_OBSERVERS = {
  kinds: ['creditor', 'platform'],
  roles: ['owner', 'operator', 'risk'],
} as const satisfies AccessRule;
export const SIGN_IN_READERS = { roles: ['owner'] } as const satisfies AccessRule;
