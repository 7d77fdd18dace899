import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { IdempotencyInFlight, IdempotencyKeyReused, invalid, type Refusal } from '../../kernel/index.js';
import { BlindIndex } from '../crypto/index.js';
import type { Queryable, Tx } from '../database/index.js';
import { RequestContext } from '../faces/request-context.js';
import { IdempotencyRepository, type StoredAnswer } from './idempotency.repository.js';
import { canonicalJson, decodeJson, encodeJson } from './json.js';

/** Requests name debtors: their hash is keyed, so that nobody finds a request from its row by trying names and numbers. */
const HASH = 'idempotency_keys.request_hash';
/** 1–255 printable ASCII characters. */
const KEY = /^[\x21-\x7e]{1,255}$/;

export interface Once {
  readonly actor: { readonly organisationId: string };
  /** The act, `repayment.report`: the same key for another act is a reuse. */
  readonly operation: string;
  /** The request's `Idempotency-Key`. Without one the work simply runs. */
  readonly key: string | undefined;
  /** The request; its canonical hash distinguishes a repetition from a reuse. */
  readonly request: unknown;
}

/** One of many requests that are answered together. */
export interface KeyedRequest {
  readonly organisationId: string;
  readonly key: string | undefined;
  readonly request: unknown;
}

export interface KeyedAnswer extends KeyedRequest {
  readonly key: string;
  readonly operation: string;
  readonly response: unknown;
}

/** The stored outcome of a keyed request: its answer, or why it cannot be answered. */
export type StoredOutcome<T> = { response: T } | { refusal: Refusal };

/** The application under which a request runs, by the facts of the request. */
const ofRequest = new WeakMap<object, Idempotency>();

/**
 * Runs an act once per `Idempotency-Key` of the request under way; without a key, or outside a request, it simply runs. Call it
 * first in the transaction. Its answer is kept as JSON, so it must hold no personal data and no secret.
 */
export function keyed<T>(
  tx: Tx,
  act: Pick<Once, 'actor' | 'operation' | 'request'>,
  work: () => Promise<T>,
): Promise<T> {
  const facts = RequestContext.current();
  const idempotency = facts && ofRequest.get(facts);
  return idempotency ? idempotency.once(tx, { ...act, key: facts.idempotencyKey }, work) : work();
}

/**
 * The same request sent again gets the same answer and has no second effect. The row is written in the transaction of the
 * effect, so a refusal leaves none and the key may be tried again. Kept 30 days.
 */
@Injectable()
export class Idempotency {
  private readonly repository = new IdempotencyRepository();

  constructor(private readonly blind: BlindIndex) {}

  /** Lets `keyed` find the application's keys from the request under way. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('preValidation', (_request, _reply, done) => {
      const facts = RequestContext.current();
      if (facts?.idempotencyKey !== undefined) ofRequest.set(facts, this);
      done();
    });
  }

  /**
   * Runs the work unless the key has an answer already, which is then returned and the request marked as replayed. Never
   * waits for another request: throws `IdempotencyInFlight` while one holds the key, `IdempotencyKeyReused` when the key
   * stands for another request. Call it first in the transaction. An answer survives as JSON with bigints and Dates.
   */
  async once<T>(tx: Tx, once: Once, work: () => Promise<T>): Promise<T> {
    return (await this.onceMarked(tx, once, work)).result;
  }

  /** As `once`, and returns whether the answer is a stored one. */
  async onceMarked<T>(tx: Tx, once: Once, work: () => Promise<T>): Promise<{ result: T; replayed: boolean }> {
    const { key } = once;
    if (key === undefined) return { result: await work(), replayed: false };
    if (!KEY.test(key)) throw badKey();
    const { organisationId } = once.actor;
    const { locked, stored } = await this.repository.claim(tx, organisationId, key);
    if (stored) {
      const found = this.answerOf<T>(stored, once.operation, once.request);
      if ('refusal' in found) throw found.refusal;
      RequestContext.markReplayed();
      return { result: found.response, replayed: true };
    }
    if (!locked) throw new IdempotencyInFlight({ retryAfter: 1 });
    const result = await work();
    const { operation, request } = once;
    await this.rememberMany(tx, [{ organisationId, key, operation, request, response: result }]);
    return { result, replayed: false };
  }

  /**
   * The stored outcome of each request of a set, in order; undefined when nothing is stored. Takes no lock: the caller then
   * calls `rememberMany` in the transaction of the effects, which decides. The keys of one set must differ.
   */
  async lookupMany<T>(
    q: Queryable,
    operation: string,
    requests: readonly KeyedRequest[],
  ): Promise<(StoredOutcome<T> | undefined)[]> {
    const places = requests.flatMap(({ key }, place) => (key !== undefined && KEY.test(key) ? [place] : []));
    const pairs = places.map((place) => ({
      organisationId: requests[place]!.organisationId,
      key: requests[place]!.key!,
    }));
    const stored = pairs.length === 0 ? new Map<number, StoredAnswer>() : await this.repository.find(q, pairs);
    const answers: (StoredOutcome<T> | undefined)[] = requests.map(({ key }) =>
      key === undefined || KEY.test(key) ? undefined : { refusal: badKey() },
    );
    for (const [index, row] of stored) {
      const place = places[index]!;
      answers[place] = this.answerOf<T>(row, operation, requests[place]!.request);
    }
    return answers;
  }

  /**
   * Stores the answers with one insert, in the transaction of their effects. Throws `IdempotencyInFlight`, and with it rolls
   * everything back, when another transaction has or had one of the keys; a further attempt then finds the stored answer.
   */
  async rememberMany(tx: Tx, answers: readonly KeyedAnswer[]): Promise<void> {
    if (answers.length === 0) return;
    const rows = answers.map(({ request, response, ...answer }) => {
      return { ...answer, requestHash: this.hashOf(request), response: encodeJson(response) };
    });
    const stored = await this.repository.remember(tx, rows);
    if (stored < answers.length) throw new IdempotencyInFlight({ retryAfter: 1 });
  }

  private answerOf<T>(stored: StoredAnswer, operation: string, request: unknown): StoredOutcome<T> {
    const same = stored.operation === operation && this.isHashOf(stored.request_hash, request);
    return same ? { response: decodeJson(stored.response) as T } : { refusal: new IdempotencyKeyReused() };
  }

  /** An empty hash stands for a request from before hashes were keyed: its key still gives its answer and no second effect. */
  private isHashOf(hash: Buffer, request: unknown): boolean {
    return hash.length === 0 || hash.equals(this.hashOf(request));
  }

  private hashOf(request: unknown): Buffer {
    return this.blind.of(HASH, canonicalJson(request));
  }
}

function badKey(): Refusal {
  return invalid('NOT_KEY_TEXT', { path: 'Idempotency-Key' });
}
