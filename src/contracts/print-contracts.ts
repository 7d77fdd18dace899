import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type BuildSchemaOptions, GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { stringify } from 'yaml';
import { features } from '../boot/modules.js';
import { refusalCatalogue } from '../kernel/index.js';
import { FEED_TYPES } from '../notifications/feed/index.js';
import { type DeclaredAccess, declaredAccess, guardSchema } from '../platform/access/index.js';
import { loadConfig } from '../platform/config/index.js';
import { answeredViews, type DeclaredFacts, declaredFacts } from '../platform/faces/index.js';
import { buildSchemaOptions, prepareSchema } from '../platform/graphql/index.js';
import { describeErrors } from './contract.js';
import { describeAnswers } from './describe-answers.js';
import { describeAccess, describeInputs, describeTags } from './describe-operations.js';
import type { Document } from './document.js';
import { describeHeaders } from './headers.js';
import { normalise } from './normalise.js';
import { oauth2Scheme } from './openapi-access.js';
import { describeRefusals } from './refusal-examples.js';
import { refusalsPage, sourceFiles } from './refusals-page.js';
import { giveRequestExamples } from './request-examples.js';
import { shareResponses } from './share-responses.js';
import { TAGS } from './tags.js';
import { describeWebhooks } from './webhooks.js';

const INTRODUCTION = `The REST face of Recourse for machines. Money is strings of fen; errors are RFC 9457 problem+json.

**How to get a key.** A member who may manage keys logs in with \`POST /v1/auth/login\` and calls the GraphQL mutation
\`createApiKey\`; the key is shown once. Send it as \`Authorization: Bearer rk_live_…\`. To try things out, \`POST /v1/sandboxes\` makes test
organisations, each with a key \`rk_test_…\` of its own; nothing done with one touches anything live.`;

type ModuleLike = Type | DynamicModule;

/** Every class of a kind that the product's modules declare, found without creating any of them. */
function declared(kind: 'providers' | 'controllers', keep: (type: Type) => boolean): Type[] {
  const seen = new Set<unknown>();
  const found = new Set<Type>();
  const visit = (entry: ModuleLike): void => {
    const dynamic = 'module' in entry ? entry : undefined;
    const module = dynamic?.module ?? (entry as Type);
    if (typeof module !== 'function') return;
    const own = ((dynamic?.[kind] as Type[] | undefined) ?? []).concat(Reflect.getMetadata(kind, module) ?? []);
    for (const type of own) if (typeof type === 'function' && keep(type)) found.add(type);
    if (!dynamic && seen.has(module)) return;
    seen.add(module);
    const imports = ((dynamic?.imports as ModuleLike[] | undefined) ?? []).concat(
      Reflect.getMetadata('imports', module) ?? [],
    );
    for (const next of imports) visit(next);
  };
  for (const entry of features(loadConfig({ MASTER_KEY: Buffer.alloc(32).toString('base64') }))) visit(entry);
  return [...found].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The GraphQL contract: sorted, described, made from the resolvers alone. */
export async function printGraphql(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(guardSchema(prepareSchema(await schemaOfResolvers()))))}\n`;
}

function schemaOfResolvers(): Promise<GraphQLSchema> {
  return schemaOf(
    declared('providers', (type) => Reflect.hasMetadata('graphql:resolver_type', type)),
    buildSchemaOptions,
  );
}

/** The types that REST operations answer with, whether the GraphQL face has them or not. */
async function schemaOfViews(): Promise<GraphQLSchema> {
  return guardSchema(await schemaOf([], { ...buildSchemaOptions, orphanedTypes: answeredViews(), skipCheck: true }));
}

async function schemaOf(resolvers: Type[], options: BuildSchemaOptions): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await app.get(GraphQLSchemaFactory).create(resolvers, options);
  await app.close();
  return schema;
}

/** The REST contract as OpenAPI in YAML, made from the controllers alone. */
export async function printOpenapi(): Promise<string> {
  const controllers = declared('controllers', () => true);
  const tokens = new Set(
    controllers.flatMap((type) => (Reflect.getMetadata('design:paramtypes', type) as Type[]) ?? []),
  );
  class Contract {}
  const module: DynamicModule = {
    module: Contract,
    controllers,
    providers: [...tokens].map((token) => ({ provide: token, useValue: {} })),
  };
  const app = await NestFactory.create(module, new FastifyAdapter(), { logger: false });
  const settings = new DocumentBuilder()
    .setTitle('Recourse')
    .setDescription(INTRODUCTION)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'The installation that serves this document.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token or an API key (rk_live_…).' })
    .addOAuth2(oauth2Scheme(), 'oauth2')
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, settings, { operationIdFactory: (_, method) => method });
  await app.close();
  const operations = operationsOfControllers(controllers);
  const described = describeAnswers(document, prepareSchema(await schemaOfViews()));
  const whole = describeErrors(described, refusalCatalogue()) as unknown as Document;
  await finish(whole, operations);
  return stringify(sorted(whole), { lineWidth: 120, aliasDuplicateObjects: false });
}

/** Adds what every operation has: who may call it, how it may be refused, headers and examples. */
async function finish(document: Document, operations: ReadonlyMap<string, DeclaredOperation>): Promise<void> {
  const declaredOf = (id: string) => operations.get(id);
  const graphql = await schemaOfResolvers();
  normalise(document);
  describeWebhooks(document, FEED_TYPES);
  describeTags(document, TAGS);
  describeInputs(document, graphql);
  describeAccess(document, (id) => declaredOf(id)?.access ?? {});
  describeRefusals(document, {
    graphql,
    isPublic: (id) => declaredOf(id)?.access === 'public',
    declared: (id) => declaredOf(id)?.refusals ?? [],
  });
  giveRequestExamples(document, (id) => declaredOf(id)?.requestExample);
  describeHeaders(document);
  shareResponses(document);
}

interface DeclaredOperation extends DeclaredFacts {
  access: DeclaredAccess;
}

/** What the decorators of each operation declare beyond the description library, by the operation's id. */
function operationsOfControllers(controllers: Type[]): Map<string, DeclaredOperation> {
  const found = new Map<string, DeclaredOperation>();
  for (const controller of controllers) {
    for (const name of Object.getOwnPropertyNames(controller.prototype)) {
      const handler = controller.prototype[name] as () => unknown;
      if (typeof handler !== 'function') continue;
      const operation = Reflect.getMetadata('swagger/apiOperation', handler) as { operationId?: string } | undefined;
      const access = declaredAccess(handler, controller);
      found.set(operation?.operationId ?? name, { access, ...declaredFacts(handler) });
    }
  }
  return found;
}

/** Keys in order, so that a contract changes only where the API does. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** `npm run contracts`: writes both contracts and the page of refusals. Needs no database. */
async function main(): Promise<void> {
  writeFileSync('src/schema.graphql', await printGraphql());
  writeFileSync('openapi.yaml', await printOpenapi());
  writeFileSync('docs/refusals.md', refusalsPage(refusalCatalogue(), sourceFiles()));
}

if (process.argv[1]?.endsWith('print-contracts.js')) {
  main().catch((error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
}
