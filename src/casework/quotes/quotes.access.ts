import type { AccessRule } from '../../kernel/access/index.js';

/** May ask what posting a debt would come to. Approval is not needed: nothing is posted. */
export const QUOTE_READERS = { kinds: ['creditor'], scope: 'cases:read' } as const satisfies AccessRule;
