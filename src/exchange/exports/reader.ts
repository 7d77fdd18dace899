import { type Actor, isMachine, type Scope } from '../../kernel/access/index.js';
import type { Locale } from '../../kernel/index.js';

/** The reader of a table: its language, and the columns shown to it (machines need a scope for some). */
export interface Reader {
  readonly locale: Locale;
  shows(scope: Scope | undefined): boolean;
}

export function readerOf(actor: Actor, locale: Locale): Reader {
  const shows = (scope: Scope | undefined) => scope === undefined || !isMachine(actor) || actor.scopes.includes(scope);
  return { locale, shows };
}
