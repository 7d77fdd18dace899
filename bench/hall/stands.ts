import { Contender } from '../lib/contender.js';
import type { Ground } from '../lib/ground.js';
import { emptySlots, RATE, raiseLimits } from '../lib/limits.js';
import { tokensFor, verified } from '../lib/people.js';
import { postgresMicros } from '../lib/postgres-cpu.js';
import { BARE, type Face, GRAPHQL, REST } from './faces.js';

/** The hall is read by so many members of different agencies. */
export const PROVIDERS = 64;

/** One contender, ready to be asked. */
export interface Stand {
  readonly face: Face;
  readonly server: Contender;
  /** Fresh tokens, one for each provider. */
  tokens(): Promise<string[]>;
}

/** Processor time used so far in microseconds: by the server's process, and by the database. */
export interface Cpu {
  readonly server: number;
  readonly postgres: number;
}

export interface Stands {
  readonly all: readonly Stand[];
  cpuOf(stand: Stand): Promise<Cpu>;
  stop(): Promise<void>;
}

/** Starts every contender in a process of its own; those not at work cost nothing. */
export async function startStands(ground: Ground, pool: number): Promise<Stands> {
  const people = await verified(ground, 'agency', PROVIDERS);
  const ids = people.map((one) => one.organisationId);
  await raiseLimits(ground, ids);
  await emptySlots(ground, ids);
  const known = people.map(({ organisationId, memberId }, n) => ({ token: `bare-${n}`, organisationId, memberId }));
  const bare = await Contender.start(BARE.name, 'peers/bare.js', {
    databaseUrl: ground.appUrl,
    pool,
    tokens: known,
    ...RATE,
  });
  const environment = { ...ground.environment, PROCESS: 'api', DATABASE_POOL: `${pool}` };
  const product = await Contender.start('Recourse', 'product.js', {}, environment);
  return {
    all: [
      { face: BARE, server: bare, tokens: async () => known.map((one) => one.token) },
      { face: REST, server: product, tokens: () => tokensFor(ground, people) },
      { face: GRAPHQL, server: product, tokens: () => tokensFor(ground, people) },
    ],
    cpuOf: async ({ server }) => ({ server: (await server.usage()).cpuMicros, postgres: await postgresMicros(ground) }),
    stop: async () => void (await Promise.all([bare.stop(), product.stop()])),
  };
}

/** Everybody once a round, and another one begins each time. Round 0 is for the compiler and the caches, and not counted. */
export async function inTurns<T>(
  { all }: Stands,
  rounds: number,
  measure: (stand: Stand, round: number) => Promise<T>,
): Promise<Map<string, T[]>> {
  const results = new Map<string, T[]>(all.map(({ face }) => [face.name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const stand of [...all.slice(round % all.length), ...all.slice(0, round % all.length)]) {
      const result = await measure(stand, round);
      if (round > 0) results.get(stand.face.name)!.push(result);
    }
  }
  return results;
}
