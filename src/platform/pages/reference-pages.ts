import { createReadStream, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { errorCatalogue } from '../../kernel/index.js';
import { localeOfRequest } from '../faces/problem.js';
import { errorIndexPage, errorPage } from './error-pages.js';
import { GRAPHIQL_PAGE, LANDING_PAGE, PAGE_STYLE, REFERENCE_PAGE, START_GRAPHIQL, START_REFERENCE } from './pages.js';

const resolve = createRequire(import.meta.url).resolve;
const packageFile = (name: string, file: string) => join(dirname(resolve(`${name}/package.json`)), file);

/** Pages may run our own scripts only; the libraries set style attributes, so styles may be inline. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ASSETS: Record<string, { package: string; file: string; type: string }> = {
  'react.js': { package: 'react', file: 'umd/react.production.min.js', type: 'text/javascript' },
  'react-dom.js': { package: 'react-dom', file: 'umd/react-dom.production.min.js', type: 'text/javascript' },
  'graphiql.js': { package: 'graphiql', file: 'graphiql.min.js', type: 'text/javascript' },
  'graphiql.css': { package: 'graphiql', file: 'graphiql.min.css', type: 'text/css' },
  'swagger-ui.js': { package: 'swagger-ui-dist', file: 'swagger-ui-bundle.js', type: 'text/javascript' },
  'swagger-ui.css': { package: 'swagger-ui-dist', file: 'swagger-ui.css', type: 'text/css' },
};

const TEXTS: Record<string, { text: string; type: string }> = {
  '/': { text: LANDING_PAGE, type: 'text/html' },
  '/graphiql': { text: GRAPHIQL_PAGE, type: 'text/html' },
  '/reference': { text: REFERENCE_PAGE, type: 'text/html' },
  '/assets/page.css': { text: PAGE_STYLE, type: 'text/css' },
  '/assets/start-graphiql.js': { text: START_GRAPHIQL, type: 'text/javascript' },
  '/assets/start-reference.js': { text: START_REFERENCE, type: 'text/javascript' },
};

/** The line of the landing page that leads there. */
const GRAPHIQL_LINE = /^.*href="\/graphiql".*\n/m;
const isGraphiql = (name: string) => name.includes('graphiql') || name.startsWith('react');

export interface ReferencePages {
  readonly openapiFile: string;
  readonly schema: () => string | undefined;
  /** Off in production: who explores an installation uses a test one. */
  readonly graphiql: boolean;
}

/**
 * Serves `/`, `/graphiql`, `/reference`, `/errors`, `/openapi.yaml` and `/schema.graphql` from this installation alone. The schema is
 * public, as its printed file is, so that programs can be made from it where introspection is off.
 */
export function serveReferencePages(
  fastify: FastifyInstance,
  { openapiFile, schema, graphiql: withGraphiql }: ReferencePages,
): void {
  serveErrorPages(fastify);
  for (const [url, { text, type }] of Object.entries(TEXTS)) {
    if (!withGraphiql && isGraphiql(url)) continue;
    const shown = withGraphiql ? text : text.replace(GRAPHIQL_LINE, '');
    fastify.get(url, (_request, reply) => page(reply, type).send(shown));
  }
  for (const [name, asset] of Object.entries(ASSETS)) {
    if (!withGraphiql && isGraphiql(name)) continue;
    const file = packageFile(asset.package, asset.file);
    fastify.get(`/assets/${name}`, (_request, reply) =>
      page(reply, asset.type).header('cache-control', 'public, max-age=86400').send(createReadStream(file)),
    );
  }
  fastify.get('/openapi.yaml', (_request, reply) => {
    if (!existsSync(openapiFile)) return reply.callNotFound();
    return page(reply, 'application/yaml').send(createReadStream(openapiFile));
  });
  fastify.get('/schema.graphql', (_request, reply) => {
    const text = schema();
    return text === undefined ? reply.callNotFound() : page(reply, 'application/graphql').send(text);
  });
}

function serveErrorPages(fastify: FastifyInstance): void {
  fastify.get('/errors', (request, reply) => {
    const locale = localeOfRequest(request);
    return page(reply, 'text/html').header('vary', 'accept-language').send(errorIndexPage(locale));
  });
  fastify.get<{ Params: { code: string } }>('/errors/:code', (request, reply) => {
    const entry = errorCatalogue().find(({ code }) => code === request.params.code);
    if (!entry) return reply.callNotFound();
    return page(reply, 'text/html')
      .header('vary', 'accept-language')
      .send(errorPage(entry, localeOfRequest(request)));
  });
}

function page(reply: FastifyReply, type: string): FastifyReply {
  return reply.type(`${type}; charset=utf-8`).header('content-security-policy', PAGE_POLICY);
}
