import type { OrganisationKind } from './actor.js';

const ANY: readonly OrganisationKind[] = ['creditor', 'agency', 'law_firm', 'platform'];
const CREDITOR: readonly OrganisationKind[] = ['creditor'];
const PROVIDER: readonly OrganisationKind[] = ['agency', 'law_firm'];
const CUSTOMER: readonly OrganisationKind[] = ['creditor', 'agency', 'law_firm'];

/** The scopes of machines, and whose machines can have each. No machine may call a handler without a scope. */
export const SCOPES = {
  'self:read': { kinds: ANY, description: 'Read the organisation of the key or client. Every one has it.' },
  'cases:read': { kinds: ANY, description: 'Read cases and their history.' },
  'cases:write': { kinds: CREDITOR, description: 'Post, change and withdraw cases, one by one or in batches.' },
  'debtors:read': {
    kinds: ANY,
    description: 'Read a debtor’s name, identity number, notes, evidence and disclosures.',
  },
  'debtors:contact': { kinds: CUSTOMER, description: 'Read the phone number and address of a debtor.' },
  'connectors:read': { kinds: CREDITOR, description: 'Read ERP connections, their runs and the outcome of documents.' },
  'connectors:write': { kinds: CREDITOR, description: 'Connect ERPs, start and stop them, send UBL documents.' },
  'hall:read': { kinds: ANY, description: 'Read the hall of listed cases.' },
  'grabs:read': { kinds: ANY, description: 'Read grabs.' },
  'grabs:write': { kinds: PROVIDER, description: 'Grab and return cases.' },
  'repayments:read': { kinds: ANY, description: 'Read repayments.' },
  'repayments:write': { kinds: CUSTOMER, description: 'Report, confirm and reject repayments.' },
  'statements:read': { kinds: ANY, description: 'Read balances, entries and statements.' },
  'standing:read': { kinds: ANY, description: 'Read grade, collection rate and quota.' },
  'collection:read': { kinds: ANY, description: 'Read the collection record of cases.' },
  'collection:write': { kinds: PROVIDER, description: 'Record activities, promises and plans.' },
  'verification:read': { kinds: ANY, description: 'Read the organisation’s verification.' },
  'verification:write': { kinds: CUSTOMER, description: 'Write and submit the organisation’s verification.' },
  'files:read': { kinds: ANY, description: 'Download files.' },
  'files:write': { kinds: ANY, description: 'Upload files.' },
  'webhooks:read': { kinds: ANY, description: 'Read webhook endpoints and deliveries.' },
  'webhooks:write': { kinds: ANY, description: 'Manage webhook endpoints.' },
  'sandbox:read': { kinds: CUSTOMER, description: 'Read sandboxes; a test key reads its own only.' },
  'sandbox:write': { kinds: CUSTOMER, description: 'Advance clocks of sandboxes; a test key its own only.' },
} as const satisfies Record<string, { kinds: readonly OrganisationKind[]; description: string }>;

export type Scope = keyof typeof SCOPES;
export const SCOPE_NAMES = Object.keys(SCOPES) as Scope[];

/** The requested scopes and `self:read`, each once; `undefined` when none is requested, or one this organisation cannot give. */
export function scopesFrom(kind: OrganisationKind, asked: readonly string[]): Scope[] | undefined {
  const allowed = SCOPE_NAMES.filter((scope) => (SCOPES[scope].kinds as readonly string[]).includes(kind));
  if (asked.length === 0 || !asked.every((scope) => allowed.includes(scope as Scope))) return undefined;
  return allowed.filter((scope) => scope === 'self:read' || asked.includes(scope));
}
