import type { DebtorKind } from '../../casework/admission/index.js';
import { checkCreditCode, checkResidentId, isKnownRegion, readRegion } from '../../kernel/index.js';
import { isEnterpriseName } from './vocabulary.js';

/** An identity number in its canonical spelling: half-width capitals without blanks and hyphens. */
export function readIdNumber(cell: string): string {
  return cell.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** Every day of birth is before it. */
const LAST_DAY = '2199-12-31';
const RESIDENT_SHAPE = /^\d{17}[\dX]$/;

/** One of the hundred most common surnames (85 % of people) or a compound one, and one or two characters. */
const PERSON_NAME =
  /^(?:[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]|欧阳|司马|上官|诸葛|司徒)\p{Script=Han}{1,2}$/u;

/** The kind of a debtor when it is not given: from the form of the number, else from the name. */
export function debtorKindFrom(idNumber: string | null, name: string): DebtorKind | undefined {
  const enterprise = isEnterpriseName(name);
  if (idNumber !== null && idNumber.length === 18) {
    // A credit code of digits only looks like a resident number: the name or the check character decides.
    if (!RESIDENT_SHAPE.test(idNumber) || enterprise) return 'enterprise';
    if (!checkCreditCode(idNumber).ok) return 'person';
    if (!checkResidentId(idNumber, LAST_DAY).ok) return 'enterprise';
    // By chance it is both: only a name that is a person's decides, for an enterprise's name is shown in the hall by two thirds.
    return PERSON_NAME.test(name) ? 'person' : undefined;
  }
  return enterprise ? 'enterprise' : PERSON_NAME.test(name) ? 'person' : undefined;
}

const MAINLAND_MOBILE = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/;

/** A phone number: mainland mobiles as E.164, anything else as written. Admission judges whether it can be called. */
export function readPhone(cell: string): string {
  const text = cell.normalize('NFKC').trim();
  const mobile = MAINLAND_MOBILE.exec(text.replace(/[\s()-]/g, ''));
  return mobile ? `+86${mobile[1]}` : text;
}

const MAX_CACHED = 5_000;
const cached = new Map<string, string | null>();

/**
 * The six-digit region (GB/T 2260): from the region's cell, else the address, else the number (places 1–6 of a resident
 * number, 3–8 of a credit code). An unknown region never causes a refusal.
 */
export function regionFrom(
  region: string | null,
  address: string | null,
  idNumber: string | null,
  kind: DebtorKind,
): string | null {
  return named(region) ?? named(address) ?? fromNumber(idNumber, kind);
}

/** Region names repeat within a file, and reading one searches the whole table, so results are cached. */
function named(text: string | null): string | null {
  if (text === null) return null;
  const key = text.slice(0, 16);
  const known = cached.get(key);
  if (known !== undefined) return known;
  const code = readRegion(key).code;
  if (cached.size >= MAX_CACHED) cached.clear();
  cached.set(key, code);
  return code;
}

function fromNumber(idNumber: string | null, kind: DebtorKind): string | null {
  if (idNumber === null) return null;
  const code = kind === 'person' ? idNumber.slice(0, 6) : idNumber.slice(2, 8);
  return isKnownRegion(code) ? code : null;
}
