import type { AccessRule } from '../../kernel/access/index.js';

export const REVISION_READERS = { kinds: ['creditor'], scope: 'cases:read' } as const satisfies AccessRule;
/** May decide on money: not who uploads the books. */
export const REVISION_JUDGES = {
  kinds: ['creditor'],
  roles: ['owner', 'finance'],
  scope: 'repayments:write',
} as const satisfies AccessRule;
