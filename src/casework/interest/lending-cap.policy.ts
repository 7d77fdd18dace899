import type { BasisPoints, Day } from '../../kernel/index.js';
import type { ClaimTerms } from '../debt/index.js';
import { aYear, type Rate, type YearDays } from './interest.policy.js';
import { rateOn, rateRange } from './lpr.policy.js';
import type { DatedRate } from './lpr-table.js';

/** What the caps depend on; figures of the platform where the law leaves them open. */
export interface CapParameters {
  readonly lpr: readonly DatedRate[];
  /** Art. 25 of the Private Lending Rules: four times the one-year LPR. */
  readonly privateLendingMultiple: number;
  /** What courts grant financial lenders (法发〔2017〕22号 item 2). */
  readonly financeCapBps: BasisPoints;
  readonly yearDays: YearDays;
}

export type Lender = NonNullable<ClaimTerms['lender']>;

/** The limit of all charges from a day on, to the next one's. */
export interface Cap {
  /** Null: from the beginning. */
  readonly from: Day | null;
  readonly rate: Rate;
}

/** The rules of 2020 apply to contracts from this day (Private Lending Rules art. 31). */
export const NEW_LENDING_RULES_FROM: Day = '2020-08-20';
/** Rules of 2015, art. 26, 30: up to 24 % a year is enforced. */
const OLD_CAP_BPS = 2_400;

/**
 * The limits that hold for a loan, in the order of their days. A bank, and the seven kinds of local financial bodies of 法释〔2020〕
 * 27号 (microloan, guarantee, leasing, factoring, pawn, regional equity market, asset management), are no private lenders.
 * `undefined` when the table does not know the rate.
 */
export function capsOf(
  lender: Lender,
  contractOn: Day,
  filedOn: Day,
  parameters: CapParameters,
): readonly Cap[] | undefined {
  const capped = (bps: BasisPoints) => aYear(bps, parameters.yearDays);
  if (lender !== 'private') return [{ from: null, rate: capped(parameters.financeCapBps) }];
  const old = { from: null, rate: capped(OLD_CAP_BPS) };
  const isOld = contractOn < NEW_LENDING_RULES_FROM;
  // A suit accepted before that day is judged by the old rules alone.
  if (isOld && filedOn < NEW_LENDING_RULES_FROM) return [old];
  const lpr = rateOn(parameters.lpr, isOld ? filedOn : contractOn);
  if (lpr === undefined) return undefined;
  const rate = capped(lpr * parameters.privateLendingMultiple);
  return isOld ? [old, { from: NEW_LENDING_RULES_FROM, rate }] : [{ from: null, rate }];
}

/** Without the contract's day: the lowest and the highest limit of a private loan that was due on a day. */
export function possibleCaps(
  dueOn: Day,
  filedOn: Day,
  { lpr, privateLendingMultiple }: CapParameters,
): { low: BasisPoints; high: BasisPoints } | undefined {
  const byContract = rateRange(lpr, NEW_LENDING_RULES_FROM, dueOn);
  const byFiling = rateOn(lpr, filedOn);
  const rates = [byContract?.low, byContract?.high, byFiling].filter((rate) => rate !== undefined);
  if (rates.length === 0) return undefined;
  return { low: Math.min(...rates) * privateLendingMultiple, high: Math.max(...rates) * privateLendingMultiple };
}
