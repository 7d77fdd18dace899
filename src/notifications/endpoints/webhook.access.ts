import type { AccessRule } from '../../kernel/access/index.js';

/** May read endpoints and their log. */
export const WEBHOOK_READERS = { scope: 'webhooks:read' } as const satisfies AccessRule;
/** May change endpoints and send again. */
export const WEBHOOK_WRITERS = { roles: ['owner', 'operator'], scope: 'webhooks:write' } as const satisfies AccessRule;
