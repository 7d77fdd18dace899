import type { Locale } from '../kernel/index.js';

export const ORGANISATION_KINDS = ['creditor', 'agency', 'law_firm', 'platform'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ROLES = ['owner', 'operator', 'finance', 'viewer', 'reviewer', 'risk'] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking: a logged-in member or a machine with an API key. Always of exactly one organisation. */
export interface Actor {
  kind: 'member' | 'api_key';
  organisationId: string;
  organisationKind: OrganisationKind;
  /** The member, or for an API key null: a key acts for its organisation. */
  memberId: string | null;
  apiKeyId: string | null;
  /** Empty for an API key; what it may do is in `scopes`. */
  roles: readonly Role[];
  /** Empty for a member; what they may do is in `roles`. */
  scopes: readonly string[];
  sessionId: string | null;
  /** The sandbox the organisation belongs to; null for a live one. A sandbox and the live platform never see each other. */
  sandboxId: string | null;
  locale?: Locale;
}
