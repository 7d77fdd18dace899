import type { Ground } from './ground.js';

/** Raised so that every rule of grabbing is asked and none but "first wins" says no. */
export const RATE = { ratePerSecond: 10_000, burst: 100_000 };
const QUOTA = 100_000;

/** Versions of the policies as an admin's change would leave them, and a standing for each provider. */
export async function raiseLimits(ground: Ground, providerIds: readonly string[]): Promise<void> {
  const figures = { grabs: RATE, standing: { grades: { junior: { casesHeld: QUOTA, largestCaseFen: null } } } };
  for (const [name, value] of Object.entries(figures)) {
    await ground.owner('INSERT INTO policies (name, version, value) VALUES ($1, 1, $2)', [name, JSON.stringify(value)]);
  }
  await ground.owner(
    `INSERT INTO provider_standings (provider_id, grade, cases_held, largest_case_fen)
     SELECT id, 'junior', $2, NULL FROM unnest($1::uuid[]) AS id`,
    [providerIds, QUOTA],
  );
}

/** A slot counter for each provider, as its first grab would leave it. */
export async function emptySlots(ground: Ground, providerIds: readonly string[]): Promise<void> {
  await ground.owner('INSERT INTO provider_slots (provider_id) SELECT * FROM unnest($1::uuid[])', [providerIds]);
}
