import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';

/** How old an answer about the hall may be: the longest that somebody else's change stays unseen. */
export const HALL_AGES = { freshMs: 100, keptMs: 1_000 };

/** Who changed the hall when, so that nobody is shown the hall as it was before their own act. */
@Injectable()
export class HallChanges {
  /** By organisation, in order of time; forgotten when every answer that began before is too old for anybody. */
  private readonly acts = new Map<string, number>();

  /** Counts once the change is there for everybody to read. A change that is nobody's act shows in its time. */
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
