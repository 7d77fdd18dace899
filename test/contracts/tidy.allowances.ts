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

/** Modules with more than 25 files or 3,000 lines, specs not counted. */
export const LARGE_MODULES: Record<string, { files: number; lines: number }> = {};

/** Classes with more than five collaborators, by file. */
export const CROWDED_CONSTRUCTORS: Record<string, number> = {};
