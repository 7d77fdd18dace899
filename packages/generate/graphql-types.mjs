import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse, printSchema } from 'graphql';

/** What the wire's scalars are in TypeScript: money is a bigint, everything else text. */
const SCALARS = {
  Fen: 'bigint',
  Date: 'string',
  DateTime: 'string',
  ID: 'string',
  JSONObject: 'Record<string, unknown>',
};

const CONFIG = {
  scalars: SCALARS,
  strictScalars: true,
  enumType: 'string-literal',
  enumsAsTypes: true,
  skipTypename: true,
  namingConvention: 'keep',
  inlineFragmentTypes: 'combine',
};

/** TypeScript of every type of the schema, with its descriptions. */
export function schemaTypes(schema) {
  return printed(schema, [], { typescript: CONFIG }, { typescript });
}

/** TypeScript of the answers and variables of these documents, and of the inputs and enums they use. */
export async function operationTypes(schema, documents) {
  const nodes = documents.map((text) => parse(text));
  return withRefusalsOnce(await printed(schema, nodes, { typescriptOperations: CONFIG }, { typescriptOperations }));
}

function printed(schema, documents, plugin, pluginMap) {
  return codegen({
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: documents.map((document, index) => ({ document, location: `document-${index}.graphql` })),
    filename: 'generated.ts',
    config: {},
    plugins: [plugin],
    pluginMap,
  });
}

/** The generator gives every refusal of every union a type of its own, all of one shape: this says it once. */
function withRefusalsOnce(text) {
  const own = /^type RefusalParts_\w+_Fragment = (.*);\n\n/gm;
  const [, shape] = own.exec(text) ?? [];
  if (shape === undefined) throw new Error('no refusal was found among the types of the operations');
  return text
    .replaceAll(new RegExp(own, 'gm'), '')
    .replace(/^export type RefusalPartsFragment =\n(?: +\| .*\n)+;/m, `export type RefusalPartsFragment = ${shape};`)
    .replaceAll(/(?: +\| RefusalParts_\w+_Fragment\n)+/g, '    | RefusalPartsFragment\n')
    .replaceAll(unionBody, (union) => [...new Set(union.split('\n'))].join('\n'));
}

const unionBody = /(?: {4}\| .*\n){2,}/g;
