import { createRequire } from 'node:module';
import { exampleOf, formOf } from './bruno-bodies.mjs';
import { operationsOf } from './rest-types.mjs';

const { jsonToBruV2, envJsonToBruV2, jsonToCollectionBru } = createRequire(import.meta.url)('@usebruno/lang');

const ENVIRONMENTS = {
  local: { baseUrl: 'http://localhost:3000' },
  sandbox: { baseUrl: 'https://sandbox.example.com' },
};
/** What a person fills in once; secrets stay on their machine. */
const SECRETS = ['apiKey', 'password', 'refreshToken'];
const BLANKS = ['email', 'file'];

/** The whole REST face as a Bruno collection: path of each file → its text. */
export function brunoCollection(document) {
  const operations = operationsOf(document);
  const files = operations.map((one) => [fileOf(one), requestOf(one, document, placeOf(one, operations))]);
  const needed = [
    ...new Set(files.flatMap(([, text]) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))),
  ];
  return {
    'bruno.json': `${JSON.stringify({ version: '1', name: 'Recourse', type: 'collection', ignore: [] }, null, 2)}\n`,
    'collection.bru': collectionFile(document),
    ...Object.fromEntries(
      Object.keys(ENVIRONMENTS).map((name) => [`environments/${name}.bru`, environment(name, needed)]),
    ),
    ...Object.fromEntries(files),
  };
}

function fileOf({ id, operation }) {
  return `${tagOf({ operation })}/${id}.bru`;
}

/** Its place in its folder, from 1. */
function placeOf(one, operations) {
  return operations.filter((other) => tagOf(other) === tagOf(one)).indexOf(one) + 1;
}

function tagOf({ operation }) {
  return operation.tags?.[0] ?? 'other';
}

function collectionFile({ info }) {
  const docs = `${info.description}\n\nChoose an environment and put an API key (or an access token) into \`apiKey\`.`;
  return ended(jsonToCollectionBru({ auth: { mode: 'bearer', bearer: { token: '{{apiKey}}' } }, docs }));
}

function environment(name, needed) {
  const blanks = [...BLANKS, ...needed].filter((one) => !SECRETS.includes(one) && one !== 'baseUrl');
  const values = { ...ENVIRONMENTS[name], ...Object.fromEntries([...new Set(blanks)].sort().map((one) => [one, ''])) };
  const plain = Object.entries(values).map(([key, value]) => ({ name: key, value, enabled: true, secret: false }));
  const secret = SECRETS.map((key) => ({ name: key, value: '', enabled: true, secret: true }));
  return ended(envJsonToBruV2({ variables: [...plain, ...secret] }));
}

function requestOf({ id, verb, path, operation }, document, seq) {
  const body = bodyOf(operation, document.components.schemas);
  const open = operation.security?.length === 0;
  return ended(
    jsonToBruV2({
      meta: { name: id, type: 'http', seq: String(seq) },
      http: {
        method: verb,
        url: `{{baseUrl}}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        body: body.mode,
        auth: open ? 'none' : 'inherit',
      },
      params: paramsOf(operation),
      headers: headersOf(verb, open),
      body: body.content,
      docs: docsOf(operation),
    }),
  );
}

function paramsOf({ parameters = [] }) {
  return parameters
    .filter((one) => one.in === 'path' || one.in === 'query')
    .map((one) => ({
      name: one.name,
      type: one.in,
      value: one.in === 'path' ? pathValue(one) : String(one.schema?.default ?? one.schema?.enum?.[0] ?? ''),
      enabled: one.in === 'path' || one.required === true,
    }));
}

function pathValue({ name, schema }) {
  return name === 'period' ? '2026-03' : (schema?.enum?.[0] ?? `{{${name}}}`);
}

/** A new key with every sending; put a fixed one to see the same answer again. */
function headersOf(verb, open) {
  const key = { name: 'idempotency-key', value: '{{$guid}}', enabled: true };
  const language = { name: 'accept-language', value: 'zh-CN', enabled: false };
  return verb === 'get' || open ? [language] : [key, language];
}

function bodyOf({ requestBody }, schemas) {
  const content = requestBody?.content ?? {};
  const form = content['multipart/form-data'];
  const json = content['application/json'];
  const urlencoded = content['application/x-www-form-urlencoded'];
  if (urlencoded && !json)
    return { mode: 'formUrlEncoded', content: { formUrlEncoded: fieldsOf(urlencoded, schemas) } };
  // An operation that takes both is easier to try with JSON than with a file to find first.
  if (json) return { mode: 'json', content: { json: JSON.stringify(exampleOf(json.schema, schemas), null, 2) } };
  if (form) return { mode: 'multipartForm', content: { multipartForm: formOf(form.schema, schemas) } };
  return { mode: 'none', content: {} };
}

function fieldsOf({ schema }, schemas) {
  const example = exampleOf(schema, schemas);
  return Object.entries(example).map(([name, value]) => ({ name, value: String(value), enabled: true }));
}

function docsOf({ summary = '', description, parameters = [], responses }) {
  const lines = parameters.filter((one) => one.description).map((one) => `- \`${one.name}\`: ${one.description}`);
  const answers = Object.entries(responses)
    .filter(([status, answer]) => status.startsWith('2') && answer.description)
    .map(([status, answer]) => `${status}: ${answer.description}`);
  return [summary, description, lines.join('\n'), answers.join('\n')].filter(Boolean).join('\n\n');
}

function ended(text) {
  return `${text.trimEnd()}\n`;
}
