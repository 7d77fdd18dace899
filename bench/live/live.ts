import { Contender } from '../lib/contender.js';
import { aimBelow, fixed, median } from '../lib/figures.js';
import type { Ground } from '../lib/ground.js';
import { summary } from '../lib/load.js';
import { type Person, tokensFor, verified } from '../lib/people.js';
import { table } from '../lib/table.js';
import type { Arrival, FollowerSettings } from './followers.js';
import { type Publish, type Published, publishAll, toChannel, toOutbox } from './publishers.js';

interface Size {
  readonly subscribers: number;
  readonly events: number;
  readonly perSecond: number;
  readonly rounds: number;
}

const FULL: Size = { subscribers: 500, events: 200, perSecond: 10, rounds: 3 };
const QUICK: Size = { subscribers: 40, events: 20, perSecond: 10, rounds: 1 };
/** The followers share so many processes. */
const PROCESSES = 2;

const BARE = { socket: 'bare ws + LISTEN', stream: 'bare SSE + LISTEN' } as const;
const OURS = { socket: 'Recourse graphql-ws', stream: 'Recourse SSE' } as const;

interface Result {
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the server for each event delivered to one follower, in microseconds. */
  readonly cpuPerDelivery: number;
  readonly peakMiB: number;
}

interface Stand {
  readonly name: string;
  readonly kind: FollowerSettings['kind'];
  readonly server: Contender;
  readonly publish: Publish;
  readonly cursors: boolean;
  tokens(): string[] | Promise<string[]>;
}

/** How soon what is committed is heard by everybody in the hall. */
export async function benchLive(
  ground: Ground,
  quick: boolean,
  pool: number,
  say: (line: string) => void,
): Promise<string> {
  const size = quick ? QUICK : FULL;
  const people = await verified(ground, 'agency', size.subscribers);
  const { stands, stop } = await startStands(ground, people, pool);
  const rounds = new Map<string, Result[]>(stands.map(({ name }) => [name, []]));
  try {
    for (let round = 0; round <= size.rounds; round += 1) {
      const turn = round % stands.length;
      for (const stand of [...stands.slice(turn), ...stands.slice(0, turn)]) {
        const result = await measure(ground, stand, size);
        // Round 0 is for the compiler and the caches, and not counted.
        if (round > 0) rounds.get(stand.name)!.push(result);
        say(`live, round ${round}/${size.rounds}: ${stand.name} p50 ${fixed(result.p50, 1)} ms`);
      }
    }
    return report(rounds, size, quick);
  } finally {
    await stop();
  }
}

async function startStands(ground: Ground, people: readonly Person[], pool: number) {
  await ground.owner('CREATE TABLE bench_live_events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body jsonb)');
  const [creditor] = await verified(ground, 'creditor', 1);
  const names = people.map((_, n) => `bare-${n}`);
  const bare = await Contender.start('bare', 'peers/broadcast.js', { databaseUrl: ground.appUrl, tokens: names });
  const environment = { ...ground.environment, PROCESS: 'all', DATABASE_POOL: `${pool}` };
  const product = await Contender.start('Recourse', 'product.js', {}, environment);
  const theirs = { server: bare, publish: toChannel(ground, 'bench_live'), cursors: false, tokens: () => names };
  const tokens = () => tokensFor(ground, people);
  const ours = { server: product, publish: toOutbox(ground, creditor!.organisationId), cursors: true, tokens };
  const kinds = ['socket', 'stream'] as const;
  const stands: Stand[] = [
    ...kinds.map((kind) => ({ name: BARE[kind], kind, ...theirs })),
    ...kinds.map((kind) => ({ name: OURS[kind], kind, ...ours })),
  ];
  return { stands, stop: async () => void (await Promise.all([bare.stop(), product.stop()])) };
}

