import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Context, handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { localeOf, Refusal } from '../../kernel/index.js';
import { Config } from '../config/index.js';
import { RateLimits } from '../faces/rate-limits.js';
import { RequestContext } from '../faces/request-context.js';
import { logUnexpected, shapeError, withoutSuggestion, withRequestId } from '../graphql/error-shape.js';
import { type GraphqlContext, refusalError } from '../graphql/graphql-answer.js';
import { requestsOf } from '../graphql/limits.js';
import { closeSoon, type Extra, link } from './link.js';
import { addressOf, CLOSE, MAX_MESSAGE, MAX_SUBSCRIPTIONS, socketRequest } from './open-socket.js';
import { type SubscribeRequest, SubscriptionReader } from './operation.js';
import { SocketDoor, type SocketRequest } from './socket-door.js';
import { type Place, SocketPlaces, TOO_MANY, UNAVAILABLE } from './socket-places.js';
import { subscribe } from './subscribe.js';

const PATH = '/graphql';
/** Milliseconds a client has to authenticate. */
const INIT_WAIT_MS = 5_000;
/** Milliseconds between two checks of the bearer. */
const RECHECK_MS = 5_000;

interface Opened extends Extra {
  caller?: SocketRequest;
  release?: () => void;
}
type Opening = Context<Record<string, unknown>, Opened>;
type Options = ServerOptions<Record<string, unknown>, Opened>;

