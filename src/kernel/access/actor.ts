import type { Locale } from '../index.js';

export const ORGANISATION_KINDS = ['creditor', 'agency', 'law_firm', 'platform'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ROLES = ['owner', 'operator', 'finance', 'viewer', 'reviewer', 'risk'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who is asking: a logged-in member, a machine with an API key or an OAuth client's token, or a creditor's own books that are
 * followed without a request of their own. Always of exactly one organisation.
 */
export interface Actor {
  kind: 'member' | 'api_key' | 'oauth_client' | 'books';
  organisationId: string;
  organisationKind: OrganisationKind;
  /** The member; null for a machine, which acts for its organisation. With books: the member who handed them in, if any. */
  memberId: string | null;
  apiKeyId: string | null;
  /** The OAuth client whose token it is; of no other kind of actor. */
  oauthClientId?: string | null;
  /** Empty for a machine; what it may do is in `scopes`. */
  roles: readonly Role[];
  /** Empty for a member; what they may do is in `roles`. */
  scopes: readonly string[];
  sessionId: string | null;
  /** The sandbox the organisation belongs to; null for a live one. A sandbox and the live platform never see each other. */
  sandboxId: string | null;
  locale?: Locale;
}

/** The actor of a member; without a session for an act that no login stands behind, such as a founding. */
export function memberActor(
  member: Pick<Actor, 'organisationId' | 'organisationKind' | 'memberId' | 'roles' | 'sandboxId'> & {
    sessionId?: string | null;
  },
): Actor {
  const { organisationId, organisationKind, memberId, roles, sandboxId, sessionId = null } = member;
  const actor: Actor = {
    kind: 'member',
    organisationId,
    organisationKind,
    memberId,
    apiKeyId: null,
    oauthClientId: null,
    roles,
    scopes: [],
    sessionId,
    sandboxId,
  };
  return Object.freeze(actor);
}

/** The actor of a machine: an API key or an OAuth client, of which exactly one is named. */
export function machineActor(
  machine: Pick<Actor, 'organisationId' | 'organisationKind' | 'scopes' | 'sandboxId'> & {
    apiKeyId?: string;
    oauthClientId?: string;
  },
): Actor {
  const { organisationId, organisationKind, scopes, sandboxId, apiKeyId = null, oauthClientId = null } = machine;
  const actor: Actor = {
    kind: apiKeyId === null ? 'oauth_client' : 'api_key',
    organisationId,
    organisationKind,
    memberId: null,
    apiKeyId,
    oauthClientId,
    roles: [],
    scopes,
    sessionId: null,
    sandboxId,
  };
  return Object.freeze(actor);
}

/** A creditor whose books are followed. They hold no role, scope or key: they say what was paid and open no door. */
export function booksActor(creditor: Pick<Actor, 'organisationId' | 'memberId' | 'sandboxId'>): Actor {
  const { organisationId, memberId, sandboxId } = creditor;
  return {
    ...{ kind: 'books', organisationId, organisationKind: 'creditor', memberId, sandboxId },
    ...{ apiKeyId: null, oauthClientId: null, roles: [], scopes: [], sessionId: null },
  };
}
