import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../kernel/access/index.js';
import { Refusal, Unauthenticated } from '../../kernel/index.js';
import { type AccessRequest, bearerOf } from './access.js';
import { AddressNotAllowed } from './access.refusals.js';

/** How long a checked bearer counts without a query: the longest a revocation by another process can lag. */
export const RECHECK_MS = 5_000;
const REMEMBERED = 20_000;
const LONGEST_BEARER = 4_096;

/** The result of checking a bearer. */
export interface KnownBearer {
  readonly actor: Actor;
  /** Both on the monotonic clock, so that a jump of the wall clock neither prolongs nor ends anything. */
  readonly checkedAt: number;
  readonly expiresAt: number;
  /** Whether it may be used from a network address; absent when any will do. Called on every request. */
  readonly admits?: ((address: string | undefined) => boolean) | undefined;
}

/** One kind of text that can stand in `Authorization: Bearer`. The module that issues it registers it on start. */
export interface BearerKind {
  /** Whether a bearer is of this kind, by its form alone: no two kinds recognise the same. */
  recognises(bearer: string): boolean;
  /**
   * Finds the actor of the bearer, or refuses as `UNAUTHENTICATED`. `known` is the result of the last check, if any: what
   * cannot have changed since need not be checked again.
   */
  check(bearer: string, known: KnownBearer | undefined, address: string | undefined): Promise<KnownBearer>;
}

/** The result for a request's bearer, kept with the request for every later check. */
interface Caller {
  readonly found: KnownBearer | Refusal;
  readonly validUntil: number;
  /** Revocations of this process by then: after another one the bearer is checked again. */
  readonly revocations: number;
}

const CALLER = Symbol('caller');
type RequestWithCaller = AccessRequest & { [CALLER]?: Caller };

/** Finds the actor of a bearer. A known bearer costs no cryptography and at most one query in five seconds. */
@Injectable()
export class Authenticator {
  private readonly kinds: BearerKind[] = [];
  private readonly known = new LRUCache<string, KnownBearer>({ max: REMEMBERED });
  private readonly checks = new Map<string, Promise<KnownBearer>>();
  private revocations = 0;

  register(kind: BearerKind): void {
    this.kinds.push(kind);
  }

  /**
   * The actor behind a request, as `actorOf`. Rates, audiences and guards all call it; only the first call looks the bearer
   * up, until the result is too old or something was revoked: a socket's request lives as long as the socket.
   */
  callerOf(request: AccessRequest): Actor | Promise<Actor> {
    const { [CALLER]: caller, ip } = request as RequestWithCaller;
    const { revocations } = this;
    if (caller?.revocations === revocations && performance.now() < caller.validUntil) {
      return caller.found instanceof Refusal ? Promise.reject(caller.found) : actorFor(caller.found, ip);
    }
    const bearer = bearerOf(request);
    if (!bearer) throw new Unauthenticated();
    const known = this.known.get(bearer);
    if (known && performance.now() < freshUntil(known)) {
      keep(request, known, revocations);
      return actorFor(known, ip);
    }
    return this.checkOnce(bearer, known, ip).then(
      (found) => {
        keep(request, found, revocations);
        return actorFor(found, ip);
      },
      (error) => {
        if (error instanceof Refusal && !error.passing) keep(request, error, revocations);
        throw error;
      },
    );
  }

  /**
   * The actor, at once when known; otherwise a promise. It refuses as `UNAUTHENTICATED` when there is none, and as
   * `ADDRESS_NOT_ALLOWED` when the bearer may not be used from this address; a bearer with a list needs an address.
   */
  actorOf(bearer: string, address?: string): Actor | Promise<Actor> {
    const known = this.known.get(bearer);
    if (known && performance.now() < freshUntil(known)) return actorFor(known, address);
    return this.checkOnce(bearer, known, address).then((found) => actorFor(found, address));
  }

  /** Whether this bearer was valid a while ago; it may have ended since. */
  remembers(bearer: string): boolean {
    return this.known.has(bearer);
  }

  /** Forgets the matching actors, so that a revocation takes effect here at once. */
  forget(matches: (actor: Actor) => boolean): void {
    this.revocations += 1;
    for (const [bearer, { actor }] of this.known.entries()) if (matches(actor)) this.known.delete(bearer);
  }

  /** Forgets one bearer. */
  forgetBearer(bearer: string): void {
    this.revocations += 1;
    this.known.delete(bearer);
  }

  /** Many requests with the same token share one check; the address of each is checked separately. */
  private checkOnce(bearer: string, known: KnownBearer | undefined, address: string | undefined): Promise<KnownBearer> {
    const running = this.checks.get(bearer);
    if (running) return running;
    const check = this.check(bearer, known, address).finally(() => this.checks.delete(bearer));
    this.checks.set(bearer, check);
    return check;
  }

  private async check(
    bearer: string,
    known: KnownBearer | undefined,
    address: string | undefined,
  ): Promise<KnownBearer> {
    const revocations = this.revocations;
    try {
      if (bearer.length > LONGEST_BEARER || !isCanonical(bearer)) throw new Unauthenticated();
      const kind = this.kinds.find((one) => one.recognises(bearer));
      if (!kind) throw new Unauthenticated();
      const found = await kind.check(bearer, known, address);
      // What was read before a revocation in this process must not be remembered after it.
      if (revocations === this.revocations) this.known.set(bearer, found);
      return found;
    } catch (error) {
      // A database that is away says nothing about the bearer, which still counts as one that was valid a while ago.
      if (!(error instanceof Refusal && error.passing)) this.known.delete(bearer);
      throw error;
    }
  }
}

/** Whether no other text decodes to the same bytes: the last character of a part of a JWT may carry bits that do not count. */
function isCanonical(bearer: string): boolean {
  const parts = bearer.split('.');
  return parts.length !== 3 || parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}

function freshUntil({ checkedAt, expiresAt }: KnownBearer): number {
  return Math.min(expiresAt, checkedAt + RECHECK_MS);
}

function keep(request: RequestWithCaller, found: KnownBearer | Refusal, revocations: number): void {
  const validUntil = found instanceof Refusal ? performance.now() + RECHECK_MS : freshUntil(found);
  request[CALLER] = { found, validUntil, revocations };
}

function actorFor(known: KnownBearer, address: string | undefined): Actor | Promise<Actor> {
  return known.admits ? admitted(known, address) : known.actor;
}

async function admitted({ actor, admits }: KnownBearer, address: string | undefined): Promise<Actor> {
  if (admits && !admits(address)) throw new AddressNotAllowed();
  return actor;
}
