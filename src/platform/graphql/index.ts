export { FastLane } from './fast-lane.js';
export { buildSchemaOptions, GraphqlPlatformModule } from './graphql.platform-module.js';
export type { GraphqlContext } from './graphql-answer.js';
export { prepareSchema } from './prepare-schema.js';
export { resultUnion } from './refusal-union.js';
export { schemaTextOf } from './schema-text.js';
