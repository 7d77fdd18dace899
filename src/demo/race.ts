import { setTimeout as sleep } from 'node:timers/promises';
import type { Fen } from '../kernel/index.js';
import type { ApiClient } from './api-client.js';
import type { Desk, Held } from './desk.js';
import type { Stage } from './progress.js';
import { Random } from './random.js';
import type { Worker } from './work.js';

/** Every provider looks at the hall from so many places, each in its own order: they meet at the same cases. */
const SORTS = ['SCORE_DESC', 'COMMISSION_DESC', 'NEWEST', 'AMOUNT_DESC'] as const;
const PAGE = 20;
/** How far down a page somebody reaches; the smaller, the more often two want the same case. */
const REACH = 8;
const GRABS_PER_LOOK = 5;
/** Now and then somebody asks for a case that is too large for their grade. */
const DARING = 0.02;
const EXPECTED_REFUSALS = [
  'CASE_ALREADY_GRABBED',
  'CASE_ALREADY_YOURS',
  'QUOTA_EXCEEDED',
  'CASE_TOO_LARGE',
  'CASE_RETURNED_BEFORE',
];

interface Listing {
  readonly id: string;
  readonly amountFen: string;
}

const HALL = `query ($sort: HallSort!, $filter: HallFilter) {
  hall(first: ${PAGE}, sort: $sort, filter: $filter) {
    nodes { id category provinceName amountFen monthsOverdue commissionBps evidenceBps score grade }
    pageInfo { endCursor hasNextPage }
  }
}`;
const GRAB = 'Grab { id caseId amountFen monthsOverdue terms { commissionBps serviceFeeBps lawyerFeeCap } }';

export interface RaceRules {
  /** When to stop, in the clock of `performance.now()`. */
  readonly until: number;
  readonly seed: number;
}

/** The contest for the hall: all providers, each by several connections, until the time is over or nothing is listed. */
export class Race {
  private exhausted = false;

  constructor(
    private readonly rules: RaceRules,
    private readonly worker: Worker,
    private readonly stage: Stage,
  ) {}

  async run(desks: readonly Desk[]): Promise<void> {
    await Promise.all(desks.map((desk) => desk.refresh(true)));
    const connections = desks.flatMap((desk, place) =>
      SORTS.map((sort, nth) => {
        const client = desk.member.client.as({ name: `${desk.short} #${nth + 1}` });
        const random = new Random(this.rules.seed * 1_000 + place * 10 + nth);
        return new Connection(desk, client, sort, random);
      }),
    );
    await Promise.all(connections.map((connection) => this.play(connection)));
  }

  private get over(): boolean {
    return this.exhausted || performance.now() > this.rules.until;
  }

  /** Grabs until the quota is full, works a case, grabs again. */
  private async play(connection: Connection): Promise<void> {
    const { desk, client, random } = connection;
    while (!this.over) {
      if (!desk.full) {
        if ((await connection.grabOne()) === 'nothing-listed') this.exhausted = true;
        continue;
      }
      const held = desk.waiting.shift();
      if (!held) await sleep(50);
      else {
        await this.worker.finish(held, desk, client, random);
        await desk.refresh();
        this.stage.step();
      }
    }
    client.close();
  }
}

/** One kept-alive connection of a provider and the page of the hall it looks at. */
class Connection {
  private page: Listing[] = [];
  private looks = 0;

  constructor(
    readonly desk: Desk,
    readonly client: ApiClient,
    private readonly sort: string,
    readonly random: Random,
  ) {}

  async grabOne(): Promise<'tried' | 'nothing-listed'> {
    if (this.looks === 0 || this.page.length === 0) {
      const daring = this.random.chance(DARING);
      await this.look(daring ? null : this.desk.limitFen);
      if (this.page.length === 0) return this.idle();
    }
    this.looks -= 1;
    const [wanted] = this.page.splice(this.random.whole(0, Math.min(REACH, this.page.length) - 1), 1);
    await this.grab(wanted!);
    return 'tried';
  }

  private async look(belowFen: Fen | null): Promise<void> {
    const filter = belowFen === null ? null : { maxAmountFen: String(belowFen - 1n) };
    const hall = await this.client.ask<{ nodes: Listing[] }>(HALL, { sort: this.sort, filter });
    this.page = hall.nodes;
    this.looks = GRABS_PER_LOOK;
  }

  /** Nothing for this grade; perhaps nothing at all. */
  private async idle(): Promise<'tried' | 'nothing-listed'> {
    await this.look(null);
    if (this.page.length === 0) return 'nothing-listed';
    this.page = [];
    await sleep(500);
    return 'tried';
  }

  private async grab({ id }: Listing): Promise<void> {
    const given = { caseId: ['ID!', id] } as const;
    const outcome = await this.client.attempt<Grabbed>('grabCase', given, GRAB, EXPECTED_REFUSALS);
    if ('done' in outcome) this.desk.take(heldFrom(outcome.done));
    else if (outcome.refused.code === 'QUOTA_EXCEEDED') this.desk.full = true;
  }
}

interface Grabbed {
  readonly id: string;
  readonly caseId: string;
  readonly amountFen: string;
  readonly monthsOverdue: number;
}

function heldFrom({ id, caseId, amountFen, monthsOverdue }: Grabbed): Held {
  return { grabId: id, caseId, amountFen: BigInt(amountFen), monthsOverdue };
}
