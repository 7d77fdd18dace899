import type { ValueTransformer } from 'typeorm';

/** For `bigint` columns that hold fen: a bigint in memory, exact at any size. */
export const fenColumn: ValueTransformer = {
  to: (value: bigint | null | undefined) => (value === null || value === undefined ? value : value.toString()),
  from: (value: string | bigint | null) => (value === null ? null : BigInt(value)),
};
