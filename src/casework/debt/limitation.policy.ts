import { addMonths, type Day, daysBetween } from '../../kernel/index.js';
import { type ClockEvent, clockRuleOf } from './clock-event.js';
import { workingDayFrom } from './working-days.js';

/** In months, since a year too ends on the corresponding day (Civil Code art. 201–202). */
export interface LimitationParameters {
  readonly periodMonths: number;
  readonly longStopMonths: number;
}

/** Civil Code art. 188: three years, and at most twenty from the breach. What a contract says of them is void (art. 197). */
export const LIMITATION_PERIODS: LimitationParameters = { periodMonths: 36, longStopMonths: 240 };

/** Until 2017-09-30 two years (民法通则 art. 135); a period that still ran on that day became one of three (法释〔2018〕12号 art. 2–3). */
const FORMER_PERIOD = { months: 24, replacedOn: '2017-10-01' } as const;
/** Civil Code art. 194: obstacles count in the last six months, and six months are left after them. */
const SUSPENSION_MONTHS = 6;

/** What the clock of a debt is computed from. */
export interface ClockedDebt {
  /** The due day of the debt or of its last instalment (art. 188, 189). */
  readonly dueOn: Day;
  /** The last interruption, where no event of the clock says what it was: it counts as a demand. */
  readonly lastInterruptedOn: Day | null;
  readonly clock?: readonly ClockEvent[] | undefined;
}

export interface Limitation {
  /**
   * `stopped`: a suit or the like is pending; `suspended`: an obstacle lasts in the last six months (art. 194). Both have no end yet:
   * `expiresOn` then says when the period would end if they ended today.
   */
  readonly state: 'not_started' | 'running' | 'stopped' | 'suspended' | 'expired' | 'beyond_long_stop';
  /** The day from which the current period counts: the due day or the last interruption after it. */
  readonly runsFrom: Day;
  /** The day on which the period ends by the calendar of months. */
  readonly periodEndsOn: Day;
  /** The same, or the next working day if it is a holiday (art. 203); null when that year's holidays are not known. */
  readonly lastDayOn: Day | null;
  /** Last day on which the debt is not time-barred, as far as it is certain: `lastDayOn`, else `periodEndsOn`. */
  readonly expiresOn: Day;
  readonly longStopOn: Day;
  /** Whole days left until `expiresOn`; negative once it passed. */
  readonly daysLeft: number;
  /** The last day that interrupted the period or gave up the defence. */
  readonly interruptedOn: Day | null;
  /**
   * Something interrupted the period after it had ended. It changes nothing unless an earlier one that nobody stated interrupted that
   * period (art. 195), so a reviewer decides.
   */
  readonly chainUnproven: boolean;
  /** The period had ended and the debtor agreed to pay after that (art. 192): a letter of the creditor's does not prove it. */
  readonly revived: boolean;
  /** What needs proof: the interruption without which the period would have ended, or the one that came too late. */
  readonly leansOn: Day | null;
}

/** One period: the day it counts from and the days it ends on. */
interface Period {
  readonly from: Day;
  readonly endsOn: Day;
  readonly lastDayOn: Day | null;
  readonly suspended: boolean;
}

/** Makes the period that counts from a day. */
type PeriodFrom = (from: Day) => Period;

/**
 * The limitation period of a debt as of a day (Civil Code art. 188–203). It counts from the due day, anew from each interruption within
 * it, anew from the debtor's consent after it, is stopped by proceedings and suspended by obstacles, and never passes the long-stop,
 * which nothing interrupts and no holiday moves. The order of the events does not matter.
 */
export function limitationOf(
  debt: ClockedDebt,
  today: Day,
  periods: LimitationParameters = LIMITATION_PERIODS,
): Limitation {
  const events = eventsUntil(today, debt);
  const start = startOf(debt, events);
  const longStopOn = addMonths(start, periods.longStopMonths);
  const obstacles = obstaclesOf(events, today);
  const periodFrom: PeriodFrom = (from) => periodOf(from, obstacles, longStopOn, periods);
  const first = periodFrom(start);
  const chain = followed(first, events, today, periodFrom);
  const { period } = chain;
  const expiresOn = lastOf(period);
  return {
    state: stateOn(today, start, longStopOn, chain),
    runsFrom: period.from,
    periodEndsOn: period.endsOn,
    lastDayOn: period.lastDayOn,
    expiresOn,
    longStopOn,
    daysLeft: daysBetween(today, expiresOn),
    interruptedOn: chain.interruptedOn,
    chainUnproven: chain.lateOn !== null,
    revived: chain.revived,
    leansOn: chain.lateOn ?? (today > lastOf(first) ? chain.interruptedOn : null),
  };
}

/** What happened until today, in one order whatever the given one; suits end with their withdrawal. */
function eventsUntil(today: Day, { clock = [], lastInterruptedOn }: ClockedDebt): ClockEvent[] {
  const stated: ClockEvent[] = lastInterruptedOn ? [{ kind: 'demand_delivered', on: lastInterruptedOn }] : [];
  const key = ({ on, kind, until = '' }: ClockEvent) => `${on} ${kind} ${until}`;
  // The same event at several instalments of a debt is one.
  const different = new Map([...clock, ...stated].filter(({ on }) => on <= today).map((event) => [key(event), event]));
  const events = [...different].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);
  return events.flatMap((event) => withdrawn(event, events));
}

