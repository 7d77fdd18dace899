import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { methodsOf } from '../loops/provider-methods.js';
import { type DeclaredAccess, declaredAccess } from './access.js';
import { type GuardedField, guardedFields } from './field-access.js';

/** One way into the application and who may take it. */
export interface Entrance {
  face: 'graphql' | 'rest';
  /** `Mutation.grabCase`, `POST /v1/cases`. */
  name: string;
  /** `GrabResolver.grabCase`: where to look. */
  handler: string;
  access: DeclaredAccess;
}

/** What a route of the REST face declares that is looked at before its handler. */
export interface RestRoute {
  readonly access: DeclaredAccess;
  /** The media types of its body. */
  readonly consumes: readonly string[];
}

type Method = (...args: never[]) => unknown;
const VERBS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD', 'SEARCH'];
// Keys under which Nest keeps what its own decorators said; stable across its versions.
const GRAPHQL_TYPE = 'graphql:resolver_type';
const GRAPHQL_NAME = 'graphql:resolver_name';
const REST_PATH = 'path';
const REST_VERB = 'method';
const REST_CONSUMES = 'swagger/apiConsumes';
const REST_ARGUMENTS = '__routeArguments__';
/** Nest's number for `@Query()`. */
const QUERY_ARGUMENT = '4:';

/** Every resolver and controller method with its declared access: what the guard obeys, as data. */
@Injectable()
export class AccessMap implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    assertEveryHandlerDeclaresAccess(this);
  }

  /** The fields below the entrances that machines need a scope of their own for. */
  fields(): GuardedField[] {
    return guardedFields();
  }

  /** The routes of the REST face, by `POST /v1/cases`. */
  routes(): Map<string, RestRoute> {
    const found = new Map<string, RestRoute>();
    for (const { instance, method } of methodsOf(this.discovery.getControllers(), this.scanner)) {
      const name = restName(instance.constructor, method);
      const consumes = (Reflect.getMetadata(REST_CONSUMES, method) as string[] | undefined) ?? ['application/json'];
      if (name !== undefined) found.set(name, { access: declaredAccess(method, instance.constructor), consumes });
    }
    return found;
  }

  entrances(): Entrance[] {
    const found = new Map<string, Entrance>();
    const handlers = [...this.discovery.getControllers(), ...this.discovery.getProviders()];
    for (const { instance, key, method } of methodsOf(handlers, this.scanner)) {
      const entrance = entranceOf(instance.constructor, key, method);
      if (entrance) found.set(`${entrance.handler} ${entrance.name}`, entrance);
    }
    return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** Throws, naming each, when a resolver or controller method says neither `@Access` nor `@Public`. */
export function assertEveryHandlerDeclaresAccess(map: AccessMap): void {
  const silent = map.entrances().filter((entrance) => entrance.access === undefined);
  if (silent.length === 0) return;
  throw new Error(`handlers without @Access or @Public: ${silent.map((e) => `${e.handler} (${e.name})`).join(', ')}`);
}

/** Whether a method of a controller reads the query. */
export function takesQuery(owner: object, key: string): boolean {
  const declared = (Reflect.getMetadata(REST_ARGUMENTS, owner, key) as object | undefined) ?? {};
  return Object.keys(declared).some((name) => name.startsWith(QUERY_ARGUMENT));
}

function entranceOf(owner: object, key: string, method: Method): Entrance | undefined {
  const name = graphqlName(key, method) ?? restName(owner, method);
  if (name === undefined) return undefined;
  const handler = `${(owner as { name: string }).name}.${key}`;
  const face = Reflect.getMetadata(GRAPHQL_TYPE, method) ? 'graphql' : 'rest';
  return { face, name, handler, access: declaredAccess(method, owner) };
}

/** Only roots count: the fields below them are guarded by the root through which they were reached, or listed by `fields`. */
function graphqlName(key: string, method: Method): string | undefined {
  const type = Reflect.getMetadata(GRAPHQL_TYPE, method) as string | undefined;
  if (type !== 'Query' && type !== 'Mutation' && type !== 'Subscription') return undefined;
  return `${type}.${(Reflect.getMetadata(GRAPHQL_NAME, method) as string | undefined) ?? key}`;
}

function restName(owner: object, method: Method): string | undefined {
  const path = Reflect.getMetadata(REST_PATH, method) as string | string[] | undefined;
  const verb = Reflect.getMetadata(REST_VERB, method) as number | undefined;
  if (path === undefined || verb === undefined) return undefined;
  const base = (Reflect.getMetadata(REST_PATH, owner) as string | string[] | undefined) ?? '';
  const whole = `/${[base, path].flat().join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
  return `${VERBS[verb] ?? verb} ${whole}`;
}
