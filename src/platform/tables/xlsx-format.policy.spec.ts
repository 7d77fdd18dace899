import { formatOf, formatText } from './xlsx-format.policy.js';

const shown = (code: string, number = '8000') => {
  const format = formatOf(164, code);
  return typeof format === 'object' ? formatText(number, format) : format;
};

describe('number formats', () => {
  it('tell days', () => {
    expect([14, 22, 31, 57].every((id) => formatOf(id, undefined) === 'day')).toBe(true);
    expect([0, 2, 4, 21, 49].every((id) => formatOf(id, undefined) === 'plain')).toBe(true);
    for (const code of ['yyyy-mm-dd', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d', 'd\\-mmm', 'yyyy年m月d日']) {
      expect(formatOf(164, code)).toBe('day');
    }
  });

  it('tell percentages', () => {
    expect([9, 10].every((id) => formatOf(id, undefined) === 'percent')).toBe(true);
    for (const code of ['0%', '0.00%', '0.00%;[Red]-0.00%', '#0.0 %']) expect(formatOf(165, code)).toBe('percent');
  });

  it.each([
    '0.00',
    '#,##0.00"元"',
    '[Red]0',
    'h:mm:ss',
    '@',
    'General',
    '[$¥-804]#,##0.00',
    '[$￥-804]#,##0.00',
    '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
    '_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
    '#,##0.00 "CNY"',
    '"人民币"#,##0.00',
    '[$RMB]\\ #,##0.00',
    '#,##0_);(#,##0)',
    '0.0,"万"',
    '0!.0,万',
    '#,##0.00元',
  ])('%s adds nothing to an amount of yuan', (code) => {
    expect(formatOf(164, code)).toBe('plain');
  });

  it.each([
    ['[$$-409]#,##0.00', '$8000'],
    ['"US$"#,##0.00', 'US$8000'],
    ['[$€-2]\\ #,##0.00', '€8000'],
    ['#,##0.00\\ [$USD]', '8000USD'],
    ['_-[$£-809]* #,##0.00_-', '£8000'],
    ['$#,##0.00', '$8000'],
    ['\\$#,##0', '$8000'],
    ['[$HK$-C04]#,##0.00', 'HK$8000'],
    ['[$¥-411]#,##0', 'JPY8000'],
    ['[$JP¥-409]#,##0', 'JPY8000'],
    ['#,##0 "美元"', '8000美元'],
    ['[$₩-412]#,##0', '₩8000'],
    ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', '$8000'],
    ['[$NT$-404]#,##0.00', 'NT$8000'],
  ])('%s shows another currency: %s', (code, text) => {
    expect(shown(code)).toBe(text);
  });

  it.each([
    ['000000', '7001', '007001'],
    ['0000000000', '123', '0000000123'],
    ['"AR-"00000', '7', 'AR-00007'],
    ['"AR"0', '7', 'AR7'],
    ['000-0000-0000', '13912345678', '139-1234-5678'],
    ['0000-00', '202503', '2025-03'],
    ['00-00', '12345', '123-45'],
    ['0000"年"00"月"00"日"', '20250331', '2025年03月31日'],
    ['000000', '12.5', '12.5'],
    ['000000', '1234567', '1234567'],
    ['0"万元"', '12', '12万元'],
    ['0.00"万"', '12.5', '12.5万'],
    ['"约"0', '12', '约12'],
  ])('%s shows %s as %s', (code, number, text) => {
    expect(shown(code, number)).toBe(text);
  });
});