/** GraphQL subscriptions over WebSockets (graphql-transport-ws) on the address of the HTTP face, under the same rules. */
@Injectable()
export class SubscriptionServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(SubscriptionServer.name);
  private readonly places: SocketPlaces;
  private sockets: WebSocketServer | undefined;
  private closing = false;

  constructor(
    private readonly schemas: GraphQLSchemaHost,
    private readonly door: SocketDoor,
    private readonly config: Config,
    private readonly host: HttpAdapterHost,
    private readonly rates: RateLimits,
  ) {
    this.places = new SocketPlaces(config.socketsPerAddress);
  }

  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter?.getHttpServer() as import('node:http').Server | undefined;
    if (!server) return;
    const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, handleProtocols });
    this.sockets = sockets;
    const reader = new SubscriptionReader(this.schemas.schema, this.config.production);
    const protocol = makeServer<Record<string, unknown>, Opened>(this.options(reader));
    const failed = (error: Error) => this.logger.error(`a socket failed: ${error.message}`, error.stack);
    const connected = (socket: WebSocket, request: IncomingMessage, place: Place) =>
      link(protocol, { socket, request, place }, failed);
    sockets.on('connection', connected as never);
    // An upgrade that is none is answered as any other refusal here, not with a page of the library.
    sockets.on('wsClientError', (_, socket) => refuse(socket, '400 Bad Request'));
    server.on('upgrade', (request, socket, head) => this.upgrade(sockets, request, socket, head));
  }

  /**
   * Closes every socket before anything else ends, so that no stream looks complete; clients reconnect, to another process
   * or to this one's successor.
   */
  async end(): Promise<void> {
    this.closing = true;
    const open = [...(this.sockets?.clients ?? [])];
    await Promise.all(open.map((socket) => closeSoon(socket, 1012, 'Service restart')));
    this.sockets?.close();
  }

  async onModuleDestroy(): Promise<void> {
    await this.end();
  }

  private upgrade(sockets: WebSocketServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = request.url?.split('?')[0];
    socket.on('error', () => socket.destroy());
    const refusal = path === PATH ? this.refusalOf(request) : '404 Not Found';
    const place = refusal ?? this.places.enter(addressOf(request, this.config.trustProxy));
    if (typeof place === 'string') {
      refuse(socket, place);
      return;
    }
    // What the library refuses never gets as far as a connection.
    socket.once('close', () => place.leave());
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request, place));
  }

  private refusalOf(request: IncomingMessage): string | undefined {
    if (request.method !== 'GET') return '405 Method Not Allowed';
    if (this.closing) return UNAVAILABLE;
    return this.rates.chargeOpening(addressOf(request, this.config.trustProxy)) ? TOO_MANY : undefined;
  }

  private options(reader: SubscriptionReader): Options {
    return {
      connectionInitWaitTimeout: INIT_WAIT_MS,
      subscribe: (args) =>
        RequestContext.run(factsOf(args.contextValue as GraphqlContext), () => subscribe(args)) as never,
      onConnect: (opening) => this.connect(opening),
      onClose: (opening) => opening.extra.release?.(),
      onSubscribe: (opening, _, request) => this.read(reader, opening, request as SubscribeRequest),
      onError: (opening, _, __, errors) => this.shaped(errors, opening),
      onNext: (opening, _, __, ___, { errors, ...result }) =>
        errors ? { ...result, errors: this.shaped(errors, opening) } : undefined,
    };
  }

  private async connect(opening: Opening): Promise<boolean> {
    const { socket, request, place } = opening.extra;
    const caller = socketRequest(request, opening.connectionParams ?? undefined, this.config.trustProxy);
    const actor = await this.admitted(caller);
    if (actor === 'later') return closed(socket, CLOSE.tryLater, 'Try again later');
    if (actor === undefined) return closed(socket, CLOSE.unauthorized, 'Unauthorized');
    if (!place.admit(actor)) return closed(socket, CLOSE.tooManySockets, 'Too many connections');
    const recheck = setInterval(() => void this.recheck(caller, socket), RECHECK_MS);
    opening.extra.caller = caller;
    opening.extra.release = () => {
      // Once only: a socket that is closing by now is released here, and again when it is closed.
      delete opening.extra.release;
      clearInterval(recheck);
      place.leave();
    };
    if (socket.readyState !== socket.OPEN) opening.extra.release();
    return true;
  }

  /** The name of the actor; `later` while nobody can say. */
  private async admitted(caller: SocketRequest): Promise<string | 'later' | undefined> {
    try {
      return await this.door.admit(caller);
    } catch (error) {
      if (error instanceof Refusal && error.passing) return 'later';
      if (!(error instanceof Refusal)) this.logger.error(`a socket could not be admitted: ${(error as Error).message}`);
      return undefined;
    }
  }

  private async recheck(caller: SocketRequest, socket: WebSocket): Promise<void> {
    try {
      await this.door.admit(caller);
    } catch (error) {
      // A database that is unreachable for a moment is no reason to close sockets.
      if (error instanceof Refusal && !error.passing) closed(socket, CLOSE.forbidden, 'Access ended');
    }
  }

  private async read(reader: SubscriptionReader, opening: Opening, request: SubscribeRequest) {
    if (Object.keys(opening.subscriptions).length > MAX_SUBSCRIPTIONS) {
      closed(opening.extra.socket, CLOSE.tooManySockets, 'Too many subscriptions');
      return [new GraphQLError('Too many subscriptions on one socket.', { extensions: { code: 'RATE_LIMITED' } })];
    }
    const contextValue = contextOf(opening);
    // As by POST: each operation counts as one request on arrival, and a costly one as more when its cost is known.
    const caller = opening.extra.caller!;
    const limited =
      (await this.rates.chargeCaller(caller, 1)) ??
      (await this.rates.chargeDocumentOf(caller, reader.furtherUnits(request)));
    if (limited) return [refusalError(limited, contextValue.locale)];
    const { cost, ...found } = reader.read(request, contextValue.locale);
    if ('errors' in found) return found.errors;
    const costly = await this.rates.chargeCaller(caller, requestsOf(cost) - 1);
    return costly ? [refusalError(costly, contextValue.locale)] : { ...found.args, contextValue };
  }

  private shaped(errors: readonly GraphQLError[], opening: Opening): GraphQLFormattedError[] {
    const context = contextOf(opening);
    logUnexpected(errors, context);
    return errors.map((error) => {
      const named = withRequestId(shapeError(error.toJSON(), error), context);
      return this.config.production ? withoutSuggestion(named) : named;
    });
  }
}

function contextOf({ extra }: Opening): GraphqlContext {
  const request = extra.caller as unknown as GraphqlContext['request'];
  const locale = localeOf(extra.caller?.headers['accept-language']);
  return { request, req: request, locale, requestId: extra.caller?.id ?? '' } as GraphqlContext;
}

function factsOf({ requestId, locale }: GraphqlContext) {
  return { requestId, locale };
}

function closed(socket: WebSocket, code: number, reason: string): false {
  void closeSoon(socket, code, reason);
  return false;
}

/** Answers an upgrade that is refused. A method other than GET may be what `/graphql` takes without an upgrade. */
function refuse(socket: Duplex, status: string): void {
  const hint = status.startsWith('405') ? ['Allow: GET'] : /^(429|503)/.test(status) ? ['Retry-After: 5'] : [];
  const lines = [`HTTP/1.1 ${status}`, ...hint, 'Connection: close', 'Content-Length: 0'];
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
}
