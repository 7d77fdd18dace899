import { halfWidth } from './checked.js';
import { CITIES, DIRECT_COUNTIES, type Place, PROVINCES, type Region } from './region-table.js';

/** A region read from free text. An unknown one is a warning beside the row, never a reason to refuse it. */
export interface RegionReading {
  /** GB/T 2260, six digits, as fine as the text could be understood; `null` when it could not. */
  readonly code: string | null;
  readonly level: 'province' | 'city' | 'county' | null;
  /** `AMBIGUOUS_REGION`: two cities are written like this without their province, as Suzhou in Jiangsu and Suzhou in Anhui. */
  readonly warning: 'UNKNOWN_REGION' | 'AMBIGUOUS_REGION' | null;
}

const PLACES: readonly Place[] = [...CITIES, ...DIRECT_COUNTIES];
const PROVINCE_BY_CODE = new Map(PROVINCES.map((region) => [region.code, region]));
const PLACE_BY_CODE = new Map(PLACES.map((region) => [region.code, region]));
const UNKNOWN: RegionReading = { code: null, level: null, warning: 'UNKNOWN_REGION' };
const AMBIGUOUS: RegionReading = { code: null, level: null, warning: 'AMBIGUOUS_REGION' };

const PROVINCE_SUFFIX = /^(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)/;
/** After a region's short name these make another name of it: 中山路 is a street, 河南蒙古族自治县 lies in Qinghai. */
const ANOTHER_NAME = /^([区县州镇乡村]|[东南西北中]?(路|街|大道|大街)|藏族|蒙古族|市场)/;
/** Without a province before them, names of cities are also names of houses: 长春花园. */
const HOUSE = /^(大厦|大楼|广场|花园|小区|公寓|饭店|酒店|宾馆|医院|学校)/;

/** Reads a region from a six-digit code or a name: "440300", "广东省深圳市", "深圳", "Shenzhen, Guangdong". */
export function readRegion(text: string): RegionReading {
  const written = halfWidth(text);
  const code = /^\d{6}(?!\d)/.exec(written)?.[0];
  if (code) return { code, level: levelOf(code), warning: isKnownRegion(code) ? null : 'UNKNOWN_REGION' };
  const found = /\p{Script=Han}/u.test(written) ? fromChinese(written) : fromEnglish(written);
  if (found === 'ambiguous') return AMBIGUOUS;
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
  const place = PLACE_BY_CODE.get(code) ?? PLACE_BY_CODE.get(`${code.slice(0, 4)}00`);
  if (locale === 'zh-CN') return place ? `${province.zh} ${place.zh}` : province.zh;
  return place ? `${place.en}, ${province.en}` : province.en;
}

function levelOf(code: string): 'province' | 'city' | 'county' {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

function fromChinese(written: string): Region | undefined {
  const name = written.replace(/[\s,，、/|\-—·]+/g, '').replace(/^(中华人民共和国|中国)/, '');
  // Full names first: 吉林市 is a city and 海南藏族自治州 lies in Qinghai, though both begin like a province.
  const full = PLACES.find((place) => startsWithFullName(name, place));
  if (full) return full;
  const province = PROVINCES.find((region) => startsWithRegion(name, region));
  if (!province) return PLACES.find((place) => standsAlone(name, place));
  const rest = name.slice(province.zh.length).replace(PROVINCE_SUFFIX, '');
  return placesOf(province).find((place) => startsWithPlace(rest, place)) ?? province;
}

/** Not 新星市场, which is a market. */
function startsWithFullName(name: string, { official }: Place): boolean {
  return name.startsWith(official) && name[official.length] !== '场';
}

function startsWithPlace(name: string, place: Place): boolean {
  return startsWithFullName(name, place) || startsWithRegion(name, place) || isShortOfPrefecture(name, place);
}

/** 延边州, as everybody calls 延边朝鲜族自治州. */
function isShortOfPrefecture(name: string, { zh, official }: Place): boolean {
  return official.endsWith('自治州') && name.startsWith(`${zh}州`);
}

/**
 * A place named without its province. Only cities may be followed by what lies in them: 阿里巴巴 is not in 阿里地区, and 东方明珠 is
 * not in 东方市.
 */
function standsAlone(name: string, place: Place): boolean {
  if (isShortOfPrefecture(name, place) || name === place.zh) return true;
  if (!place.code.endsWith('00') || !place.official.endsWith('市')) return false;
  return startsWithRegion(name, place) && !HOUSE.test(name.slice(place.zh.length));
}

function startsWithRegion(name: string, region: Region): boolean {
  if (!name.startsWith(region.zh)) return false;
  const rest = name.slice(region.zh.length);
  if (!ANOTHER_NAME.test(rest)) return true;
  // 镇江, a city, begins with the sign for "town".
  return placesOf(region).some((place) => rest.startsWith(place.zh));
}

/** English addresses go from the small to the large, so of several provinces the last one counts. */
function fromEnglish(written: string): Region | 'ambiguous' | undefined {
  const text = words(written);
  const at = (region: Region) => text.lastIndexOf(WORDS.get(region.code)!);
  const [province] = PROVINCES.filter((region) => at(region) >= 0).sort((a, b) => at(b) - at(a));
  const places = PLACES.filter((place) => at(place) >= 0);
  const within = province ? places.filter((place) => provinceCodeOf(place.code) === province.code) : places;
  if (within.length === 1) return within[0];
  // Rather nothing than the wrong one.
  return !province && new Set(within.map((place) => place.en)).size === 1 ? 'ambiguous' : province;
}

function words(text: string): string {
  return ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()} `;
}

const WORDS = new Map([...PROVINCES, ...PLACES].map(({ code, en }) => [code, words(en)]));

function placesOf(province: Region): Place[] {
  return PLACES.filter((place) => provinceCodeOf(place.code) === province.code);
}
