import type { AccessRule } from '../../kernel/access/index.js';

/** Who may look at endpoints and their log. */
export const WEBHOOK_READERS = { scope: 'webhooks:read' } as const satisfies AccessRule;
/** Who may change them and send again. */
export const WEBHOOK_WRITERS = {
  roles: ['owner', 'operator'],
  scope: 'webhooks:write',
} as const satisfies AccessRule;
