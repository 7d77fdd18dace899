import type { OpenAPIObject } from '@nestjs/swagger';
import type { GraphQLSchema } from 'graphql';
import type { JsonSchema } from '../platform/examples/index.js';
import { answerExample } from './answer-examples.js';
import { VERBS } from './document.js';
import { referencesIn, viewSchemas } from './view-schemas.js';

interface Content {
  schema?: JsonSchema;
  example?: unknown;
}

/** Adds to a REST description the schemas of the views its operations answer with, and an example of each answer. */
export function describeAnswers(document: OpenAPIObject, views: GraphQLSchema): OpenAPIObject {
  const contents = successes(document);
  const given = document.components?.schemas ?? {};
  const made = viewSchemas(
    views,
    contents.flatMap(([, content]) => referencesIn(content.schema)),
  );
  const twice = Object.keys(made).filter((name) => name in given);
  if (twice.length > 0) throw new Error(`described a second time beside their view: ${twice.join(', ')}`);
  for (const [mediaType, content] of contents) {
    if (!content.schema?.$ref) continue;
    if (mediaType === 'application/json') content.example = answerExample(content.schema, made);
    else content.schema = { type: 'string' };
  }
  // The library's types are of OpenAPI 3.0, where null is no type.
  const schemas = { ...given, ...made } as NonNullable<OpenAPIObject['components']>['schemas'];
  return { ...document, components: { ...document.components, schemas } };
}

/** The answer of each operation when it succeeds, by media type. */
function successes(document: OpenAPIObject): [mediaType: string, content: Content][] {
  const operations = Object.values(document.paths).flatMap((path) => VERBS.map((verb) => path[verb]));
  const answers = operations.flatMap((operation) => Object.entries(operation?.responses ?? {}));
  return answers.flatMap(([status, answer]) =>
    status.startsWith('2') && answer && 'content' in answer ? Object.entries(answer.content as object) : [],
  );
}
