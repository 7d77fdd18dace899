import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import type { AccessRule, Actor } from '../../kernel/access/index.js';
import { Unauthenticated } from '../../kernel/index.js';

const RULE = 'recourse:access';
/** Spelled out because the plumbing, which may not import this module, marks its own handlers with it. */
const PUBLIC = 'recourse:public';
const ACTOR = Symbol('actor');

/** The request as far as it is needed here; Fastify's on both faces. */
export interface Asking {
  headers: { authorization?: string | undefined; 'idempotency-key'?: string | string[] | undefined };
  ip?: string;
  [ACTOR]?: Actor | undefined;
}

interface GraphqlAsking {
  req?: Asking;
  request?: Asking;
  extra?: { request?: Asking };
}

/** Says who may call a resolver or controller method. Every method has this or `@Public()`, or the application does not start. */
export function Access(rule: AccessRule = {}): MethodDecorator {
  // Said twice: to the guard, and to the schema, which tells it to whoever reads it.
  return applyDecorators(SetMetadata(RULE, Object.freeze(rule)), Extensions({ access: rule }));
}

/** Lets everybody call it, logged in or not. No actor is looked for. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The actor of this call. On a `@Public()` method there is none, and asking for one is refused. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = admittedActor(requestOf(context));
  if (!actor) throw new Unauthenticated();
  return actor;
});

/** A token or key, and the network address it is shown from: both decide whether it is good. */
export interface ShownBearer {
  readonly text: string;
  readonly address: string | undefined;
}

/** The bearer token or API key of this call, for what stays open and asks again whether it is still good. */
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

/** The request behind a call, whichever face it came through: REST, GraphQL over HTTP or a subscription's socket. */
export function requestOf(context: ExecutionContext): Asking | undefined {
  if (context.getType<string>() !== 'graphql') return context.switchToHttp().getRequest<Asking | undefined>();
  return askingIn(context.getArgByIndex<GraphqlAsking | undefined>(2));
}

/** The request in a GraphQL operation's context. */
export function askingIn(graphql: GraphqlAsking | undefined): Asking | undefined {
  return graphql?.req ?? graphql?.request ?? graphql?.extra?.request;
}

/** The bearer token or API key of a request. Only the header is read: secrets in URLs end up in logs. */
export function bearerOf(request: Asking | undefined): string | undefined {
  const header = request?.headers?.authorization;
  return header && /^bearer /i.test(header) ? header.slice(7).trim() : undefined;
}

/** Keeps the actor with the request, for the parameter decorators. */
export function rememberActor(request: Asking, actor: Actor): void {
  request[ACTOR] = actor;
}

/** The actor the guard admitted with this request; `undefined` before it did, and on a public method. */
export function admittedActor(request: Asking | undefined): Actor | undefined {
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
