export { type ConnectionOf, connectionOf, PageInfoView, type Total, toConnection } from './connection.js';
export { DayField, FenField, IdField, IdsField, type InputFieldOptions, idOf, optionalIdOf, textOf } from './fields.js';
export { buildSchemaOptions, GraphqlPlatformModule, type GraphqlPlatformOptions } from './graphql.platform-module.js';
export { type GraphqlContext, refusalError } from './graphql-answer.js';
export { LIMITS } from './limits.js';
export { PageArgs } from './page-args.js';
export { prepareSchema } from './prepare-schema.js';
export { RefusalView, refusalType, resultUnion } from './refusal-union.js';
export { DayScalar, FenScalar, InstantScalar, JsonObjectScalar } from './scalars.js';
