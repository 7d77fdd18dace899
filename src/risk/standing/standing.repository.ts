import { Injectable } from '@nestjs/common';
import type { Day, Page, PageInput } from '../../kernel/index.js';
import { ofWorld } from '../../parties/worlds/index.js';
import { columnsOf, newestFirst, pageOf, type Queryable, type Tx } from '../../platform/database/index.js';
import type { Limits, ProviderRecord } from './assessment.policy.js';
import {
  StandingChangeEntity,
  type StandingGrabEntity,
  type StandingRecoveryEntity,
  UNKNOWN_CREDITOR,
} from './standing.entity.js';
import type { CreditorRecord } from './standing-facts.policy.js';
import type { Grade, StandingParameters } from './standing-parameters.policy.js';
import type { Veto, VetoReason } from './veto.policy.js';

export interface GrabFact
  extends Omit<
    StandingGrabEntity,
    'grabbedAt' | 'endedAt' | 'recoveredFen' | 'recoveredFenDays' | 'exoneratedBy' | 'lastPaidAt' | 'sparedSince'
  > {
  at: Date;
}

/** What is stored of a provider besides its holds. */
interface ProviderRow {
  providerId: string;
  previous: Grade | null;
  vetoGrade: Grade | null;
  vetoReason: VetoReason | null;
  vetoUntil: Day | null;
  penaltyPoints: number;
  lastActiveOn: Day | null;
  today: Day;
}
/** The sums of one creditor; numeric columns come as text. */
type SumsRow = { providerId: string; known: boolean; cases: number; completed: number } & Record<Amount, string>;
type Amount = Exclude<keyof CreditorRecord, 'known' | 'cases' | 'completed'>;

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
       SET state = excluded.state, penalty_points = excluded.penalty_points, ended_at = excluded.ended_at,
           counts = excluded.counts AND g.exonerated_by IS NULL,
           maturity_days = CASE WHEN g.ended_at IS NULL THEN excluded.maturity_days ELSE g.maturity_days END,
           spared_seconds = greatest(g.spared_seconds, excluded.spared_seconds), spared_since = NULL`,
      noteParams(facts, true),
    );
  }

  /**
   * Records that a held case stands still through no fault of its holder since an instant, or goes on (null). The seconds so far tell
   * which of two events is the later one: they only grow, and a freeze begins with those at which the one before ended.
   */
  async noteStandstill(tx: Tx, fact: GrabFact, since: Date | null): Promise<void> {
    await this.noteTaken(tx, [fact]);
    await tx.affected(
      `UPDATE standing_grabs
          SET spared_since = CASE WHEN state <> 'active' THEN NULL
                WHEN spared_seconds < $2::int + CASE WHEN $3::timestamptz IS NULL THEN 0 ELSE 1 END THEN $3 ELSE spared_since END,
              spared_seconds = greatest(spared_seconds, $2)
        WHERE grab_id = $1`,
      [fact.grabId, fact.sparedSeconds, since],
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

  /** What the standings of these providers follow from, in their order; the sums are kept by the database. */
  async recordsOf(q: Queryable, providerIds: string[], parameters: StandingParameters): Promise<ProviderRecord[]> {
    const { maturityDays, penaltyWindowDays } = parameters;
    const [providers, sums] = await Promise.all([
      q.rows<ProviderRow>(PROVIDERS, [providerIds, penaltyWindowDays]),
      q.rows<SumsRow>(SUMS, [providerIds, maturityDays]),
    ]);
    const byProvider = new Map<string, CreditorRecord[]>(providers.map(({ providerId }) => [providerId, []]));
    for (const row of sums) byProvider.get(row.providerId)?.push(creditorRecord(row));
    return providers.map(({ providerId, previous, penaltyPoints, lastActiveOn, today, ...row }) => {
      const creditors = byProvider.get(providerId) ?? [];
      return { providerId, facts: { creditors, penaltyPoints, lastActiveOn }, previous, veto: vetoIn(row), today };
    });
  }

  /** Stores a computed standing; returns whether grade or quota in force changed. */
  async keep(tx: Tx, providerId: string, limits: Limits, earned: Grade): Promise<boolean> {
    const row = await tx.one<{ changed: boolean }>(
      `WITH before AS (SELECT grade, cases_held, largest_case_fen FROM provider_standings WHERE provider_id = $1)
       UPDATE provider_standings s SET grade = $2, cases_held = $3, largest_case_fen = $4, earned_grade = $5, updated_at = now()
         FROM before b
        WHERE s.provider_id = $1
          AND (s.grade, s.cases_held, s.largest_case_fen, s.earned_grade) IS DISTINCT FROM ($2, $3::int, $4::bigint, $5)
       RETURNING (b.grade, b.cases_held, b.largest_case_fen) IS DISTINCT FROM (s.grade, s.cases_held, s.largest_case_fen) AS changed`,
      [providerId, limits.grade, limits.casesHeld, limits.largestCaseFen?.toString() ?? null, earned],
    );
    return row?.changed ?? false;
  }

  async noteChange(tx: Tx, one: Omit<StandingChangeEntity, 'changedAt'>): Promise<void> {
    await tx.affected(
      `INSERT INTO standing_changes (id, provider_id, cause, grade, earned_grade, cases_held, largest_case_fen, figures_version, facts,
         explanation)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[one.id, one.providerId, one.cause, one.grade, one.earnedGrade, one.casesHeld],
        ...[one.largestCaseFen?.toString() ?? null, one.figuresVersion],
        ...[JSON.stringify(one.facts), JSON.stringify(one.explanation)],
      ],
    );
  }

  history(q: Queryable, providerId: string, page: PageInput): Promise<Page<StandingChangeEntity>> {
    return pageOf<StandingChangeEntity>(q, page, {
      select: `SELECT ${CHANGE_COLUMNS} FROM standing_changes h`,
      where: [['h.provider_id = ?', providerId]],
      order: newestFirst('h.id'),
    });
  }

  changeOf(q: Queryable, providerId: string, id: string): Promise<{ changedOn: Day } | undefined> {
    return q.one<{ changedOn: Day }>(
      `SELECT ${inChina('changed_at')} AS "changedOn" FROM standing_changes WHERE id = $1 AND provider_id = $2`,
      [id, providerId],
    );
  }

  endedHold(q: Queryable, providerId: string, grabId: string): Promise<{ grabId: string } | undefined> {
    return q.one<{ grabId: string }>(
      `SELECT grab_id AS "grabId" FROM standing_grabs WHERE grab_id = $1 AND provider_id = $2 AND state <> 'active'`,
      [grabId, providerId],
    );
  }

  /** Takes an ended hold out of the sums for good; false for one that does not count. */
  async exonerate(tx: Tx, providerId: string, grabId: string, appealId: string): Promise<boolean> {
    const taken = await tx.affected(
      `UPDATE standing_grabs SET counts = false, exonerated_by = $3
       WHERE grab_id = $1 AND provider_id = $2 AND state <> 'active' AND counts`,
      [grabId, providerId, appealId],
    );
    return taken > 0;
  }

  /** False when there is none to take away, or only one that is over. */
  async setVeto(tx: Tx, providerId: string, veto: Veto | null): Promise<boolean> {
    const set = await tx.affected(
      `UPDATE provider_standings SET veto_grade = $2, veto_reason = $3, veto_until = $4::date
       WHERE provider_id = $1 AND ($2::text IS NOT NULL OR veto_until >= ${TODAY})`,
      [providerId, veto?.grade ?? null, veto?.reason ?? null, veto?.until ?? null],
    );
    return set > 0;
  }

  async dropLapsedVeto(tx: Tx, providerId: string): Promise<boolean> {
    const dropped = await tx.affected(
      `UPDATE provider_standings SET veto_grade = NULL, veto_reason = NULL, veto_until = NULL
       WHERE provider_id = $1 AND veto_until < ${TODAY}`,
      [providerId],
    );
    return dropped > 0;
  }

  /** Providers with a record of the world of a sandbox, or of the live one, in id order. */
  async providersAfter(q: Queryable, sandboxId: string | null, after: string, limit: number): Promise<string[]> {
    const [world, ...named] = await ofWorld(q, 's.provider_id', sandboxId);
    const rows = await q.rows<{ id: string }>(
      `SELECT s.provider_id AS id FROM provider_standings s
       WHERE s.provider_id > $1 AND ${world.replace('?', '$3')} ORDER BY s.provider_id LIMIT $2`,
      [after, limit, ...named],
    );
    return rows.map(({ id }) => id);
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

  /** Providers whose standing may have changed by time alone: a penalty left the window, an open grab grew older, a veto is over. */
  async aged(q: Queryable, limit: number): Promise<string[]> {
    const rows = await q.rows<{ providerId: string }>(
      `(SELECT provider_id AS "providerId" FROM provider_standings WHERE veto_until < ${TODAY} ORDER BY veto_until LIMIT $1)
       UNION
       (SELECT provider_id FROM provider_standings WHERE updated_at < now() - interval '1 day' ORDER BY updated_at LIMIT $1)
       LIMIT $1`,
      [limit],
    );
    return rows.map((row) => row.providerId);
  }

  async touch(tx: Tx, providerId: string): Promise<void> {
    await tx.affected('UPDATE provider_standings SET updated_at = now() WHERE provider_id = $1', [providerId]);
  }
}

