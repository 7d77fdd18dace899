import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import pg from 'pg';
import { serveAsContender } from '../lib/contender-process.js';
import { GRAB_ONE } from './grab-statement.js';
import { type HallQuestion, hallStatement } from './hall-statement.js';
import { TokenBucket } from './token-bucket.js';

export interface BareSettings {
  readonly databaseUrl: string;
  readonly pool: number;
  /** Who holds which token: the simplest login there is. */
  readonly tokens: readonly { token: string; organisationId: string; memberId: string }[];
  readonly ratePerSecond: number;
  readonly burst: number;
}

type Login = BareSettings['tokens'][number];

/** Bare Fastify and pg, as one would write it by hand: each request one prepared statement, the answer as JSON. */
serveAsContender(async (settings: BareSettings) => {
  const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: settings.pool });
  // An idle connection that ends shows in the next request; it must not end the process.
  pool.on('error', () => undefined);
  const logins = new Map(settings.tokens.map((login) => [`Bearer ${login.token}`, login]));
  const bucket = new TokenBucket(settings.ratePerSecond, settings.burst);
  const fastify = Fastify({ logger: false });
  const loginOf = (request: FastifyRequest): Login | undefined => logins.get(request.headers.authorization ?? '');

  fastify.post('/grab', async (request: FastifyRequest<{ Body: { caseId: string } }>, reply: FastifyReply) => {
    const login = loginOf(request);
    if (!login) return reply.code(401).send({ code: 'UNAUTHENTICATED' });
    if (!bucket.take(login.organisationId)) return reply.code(429).send({ code: 'RATE_LIMITED' });
    const values = [request.body.caseId, login.organisationId, login.memberId];
    const { rows } = await pool.query({ name: 'grab', text: GRAB_ONE, values });
    if (rows.length === 0) return reply.code(409).send({ code: 'CASE_ALREADY_GRABBED' });
    return reply.code(201).send(rows[0]);
  });

  fastify.get('/hall', async (request: FastifyRequest<{ Querystring: HallQuestion }>, reply: FastifyReply) => {
    if (!loginOf(request)) return reply.code(401).send({ code: 'UNAUTHENTICATED' });
    const { rows } = await pool.query(hallStatement(request.query));
    const hasMore = rows.length > 20;
    const page = hasMore ? rows.slice(0, 20) : rows;
    const last = page.at(-1);
    const nextCursor = hasMore ? `${last.key}~${last.id}` : null;
    for (const row of page) row.key = undefined;
    return { data: page, nextCursor, hasMore };
  });

  const url = await fastify.listen({ port: 0, host: '127.0.0.1' });
  return {
    url,
    async stop() {
      await fastify.close();
      await pool.end();
    },
  };
});
