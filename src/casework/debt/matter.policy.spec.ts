import { CONTINGENCY_FORBIDDEN, contingencyForbidden, FORBIDDEN_MATTERS, isDebt } from './matter.policy.js';
import { MATTER } from './matter.words.js';

describe('what a case is about', () => {
  it('knows the twelve matters of item 4, each a word of the vocabulary', () => {
    expect(FORBIDDEN_MATTERS).toHaveLength(12);
    for (const matter of FORBIDDEN_MATTERS) {
      expect(MATTER.codes).toContain(matter);
      expect(contingencyForbidden(matter)).toBe(true);
      expect(CONTINGENCY_FORBIDDEN[matter].zh).not.toBe('');
    }
  });

  it('forbids a contingency fee in no other, nor where nothing was stated', () => {
    const free = MATTER.codes.filter((code) => !contingencyForbidden(code));
    expect(free).toEqual([
      ...['sale', 'services', 'construction', 'lease', 'carriage', 'property_management', 'loan', 'credit_card'],
      ...['recourse', 'damages', 'other'],
    ]);
    expect(contingencyForbidden(null)).toBe(false);
    expect(contingencyForbidden('toString')).toBe(false);
  });

  it('is no debt at all in criminal, administrative and state compensation proceedings', () => {
    expect(MATTER.codes.filter((code) => !isDebt(code))).toEqual(['criminal', 'administrative', 'state_compensation']);
    expect(isDebt(null)).toBe(true);
  });

  it.each([
    ['买卖合同纠纷', 'sale'],
    ['货款', 'sale'],
    ['劳务合同纠纷', 'services'],
    ['装饰装修合同', 'construction'],
    ['房屋租赁合同纠纷', 'lease'],
    ['公路货物运输合同', 'carriage'],
    ['物业服务合同纠纷', 'property_management'],
    ['民间借贷纠纷', 'loan'],
    ['金融借款合同', 'loan'],
    ['信用卡纠纷', 'credit_card'],
    ['追偿权纠纷', 'recourse'],
    ['保证合同纠纷', 'recourse'],
    ['侵权责任', 'damages'],
    ['离婚后财产纠纷', 'marriage_and_inheritance'],
    ['法定继承', 'marriage_and_inheritance'],
    ['养老保险待遇', 'social_insurance'],
    ['低保', 'minimum_living_benefit'],
    ['抚养费纠纷', 'maintenance'],
    ['抚恤金', 'pension'],
    ['救济金', 'relief'],
    ['工伤保险待遇纠纷', 'work_injury'],
    ['追索劳动报酬纠纷', 'labour_pay'],
    ['拖欠工资', 'labour_pay'],
    ['unpaid wages', 'labour_pay'],
    ['刑事附带民事', 'criminal'],
    ['行政诉讼', 'administrative'],
    ['行政赔偿', 'state_compensation'],
    ['集体诉讼', 'group_suit'],
    ['class action', 'group_suit'],
    ['sale of goods', 'sale'],
    ['其它', 'other'],
  ])('reads %s as %s', (text, code) => {
    expect(MATTER.read(text)).toBe(code);
  });

  it.each(['maintenance contract', '事由', '合同', 'xyz'])('does not guess what %s is', (text) => {
    expect(MATTER.read(text)).toBeUndefined();
  });
});
