import { expectedRecovery } from '../../src/risk/standing/recovery-rate.policy.js';
import { Random } from './random.js';

/**
 * The world, made up and known wholly, so that what a standing says can be compared with what is true.
 *
 * A provider recovers its skill × what an average one recovers of a case of that age. Skills are log-normal with mean 1. A debt is paid in
 * two halves, each or none, which half of the time share their fate; each comes in on a day of its own, most within three months. Who
 * handles the case does not change when a debtor pays, only whether.
 */
export const WORLD = {
  /** Standard deviation of the logarithm of a skill. */
  skillSd: 0.2,
  /** Amounts: median in fen, standard deviation of the logarithm. */
  medianFen: 2_000_000,
  amountSd: 1,
  /** Creditors hand over at three months; beyond it, so many on average. */
  leastMonths: 3,
  furtherMonths: 3,
  /** Standard deviation of the logarithm of a provider's own average of these: some get older cases than others. */
  mixSd: 0.4,
  /** Standard deviation of the logarithm of what sets a creditor's debtors apart. */
  creditorSd: 0.1,
  creditors: 400,
  /** The share of a provider's cases that come from three further creditors it often works with. */
  ringShare: 0.08,
  /** Chance that both halves of a debt share their fate. */
  sharedFate: 0.5,
  /** Mean of the two waits that a payment takes, in days. */
  waitDays: 30,
  /** Holds end here, paid or not. */
  lastDay: 180,
  /** Ends that have nothing to do with what the case is worth. */
  honestReturns: 0.03,
  honestRecalls: 0.01,
  exoneratedRecalls: 0.02,
  /** Days over which a provider takes its cases. */
  takingDays: 730,
} as const;

export type World = { readonly [name in keyof typeof WORLD]: number };

export interface Payment {
  readonly day: number;
  readonly fen: number;
}

/** A case as it would go if nobody played a trick; days count from the grab. */
export interface Case {
  readonly amountFen: number;
  readonly months: number;
  readonly expectedFen: bigint;
  readonly creditor: number;
  readonly payments: readonly Payment[];
  readonly end: {
    readonly state: 'completed' | 'returned' | 'recalled';
    readonly day: number;
    readonly exonerated: boolean;
  };
}

export interface Provider {
  readonly id: number;
  readonly skill: number;
  /** What it truly reaches of the expectation: its skill, but no case is paid more than in full. */
  readonly trueRate: number;
  /** How many months beyond the least its cases are overdue on average. */
  readonly furtherMonths: number;
  /** The share of its cases that come from one creditor, its friend if it plays that trick. */
  readonly friendShare: number;
}

/** The creditor that a provider works with most; three further ones, should they make a ring, are the next numbers. */
export const FRIEND = 100_000;

export function providerOf(seed: number, id: number, world: World): Provider {
  const random = new Random(seed, id, 1);
  const skill = Math.exp(world.skillSd * random.normal() - world.skillSd ** 2 / 2);
  const friendShare = random.between(0.02, 0.12);
  const furtherMonths = world.furtherMonths * Math.exp(world.mixSd * random.normal() - world.mixSd ** 2 / 2);
  return { id, skill, trueRate: trueRateOf(skill, furtherMonths, world), furtherMonths, friendShare };
}

/** Over cases of its ages, by a thousand draws. */
function trueRateOf(skill: number, furtherMonths: number, world: World): number {
  const random = new Random(7);
  let [reached, expected] = [0, 0];
  for (let draw = 0; draw < 1_000; draw += 1) {
    const share = Number(expectedRecovery(10_000n, monthsOf(furtherMonths, random, world))) / 10_000;
    reached += Math.min(1, skill * share);
    expected += share;
  }
  return reached / expected;
}

function monthsOf(further: number, random: Random, world: World): number {
  return Math.floor(world.leastMonths + random.exponential(further));
}

/** The cases that a provider could take at its n-th place, by its own draws: what it takes of them is its choice. */
export function casesOffered(seed: number, provider: Provider, place: number, offered: number, world: World): Case[] {
  return Array.from({ length: offered }, (_, at) =>
    caseOf(seed, provider, new Random(seed, provider.id, place, at, 2), world),
  );
}

function caseOf(seed: number, { id, skill, furtherMonths, friendShare }: Provider, random: Random, world: World): Case {
  const amountFen = Math.max(10_000, Math.round(world.medianFen * Math.exp(world.amountSd * random.normal())));
  const months = monthsOf(furtherMonths, random, world);
  const from = random.uniform();
  const other = random.below(world.creditors);
  const ring = from < friendShare + world.ringShare ? FRIEND + 1 + random.below(3) : other;
  const creditor = from < friendShare ? FRIEND : ring;
  const kind = new Random(seed, creditor, creditor < FRIEND ? 0 : id, 3).normal();
  const expectedFen = expectedRecovery(BigInt(amountFen), months);
  const share = Number(expectedFen) / amountFen;
  const chance = Math.min(1, skill * Math.exp(world.creditorSd * kind - world.creditorSd ** 2 / 2) * share);
  const payments = paymentsOf(amountFen, chance, random, world);
  return { amountFen, months, expectedFen, creditor, payments, end: endOf(payments, random, world) };
}

function paymentsOf(amountFen: number, chance: number, random: Random, world: World): Payment[] {
  const [first, second, shared] = [random.uniform(), random.uniform(), random.uniform() < world.sharedFate];
  const half = Math.floor(amountFen / 2);
  const parts = [
    { paid: first < chance, fen: half },
    { paid: (shared ? first : second) < chance, fen: amountFen - half },
  ];
  const days = parts.map(() => waitOf(random, world));
  return parts.flatMap(({ paid, fen }, at) => (paid ? [{ day: days[at]!, fen }] : [])).sort((a, b) => a.day - b.day);
}

/** Two waits one after the other: hardly anything in the first days, most within three months, all before the last day. */
function waitOf(random: Random, world: World): number {
  for (;;) {
    const days = random.exponential(world.waitDays) + random.exponential(world.waitDays);
    if (days < world.lastDay - 1) return Math.ceil(days);
  }
}

function endOf(payments: readonly Payment[], random: Random, world: World): Case['end'] {
  const chance = random.uniform();
  const day = Math.ceil(random.between(1, 90));
  const paidUp = payments.length === 2 ? payments[1]!.day : world.lastDay;
  const { honestReturns: returns, honestRecalls: recalls, exoneratedRecalls: exonerated } = world;
  if (chance < returns + recalls + exonerated && day < paidUp) {
    const state = chance < returns ? 'returned' : 'recalled';
    return { state, day, exonerated: chance >= returns + recalls };
  }
  return { state: 'completed', day: paidUp, exonerated: false };
}
