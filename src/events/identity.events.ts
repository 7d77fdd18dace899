import { z } from 'zod';
import { defineEvent } from './define-event.js';

/** An organisation and its first owner exist. */
export const OrganisationRegistered = defineEvent(
  'organisation.registered.v1',
  z.object({
    organisationId: z.uuid(),
    kind: z.enum(['creditor', 'agency', 'law_firm', 'platform']),
    ownerId: z.uuid(),
  }),
);

/** An invited member accepted and can log in. */
export const MemberJoined = defineEvent(
  'member.joined.v1',
  z.object({ organisationId: z.uuid(), memberId: z.uuid(), roles: z.array(z.string()) }),
);

export const MemberRolesChanged = defineEvent(
  'member.roles-changed.v1',
  z.object({ organisationId: z.uuid(), memberId: z.uuid(), roles: z.array(z.string()) }),
);

/** A member can no longer log in; all their sessions are over. */
export const MemberDeactivated = defineEvent(
  'member.deactivated.v1',
  z.object({ organisationId: z.uuid(), memberId: z.uuid() }),
);

/** A refresh token came a second time: it was stolen, or a client lost its memory. The session is over. */
export const RefreshTokenReused = defineEvent(
  'session.refresh-token-reused.v1',
  z.object({ organisationId: z.uuid(), memberId: z.uuid(), sessionId: z.uuid() }),
);

export const ApiKeyCreated = defineEvent(
  'api-key.created.v1',
  z.object({ organisationId: z.uuid(), apiKeyId: z.uuid(), scopes: z.array(z.string()) }),
);

export const ApiKeyRevoked = defineEvent(
  'api-key.revoked.v1',
  z.object({ organisationId: z.uuid(), apiKeyId: z.uuid() }),
);

/** A key has a successor and ends after the overlap. */
export const ApiKeyRotated = defineEvent(
  'api-key.rotated.v1',
  z.object({ organisationId: z.uuid(), apiKeyId: z.uuid(), successorId: z.uuid() }),
);

export const OAuthClientCreated = defineEvent(
  'oauth-client.created.v1',
  z.object({ organisationId: z.uuid(), oauthClientId: z.uuid(), scopes: z.array(z.string()) }),
);

/** A client has a new secret or key, or lost a key. */
export const OAuthClientCredentialsChanged = defineEvent(
  'oauth-client.credentials-changed.v1',
  z.object({
    organisationId: z.uuid(),
    oauthClientId: z.uuid(),
    change: z.enum(['secret_rotated', 'key_added', 'key_removed']),
  }),
);

export const OAuthClientRevoked = defineEvent(
  'oauth-client.revoked.v1',
  z.object({ organisationId: z.uuid(), oauthClientId: z.uuid() }),
);
