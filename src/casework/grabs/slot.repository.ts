import { Injectable } from '@nestjs/common';
import { columnsOf, type Queryable, type Tx } from '../../platform/database/index.js';
import { ProviderSlotEntity } from './grab.entity.js';

/** A provider's slot: how many cases it holds, and whether its grabbing is suspended now. */
export interface Slot {
  providerId: string;
  held: number;
  suspended: boolean;
  suspendedUntil: Date | null;
}

/** Slots are locked after cases and before ledger accounts, several of them in id order. */
@Injectable()
export class SlotRepository {
  /**
   * Locks the slots of these providers in id order, creating those that are missing. Skips slots that another transaction has
   * locked: a batch never waits for one of its contenders.
   */
  async lockFree(tx: Tx, providerIds: string[]): Promise<Map<string, Slot>> {
    const slots = await this.select(tx, providerIds);
    const missing = providerIds.filter((id) => !slots.has(id));
    if (missing.length === 0) return slots;
    await tx.affected(
      'INSERT INTO provider_slots (provider_id) SELECT id FROM unnest($1::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING',
      [missing],
    );
    return this.select(tx, providerIds);
  }

  /** Locks one provider's slot; waits for its lock. */
  async lock(tx: Tx, providerId: string): Promise<void> {
    await tx.rows('SELECT 1 FROM provider_slots WHERE provider_id = $1 FOR NO KEY UPDATE', [providerId]);
  }

  /**
   * Adds the wins to the slots. Under the locks the result is known, yet every row is checked again: no provider exceeds its quota
   * even if a caller forgot to lock. Returns the providers whose slot was updated.
   */
  async take(tx: Tx, wins: Map<string, { count: number; quota: number }>): Promise<string[]> {
    const rows = await tx.rows<{ providerId: string }>(
      `UPDATE provider_slots s SET held = s.held + won.count
       FROM unnest($1::uuid[], $2::int[], $3::int[]) AS won (provider_id, count, quota)
       WHERE s.provider_id = won.provider_id AND s.held + won.count <= won.quota
       RETURNING s.provider_id AS "providerId"`,
      [[...wins.keys()], [...wins.values()].map((w) => w.count), [...wins.values()].map((w) => w.quota)],
      'slots.take',
    );
    return rows.map((row) => row.providerId);
  }

  /** Frees one place of the slot; a positive `suspendHours` also suspends grabbing for that long. */
  async release(tx: Tx, providerId: string, suspendHours: number): Promise<void> {
    await tx.affected(
      `UPDATE provider_slots
       SET held = held - 1,
           suspended_until = CASE WHEN $2::int > 0 THEN greatest(coalesce(suspended_until, now()), now() + make_interval(hours => $2)) ELSE suspended_until END
       WHERE provider_id = $1`,
      [providerId, suspendHours],
    );
  }

  async of(q: Queryable, providerId: string): Promise<Slot | undefined> {
    return q.one<Slot>(`SELECT ${COLUMNS} FROM provider_slots WHERE provider_id = $1`, [providerId]);
  }

  /**
   * Takes up to `wanted` tokens from each provider's bucket and returns how many were granted. One statement for a whole batch, in
   * id order, in a transaction of its own: attempts count even when their grab fails.
   */
  async takeTokens(
    q: Queryable,
    wanted: Map<string, number>,
    rate: { ratePerSecond: number; burst: number },
  ): Promise<Map<string, number>> {
    const rows = await q.rows<{ providerId: string; granted: number }>(
      TAKE_TOKENS,
      [[...wanted.keys()], [...wanted.values()], rate.ratePerSecond, rate.burst],
      'slots.take_tokens',
    );
    return new Map(rows.map((row) => [row.providerId, row.granted]));
  }

  private async select(tx: Tx, providerIds: string[]): Promise<Map<string, Slot>> {
    const rows = await tx.rows<Slot>(
      `SELECT ${COLUMNS} FROM provider_slots WHERE provider_id = ANY($1::uuid[]) ORDER BY provider_id FOR NO KEY UPDATE SKIP LOCKED`,
      [providerIds],
      'slots.lock',
    );
    return new Map(rows.map((slot) => [slot.providerId, slot]));
  }
}

const COLUMNS = `${columnsOf(ProviderSlotEntity)},
  coalesce(suspended_until > now(), false) AS suspended`;

// In the conflict branch `excluded.granted` holds the wanted number. GREATEST: a clock set back must not take tokens away.
const TAKE_TOKENS = `
  INSERT INTO grab_rate_buckets AS b (provider_id, tokens, refilled_at, granted)
  SELECT id, greatest($4 - wanted, 0), clock_timestamp(), wanted FROM unnest($1::uuid[], $2::int[]) AS w (id, wanted) ORDER BY id
  ON CONFLICT (provider_id) DO UPDATE SET
    granted = least(excluded.granted, floor(least($4, b.tokens + greatest(0, extract(epoch FROM clock_timestamp() - b.refilled_at)) * $3::float8))::int),
    tokens = least($4, b.tokens + greatest(0, extract(epoch FROM clock_timestamp() - b.refilled_at)) * $3::float8)
      - least(excluded.granted, floor(least($4, b.tokens + greatest(0, extract(epoch FROM clock_timestamp() - b.refilled_at)) * $3::float8))::int),
    refilled_at = clock_timestamp()
  RETURNING provider_id AS "providerId", least(granted, floor($4)::int) AS granted`;
