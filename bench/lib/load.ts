import { quantile } from './figures.js';
import { type Answer, HttpConnection } from './http-connection.js';

/** What an answer counts as. `other` is neither a success nor an expected no; the first one is shown. */
export type Verdict = 'win' | 'loss' | 'other';

/** What one contender did with one load. Latencies in milliseconds. */
export interface Measured {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly wins: number;
  readonly others: number;
  readonly firstOther: string | undefined;
}

export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly requests: readonly Buffer[];
  /** The first so many are sent before the clock starts. */
  readonly warmUp: number;
  judge(answer: Answer): Verdict;
}

/** A closed loop: each connection sends the next request of the sequence as soon as it has its last answer. */
export async function drive(load: Load): Promise<Measured & { warmUpWins: number }> {
  const open = Array.from({ length: load.connections }, () => HttpConnection.open(load.url));
  const connections = await Promise.all(open);
  try {
    const warm = await run(connections, load, 0, load.warmUp);
    const measured = await run(connections, load, load.warmUp, load.requests.length);
    return { ...measured, warmUpWins: warm.wins };
  } finally {
    for (const connection of connections) connection.close();
  }
}

async function run(connections: HttpConnection[], load: Load, from: number, to: number): Promise<Measured> {
  const latencies = new Float64Array(to - from);
  const counts = { win: 0, loss: 0, other: 0 };
  let firstOther: string | undefined;
  let next = from;
  const loop = async (connection: HttpConnection) => {
    while (next < to) {
      const mine = next;
      next += 1;
      const sent = performance.now();
      const answer = await connection.send(load.requests[mine]!);
      latencies[mine - from] = performance.now() - sent;
      const verdict = load.judge(answer);
      counts[verdict] += 1;
      if (verdict === 'other') firstOther ??= `${answer.status} ${answer.body.toString('utf8').slice(0, 500)}`;
    }
  };
  const began = performance.now();
  await Promise.all(connections.map(loop));
  const seconds = (performance.now() - began) / 1000;
  return { ...summary(latencies, seconds), wins: counts.win, others: counts.other, firstOther };
}

/** Latencies (milliseconds) as they are reported. Sorts them. */
export function summary(latencies: Float64Array, seconds: number) {
  latencies.sort();
  return { requests: latencies.length, seconds, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}
