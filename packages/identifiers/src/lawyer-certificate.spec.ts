import fc from 'fast-check';
import { checkLawyerCertificate } from './lawyer-certificate.js';
import { sampleLawyerCertificate } from './samples.js';

const TODAY = '2026-03-01';

describe('lawyer certificate', () => {
  it('reads its parts', () => {
    expect(checkLawyerCertificate(' 14403201210123456 ', TODAY)).toEqual({
      ok: true,
      value: {
        number: '14403201210123456',
        regionCode: '440300',
        regionKnown: true,
        firstYear: 2012,
        category: 1,
        mayTakeCases: true,
        sex: 'male',
        serial: '123456',
      },
    });
  });

  it.each([
    ['M10', '14403201210123456', 'male'],
    ['M11', '14403201211123456', 'female'],
  ])('%s reads the sex from the eleventh digit', (_, number, sex) => {
    expect(checkLawyerCertificate(number, TODAY)).toMatchObject({ ok: true, value: { sex, serial: '123456' } });
  });

  it('lets only full-time and part-time lawyers take cases', () => {
    const may = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((category) => {
      const read = checkLawyerCertificate(`144032012${category}1123456`, TODAY);
      return read.ok && read.value.mayTakeCases;
    });
    expect(may).toEqual([true, true, false, false, false, false, false, false, false]);
  });

  it('warns of an unknown province instead of refusing it', () => {
    expect(checkLawyerCertificate('19901201210123456', TODAY)).toMatchObject({
      ok: true,
      value: { regionKnown: false },
    });
  });

  it.each([
    ['1440320121012345', 'LENGTH'],
    ['1440320121012345X', 'DIGITS'],
    ['24403201210123456', 'KIND'],
    ['14403197810123456', 'YEAR'],
    ['14403202710123456', 'YEAR'],
    ['14403201200123456', 'CATEGORY'],
    ['14403201212123456', 'SEX'],
  ])('refuses %s for its %s', (text, reason) => {
    expect(checkLawyerCertificate(text, TODAY)).toEqual({ ok: false, reason });
  });

  it('accepts every sample as one who may take cases', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        const read = checkLawyerCertificate(sampleLawyerCertificate(n), TODAY);
        expect(read).toMatchObject({ ok: true, value: { mayTakeCases: true, regionKnown: true } });
      }),
    );
  });
});