const NOTE_GRABS = `
  INSERT INTO standing_grabs AS g (grab_id, provider_id, creditor_id, state, amount_fen, expected_fen, months_overdue, penalty_points, grabbed_at, ended_at, counts, maturity_days, spared_seconds)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $10::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::int[], $7::int[], $8::timestamptz[],
    $9::timestamptz[], $11::boolean[], $12::int[], $13::int[])`;

/** Sorted by id: concurrent batches of new and of ended grabs must not deadlock. */
function noteParams(unordered: GrabFact[], ended: boolean): unknown[] {
  const facts = [...unordered].sort((a, b) => (a.grabId < b.grabId ? -1 : 1));
  return [
    ...[facts.map((f) => f.grabId), facts.map((f) => f.providerId), facts.map((f) => f.state)],
    ...[facts.map((f) => f.amountFen.toString()), facts.map((f) => f.expectedFen.toString())],
    ...[facts.map((f) => f.monthsOverdue), facts.map((f) => f.penaltyPoints), facts.map((f) => f.at)],
    ...[facts.map((f) => (ended ? f.at : null)), facts.map((f) => f.creditorId), facts.map((f) => f.counts)],
    ...[facts.map((f) => f.maturityDays), facts.map((f) => f.sparedSeconds)],
  ];
}

