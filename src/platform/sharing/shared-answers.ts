import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { localeOfRequest } from '../faces/problem.js';
import { type Ages, Flights } from './flights.js';

/** Those who may share an answer with the one who asks, and how recent it must be for this one. */
export interface Audience {
  readonly name: string;
  /** The instant (monotonic) of the asker's own last change to what is read, after which the answer must have begun. */
  readonly notBefore: number;
}

/** A read whose answer is the same for a whole audience, such as a public list. */
export interface SharedRead {
  /** The root field on the GraphQL face. */
  readonly field: string;
  /** The route on the REST face. */
  readonly route: string;
  readonly ages: Ages;
  /**
   * Who is asking, as far as the answer depends on it: everybody of an audience may see it. Undefined, or a rejection, for
   * one who may not or is not known: that request goes its ordinary way and gets its refusal there.
   */
  audienceOf(request: FastifyRequest): Audience | undefined | Promise<Audience | undefined>;
}

interface Shared {
  readonly payload: string;
  readonly type: string;
}

interface Question {
  readonly read: SharedRead;
  readonly text: string;
}

const LEADS = Symbol('leads');
const GOOD = Symbol('good');
type Leading = FastifyRequest & { [LEADS]?: ((answer: Shared | undefined) => void) | undefined; [GOOD]?: boolean };
interface GraphqlBody {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
}

/** Whether the answer to this request will be given to others as well, down to its bytes. */
export function leadsAShare(request: FastifyRequest): boolean {
  return (request as Leading)[LEADS] !== undefined;
}

/** Says of a GraphQL request that its answer holds no error: only then is it given to others. */
export function markGood(request: FastifyRequest): void {
  (request as Leading)[GOOD] = true;
}

const BOUNDS = { questions: 2_000, waiting: 20_000, kept: 1_000 };

/**
 * Lets requests that ask the same share one answer, down to its bytes; see the README for how old it may be. Only reads that
 * were offered for it are shared, and only after each request has shown who it is.
 */
@Injectable()
export class SharedAnswers {
  private readonly reads: SharedRead[] = [];
  /** Documents that ask for one shared field and nothing else, with that field. */
  private readonly documents = new LRUCache<string, SharedRead>({ max: 500 });
  private readonly flights = new Flights<Shared>(BOUNDS);

  offer(read: SharedRead): void {
    this.reads.push(read);
  }

  /** Remembers a document whose only root field may be shared: called once it has been parsed and found valid. */
  learn(query: string, rootFields: readonly string[]): void {
    const read = rootFields.length === 1 ? this.reads.find(({ field }) => field === rootFields[0]) : undefined;
    if (read) this.documents.set(query, read);
  }

  /** Goes before everything else that a request carries, so that one who gets a shared answer carries nothing. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('preValidation', (request, reply, done) => {
      const question = this.reads.length > 0 ? this.questionOf(request) : undefined;
      if (!question) return done();
      const enter = (audience: Audience | undefined) => {
        if (audience === undefined) done();
        else this.enter(question, audience, request, reply, done);
      };
      const audience = question.read.audienceOf(request);
      if (!(audience instanceof Promise)) return enter(audience);
      audience.then(enter, () => done());
    });
    fastify.addHook('onSend', (request, reply, payload, done) => {
      const { [LEADS]: land, [GOOD]: good } = request as Leading;
      if (land) {
        (request as Leading)[LEADS] = undefined;
        const shareable = reply.statusCode === 200 && typeof payload === 'string' && (good || request.method === 'GET');
        land(shareable ? { payload, type: String(reply.getHeader('content-type')) } : undefined);
      }
      done();
    });
  }

  private questionOf(request: FastifyRequest): Question | undefined {
    const { url } = request.routeOptions;
    const facts = `${localeOfRequest(request)}\n${request.headers.accept ?? ''}`;
    if (request.method === 'POST' && url === '/graphql') {
      const { query, variables, operationName, ...more } = (request.body ?? {}) as GraphqlBody;
      const read = typeof query === 'string' && Object.keys(more).length === 0 ? this.documents.get(query) : undefined;
      if (!read) return undefined;
      return { read, text: `${facts}\n${query}\n${String(operationName)}\n${JSON.stringify(variables)}` };
    }
    const read = request.method === 'GET' ? this.reads.find(({ route }) => route === url) : undefined;
    return read && { read, text: `${facts}\n${request.url}` };
  }

  private enter(
    { read, text }: Question,
    { name, notBefore }: Audience,
    request: FastifyRequest,
    reply: FastifyReply,
    goOn: () => void,
  ): void {
    let leads = false;
    const lead = () => {
      leads = true;
      return this.lead(request, reply, goOn);
    };
    const earliest = request.headers['cache-control'] === 'no-cache' ? performance.now() : notBefore;
    const answer = this.flights.ask(`${name}\n${text}`, read.ages, earliest, lead);
    const take = (made: Shared | undefined) => {
      if (made) reply.header('content-type', made.type).send(made.payload);
      else goOn();
    };
    if (!(answer instanceof Promise)) take(answer);
    else
      answer.then(
        (made) => leads || take(made),
        () => leads || goOn(),
      );
  }

  /** Lets this request make the answer. Should its client go away first, the others are not left waiting. */
  private lead(request: FastifyRequest, reply: FastifyReply, goOn: () => void): Promise<Shared | undefined> {
    return new Promise((land) => {
      (request as Leading)[LEADS] = land;
      reply.raw.once('close', () => land(undefined));
      goOn();
    });
  }
}
