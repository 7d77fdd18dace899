import type { OrganisationKind, Role } from './actor.js';

const CUSTOMER_ROLES: readonly Role[] = ['owner', 'operator', 'finance', 'viewer'];
const PLATFORM_ROLES: readonly Role[] = ['owner', 'reviewer', 'finance', 'risk'];

/** The roles a member of such an organisation can have. */
export function rolesOf(kind: OrganisationKind): readonly Role[] {
  return kind === 'platform' ? PLATFORM_ROLES : CUSTOMER_ROLES;
}

/** Sorts and de-duplicates roles; `undefined` when there is none or one that the organisation does not have. */
export function rolesFrom(kind: OrganisationKind, asked: readonly string[]): Role[] | undefined {
  const known = rolesOf(kind);
  if (asked.length === 0 || !asked.every((role) => known.includes(role as Role))) return undefined;
  return known.filter((role) => asked.includes(role));
}
