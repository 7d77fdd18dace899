import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/index.js';
import { BODY_LIMIT } from '../faces/body-limit.js';
import { TooManyUploads, UnsupportedMediaType } from '../faces/http.refusals.js';
import { neighbourhood } from '../faces/neighbourhood.js';
import { sendProblem } from '../faces/problem.js';
import { AccessMap, type RestRoute } from './access-map.js';
import { admit } from './admit.js';
import { Authenticator } from './authenticator.js';

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
/** What can be read at all; forms only where a route asks for them, as OAuth does. */
const READABLE: readonly (string | undefined)[] = [JSON_TYPE, 'multipart/form-data'];

/**
 * Looks at a request before its body is taken. Whoever may not call a route of the REST face is refused before the body is
 * read or parsed; forms are read where OAuth asks for them; and one network address may send a few large bodies at a time.
 */
@Injectable()
export class BodyGate {
  private readonly underWay = new Map<string, number>();
  private routes: Map<string, RestRoute> | undefined;

  constructor(
    private readonly authenticator: Authenticator,
    private readonly map: AccessMap,
    private readonly config: Config,
  ) {}

  install(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      if (!hasBody(request)) return done();
      const refused = (error: unknown) => this.refuse(error, request, reply, done);
      try {
        const admitted = this.admitted(request);
        if (!(admitted instanceof Promise)) this.enter(request, reply, done);
        else admitted.then(() => this.enter(request, reply, done)).catch(refused);
      } catch (error) {
        refused(error);
      }
    });
  }

  /** The guard asks the same again; it finds the answer with the request. */
  private admitted(request: FastifyRequest): true | Promise<true> {
    const access = this.routeOf(request)?.access;
    if (typeof access !== 'object') return true;
    const actor = this.authenticator.callerOf(request);
    if (!(actor instanceof Promise)) return admit(access, actor, request);
    return actor.then((found) => admit(access, found, request));
  }

  private routeOf(request: FastifyRequest): RestRoute | undefined {
    this.routes ??= this.map.routes();
    return this.routes.get(`${request.method} ${request.routeOptions.url}`);
  }

  private enter(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
    const consumes = this.routeOf(request)?.consumes ?? [JSON_TYPE];
    const type = mediaTypeOf(request);
    const isReadable = READABLE.includes(type) || (type === FORM && consumes.includes(FORM));
    if (!isReadable) throw new UnsupportedMediaType({ details: { allowed: consumes.join(', ') } });
    if (isLarge(request)) this.count(neighbourhood(request.ip), reply);
    done();
  }

  private count(address: string, reply: FastifyReply): void {
    const limit = this.config.largeBodiesPerAddress;
    const count = this.underWay.get(address) ?? 0;
    if (count >= limit) throw new TooManyUploads({ retryAfter: 2, details: { limit, used: count } });
    this.underWay.set(address, count + 1);
    reply.raw.once('close', () => {
      const left = this.underWay.get(address)! - 1;
      if (left > 0) this.underWay.set(address, left);
      else this.underWay.delete(address);
    });
  }

  /** A large body that nobody will read ends with its connection; a small one is taken off the connection by Node. */
  private refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, done: (error: Error) => void): void {
    if (isLarge(request)) reply.header('connection', 'close');
    if (!sendProblem(error, request, reply)) done(error as Error);
  }
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** What says no length counts as large. */
function isLarge({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > BODY_LIMIT;
}

function mediaTypeOf({ headers }: FastifyRequest): string | undefined {
  return /^[^;]*/
    .exec(headers['content-type'] ?? '')?.[0]
    .trim()
    .toLowerCase();
}
