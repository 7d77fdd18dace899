import fc from 'fast-check';
import { type AccessRule, missingScope, permits } from './access.policy.js';
import { type Actor, ORGANISATION_KINDS, ROLES } from './actor.js';
import { rolesFrom, rolesOf } from './roles.policy.js';
import { SCOPE_NAMES, scopesFrom } from './scopes.js';

const member: Actor = {
  kind: 'member',
  organisationId: 'o',
  organisationKind: 'agency',
  memberId: 'm',
  apiKeyId: null,
  roles: ['operator'],
  scopes: [],
  sessionId: 's',
  sandboxId: null,
};
const key: Actor = { ...member, kind: 'api_key', memberId: null, apiKeyId: 'k', roles: [], scopes: ['grabs:write'] };

describe('permits', () => {
  it('lets any member in where nothing is restricted, and no key', () => {
    expect(permits({}, member)).toBe(true);
    expect(permits({}, key)).toBe(false);
  });

  it('asks members for a role and keys for the scope', () => {
    const rule: AccessRule = { roles: ['owner', 'operator'], scope: 'grabs:write' };
    expect(permits(rule, member)).toBe(true);
    expect(permits(rule, { ...member, roles: ['viewer'] })).toBe(false);
    expect(permits(rule, key)).toBe(true);
    expect(permits(rule, { ...key, scopes: ['grabs:read'] })).toBe(false);
  });

  it('treats an OAuth client like a key', () => {
    const rule: AccessRule = { roles: ['owner'], scope: 'grabs:write' };
    const client: Actor = { ...key, kind: 'oauth_client', apiKeyId: null, oauthClientId: 'c' };
    expect(permits(rule, client)).toBe(true);
    expect(permits(rule, { ...client, scopes: ['grabs:read'] })).toBe(false);
    expect(permits({}, client)).toBe(false);
  });

  it('names the scope a machine lacks, where that scope alone would let it in', () => {
    const rule: AccessRule = { kinds: ['agency'], scope: 'grabs:read' };
    expect(missingScope(rule, key)).toBe('grabs:read');
    expect(missingScope({ ...rule, scope: 'grabs:write' }, key)).toBeUndefined();
    expect(missingScope({ ...rule, kinds: ['creditor'] }, key)).toBeUndefined();
    expect(missingScope({ kinds: ['agency'] }, key)).toBeUndefined();
    expect(missingScope(rule, member)).toBeUndefined();
  });

  it('asks both for the kind of their organisation', () => {
    const rule: AccessRule = { kinds: ['creditor'], scope: 'grabs:write' };
    expect(permits(rule, member)).toBe(false);
    expect(permits(rule, key)).toBe(false);
    expect(permits(rule, { ...member, organisationKind: 'creditor' })).toBe(true);
  });

  it('never lets in more when a rule says more', () => {
    const rules = fc.record(
      { kinds: fc.subarray([...ORGANISATION_KINDS]), roles: fc.subarray([...ROLES]) },
      { requiredKeys: [] },
    );
    const actors = fc.record({
      organisationKind: fc.constantFrom(...ORGANISATION_KINDS),
      roles: fc.subarray([...ROLES]),
    });
    fc.assert(
      fc.property(rules, actors, (rule, given) => {
        const actor = { ...member, ...given };
        if (permits(rule, actor)) expect(permits({}, actor)).toBe(true);
        if (rule.kinds && !rule.kinds.includes(actor.organisationKind)) expect(permits(rule, actor)).toBe(false);
        if (rule.roles?.length === 0) expect(permits(rule, actor)).toBe(false);
      }),
    );
  });
});

describe('roles and scopes', () => {
  it('keeps the platform’s roles and the customers’ apart', () => {
    expect(rolesFrom('agency', ['reviewer'])).toBeUndefined();
    expect(rolesFrom('platform', ['operator'])).toBeUndefined();
    expect(rolesFrom('platform', ['risk', 'reviewer', 'risk'])).toEqual(['reviewer', 'risk']);
    expect(rolesFrom('creditor', [])).toBeUndefined();
    for (const role of ROLES) expect(ORGANISATION_KINDS.some((kind) => rolesOf(kind).includes(role))).toBe(true);
  });

  it('gives no key a scope its organisation cannot have', () => {
    expect(scopesFrom('creditor', ['grabs:write'])).toBeUndefined();
    expect(scopesFrom('agency', ['cases:write'])).toBeUndefined();
    expect(scopesFrom('agency', ['everything'])).toBeUndefined();
    expect(scopesFrom('agency', [])).toBeUndefined();
    expect(scopesFrom('agency', ['grabs:write', 'hall:read'])).toEqual(['self:read', 'hall:read', 'grabs:write']);
    for (const scope of SCOPE_NAMES) expect(ORGANISATION_KINDS.some((kind) => scopesFrom(kind, [scope]))).toBe(true);
  });
});
