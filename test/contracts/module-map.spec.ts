import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { CROWDED_CONSTRUCTORS, LARGE_MODULES } from './tidy.allowances.js';

const ROOT = process.cwd();
const { AREAS, MODULES } = createRequire(join(ROOT, 'package.json'))('./.module-map.cjs') as {
  AREAS: Record<string, string[]>;
  MODULES: Record<string, Record<string, string[]>>;
};
const MAX_FILES = 25;
const MAX_LINES = 3_000;
const MAX_COLLABORATORS = 5;

interface Source {
  readonly path: string;
  /** `casework/grabs`, `platform/outbox`, `kernel`: the folder whose rules hold for the file. */
  readonly room: string;
  readonly text: string;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : filesUnder(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });

const read = (path: string): Source => {
  const room = path
    .replace(/^src\//, '')
    .split('/')
    .slice(0, -1)
    .join('/');
  return { path, room, text: readFileSync(join(ROOT, path), 'utf8') };
};
const product = filesUnder('src')
  .filter((path) => !path.endsWith('.spec.ts'))
  .map(read);
const outside = [...filesUnder('src'), ...filesUnder('test'), ...filesUnder('bench')].map(read);
const modules = Object.entries(MODULES).flatMap(([area, names]) => Object.keys(names).map((name) => `${area}/${name}`));

/** What a file imports: the file behind each path, and the names taken from it. */
function importsOf({ path, text }: Source): { target: string; names: string[] }[] {
  const found = text.matchAll(/(?:import|export)\s+(?:type\s+)?(?:\{([^}]*)\}|\*(?: as \w+)?)\s+from\s+'(\.[^']+)'/g);
  return [...found].map(([, names = '', target]) => ({
    target: normalize(join(dirname(path), target!)).replace(/\.js$/, '.ts'),
    names: names.split(',').flatMap(
      (name) =>
        name
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0] || [],
    ),
  }));
}

/** Whether the lists let one module of an area import another. */
function mayImport(from: string, to: string): boolean {
  const [area, name] = from.split('/') as [string, string];
  const [otherArea, otherName] = to.split('/') as [string, string];
  if (area !== otherArea) return AREAS[area]?.includes(otherArea) ?? false;
  return name === otherName || (MODULES[area]?.[name]?.includes(otherName) ?? false);
}

