import { halfWidth } from './checked.js';
import { CITIES, PROVINCES, type Region } from './region-table.js';

/** A region read from free text. An unknown one is a warning beside the row, never a reason to refuse it. */
export interface RegionReading {
  /** GB/T 2260, six digits, as fine as the text could be understood; `null` when it could not. */
  readonly code: string | null;
  readonly level: 'province' | 'city' | 'county' | null;
  readonly warning: 'UNKNOWN_REGION' | null;
}

const PROVINCE_BY_CODE = new Map(PROVINCES.map((region) => [region.code, region]));
const CITY_BY_CODE = new Map(CITIES.map((region) => [region.code, region]));
const UNKNOWN: RegionReading = { code: null, level: null, warning: 'UNKNOWN_REGION' };

const PROVINCE_SUFFIX = /^(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)/;
/** After a region's short name these make another name of it: 中山路 is a street, 海南藏族自治州 lies in Qinghai. */
const ANOTHER_NAME = /^([区县州镇乡村]|[东南西北中]?(路|街|大道|大街)|藏族|蒙古族)/;

/** Reads a region from a six-digit code or a name: "440300", "广东省深圳市", "深圳", "Shenzhen, Guangdong". */
export function readRegion(text: string): RegionReading {
  const written = halfWidth(text);
  const code = /^\d{6}(?!\d)/.exec(written)?.[0];
  if (code) return { code, level: levelOf(code), warning: isKnownRegion(code) ? null : 'UNKNOWN_REGION' };
  const found = /\p{Script=Han}/u.test(written) ? fromChinese(written) : fromEnglish(written);
  return found ? { code: found.code, level: levelOf(found.code), warning: null } : UNKNOWN;
}

/** Whether a code lies in one of the 34 provinces. Cities and counties come, go and are renumbered; provinces stay. */
export function isKnownRegion(code: string): boolean {
  return /^\d{6}$/.test(code) && PROVINCE_BY_CODE.has(provinceCodeOf(code));
}

/** The code of the province a region lies in. */
export function provinceCodeOf(code: string): string {
  return `${code.slice(0, 2)}0000`;
}

/** A region's name, down to the city: "广东 深圳", "Shenzhen, Guangdong"; `null` for a province that is not known. */
export function regionName(code: string, locale: 'en' | 'zh-CN'): string | null {
  const province = PROVINCE_BY_CODE.get(provinceCodeOf(code));
  if (!province) return null;
  const city = CITY_BY_CODE.get(`${code.slice(0, 4)}00`);
  if (locale === 'zh-CN') return city ? `${province.zh} ${city.zh}` : province.zh;
  return city ? `${city.en}, ${province.en}` : province.en;
}

function levelOf(code: string): 'province' | 'city' | 'county' {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

function fromChinese(written: string): Region | undefined {
  const name = written.replace(/[\s,，、/|\-—·]+/g, '').replace(/^(中华人民共和国|中国)/, '');
  // First, because 吉林市 is a city and not the province whose short name it starts with.
  const city = CITIES.find((region) => name.startsWith(`${region.zh}市`));
  if (city) return city;
  const province = PROVINCES.find((region) => startsWithRegion(name, region));
  if (!province) return CITIES.find((region) => startsWithRegion(name, region));
  const rest = name.slice(province.zh.length).replace(PROVINCE_SUFFIX, '');
  return citiesOf(province).find((region) => startsWithRegion(rest, region)) ?? province;
}

function startsWithRegion(name: string, region: Region): boolean {
  if (!name.startsWith(region.zh)) return false;
  const rest = name.slice(region.zh.length);
  if (PROVINCE_SUFFIX.test(rest) || !ANOTHER_NAME.test(rest)) return true;
  // 镇江, a city, begins with the sign for "town".
  return CITIES.some((city) => provinceCodeOf(city.code) === region.code && rest.startsWith(city.zh));
}

function fromEnglish(written: string): Region | undefined {
  const text = words(written);
  const province = PROVINCES.find((region) => text.includes(words(region.en)));
  const cities = (province ? citiesOf(province) : CITIES).filter((region) => text.includes(words(region.en)));
  // Taizhou alone may be in Jiangsu or in Zhejiang: rather nothing than the wrong one.
  return cities.length === 1 ? cities[0] : province;
}

function words(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()} `;
}

function citiesOf(province: Region): Region[] {
  return CITIES.filter((city) => provinceCodeOf(city.code) === province.code);
}
