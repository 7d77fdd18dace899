import { type BasisPoints, type Fen, invalid, MAX_FEN, WHOLE } from '../../kernel/index.js';
import {
  CASE_GRADES,
  type CaseGrade,
  DEBT_CATEGORIES,
  DEBTOR_KINDS,
  type DebtCategory,
  type DebtorKind,
  SERVICE_LINES,
  type ServiceLine,
} from '../admission/index.js';
import { MATTER, type Matter } from '../debt/index.js';
import { AMOUNT_BANDS, type AmountBand, type HallSight, invalidHall } from './hall.policy.js';

/** Conditions on listings, all of which must be met. One left out, null or an empty list does not restrict. */
export interface HallFilter {
  categories?: readonly DebtCategory[] | null;
  serviceLines?: readonly ServiceLine[] | null;
  /** GB/T 2260 codes of provinces, `440000`. */
  provinces?: readonly string[] | null;
  /** The first digits of a GB/T 2260 code: `4403` or `440300` for a city and all its districts. */
  regionPrefix?: string | null;
  debtorKind?: DebtorKind | null;
  grades?: readonly CaseGrade[] | null;
  amountBands?: readonly AmountBand[] | null;
  minAmountFen?: Fen | null;
  maxAmountFen?: Fen | null;
  minMonthsOverdue?: number | null;
  maxMonthsOverdue?: number | null;
  minCommissionBps?: BasisPoints | null;
  maxCommissionBps?: BasisPoints | null;
  minEvidenceBps?: BasisPoints | null;
  matters?: readonly Matter[] | null;
  /** Whether a law firm may take it for a contingency fee. */
  openToLawFirms?: boolean | null;
}

/** A checked filter in one spelling (lists in a fixed order, nothing empty), so that equal filters are equal texts. */
export type HallCriteria = {
  readonly [K in keyof HallFilter]?: NonNullable<HallFilter[K]>;
};

type Field = keyof HallFilter;
/** The path of a field as the caller wrote it. */
type PathOf = (field: Field) => string;

const EVERYTHING: HallCriteria = Object.freeze({});
const LISTS = {
  categories: DEBT_CATEGORIES,
  serviceLines: SERVICE_LINES,
  grades: CASE_GRADES,
  amountBands: AMOUNT_BANDS,
  matters: MATTER.codes,
} as const satisfies Partial<Record<Field, readonly string[]>>;
/** The largest value of each number. */
const NUMBERS = {
  minMonthsOverdue: 1_200,
  maxMonthsOverdue: 1_200,
  minCommissionBps: WHOLE,
  maxCommissionBps: WHOLE,
  minEvidenceBps: WHOLE,
} as const satisfies Partial<Record<Field, number>>;
const PAIRS = [
  ['minAmountFen', 'maxAmountFen'],
  ['minMonthsOverdue', 'maxMonthsOverdue'],
  ['minCommissionBps', 'maxCommissionBps'],
] as const;
const MAX_PROVINCES = 34;

/** Checks a filter. INVALID_INPUT names the field below `path` (`filter.` in GraphQL, nothing in a REST query). */
export function criteriaOf(filter: HallFilter | null | undefined, sight: HallSight, path = 'filter.'): HallCriteria {
  if (!filter) return EVERYTHING;
  const at: PathOf = (field) => path + field;
  const found: HallCriteria = {
    ...lists(filter, at),
    ...places(filter, at),
    ...debtorKind(filter, at),
    ...amounts(filter, sight, at),
    ...numbers(filter, at),
    ...(typeof filter.openToLawFirms === 'boolean' ? { openToLawFirms: filter.openToLawFirms } : {}),
  };
  for (const [min, max] of PAIRS) {
    const [low, high] = [found[min], found[max]];
    if (low !== undefined && high !== undefined && low > high)
      throw invalid('AT_LEAST_FIELD', { path: at(max), other: min });
  }
  return Object.freeze(found);
}

function lists(filter: HallFilter, at: PathOf): HallCriteria {
  const found: Record<string, readonly string[]> = {};
  for (const field of Object.keys(LISTS) as (keyof typeof LISTS)[]) {
    const wanted: readonly string[] = filter[field] ?? [];
    const known: readonly string[] = LISTS[field];
    if (!wanted.every((one) => known.includes(one)))
      throw invalid('EACH_ONE_OF', { path: at(field), values: known.join(', ') });
    if (wanted.length > 0) found[field] = known.filter((one) => wanted.includes(one));
  }
  return found as HallCriteria;
}

function places({ provinces, regionPrefix }: HallFilter, at: PathOf): HallCriteria {
  const codes = [...new Set(provinces ?? [])].sort();
  if (codes.length > MAX_PROVINCES || !codes.every((code) => /^\d{2}0000$/.test(code))) {
    throw invalidHall('NOT_PROVINCES', { path: at('provinces'), max: MAX_PROVINCES, example: '440000' });
  }
  if (regionPrefix && !/^\d{2,6}$/.test(regionPrefix)) throw invalidHall('NOT_A_REGION', { path: at('regionPrefix') });
  return {
    ...(codes.length > 0 ? { provinces: codes } : {}),
    ...(regionPrefix ? { regionPrefix: withoutZeroLevels(regionPrefix) } : {}),
  };
}

/** `440300` is Shenzhen with its districts, `440000` all of Guangdong: trailing levels of 00 do not restrict. */
function withoutZeroLevels(code: string): string {
  if (code.length !== 6) return code;
  if (code.endsWith('0000')) return code.slice(0, 2);
  return code.endsWith('00') ? code.slice(0, 4) : code;
}

function debtorKind({ debtorKind: kind }: HallFilter, at: PathOf): HallCriteria {
  if (!kind) return {};
  if (!DEBTOR_KINDS.includes(kind))
    throw invalid('ONE_OF', { path: at('debtorKind'), values: DEBTOR_KINDS.join(', ') });
  return { debtorKind: kind };
}

/** Callers that see bands may not filter by exact amounts: halving the range would reveal the amount. */
function amounts(filter: HallFilter, sight: HallSight, at: PathOf): HallCriteria {
  const found: Record<string, Fen> = {};
  for (const field of ['minAmountFen', 'maxAmountFen'] as const) {
    const amount = filter[field] ?? undefined;
    if (amount === undefined) continue;
    if (sight === 'band') throw invalidHall('AMOUNTS_HIDDEN_USE_BANDS', { path: at(field) });
    if (amount < 0n || amount > MAX_FEN)
      throw invalid('FEN_OUT_OF_RANGE', { path: at(field), least: 0, most: MAX_FEN });
    found[field] = amount;
  }
  return found;
}

function numbers(filter: HallFilter, at: PathOf): HallCriteria {
  const found: Record<string, number> = {};
  for (const field of Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]) {
    const value = filter[field] ?? undefined;
    if (value === undefined) continue;
    if (!Number.isSafeInteger(value) || value < 0 || value > NUMBERS[field]) {
      throw invalid('OUT_OF_RANGE', { path: at(field), least: 0, most: NUMBERS[field] });
    }
    found[field] = value;
  }
  return found;
}
