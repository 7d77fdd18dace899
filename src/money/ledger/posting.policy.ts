import { type Fen, sumFen } from '../../kernel/index.js';

/** One side of a transfer: whose account of which kind moves by how much. Positive: it is owed more, or owes less. */
export interface Line {
  /** The organisation that owns the account. */
  readonly owner: string;
  /** `creditor_payable`, `provider_receivable` … A word of the caller's; the ledger gives it no meaning. */
  readonly kind: string;
  readonly amountFen: Fen;
  /** What this amount is within the transfer: `commission`, `service_fee`. */
  readonly part: string;
}

/** What a transfer is about, so that a line of a statement can name it. */
export interface Reference {
  readonly kind: string;
  readonly id: string;
  readonly caseId?: string | null;
}

/** One transfer to be posted. */
export interface Posting {
  /** Says the same thing only once in the life of the ledger: `repayment:<id>`. */
  readonly key: string;
  readonly kind: string;
  readonly reference: Reference;
  readonly lines: readonly Line[];
  /** How far the books of these accounts are ahead of database time, in seconds: those of test organisations may be. */
  readonly aheadSeconds?: bigint;
  /** The transfer this one mirrors. */
  readonly reverses?: string;
  /** Accounts that must not fall below a balance by this transfer, such as the one a payout is taken from. */
  readonly floors?: readonly { owner: string; kind: string; floorFen: Fen }[];
}

/** Why a posting is a fault of its caller, or nothing. A transfer of nothing at all has no lines and is in order. */
export function faultOf(lines: readonly Line[]): string | undefined {
  if (lines.some((line) => line.amountFen === 0n)) return 'a line moves nothing';
  const total = sumFen(lines.map((line) => line.amountFen));
  return total === 0n ? undefined : `the lines sum to ${total} fen, not to zero`;
}

/** The lines in a form in which two postings of the same thing are equal, whatever order they were written in. */
export function canonicalLines(lines: readonly Line[]): string {
  return lines
    .map((line) => `${line.owner}|${line.kind}|${line.part}|${line.amountFen}`)
    .sort()
    .join('\n');
}

/** The exact mirror of some lines. */
export function mirrorOf(lines: readonly Line[]): Line[] {
  return lines.map((line) => ({ ...line, amountFen: -line.amountFen }));
}

/** What each account moves by in all, keyed by `owner|kind`. An account whose lines cancel out is there with 0n. */
export function movesOf(lines: readonly Line[]): Map<string, Fen> {
  const moves = new Map<string, Fen>();
  for (const line of lines) {
    const key = accountKey(line);
    moves.set(key, (moves.get(key) ?? 0n) + line.amountFen);
  }
  return moves;
}

export function accountKey(account: { owner: string; kind: string }): string {
  return `${account.owner}|${account.kind}`;
}
