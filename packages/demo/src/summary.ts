import type { Fen } from '@recourse/client';
import type { Checked } from './checks.js';
import type { Desk } from './desk.js';
import type { Told } from './story.js';
import type { Tally } from './tally.js';

/** What `--json` prints, with amounts as strings of fen; rates are basis points. */
export interface Summary {
  readonly ok: boolean;
  readonly seconds: number;
  readonly rows: Record<'posted' | 'admitted' | 'inReview' | 'duplicate' | 'rejected', number>;
  readonly grabs: Record<'won' | 'completed' | 'returned' | 'held' | 'listedStill', number>;
  readonly repayments: Record<'reported' | 'confirmed' | 'rejected' | 'reversed' | 'waiting', number>;
  readonly providers: readonly ProviderLine[];
  readonly ledger: {
    readonly kinds: Readonly<Record<string, Fen>>;
    readonly totalFen: Fen;
    readonly balanced: boolean;
  };
  readonly payouts: number;
  readonly refusals: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly laws: { readonly checked: number; readonly broken: number };
  readonly leaks: number;
  readonly faults: number;
  readonly urls: Readonly<Record<string, string>>;
}

export interface ProviderLine {
  readonly name: string;
  readonly kind: string;
  readonly held: number;
  readonly completed: number;
  readonly returned: number;
  readonly recoveredFen: Fen;
  readonly collectionRateBps: number | null;
  readonly adjustedRateBps: number | null;
  readonly grade: string;
  /** The highest it reached on the way. */
  readonly bestGrade: string;
  readonly commissionFen: Fen;
  readonly paidOutFen: Fen;
}

/** Puts together what was seen; `ok` says that nothing unexpected happened. */
export function summarise(told: Told, checked: Checked, tally: Tally, url: string, seconds: number): Summary {
  const { rows, desks, payouts, ledger, listed } = told;
  const sum = (of: (desk: Desk) => number) => desks.reduce((total, desk) => total + of(desk), 0);
  const [confirmed, reversed] = [sum((desk) => desk.confirmed.length), sum((desk) => desk.reversed)];
  const [reported, rejected] = [sum((desk) => desk.reported), sum((desk) => desk.rejected)];
  const balanced = ledger.totalFen === 0n && ledger.agrees;
  const leaks = checked.leaks.leaks.length;
  const faults = checked.faults.length;
  return {
    ok: balanced && leaks === 0 && faults === 0 && checked.laws.broken === 0,
    seconds,
    rows,
    grabs: {
      won: sum((desk) => desk.grabbed),
      completed: sum((desk) => desk.completed),
      returned: sum((desk) => desk.returned),
      held: sum((desk) => desk.waiting.length),
      listedStill: listed,
    },
    repayments: {
      reported,
      confirmed: confirmed - reversed,
      rejected,
      reversed,
      waiting: reported - confirmed - rejected,
    },
    providers: desks.map((desk) => lineOf(desk, told)),
    ledger: {
      kinds: Object.fromEntries(ledger.kinds.map((each) => [each.kind, each.balanceFen])),
      totalFen: ledger.totalFen,
      balanced,
    },
    payouts,
    refusals: tally.refusals,
    requests: tally.requests,
    laws: checked.laws,
    leaks,
    faults,
    urls: {
      home: `${url}/`,
      graphiql: `${url}/graphiql`,
      reference: `${url}/reference`,
      metrics: `${url}/metrics`,
    },
  };
}

function lineOf(desk: Desk, { statements }: Told): ProviderLine {
  const { standing, member } = desk;
  const totals = statements.get(member.organisationId)!.totals;
  return {
    name: desk.short,
    kind: member.role.kind,
    held: desk.waiting.length,
    completed: desk.completed,
    returned: desk.returned,
    recoveredFen: desk.recoveredFen,
    collectionRateBps: standing.collectionRateBps,
    adjustedRateBps: standing.adjustedRateBps,
    grade: standing.grade,
    bestGrade: desk.bestGrade,
    commissionFen: totals.commissionFen,
    paidOutFen: -totals.payoutFen,
  };
}
