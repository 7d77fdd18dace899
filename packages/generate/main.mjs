// Writes what the packages derive from the two contracts, src/schema.graphql and openapi.yaml: the client's types and methods
// and the Bruno collection. `npm run contracts` runs it; `--check` only tells which files would change.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { parse } from 'yaml';
import { areas } from './areas.mjs';
import { brunoCollection } from './bruno.mjs';
import { eventTypes } from './event-types.mjs';
import { operationTypes, schemaTypes } from './graphql-types.mjs';
import { refusalCodes, restRoutes, restTypes } from './rest-types.mjs';
import { values } from './values.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const OPERATIONS = 'packages/client/src/operations';
const GENERATED = 'packages/client/src/generated';
const BRUNO = 'packages/bruno';
const HEAD = '// Made from the contracts by `npm run contracts`; not edited by hand.\n';
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

async function files() {
  const schema = buildSchema(read('src/schema.graphql'));
  const document = parse(read('openapi.yaml'));
  const documents = readdirSync(join(ROOT, OPERATIONS))
    .sort()
    .map((file) => ({ name: file.replace('.graphql', ''), text: read(`${OPERATIONS}/${file}`) }));
  const types = await operationTypes(
    schema,
    documents.map(({ text }) => text),
  );
  const runner = "import type { Runner } from '../runner.js';\n";
  const made = {
    [`${GENERATED}/schema.ts`]: HEAD + (await schemaTypes(schema)),
    [`${GENERATED}/operations.ts`]: `${HEAD}${runner}\n${types}\n${areas(schema, documents)}`,
    [`${GENERATED}/rest.ts`]: `${HEAD}${await restTypes(document)}\n${restRoutes(document)}`,
    [`${GENERATED}/events.ts`]: HEAD + eventTypes(document),
    [`${GENERATED}/codes.ts`]: HEAD + refusalCodes(document),
    [`${GENERATED}/values.ts`]: HEAD + values(schema, document),
  };
  const collection = Object.entries(brunoCollection(document)).map(([path, text]) => [`${BRUNO}/${path}`, text]);
  return { ...made, ...Object.fromEntries(collection) };
}

function committed() {
  const found = [GENERATED, BRUNO].filter((folder) => existsSync(join(ROOT, folder)));
  return found.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'README.md')
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1)),
  );
}

const wanted = await files();
const stale = committed().filter((path) => !(path in wanted));
const changed = Object.keys(wanted).filter((path) => !existsSync(join(ROOT, path)) || read(path) !== wanted[path]);
if (process.argv.includes('--check')) {
  for (const path of [...changed, ...stale]) process.stdout.write(`${path}\n`);
  process.exit(changed.length + stale.length > 0 ? 1 : 0);
}
for (const path of stale) rmSync(join(ROOT, path));
for (const path of changed) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), wanted[path]);
}
