import type { AccessRule } from '../../kernel/access/index.js';

const OWN = { kinds: ['creditor'], roles: ['owner', 'operator'] } as const;
export const READERS = { ...OWN, scope: 'connectors:read' } as const satisfies AccessRule;
export const WRITERS = { ...OWN, scope: 'connectors:write' } as const satisfies AccessRule;
