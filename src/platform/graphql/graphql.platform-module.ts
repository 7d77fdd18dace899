import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { type BuildSchemaOptions, GraphQLModule } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { InstantScalar } from '../faces/scalars.js';
import { SharingModule } from '../sharing/sharing.module.js';
import { logUnexpected, shapeError } from './error-shape.js';
import { FastLane } from './fast-lane.js';
import { LIMITS } from './graphql.refusals.js';
import { contextOf, type GraphqlContext } from './graphql-answer.js';
import { type JitOptions, jitPlugin } from './jit.plugin.js';
import { legacyStatus } from './legacy-json.js';
import { limitsPlugin } from './limits.js';
import { errorsFor } from './outcome.js';
import { prepareSchema } from './prepare-schema.js';
import { SharedAnswersPlugin } from './shared-answers.plugin.js';
import { ValidationWork } from './validation-work.js';

export interface GraphqlPlatformOptions {
  /** Introspection and suggestions are off in production. */
  production: boolean;
  /** Where the printed schema is written; false keeps it in memory. */
  autoSchemaFile?: string | false;
  /** Compiled execution; false turns it off. */
  jit?: JitOptions | false;
  /** Applied to the prepared schema, such as rules of its fields. */
  guard?: (schema: GraphQLSchema) => GraphQLSchema;
}

/**
 * Apollo ends with the process. Its integration would close the HTTP server in the first phase of the shutdown, under the
 * streams and requests that are still served.
 */
class UndrainedDriver extends ApolloDriver {
  override async stop(): Promise<void> {}
}

/** `/graphql` with our limits, errors and compiled execution. Resolvers come from the modules of the application. */
@Module({})
export class GraphqlPlatformModule {
  static forRoot(options: GraphqlPlatformOptions): DynamicModule {
    const work = new ValidationWork();
    // One for each application: two in one process do not share documents.
    const lane = new FastLane(options.production, work);
    return {
      module: GraphqlPlatformModule,
      imports: [SharingModule, GraphQLModule.forRoot<ApolloDriverConfig>(driverConfig(options, lane, work))],
      providers: [SharedAnswersPlugin, { provide: FastLane, useValue: lane }],
      exports: [GraphQLModule],
    };
  }
}

/** How classes become types; the printed contract is built the same way. */
export const buildSchemaOptions: BuildSchemaOptions = {
  scalarsMap: [{ type: Date, scalar: InstantScalar }],
  noDuplicatedFields: true,
};

function driverConfig(options: GraphqlPlatformOptions, lane: FastLane, work: ValidationWork): ApolloDriverConfig {
  const { production, guard } = options;
  return {
    driver: UndrainedDriver,
    path: '/graphql',
    autoSchemaFile: options.autoSchemaFile || true,
    sortSchema: true,
    buildSchemaOptions,
    transformSchema: (schema) => (guard ? guard(prepareSchema(schema)) : prepareSchema(schema)),
    fieldResolverEnhancers: ['filters'],
    context: contextOf,
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    graphiql: false,
    autoTransformHttpErrors: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationOptions: { maxErrors: LIMITS.errors },
    executionOptions: { maxCoercionErrors: LIMITS.errors },
    formatError: shapeError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      limitsPlugin(work),
      errorsPlugin(production),
      ...(options.jit === false ? [] : [jitPlugin(lane, options.jit)]),
    ],
  };
}

/** Logs unexpected errors and gives errors their final form. */
function errorsPlugin(production: boolean): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          logUnexpected(errors, contextValue);
        },
        async willSendResponse({ response, contextValue }) {
          const { http, body } = response;
          if (body.kind !== 'single' || !body.singleResult.errors) return;
          const { errors } = body.singleResult;
          http.status = legacyStatus(http.status, errors, contextValue.request.headers.accept);
          body.singleResult.errors = errorsFor(contextValue, errors, production);
        },
      };
    },
  };
}
