import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { localeOfRequest } from '../faces/problem.js';
import { DEEPEST, nestedBeyond } from '../faces/validation.pipe.js';
import { type Ages, SharedRuns } from './shared-runs.js';

/** The callers that may share an answer with this one, and how recent it must be for this one. */
export interface Audience {
  readonly name: string;
  /** The instant (monotonic) of the caller's own last change to what is read: the answer must have begun after it. */
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
   * The audience of a caller: all of it may see the same answer. Undefined, or a rejection, for a caller that is unknown or
   * may not: that request is executed as usual and gets its refusal there.
   */
  audienceOf(request: FastifyRequest): A | undefined | Promise<A | undefined>;
  /** Returns a writer of the field's value as JSON, byte for byte as executed; undefined for a selection it cannot write. */
  writerOf?(selections: SelectionSetNode, type: GraphQLObjectType): WriteField<A> | undefined;
  /** The same for a query of the route. Rejects a query that it cannot read. */
  writeList?(audience: A, query: Record<string, unknown>): Promise<string>;
}

export type WriteField<A extends Audience> = (audience: A, args: Record<string, unknown>) => Promise<string>;

/** The part of a GraphQL request besides its document. */
export interface OperationInput {
  readonly operationName: unknown;
  readonly variables: Record<string, unknown>;
}

/** Writes a whole answer. When it rejects, the request is executed as usual. */
export type WriteAnswer = (audience: Audience, input: OperationInput) => Promise<string>;

interface Shared {
  readonly payload: string;
  readonly type: string;
}

/** A document that asks for one shared field and nothing else. */
interface KnownDocument {
  /** Replaces its text in questions. */
  readonly number: number;
  readonly read: SharedRead;
  readonly write: WriteAnswer | undefined;
}

interface Question {
  readonly read: SharedRead;
  readonly text: string;
  /** Makes the answer without executing anything, where the result is known to be the same. */
  readonly write?: ((audience: Audience) => Promise<Shared>) | undefined;
}

const FINISH = Symbol('finish');
const WITHOUT_ERRORS = Symbol('without errors');
type SharingRequest = FastifyRequest & {
  [FINISH]?: ((answer: Shared | undefined) => void) | undefined;
  [WITHOUT_ERRORS]?: boolean;
};
interface GraphqlBody {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
}

/** Whether the answer to this request will be given to others as well, down to its bytes. */
export function makesSharedAnswer(request: FastifyRequest): boolean {
  return (request as SharingRequest)[FINISH] !== undefined;
}

/** Marks the answer to a GraphQL request as free of errors: only then is it shared. */
export function markWithoutErrors(request: FastifyRequest): void {
  (request as SharingRequest)[WITHOUT_ERRORS] = true;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const BOUNDS = { questions: 2_000, waiting: 20_000, kept: 1_000 };

/**
 * Lets requests that ask the same share one answer, down to its bytes; see the README for how old it may be. Only
 * offered reads are shared, and only after each request has been authenticated.
 */
@Injectable()
export class SharedAnswers {
  private readonly reads: SharedRead[] = [];
  private readonly documents = new LRUCache<string, KnownDocument>({ max: 500 });
  private learnt = 0;
  /** The content type the server chose for an Accept header. */
  private readonly types = new LRUCache<string, string>({ max: 100 });
  private readonly runs = new SharedRuns<Shared>(BOUNDS);

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

  /** Installed before the hooks that carry facts of a request, since a request that gets a shared answer needs none. */
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
      const { [FINISH]: finish, [WITHOUT_ERRORS]: good } = request as SharingRequest;
      if (finish) {
        (request as SharingRequest)[FINISH] = undefined;
        const shareable = reply.statusCode === 200 && typeof payload === 'string' && (good || request.method === 'GET');
        const type = String(reply.getHeader('content-type'));
        if (shareable && good) this.types.set(request.headers.accept ?? '', type);
        finish(shareable ? { payload, type } : undefined);
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
    if (!known || nestedBeyond(variables, DEEPEST)) return undefined;
    const { number, read, write } = known;
    const text = `${factsOf(request)}\n${number} ${String(operationName)}\n${JSON.stringify(variables)}`;
    const type = this.types.get(request.headers.accept ?? '');
    const plain = typeof (variables ?? {}) === 'object' && !Array.isArray(variables);
    if (!write || type === undefined || !plain) return { read, text };
    const input = { operationName, variables: (variables ?? {}) as Record<string, unknown> };
    return { read, text, write: async (audience) => ({ payload: await write(audience, input), type }) };
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
    const answer = this.runs.ask(`${audience.name}\n${text}`, read.ages, earliest, lead);
    if (!(answer instanceof Promise)) take(answer);
    else
      answer.then(
        (made) => leads || take(made),
        () => leads || goOn(),
      );
  }

  /** Lets this request make the answer by ordinary execution. If its client disconnects first, the others do not wait on. */
  private lead(request: FastifyRequest, reply: FastifyReply, goOn: () => void): Promise<Shared | undefined> {
    return new Promise((finish) => {
      (request as SharingRequest)[FINISH] = finish;
      reply.raw.once('close', () => finish(undefined));
      goOn();
    });
  }
}

/** What an answer depends on besides its question and audience. */
function factsOf(request: FastifyRequest): string {
  return `${localeOfRequest(request)}\n${request.headers.accept ?? ''}`;
}
