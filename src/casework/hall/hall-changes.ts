import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';

/** How old an answer about the hall may be: the longest time that a change by another organisation stays unseen. */
export const HALL_AGES = { freshMs: 100, keptMs: 1_000 };

/** When each organisation last changed the hall, so that none gets a shared answer from before its own act. */
@Injectable()
export class HallChanges {
  /** By organisation, in order of time; deleted once all answers from before are too old to be used. */
  private readonly acts = new Map<string, number>();

  /** Records the change after the commit. A change without an organisation is seen when shared answers have aged. */
  changedBy(tx: Tx, organisationIds: readonly (string | null | undefined)[]): void {
    tx.afterCommit(() => {
      for (const id of organisationIds) if (id) this.acted(id);
    });
  }

  /** The instant (monotonic) of an organisation's last change. */
  lastOf(organisationId: string): number {
    return this.acts.get(organisationId) ?? Number.NEGATIVE_INFINITY;
  }

  private acted(organisationId: string): void {
    const now = performance.now();
    this.acts.delete(organisationId);
    this.acts.set(organisationId, now);
    for (const [id, at] of this.acts) {
      if (now - at <= HALL_AGES.keptMs) break;
      this.acts.delete(id);
    }
  }
}
