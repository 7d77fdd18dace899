import { type Actor, SCOPE_NAMES, type Scope, scopesFrom } from '../../kernel/access/index.js';
import { InvalidInput } from '../../kernel/index.js';
import { networksFrom } from './addresses.policy.js';
import type { KeyMode } from './key-text.js';

/** The asked scopes as they are kept; refuses what the actor's organisation cannot give. */
export function checkedScopes(actor: Actor, asked: readonly string[]): Scope[] {
  const scopes = scopesFrom(actor.organisationKind, asked);
  if (scopes) return scopes;
  const possible = SCOPE_NAMES.filter((scope) => scopesFrom(actor.organisationKind, [scope]));
  throw new InvalidInput({ path: 'scopes', details: { reason: `one or more of ${possible.join(', ')}` } });
}

/** The asked networks as they are kept; refuses the first entry that is none. */
export function checkedNetworks(asked: readonly string[]): string[] {
  const read = networksFrom(asked);
  if ('networks' in read) return read.networks;
  const reason =
    'must be an IP address or a network such as 203.0.113.0/24 or 2001:db8::/32; leave the list empty for all';
  throw new InvalidInput({ path: `addresses[${read.wrong}]`, details: { reason } });
}

/** Keys and secrets of a sandbox's organisation say so by their first letters. */
export function modeOf({ sandboxId }: Pick<Actor, 'sandboxId'>): KeyMode {
  return sandboxId === null ? 'live' : 'test';
}
