import { Contender } from '../lib/contender.js';
import { BARE_GRAB, GRAPHQL_GRAB, type GrabFace, REST_GRAB } from '../lib/grab-requests.js';
import type { Ground } from '../lib/ground.js';
import { RATE } from '../lib/limits.js';
import { drive, type Measured } from '../lib/load.js';
import { tokensFor } from '../lib/people.js';
import type { BareSettings } from '../peers/bare.js';
import { hasPgbench, runPgbench } from '../peers/pgbench.js';
import type { Attempt, GrabWorld } from './world.js';

/** What one contender did in one round. */
export interface RoundResult extends Measured {
  /** Processor time of the server's (or driver's) process per attempt, in microseconds. */
  readonly cpuPerRequest: number;
  /** Wins its clients were told of, warm-up included; undefined where only the database knows. */
  readonly toldWins: number | undefined;
}

export interface GrabContender {
  readonly name: string;
  run(attempts: readonly Attempt[], connections: number, warmUp: number): Promise<RoundResult>;
}

export interface Contenders {
  readonly all: GrabContender[];
  stop(): Promise<void>;
}

export const BARE = 'bare Fastify + pg';
export const REST = 'Recourse REST';
export const GRAPHQL = 'Recourse GraphQL';

/** Starts every contender, each in its own process; those not at work cost nothing. */
export async function startContenders(ground: Ground, world: GrabWorld, pool: number): Promise<Contenders> {
  const tokens = world.providers.map(({ organisationId, memberId }, n) => ({
    token: `bare-${n}`,
    organisationId,
    memberId,
  }));
  const bareSettings: BareSettings = { databaseUrl: ground.appUrl, pool, tokens, ...RATE };
  const bare = await Contender.start(BARE, 'peers/bare.js', bareSettings);
  const driver = await Contender.start('driver loop', 'peers/driver.js', { databaseUrl: ground.appUrl, pool });
  const product = await Contender.start(
    'Recourse',
    'product.js',
    {},
    {
      ...ground.environment,
      PROCESS: 'api',
      DATABASE_POOL: `${pool}`,
    },
  );
  const tokenOf = () => tokensFor(ground, world.providers);
  const all: GrabContender[] = [
    driverLoop(driver),
    ...((await hasPgbench()) ? [pgbench(ground)] : []),
    overHttp(BARE, bare, () => tokens.map((one) => one.token), BARE_GRAB),
    overHttp(REST, product, tokenOf, REST_GRAB),
    overHttp(GRAPHQL, product, tokenOf, GRAPHQL_GRAB),
  ];
  return { all, stop: async () => void (await Promise.all([bare, driver, product].map((one) => one.stop()))) };
}

function driverLoop(driver: Contender): GrabContender {
  return {
    name: 'driver loop (pg)',
    async run(attempts, connections, warmUp) {
      type Report = Measured & { warmUpWins: number; cpuMicros: number };
      const report = await driver.order<Report>({ connections, warmUp });
      const toldWins = report.wins + report.warmUpWins;
      return { ...report, toldWins, cpuPerRequest: report.cpuMicros / (attempts.length - warmUp) };
    },
  };
}

function pgbench(ground: Ground): GrabContender {
  return {
    name: 'pgbench',
    async run(attempts, connections) {
      const measured = await runPgbench(ground.appUrl, attempts.length, connections);
      return { ...measured, toldWins: undefined, cpuPerRequest: Number.NaN };
    },
  };
}

function overHttp(
  name: string,
  server: Contender,
  tokens: () => string[] | Promise<string[]>,
  { ask, judge }: GrabFace,
): GrabContender {
  return {
    name,
    async run(attempts, connections, warmUp) {
      const known = await tokens();
      const requests = attempts.map((one) => ask(one.caseId, known[one.provider]!));
      const before = await server.usage();
      const { warmUpWins, ...measured } = await drive({ url: server.url, connections, requests, warmUp, judge });
      const after = await server.usage();
      const cpuPerRequest = (after.cpuMicros - before.cpuMicros) / requests.length;
      return { ...measured, toldWins: measured.wins + warmUpWins, cpuPerRequest };
    },
  };
}
