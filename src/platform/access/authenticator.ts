import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../kernel/access/index.js';
import { Refusal, Unauthenticated } from '../../kernel/index.js';
import { type Asking, bearerOf } from './access.js';
import { AddressNotAllowed } from './access.refusals.js';

/** For so long a checked bearer is believed without asking the database: the longest a revocation by another process can lag. */
export const RECHECK_MS = 5_000;
const REMEMBERED = 20_000;
const LONGEST_BEARER = 4_096;

/** What was found out about a bearer. */
export interface KnownBearer {
  readonly actor: Actor;
  /** Both on the monotonic clock, so that a jump of the wall clock neither prolongs nor ends anything. */
  readonly checkedAt: number;
  readonly expiresAt: number;
  /** Whether it may be used from a network address; absent when it may from any. Asked on every request. */
  readonly admits?: ((address: string | undefined) => boolean) | undefined;
}

/** One kind of text that can stand in `Authorization: Bearer`. The module that issues it registers it on start. */
export interface BearerKind {
  /** Whether a bearer is of this kind, by its form alone: no two kinds recognise the same. */
  recognises(bearer: string): boolean;
  /**
   * Asks who stands behind it, or refuses as `UNAUTHENTICATED`. `known` is what the last check found, when there was one:
   * what cannot have changed since need not be checked again.
   */
  check(bearer: string, known: KnownBearer | undefined, address: string | undefined): Promise<KnownBearer>;
}

/** What was found out about a request's bearer, kept with the request for all who ask after the first. */
interface Caller {
  readonly found: KnownBearer | Refusal;
  readonly believedUntil: number;
  /** How often this process had revoked something by then: after one more it is asked again. */
  readonly revocations: number;
}

const CALLER = Symbol('caller');
type Carrying = Asking & { [CALLER]?: Caller };

/** Who a bearer stands for. A known one costs no cryptography and, but for every five seconds, no query. */
@Injectable()
export class Authenticator {
  private readonly kinds: BearerKind[] = [];
  private readonly known = new LRUCache<string, KnownBearer>({ max: REMEMBERED });
  private readonly asking = new Map<string, Promise<KnownBearer>>();
  private revocations = 0;

  register(kind: BearerKind): void {
    this.kinds.push(kind);
  }

  /**
   * The actor behind a request, as `actorOf`. Rates, audiences and guards all ask; only the first looks the bearer up, unless
   * that is too long ago or something was revoked since: a socket's request lives as long as the socket.
   */
  callerOf(request: Asking): Actor | Promise<Actor> {
    const { [CALLER]: caller, ip } = request as Carrying;
    const { revocations } = this;
    if (caller?.revocations === revocations && performance.now() < caller.believedUntil) {
      return caller.found instanceof Refusal ? Promise.reject(caller.found) : actorFor(caller.found, ip);
    }
    const bearer = bearerOf(request);
    if (!bearer) throw new Unauthenticated();
    const known = this.known.get(bearer);
    if (known && performance.now() < freshUntil(known)) {
      keep(request, known, revocations);
      return actorFor(known, ip);
    }
    return this.askOnce(bearer, known, ip).then(
      (found) => {
        keep(request, found, revocations);
        return actorFor(found, ip);
      },
      (error) => {
        if (error instanceof Refusal) keep(request, error, revocations);
        throw error;
      },
    );
  }

  /**
   * The actor, at once when known; otherwise a promise. It refuses as `UNAUTHENTICATED` when there is none, and as
   * `ADDRESS_NOT_ALLOWED` when the bearer may not be used from this address; a bearer with a list may not from none.
   */
  actorOf(bearer: string, address?: string): Actor | Promise<Actor> {
    const known = this.known.get(bearer);
    if (known && performance.now() < freshUntil(known)) return actorFor(known, address);
    return this.askOnce(bearer, known, address).then((found) => actorFor(found, address));
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

  /** Forgets one bearer. */
  forgetBearer(bearer: string): void {
    this.revocations += 1;
    this.known.delete(bearer);
  }

  /** Many requests with the same token ask the database once; from where each comes is looked at one by one. */
  private askOnce(bearer: string, known: KnownBearer | undefined, address: string | undefined): Promise<KnownBearer> {
    const running = this.asking.get(bearer);
    if (running) return running;
    const asked = this.ask(bearer, known, address).finally(() => this.asking.delete(bearer));
    this.asking.set(bearer, asked);
    return asked;
  }

  private async ask(bearer: string, known: KnownBearer | undefined, address: string | undefined): Promise<KnownBearer> {
    const revocations = this.revocations;
    try {
      if (bearer.length > LONGEST_BEARER) throw new Unauthenticated();
      const kind = this.kinds.find((one) => one.recognises(bearer));
      if (!kind) throw new Unauthenticated();
      const found = await kind.check(bearer, known, address);
      // What was read before a revocation in this process must not be remembered after it.
      if (revocations === this.revocations) this.known.set(bearer, found);
      return found;
    } catch (error) {
      this.known.delete(bearer);
      throw error;
    }
  }
}

function freshUntil({ checkedAt, expiresAt }: KnownBearer): number {
  return Math.min(expiresAt, checkedAt + RECHECK_MS);
}

function keep(request: Carrying, found: KnownBearer | Refusal, revocations: number): void {
  const believedUntil = found instanceof Refusal ? performance.now() + RECHECK_MS : freshUntil(found);
  request[CALLER] = { found, believedUntil, revocations };
}

function actorFor(known: KnownBearer, address: string | undefined): Actor | Promise<Actor> {
  return known.admits ? admitted(known, address) : known.actor;
}

async function admitted({ actor, admits }: KnownBearer, address: string | undefined): Promise<Actor> {
  if (admits && !admits(address)) throw new AddressNotAllowed();
  return actor;
}
