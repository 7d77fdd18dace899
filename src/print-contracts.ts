import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type BuildSchemaOptions, GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { stringify } from 'yaml';
import { features } from './features.js';
import { type DeclaredAccess, declaredAccess, describeScopes, guardSchema } from './identity/index.js';
import { refusalCatalogue } from './kernel/index.js';
import { loadConfig } from './platform/config/index.js';
import { buildSchemaOptions, prepareSchema } from './platform/graphql/index.js';
import { answeredViews, describeAnswers, describeErrors } from './platform/http/index.js';

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
  const resolvers = declared('providers', (type) => Reflect.hasMetadata('graphql:resolver_type', type));
  const schema = await schemaOf(resolvers, buildSchemaOptions);
  return `${printSchema(lexicographicSortSchema(guardSchema(prepareSchema(schema))))}\n`;
}

/** The types that REST operations answer, whether the GraphQL face knows them or not. */
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
    .setDescription(
      'The REST face of Recourse for machines. Money is strings of fen; errors are RFC 9457 problem+json.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token or an API key (rk_live_…).' })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, settings, { operationIdFactory: (_, method) => method });
  await app.close();
  const access = accessOfOperations(controllers);
  const accessOf = (operation: string) => access.get(operation);
  const described = describeAnswers(document, await schemaOfViews());
  const scoped = describeScopes(described, accessOf);
  const whole = describeErrors(scoped, refusalCatalogue(), (operation) => accessOf(operation) === 'public');
  return stringify(sorted(whole), { lineWidth: 120, aliasDuplicateObjects: false });
}

/** Who may call each operation, by the id the description gives it. */
function accessOfOperations(controllers: Type[]): Map<string, DeclaredAccess> {
  const found = new Map<string, DeclaredAccess>();
  for (const controller of controllers) {
    for (const name of Object.getOwnPropertyNames(controller.prototype)) {
      const handler = controller.prototype[name] as () => unknown;
      if (typeof handler !== 'function') continue;
      const operation = Reflect.getMetadata('swagger/apiOperation', handler) as { operationId?: string } | undefined;
      found.set(operation?.operationId ?? name, declaredAccess(handler, controller));
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

/** `npm run contracts`: writes both contracts. Needs no database. */
async function main(): Promise<void> {
  writeFileSync('src/schema.graphql', await printGraphql());
  writeFileSync('openapi.yaml', await printOpenapi());
}

if (process.argv[1]?.endsWith('print-contracts.js')) {
  main().catch((error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
}
