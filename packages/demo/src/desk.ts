import type { Fen, Grab, Recourse } from '@recourse/client';
import type { Member } from './actors.js';

/** A case a provider holds, as far as work on it needs to know. */
export type Held = Pick<Grab, 'id' | 'caseId' | 'amountFen' | 'monthsOverdue'>;

/** A payment the creditor confirmed. */
export interface Confirmed {
  readonly repaymentId: string;
  readonly amountFen: Fen;
  /** The bank took it back later. */
  reversed: boolean;
}

type StandingSeen = Pick<
  Awaited<ReturnType<Recourse['standing']['get']>>,
  'grade' | 'collectionRateBps' | 'adjustedRateBps' | 'casesHeld' | 'largestCaseFen'
>;

/** Lowest first. */
const GRADES = ['junior', 'middle', 'senior', 'expert'] as const;
const FRESH_MS = 1_000;

/** One provider's office: what its connections share. */
export class Desk {
  /** Grabbed and not worked on yet. */
  readonly waiting: Held[] = [];
  readonly confirmed: Confirmed[] = [];
  /** Told by a refusal that no more may be held; over when a case is done. */
  full = false;
  grabbed = 0;
  completed = 0;
  returned = 0;
  reported = 0;
  rejected = 0;
  standing: StandingSeen = {
    grade: 'junior',
    collectionRateBps: null,
    adjustedRateBps: null,
    casesHeld: 0,
    largestCaseFen: 0n,
  };
  bestGrade: StandingSeen['grade'] = 'junior';
  private readAt = 0;

  constructor(readonly member: Member) {}

  get client(): Recourse {
    return this.member.client;
  }

  get short(): string {
    return this.member.role.short;
  }

  get reversed(): number {
    return this.confirmed.filter((payment) => payment.reversed).length;
  }

  /** What debtors paid and was not taken back. */
  get recoveredFen(): Fen {
    return this.confirmed.reduce((sum, { amountFen, reversed }) => (reversed ? sum : sum + amountFen), 0n);
  }

  take(held: Held): void {
    this.waiting.push(held);
    this.grabbed += 1;
  }

  done(how: 'completed' | 'returned'): void {
    this[how] += 1;
    this.full = false;
  }

  /** Reads the standing again, at most once a second unless it must be exact. */
  async refresh(now = false): Promise<void> {
    if (!now && performance.now() - this.readAt < FRESH_MS) return;
    this.readAt = performance.now();
    this.standing = await this.client.standing.get();
    const { grade } = this.standing;
    if (GRADES.indexOf(grade) > GRADES.indexOf(this.bestGrade)) this.bestGrade = grade;
  }
}
