import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { environment } from '../../src/platform/config/config.js';
import { fixedPauses } from './pauses.js';
import { ANY_TYPES, CLOCKLESS, ENVIRONMENT_READERS, FIXED_PAUSES, LONG_FILES } from './tidy.allowances.js';

const ROOT = process.cwd();
const MAX_LINES = 300;
/** Folders of packages that are not written by hand. */
const UNREAD = new Set(['node_modules', 'dist', 'generated']);
/** The folders of `src` that hold the business: each has a module in every folder of its own. */
const AREAS = ['parties', 'risk', 'casework', 'money', 'exchange', 'notifications', 'operations'];

interface Source {
  path: string;
  text: string;
}

const sources = filesUnder('src').map(read);
const product = sources.filter(({ path }) => !path.endsWith('.spec.ts'));
const modules = AREAS.flatMap((area) => foldersOf(`src/${area}`).map((name) => `${area}/${name}`));

function read(path: string): Source {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

function foldersOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return UNREAD.has(entry.name) ? [] : filesUnder(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

/** The code without comments and the contents of strings, so that words about a thing are not the thing. */
function bare(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

/** How often a pattern stands in each file, files without it left out. */
function countsOf(pattern: RegExp, where: Source[]): Record<string, number> {
  const counts = where.map(({ path, text }): [string, number] => [path, [...bare(text).matchAll(pattern)].length]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

describe('the house is tidy', () => {
  it('reads something at all', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(modules).toEqual(
      expect.arrayContaining(['parties/members', 'casework/cases', 'casework/grabs', 'money/ledger']),
    );
  });

  it('reads the environment in platform/config only', () => {
    const elsewhere = product.filter(({ path }) => !path.startsWith('src/platform/config/'));
    expect(countsOf(/\bprocess\.env\b/g, elsewhere)).toEqual(ENVIRONMENT_READERS);
  });

  it('asks the clock for the time', () => {
    const elsewhere = product.filter(({ path }) => path !== 'src/kernel/clock.ts');
    expect(countsOf(/\bDate\.now\(|\bnew Date\(\s*\)/g, elsewhere)).toEqual(CLOCKLESS);
  });

  it('sends no request past platform/outbound', () => {
    const elsewhere = product.filter(({ path }) => !path.startsWith('src/platform/outbound/'));
    expect(countsOf(/(?<![.\w])fetch\(|\b(?:http|https|overHttps?)\.(?:request|get)\(/g, elsewhere)).toEqual({});
  });

  it('never makes a float of money', () => {
    const money = String.raw`[^()\n]*(?:fen|amount|balance|commission|price)`;
    const float = new RegExp(
      String.raw`(?:\bNumber|\bparseFloat|\bparseInt|Number\.parse(?:Float|Int))\(${money}`,
      'gi',
    );
    expect(countsOf(float, product)).toEqual({});
  });

  it('keeps files small; the list of longer ones only shrinks', () => {
    const long = sources.map(({ path, text }): [string, number] => [path, text.trimEnd().split('\n').length]);
    expect(Object.fromEntries(long.filter(([, lines]) => lines > MAX_LINES))).toEqual(LONG_FILES);
  });

  it('does not grow its use of any', () => {
    expect(countsOf(/\bas any\b|:\s*any\b|<any\b|\bany\[\]/g, product)).toEqual(ANY_TYPES);
  });

  it('leaves nothing for later in comments', () => {
    const later = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
    const everywhere = [...filesUnder('src'), ...filesUnder('test'), ...filesUnder('migrations')];
    expect(everywhere.filter((path) => later.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });

  describe('in its tests', () => {
    const tests = [...sources, ...['test', 'packages'].flatMap(filesUnder).map(read)].filter(
      ({ path }) => path.startsWith('test/') || path.endsWith('.spec.ts'),
    );

    it('waits for states, never for durations', () => {
      expect(tests.length).toBeGreaterThan(200);
      const pauses = tests.map(({ path, text }): [string, number] => [path, fixedPauses(text)]);
      expect(Object.fromEntries(pauses.filter(([, count]) => count > 0))).toEqual(FIXED_PAUSES);
    });

    it('tells a pause from a wait', () => {
      const alias = `import { setTimeout as rest } from 'node:timers/promises';`;
      expect(fixedPauses(`${alias} await rest(300); await db.rows('SELECT ${'pg_' + 'sleep'}(1)');`)).toBe(2);
      expect(fixedPauses('const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));')).toBe(1);
      expect(fixedPauses(`${alias} for (let n = 0; n < 3; n += 1) { act(n); await rest(50); }`)).toBe(1);
      expect(fixedPauses(`${alias} while (!ran) await rest(20); for (;;) { if (done()) break; await rest(20); }`)).toBe(
        0,
      );
    });

    it('has no time limit below that of the suite', () => {
      const limits = tests.flatMap(({ path, text }) =>
        [...text.matchAll(/jest\.setTimeout\(\s*([\d_]+)\s*[+)]/g)].map(([, ms]) => [
          path,
          Number(ms!.replaceAll('_', '')),
        ]),
      );
      expect(limits.filter(([, ms]) => Number(ms) < 1_800_000)).toEqual([]);
    });
  });

  it('keeps download addresses out of the lock file', () => {
    const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
    expect(lock.match(/"resolved":\s*"(?!packages\/)[^"]*"/g) ?? []).toEqual([]);
  });

  it('locks every dependency by the sum of its contents, those of other systems too', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { link?: boolean; integrity?: string }>;
    };
    const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
    expect(installed.length).toBeGreaterThan(1_000);
    const loose = installed.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''));
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('gives each module a README of one page, a front door and a place in the map', () => {
    const map = createRequire(join(ROOT, 'package.json'))('./.dependency-cruiser.cjs') as {
      forbidden: { from: { path?: unknown } }[];
    };
    const mapped = new Set(map.forbidden.map(({ from }) => from.path));
    const missing = modules.flatMap((name) => [
      ...(existsSync(join(ROOT, 'src', name, 'README.md')) ? [] : [`src/${name}/README.md`]),
      ...(existsSync(join(ROOT, 'src', name, 'index.ts')) ? [] : [`src/${name}/index.ts`]),
      ...(mapped.has(`^src/${name}/`) ? [] : [`${name} in .dependency-cruiser.cjs`]),
    ]);
    expect(missing).toEqual([]);
  });

  it('explains every setting, and no other', () => {
    const page = readFileSync(join(ROOT, 'docs/configuration.md'), 'utf8');
    const explained = [...page.matchAll(/^\| `([A-Z0-9_]+)` \|/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual(Object.keys(environment.shape).sort());
  });

  it('describes every setting where it is read', () => {
    const silent = Object.entries(environment.shape).filter(([, schema]) => !schema.description);
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});
