import fc from 'fast-check';
import { checkCorporateAccount, checkPersonalCard } from './bank-account.js';
import { checkCreditCode, registrationDepartmentOf } from './credit-code.js';
import { checkMobilePhone } from './mobile-phone.js';
import { checkResidentId } from './resident-id.js';
import {
  sampleBankAccount,
  sampleCreditCode,
  sampleLawyerCertificate,
  sampleMobile,
  sampleResidentId,
} from './samples.js';

const number = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const MAKERS = { sampleCreditCode, sampleResidentId, sampleMobile, sampleLawyerCertificate, sampleBankAccount };

describe('samples', () => {
  it('are valid, whatever the number', () => {
    fc.assert(
      fc.property(number, (n) => {
        expect(checkCreditCode(sampleCreditCode(n)).ok).toBe(true);
        expect(checkResidentId(sampleResidentId(n), '2020-01-01').ok).toBe(true);
        expect(checkMobilePhone(sampleMobile(n)).ok).toBe(true);
        expect(checkPersonalCard(sampleBankAccount(n)).ok).toBe(true);
        expect(checkCorporateAccount(sampleBankAccount(n)).ok).toBe(true);
        const firm = sampleCreditCode(n, 'law_firm');
        expect(checkCreditCode(firm).ok && registrationDepartmentOf(firm)).toBe('law_firm');
      }),
      { numRuns: 300 },
    );
  });

  it.each(Object.entries(MAKERS))('%s gives the same for the same number and another for another', (_, make) => {
    const first = Array.from({ length: 20_000 }, (_, n) => make(n));
    expect(new Set(first).size).toBe(first.length);
    expect(make(1_234)).toBe(first[1_234]);
    expect(() => make(-1)).toThrow(RangeError);
  });
});
