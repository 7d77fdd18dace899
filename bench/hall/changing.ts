import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, HttpConnection } from '../lib/http-connection.js';
import { summary } from '../lib/load.js';
import type { Result } from './closed-loop.js';
import type { Place } from './faces.js';
import type { Stand, Stands } from './stands.js';

export interface Change {
  /** Grabs a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly connections: number;
}

/** First pages read while grabs change them. */
export interface Changed extends Result {
  /** Grabs a second that were really won. */
  readonly grabs: number;
  /** Milliseconds between a grab's answer and the latest page asked for after it that still showed its case. */
  readonly oldest: number;
  /** Pages that showed their reader a case which it had grabbed before it asked. */
  readonly ownUnseen: number;
  readonly looked: number;
}

const MOST_CONNECTIONS = 1_000;
/** One page in so many is read and compared with what is gone; reading all would cost more than serving them. */
const LOOK_AT = 8;
const WARM_UP_MS = 300;

/** Where the next grab takes its case: the newest ones, those of the first page. */
export class Front {
  private next = 0;

  constructor(private readonly places: readonly Place[]) {}

  take(): string {
    const place = this.places[this.next];
    if (!place) throw new Error('the hall is empty');
    this.next += 1;
    return place.id;
  }
}

/** What is gone from the hall since when, and who took it. */
class Gone {
  private readonly taken = new Map<string, { at: number; by: number }>();
  oldest = 0;
  ownUnseen = 0;
  looked = 0;

  add(caseId: string, by: number): void {
    this.taken.set(caseId, { at: performance.now(), by });
  }

  look(shown: readonly string[], asked: number, reader: number): void {
    this.looked += 1;
    for (const id of shown) {
      const gone = this.taken.get(id);
      if (!gone || gone.at >= asked) continue;
      this.oldest = Math.max(this.oldest, asked - gone.at);
      if (gone.by === reader) this.ownUnseen += 1;
    }
  }
}

/**
 * Every connection asks for the first page again as soon as it has it, and beside them the same members grab the newest
 * cases, each grab at its time whether or not the ones before are answered.
 */
export async function readWhileGrabbing(stands: Stands, stand: Stand, change: Change, front: Front): Promise<Changed> {
  const tokens = await stand.tokens();
  const load = new ChangingLoad(stand, tokens, change, front);
  const before = await stands.cpuOf(stand);
  await load.run();
  const after = await stands.cpuOf(stand);
  const { gone, latencies, reads, won } = load;
  return {
    ...summary(Float64Array.from(latencies), change.seconds),
    ...{ wins: latencies.length, others: 0, firstOther: undefined },
    ...{ oldest: gone.oldest, ownUnseen: gone.ownUnseen, looked: gone.looked },
    grabs: won / change.seconds,
    serverCpu: (after.server - before.server) / reads,
    postgresCpu: (after.postgres - before.postgres) / reads,
  };
}

class ChangingLoad {
  readonly gone = new Gone();
  readonly latencies: number[] = [];
  reads = 0;
  /** Grabs won while the clock ran. */
  won = 0;
  private readonly began = performance.now();
  private readonly counted = this.began + WARM_UP_MS;
  private readonly end: number;
  private readonly idle: HttpConnection[] = [];
  private readonly open: HttpConnection[] = [];

  constructor(
    private readonly stand: Stand,
    private readonly tokens: readonly string[],
    private readonly change: Change,
    private readonly front: Front,
  ) {
    this.end = this.counted + change.seconds * 1_000;
  }

  async run(): Promise<void> {
    try {
      const readers = Array.from({ length: this.change.connections }, (_, n) => this.readOn(n));
      await Promise.all([...readers, this.grabOn()]);
    } finally {
      for (const connection of this.open) connection.close();
    }
  }

  private async readOn(n: number): Promise<void> {
    const connection = await this.connection();
    const reader = n % this.tokens.length;
    const page = this.stand.face.ask({}, undefined, this.tokens[reader]!);
    for (let asked = performance.now(); asked < this.end; asked = performance.now()) {
      const answer = await connection.send(page);
      if (answer.status !== 200) throw this.failure(answer);
      this.reads += 1;
      if (this.reads % LOOK_AT === 0) this.look(answer, asked, reader);
      if (asked >= this.counted) this.latencies.push(performance.now() - asked);
    }
  }

  private async grabOn(): Promise<void> {
    const grabs: Promise<void>[] = [];
    for (let n = 0; this.change.rate > 0; n += 1) {
      const due = this.began + (n * 1_000) / this.change.rate;
      if (due >= this.end) break;
      while (performance.now() < due) await pause(1);
      // What the server cannot take is not offered: the rate reached is told.
      if (this.open.length - this.idle.length < MOST_CONNECTIONS) grabs.push(this.grab(n));
    }
    await Promise.all(grabs);
  }

  private async grab(n: number): Promise<void> {
    const { face } = this.stand;
    const [caseId, by] = [this.front.take(), n % this.tokens.length];
    const connection = this.idle.pop() ?? (await this.connection());
    const answer = await connection.send(face.grab.ask(caseId, this.tokens[by]!));
    if (face.grab.judge(answer) !== 'win') throw this.failure(answer);
    this.gone.add(caseId, by);
    const now = performance.now();
    if (now >= this.counted && now < this.end) this.won += 1;
    if (n % LOOK_AT === 0) this.look(await connection.send(face.ask({}, undefined, this.tokens[by]!)), now, by);
    this.idle.push(connection);
  }

  private look({ body }: Answer, asked: number, reader: number): void {
    this.gone.look(this.stand.face.read(body.toString('utf8')).ids, asked, reader);
  }

  private async connection(): Promise<HttpConnection> {
    const made = await HttpConnection.open(this.stand.server.url);
    this.open.push(made);
    return made;
  }

  private failure({ status, body }: Answer): Error {
    return new Error(`${this.stand.face.name}: ${status} ${body.toString('utf8').slice(0, 500)}`);
  }
}