describe('the module map', () => {
  it('names every module there is and no other', () => {
    const folders = Object.keys(AREAS).flatMap((area) =>
      readdirSync(join(ROOT, 'src', area), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${area}/${entry.name}`),
    );
    expect(folders.sort()).toEqual([...modules].sort());
    expect(readdirSync(join(ROOT, 'src')).sort()).toEqual(
      [
        ...Object.keys(AREAS),
        'boot',
        'commands',
        'contracts',
        'events',
        'kernel',
        'main.ts',
        'platform',
        'schema.graphql',
      ].sort(),
    );
  });

  it('allows nothing that nobody needs', () => {
    const used = new Set(
      product.flatMap((source) => {
        const rooms = importsOf(source).map(({ target }) => read(target).room);
        return rooms.flatMap((room) => {
          const [area, name] = source.room.split('/');
          const [otherArea, otherName] = room.split('/');
          return area === otherArea ? `${area}/${name} → ${area}/${otherName}` : `${area} → ${otherArea}`;
        });
      }),
    );
    const allowed = [
      ...Object.entries(AREAS).flatMap(([area, others]) => others.map((other) => `${area} → ${other}`)),
      ...Object.entries(MODULES).flatMap(([area, names]) =>
        Object.entries(names).flatMap(([name, others]) => others.map((o) => `${area}/${name} → ${area}/${o}`)),
      ),
    ];
    expect(allowed.filter((arrow) => !used.has(arrow))).toEqual([]);
  });

  it('has no name at a front door that nobody takes', () => {
    const taken = new Map<string, Set<string>>();
    for (const source of outside) {
      for (const { target, names } of importsOf(source)) {
        if (!/^src\/.*\/index\.ts$/.test(target) || read(target).room === source.room) continue;
        const at = taken.get(target) ?? new Set();
        taken.set(target, at);
        for (const name of names) at.add(name);
      }
    }
    const idle = modules.flatMap((module) => {
      const door = `src/${module}/index.ts`;
      const offered = importsOf(read(door)).flatMap(({ names }) => names);
      return offered.filter((name) => !taken.get(door)?.has(name)).map((name) => `${door}: ${name}`);
    });
    expect(idle).toEqual([]);
  });

  it('lets no entity and no repository out of its module', () => {
    const doors = modules.map((module) => read(`src/${module}/index.ts`));
    expect(
      doors.flatMap(
        ({ path, text }) =>
          text.match(/export (?!type )[^;]*\.(?:entity|repository)\.js'/g)?.map((line) => `${path}: ${line}`) ?? [],
      ),
    ).toEqual([]);
  });

  it('keeps modules small; the list of larger ones only shrinks', () => {
    const sizes = modules.map((module): [string, { files: number; lines: number }] => {
      const files = product.filter(({ room }) => room === module);
      return [
        module,
        { files: files.length, lines: files.reduce((sum, { text }) => sum + text.trimEnd().split('\n').length, 0) },
      ];
    });
    const large = sizes.filter(([, { files, lines }]) => files > MAX_FILES || lines > MAX_LINES);
    expect(Object.fromEntries(large)).toEqual(LARGE_MODULES);
  });

  it('gives a class five collaborators at most; the list of classes with more only shrinks', () => {
    const crowded = product.flatMap(({ path, text }) => {
      const counts = [...text.matchAll(/\n {2}constructor\(([\s\S]*?)\n? {0,2}\) \{/g)].map(
        ([, list]) => list!.match(/\b(?:private|protected|public)? ?readonly \w+\??:/g)?.length ?? 0,
      );
      const most = Math.max(0, ...counts);
      return most > MAX_COLLABORATORS ? [[path, most] as const] : [];
    });
    expect(Object.fromEntries(crowded)).toEqual(CROWDED_CONSTRUCTORS);
  });
});

describe('SQL obeys the module map', () => {
  const owners = new Map(
    product.flatMap(({ room, text }) =>
      [...text.matchAll(/@Entity\((?:'(\w+)'|\{[^}]*name: '(\w+)')/g)].map(([, a, b]) => [(a ?? b)!, room] as const),
    ),
  );
  /** A table where SQL names one; prose in comments and strings without SQL's keywords does not count. */
  const TABLE = /\b(?:FROM|JOIN|INTO|UPDATE|USING|TABLE)\s+(?:ONLY\s+)?([a-z_]+)\b(?!\s*\()/g;
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const named = product.flatMap(({ path, room, text }) =>
    [...code(text).matchAll(TABLE)]
      .map(([, table]) => table!)
      .filter((table) => owners.has(table) && owners.get(table) !== room)
      .map((table) => ({ path, room, table, owner: owners.get(table)! })),
  );

  it('knows the owner of every table', () => {
    const tables = readdirSync(join(ROOT, 'migrations')).flatMap((name) =>
      [
        ...readFileSync(join(ROOT, 'migrations', name), 'utf8').matchAll(
          /CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(\w+)/g,
        ),
      ].map(([, table]) => table!),
    );
    expect(tables.length).toBeGreaterThan(40);
    expect(tables.filter((table) => !owners.has(table))).toEqual([]);
  });

  it('names a neighbour’s table nowhere but in laws, which compare modules on purpose', () => {
    const breaches = named.filter(({ path }) => !path.endsWith('.laws.ts'));
    expect(breaches.map(({ path, table, owner }) => `${path}: ${table} is ${owner}'s`)).toEqual([]);
  });

  it('lets laws look down only', () => {
    const upward = named
      .filter(({ path, owner }) => path.endsWith('.laws.ts') && !owner.startsWith('platform/'))
      .filter(({ room, owner }) => !mayImport(room, owner));
    expect(upward.map(({ path, table, owner }) => `${path}: ${table} is ${owner}'s`)).toEqual([]);
  });
});
