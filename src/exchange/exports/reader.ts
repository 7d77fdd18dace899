import { type Actor, isMachine, type Scope } from '../../kernel/access/index.js';
import type { Locale } from '../../kernel/index.js';

/** Who reads a table: in which language, and whether columns that machines need a scope for are shown. */
export interface Reader {
  readonly locale: Locale;
  shows(scope: Scope | undefined): boolean;
}

export function readerOf(actor: Actor, locale: Locale): Reader {
  const shows = (scope: Scope | undefined) => scope === undefined || !isMachine(actor) || actor.scopes.includes(scope);
  return { locale, shows };
}
