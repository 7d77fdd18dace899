import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Mutant {
  readonly name: string;
  readonly patches: readonly { readonly file: string; readonly find: string; readonly replace: string }[];
  readonly files: string;
}

const ROOT = process.cwd();
const TESTS = ['src', 'test', 'packages'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(spec|flow|race|hostile)\.ts$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name)),
);

/** Running the mutants takes long; that each still fits the sources and names a test is seen at once. */
describe('the mutants', () => {
  it('fit the sources, each text exactly once, and name tests that are there', async () => {
    const { mutants } = (await import(join(ROOT, 'test/mutants/mutants.mjs'))) as { mutants: readonly Mutant[] };
    const faults = mutants.flatMap(({ name, patches, files }) => [
      ...patches.flatMap(({ file, find, replace }) => {
        const times = readFileSync(join(ROOT, file), 'utf8').split(find).length - 1;
        return times === 1 && find !== replace ? [] : [`${name}: stands ${times} times in ${file}: ${find}`];
      }),
      ...(TESTS.some((test) => new RegExp(files).test(test)) ? [] : [`${name}: no test is named ${files}`]),
    ]);
    expect(faults).toEqual([]);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });
});
