import { addDays, type Day } from '../../kernel/index.js';
import { FORBIDDEN_MATTERS } from '../debt/index.js';
import { bandRanges, dueByFor } from './hall.policy.js';
import type { HallCriteria } from './hall-filter.policy.js';

/** Adds the value of a parameter and returns its place in the statement. */
export interface ParameterList {
  add(value: unknown): string;
}

/** One condition on a listing. */
export interface HallCondition {
  readonly column: string;
  /** Of a range: which end it is. */
  readonly bound?: 'min' | 'max';
  /** Of a choice of values of a facet: the values. */
  readonly facets?: readonly string[];
  /** Conditions of one shape have the same SQL text. */
  readonly shape: string;
  sql(params: ParameterList): string;
}

/** The conditions of a filter, in an order that depends only on which criteria are set. */
export function conditionsOf(criteria: HallCriteria, today: Day): HallCondition[] {
  const { minMonthsOverdue: oldest, maxMonthsOverdue: youngest, regionPrefix } = criteria;
  const found = [
    ...choice('category', criteria.categories),
    ...choice('service_line', criteria.serviceLines),
    ...choice('province', criteria.provinces),
    ...choice('debtor_kind', criteria.debtorKind && [criteria.debtorKind]),
    ...choice('grade', criteria.grades),
    ...amounts(criteria),
    // Longer overdue means due earlier, so min and max change places.
    ...range('due_on', 'date', 'max', oldest === undefined ? undefined : dueByFor(oldest, today)),
    ...range('due_on', 'date', 'min', youngest === undefined ? undefined : addDays(dueByFor(youngest + 1, today), 1)),
    ...range('commission_bps', 'integer', 'min', criteria.minCommissionBps),
    ...range('commission_bps', 'integer', 'max', criteria.maxCommissionBps),
    ...range('evidence_bps', 'integer', 'min', criteria.minEvidenceBps),
    ...matters(criteria),
  ];
  return regionPrefix === undefined ? found : [...found, ...region(regionPrefix)];
}

function choice(column: string, values: readonly string[] | undefined): HallCondition[] {
  if (!values) return [];
  const [only] = values;
  if (values.length === 1) {
    return [{ column, facets: values, shape: column, sql: (params) => `${column} = ${params.add(only)}::text` }];
  }
  const sql = (params: ParameterList) => `${column} = ANY (${params.add(values)}::text[])`;
  return [{ column, facets: values, shape: `${column}s`, sql }];
}

/** A matter that was not stated is open to law firms. Matters are in no index: a condition on them is met or not as the walk goes on. */
function matters({ matters: wanted, openToLawFirms: open }: HallCriteria): HallCondition[] {
  const among = (values: readonly string[]) => (params: ParameterList) =>
    `matter = ANY (${params.add(values)}::text[])`;
  const forbidden = among(FORBIDDEN_MATTERS);
  const closed = open ? (params: ParameterList) => `(${forbidden(params)}) IS NOT TRUE` : forbidden;
  return [
    ...(wanted ? [{ column: 'matter', shape: 'matters', sql: among(wanted) }] : []),
    ...(open === undefined ? [] : [{ column: 'matter', shape: `law firms ${open}`, sql: closed }]),
  ];
}

function range(column: string, type: string, bound: 'min' | 'max', value: unknown): HallCondition[] {
  if (value === undefined) return [];
  const sql = (params: ParameterList) => `${column} ${bound === 'min' ? '>=' : '<='} ${params.add(value)}::${type}`;
  return [{ column, bound, shape: `${column}_${bound}`, sql }];
}

function amounts({ minAmountFen, maxAmountFen, amountBands }: HallCriteria): HallCondition[] {
  const exact = [...amount('min', minAmountFen), ...amount('max', maxAmountFen)];
  const ranges = amountBands ? bandRanges(amountBands) : [];
  const [only] = ranges;
  if (ranges.length === 1) return [...exact, ...amount('min', only?.min || undefined), ...amount('max', only?.max)];
  return ranges.length === 0 ? exact : [...exact, oneOf(ranges)];
}

function amount(bound: 'min' | 'max', value: bigint | undefined): HallCondition[] {
  return range('amount_fen', 'bigint', bound, value?.toString());
}

/** Bands with gaps between them. An index cannot walk gaps, so this is not a condition on the amount column. */
function oneOf(ranges: ReturnType<typeof bandRanges>): HallCondition {
  const sql = (params: ParameterList) =>
    `(${ranges
      .map(({ min, max }) => {
        const from = `amount_fen >= ${params.add(min.toString())}::bigint`;
        return max === undefined ? from : `${from} AND amount_fen <= ${params.add(max.toString())}::bigint`;
      })
      .join(' OR ')})`;
  const open = ranges.at(-1)?.max === undefined;
  return { column: 'amount bands', shape: `bands${ranges.length}${open ? '+' : ''}`, sql };
}

/** Adds the province, because it is indexed. */
function region(prefix: string): HallCondition[] {
  const province = choice('province', [`${prefix.slice(0, 2)}0000`]);
  if (prefix.length === 2) return province;
  const sql = (params: ParameterList) => `starts_with(region_code, ${params.add(prefix)}::text)`;
  return [...province, { column: 'region_code', shape: 'region', sql }];
}
