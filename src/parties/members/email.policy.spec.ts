import fc from 'fast-check';
import { canonicalEmail } from './email.policy.js';

describe('canonicalEmail', () => {
  it('trims and lowers', () => {
    expect(canonicalEmail('  Lin.Mei@Harbour-Recovery.CN ')).toBe('lin.mei@harbour-recovery.cn');
  });

  it.each([
    '',
    'lin',
    'lin@',
    '@x.cn',
    'lin@x',
    'lin mei@x.cn',
    'lin@x..cn',
    'ｌｉｎ@x.cn',
    'lin@-x.cn',
    `${'a'.repeat(65)}@x.cn`,
  ])('refuses %j', (text) => {
    expect(canonicalEmail(text)).toBeUndefined();
  });

  it('is its own canonical form, in one case only', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const canonical = canonicalEmail(address);
        if (canonical === undefined) return;
        expect(canonicalEmail(canonical)).toBe(canonical);
        expect(canonicalEmail(address.toUpperCase())).toBe(canonical);
      }),
    );
  });
});
