import { fixed } from '../lib/figures.js';
import type { Ground } from '../lib/ground.js';
import { listCases } from '../lib/listings.js';
import { verified } from '../lib/people.js';
import { type Changed, Front, readWhileGrabbing } from './changing.js';
import { ask, type Result } from './closed-loop.js';
import { BARE, type Explored, explore, type Place, requestsOf } from './faces.js';
import { QUESTIONS, sequenceOf } from './questions.js';
import { type Part, report } from './report.js';
import { inTurns, type Stand, type Stands, startStands } from './stands.js';
import { unsharedRequests } from './unshared.js';

export interface Size {
  readonly cases: readonly number[];
  /** Which of these sizes the changing hall and the unshared pages are measured at. */
  readonly changingAt: number;
  readonly requests: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

const FULL: Size = {
  ...{ cases: [10_000, 100_000, 1_000_000], changingAt: 100_000 },
  ...{ requests: 8_000, rounds: 5, seconds: 2, connections: 64 },
};
const QUICK: Size = {
  ...{ cases: [1_000, 40_000, 41_000], changingAt: 40_000 },
  ...{ requests: 2_000, rounds: 2, seconds: 1, connections: 64 },
};
const CREDITORS = 20;
/** Grabs a second beside the readers. */
export const RATES = [0, 200, 500, 1_000];

/** Reading the hall: while it changes, page by page, and at three sizes; round after round in turns. */
export async function benchHall(
  ground: Ground,
  quick: boolean,
  pool: number,
  say: (line: string) => void,
): Promise<string> {
  const size = quick ? QUICK : FULL;
  const creditors = (await verified(ground, 'creditor', CREDITORS)).map((one) => one.organisationId);
  const stands = await startStands(ground, pool);
  const bench = new HallBench(ground, stands, size, say);
  try {
    const parts: Part<Result>[] = [];
    let [changing, unshared]: [Part<Changed>[], Map<string, Result[]>] = [[], new Map()];
    let listed = 0;
    for (const cases of size.cases) {
      say(`hall: listing ${fixed(cases)} cases`);
      await listCases(ground, creditors, listed + 1, cases);
      listed = cases;
      parts.push({ of: cases, rounds: await bench.mix(cases) });
      if (cases !== size.changingAt) continue;
      unshared = await bench.unshared();
      changing = await bench.changing();
    }
    return report({ parts, changing, unshared }, size, pool, quick);
  } finally {
    await stands.stop();
  }
}

class HallBench {
  constructor(
    private readonly ground: Ground,
    private readonly stands: Stands,
    private readonly size: Size,
    private readonly say: (line: string) => void,
  ) {}

  /** The mix of questions, the same in the same order for everybody. */
  async mix(cases: number): Promise<Map<string, Result[]>> {
    const explored = await sameAnswers(this.stands.all);
    return inTurns(this.stands, this.size.rounds, async (stand, round) => {
      const tokens = await stand.tokens();
      const prepared = tokens.map((token) => requestsOf(stand.face, explored.get(stand.face.name)!, token));
      const requests = sequenceOf(this.size.requests, 7 + round).map(
        (question, n) => prepared[n % prepared.length]![question]!,
      );
      return this.asked(`${fixed(cases)} cases`, stand, round, requests);
    });
  }

  async unshared(): Promise<Map<string, Result[]>> {
    const places = await placesOf(this.ground);
    return inTurns(this.stands, this.size.rounds, async (stand, round) => {
      const tokens = await stand.tokens();
      const requests = unsharedRequests(stand.face, places, tokens, this.size.requests, 99 + round);
      return this.asked('unshared pages', stand, round, requests);
    });
  }

  /** At each rate; the front of the hall moves on, so nobody meets a case that is gone. */
  async changing(): Promise<Part<Changed>[]> {
    const front = new Front(await placesOf(this.ground));
    const { seconds, connections, rounds } = this.size;
    const parts: Part<Changed>[] = [];
    for (const rate of RATES) {
      const found = await inTurns(this.stands, Math.min(3, rounds), async (stand, round) => {
        const result = await readWhileGrabbing(this.stands, stand, { rate, seconds, connections }, front);
        const grabs = `${fixed(result.grabs)} of ${fixed(rate)} grabs/s, oldest ${fixed(result.oldest)} ms`;
        this.said(`${grabs}`, stand, round, result);
        return result;
      });
      parts.push({ of: rate, rounds: found });
    }
    return parts;
  }

  private async asked(what: string, stand: Stand, round: number, requests: Buffer[]): Promise<Result> {
    const result = await ask(this.stands, stand, requests, this.size.connections);
    this.said(what, stand, round, result);
    return result;
  }

  private said(what: string, { face }: Stand, round: number, { requests, seconds, serverCpu, postgresCpu }: Result) {
    const cpu = `${fixed(serverCpu)} + ${fixed(postgresCpu)} µs`;
    this.say(`hall, ${what}, round ${round}: ${face.name} ${fixed(requests / seconds)}/s, ${cpu}`);
  }
}

/** Nobody is measured before everybody has answered every question with the same cases in the same order. */
async function sameAnswers(stands: readonly Stand[]): Promise<Map<string, Explored>> {
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

function placesOf(ground: Ground): Promise<Place[]> {
  return ground.owner<{ id: string; listedAt: string }>(
    `SELECT case_id AS id, to_char(listed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "listedAt"
     FROM hall_listings WHERE sandbox_id IS NULL ORDER BY listed_at DESC, case_id DESC`,
  );
}
