import { addDays, addMonths, type CodeOf, type Day, daysBetween } from '../../kernel/index.js';
import { type ClockEvent, clockRuleOf } from './clock-event.js';
import type { LIMITATION_STATE } from './debt-line.words.js';
import { workingDayFrom } from './working-days.js';

/**
 * Civil Code art. 188: three years, and at most twenty from the breach; in months, since a year too ends on the corresponding day
 * (art. 201–202). The law alone sets them: what a contract says is void (art. 197), and no figure of the platform changes them.
 */
const PERIOD_MONTHS = 36;
const LONG_STOP_MONTHS = 240;

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
  readonly state: CodeOf<typeof LIMITATION_STATE>;
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
  /**
   * What needs proof: the event without which the period would have ended, an interruption, the first demand of a debt that is said to
   * have no term, or an obstacle; or the interruption that came too late.
   */
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
export function limitationOf(debt: ClockedDebt, today: Day): Limitation {
  const events = eventsUntil(today, debt);
  const start = startOf(debt, events);
  const longStopOn = addMonths(start.on, LONG_STOP_MONTHS);
  const obstacles = obstaclesOf(events, today);
  const periodFrom: PeriodFrom = (from) => periodOf(from, obstacles, longStopOn);
  const first = periodFrom(start.on);
  const chain = followed(first, events, today, periodFrom);
  const { period, interruptedOn, lateOn, revived } = chain;
  const expiresOn = lastOf(period);
  const support = interruptedOn ?? start.because ?? obstacles.at(-1)?.on ?? null;
  const needed = support !== null && today > lastOf(periodOf(earlier(start.on, debt.dueOn), [], longStopOn));
  return {
    state: stateOn(today, start.on, longStopOn, chain),
    ...{ runsFrom: period.from, periodEndsOn: period.endsOn, lastDayOn: period.lastDayOn, expiresOn, longStopOn },
    daysLeft: daysBetween(today, expiresOn),
    ...{ interruptedOn, revived, chainUnproven: lateOn !== null, leansOn: lateOn ?? (needed ? support : null) },
  };
}

/** What happened until today, in one order whatever the given one; suits end with their withdrawal. */
function eventsUntil(today: Day, { clock = [], lastInterruptedOn }: ClockedDebt): ClockEvent[] {
  const stated: ClockEvent[] = lastInterruptedOn ? [{ kind: 'demand_delivered', on: lastInterruptedOn }] : [];
  const key = ({ on, kind, until = '' }: ClockEvent) => `${on} ${kind} ${until}`;
  // The same event at several instalments of a debt is one.
  const different = new Map([...clock, ...stated].filter(({ on }) => on <= today).map((event) => [key(event), event]));
  const events = [...different].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);
  const paidOnReceipt = events.some(({ kind }) => kind === 'goods_received');
  return events.flatMap((event) => withdrawn(paidOnReceipt ? asDemand(event) : event, events));
}

/** What is due has a term: the first demand and its refusal are a demand like any other. */
function asDemand(event: ClockEvent): ClockEvent {
  const isStart = event.kind === 'first_demand' || event.kind === 'refusal';
  return isStart ? { kind: 'demand_delivered', on: event.on } : event;
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

/** The day the period first counts from, and the day of the event that makes it another than the due day. */
interface Start {
  readonly on: Day;
  readonly because: Day | null;
}

/**
 * Without a term: the end of the grace of the first demand or the plain refusal (法释〔2020〕17号 art. 4). Goods without a day of payment
 * are to be paid on receipt, so they are no debt without a term, whatever was demanded later (art. 628 before 511 no. 4; 法答网 batch 20
 * question 2). Otherwise the due day.
 */
function startOf({ dueOn }: ClockedDebt, events: readonly ClockEvent[]): Start {
  const starts = events.filter(({ kind }) => clockRuleOf(kind) === 'start');
  const received = starts.filter(({ kind }) => kind === 'goods_received');
  const days = (received.length > 0 ? received : starts).map(({ on, until }) => ({ on: until ?? on, because: on }));
  return (
    days.reduce<Start | undefined>((first, one) => (first && first.on <= one.on ? first : one), undefined) ?? {
      ...{ on: dueOn, because: null },
    }
  );
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

function periodOf(from: Day, obstacles: readonly Obstacle[], longStopOn: Day): Period {
  const former = formerEnd(from, obstacles);
  const isFormer = former < FORMER_PERIOD.replacedOn;
  let endsOn = isFormer ? former : addMonths(from, PERIOD_MONTHS);
  let lastMonths = addMonths(endsOn, -SUSPENSION_MONTHS);
  let suspended = false;
  for (const one of isFormer ? [] : obstacles) {
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

/**
 * The end of the former period. What was left of it when an obstacle came into its last six months ran on after the obstacle (民法通则
 * art. 139); a period that an obstacle still suspended on the day of the change had not ended (法释〔2018〕12号 art. 4).
 */
function formerEnd(from: Day, obstacles: readonly Obstacle[]): Day {
  let endsOn = addMonths(from, FORMER_PERIOD.months);
  let counted = from;
  for (const { on, until } of [...obstacles].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    if (endsOn >= FORMER_PERIOD.replacedOn) break;
    const since = later(counted, later(on, addMonths(endsOn, -SUSPENSION_MONTHS)));
    if (since > endsOn || until <= since) continue;
    endsOn = addDays(endsOn, daysBetween(since, until));
    counted = until;
  }
  return endsOn;
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
