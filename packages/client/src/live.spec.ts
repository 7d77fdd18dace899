import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Recourse } from './client.js';

const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** A server that treats each connection as its turn says. */
async function streaming(...turns: ((response: ServerResponse, request: IncomingMessage) => void)[]) {
  const asked: { url: string | undefined; after: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url, after: request.headers['last-event-id'] as string | undefined });
    turns.shift()?.(response, request);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  running.push(server);
  return { asked, client: new Recourse({ baseUrl: `http://127.0.0.1:${port}`, apiKey: 'rk_live_x' }) };
}
const begin = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });
const event = (n: number, data: object) => {
  const whole = { id: `evt_${n}`, cursor: `c${n}`, type: 'case.listed', occurredAt: '2026-03-01T08:00:00Z', data };
  return `id: c${n}\nevent: case.listed\ndata: ${JSON.stringify(whole)}\n\n`;
};
const listed = (n: number) => event(n, { caseId: `case_${n}`, amountFen: `${n}00`, category: 'commercial_receivable' });
const openings = 'retry: 2000\nid: c0\n\n';

describe('a stream of events', () => {
  it('goes on behind the last event after a break, each once', async () => {
    const { asked, client } = await streaming(
      (response) => begin(response).end(`${openings}: hello\n\n${listed(1)}${listed(2)}id: c3\nevent: case.li`),
      (response) => response.writeHead(503).end(),
      (response) => void begin(response).write(listed(3)),
    );
    const seen: unknown[] = [];
    for await (const { cursor, type, data } of client.events.stream({ after: 'c0', types: ['case.listed'] })) {
      seen.push([cursor, type, data.caseId, data.amountFen]);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1, 2, 3].map((n) => [`c${n}`, 'case.listed', `case_${n}`, BigInt(n * 100)]));
    expect(asked.map(({ after }) => after)).toEqual(['c0', 'c2', 'c2']);
    expect(asked[0]!.url).toBe('/v1/events/stream?types=case.listed');
  });

  it('knows where it stands before anything has happened', async () => {
    const { asked, client } = await streaming(
      (response) => void begin(response).write(openings.slice(0, 14), () => response.end(openings.slice(14))),
      (response) => void begin(response).write(listed(1)),
    );
    const stands: string[] = [];
    const next = await client.events.stream({ onOpen: (cursor) => void stands.push(cursor) }).next();
    expect(next.value).toMatchObject({ id: 'evt_1', cursor: 'c1' });
    expect(stands).toEqual(['c0', '']);
    expect(asked.map(({ after }) => after)).toEqual([undefined, 'c0']);
  });

  it('outlives its token, and ends with any other last word', async () => {
    const lastWord = (code: string) => `event: end\ndata: ${JSON.stringify({ code, message: 'in words' })}\n\n`;
    const { client } = await streaming(
      (response) => begin(response).end(openings + lastWord('UNAUTHENTICATED')),
      (response) => begin(response).end(listed(1) + lastWord('FORBIDDEN')),
    );
    const events = client.events.stream();
    expect((await events.next()).value).toMatchObject({ cursor: 'c1' });
    await expect(events.next()).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'in words' });
  });

  it('ends quietly with the signal, and loudly with a refusal', async () => {
    const problem = JSON.stringify({ code: 'CURSOR_TOO_OLD', detail: 'no' });
    const { client } = await streaming(
      (response) => void begin(response).write(listed(1)),
      (response) => response.writeHead(422, { 'content-type': 'application/problem+json' }).end(problem),
    );
    const ending = new AbortController();
    const seen: string[] = [];
    for await (const { cursor } of client.events.stream({ signal: ending.signal })) {
      seen.push(cursor);
      ending.abort();
    }
    expect(seen).toEqual(['c1']);
    await expect(client.events.stream().next()).rejects.toMatchObject({ code: 'CURSOR_TOO_OLD' });
  });

  it('of the hall is watched together with what stands there, each case once and only what fits', async () => {
    const stands = (n: number, amountFen: string) => ({ id: `case_${n}`, listedAt: '2026-03-01T08:00:00Z', amountFen });
    const nodes = [stands(1, '900')];
    const hall = { data: { hall: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } } };
    const { asked, client } = await streaming(
      (response) => void begin(response).write(openings + [1, 2, 9, 10].map(listed).join('')),
      (response) => response.end(JSON.stringify(hall)),
    );
    const seen: unknown[] = [];
    const filter = { minAmountFen: 900n };
    for await (const { caseId, cursor } of client.hall.watch({ filter })) if (seen.push([caseId, cursor]) === 3) break;
    expect(seen).toEqual([
      ['case_1', 'c0'],
      ['case_9', 'c9'],
      ['case_10', 'c10'],
    ]);
    expect(asked.map(({ url }) => url)).toEqual(['/v1/hall/events/stream?types=case.listed', '/graphql']);
  });
});
