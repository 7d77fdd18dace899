import { publicId } from '../../src/kernel/index.js';
import { Contender } from '../lib/contender.js';
import type { Ground } from '../lib/ground.js';
import { type Answer, request } from '../lib/http-connection.js';
import { drive, type Measured, type Verdict } from '../lib/load.js';
import { tokensFor } from '../lib/people.js';
import type { BareSettings } from '../peers/bare.js';
import { hasPgbench, runPgbench } from '../peers/pgbench.js';
import type { Attempt, GrabWorld } from './world.js';
import { RATE } from './world.js';

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
    overHttp(BARE, bare, () => tokens.map((one) => one.token), bareRequest, byStatus),
    overHttp(REST, product, tokenOf, restRequest, byStatus),
    overHttp(GRAPHQL, product, tokenOf, graphqlRequest, byTypename),
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

type RequestOf = (caseId: string, token: string) => Buffer;

function overHttp(
  name: string,
  server: Contender,
  tokens: () => string[] | Promise<string[]>,
  requestOf: RequestOf,
  judge: (answer: Answer) => Verdict,
): GrabContender {
  return {
    name,
    async run(attempts, connections, warmUp) {
      const known = await tokens();
      const requests = attempts.map((one) => requestOf(one.caseId, known[one.provider]!));
      const before = await server.usage();
      const { warmUpWins, ...measured } = await drive({ url: server.url, connections, requests, warmUp, judge });
      const after = await server.usage();
      const cpuPerRequest = (after.cpuMicros - before.cpuMicros) / requests.length;
      return { ...measured, toldWins: measured.wins + warmUpWins, cpuPerRequest };
    },
  };
}

const bareRequest: RequestOf = (caseId, token) => request('POST', '/grab', token, { caseId });

const restRequest: RequestOf = (caseId, token) => request('POST', `/v1/cases/${publicId('case', caseId)}/grab`, token);

const GRAB = `mutation Grab($caseId: ID!) { grabCase(caseId: $caseId) { __typename
  ... on Grab { id caseId providerId state amountFen monthsOverdue terms { commissionBps serviceFeeBps lawyerFeeCap }
    grabbedAt acceptBy activityBy exclusiveUntil }
  ... on Refusal { code message } } }`;

const graphqlRequest: RequestOf = (caseId, token) =>
  request('POST', '/graphql', token, { query: GRAB, variables: { caseId: publicId('case', caseId) } });

function byStatus({ status }: Answer): Verdict {
  return status === 201 ? 'win' : status === 409 ? 'loss' : 'other';
}

function byTypename({ status, body }: Answer): Verdict {
  if (status !== 200) return 'other';
  if (body.includes('"__typename":"Grab"')) return 'win';
  return body.includes('"CASE_ALREADY_GRABBED"') ? 'loss' : 'other';
}
