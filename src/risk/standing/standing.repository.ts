import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../../platform/database/index.js';
import type { StandingFacts } from './recovery-rate.policy.js';
import { type StandingGrabEntity, type StandingRecoveryEntity, UNKNOWN_CREDITOR } from './standing.entity.js';
import type { Grade, Quota, StandingParameters } from './standing-parameters.policy.js';

/** How many cases a provider may hold, and how large each may be. */
export interface Limits extends Quota {
  readonly grade: Grade;
}

export interface GrabFact
  extends Omit<StandingGrabEntity, 'grabbedAt' | 'endedAt' | 'recoveredFen' | 'recoveredFenDays'> {
  at: Date;
}

@Injectable()
export class StandingRepository {
  /** Records new grabs. One that is recorded already, perhaps as ended, keeps its state. */
  async noteTaken(tx: Tx, facts: GrabFact[]): Promise<void> {
    await tx.affected(
      `${NOTE_GRABS} ON CONFLICT (grab_id) DO UPDATE SET grabbed_at = least(g.grabbed_at, excluded.grabbed_at)`,
      noteParams(facts, false),
    );
  }

  /** Records how grabs ended; the event of the end may come before that of the grab. */
  async noteEnded(tx: Tx, facts: GrabFact[]): Promise<void> {
    await tx.affected(
      `${NOTE_GRABS} ON CONFLICT (grab_id) DO UPDATE
       SET state = excluded.state, penalty_points = excluded.penalty_points, ended_at = excluded.ended_at`,
      noteParams(facts, true),
    );
  }

  async noteRecovery(tx: Tx, fact: StandingRecoveryEntity): Promise<void> {
    await tx.affected(
      `INSERT INTO standing_recoveries AS r (repayment_id, grab_id, provider_id, amount_fen, recovered_at, reversed)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (repayment_id) DO UPDATE SET reversed = r.reversed OR excluded.reversed`,
      [fact.repaymentId, fact.grabId, fact.providerId, fact.amountFen.toString(), fact.recoveredAt, fact.reversed],
    );
  }

  /** Locks the standings of these providers in id order, creating those that are missing, so that recomputations run one by one. */
  async lock(tx: Tx, providerIds: string[], newcomer: Limits): Promise<void> {
    await tx.affected(
      `INSERT INTO provider_standings (provider_id, grade, cases_held, largest_case_fen)
       SELECT id, $2, $3, $4 FROM unnest($1::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING`,
      [providerIds, newcomer.grade, newcomer.casesHeld, newcomer.largestCaseFen?.toString() ?? null],
    );
    await tx.rows(
      'SELECT 1 FROM provider_standings WHERE provider_id = ANY($1::uuid[]) ORDER BY provider_id FOR NO KEY UPDATE',
      [providerIds],
    );
  }

  /** The facts of a provider's standing, summed by the database. */
  async factsOf(q: Queryable, providerId: string, parameters: StandingParameters): Promise<StandingFacts> {
    const { maturityDays, penaltyWindowDays, platformMeanBps, maxCreditorShareBps } = parameters;
    const figures = [maturityDays, penaltyWindowDays, platformMeanBps, maxCreditorShareBps];
    const row = await q.one<StandingFacts>(FACTS, [providerId, ...figures]);
    return { ...row!, averageDays: row!.averageDays === null ? null : Math.round(row!.averageDays) };
  }

  /** Stores a computed standing; returns whether grade or quota changed. */
  async keep(tx: Tx, providerId: string, limits: Limits): Promise<boolean> {
    const changed = await tx.affected(
      `UPDATE provider_standings SET grade = $2, cases_held = $3, largest_case_fen = $4, updated_at = now()
       WHERE provider_id = $1 AND (grade, cases_held, largest_case_fen) IS DISTINCT FROM ($2, $3::int, $4::bigint)`,
      [providerId, limits.grade, limits.casesHeld, limits.largestCaseFen?.toString() ?? null],
    );
    return changed > 0;
  }

  /** The limits of these providers; one without a standing is not in the map. */
  async limitsOf(q: Queryable, providerIds: string[]): Promise<Map<string, Limits>> {
    const rows = await q.rows<Limits & { providerId: string }>(
      `SELECT provider_id AS "providerId", grade, cases_held AS "casesHeld", largest_case_fen AS "largestCaseFen"
       FROM provider_standings WHERE provider_id = ANY($1::uuid[])`,
      [providerIds],
      'standing.limits',
    );
    return new Map(rows.map(({ providerId, ...limits }) => [providerId, limits]));
  }

  /** Providers whose standing may have changed by time alone: a penalty left the window, or an open grab began to count. */
  async aged(q: Queryable, limit: number): Promise<string[]> {
    const rows = await q.rows<{ providerId: string }>(
      `SELECT provider_id AS "providerId" FROM provider_standings
       WHERE updated_at < now() - interval '1 day' ORDER BY updated_at LIMIT $1`,
      [limit],
    );
    return rows.map((row) => row.providerId);
  }

  async touch(tx: Tx, providerId: string): Promise<void> {
    await tx.affected('UPDATE provider_standings SET updated_at = now() WHERE provider_id = $1', [providerId]);
  }
}

