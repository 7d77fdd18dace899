import fc from 'fast-check';
import { isKnownRegion, readRegion, regionName } from './region.js';
import { CITIES, PROVINCES } from './region-table.js';

describe('the region table', () => {
  it('has the 34 provinces, and cities of those provinces only, each code once', () => {
    expect(PROVINCES).toHaveLength(34);
    const codes = [...PROVINCES, ...CITIES].map((region) => region.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const city of CITIES) {
      expect(isKnownRegion(city.code)).toBe(true);
      expect(city.code).toMatch(/^\d\d(?!00)\d\d00$/);
    }
    for (const region of [...PROVINCES, ...CITIES]) {
      expect(region.zh).toMatch(/^\p{Script=Han}{2,4}$/u);
      expect(region.en).toMatch(/^[A-Z][A-Za-z' ]+$/);
    }
  });
});

describe('reading a region', () => {
  it.each([
    ['440300', '440300', 'city'],
    ['440305', '440305', 'county'],
    ['４４００００', '440000', 'province'],
    ['110108 北京市海淀区', '110108', 'county'],
    ['广东省深圳市', '440300', 'city'],
    ['广东', '440000', 'province'],
    ['广东深圳南山区', '440300', 'city'],
    ['中国 广东省 / 深圳市 / 南山区', '440300', 'city'],
    ['深圳', '440300', 'city'],
    ['深圳市南山区', '440300', 'city'],
    ['江苏镇江', '321100', 'city'],
    ['吉林', '220000', 'province'],
    ['吉林市', '220200', 'city'],
    ['吉林省吉林市', '220200', 'city'],
    ['吉林延边朝鲜族自治州', '220000', 'province'],
    ['湖北恩施土家族苗族自治州', '420000', 'province'],
    ['广西壮族自治区南宁市', '450100', 'city'],
    ['新疆维吾尔自治区', '650000', 'province'],
    ['内蒙古包头', '150200', 'city'],
    ['北京市朝阳区', '110000', 'province'],
    ['上海中山路', '310000', 'province'],
    ['香港特别行政区', '810000', 'province'],
    ['Shenzhen, Guangdong', '440300', 'city'],
    ['GUANGDONG PROVINCE', '440000', 'province'],
    ['Taizhou, Jiangsu', '321200', 'city'],
    ["Xi'an", '610100', 'city'],
    ['Shanxi', '140000', 'province'],
    ['Shaanxi', '610000', 'province'],
    ['Hong Kong', '810000', 'province'],
    ['Jilin', '220000', 'province'],
  ])('%s is %s', (text, code, level) => {
    expect(readRegion(text)).toEqual({ code, level, warning: null });
  });

  it.each([
    '',
    '火星',
    '中山路12号',
    '海南藏族自治州',
    '河南蒙古族自治县',
    '河北区',
    'Atlantis',
    'Taizhou',
    '44030',
    '4403001',
  ])('warns that "%s" is unknown', (text) => {
    expect(readRegion(text)).toEqual({ code: null, level: null, warning: 'UNKNOWN_REGION' });
  });

  it('keeps six digits of an unknown province, with a warning', () => {
    expect(readRegion('990100')).toEqual({ code: '990100', level: 'city', warning: 'UNKNOWN_REGION' });
  });

  it('finds every region of the table by each of its names', () => {
    for (const region of [...PROVINCES, ...CITIES]) {
      expect(readRegion(region.code).code).toBe(region.code);
      for (const locale of ['en', 'zh-CN'] as const) {
        expect(readRegion(regionName(region.code, locale)!).code).toBe(region.code);
      }
    }
  });

  it('names down to the city, and nothing it does not know', () => {
    expect(regionName('440305', 'zh-CN')).toBe('广东 深圳');
    expect(regionName('440305', 'en')).toBe('Shenzhen, Guangdong');
    expect(regionName('110108', 'zh-CN')).toBe('北京');
    expect(regionName('990100', 'en')).toBeNull();
  });

  it('always answers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(['string', 'object']).toContain(typeof readRegion(text).code);
      }),
    );
  });
});
