import type { GraphQLSchema } from 'graphql';
import { type Document, operationsOf } from './document.js';
import { referencesIn } from './view-schemas.js';

/** Who may call an operation; every caller when `public`. */
export interface AccessWords {
  readonly kinds?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly scope?: string | undefined;
}

/** Adds to every operation who may call it, after its own description, and which credentials it takes. */
export function describeAccess(document: Document, accessOf: (operationId: string) => AccessWords | 'public'): void {
  for (const { operation } of operationsOf(document)) {
    const access = accessOf(operation.operationId);
    operation.description = [operation.description, wordsOf(access)].filter(Boolean).join('\n\n');
    operation.security = securityOf(access);
  }
}

/** A machine may send a key or a token; either needs the same scope. */
function securityOf(access: AccessWords | 'public'): Record<string, string[]>[] {
  if (access === 'public') return [];
  return access.scope ? [{ bearer: [] }, { oauth2: [access.scope] }] : [{ bearer: [] }];
}

function wordsOf(access: AccessWords | 'public'): string {
  if (access === 'public') return 'For every caller; no login is needed.';
  const { kinds, roles, scope } = access;
  const organisations = kinds?.length ? `organisations of the kind ${listed(kinds)}` : 'every organisation';
  const members = roles?.length ? `members with the role ${listed(roles)}` : 'every member';
  const machines = scope ? `machines with the scope \`${scope}\`` : 'no machine';
  return `For ${organisations}: ${members}, and ${machines}.`;
}

function listed(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(' or ');
}

/** A body is described as on the GraphQL face, if it is an input there; otherwise by the operation that takes it. */
export function describeInputs(document: Document, graphql: GraphQLSchema): void {
  for (const { operation } of operationsOf(document)) {
    for (const name of referencesIn(operation.requestBody)) {
      const component = document.components.schemas[name];
      if (component)
        component.description ??= `What \`${operation.operationId}\` takes. ${operation.summary ?? ''}`.trim();
    }
  }
  for (const [name, component] of Object.entries(document.components.schemas)) {
    const words = graphql.getType(name)?.description;
    if (words) component.description = words;
  }
}

/** The tags that operations use, in the order of the words and each with its description; the contract's test names one without. */
export function describeTags(document: Document, words: Readonly<Record<string, string>>): void {
  const used = new Set(operationsOf(document).flatMap(({ operation }) => operation.tags ?? []));
  if (document.webhooks) used.add('webhooks');
  const ordered = [...Object.keys(words).filter((name) => used.delete(name)), ...used];
  document.tags = ordered.map((name) => ({ name, description: words[name] ?? '' }));
}
