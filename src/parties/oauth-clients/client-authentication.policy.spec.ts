import fc from 'fast-check';
import {
  ASSERTION_TYPE,
  type ClientProof,
  fitsMethod,
  narrowedScopes,
  proofIn,
} from './client-authentication.policy.js';

const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;

describe('what a request shows of its client', () => {
  it('is a secret in the header, of any characters', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        (clientId, secret) => {
          expect(proofIn(basic(clientId, secret), {})).toEqual({ method: 'client_secret_basic', clientId, secret });
        },
      ),
    );
  });

  it('is a secret in the form', () => {
    const form = { client_id: 'c', client_secret: 's' };
    expect(proofIn(undefined, form)).toEqual({ method: 'client_secret_post', clientId: 'c', secret: 's' });
  });

  it('is an assertion, which may name its client itself', () => {
    const form = { client_assertion_type: ASSERTION_TYPE, client_assertion: 'a.b.c' };
    expect(proofIn(undefined, form)).toEqual({ method: 'private_key_jwt', clientId: undefined, assertion: 'a.b.c' });
    expect(proofIn(undefined, { ...form, client_id: 'c' })).toMatchObject({ clientId: 'c' });
  });

  it.each<[string, string | undefined, Record<string, unknown>, string]>([
    ['nothing', undefined, {}, 'invalid_client'],
    ['an id alone', undefined, { client_id: 'c' }, 'invalid_client'],
    ['another scheme', 'Bearer x', {}, 'invalid_client'],
    ['a header without a colon', `Basic ${Buffer.from('c').toString('base64')}`, {}, 'invalid_client'],
    ['a header with a broken escape', `Basic ${Buffer.from('%zz:s').toString('base64')}`, {}, 'invalid_client'],
    ['header and form', basic('c', 's'), { client_secret: 's' }, 'invalid_request'],
    ['two different ids', basic('c', 's'), { client_id: 'd' }, 'invalid_request'],
    [
      'secret and assertion',
      undefined,
      { client_id: 'c', client_secret: 's', client_assertion: 'a' },
      'invalid_request',
    ],
    ['a secret twice', undefined, { client_id: 'c', client_secret: ['s', 's'] }, 'invalid_request'],
    [
      'an assertion of another type',
      undefined,
      { client_assertion_type: 'saml', client_assertion: 'a' },
      'invalid_request',
    ],
    ['a type without an assertion', undefined, { client_assertion_type: ASSERTION_TYPE }, 'invalid_request'],
    [
      'an endless assertion',
      undefined,
      { client_assertion_type: ASSERTION_TYPE, client_assertion: 'a'.repeat(8_001) },
      'invalid_request',
    ],
  ])('is not %s', (_, authorization, form, code) => {
    expect(proofIn(authorization, form)).toMatchObject({ code, wrong: expect.any(String) });
  });

  it('does not look into a form’s prototype', () => {
    const form = Object.create({ client_id: 'c', client_secret: 's' });
    expect(proofIn(undefined, form)).toMatchObject({ code: 'invalid_client' });
  });

  it('fits the one method the client was registered for', () => {
    const proof = { method: 'client_secret_post', clientId: 'c', secret: 's' } as ClientProof;
    expect(fitsMethod('client_secret_post', proof)).toBe(true);
    expect(fitsMethod('client_secret_basic', proof)).toBe(false);
    expect(fitsMethod('private_key_jwt', proof)).toBe(false);
  });
});

describe('narrowed scopes', () => {
  const all = ['self:read', 'cases:read', 'hall:read'];

  it('are never more than the client has, nor other than it asks for', () => {
    fc.assert(
      fc.property(fc.subarray(all), fc.array(fc.constantFrom(...all, 'cases:write')), (has, asked) => {
        const narrowed = narrowedScopes(has, asked.join(' '));
        if (!asked.every((scope) => has.includes(scope))) return expect(narrowed).toBeUndefined();
        for (const scope of narrowed ?? []) expect(has).toContain(scope);
        const beyond = narrowed?.filter((scope) => scope !== 'self:read' && !asked.includes(scope));
        expect(asked.length === 0 ? narrowed : beyond).toEqual(asked.length === 0 ? has : []);
      }),
    );
  });

  it('are all of them when none is asked for', () => {
    expect(narrowedScopes(all, undefined)).toEqual(all);
    expect(narrowedScopes(all, '  ')).toEqual(all);
  });
});
