import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdempotencyInFlight, IdempotencyKeyReused, invalid, type Refusal } from '../../kernel/index.js';
import { Database, type Queryable, type Tx } from '../database/index.js';
import { RequestContext } from '../faces/request-context.js';
import { inChunks } from '../jobs/in-chunks.js';
import { Sweep } from '../jobs/job-handler.js';
import { IdempotencyRepository, type StoredAnswer } from './idempotency.repository.js';
import { canonicalJson, decodeJson, encodeJson } from './json.js';

const KEPT_DAYS = 30;
const CHUNK = 5_000;
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

const repository = new IdempotencyRepository();

/**
 * Runs an act of a member once per `Idempotency-Key` of the request under way; without a key, or outside a request, it
 * simply runs. Call it first in the transaction. Its answer is kept as JSON, so it must hold no personal data and no secret.
 */
export async function keyed<T>(
  tx: Tx,
  act: Pick<Once, 'actor' | 'operation' | 'request'>,
  work: () => Promise<T>,
): Promise<T> {
  return (await runOnce(tx, { ...act, key: RequestContext.idempotencyKey() }, work)).result;
}

async function runOnce<T>(tx: Tx, once: Once, work: () => Promise<T>): Promise<{ result: T; replayed: boolean }> {
  const { key } = once;
  if (key === undefined) return { result: await work(), replayed: false };
  if (!KEY.test(key)) throw badKey();
  const { organisationId } = once.actor;
  const { locked, stored } = await repository.claim(tx, organisationId, key);
  if (stored) {
    const found = answerOf<T>(stored, once.operation, once.request);
    if ('refusal' in found) throw found.refusal;
    RequestContext.markReplayed();
    return { result: found.response, replayed: true };
  }
  if (!locked) throw new IdempotencyInFlight({ retryAfter: 1 });
  const result = await work();
  const { operation, request } = once;
  await remember(tx, [{ organisationId, key, operation, request, response: result }]);
  return { result, replayed: false };
}

/**
 * Throws `IdempotencyInFlight`, and with it rolls everything back, when another transaction has or had one of the keys; a
 * further attempt then finds the stored answer.
 */
async function remember(tx: Tx, answers: readonly KeyedAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ request, response, ...answer }) => {
    return { ...answer, requestHash: hashOf(request), response: encodeJson(response) };
  });
  const stored = await repository.remember(tx, rows);
  if (stored < answers.length) throw new IdempotencyInFlight({ retryAfter: 1 });
}

/**
 * The same request sent again gets the same answer and has no second effect. The row is written in the transaction of the
 * effect, so a refusal leaves none and the key may be tried again. Kept 30 days.
 */
@Injectable()
export class Idempotency {
  constructor(private readonly database: Database) {}

  /**
   * Runs the work unless the key has an answer already, which is then returned and the request marked as replayed. Never
   * waits for another request: throws `IdempotencyInFlight` while one holds the key, `IdempotencyKeyReused` when the key
   * stands for another request. Call it first in the transaction. An answer survives as JSON with bigints and Dates.
   */
  async once<T>(tx: Tx, once: Once, work: () => Promise<T>): Promise<T> {
    return (await this.onceMarked(tx, once, work)).result;
  }

  /** As `once`, and returns whether the answer is a stored one. */
  onceMarked<T>(tx: Tx, once: Once, work: () => Promise<T>): Promise<{ result: T; replayed: boolean }> {
    return runOnce(tx, once, work);
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
    const stored = pairs.length === 0 ? new Map<number, StoredAnswer>() : await repository.find(q, pairs);
    const answers: (StoredOutcome<T> | undefined)[] = requests.map(({ key }) =>
      key === undefined || KEY.test(key) ? undefined : { refusal: badKey() },
    );
    for (const [index, row] of stored) {
      const place = places[index]!;
      answers[place] = answerOf<T>(row, operation, requests[place]!.request);
    }
    return answers;
  }

  /** Stores the answers with one insert, in the transaction of their effects. */
  rememberMany(tx: Tx, answers: readonly KeyedAnswer[]): Promise<void> {
    return remember(tx, answers);
  }

  @Sweep('idempotency.prune', 3_600_000)
  async prune(): Promise<void> {
    await inChunks(CHUNK, () => repository.prune(this.database, KEPT_DAYS, CHUNK));
  }
}

function answerOf<T>(stored: StoredAnswer, operation: string, request: unknown): StoredOutcome<T> {
  const same = stored.operation === operation && stored.request_hash.equals(hashOf(request));
  return same ? { response: decodeJson(stored.response) as T } : { refusal: new IdempotencyKeyReused() };
}

function hashOf(request: unknown): Buffer {
  return createHash('sha256').update(canonicalJson(request)).digest();
}

function badKey(): Refusal {
  return invalid('NOT_KEY_TEXT', { path: 'Idempotency-Key' });
}
