import { AsyncLocalStorage } from 'node:async_hooks';
import type { Locale } from '../../kernel/index.js';

/** Facts of one request that every call it makes can read without a parameter. */
export interface RequestFacts {
  readonly requestId: string;
  readonly locale: Locale;
  /** The `Idempotency-Key` of the request, as sent. */
  readonly idempotencyKey?: string | undefined;
  /** True when the answer is a stored one: it then carries `Idempotency-Replayed: true`. */
  replayed: boolean;
}

const storage = new AsyncLocalStorage<RequestFacts>();

/** The request being worked on. Outside a request (jobs, consumers, tests) every reading is undefined and marks do nothing. */
export const RequestContext = {
  /** Runs the work, and everything it awaits, under these facts. */
  run<T>(facts: Omit<RequestFacts, 'replayed'>, work: () => T): T {
    return storage.run({ ...facts, replayed: false }, work);
  },

  current(): Readonly<RequestFacts> | undefined {
    return storage.getStore();
  },

  requestId(): string | undefined {
    return storage.getStore()?.requestId;
  },

  locale(): Locale | undefined {
    return storage.getStore()?.locale;
  },

  idempotencyKey(): string | undefined {
    return storage.getStore()?.idempotencyKey;
  },

  /** Marks the answer as a stored one. */
  markReplayed(): void {
    const facts = storage.getStore();
    if (facts) facts.replayed = true;
  },

  replayed(): boolean {
    return storage.getStore()?.replayed ?? false;
  },
};
