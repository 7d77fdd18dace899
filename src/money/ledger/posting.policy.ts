import { type Fen, sumFen } from '../../kernel/index.js';

/** One side of a transfer: an account and the amount it moves by. Positive: its owner is owed more, or owes less. */
export interface Line {
  /** The organisation that owns the account. */
  readonly owner: string;
  /** `creditor_payable`, `provider_receivable` … Chosen by the caller; the ledger does not interpret it. */
  readonly kind: string;
  /** Given for an account that everybody's transfers move, the platform's: it is kept in parts, so that none waits for another. */
  readonly counterparty?: string | null;
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
  /** Unique in the ledger, so that one fact is posted once: `repayment:<id>`. */
  readonly key: string;
  readonly kind: string;
  readonly reference: Reference;
  readonly lines: readonly Line[];
  /** How many seconds the clock of these accounts is ahead of database time; above 0 only in a sandbox. */
  readonly aheadSeconds?: bigint;
  /** The transfer this one mirrors. */
  readonly reverses?: string;
  /** Accounts that this transfer must not bring below a balance, such as the one a payout is taken from. */
  readonly floors?: readonly { owner: string; kind: string; floorFen: Fen }[];
}

/** Why the lines are a fault of the caller; undefined when they are valid. A transfer may have no lines at all. */
export function faultOf(lines: readonly Line[]): string | undefined {
  if (lines.some((line) => line.amountFen === 0n)) return 'a line moves nothing';
  const total = sumFen(lines.map((line) => line.amountFen));
  return total === 0n ? undefined : `the lines sum to ${total} fen, not to zero`;
}

/** The lines as text that is equal for two postings of the same lines in any order, whatever parts their accounts are kept in. */
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

/** The amount each account moves by, keyed by `accountKey`; 0n when its lines cancel out. */
export function movesOf(lines: readonly Line[]): Map<string, Fen> {
  const moves = new Map<string, Fen>();
  for (const line of lines) {
    const key = accountKey(line);
    moves.set(key, (moves.get(key) ?? 0n) + line.amountFen);
  }
  return moves;
}

export function accountKey({ owner, kind, counterparty }: AccountName): string {
  return `${owner}|${kind}|${counterparty ?? ''}`;
}

export type AccountName = Pick<Line, 'owner' | 'kind' | 'counterparty'>;
