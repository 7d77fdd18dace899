import type { OpenAPIObject } from '@nestjs/swagger';
import type { DeclaredAccess } from './access.js';
import { SCOPES } from './scopes.js';

const SCHEMES = {
  oauth2: {
    type: 'oauth2',
    description: 'For machines: a token of ten minutes in exchange for a secret or a signed assertion.',
    flows: {
      clientCredentials: {
        tokenUrl: '/oauth/token',
        scopes: Object.fromEntries(Object.entries(SCOPES).map(([scope, { description }]) => [scope, description])),
      },
    },
  },
} as const;

/** Adds to a REST description which scope a machine needs for each operation, and where it gets a token. */
export function describeScopes(
  document: OpenAPIObject,
  accessOf: (operationId: string) => DeclaredAccess,
): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const verb of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = path[verb];
      const access = operation && accessOf(operation.operationId ?? '');
      if (!access || access === 'public') continue;
      const { scope } = access;
      operation.security = scope ? [{ bearer: [] }, { oauth2: [scope] }] : [{ bearer: [] }];
      const words = scope ? `Machines need the scope ${scope}.` : 'Closed to machines.';
      operation.description = [operation.description, words].filter(Boolean).join(' ');
    }
  }
  const securitySchemes = { ...document.components?.securitySchemes, ...SCHEMES };
  // The library's types know no read-only lists.
  return { ...document, components: { ...document.components, securitySchemes } as OpenAPIObject['components'] & {} };
}
