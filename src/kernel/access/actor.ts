import type { Locale } from '../index.js';

export const ORGANISATION_KINDS = ['creditor', 'agency', 'law_firm', 'platform'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ROLES = ['owner', 'operator', 'finance', 'viewer', 'reviewer', 'risk'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The caller: a logged-in member, a machine with an API key or an OAuth client's token, or a creditor's books, which are
 * followed without a request. It belongs to exactly one organisation.
 */
export interface Actor {
  kind: 'member' | 'api_key' | 'oauth_client' | 'books';
  organisationId: string;
  organisationKind: OrganisationKind;
  /** The member; null for a machine, which acts for its organisation. For books: the member who uploaded them, if any. */
  memberId: string | null;
  apiKeyId: string | null;
  /** Set for an OAuth client only. */
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

/** The actor of a member; without a session when there was no login, as when a sandbox is founded. */
export function memberActor(
  member: Pick<Actor, 'organisationId' | 'organisationKind' | 'memberId' | 'roles' | 'sandboxId'> & {
    sessionId?: string | null;
  },
): Actor {
  const { organisationId, organisationKind, memberId, roles, sandboxId, sessionId = null } = member;
  return Object.freeze<Actor>({
    ...{ kind: 'member', organisationId, organisationKind, memberId, roles, sessionId, sandboxId },
    ...{ apiKeyId: null, oauthClientId: null, scopes: [] },
  });
}

/** The actor of a machine: an API key or an OAuth client, of which exactly one is named. */
export function machineActor(
  machine: Pick<Actor, 'organisationId' | 'organisationKind' | 'scopes' | 'sandboxId'> & {
    apiKeyId?: string;
    oauthClientId?: string;
  },
): Actor {
  const { organisationId, organisationKind, scopes, sandboxId, apiKeyId = null, oauthClientId = null } = machine;
  return Object.freeze<Actor>({
    kind: apiKeyId === null ? 'oauth_client' : 'api_key',
    ...{ organisationId, organisationKind, apiKeyId, oauthClientId, scopes, sandboxId },
    ...{ memberId: null, roles: [], sessionId: null },
  });
}

/** A creditor's books that are followed. They have no role, scope or key: they report what was paid and give no access. */
export function booksActor(creditor: Pick<Actor, 'organisationId' | 'memberId' | 'sandboxId'>): Actor {
  const { organisationId, memberId, sandboxId } = creditor;
  return {
    ...{ kind: 'books', organisationId, organisationKind: 'creditor', memberId, sandboxId },
    ...{ apiKeyId: null, oauthClientId: null, roles: [], scopes: [], sessionId: null },
  };
}
