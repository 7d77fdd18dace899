/**
 * What the house rules still let pass, file by file. The numbers may only go down: a file that does better than its
 * allowance fails the test until the line here is lowered or removed. A new line needs an argument in its commit.
 */

/** Files of `src` over 300 lines, with their length. */
export const LONG_FILES: Record<string, number> = {};

/** `any` in the sources outside of specs, by file. */
export const ANY_TYPES: Record<string, number> = { 'src/platform/graphql/compiled-document.ts': 1 };

/** Where the environment is read outside of `platform/config`. */
export const ENVIRONMENT_READERS: Record<string, number> = {};

/** Where the time is asked for past the clock. */
export const CLOCKLESS: Record<string, number> = {};
