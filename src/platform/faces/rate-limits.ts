import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Clock, RateLimited } from '../../kernel/index.js';
import { Config, type RateLimitConfig } from '../config/index.js';
import { neighbourhood } from './neighbourhood.js';
import { sendProblem } from './problem.js';
import { type RateState, TokenBucket, WINDOW_SECONDS } from './token-bucket.js';

/** The member, machine or address whose requests are counted together. */
export interface RateSubject {
  readonly kind: keyof RateLimitConfig;
  readonly id: string;
  /** The organisation of a member or machine: what validation costs is counted for all of them together. */
  readonly organisationId?: string;
}

/** A subject that must be looked up. `stranger`: this process does not know the credentials yet. */
export interface PendingSubject {
  readonly stranger: boolean;
  /** Never rejects: a request with invalid credentials counts to its address. */
  readonly found: Promise<RateSubject>;
}

/** The part of a request by which its subject is found: Fastify's on both faces, or a socket's. */
export interface CountedCaller {
  readonly headers: { authorization?: string | undefined };
  readonly ip: string;
}

export type SubjectOf = (caller: CountedCaller) => RateSubject | PendingSubject;

interface Account {
  readonly rates: RateLimits;
  readonly kind: keyof RateLimitConfig;
  /** Whose documents the validation is counted for. */
  readonly payer: string;
  readonly bucket: TokenBucket;
}

const ACCOUNT = Symbol('rate account');
type CountedRequest = FastifyRequest & { [ACCOUNT]?: Account };

/** Most buckets kept. The least recently used is dropped first, which restores its whole rate. */
const MAX_BUCKETS = 100_000;
/** Never refused: an answer costs nothing, and whoever restarts a process that does not answer must not be misled. */
const UNCOUNTED = '/livez';
/** Counted by address, apart from its requests: what others ask must not make a process look unready to its probe. */
const PROBES = ['/readyz', '/metrics'];
const BASIS = {
  member: 'MEMBER_REQUESTS',
  machine: 'MACHINE_REQUESTS',
  address: 'ADDRESS_REQUESTS',
  registration: 'ADDRESS_REGISTRATIONS',
  documents: 'ORGANISATION_DOCUMENTS',
} as const;

/**
 * Limits the requests of each member, machine or (without a login) network address, on both faces. Each process counts in
 * its own memory, so several processes allow several times as much. Every answer carries the policy and what is left, in
 * the header fields of draft-ietf-httpapi-ratelimit-headers-10.
 */
