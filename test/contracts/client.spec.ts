import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, GraphQLObjectType, isInputObjectType, parse as parseGraphql, validate } from 'graphql';
import { parse } from 'yaml';
import { countsOf, OUTCOMES } from '../../packages/cli/src/commands/import.js';
import * as documents from '../../packages/cli/src/documents.js';
import { say } from '../../packages/cli/src/words.js';
import { routes } from '../../packages/client/src/generated/rest.js';
import { KEYED_ACTS } from '../../packages/client/src/keyed-acts.js';
import { FEED_TYPES } from '../../src/notifications/feed/index.js';

const { bruToJsonV2, bruToEnvJsonV2, collectionBruToJson } = jest.requireActual('@usebruno/lang');

interface Keyed {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name?: string }[];
}

const read = (path: string) => readFileSync(join(process.cwd(), path), 'utf8');
const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(join(process.cwd(), folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).slice(process.cwd().length + 1))
    .filter((path) => !path.includes('/dist/'));

describe('the client', () => {
  const schema = buildSchema(read('src/schema.graphql'));
  const operations = filesUnder('packages/client/src/operations', '.graphql');

  it('is what the contracts say; `npm run contracts` makes it anew', () => {
    const run = spawnSync(process.execPath, ['packages/generate/main.mjs', '--check'], { encoding: 'utf8' });
    expect([run.stdout, run.stderr, run.status]).toEqual(['', '', 0]);
  });

  it('asks only for what the schema has', () => {
    expect(operations.length).toBeGreaterThan(10);
    const fragments = read('packages/client/src/operations/fragments.graphql');
    const commands = Object.values(documents).map((text) => ['the command line', text] as const);
    const texts = operations.map((path) => [path, read(path)] as const);
    const faults = [...texts, ...commands].flatMap(([where, own]) => {
      const whole = parseGraphql(own === fragments || where === 'the command line' ? own : `${own}\n${fragments}`);
      return validate(schema, whole)
        .filter(({ message }) => !/^Fragment "\w+" is never used/.test(message))
        .map(({ message }) => `${where}: ${message}`);
    });
    expect(faults).toEqual([]);
  });

  it('has every count of a batch, and the command line tells each in both languages', () => {
    const batch = schema.getType('CaseBatch') as GraphQLObjectType;
    const counts = Object.keys(batch.getFields()).filter((name) => name.endsWith('Rows'));
    const asked = parseGraphql(read('packages/client/src/operations/fragments.graphql')).definitions.flatMap((one) =>
      one.kind === 'FragmentDefinition' && one.name.value === 'BatchParts'
        ? one.selectionSet.selections.map((field) => (field.kind === 'Field' ? field.name.value : ''))
        : [],
    );
    expect(counts.filter((name) => !asked.includes(name))).toEqual([]);
    expect([...OUTCOMES].sort()).toEqual(counts.filter((name) => !/^(total|processed)Rows$/.test(name)).sort());
    const seven = Object.fromEntries(counts.map((name) => [name, 7])) as Record<(typeof OUTCOMES)[number], number>;
    for (const language of ['en', 'zh-CN'] as const) {
      const told = countsOf(seven, (one, values) => say(language, one, values));
      expect([language, told.length, told.filter((words) => /\b7\b/.test(words)).length]).toEqual([language, 10, 10]);
    }
  });

  it('sends every act again whose key the platform keeps', () => {
    const { paths } = parse(read('openapi.yaml')) as { paths: Record<string, Record<string, Keyed>> };
    const acts = Object.values(paths).flatMap((path) => Object.values(path));
    const keyed = acts.filter(({ parameters = [] }) => parameters.some(({ name }) => name === 'Idempotency-Key'));
    expect(keyed.length).toBeGreaterThan(20);
    expect(keyed.map(({ operationId }) => operationId).filter((id) => !KEYED_ACTS.has(id))).toEqual([]);
  });

  it('tells money by the name of its field, on both faces', () => {
    const strays: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (!(type instanceof GraphQLObjectType) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const money = /\bFen\b/.test(String(field.type));
        if (money !== /Fen$|^fen$/.test(field.name)) strays.push(`${type.name}.${field.name}`);
      }
    }
    expect(strays).toEqual([]);
  });

  it('knows every public event', () => {
    const text = read('packages/client/src/generated/events.ts');
    const known = [...text.matchAll(/^ {2}'([a-z-]+\.[a-z]+)':/gm)].map(([, type]) => type!);
    expect(known.length).toBeGreaterThan(30);
    expect(known.sort()).toEqual(FEED_TYPES.map(({ type }) => type).sort());
  });

  it('keeps its files small', () => {
    const sources = [...filesUnder('packages', '.ts'), ...filesUnder('packages', '.mjs')];
    const long = sources.filter(
      (path) => !path.includes('/generated/') && read(path).trimEnd().split('\n').length > 300,
    );
    expect(long).toEqual([]);
    expect(existsSync('packages/client/README.md') && existsSync('packages/cli/README.md')).toBe(true);
  });
});

describe('the Bruno collection', () => {
  interface Bru {
    meta: { name: string };
    http: { method: string; url: string; auth: string };
    params?: { name: string; type: string }[];
    body?: { json?: string; multipartForm?: unknown[] };
    docs?: string;
  }
  const document = parse(read('openapi.yaml')) as {
    paths: Record<string, Record<string, { operationId: string; security?: unknown[]; requestBody?: object }>>;
  };
  const all = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ verb, path, ...operation })),
  );
  const texts = filesUnder('packages/bruno', '.bru').filter((path) => !/collection\.bru$|environments\//.test(path));
  const requests = texts.map((path) => bruToJsonV2(read(path)) as Bru);

  it('has one request for every REST operation, at its address', () => {
    const wanted = all.map(({ operationId, verb, path }) => `${operationId} ${verb} {{baseUrl}}${path}`).sort();
    const found = requests.map(({ meta, http }) => {
      return `${meta.name} ${http.method} ${http.url.replaceAll(/:(\w+)/g, '{$1}')}`;
    });
    expect(found.sort()).toEqual(wanted);
    expect(Object.keys(routes).sort()).toEqual(all.map(({ operationId }) => operationId).sort());
  });

  it('logs in, explains and fills in what each needs', () => {
    for (const { meta, http, params = [], body, docs } of requests) {
      const { path, security, requestBody } = all.find(({ operationId }) => operationId === meta.name)!;
      expect([meta.name, http.auth]).toEqual([meta.name, security?.length === 0 ? 'none' : 'inherit']);
      expect([meta.name, docs?.trim() ?? '']).toEqual([meta.name, expect.stringMatching(/\w/)]);
      const names = params.filter(({ type }) => type === 'path').map(({ name }) => name);
      expect(names).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      const filled = body && Object.values(body).some((content) => content !== '');
      expect([meta.name, filled ?? false]).toEqual([meta.name, requestBody !== undefined]);
      if (body?.json) expect(() => JSON.parse(body.json!)).not.toThrow();
    }
  });

  it('knows every variable it uses in both environments', () => {
    const used = new Set(texts.flatMap((path) => [...read(path).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!)));
    expect(collectionBruToJson(read('packages/bruno/collection.bru')).auth.bearer.token).toBe('{{apiKey}}');
    for (const name of ['local', 'sandbox']) {
      const { variables } = bruToEnvJsonV2(read(`packages/bruno/environments/${name}.bru`)) as {
        variables: { name: string }[];
      };
      const known = new Set(variables.map((variable) => variable.name));
      expect([...used].filter((one) => !known.has(one))).toEqual([]);
    }
  });
});
