import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { orNotFound } from '../../kernel/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import type { CloseCode } from '../cases/index.js';
import { type Grab, GrabRepository } from './grab.repository.js';
import { GrabEndings } from './grab-endings.js';

/** What repayments and collection need of grabs inside their own transactions. */
@Injectable()
export class GrabHolds {
  constructor(
    private readonly grabs: GrabRepository,
    private readonly endings: GrabEndings,
  ) {}

  /** A grab that this actor may see, or NOT_FOUND. */
  async visible(q: Queryable, actor: Actor, grabId: string): Promise<Grab> {
    return orNotFound(await this.grabs.visible(q, actor, grabId), 'grabId');
  }

  async byId(q: Queryable, grabId: string): Promise<Grab | undefined> {
    return this.grabs.byId(q, grabId);
  }

  async activeOnCase(q: Queryable, caseId: string): Promise<Grab | undefined> {
    return this.grabs.activeOnCase(q, caseId);
  }

  /** Every grab of a case, ended ones too, oldest first: a payment may count for an earlier holder. */
  async onCase(q: Queryable, caseId: string): Promise<Grab[]> {
    return this.grabs.onCase(q, caseId);
  }

  /** Records the first activity on a case; undefined when the grab has ended. */
  async noteActivity(tx: Tx, grabId: string): Promise<Grab | undefined> {
    return this.grabs.noteActivity(tx, grabId);
  }

  /** Completes an active grab because its case is recovered in full or was closed. */
  async complete(tx: Tx, grab: Grab, closeCode: CloseCode): Promise<Grab> {
    return this.endings.end(tx, grab, 'completed', closeCode, undefined, closeCode);
  }
}
