import { checkCreditCode, checkLawyerCertificate, registrationDepartmentOf } from '../../kernel/index.js';
import { MAGIC_IDENTITIES, magicOf, REJECTING } from './magic-identities.policy.js';

const nobody = { creditCode: null, legalRepresentative: null, lawyers: [] };
const named = (name: string) => ({ name, residentId: '' });

it('have identifiers that are valid, fit their kind and are used once', () => {
  const codes = MAGIC_IDENTITIES.flatMap((one) => [one.enterpriseCreditCode, one.lawFirmCreditCode]);
  for (const code of codes) expect(checkCreditCode(code)).toMatchObject({ ok: true });
  for (const { enterpriseCreditCode, lawFirmCreditCode } of MAGIC_IDENTITIES) {
    expect(registrationDepartmentOf(enterpriseCreditCode)).toBe('enterprise');
    expect(registrationDepartmentOf(lawFirmCreditCode)).toBe('law_firm');
  }
  const all = [...codes, ...MAGIC_IDENTITIES.map((one) => one.legalRepresentative)];
  expect(new Set(all).size).toBe(all.length);
  const certificates = MAGIC_IDENTITIES.flatMap((one) => one.lawyerCertificate ?? []);
  expect(certificates).toHaveLength(1);
  for (const number of certificates) {
    expect(checkLawyerCertificate(number, '2026-11-21')).toMatchObject({ ok: true, value: { mayTakeCases: true } });
  }
});

it('call for every reason a rejection can state', () => {
  const rejections = MAGIC_IDENTITIES.filter(({ verdict }) => verdict === 'rejected');
  expect(rejections.flatMap(({ reasonCodes }) => reasonCodes).sort()).toEqual([...REJECTING].sort());
  for (const { verdict, reasonCodes } of MAGIC_IDENTITIES) expect(reasonCodes.length > 0).toBe(verdict !== 'approved');
});

it('are told by name, else by credit code, else by a certificate; everybody else is approved', () => {
  for (const one of MAGIC_IDENTITIES) {
    expect(magicOf({ ...nobody, legalRepresentative: named(one.legalRepresentative) })).toBe(one);
    expect(magicOf({ ...nobody, creditCode: one.enterpriseCreditCode, legalRepresentative: named('王') })).toBe(one);
    expect(magicOf({ ...nobody, creditCode: one.lawFirmCreditCode })).toBe(one);
    if (one.lawyerCertificate) {
      expect(magicOf({ ...nobody, lawyers: [{ name: '李', certificateNumber: one.lawyerCertificate }] })).toBe(one);
    }
  }
  expect(magicOf(nobody)).toMatchObject({ code: 'APPROVED', verdict: 'approved' });
});
