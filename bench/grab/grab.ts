import { breachesIn } from '../../src/commands/laws.js';
import { aim, fixed, median } from '../lib/figures.js';
import type { Ground } from '../lib/ground.js';
import { table } from '../lib/table.js';
import {
  BARE,
  type Contenders,
  GRAPHQL,
  type GrabContender,
  REST,
  type RoundResult,
  startContenders,
} from './contenders.js';
import { type Attempt, CONTENDERS_PER_CASE, type GrabWorld, grabWorld } from './world.js';

interface Size {
  readonly providers: number;
  readonly cases: number;
  readonly rounds: number;
  readonly connections: readonly number[];
}

const FULL: Size = { providers: 400, cases: 4_000, rounds: 5, connections: [64, 256] };
const QUICK: Size = { providers: 100, cases: 200, rounds: 2, connections: [64, 256] };
/** This share of a round's attempts comes before the clock starts. */
const WARM_UP = 0.1;

type Rounds = Map<string, RoundResult[]>;

/** The race for cases: one sequence of attempts for everyone, round after round in turns, medians of the rounds. */
export async function benchGrab(
  ground: Ground,
  quick: boolean,
  pool: number,
  say: (line: string) => void,
): Promise<string> {
  const size = quick ? QUICK : FULL;
  const world = await grabWorld(ground, size.providers);
  const contenders = await startContenders(ground, world, pool);
  try {
    const parts = [];
    for (const connections of size.connections) {
      const rounds = await inTurns(ground, world, contenders, size, connections, say);
      parts.push({ connections, rounds });
    }
    return report(parts, size, pool, quick);
  } finally {
    await contenders.stop();
  }
}

async function inTurns(
  ground: Ground,
  world: GrabWorld,
  { all }: Contenders,
  size: Size,
  connections: number,
  say: (line: string) => void,
): Promise<Rounds> {
  const rounds: Rounds = new Map(all.map((one) => [one.name, []]));
  for (let round = 0; round <= size.rounds; round += 1) {
    // Who begins changes from round to round, so that nobody always runs on the fresher machine.
    for (const contender of [...all.slice(round % all.length), ...all.slice(0, round % all.length)]) {
      const attempts = await world.freshRound(size.cases, 1_000 + round);
      const result = await contender.run(attempts, connections, Math.floor(attempts.length * WARM_UP));
      await verify(ground, contender, attempts, result);
      // Round 0 is for the compiler and the caches; it is checked like the others and not counted.
      if (round > 0) rounds.get(contender.name)!.push(result);
      const speed = fixed(result.requests / result.seconds);
      say(`grab, ${connections} connections, round ${round}/${size.rounds}: ${contender.name} ${speed}/s`);
    }
  }
  return rounds;
}

/** A round counts only when it was right: one winner per case, everyone told the truth, every law unbroken. */
async function verify(ground: Ground, { name }: GrabContender, attempts: readonly Attempt[], result: RoundResult) {
  const [found] = await ground.owner<{ grabs: number; cases: number }>(
    `SELECT count(*)::int AS grabs, count(DISTINCT case_id)::int AS cases FROM grabs WHERE state = 'active'`,
  );
  if (result.others > 0)
    throw new Error(`${name}: ${result.others} unexpected answers, the first: ${result.firstOther}`);
  if (found!.grabs !== found!.cases) throw new Error(`${name}: ${found!.grabs} grabs on ${found!.cases} cases`);
  const wanted = new Set(attempts.map((one) => one.caseId)).size;
  if (result.toldWins !== undefined && (result.toldWins !== found!.grabs || found!.grabs !== wanted)) {
    throw new Error(`${name}: told ${result.toldWins} wins, wrote ${found!.grabs}, ${wanted} cases were wanted`);
  }
  const [broken] = await breachesIn(ground.ownerUrl);
  if (broken) throw new Error(`${name} broke "${broken.law}": ${JSON.stringify(broken.offender)}`);
}

function report(parts: { connections: number; rounds: Rounds }[], size: Size, pool: number, quick: boolean): string {
  const head = parts.map(({ connections, rounds }) => {
    const graphql = aim(ratio(rounds, GRAPHQL), 1.5);
    return `- ${connections} connections: GraphQL ${graphql}, REST ${aim(ratio(rounds, REST), 2)} of bare Fastify + pg.`;
  });
  const attempts = size.cases * CONTENDERS_PER_CASE;
  const told = [
    `${fixed(attempts)} attempts per round by ${size.providers} providers on ${fixed(size.cases)} cases, ${CONTENDERS_PER_CASE} for each`,
    `(one in ${CONTENDERS_PER_CASE} wins); ${size.rounds} rounds in turns, medians; ratios are medians of the rounds' own ratios;`,
    `${pool} database connections per process. Every round: one winner per case, all laws hold.`,
  ].join(' ');
  const tables = parts.map(({ connections, rounds }) => `### ${connections} connections\n\n${tableOf(rounds)}`);
  return [quick ? '**Smoke test: too small to mean anything.**' : '', ...[head.join('\n'), told], ...tables]
    .filter((part) => part !== '')
    .join('\n\n');
}

function ratio(rounds: Rounds, name: string): number {
  const base = rounds.get(BARE)!;
  return median(rounds.get(name)!.map((result, n) => speedOf(result) / speedOf(base[n]!)));
}

const speedOf = (result: RoundResult) => result.requests / result.seconds;

function tableOf(rounds: Rounds): string {
  const header = ['contender', '× bare', 'req/s', 'p50 ms', 'p99 ms', 'CPU µs/req', 'wins'];
  const of = (results: RoundResult[], value: (result: RoundResult) => number) => median(results.map(value));
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
    results[0]!.toldWins === undefined ? '–' : fixed(of(results, (r) => r.wins)),
  ]);
  return table(header, rows);
}
