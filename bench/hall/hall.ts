import { Contender } from '../lib/contender.js';
import { aim, aimBelow, fixed, median } from '../lib/figures.js';
import type { Ground } from '../lib/ground.js';
import { listCases } from '../lib/listings.js';
import { drive, type Measured } from '../lib/load.js';
import { type Person, tokensFor, verified } from '../lib/people.js';
import { table } from '../lib/table.js';
import type { BareSettings } from '../peers/bare.js';
import { BARE, type Explored, explore, type Face, GRAPHQL, REST, requestsOf } from './faces.js';
import { QUESTIONS, sequenceOf } from './questions.js';

interface Size {
  readonly cases: readonly number[];
  readonly requests: number;
  readonly rounds: number;
  readonly connections: number;
}

const FULL: Size = { cases: [10_000, 100_000, 1_000_000], requests: 8_000, rounds: 5, connections: 64 };
const QUICK: Size = { cases: [1_000, 2_000, 4_000], requests: 1_000, rounds: 2, connections: 64 };
const WARM_UP = 0.1;
const CREDITORS = 20;
/** The mix is asked by so many members of different agencies. */
const PROVIDERS = 64;

interface Result extends Measured {
  readonly cpuPerRequest: number;
}
type Rounds = Map<string, Result[]>;
interface Stand {
  readonly face: Face;
  readonly server: Contender;
  tokens(): string[] | Promise<string[]>;
}

/** Reading the hall at three sizes: the same questions in the same order for everyone, round after round in turns. */
export async function benchHall(
  ground: Ground,
  quick: boolean,
  pool: number,
  say: (line: string) => void,
): Promise<string> {
  const size = quick ? QUICK : FULL;
  const creditors = (await verified(ground, 'creditor', CREDITORS)).map((one) => one.organisationId);
  const people = await verified(ground, 'agency', PROVIDERS);
  const { stands, stop } = await startStands(ground, people, pool);
  try {
    const parts: { cases: number; rounds: Rounds }[] = [];
    let listed = 0;
    for (const cases of size.cases) {
      say(`hall: listing ${fixed(cases)} cases`);
      await listCases(ground, creditors, listed + 1, cases);
      listed = cases;
      parts.push({ cases, rounds: await inTurns(stands, size, cases, say) });
    }
    return report(parts, size, pool, quick);
  } finally {
    await stop();
  }
}

async function startStands(ground: Ground, people: readonly Person[], pool: number) {
  const known = people.map(({ organisationId, memberId }, n) => ({ token: `bare-${n}`, organisationId, memberId }));
  const settings: BareSettings = { databaseUrl: ground.appUrl, pool, tokens: known, ratePerSecond: 1, burst: 1 };
  const bare = await Contender.start(BARE.name, 'peers/bare.js', settings);
  const environment = { ...ground.environment, PROCESS: 'api', DATABASE_POOL: `${pool}` };
  const product = await Contender.start('Recourse', 'product.js', {}, environment);
  const stands: Stand[] = [
    { face: BARE, server: bare, tokens: () => known.map((one) => one.token) },
    { face: REST, server: product, tokens: () => tokensFor(ground, people) },
    { face: GRAPHQL, server: product, tokens: () => tokensFor(ground, people) },
  ];
  return { stands, stop: async () => void (await Promise.all([bare.stop(), product.stop()])) };
}

async function inTurns(stands: Stand[], size: Size, cases: number, say: (line: string) => void): Promise<Rounds> {
  const explored = await sameAnswers(stands);
  const rounds: Rounds = new Map(stands.map(({ face }) => [face.name, []]));
  for (let round = 0; round <= size.rounds; round += 1) {
    const order = [...stands.slice(round % stands.length), ...stands.slice(0, round % stands.length)];
    for (const stand of order) {
      const result = await measure(stand, explored.get(stand.face.name)!, size, round);
      if (result.others > 0)
        throw new Error(`${stand.face.name}: ${result.others} failed, first: ${result.firstOther}`);
      // Round 0 is for the compiler and the caches, and not counted.
      if (round > 0) rounds.get(stand.face.name)!.push(result);
      const speed = fixed(result.requests / result.seconds);
      say(`hall, ${fixed(cases)} cases, round ${round}/${size.rounds}: ${stand.face.name} ${speed}/s`);
    }
  }
  return rounds;
}

