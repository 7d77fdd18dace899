import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { type Sandbox, SandboxRepository } from './sandbox.repository.js';

/** Sandboxes, each with a clock of its own that only goes forward. */
@Injectable()
export class Sandboxes {
  constructor(private readonly sandboxes: SandboxRepository) {}

  /** Opens a sandbox for a live organisation; returns nothing when it has `most` already. */
  async open(tx: Tx, id: string, ownerId: string, name: string, most: number): Promise<Sandbox | undefined> {
    await this.sandboxes.lockOwner(tx, ownerId);
    if ((await this.sandboxes.countOf(tx, ownerId)) >= most) return undefined;
    return this.sandboxes.insert(tx, id, ownerId, name);
  }

  /** The sandboxes of a live organisation, newest first; for a test organisation its own. */
  list(q: Queryable, actor: Actor): Promise<Sandbox[]> {
    return this.sandboxes.list(q, actor);
  }

  find(q: Queryable, actor: Actor, id: string): Promise<Sandbox | undefined> {
    return this.sandboxes.find(q, actor, id);
  }

  /** Moves its clock forward; returns nothing when that would exceed `most` seconds in total. */
  advance(tx: Tx, actor: Actor, id: string, seconds: number, most: number): Promise<Sandbox | undefined> {
    return this.sandboxes.advance(tx, actor, id, seconds, most);
  }

  /** Closes a sandbox of a live organisation, once. */
  close(tx: Tx, ownerId: string, id: string): Promise<Sandbox | undefined> {
    return this.sandboxes.remove(tx, ownerId, id);
  }
}