@Injectable()
export class RateLimits {
  private readonly accounts = new LRUCache<string, Account>({ max: MAX_BUCKETS });
  private readonly limits: RateLimitConfig | undefined;
  private subjectOf: SubjectOf = ({ ip }) => addressSubject(ip);

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.limits = config.rateLimit;
  }

  /** Sets how the subject of a request is found; without it every request counts to its address. */
  identifyBy(subjectOf: SubjectOf): void {
    this.subjectOf = subjectOf;
  }

  install(fastify: FastifyInstance): void {
    if (!this.limits) return;
    fastify.addHook('onRequest', (request, reply, done) => {
      const route = request.routeOptions.url;
      if (route === UNCOUNTED) return done();
      const count = (subject: RateSubject) => {
        if (this.charge(request, reply, this.accountOf(subject), 1)) done();
      };
      if (route !== undefined && PROBES.includes(route)) return count(probeSubject(request.ip));
      const subject = this.subjectOf(request);
      if (!('found' in subject)) return count(subject);
      // Unknown credentials from an address that has used up its rate are refused before any look-up: made-up credentials
      // would otherwise be a way around the limit.
      const address = subject.stranger && this.accountOf(addressSubject(request.ip));
      if (address && !address.bucket.has(1, performance.now())) return this.refuse(request, reply, address, 1);
      subject.found.then(count, done);
    });
  }

  /** Charges what a caller does over a socket, as a request of its own would be; answers the refusal when it cannot pay. */
  async chargeCaller(caller: CountedCaller, units: number): Promise<RateLimited | undefined> {
    if (!this.limits) return undefined;
    const subject = this.subjectOf(caller);
    return this.pay('found' in subject ? await subject.found : subject, units);
  }

  /** Charges what it takes to validate a document that came over a socket. */
  async chargeDocumentOf(caller: CountedCaller, units: number): Promise<RateLimited | undefined> {
    if (!this.limits || units === 0) return undefined;
    const subject = this.subjectOf(caller);
    return this.payDocument(payerOf('found' in subject ? await subject.found : subject), units);
  }

  /** Charges what it takes to validate a document to the caller's organisation: many members do not get many times as much. */
  payDocument(payer: string, units: number): RateLimited | undefined {
    const most = this.limits?.documents ?? units;
    return this.pay({ kind: 'documents', id: payer }, Math.min(units, most));
  }

  /** Charges the opening of a socket to the address it comes from. */
  chargeOpening(ip: string): RateLimited | undefined {
    return this.pay(addressSubject(ip), 1);
  }

  /** Charges a registration to the address it comes from; refuses as `RATE_LIMITED`. */
  chargeRegistration(ip: string): void {
    const refusal = this.pay({ kind: 'registration', id: neighbourhood(ip) }, 1);
    if (refusal) throw refusal;
  }

  private pay(subject: RateSubject, units: number): RateLimited | undefined {
    if (!this.limits) return undefined;
    const account = this.accountOf(subject);
    return account.bucket.take(units, performance.now()) ? undefined : this.refusal(account, units);
  }

  private accountOf(subject: RateSubject): Account {
    const { kind, id } = subject;
    const key = `${kind} ${id}`;
    const known = this.accounts.get(key);
    if (known) return known;
    const made: Account = {
      rates: this,
      kind,
      payer: payerOf(subject),
      bucket: new TokenBucket((this.limits as RateLimitConfig)[kind], performance.now()),
    };
    this.accounts.set(key, made);
    return made;
  }

  private charge(request: FastifyRequest, reply: FastifyReply, account: Account, units: number): boolean {
    if (!account.bucket.take(units, performance.now())) {
      this.refuse(request, reply, account, units);
      return false;
    }
    (request as CountedRequest)[ACCOUNT] = account;
    writeHeaders(reply, account);
    return true;
  }

  private refuse(request: FastifyRequest, reply: FastifyReply, account: Account, units: number): void {
    writeHeaders(reply, account);
    sendProblem(this.refusal(account, units), request, reply);
  }

  refusal({ kind, bucket }: Account, units: number): RateLimited {
    const { limit, remaining, resetsInSeconds } = bucket.state();
    const retryAfter = bucket.secondsUntil(units);
    const resetsAt = new Date(this.clock.millis() + resetsInSeconds * 1000).toISOString();
    const figures = { limit, used: limit - remaining, remaining, windowSeconds: WINDOW_SECONDS, resetsAt, retryAfter };
    return new RateLimited({ details: { ...figures, basis: BASIS[kind] }, retryAfter });
  }
}

/** Charges further units to a request, where rates are limited. Refuses as `RATE_LIMITED`. */
export function chargeMore(request: FastifyRequest, reply: FastifyReply, units: number): void {
  const account = (request as CountedRequest)[ACCOUNT];
  if (!account || units <= 0) return;
  const paid = account.bucket.take(units, performance.now());
  writeHeaders(reply, account);
  if (!paid) throw account.rates.refusal(account, units);
}

/** Charges what it takes to validate a document, where rates are limited; answers the refusal when it cannot be paid. */
export function chargeDocument(request: FastifyRequest, units: number): RateLimited | undefined {
  const account = (request as CountedRequest)[ACCOUNT];
  return account && units > 0 ? account.rates.payDocument(account.payer, units) : undefined;
}

/** What is left of the rate that a request was counted to; nothing when rates are not limited. */
export function rateStateOf(request: FastifyRequest): RateState | undefined {
  return (request as CountedRequest)[ACCOUNT]?.bucket.state();
}

function payerOf({ kind, id, organisationId }: RateSubject): string {
  return organisationId ?? `${kind} ${id}`;
}

function addressSubject(ip: string): RateSubject {
  return { kind: 'address', id: neighbourhood(ip) };
}

function probeSubject(ip: string): RateSubject {
  return { kind: 'address', id: `probe ${neighbourhood(ip)}` };
}

function writeHeaders(reply: FastifyReply, { kind, bucket }: Account): void {
  const { limit, remaining, resetsInSeconds } = bucket.state();
  reply.header('ratelimit-policy', `"${kind}";q=${limit};w=${WINDOW_SECONDS}`);
  reply.header('ratelimit', `"${kind}";r=${remaining};t=${resetsInSeconds}`);
}
