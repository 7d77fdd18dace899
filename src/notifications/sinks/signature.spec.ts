import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { keyOf, newSecret, signatureHeader } from './signature.js';

describe('a signature', () => {
  /** One second for everything that is compared, near enough to the present for the library's tolerance. */
  const second = Math.floor(Date.now() / 1_000);
  const now = () => second;
  const headersOf = (secrets: string[], id: string, body: string) => ({
    'webhook-id': id,
    'webhook-timestamp': String(now()),
    'webhook-signature': signatureHeader(secrets, id, now(), body),
  });

  it('is what the reference library makes, and what it believes, for any body and any number of secrets', () => {
    const secret = fc
      .uint8Array({ minLength: 24, maxLength: 64 })
      .map((bytes) => `whsec_${Buffer.from(bytes).toString('base64')}`);
    const secrets = fc.array(secret, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(secrets, fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), (live, data) => {
        const body = JSON.stringify({ type: 'case.listed', data });
        const headers = headersOf(live, 'evt_1', body);
        for (const one of live) expect(new Webhook(one).verify(body, headers)).toEqual(JSON.parse(body));
        const own = new Webhook(live[0]!).sign('evt_1', new Date(now() * 1_000), body);
        expect(signatureHeader([live[0]!], 'evt_1', now(), body)).toBe(own);
      }),
    );
  });

  it('does not hold for another id, body or secret', () => {
    const secret = newSecret();
    const headers = headersOf([secret], 'evt_1', '{}');
    expect(() => new Webhook(secret).verify('{ }', headers)).toThrow();
    expect(() => new Webhook(secret).verify('{}', { ...headers, 'webhook-id': 'evt_2' })).toThrow();
    expect(() => new Webhook(newSecret()).verify('{}', headers)).toThrow();
  });

  it('takes secrets of 24 to 64 bytes in plain base64', () => {
    const of = (bytes: number) => `whsec_${Buffer.alloc(bytes, 200).toString('base64')}`;
    expect([24, 32, 64].map((bytes) => keyOf(of(bytes))?.length)).toEqual([24, 32, 64]);
    expect(keyOf(newSecret())?.length).toBe(32);
    for (const bad of [of(23), of(65), '', 'whsec_', 'whsec_no base64!', `${of(32)} `, of(32).replace(/=+$/, '')]) {
      expect(keyOf(bad)).toBeUndefined();
    }
  });
});
