import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { type BuildSchemaOptions, GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { localeOfRequest } from '../faces/problem.js';
import { InstantScalar } from '../faces/scalars.js';
import { SharingModule } from '../sharing/sharing.module.js';
import { inLanguage, logUnforeseen, shapeError, withoutSuggestion, withRequestId } from './error-shape.js';
import type { GraphqlContext } from './graphql-answer.js';
import { type JitOptions, jitPlugin } from './jit.plugin.js';
import { legacyStatus } from './legacy-json.js';
import { LIMITS, limitsPlugin } from './limits.js';
import { prepareSchema } from './prepare-schema.js';
import { SharedAnswersPlugin } from './shared-answers.plugin.js';

export interface GraphqlPlatformOptions {
  /** Introspection and suggestions are off in production. */
  production: boolean;
  /** Where the printed schema is written; false keeps it in memory. */
  autoSchemaFile?: string | false;
  /** Compiled execution; false turns it off. */
  jit?: JitOptions | false;
  plugins?: ApolloServerPlugin<GraphqlContext>[];
  /** What the schema is given beyond its preparation, such as rules of its fields. */
  guard?: (schema: GraphQLSchema) => GraphQLSchema;
}

/** `/graphql` with our limits, errors and compiled execution. Resolvers come from the modules of the application. */
@Module({})
export class GraphqlPlatformModule {
  static forRoot(options: GraphqlPlatformOptions): DynamicModule {
    return {
      module: GraphqlPlatformModule,
      imports: [SharingModule, GraphQLModule.forRoot<ApolloDriverConfig>(driverConfig(options))],
      providers: [SharedAnswersPlugin],
      exports: [GraphQLModule],
    };
  }
}

/** How classes become types; the printed contract is built the same way. */
export const buildSchemaOptions: BuildSchemaOptions = {
  scalarsMap: [{ type: Date, scalar: InstantScalar }],
  noDuplicatedFields: true,
};

function driverConfig(options: GraphqlPlatformOptions): ApolloDriverConfig {
  const { production, guard } = options;
  return {
    driver: ApolloDriver,
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
      limitsPlugin(),
      errorsPlugin(production),
      ...(options.jit === false ? [] : [jitPlugin(options.jit)]),
      ...(options.plugins ?? []),
    ],
  };
}

function contextOf(request: FastifyRequest, reply: FastifyReply): GraphqlContext {
  return { request, reply, req: request, locale: localeOfRequest(request), requestId: request.id };
}

/** Logs what nobody foresaw and puts the request id into it. In production nothing is suggested, for variables either. */
function errorsPlugin(production: boolean): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          logUnforeseen(errors, contextValue);
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
          legacyStatus(response, contextValue.request.headers.accept);
          const result = response.body.singleResult;
          result.errors = result.errors?.map((error) => {
            const named = inLanguage(withRequestId(error, contextValue), contextValue.locale);
            return production ? withoutSuggestion(named) : named;
          });
        },
      };
    },
  };
}