/** SQL: the day of an instant in China. */
const inChina = (instant: string) => `(${instant} AT TIME ZONE 'UTC' + interval '8 hours')::date`;
const TODAY = inChina('now()');
const CHANGE_COLUMNS = columnsOf(StandingChangeEntity, 'h');

const PROVIDERS = `
  SELECT p.id AS "providerId", coalesce(s.earned_grade, s.grade) AS previous, s.veto_grade AS "vetoGrade", s.veto_reason AS "vetoReason",
         s.veto_until AS "vetoUntil", ${TODAY} AS today,
         (SELECT ${inChina('max(last_active_at)')} FROM standing_sums WHERE provider_id = p.id) AS "lastActiveOn",
         (SELECT coalesce(sum(g.penalty_points), 0)::int FROM standing_grabs g
           WHERE g.provider_id = p.id AND g.penalty_points > 0 AND g.exonerated_by IS NULL
             AND g.ended_at > now() - make_interval(days => $2)) AS "penaltyPoints"
    FROM unnest($1::uuid[]) WITH ORDINALITY AS p (id, place) LEFT JOIN provider_standings s ON s.provider_id = p.id
   ORDER BY p.place`;

/** The sums of ended holds, and what the few that are held add as if they were given back now. */
const SUMS = `
  SELECT s.provider_id AS "providerId", s.creditor_id <> '${UNKNOWN_CREDITOR}' AS known,
         s.cases + coalesce(h.cases, 0)::int AS cases, s.completed_cases AS completed,
         s.claimed_fen + coalesce(h.claimed_fen, 0) AS "claimedFen", s.recovered_fen + coalesce(h.recovered_fen, 0) AS "recoveredFen",
         trunc(s.observed + coalesce(h.observed, 0)) AS observed, trunc(s.expected + coalesce(h.expected, 0)) AS expected,
         s.expected_fen + coalesce(h.charged_fen, 0) AS "chargedFen", trunc(s.expected_squared + coalesce(h.squared_fen, 0)) AS "squaredFen",
         s.repaid_fen + coalesce(h.repaid_fen, 0) AS "repaidFen", trunc(s.repaid_fen_days + coalesce(h.repaid_fen_days, 0)) AS "repaidFenDays"
    FROM standing_sums s LEFT JOIN (
      SELECT g.provider_id, g.creditor_id, sum(c.cases) AS cases, sum(c.claimed_fen) AS claimed_fen, sum(c.recovered_fen) AS recovered_fen,
             sum(c.observed) AS observed, sum(c.expected) AS expected, sum(c.charged_fen) AS charged_fen, sum(c.squared_fen) AS squared_fen,
             sum(c.repaid_fen) AS repaid_fen, sum(c.repaid_fen_days) AS repaid_fen_days
        FROM standing_grabs g JOIN LATERAL standing_contribution(g.counts, g.state, g.amount_fen, g.expected_fen,
               coalesce(g.spared_since, now()) - g.grabbed_at - make_interval(secs => g.spared_seconds), $2, g.recovered_fen,
               g.recovered_fen_days) c ON true
       WHERE g.provider_id = ANY ($1::uuid[]) AND g.state = 'active' GROUP BY g.provider_id, g.creditor_id
    ) h USING (provider_id, creditor_id)
   WHERE s.provider_id = ANY ($1::uuid[])`;

function creditorRecord({ known, cases, completed, ...row }: SumsRow): CreditorRecord {
  const { claimedFen, recoveredFen, observed, expected, chargedFen, squaredFen, repaidFen, repaidFenDays } = row;
  return {
    ...{ known, cases, completed, claimedFen: BigInt(claimedFen), recoveredFen: BigInt(recoveredFen) },
    ...{ observed: BigInt(observed), expected: BigInt(expected), chargedFen: BigInt(chargedFen) },
    ...{ squaredFen: BigInt(squaredFen), repaidFen: BigInt(repaidFen), repaidFenDays: BigInt(repaidFenDays) },
  };
}

function vetoIn({
  vetoGrade,
  vetoReason,
  vetoUntil,
}: Pick<ProviderRow, 'vetoGrade' | 'vetoReason' | 'vetoUntil'>): Veto | null {
  if (vetoGrade === null || vetoReason === null || vetoUntil === null) return null;
  return { grade: vetoGrade, reason: vetoReason, until: vetoUntil };
}
