import { fenFromWire, MAX_PAGE } from '../../kernel/index.js';
import { CASE_GRADES, DEBT_CATEGORIES, DEBTOR_KINDS, SERVICE_LINES } from '../admission/index.js';
import { MATTER } from '../debt/index.js';
import { AMOUNT_BANDS, HALL_SORTS } from './hall.policy.js';
import type { HallInput } from './hall.reader.js';
import type { HallFilter } from './hall-filter.policy.js';

type Read = (text: string) => unknown;

const among =
  (words: readonly string[]): Read =>
  (text) =>
    words.includes(text) ? text : undefined;
const several =
  (words?: readonly string[]): Read =>
  (text) => {
    const found = text.split(',').filter((word) => word !== '');
    return !words || found.every((word) => words.includes(word)) ? found : undefined;
  };
const whole: Read = (text) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined);

const FILTER: { readonly [F in keyof HallFilter]-?: Read } = {
  categories: several(DEBT_CATEGORIES),
  serviceLines: several(SERVICE_LINES),
  provinces: several(),
  regionPrefix: (text) => text,
  debtorKind: among(DEBTOR_KINDS),
  grades: several(CASE_GRADES),
  amountBands: several(AMOUNT_BANDS),
  minAmountFen: fenFromWire,
  maxAmountFen: fenFromWire,
  minMonthsOverdue: whole,
  maxMonthsOverdue: whole,
  minCommissionBps: whole,
  maxCommissionBps: whole,
  minEvidenceBps: whole,
  matters: several(MATTER.codes),
  openToLawFirms: (text) => ({ true: true, false: false })[text],
};
const PAGE: Record<string, Read> = {
  limit: (text) => (/^[1-9]\d{0,2}$/.test(text) && Number(text) <= MAX_PAGE ? Number(text) : undefined),
  cursor: (text) => (text.length <= 1_000 ? text : undefined),
  sort: among(HALL_SORTS),
};

class Unusual extends Error {}

/**
 * Reads a usual REST query into what `HallQuery` would make of it. Throws for every other query: that class has the checks, the
 * refusals and the rarer spellings.
 */
export function plainInput(query: Record<string, unknown>): HallInput {
  const page: Record<string, unknown> = {};
  const filter: Record<string, unknown> = {};
  for (const name in query) {
    const text = query[name];
    const inFilter = Object.hasOwn(FILTER, name);
    const read = inFilter ? FILTER[name as keyof HallFilter] : Object.hasOwn(PAGE, name) ? PAGE[name] : undefined;
    const value = typeof text === 'string' ? read?.(text) : undefined;
    if (value === undefined) throw new Unusual();
    (inFilter ? filter : page)[name] = value;
  }
  const { limit = 20, cursor, sort } = page as { limit?: number; cursor?: string; sort?: HallInput['sort'] };
  return { first: limit, after: cursor, sort, filter };
}
