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
import { RequestContext } from '../faces/request-context.js';
import { logUnexpected, shapeError, withoutSuggestion, withRequestId } from '../graphql/error-shape.js';
import type { GraphqlContext } from '../graphql/graphql-answer.js';
import { type Extra, link } from './link.js';
import { CLOSE, MAX_MESSAGE, MAX_SOCKETS, MAX_SUBSCRIPTIONS, SocketCounts, socketRequest } from './open-socket.js';
import { type SubscribeRequest, SubscriptionReader } from './operation.js';
import { SocketDoor, type SocketRequest } from './socket-door.js';
import { subscribe } from './subscribe.js';

const PATH = '/graphql';
/** Milliseconds a client has to authenticate. */
const INIT_WAIT_MS = 5_000;
/** Milliseconds between two checks of the bearer. */
const RECHECK_MS = 5_000;
/** Milliseconds a client has to answer a close. */
const CLOSE_WAIT_MS = 1_000;

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
  private readonly counts = new SocketCounts();
  private sockets: WebSocketServer | undefined;
  private closing = false;

  constructor(
    private readonly schemas: GraphQLSchemaHost,
    private readonly door: SocketDoor,
    private readonly config: Config,
    private readonly host: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter?.getHttpServer() as import('node:http').Server | undefined;
    if (!server) return;
    const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, handleProtocols });
    this.sockets = sockets;
    const reader = new SubscriptionReader(this.schemas.schema, this.config.production);
    const protocol = makeServer<Record<string, unknown>, Opened>(this.options(reader));
    const failed = (error: Error) => this.logger.error(`a socket failed: ${error.message}`, error.stack);
    sockets.on('connection', (socket, request) => link(protocol, socket, request, failed));
    server.on('upgrade', (request, socket, head) => this.upgrade(sockets, request, socket, head));
  }

  /**
   * Closes every socket before anything else ends, so that no stream looks complete; clients reconnect, to another process
   * or to this one's successor.
   */
  async end(): Promise<void> {
    this.closing = true;
    const open = [...(this.sockets?.clients ?? [])];
    await Promise.all(open.map(closeForRestart));
    this.sockets?.close();
  }

  async onModuleDestroy(): Promise<void> {
    await this.end();
  }

  private upgrade(sockets: WebSocketServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = request.url?.split('?')[0];
    socket.on('error', () => socket.destroy());
    if (path !== PATH) refuse(socket, '404 Not Found');
    else if (this.closing || sockets.clients.size >= MAX_SOCKETS) refuse(socket, '503 Service Unavailable');
    else sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
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
    const { socket, request } = opening.extra;
    const caller = socketRequest(request, opening.connectionParams ?? undefined, this.config.trustProxy);
    const actor = await this.admitted(caller);
    if (actor === 'later') return closed(socket, CLOSE.tryLater, 'Try again later');
    if (actor === undefined) return closed(socket, CLOSE.unauthorized, 'Unauthorized');
    if (!this.counts.enter(actor)) return closed(socket, CLOSE.tooManySockets, 'Too many connections');
    const recheck = setInterval(() => void this.recheck(caller, socket), RECHECK_MS);
    opening.extra.caller = caller;
    opening.extra.release = () => {
      // Once only: a socket that is closing by now is released here, and again when it is closed.
      delete opening.extra.release;
      clearInterval(recheck);
      this.counts.leave(actor);
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

  private read(reader: SubscriptionReader, opening: Opening, request: SubscribeRequest) {
    if (Object.keys(opening.subscriptions).length > MAX_SUBSCRIPTIONS) {
      closed(opening.extra.socket, CLOSE.tooManySockets, 'Too many subscriptions');
      return [new GraphQLError('Too many subscriptions on one socket.', { extensions: { code: 'RATE_LIMITED' } })];
    }
    const contextValue = contextOf(opening);
    const found = reader.read(request, contextValue.locale);
    return Array.isArray(found) ? (found as GraphQLError[]) : { ...found, contextValue };
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
  socket.close(code, reason);
  return false;
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function closeForRestart(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => socket.terminate(), CLOSE_WAIT_MS);
    socket.once('close', () => {
      clearTimeout(hurry);
      resolve();
    });
    socket.close(1012, 'Service restart');
  });
}
