import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import type { AccessRule, Actor } from '../../kernel/access/index.js';
import { Unauthenticated } from '../../kernel/index.js';

const RULE = 'recourse:access';
const PUBLIC = 'recourse:public';
const ACTOR = Symbol('actor');

/** The part of a request that access checks read; Fastify's request on both faces. */
export interface AccessRequest {
  headers: { authorization?: string | undefined; 'idempotency-key'?: string | string[] | undefined };
  ip?: string;
  [ACTOR]?: Actor | undefined;
}

interface GraphqlRequest {
  req?: AccessRequest;
  request?: AccessRequest;
  extra?: { request?: AccessRequest };
}

/** Declares who may call a resolver or controller method. A method without this or `@Public()` stops the start. */
export function Access(rule: AccessRule = {}): MethodDecorator {
  // Recorded for the guard, and for the schema, whose descriptions show it.
  return applyDecorators(SetMetadata(RULE, Object.freeze(rule)), Extensions({ access: rule }));
}

/** Opens a method to every caller, logged in or not. No actor is looked up. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The actor of this call. A `@Public()` method has none: there it refuses as UNAUTHENTICATED. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = admittedActor(requestOf(context));
  if (!actor) throw new Unauthenticated();
  return actor;
});

/** A token or key with the network address it came from: both decide whether it is valid. */
export interface ShownBearer {
  readonly text: string;
  readonly address: string | undefined;
}

/** The bearer token or API key of this call, for streams that check again whether it is still valid. */
export const CurrentBearer = createParamDecorator((_: unknown, context: ExecutionContext): ShownBearer => {
  const request = requestOf(context);
  const text = bearerOf(request);
  if (!text) throw new Unauthenticated();
  return { text, address: request?.ip };
});

/** The `Idempotency-Key` of this call, as sent; `Idempotency` judges it. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const given = requestOf(context)?.headers['idempotency-key'];
  return Array.isArray(given) ? given[0] : given;
});

/** The network address the call came from; behind a trusted proxy the client's own. */
export const ClientAddress = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  return requestOf(context)?.ip ?? 'unknown';
});

/** The request behind a call of REST, GraphQL over HTTP or a subscription's socket. */
export function requestOf(context: ExecutionContext): AccessRequest | undefined {
  if (context.getType<string>() !== 'graphql') return context.switchToHttp().getRequest<AccessRequest | undefined>();
  return requestIn(context.getArgByIndex<GraphqlRequest | undefined>(2));
}

/** The request in a GraphQL operation's context. */
export function requestIn(graphql: GraphqlRequest | undefined): AccessRequest | undefined {
  return graphql?.req ?? graphql?.request ?? graphql?.extra?.request;
}

/** One blank and one word (RFC 6750 §2.1): of two spellings of a token, one could pass where the other is revoked. */
const BEARER = /^bearer ([\w.~+/-]+=*)$/i;

/** The bearer token or API key of a request. Only the header is read: secrets in URLs end up in logs. */
export function bearerOf(request: AccessRequest | undefined): string | undefined {
  const header = request?.headers?.authorization;
  return header === undefined ? undefined : BEARER.exec(header)?.[1];
}

/** Keeps the actor with the request, for the parameter decorators. */
export function rememberActor(request: AccessRequest, actor: Actor): void {
  request[ACTOR] = actor;
}

/** The actor the guard admitted with this request; `undefined` before it did, and on a public method. */
export function admittedActor(request: AccessRequest | undefined): Actor | undefined {
  return request?.[ACTOR];
}

/** What a handler declares: its rule, `public`, or nothing. */
export type DeclaredAccess = AccessRule | 'public' | undefined;
// biome-ignore lint/complexity/noBannedTypes: what Nest calls a handler
type Handler = Function;

/** Reads the declaration of a handler; on the method itself first, then on its class. */
export function declaredAccess(handler: Handler, owner?: object): DeclaredAccess {
  for (const place of owner ? [handler, owner] : [handler]) {
    if (Reflect.getMetadata(PUBLIC, place) === true) return 'public';
    const rule = Reflect.getMetadata(RULE, place) as AccessRule | undefined;
    if (rule) return rule;
  }
  return undefined;
}
