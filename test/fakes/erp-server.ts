import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an ERP's server is asked, its body read. */
export interface Question {
  /** The request line as it was sent. */
  readonly line: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: any;
}
export interface Reply {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Record<string, string>;
}

/** What can go wrong with one answer. */
export type Trouble =
  | { readonly kind: 'busy'; readonly status: 429 | 503; readonly retryAfter: number }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'cut_off' }
  | { readonly kind: 'error'; readonly status: number }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'act'; act(): void | Promise<void> };

/** A server of an ERP on this machine, and the troubles it is told to make, by the number of the question. */
export abstract class ErpServer {
  /** Questions so far, those that met with trouble included. */
  questions = 0;
  /** What it gives at once, whatever it is asked for. */
  most = Number.POSITIVE_INFINITY;
  /** When each was asked, in milliseconds. */
  readonly asked: number[] = [];
  private readonly troubles = new Map<number, Trouble>();
  private server: Server | undefined;

  async start(): Promise<this> {
    this.server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((listening) => this.server!.listen(0, '127.0.0.1', listening));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((closed) => this.server!.close(closed));
  }

  /** The n-th question from now on meets with this. */
  troubleAt(n: number, trouble: Trouble): void {
    this.troubles.set(this.questions + n, trouble);
  }

  /** Answers as the real one does. */
  protected abstract answer(question: Question): Reply;

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.questions += 1;
    this.asked.push(Date.now());
    const trouble = this.troubles.get(this.questions);
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const url = new URL(request.url!, 'http://erp');
    const text = Buffer.concat(pieces).toString();
    const body = text === '' ? undefined : JSON.parse(text);
    if (trouble?.kind === 'act') await trouble.act();
    if (trouble?.kind === 'slow') await new Promise((done) => setTimeout(done, trouble.ms));
    if (trouble?.kind === 'busy') {
      response.writeHead(trouble.status, { 'retry-after': String(trouble.retryAfter) }).end('Too busy');
      return;
    }
    if (trouble?.kind === 'error') {
      response.writeHead(trouble.status, { 'content-type': 'text/html' }).end('<h1>Sorry</h1>');
      return;
    }
    const path = decodeURIComponent(url.pathname);
    const line = `${request.method} ${request.url} HTTP/1.1`;
    const reply = this.answer({ line, path, query: url.searchParams, headers: request.headers, body });
    const json = JSON.stringify(reply.json);
    if (trouble?.kind === 'cut_off') {
      response.writeHead(reply.status, { 'content-length': String(json.length) });
      response.write(json.slice(0, json.length / 2), () => response.destroy());
      return;
    }
    const sent = trouble?.kind === 'truncated' ? json.slice(0, json.length / 2) : json;
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(sent);
  }
}
