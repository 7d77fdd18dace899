import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { isKnownRegion, readRegion, regionName } from './region.js';
import { CITIES, DIRECT_COUNTIES, type Place, PROVINCES } from './region-table.js';

const ALL = [...PROVINCES, ...CITIES, ...DIRECT_COUNTIES];

describe('the region table', () => {
  it('has the 34 provinces, all that lies directly below them, and each code once', () => {
    expect([PROVINCES, CITIES, DIRECT_COUNTIES].map((regions) => regions.length)).toEqual([34, 333, 32]);
    expect(new Set(ALL.map((region) => region.code)).size).toBe(ALL.length);
    for (const city of CITIES) expect(city.code).toMatch(/^\d\d(?!00)\d\d00$/);
    for (const county of DIRECT_COUNTIES) expect(county.code).toMatch(/^\d\d90(?!00)\d\d$/);
    for (const region of ALL) {
      expect(isKnownRegion(region.code)).toBe(true);
      expect(region.zh).toMatch(/^\p{Script=Han}{2,4}$/u);
      expect(region.en).toMatch(/^[A-Z][A-Za-zü' ]+$/);
    }
  });

  it('has every kind of prefecture, each with the name it officially has', () => {
    const ends = ['自治州', '地区', '盟', '市'].map(
      (end) => CITIES.filter(({ official }) => official.endsWith(end)).length,
    );
    expect(ends).toEqual([30, 7, 3, 293]);
    for (const { zh, official } of [...CITIES, ...DIRECT_COUNTIES]) expect(official.startsWith(zh)).toBe(true);
  });

  it('is the table of GB/T 2260 that it was compared with, row by row', () => {
    const digest = (places: readonly Place[]) => {
      const rows = places.map(({ code, official }) => `${code} ${official}`).sort();
      return createHash('sha256').update(rows.join('\n')).digest('hex');
    };
    expect([digest(CITIES), digest(DIRECT_COUNTIES)]).toEqual([
      '9e4174db951a4f74e0473e20bfc40a39d9fb73cb07b4f444f4bf5f34cc619c1c',
      '9a77dacaa7fe1c8976caac2d7db974cd447721c42fc39b087da7925a4c222569',
    ]);
  });

  it('writes exactly five pairs of cities alike', () => {
    const places = [...CITIES, ...DIRECT_COUNTIES];
    const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
    const pairs = places.flatMap(({ zh, en }, n) =>
      places.slice(n + 1).flatMap((other) => (plain(other.en) === plain(en) ? [`${zh},${other.zh}`] : [])),
    );
    expect(pairs.sort()).toEqual(['伊春,宜春', '泰州,台州', '玉林,榆林', '福州,抚州', '苏州,宿州']);
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
    ['吉林延边朝鲜族自治州', '222400', 'city'],
    ['延边州', '222400', 'city'],
    ['湖北恩施土家族苗族自治州', '422800', 'city'],
    ['湖北恩施市', '422800', 'city'],
    ['海南藏族自治州', '632500', 'city'],
    ['海南州', '632500', 'city'],
    ['青海海西州', '632800', 'city'],
    ['黑龙江大兴安岭地区', '232700', 'city'],
    ['新疆喀什疏附县', '653100', 'city'],
    ['西藏阿里', '542500', 'city'],
    ['内蒙古兴安盟乌兰浩特市', '152200', 'city'],
    ['云南西双版纳', '532800', 'city'],
    ['湖北省仙桃市', '429004', 'county'],
    ['潜江', '429005', 'county'],
    ['神农架林区', '429021', 'county'],
    ['海南琼海', '469002', 'county'],
    ['海南省陵水黎族自治县', '469028', 'county'],
    ['新疆石河子市', '659001', 'county'],
    ['海南三沙', '460300', 'city'],
    ['Enshi, Hubei', '422800', 'city'],
    ['Jiyuan, Henan', '419001', 'county'],
    ['Lüliang', '141100', 'city'],
    ['Yichun, Jiangxi', '360900', 'city'],
    ['Yichun City, Heilongjiang Province', '230700', 'city'],
    ['Suzhou, Anhui', '341300', 'city'],
    ['Fuzhou, Fujian', '350100', 'city'],
    ['Yulin, Shaanxi', '610800', 'city'],
    ['Yulin Guangxi', '450900', 'city'],
    ['Nanjing Road, Shanghai', '310000', 'province'],
    ['Hebei Street, Zhengzhou, Henan', '410100', 'city'],
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
    '阿里巴巴',
    '东方明珠大厦',
    '新星市场',
    '长春花园',
    '兴安县',
    '河南蒙古族自治县',
    '河北区',
    'Atlantis',
    '44030',
    '4403001',
  ])('warns that "%s" is unknown', (text) => {
    expect(readRegion(text)).toEqual({ code: null, level: null, warning: 'UNKNOWN_REGION' });
  });

  it.each(['Yichun', 'SUZHOU', 'Fuzhou City', 'Yulin', 'Taizhou, China'])('says that "%s" may be either', (text) => {
    expect(readRegion(text)).toEqual({ code: null, level: null, warning: 'AMBIGUOUS_REGION' });
  });

  it.each(['伊春', '宜春市', '苏州', '宿州', '福州', '抚州', '玉林', '榆林', '泰州', '台州'])(
    'knows %s in Chinese',
    (text) => {
      expect(readRegion(text)).toMatchObject({ level: 'city', warning: null });
    },
  );

  it('keeps six digits of an unknown province, with a warning', () => {
    expect(readRegion('990100')).toEqual({ code: '990100', level: 'city', warning: 'UNKNOWN_REGION' });
  });

  it('finds every region of the table by each of its names', () => {
    for (const region of ALL) {
      expect(readRegion(region.code).code).toBe(region.code);
      for (const locale of ['en', 'zh-CN'] as const) {
        expect(readRegion(regionName(region.code, locale)!).code).toBe(region.code);
      }
    }
  });

  it('finds every place by its full name, and by its short one in its province', () => {
    for (const { code, zh, official } of [...CITIES, ...DIRECT_COUNTIES]) {
      expect([official, readRegion(official).code]).toEqual([official, code]);
      const province = PROVINCES.find((one) => one.code.slice(0, 2) === code.slice(0, 2))!;
      expect(readRegion(province.zh + zh).code).toBe(code);
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
