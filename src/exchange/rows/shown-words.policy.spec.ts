import { shownCurrency, shownKey, shownStatus, shownUnknown } from './shown-words.policy.js';

const NAMES = [
  '王小明',
  'Zhang San',
  '无锡远航船务有限公司',
  '13912345678',
  '320200198001011234',
  'zhang.san@example.com',
];

describe('what a sender put into the wrong place', () => {
  it.each(NAMES)('does not carry %s into a reason or a list of columns', (name) => {
    for (const shown of [shownCurrency(name), shownStatus(name), shownKey(name)]) expect(shown).toBe('…');
    expect(shownUnknown(name, 3)).toBe('column D');
    expect(shownUnknown(`备注 ${name}`, 27)).toBe('column AB');
  });

  it('shows usual words', () => {
    for (const word of ['USD', 'usd', '美元', '€']) expect(shownCurrency(word)).toBe(word);
    for (const word of ['B', '未审核', '已作废', 'Draft', 'written off']) expect(shownStatus(word)).toBe(word);
    for (const word of ['客户编码', '备注2', 'F_CUSTOM_1', 'Sales order no.', '自定义字段 3']) {
      expect(shownUnknown(word, 0)).toBe(word);
    }
    expect(shownKey('debtorNmae')).toBe('debtorNmae');
  });
});
