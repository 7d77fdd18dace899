import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { localeOfRequest } from '../faces/problem.js';

/** A read whose answer is the same for a whole audience, such as a public list. */
export interface SharedRead {
  /** The root field on the GraphQL face. */
  readonly field: string;
  /** The route on the REST face. */
  readonly route: string;
  /**
   * Who is asking, as far as the answer depends on it: everybody of an audience may see it. Undefined, or a rejection, for
   * one who may not or is not known: that request goes its ordinary way and gets its refusal there.
   */
  audienceOf(request: FastifyRequest): string | undefined | Promise<string | undefined>;
  /** Changes with every change this process makes to what is read: an answer of another version is never given again. */
  versionOf(): number;
  /** Milliseconds an answer of the present version may be given again. */
  readonly keptMs: number;
}

interface Waiting {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly goOn: () => void;
}

/** One question under way: who shares the answer that is being made, and who came too late for it. */
interface Lane {
  readonly read: SharedRead;
  /** As it was when the answer began to be made. */
  readonly version: number;
  readonly since: number;
  aboard: Waiting[];
  next: Waiting[];
}

/** An answer that may be given again, for a moment. */
interface Kept {
  readonly payload: string;
  readonly type: string;
  readonly version: number;
  readonly since: number;
}

const LEADS = Symbol('leads');
type Leading = FastifyRequest & { [LEADS]?: string };
interface GraphqlBody {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
}

/** Whether the answer to this request will be given to others as well, down to its bytes. */
export function leadsAShare(request: FastifyRequest): boolean {
  return (request as Leading)[LEADS] !== undefined;
}

const MAX_QUESTIONS = 2_000;
const MAX_WAITING = 20_000;

/**
 * Lets requests that ask the same at the same time share one answer, down to its bytes. Who arrives while a question is
 * under way waits for the next round; an answer is given again for a moment while nothing this process did has changed it.
 * So nobody is told a state older than the last change here, nor older than that moment for changes made elsewhere. Only
 * reads that were offered for it are shared, and only after each request has shown who it is.
 */
@Injectable()
export class SharedAnswers {
  private readonly reads: SharedRead[] = [];
  /** Documents that ask for one shared field and nothing else, with that field. */
  private readonly documents = new LRUCache<string, SharedRead>({ max: 500 });
  private readonly lanes = new Map<string, Lane>();
  private readonly kept = new LRUCache<string, Kept>({ max: 1_000 });
  private waiting = 0;

  offer(read: SharedRead): void {
    this.reads.push(read);
  }

  /** Remembers a document whose only root field may be shared: called once it has been parsed and found valid. */
  learn(query: string, rootFields: readonly string[]): void {
    const read = rootFields.length === 1 ? this.reads.find(({ field }) => field === rootFields[0]) : undefined;
    if (read) this.documents.set(query, read);
  }

  /** Goes before everything else that a request carries, because those who wait go on in somebody else's turn. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('preValidation', (request, reply, done) => {
      const asked = this.reads.length > 0 ? this.questionOf(request) : undefined;
      if (!asked) return done();
      const enter = (audience: string | undefined) => {
        if (audience === undefined) done();
        else this.enter(`${audience}\n${asked.question}`, asked.read, { request, reply, goOn: done });
      };
      const audience = asked.read.audienceOf(request);
      if (!(audience instanceof Promise)) return enter(audience);
      audience.then(enter, () => done());
    });
    fastify.addHook('onSend', (request, reply, payload, done) => {
      const question = (request as Leading)[LEADS];
      if (question !== undefined) this.answered(question, request, reply, payload);
      done();
    });
  }

  private questionOf(request: FastifyRequest): { read: SharedRead; question: string } | undefined {
    const { url } = request.routeOptions;
    const facts = `${localeOfRequest(request)}\n${request.headers.accept ?? ''}`;
    if (request.method === 'POST' && url === '/graphql') {
      const { query, variables, operationName, ...more } = (request.body ?? {}) as GraphqlBody;
      const read = typeof query === 'string' && Object.keys(more).length === 0 ? this.documents.get(query) : undefined;
      if (!read) return undefined;
      return { read, question: `${facts}\n${query}\n${String(operationName)}\n${JSON.stringify(variables)}` };
    }
    const read = request.method === 'GET' ? this.reads.find(({ route }) => route === url) : undefined;
    return read && { read, question: `${facts}\n${request.url}` };
  }

  private enter(question: string, read: SharedRead, asking: Waiting): void {
    const kept = this.kept.get(question);
    if (kept && kept.version === read.versionOf() && performance.now() - kept.since < read.keptMs) {
      asking.reply.header('content-type', kept.type).send(kept.payload);
      return;
    }
    const lane = this.lanes.get(question);
    if (lane && this.waiting < MAX_WAITING) {
      this.waiting += 1;
      lane.next.push(asking);
      return;
    }
    if (!lane && this.lanes.size < MAX_QUESTIONS) this.lead(question, read, [], asking);
    else asking.goOn();
  }

  /** Lets one request make the answer. Should its client go away first, the others are not left waiting. */
  private lead(question: string, read: SharedRead, aboard: Waiting[], { request, reply, goOn }: Waiting): void {
    const [version, since] = [read.versionOf(), performance.now()];
    this.lanes.set(question, { read, version, since, aboard, next: [] });
    (request as Leading)[LEADS] = question;
    reply.raw.once('close', () => this.answered(question, request, reply, undefined));
    goOn();
  }

  private answered(question: string, request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    if ((request as Leading)[LEADS] !== question) return;
    (request as Leading)[LEADS] = undefined;
    const lane = this.lanes.get(question)!;
    const { aboard, next } = lane;
    this.waiting -= aboard.length;
    const [leader, ...rest] = next;
    if (leader) {
      this.waiting -= 1;
      this.lead(question, lane.read, rest, leader);
    } else this.lanes.delete(question);
    const type = String(reply.getHeader('content-type'));
    const good = reply.statusCode === 200 && typeof payload === 'string' && !payload.includes('"errors":[');
    if (good) this.kept.set(question, { payload, type, version: lane.version, since: lane.since });
    for (const other of aboard) {
      if (good) other.reply.header('content-type', type).send(payload);
      else other.goOn();
    }
  }
}
