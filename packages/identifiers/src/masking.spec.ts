import fc from 'fast-check';
import {
  MASK_RULES,
  type MaskRule,
  maskAccount,
  maskEnterpriseName,
  maskIdNumber,
  maskPersonName,
  maskPhone,
} from './masking.js';

const MASKS: [string, (text: string) => string, MaskRule][] = [
  ['person name', maskPersonName, MASK_RULES.personName],
  ['enterprise name', maskEnterpriseName, MASK_RULES.enterpriseName],
  ['id number', maskIdNumber, MASK_RULES.idNumber],
  ['phone', maskPhone, MASK_RULES.phone],
  ['account', maskAccount, MASK_RULES.account],
];

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('张', '三', '公', '司', '𠮷', '1', 'X', ' ', '*', '+', '8', '6'), maxLength: 24 }),
);

describe('masks', () => {
  it.each([
    [maskPersonName, '张三', '张*'],
    [maskPersonName, '欧阳娜娜', '欧***'],
    [maskPersonName, '张', '*'],
    [maskPersonName, '𠮷田', '𠮷*'],
    [maskEnterpriseName, '深圳市大华电子有限公司', '深圳*****有限公司'],
    [maskEnterpriseName, '华为有限公司', '**有限公司'],
    [maskEnterpriseName, '公司', '*司'],
    [maskIdNumber, '34052419800101001X', '**************001X'],
    [maskIdNumber, '91350100M000100Y43', '**************0Y43'],
    [maskPhone, '+8613812341234', '138****1234'],
    [maskPhone, '13812341234', '138****1234'],
    [maskPhone, '+85291234567', '+85*****4567'],
    [maskAccount, '6299990000012345678', '***************5678'],
    [maskAccount, '', ''],
  ])('%p: %s becomes %s', (mask, text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  describe.each(MASKS)('of a %s', (_, mask, rule) => {
    it('reveals no more characters than declared, and never more than two thirds', () => {
      fc.assert(
        fc.property(texts, (text) => {
          const shown = [...mask(text)].filter((char) => char !== '*').length;
          expect(shown).toBeLessThanOrEqual(rule.head + rule.tail);
          expect(shown).toBeLessThanOrEqual(([...text].length * 2) / 3);
        }),
        { numRuns: 500 },
      );
    });

    it('never gives back what it was given', () => {
      fc.assert(
        fc.property(texts, (text) => {
          fc.pre(text.length >= 2);
          expect(mask(text)).not.toBe(text);
        }),
        { numRuns: 500 },
      );
    });
  });
});