/** A suit with its end; nothing of one that was withdrawn before it was served. */
function withdrawn(event: ClockEvent, events: readonly ClockEvent[]): ClockEvent[] {
  if (event.kind !== 'suit') return [event];
  const { until } = event;
  const within = (on: Day) => on >= event.on && (until === undefined || on <= until);
  const end = events.find(({ kind, on }) => kind.startsWith('suit_withdrawn') && within(on));
  if (!end) return [event];
  return clockRuleOf(end.kind) === 'cancel' ? [] : [{ ...event, until: until ?? end.on }];
}

/**
 * The day the period first counts from. Without a term: the end of the grace of the first demand or the plain refusal (法释〔2020〕17号
 * art. 4), for goods without a day of payment their receipt (art. 628). Otherwise the due day.
 */
function startOf({ dueOn }: ClockedDebt, events: readonly ClockEvent[]): Day {
  const starts = events.filter(({ kind }) => clockRuleOf(kind) === 'start');
  const demanded = starts.filter(({ kind }) => kind !== 'goods_received');
  const days = (demanded.length > 0 ? demanded : starts).map(({ on, until }) => until ?? on);
  return days.sort()[0] ?? dueOn;
}

interface Obstacle {
  readonly on: Day;
  readonly until: Day;
  /** The end of the six months that are left after it, and their beginning by the calendar of months. */
  readonly leaves: Day;
  readonly lastMonths: Day;
  readonly lasts: boolean;
}

/** The obstacles by their ends; one that still lasts counts until today. */
function obstaclesOf(events: readonly ClockEvent[], today: Day): Obstacle[] {
  const obstacles = events.filter(({ kind }) => clockRuleOf(kind) === 'suspend');
  return obstacles
    .map(({ on, until }) => (until && until <= today ? { on, until, lasts: false } : { on, until: today, lasts: true }))
    .map((one) => ({ ...one, leaves: addMonths(one.until, SUSPENSION_MONTHS) }))
    .map((one) => ({ ...one, lastMonths: addMonths(one.leaves, -SUSPENSION_MONTHS) }))
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
}

function periodOf(from: Day, obstacles: readonly Obstacle[], longStopOn: Day, periods: LimitationParameters): Period {
  let endsOn = addMonths(from, periods.periodMonths);
  const former = addMonths(from, FORMER_PERIOD.months);
  if (former < FORMER_PERIOD.replacedOn) endsOn = earlier(endsOn, former);
  let lastMonths = addMonths(endsOn, -SUSPENSION_MONTHS);
  let suspended = false;
  for (const one of obstacles) {
    if (one.on > endsOn || one.until < lastMonths) continue;
    suspended ||= one.lasts;
    if (one.leaves <= endsOn) continue;
    endsOn = one.leaves;
    lastMonths = one.lastMonths;
  }
  const lastDayOn = workingDayFrom(endsOn);
  return {
    from,
    endsOn: earlier(endsOn, longStopOn),
    lastDayOn: endsOn >= longStopOn ? longStopOn : lastDayOn && earlier(lastDayOn, longStopOn),
    suspended,
  };
}

interface Chain {
  readonly period: Period;
  readonly interruptedOn: Day | null;
  /** The day of the last thing that came too late to interrupt. */
  readonly lateOn: Day | null;
  readonly revived: boolean;
  /** A proceeding is pending. */
  readonly stopped: boolean;
}

/** Follows the interruptions from the first period to the current one. */
function followed(first: Period, events: readonly ClockEvent[], today: Day, periodFrom: PeriodFrom): Chain {
  let chain: Chain = { period: first, interruptedOn: null, lateOn: null, revived: false, stopped: false };
  for (const event of events) chain = next(chain, event, today, periodFrom);
  // If it ended today, the period would count from today.
  return chain.stopped ? { ...chain, period: periodFrom(later(today, chain.period.from)) } : chain;
}

function next(chain: Chain, event: ClockEvent, today: Day, periodFrom: PeriodFrom): Chain {
  const rule = clockRuleOf(event.kind);
  if (rule !== 'interrupt' && rule !== 'agree' && rule !== 'proceed') return chain;
  const pending = rule === 'proceed' && (event.until === undefined || event.until > today);
  const again = pending ? today : rule === 'interrupt' ? event.on : later(event.on, event.until ?? event.on);
  // Before the due day there is nothing to interrupt.
  if (again <= chain.period.from && !pending) return chain;
  const inTime = chain.stopped || event.on <= lastOf(chain.period);
  if (!inTime && rule !== 'agree') return { ...chain, lateOn: event.on };
  const period = again > chain.period.from && !pending ? periodFrom(again) : chain.period;
  const revived = chain.revived || !inTime;
  return { period, interruptedOn: event.on, lateOn: null, revived, stopped: chain.stopped || pending };
}

function stateOn(today: Day, start: Day, longStopOn: Day, chain: Chain): Limitation['state'] {
  const { period, stopped } = chain;
  if (today <= start) return 'not_started';
  if (stopped) return 'stopped';
  if (today > longStopOn) return 'beyond_long_stop';
  if (today > lastOf(period)) return 'expired';
  if (period.from > today) return 'not_started';
  return period.suspended ? 'suspended' : 'running';
}

function lastOf({ endsOn, lastDayOn }: Period): Day {
  return lastDayOn ?? endsOn;
}

const earlier = (a: Day, b: Day) => (a < b ? a : b);
const later = (a: Day, b: Day) => (a > b ? a : b);
