import type { Ground } from '../lib/ground.js';
import { emptySlots, raiseLimits } from '../lib/limits.js';
import { clearCases, listCases } from '../lib/listings.js';
import { type Person, verified } from '../lib/people.js';
import { seeded, shuffleNear } from '../lib/sequence.js';

/** How many providers want each case: one in so many attempts wins. */
export const CONTENDERS_PER_CASE = 4;
/** Contenders for one case come within so many attempts of each other. */
const WINDOW = 512;
const CREDITORS = 20;

export interface Attempt {
  readonly caseId: string;
  readonly provider: number;
}

/** Everything the contenders of the grab meet. */
export interface GrabWorld {
  readonly providers: readonly Person[];
  /** Empties the tables, lists fresh cases and answers who tries to grab what, in which order. */
  freshRound(cases: number, seed: number): Promise<Attempt[]>;
}

export async function grabWorld(ground: Ground, providerCount: number): Promise<GrabWorld> {
  const creditors = (await verified(ground, 'creditor', CREDITORS)).map((one) => one.organisationId);
  const providers = await verified(ground, 'agency', providerCount);
  const ids = providers.map((one) => one.organisationId);
  await raiseLimits(ground, ids);
  await ground.owner(
    'CREATE TABLE bench_attempts (n integer PRIMARY KEY, case_id uuid, provider_id uuid, member_id uuid)',
  );
  await ground.owner('GRANT SELECT ON bench_attempts TO recourse_app');
  return {
    providers,
    async freshRound(cases, seed) {
      await clearCases(ground);
      await listCases(ground, creditors, 1, cases);
      await emptySlots(ground, ids);
      const listed = await ground.owner<{ id: string }>('SELECT id FROM cases ORDER BY id');
      const attempts = attemptsOn(
        listed.map((one) => one.id),
        providers.length,
        seed,
      );
      await writeAttempts(ground, attempts, providers);
      await ground.owner('VACUUM (ANALYZE) provider_slots');
      await ground.checkpoint();
      return attempts;
    },
  };
}

function attemptsOn(caseIds: string[], providers: number, seed: number): Attempt[] {
  const random = seeded(seed);
  const attempts = caseIds.flatMap((caseId) => {
    const first = Math.floor(random() * providers);
    const step = 1 + Math.floor(random() * (Math.floor(providers / CONTENDERS_PER_CASE) - 1));
    return Array.from({ length: CONTENDERS_PER_CASE }, (_, n) => ({
      caseId,
      provider: (first + n * step) % providers,
    }));
  });
  return shuffleNear(attempts, WINDOW, random);
}

async function writeAttempts(ground: Ground, attempts: Attempt[], providers: readonly Person[]): Promise<void> {
  await ground.owner('TRUNCATE bench_attempts');
  await ground.owner(
    `INSERT INTO bench_attempts (n, case_id, provider_id, member_id)
     SELECT n - 1, c, p, m FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS a (c, p, m, n)`,
    [
      attempts.map((one) => one.caseId),
      attempts.map((one) => providers[one.provider]!.organisationId),
      attempts.map((one) => providers[one.provider]!.memberId),
    ],
  );
  await ground.owner('VACUUM (ANALYZE) bench_attempts');
}
