import fc from 'fast-check';
import { checkMobilePhone } from './mobile-phone.js';
import { sampleMobile } from './samples.js';

describe('mobile phone', () => {
  it.each(['13800138000', '+86 138-0013-8000', '0086 13800138000', '(+86)13800138000', '１３８００１３８０００'])(
    'reads %s as E.164',
    (text) => {
      expect(checkMobilePhone(text)).toEqual({ ok: true, value: '+8613800138000' });
    },
  );

  it('reads mobile numbers of other places by their country code', () => {
    expect(checkMobilePhone('+852 9123 4567')).toEqual({ ok: true, value: '+85291234567' });
  });

  it.each([
    ['', 'UNREADABLE'],
    ['n/a', 'UNREADABLE'],
    ['call 13800138000', 'UNREADABLE'],
    ['1'.repeat(41), 'UNREADABLE'],
    ['1380013800', 'NOT_ASSIGNABLE'],
    ['12000000000', 'NOT_ASSIGNABLE'],
    ['010-88888888', 'NOT_MOBILE'],
    ['400-610-1360', 'NOT_MOBILE'],
    ['13800138000 ext. 5', 'NOT_MOBILE'],
  ])('refuses "%s" as %s', (text, reason) => {
    expect(checkMobilePhone(text)).toEqual({ ok: false, reason });
  });

  it('gives one spelling: reading it again changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        const e164 = sampleMobile(n);
        expect(checkMobilePhone(e164)).toEqual({ ok: true, value: e164 });
        expect(checkMobilePhone(e164.slice(3))).toEqual({ ok: true, value: e164 });
      }),
    );
  });
});
