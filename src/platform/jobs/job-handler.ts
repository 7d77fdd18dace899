import 'reflect-metadata';

const HANDLER = Symbol('recourse:job-handler');
const SWEEP = Symbol('recourse:sweep');

/** The data of a job. The handler reads everything else from the database and checks it again. */
export interface JobCall {
  readonly id: string;
}

/** A sweep finds what is due in the database and does it, in bounded batches, about every `everyMs`. */
export interface SweepSpec {
  readonly name: string;
  readonly everyMs: number;
}

/**
 * The method carries out jobs of this name: `(job: { id: string }) => Promise<void>`. It may run twice and may run late, so
 * it decides by the current state of the database. When it throws, it is tried again with backoff.
 */
export function JobHandler(name: string) {
  return (target: object, key: string | symbol, _: TypedPropertyDescriptor<(job: JobCall) => Promise<void>>): void =>
    Reflect.defineMetadata(HANDLER, name, (target as Record<string | symbol, object>)[key]!);
}

/**
 * The method runs about every `everyMs` in one of the processes that work: `() => Promise<void>`. Every delayed act has one,
 * because the queue may be lost and the database may not: it finds what is overdue by SQL `now()`. Its schedule is
 * in PostgreSQL, whatever store the queue uses. Overlap is rare but possible, so it takes rows with SKIP LOCKED or conditional updates.
 */
export function Sweep(name: string, everyMs: number) {
  return (target: object, key: string | symbol, _: TypedPropertyDescriptor<() => Promise<void>>): void =>
    Reflect.defineMetadata(SWEEP, { name, everyMs }, (target as Record<string | symbol, object>)[key]!);
}

export function jobNameOf(method: object): string | undefined {
  return Reflect.getMetadata(HANDLER, method) as string | undefined;
}

export function sweepOf(method: object): SweepSpec | undefined {
  return Reflect.getMetadata(SWEEP, method) as SweepSpec | undefined;
}
