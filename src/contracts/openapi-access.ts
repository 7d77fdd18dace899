import { SCOPES } from '../kernel/access/index.js';

/** Where machines get a token, and its scopes, as a security scheme of a REST description. */
export function oauth2Scheme() {
  return {
    type: 'oauth2' as const,
    description: 'For machines: a token valid for ten minutes, in exchange for a secret or a signed assertion.',
    flows: {
      clientCredentials: {
        tokenUrl: '/oauth/token',
        scopes: Object.fromEntries(Object.entries(SCOPES).map(([scope, { description }]) => [scope, description])),
      },
    },
  };
}
