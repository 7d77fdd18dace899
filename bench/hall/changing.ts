import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, HttpConnection } from '../lib/http-connection.js';
import { summary } from '../lib/load.js';
import type { Result } from './closed-loop.js';
import type { Face, Place } from './faces.js';
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

const GRAB_CONNECTIONS = 32;
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
 * cases, so many a second whatever the server manages: a grab that is late is made up for.
 */
export async function readWhileGrabbing(stands: Stands, stand: Stand, change: Change, front: Front): Promise<Changed> {
  const { face, server } = stand;
  const tokens = await stand.tokens();
  const open = (count: number) => Promise.all(Array.from({ length: count }, () => HttpConnection.open(server.url)));
  const [readers, grabbers] = [await open(change.connections), await open(change.rate > 0 ? GRAB_CONNECTIONS : 0)];
  const gone = new Gone();
  const began = performance.now();
  const counted = began + WARM_UP_MS;
  const end = counted + change.seconds * 1_000;
  const latencies: number[] = [];
  const before = await stands.cpuOf(stand);
  let reads = 0;
  const read = async (connection: HttpConnection, n: number) => {
    const page = face.ask({}, undefined, tokens[n % tokens.length]!);
    for (let asked = performance.now(); asked < end; asked = performance.now()) {
      const answer = await connection.send(page);
      if (answer.status !== 200) throw failure(face, answer);
      reads += 1;
      if (reads % LOOK_AT === 0) gone.look(face.read(answer.body.toString('utf8')).ids, asked, n % tokens.length);
      if (asked >= counted) latencies.push(performance.now() - asked);
    }
  };
  let [due, won] = [0, 0];
  const grab = async (connection: HttpConnection) => {
    for (;;) {
      const [mine, at] = [due, began + (due * 1_000) / change.rate];
      if (at >= end) return;
      due += 1;
      const early = at - performance.now();
      if (early > 0) await pause(early);
      if (performance.now() >= end) return;
      const [caseId, by] = [front.take(), mine % tokens.length];
      const answer = await connection.send(face.grab.ask(caseId, tokens[by]!));
      if (face.grab.judge(answer) !== 'win') throw failure(face, answer);
      won += 1;
      gone.add(caseId, by);
      if (mine % LOOK_AT !== 0) continue;
      const asked = performance.now();
      const page = await connection.send(face.ask({}, undefined, tokens[by]!));
      gone.look(face.read(page.body.toString('utf8')).ids, asked, by);
    }
  };
  try {
    await Promise.all([...readers.map(read), ...grabbers.map(grab)]);
  } finally {
    for (const connection of [...readers, ...grabbers]) connection.close();
  }
  const after = await stands.cpuOf(stand);
  const { oldest, ownUnseen, looked } = gone;
  return {
    ...summary(Float64Array.from(latencies), change.seconds),
    ...{ wins: latencies.length, others: 0, firstOther: undefined, oldest, ownUnseen, looked },
    grabs: won / ((performance.now() - began) / 1_000),
    serverCpu: (after.server - before.server) / reads,
    postgresCpu: (after.postgres - before.postgres) / reads,
  };
}

function failure(face: Face, { status, body }: Answer): Error {
  return new Error(`${face.name}: ${status} ${body.toString('utf8').slice(0, 500)}`);
}