async function measure(ground: Ground, stand: Stand, size: Size): Promise<Result> {
  const after = stand.cursors ? await cursorNow(ground) : undefined;
  const tokens = await stand.tokens();
  const share = Math.ceil(tokens.length / PROCESSES);
  const followers = await Promise.all(
    Array.from({ length: PROCESSES }, (_, n) => {
      const mine = tokens.slice(n * share, (n + 1) * share);
      const settings: FollowerSettings = { url: stand.server.url, kind: stand.kind, tokens: mine, after };
      return Contender.start(`followers of ${stand.name}`, 'live/followers.js', settings);
    }),
  );
  try {
    const before = await stand.server.usage();
    const published = await publishAll(stand.publish, size.events, size.perSecond);
    const arrivals = (await Promise.all(followers.map((one) => one.order<Arrival[][]>(size.events)))).flat();
    const used = await stand.server.usage();
    const delays = delaysOf(stand.name, published, arrivals);
    const cpuPerDelivery = (used.cpuMicros - before.cpuMicros) / delays.length;
    return { ...summary(delays, 1), cpuPerDelivery, peakMiB: used.peakBytes / 1024 / 1024 };
  } finally {
    await Promise.all(followers.map((one) => one.stop()));
  }
}

async function cursorNow(ground: Ground): Promise<string> {
  const [row] = await ground.owner<{ position: string | null }>(
    'SELECT max(position)::text AS position FROM feed_events',
  );
  return Buffer.from(JSON.stringify([row?.position ?? '0'])).toString('base64url');
}

/** How long each took to each, in milliseconds; a round in which anybody missed one, or had one twice, is no round. */
function delaysOf(name: string, published: Published, arrivals: readonly (readonly Arrival[])[]): Float64Array {
  const order = [...published.keys()].join();
  const wrong = arrivals.filter((mine) => mine.map(([caseId]) => caseId).join() !== order);
  if (wrong.length > 0) {
    const counts = wrong.map((mine) => mine.length).slice(0, 5);
    throw new Error(`${name}: ${wrong.length} followers heard other than all ${published.size} in order: ${counts}`);
  }
  return Float64Array.from(arrivals.flat(), ([caseId, micros]) => (micros - published.get(caseId)!) / 1_000);
}

function report(rounds: Map<string, Result[]>, size: Size, quick: boolean): string {
  const of = (name: string, value: (result: Result) => number) => median(rounds.get(name)!.map(value));
  const ratio = (kind: 'socket' | 'stream', value: (result: Result) => number) =>
    median(rounds.get(OURS[kind])!.map((result, n) => value(result) / value(rounds.get(BARE[kind])![n]!)));
  const head = [
    `- p99 of a delivery: graphql-ws ${aimBelow(
      of(OURS.socket, (r) => r.p99),
      500,
      ' ms',
    )}, SSE ${aimBelow(
      of(OURS.stream, (r) => r.p99),
      500,
      ' ms',
    )}.`,
    `- p50 ÷ bare: graphql-ws ${fixed(
      ratio('socket', (r) => r.p50),
      2,
    )}, SSE ${fixed(
      ratio('stream', (r) => r.p50),
      2,
    )}.`,
  ].join('\n');
  const told = [
    `${fixed(size.subscribers)} followers of the hall in ${PROCESSES} processes, ${fixed(size.events)} events at ${size.perSecond}/s, each from the moment its`,
    'publisher sends its transaction until a follower has it: for Recourse through outbox, relay and feed, resumable by cursor;',
    'for the bare server one NOTIFY that carries the message. Every follower had every event, in order and once, in every round.',
    `${size.rounds} rounds in turns, medians. The processor's time is the server's; memory is its peak so far.`,
  ].join(' ');
  const rows = [...rounds.keys()].map((name) => [
    name,
    fixed(
      of(name, (r) => r.p50),
      1,
    ),
    fixed(
      of(name, (r) => r.p99),
      1,
    ),
    fixed(
      of(name, (r) => r.cpuPerDelivery),
      1,
    ),
    fixed(of(name, (r) => r.peakMiB)),
  ]);
  const figures = table(['contender', 'p50 ms', 'p99 ms', 'CPU µs/delivery', 'peak MiB'], rows);
  return [quick ? '**Smoke test: too small to mean anything.**' : '', head, told, figures]
    .filter((part) => part !== '')
    .join('\n\n');
}
