import type { Locale } from '../index.js';

export const ORGANISATION_KINDS = ['creditor', 'agency', 'law_firm', 'platform'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ROLES = ['owner', 'operator', 'finance', 'viewer', 'reviewer', 'risk'] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking: a logged-in member, or a machine with an API key or an OAuth client's token. Always of exactly one organisation. */
export interface Actor {
  kind: 'member' | 'api_key' | 'oauth_client';
  organisationId: string;
  organisationKind: OrganisationKind;
  /** The member, or for a machine null: it acts for its organisation. */
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
