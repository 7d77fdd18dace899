import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
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
export interface SharedRead<A extends Audience = Audience> {
  /** The root field on the GraphQL face. */
  readonly field: string;
  /** The route on the REST face. */
  readonly route: string;
  readonly ages: Ages;
  /**
   * Who is asking, as far as the answer depends on it: everybody of an audience may see it. Undefined, or a rejection, for
   * one who may not or is not known: that request goes its ordinary way and gets its refusal there.
   */
  audienceOf(request: FastifyRequest): A | undefined | Promise<A | undefined>;
  /** What writes the field's value as JSON, the bytes of its ordinary execution; undefined for a selection it cannot write. */
  writerOf?(selections: SelectionSetNode, type: GraphQLObjectType): WriteField<A> | undefined;
  /** The same for a query of the route. Rejects for one that it cannot read. */
  writeList?(audience: A, query: Record<string, unknown>): Promise<string>;
}

export type WriteField<A extends Audience> = (audience: A, args: Record<string, unknown>) => Promise<string>;

/** What a GraphQL request asks beside its document. */
export interface Asked {
  readonly operationName: unknown;
  readonly variables: Record<string, unknown>;
}

/** Writes a whole answer. Whatever it rejects with, the request then goes its ordinary way. */
export type WriteAnswer = (audience: Audience, asked: Asked) => Promise<string>;

interface Shared {
  readonly payload: string;
  readonly type: string;
}

/** A document that asks for one shared field and nothing else. */
interface KnownDocument {
  /** Stands for its text. */
  readonly number: number;
  readonly read: SharedRead;
  readonly write: WriteAnswer | undefined;
}

interface Question {
  readonly read: SharedRead;
  readonly text: string;
  /** Makes the answer without executing anything, where that is known to come to the same. */
  readonly write?: ((audience: Audience) => Promise<Shared>) | undefined;
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

const JSON_TYPE = 'application/json; charset=utf-8';
const BOUNDS = { questions: 2_000, waiting: 20_000, kept: 1_000 };

/**
 * Lets requests that ask the same share one answer, down to its bytes; see the README for how old it may be. Only reads that
 * were offered for it are shared, and only after each request has shown who it is.
 */
@Injectable()
export class SharedAnswers {
  private readonly reads: SharedRead[] = [];
  private readonly documents = new LRUCache<string, KnownDocument>({ max: 500 });
  private learnt = 0;
  /** The content type the server chose for an Accept header. */
  private readonly types = new LRUCache<string, string>({ max: 100 });
  private readonly flights = new Flights<Shared>(BOUNDS);

  offer<A extends Audience>(read: SharedRead<A>): void {
    this.reads.push(read as unknown as SharedRead);
  }

  /** Remembers a document whose only root field may be shared: called once it has been parsed and found valid. */
  learn(query: string, field: string, writer: () => WriteAnswer | undefined): void {
    const read = this.reads.find((one) => one.field === field);
    if (read && !this.documents.has(query)) this.documents.set(query, { number: ++this.learnt, read, write: writer() });
  }

  writerOf(field: string, selections: SelectionSetNode, type: GraphQLObjectType): WriteField<Audience> | undefined {
    return this.reads.find((one) => one.field === field)?.writerOf?.(selections, type);
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
        const type = String(reply.getHeader('content-type'));
        if (shareable && good) this.types.set(request.headers.accept ?? '', type);
        land(shareable ? { payload, type } : undefined);
      }
      done();
    });
  }

  private questionOf(request: FastifyRequest): Question | undefined {
    const { url } = request.routeOptions;
    if (request.method === 'POST' && url === '/graphql') return this.graphqlQuestion(request);
    const read = request.method === 'GET' ? this.reads.find(({ route }) => route === url) : undefined;
    if (!read) return undefined;
    const text = `${factsOf(request)}\n${request.url}`;
    const list = read.writeList?.bind(read);
    if (!list) return { read, text };
    const query = request.query as Record<string, unknown>;
    return { read, text, write: async (audience) => ({ payload: await list(audience, query), type: JSON_TYPE }) };
  }

  private graphqlQuestion(request: FastifyRequest): Question | undefined {
    const { query, variables, operationName, ...more } = (request.body ?? {}) as GraphqlBody;
    const known = typeof query === 'string' && Object.keys(more).length === 0 ? this.documents.get(query) : undefined;
    if (!known) return undefined;
    const { number, read, write } = known;
    const text = `${factsOf(request)}\n${number} ${String(operationName)}\n${JSON.stringify(variables)}`;
    const type = this.types.get(request.headers.accept ?? '');
    const plain = typeof (variables ?? {}) === 'object' && !Array.isArray(variables);
    if (!write || type === undefined || !plain) return { read, text };
    const asked = { operationName, variables: (variables ?? {}) as Record<string, unknown> };
    return { read, text, write: async (audience) => ({ payload: await write(audience, asked), type }) };
  }

  private enter(
    { read, text, write }: Question,
    audience: Audience,
    request: FastifyRequest,
    reply: FastifyReply,
    goOn: () => void,
  ): void {
    const take = (made: Shared | undefined) => {
      if (made) reply.header('content-type', made.type).send(made.payload);
      else goOn();
    };
    let leads = false;
    const lead = () => {
      const ordinary = () => {
        leads = true;
        return this.lead(request, reply, goOn);
      };
      return write ? write(audience).catch(ordinary) : ordinary();
    };
    const earliest = request.headers['cache-control'] === 'no-cache' ? performance.now() : audience.notBefore;
    const answer = this.flights.ask(`${audience.name}\n${text}`, read.ages, earliest, lead);
    if (!(answer instanceof Promise)) take(answer);
    else
      answer.then(
        (made) => leads || take(made),
        () => leads || goOn(),
      );
  }

  /** Lets this request make the answer in its ordinary way. Should its client go away first, the others are not left waiting. */
  private lead(request: FastifyRequest, reply: FastifyReply, goOn: () => void): Promise<Shared | undefined> {
    return new Promise((land) => {
      (request as Leading)[LEADS] = land;
      reply.raw.once('close', () => land(undefined));
      goOn();
    });
  }
}

/** What an answer depends on beside its question and audience. */
function factsOf(request: FastifyRequest): string {
  return `${localeOfRequest(request)}\n${request.headers.accept ?? ''}`;
}
