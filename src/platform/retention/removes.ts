import 'reflect-metadata';
import type { RetentionFigures } from './retention-figures.js';

const REMOVES = Symbol('recourse:removes');

export type Remove = (limit: number, figures: RetentionFigures) => Promise<number>;

/**
 * The method removes what is too old of these tables, for those that `@Keeps` cannot describe: at most `limit` rows of each,
 * `(limit, figures) => Promise<number>`; it is called again at once while it answers `limit` or more.
 */
export function Removes(...tables: string[]) {
  return <R extends Remove>(target: object, key: string | symbol, _: TypedPropertyDescriptor<R>): void =>
    Reflect.defineMetadata(REMOVES, tables, (target as Record<string | symbol, object>)[key]!);
}

export function removedBy(method: object): string[] | undefined {
  return Reflect.getMetadata(REMOVES, method) as string[] | undefined;
}
