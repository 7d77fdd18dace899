import { aim, aimBelow, fixed, median } from '../lib/figures.js';
import { table } from '../lib/table.js';
import type { Changed } from './changing.js';
import type { Result } from './closed-loop.js';
import { BARE, GRAPHQL, REST } from './faces.js';
import type { Size } from './hall.js';
import { PROVIDERS } from './stands.js';

type Rounds<T extends Result> = ReadonlyMap<string, readonly T[]>;

/** What was measured at one size of the hall or one rate of grabs. */
export interface Part<T extends Result> {
  readonly of: number;
  readonly rounds: Rounds<T>;
}

export interface Measurements {
  readonly parts: readonly Part<Result>[];
  readonly changing: readonly Part<Changed>[];
  readonly unshared: Rounds<Result>;
}

const AIM_AT = 500;
const speedOf = (result: Result) => result.requests / result.seconds;
const of = <T>(results: readonly T[], value: (result: T) => number) => median(results.map(value));
const cpuOf = (result: Result) => result.serverCpu + result.postgresCpu;

function ratio(rounds: Rounds<Result>, name: string): number {
  return median(rounds.get(name)!.map((result, n) => speedOf(result) / speedOf(rounds.get(BARE.name)![n]!)));
}

/** How many times less processor time, server and database together, than bare. */
function saving(rounds: Rounds<Result>, name: string): number {
  return of(rounds.get(BARE.name)!, cpuOf) / of(rounds.get(name)!, cpuOf);
}

export function report(measured: Measurements, size: Size, pool: number, quick: boolean): string {
  return [
    ...(quick ? ['**Smoke test: too small to mean anything.**'] : []),
    aims(measured),
    explanation(size, pool),
    ...measured.changing.map(({ of: rate, rounds }) => `### First pages, ${fixed(rate)} grabs/s\n\n${changed(rounds)}`),
    `### Pages that nobody shares\n\n${tableOf(measured.unshared)}`,
    ...measured.parts.map(({ of: cases, rounds }) => `### Mix, ${fixed(cases)} cases\n\n${tableOf(rounds)}`),
  ].join('\n\n');
}

function aims({ parts, changing, unshared }: Measurements): string {
  const recourse = changing.flatMap(({ rounds }) => [...rounds.get(REST.name)!, ...rounds.get(GRAPHQL.name)!]);
  const [small, large] = [parts[0]!, parts.at(-1)!];
  const p50 = (rounds: Rounds<Result>, name: string) => of(rounds.get(name)!, (result) => result.p50);
  const growth = (name: string) => p50(large.rounds, name) / p50(small.rounds, name);
  const looked = recourse.reduce((sum, result) => sum + result.looked, 0);
  const unseen = recourse.reduce((sum, result) => sum + result.ownUnseen, 0);
  return [
    ...changing.map(({ of: rate, rounds }) => {
      const figure = (name: string) => (rate === AIM_AT ? aim(ratio(rounds, name), 3) : fixed(ratio(rounds, name), 2));
      const reached = fixed(of(rounds.get(GRAPHQL.name)!, (result) => result.grabs));
      return `- First pages while ${fixed(rate)} grabs/s change them (${reached} reached): GraphQL ${figure(GRAPHQL.name)}, REST ${figure(REST.name)} of bare Fastify + pg.`;
    }),
    `- Oldest state shown: ${aimBelow(Math.max(...recourse.map((result) => result.oldest)), 1_000, ' ms')}; pages that lacked their reader's own act: ${aimBelow(unseen, 0)} of ${fixed(looked)} looked at.`,
    `- Pages that nobody shares: GraphQL ${aim(ratio(unshared, GRAPHQL.name), 1)}, REST ${fixed(ratio(unshared, REST.name), 2)} of bare Fastify + pg.`,
    ...parts.map(
      ({ of: cases, rounds }) =>
        `- Mix at ${fixed(cases)} cases: GraphQL ${aim(ratio(rounds, GRAPHQL.name), 1)}, REST ${fixed(ratio(rounds, REST.name), 2)} of bare Fastify + pg.`,
    ),
    `- p50 of the mix at ${fixed(large.of)} cases ÷ at ${fixed(small.of)}: GraphQL ${aimBelow(growth(GRAPHQL.name), 1.5)}, REST ${aimBelow(growth(REST.name), 1.5)}, bare ${fixed(growth(BARE.name), 2)}.`,
  ].join('\n');
}

function explanation(size: Size, pool: number): string {
  return [
    `${PROVIDERS} providers over ${size.connections} connections; 20 nodes with the same fields; rounds in turns, medians; ${pool} database connections per process.`,
    `The changing hall has ${fixed(size.changingAt)} cases at first: everybody asks for the first page by newest again and again for ${size.seconds} s, while the same providers`,
    'grab the newest cases through the same process. One page in eight, and one after every eighth grab, is compared with what its',
    'reader and the others had grabbed before it was asked for. CPU includes the grabs. The mix: 60 % first page by newest, 15 % other orders, 15 % filters, 10 % second',
    'pages, of a hall in which nothing changes. Recourse may give an answer again for a second, the bare server asks the database every time. Before each size every contender has',
    'answered every question of the mix with the same cases.',
  ].join(' ');
}

type Column<T> = readonly [name: string, value: (result: T) => number, digits: number];

const COLUMNS: readonly Column<Result>[] = [
  ['req/s', speedOf, 0],
  ['p50 ms', (r) => r.p50, 1],
  ['p99 ms', (r) => r.p99, 1],
  ['CPU µs/req', (r) => r.serverCpu, 0],
  ['PostgreSQL µs/req', (r) => r.postgresCpu, 0],
];
const CHANGED: readonly Column<Changed>[] = [
  ...COLUMNS,
  ['grabs/s', (r) => r.grabs, 0],
  ['oldest ms', (r) => r.oldest, 0],
];

const tableOf = (rounds: Rounds<Result>) => tableWith(rounds, COLUMNS);
const changed = (rounds: Rounds<Changed>) => tableWith(rounds, CHANGED);

function tableWith<T extends Result>(rounds: Rounds<T>, columns: readonly Column<T>[]): string {
  const rows = [...rounds].map(([name, results]) => [
    ...[name, fixed(ratio(rounds, name), 2), fixed(saving(rounds, name), 2)],
    ...columns.map(([, value, digits]) => fixed(of(results, value), digits)),
  ]);
  return table(['contender', '× bare', '× by CPU', ...columns.map(([name]) => name)], rows);
}