/** Nobody is measured before everybody has answered every question with the same cases in the same order. */
async function sameAnswers(stands: Stand[]): Promise<Map<string, Explored>> {
  const found = new Map<string, Explored>();
  for (const { face, server, tokens } of stands) {
    found.set(face.name, await explore(face, server.url, (await tokens())[0]!));
  }
  const wanted = found.get(BARE.name)!.answers;
  for (const [name, { answers }] of found) {
    const differs = answers.findIndex((answer, n) => answer !== wanted[n]);
    if (differs >= 0) throw new Error(`${name} answers ${JSON.stringify(QUESTIONS[differs])} unlike ${BARE.name}`);
  }
  return found;
}

async function measure(
  { face, server, tokens }: Stand,
  explored: Explored,
  size: Size,
  round: number,
): Promise<Result> {
  const prepared = (await tokens()).map((token) => requestsOf(face, explored, token));
  const requests = sequenceOf(size.requests, 7 + round).map((question, n) => prepared[n % prepared.length]![question]!);
  const warmUp = Math.floor(requests.length * WARM_UP);
  const before = await server.usage();
  const load = { url: server.url, connections: size.connections, requests, warmUp };
  const measured = await drive({ ...load, judge: ({ status }) => (status === 200 ? 'win' : 'other') });
  const after = await server.usage();
  return { ...measured, cpuPerRequest: (after.cpuMicros - before.cpuMicros) / requests.length };
}

const speedOf = (result: Result) => result.requests / result.seconds;

function ratio(rounds: Rounds, name: string): number {
  return median(rounds.get(name)!.map((result, n) => speedOf(result) / speedOf(rounds.get(BARE.name)![n]!)));
}

function report(parts: { cases: number; rounds: Rounds }[], size: Size, pool: number, quick: boolean): string {
  const [small, large] = [parts[0]!, parts.at(-1)!];
  const p50 = (rounds: Rounds, name: string) => median(rounds.get(name)!.map((result) => result.p50));
  const growth = (name: string) => p50(large.rounds, name) / p50(small.rounds, name);
  const head = [
    ...parts.map(
      ({ cases, rounds }) =>
        `- ${fixed(cases)} cases: GraphQL ${aim(ratio(rounds, GRAPHQL.name), 1.0)}, REST ${fixed(ratio(rounds, REST.name), 2)} of bare Fastify + pg.`,
    ),
    `- p50 at ${fixed(large.cases)} cases ÷ at ${fixed(small.cases)}: GraphQL ${aimBelow(growth(GRAPHQL.name), 1.5)}, ` +
      `REST ${aimBelow(growth(REST.name), 1.5)}, bare ${fixed(growth(BARE.name), 2)}.`,
  ];
  const told = [
    `${fixed(size.requests)} questions per round over ${size.connections} connections by ${PROVIDERS} providers: 60 % first page by newest,`,
    '15 % other orders, 15 % filters, 10 % second pages; 20 nodes with the same fields. Recourse gives the same',
    `answer to everyone who asks the same within 100 ms while it has changed nothing in the hall, and here nothing changes; the bare server asks the database every time. ${size.rounds} rounds in turns, medians; ${pool} database`,
    'connections per process. Before each size every contender has answered every question with the same cases.',
  ].join(' ');
  const tables = parts.map(({ cases, rounds }) => `### ${fixed(cases)} cases\n\n${tableOf(rounds)}`);
  return [quick ? '**Smoke test: too small to mean anything.**' : '', head.join('\n'), told, ...tables]
    .filter((part) => part !== '')
    .join('\n\n');
}

function tableOf(rounds: Rounds): string {
  const header = ['contender', '× bare', 'req/s', 'p50 ms', 'p99 ms', 'CPU µs/req'];
  const of = (results: Result[], value: (result: Result) => number) => median(results.map(value));
  const rows = [...rounds].map(([name, results]) => [
    name,
    fixed(ratio(rounds, name), 2),
    fixed(of(results, speedOf)),
    fixed(
      of(results, (r) => r.p50),
      1,
    ),
    fixed(
      of(results, (r) => r.p99),
      1,
    ),
    fixed(of(results, (r) => r.cpuPerRequest)),
  ]);
  return table(header, rows);
}
