import type { AccessRule } from '../../kernel/access/index.js';

export const LINE_READERS = { scope: 'cases:read' } as const satisfies AccessRule;
/** May change the lines of their cases: those who may post them. */
export const LINE_WRITERS = {
  kinds: ['creditor'],
  roles: ['owner', 'operator'],
  scope: 'cases:write',
} as const satisfies AccessRule;
/** May answer for the holder. */
export const LINE_HOLDERS = {
  kinds: ['agency', 'law_firm'],
  roles: ['owner', 'operator'],
  scope: 'grabs:write',
} as const satisfies AccessRule;