const NOTE_GRABS = `
  INSERT INTO standing_grabs AS g (grab_id, provider_id, creditor_id, state, amount_fen, expected_fen, months_overdue, penalty_points, grabbed_at, ended_at)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $10::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::int[], $7::int[], $8::timestamptz[], $9::timestamptz[])`;

/** Sorted by id: concurrent batches of new and of ended grabs must not deadlock. */
function noteParams(unordered: GrabFact[], ended: boolean): unknown[] {
  const facts = [...unordered].sort((a, b) => (a.grabId < b.grabId ? -1 : 1));
  return [
    facts.map((f) => f.grabId),
    facts.map((f) => f.providerId),
    facts.map((f) => f.state),
    facts.map((f) => f.amountFen.toString()),
    facts.map((f) => f.expectedFen.toString()),
    facts.map((f) => f.monthsOverdue),
    facts.map((f) => f.penaltyPoints),
    facts.map((f) => f.at),
    facts.map((f) => (ended ? f.at : null)),
    facts.map((f) => f.creditorId),
  ];
}

/** So much of a creditor's part as counts: no more than its share, measured by what `others` have. */
const capped = (part: string, others: string) =>
  `CASE WHEN NOT known OR $5 >= 10000 THEN ${part} ELSE least(${part}, ${others} * $5 / (10000 - $5)::numeric) END`;

/**
 * From the sums that the database keeps over completed grabs, and the few that are open, by creditor. Completed grabs count towards
 * the rates, and active ones held for `maturityDays`. Young grabs are left out because new work is no failure; old ones count so
 * that leaving cases open hides no failure. Returned and expired grabs cost penalty points instead; recalled ones are the
 * creditor's decision.
 *
 * What speaks for the provider counts of each creditor only up to its share, so that no single creditor makes a standing; completed
 * cases of one for whom nothing came in speak for nobody. A record above neither the platform's mean nor that with
 * all others counts in full. What was claimed and recovered in all is told as it is, beside what counts.
 */
const FACTS = `
  WITH open AS (
    SELECT creditor_id, count(*) AS cases, sum(amount_fen) AS claimed, sum(recovered_fen) AS recovered,
           sum(expected_fen) AS expected, sum(expected_fen::numeric ^ 2) AS squared
      FROM standing_grabs
     WHERE provider_id = $1 AND state = 'active' AND grabbed_at < now() - make_interval(days => $2) GROUP BY creditor_id
  ), record AS (
    SELECT creditor_id <> '${UNKNOWN_CREDITOR}' AS known, coalesce(s.completed_cases, 0) + coalesce(o.cases, 0) AS cases,
           CASE WHEN s.recovered_fen > 0 OR creditor_id = '${UNKNOWN_CREDITOR}' THEN coalesce(s.completed_cases, 0) ELSE 0 END AS done,
           coalesce(s.claimed_fen, 0) + coalesce(o.claimed, 0) AS claimed,
           coalesce(s.recovered_fen, 0) + coalesce(o.recovered, 0) AS recovered,
           coalesce(s.expected_fen, 0) + coalesce(o.expected, 0) AS expected,
           coalesce(s.expected_squared, 0) + coalesce(o.squared, 0) AS squared,
           coalesce(s.repaid_fen, 0) AS repaid, coalesce(s.repaid_fen_days, 0) AS fen_days
      FROM (SELECT * FROM standing_sums WHERE provider_id = $1) s FULL JOIN open o USING (creditor_id)
  ), beside AS (
    SELECT r.*, sum(done) OVER () - done AS others_done, sum(recovered) OVER () - recovered AS others_recovered,
           sum(expected) OVER () - expected AS others_expected, sum(repaid) OVER () - repaid AS others_repaid FROM record r
  ), counted AS (
    SELECT b.*, ${capped('done', 'others_done')} AS done_counts, ${capped('recovered', 'others_recovered')} AS proven,
           ${capped('repaid', 'others_repaid')} / nullif(repaid, 0) AS timed,
           CASE WHEN recovered * 10000 > expected * $4 OR recovered * others_expected > others_recovered * expected THEN ${capped('expected', 'others_expected')} / nullif(expected, 0) ELSE 1 END AS weight FROM beside b
  )
  SELECT coalesce(sum(cases), 0)::int AS "countedCases",
         coalesce(sum(expected * weight) ^ 2 / nullif(sum(squared * weight ^ 2), 0), 0)::float8 AS "effectiveCases",
         coalesce(floor(sum(done_counts)), 0)::int AS "completedCases",
         coalesce(sum(claimed), 0)::bigint AS "claimedFen",
         coalesce(floor(sum(recovered * weight)), 0)::bigint AS "recoveredFen",
         coalesce(floor(sum(expected * weight)), 0)::bigint AS "expectedFen",
         coalesce(floor(sum(proven)), 0)::bigint AS "provenFen", coalesce(sum(recovered), 0)::bigint AS "allRecoveredFen",
         (sum(fen_days * timed) / nullif(sum(repaid * timed), 0))::float8 AS "averageDays",
         (SELECT coalesce(sum(p.penalty_points), 0)::int FROM standing_grabs p
           WHERE p.provider_id = $1 AND p.penalty_points > 0 AND p.ended_at > now() - make_interval(days => $3)) AS "penaltyPoints"
    FROM counted`;
