import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';

/** Counts what this process changed in the hall, so that an answer made before a change is never given after it. */
@Injectable()
export class HallVersion {
  private version = 0;

  get current(): number {
    return this.version;
  }

  /** Counts once the change is there for everybody to read. */
  changedBy(tx: Tx): void {
    tx.afterCommit(() => this.changed());
  }

  changed(): void {
    this.version += 1;
  }
}
