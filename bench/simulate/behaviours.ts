import { type Case, FRIEND, type Payment, type World } from './model.js';

/** How a hold went after all. */
export interface HoldStory {
  readonly case: Case;
  readonly takenOn: number;
  readonly state: 'completed' | 'returned' | 'recalled';
  readonly endDay: number;
  readonly exonerated: boolean;
  readonly payments: readonly Payment[];
}

/** A trick that a provider plays, alone or with creditors who are its friends. */
export interface Behaviour {
  readonly name: string;
  readonly group: 'honest' | 'picker' | 'dropper' | 'friend' | 'ring';
  /** Whether the goals count it; the others show where the measure ends. */
  readonly isCounted: boolean;
  /** How many cases it looks at before it takes one, and what it takes. */
  readonly offered: number;
  readonly pick: (offered: readonly Case[]) => Case;
  /** When, days after the grab, it would give the case back, or its friend recalls it; undefined: goes on. */
  readonly drop: (of: Case, world: World) => number | undefined;
  /** Days between two that it gives back, so that penalty points do not add up. */
  readonly pauseDays: number;
  readonly end: 'returned' | 'recalled';
  readonly exonerated: boolean;
  /** Payments that nobody made. */
  readonly feign: (of: Case, world: World) => readonly Payment[];
}

const nothing = () => undefined;
const none: readonly Payment[] = [];
const honest: Behaviour = {
  ...{
    name: 'honest',
    group: 'honest',
    isCounted: true,
    offered: 1,
    pick: (offered) => offered[0]!,
    drop: nothing,
    pauseDays: 30,
  },
  ...{ end: 'returned', exonerated: false, feign: () => none },
};

const paidBy = ({ payments }: Case, day: number) => payments.filter((payment) => payment.day <= day).length;
const unpaidAt = (day: number) => (of: Case) => (paidBy(of, day) === 0 ? day : undefined);
const ofFriend = ({ creditor }: Case, friends = 1) => creditor >= FRIEND && creditor < FRIEND + friends;
const recall = { end: 'recalled', pauseDays: 0 } as const;

/** What is missing to the whole amount comes in on day 60, on paper. */
const feigned = (friends: number) => (of: Case) => {
  const paid = of.payments.filter((payment) => payment.day < 60).reduce((sum, { fen }) => sum + fen, 0);
  return ofFriend(of, friends) && paid < of.amountFen ? [{ day: 60, fen: of.amountFen - paid }] : none;
};

/** Highest expected share of the three it sees; of equal ones the smallest amount. */
function easiest(offered: readonly Case[]): Case {
  return [...offered].sort((a, b) => a.months - b.months || a.amountFen - b.amountFen)[0]!;
}

export const HONEST = honest;
export const BEHAVIOURS: readonly Behaviour[] = [
  { ...honest, name: 'picks the easiest of three', group: 'picker', offered: 3, pick: easiest },
  { ...honest, name: 'gives back, day 30, what brought nothing', group: 'dropper', drop: unpaidAt(30) },
  { ...honest, name: 'gives back, day 85, what brought nothing', group: 'dropper', drop: unpaidAt(85) },
  {
    ...{ ...honest, name: 'gives back the day after a first payment in part', group: 'dropper' },
    drop: (of) => (of.payments[0] && of.payments[0].day < 60 ? of.payments[0].day + 1 : undefined),
  },
  { ...honest, name: 'gives back without a limit, day 45', group: 'dropper', drop: unpaidAt(45), pauseDays: 0 },
  {
    ...{ ...honest, ...recall, name: 'a friend recalls, day 60, what brought nothing', group: 'friend' },
    drop: (of) => (ofFriend(of) ? unpaidAt(60)(of) : undefined),
  },
  {
    ...{ ...honest, ...recall, name: 'the same for a reason that exonerates', group: 'friend', exonerated: true },
    drop: (of) => (ofFriend(of) ? unpaidAt(60)(of) : undefined),
  },
  { ...honest, name: 'a friend feigns all payments', group: 'friend', feign: feigned(1) },
  { ...honest, name: 'a ring of four friends feigns all payments', group: 'ring', isCounted: false, feign: feigned(4) },
  {
    ...{ ...honest, name: 'knows, day 3, half of what is hopeless', group: 'dropper', isCounted: false },
    drop: (of) => (of.payments.length === 0 && of.amountFen % 2 === 0 ? 3 : undefined),
  },
];

/** How a case goes when it is handled like this. `freeFrom` is the first day on which it would give one back again. */
export function storyOf(of: Case, takenOn: number, behaviour: Behaviour, freeFrom: number, world: World): HoldStory {
  const feigned = behaviour.feign(of, world);
  if (feigned.length > 0) {
    const real = of.payments.filter(({ day }) => day < 60);
    const payments = [...real, ...feigned];
    return { case: of, takenOn, state: 'completed', endDay: 60, exonerated: false, payments };
  }
  const drop = behaviour.drop(of, world);
  const dropped = drop !== undefined && drop < of.end.day && takenOn + drop >= freeFrom;
  const { state, day, exonerated } = dropped
    ? { state: behaviour.end, day: drop, exonerated: behaviour.exonerated }
    : of.end;
  const payments = of.payments.filter((payment) => payment.day <= day);
  return { case: of, takenOn, state, endDay: day, exonerated, payments };
}
