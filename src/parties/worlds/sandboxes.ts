import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { type Sandbox, SandboxRepository } from './sandbox.repository.js';

/** The worlds that are not the live one, each with a clock of its own that only goes forward. */
@Injectable()
export class Sandboxes {
  constructor(private readonly sandboxes: SandboxRepository) {}

  /** Opens one for a live organisation, unless it has `most` already: nothing then. */
  async open(tx: Tx, id: string, ownerId: string, name: string, most: number): Promise<Sandbox | undefined> {
    await this.sandboxes.lockOwner(tx, ownerId);
    if ((await this.sandboxes.countOf(tx, ownerId)) >= most) return undefined;
    return this.sandboxes.insert(tx, id, ownerId, name);
  }

  /** The sandboxes of a live organisation, newest first; for a test organisation the one it lives in. */
  list(q: Queryable, actor: Actor): Promise<Sandbox[]> {
    return this.sandboxes.list(q, actor);
  }

  find(q: Queryable, actor: Actor, id: string): Promise<Sandbox | undefined> {
    return this.sandboxes.find(q, actor, id);
  }

  /** Moves its clock forward, unless that would pass `most` seconds altogether: nothing then. */
  advance(tx: Tx, actor: Actor, id: string, seconds: number, most: number): Promise<Sandbox | undefined> {
    return this.sandboxes.advance(tx, actor, id, seconds, most);
  }

  /** Closes a sandbox of a live organisation, once. */
  close(tx: Tx, ownerId: string, id: string): Promise<Sandbox | undefined> {
    return this.sandboxes.remove(tx, ownerId, id);
  }
}
