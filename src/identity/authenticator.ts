import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock, Unauthenticated } from '../kernel/index.js';
import { Database } from '../platform/database/index.js';
import { AccessTokenStrategy } from './access-token.js';
import type { Actor } from './actor.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { API_KEY_PREFIX, hashOfSecret, isApiKey } from './secrets.js';
import { type SessionHolder, SessionRepository } from './session.repository.js';

/** For so long a checked token or key is believed without asking the database: the longest a revocation by another process can lag. */
export const RECHECK_MS = 5_000;
const REMEMBERED = 20_000;
const LONGEST_BEARER = 4_096;

interface Known {
  actor: Actor;
  /** Both on the monotonic clock, so that a jump of the wall clock neither prolongs nor ends anything. */
  checkedAt: number;
  expiresAt: number;
}

/** Who a bearer token or API key stands for. A known one costs no cryptography and, but for every five seconds, no query. */
@Injectable()
export class Authenticator {
  private readonly known = new LRUCache<string, Known>({ max: REMEMBERED });
  private readonly asking = new Map<string, Promise<Actor>>();
  private revocations = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly strategy: AccessTokenStrategy,
    private readonly sessions: SessionRepository,
    private readonly apiKeys: ApiKeyRepository,
  ) {}

  /** The actor, at once when known; otherwise a promise that refuses as `UNAUTHENTICATED` when there is none. */
  actorOf(bearer: string): Actor | Promise<Actor> {
    const now = performance.now();
    const known = this.known.get(bearer);
    if (known && now < known.expiresAt && now - known.checkedAt < RECHECK_MS) return known.actor;
    return this.askOnce(bearer, known);
  }

  /** Whether this bearer was good a while ago; it may have ended since. */
  remembers(bearer: string): boolean {
    return this.known.has(bearer);
  }

  /** Forgets what it knows of the actors that match, so that a revocation is in force here at once. */
  forget(matches: (actor: Actor) => boolean): void {
    this.revocations += 1;
    for (const [bearer, { actor }] of this.known.entries()) if (matches(actor)) this.known.delete(bearer);
  }

  /** Many requests with the same token ask the database once. */
  private askOnce(bearer: string, known: Known | undefined): Promise<Actor> {
    const running = this.asking.get(bearer);
    if (running) return running;
    const asked = this.ask(bearer, known).finally(() => this.asking.delete(bearer));
    this.asking.set(bearer, asked);
    return asked;
  }

  private async ask(bearer: string, known: Known | undefined): Promise<Actor> {
    const revocations = this.revocations;
    try {
      const found = bearer.startsWith(API_KEY_PREFIX) ? await this.byApiKey(bearer) : await this.byToken(bearer, known);
      // What was read before a revocation in this process must not be remembered after it.
      if (revocations === this.revocations) this.known.set(bearer, found);
      return found.actor;
    } catch (error) {
      this.known.delete(bearer);
      throw error;
    }
  }

  private async byToken(token: string, known: Known | undefined): Promise<Known> {
    if (token.length > LONGEST_BEARER) throw new Unauthenticated();
    const checkedAt = performance.now();
    const sessionId = known?.actor.sessionId;
    const live = sessionId && checkedAt < known.expiresAt;
    const claims = live ? undefined : await this.strategy.verify(token);
    const holder = await this.sessions.holder(this.database, claims?.sid ?? (sessionId as string));
    if (!holder || (claims && claims.sub !== holder.memberId)) throw new Unauthenticated();
    const expiresAt = claims ? checkedAt + claims.exp * 1000 - this.clock.millis() : known!.expiresAt;
    return { actor: memberActor(holder), checkedAt, expiresAt };
  }

  private async byApiKey(key: string): Promise<Known> {
    if (!isApiKey(key)) throw new Unauthenticated();
    const checkedAt = performance.now();
    const holder = await this.apiKeys.holder(this.database, hashOfSecret(key));
    if (!holder) throw new Unauthenticated();
    if (holder.useIsOld) await this.apiKeys.noteUse(this.database, holder.apiKeyId);
    const { organisationId, organisationKind, sandboxId, apiKeyId, scopes } = holder;
    const nothing = { memberId: null, roles: [], sessionId: null };
    const actor: Actor = { kind: 'api_key', organisationId, organisationKind, sandboxId, apiKeyId, scopes, ...nothing };
    return { actor: Object.freeze(actor), checkedAt, expiresAt: Number.POSITIVE_INFINITY };
  }
}

/** The actor of a member's session. */
export function memberActor(holder: SessionHolder): Actor {
  const { organisationId, organisationKind, sandboxId, memberId, roles, sessionId } = holder;
  const actor: Actor = {
    ...{ kind: 'member', organisationId, organisationKind, sandboxId, memberId, roles, sessionId },
    ...{ apiKeyId: null, scopes: [] },
  };
  return Object.freeze(actor);
}
