import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Recourse } from './index.js';

/** A server that treats each connection as its turn says. */
async function streaming(...turns: ((response: ServerResponse, request: IncomingMessage) => void)[]) {
  const asked: { url: string | undefined; after: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url, after: request.headers['last-event-id'] as string | undefined });
    turns.shift()?.(response, request);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    client: new Recourse({ baseUrl: `http://127.0.0.1:${port}`, apiKey: 'rk_live_x' }),
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
const begin = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });
const listed = (n: number) =>
  `id: c${n}\nevent: case.listed\ndata: {"type":"case.listed","occurredAt":"2026-03-01T08:00:00Z","data":{"caseId":"case_${n}","amountFen":"${n}00"}}\n\n`;

describe('a stream of events', () => {
  it('goes on behind the last event after a break, each once', async () => {
    const { asked, client, close } = await streaming(
      (response) => begin(response).end(`retry: 10\n\n: hello\n\n${listed(1)}${listed(2)}id: c3\nevent: case.li`),
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
    await close();
  });

  it('ends quietly with the signal, and loudly with a refusal', async () => {
    const problem = JSON.stringify({ code: 'FORBIDDEN', detail: 'no' });
    const { client, close } = await streaming(
      (response) => void begin(response).write(listed(1)),
      (response) => response.writeHead(403, { 'content-type': 'application/problem+json' }).end(problem),
    );
    const ending = new AbortController();
    const seen: string[] = [];
    for await (const { cursor } of client.events.stream({ signal: ending.signal })) {
      seen.push(cursor);
      ending.abort();
    }
    expect(seen).toEqual(['c1']);
    await expect(client.events.stream().next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await close();
  });

  it('of the hall is watched together with what stands there, each case once', async () => {
    const nodes = [{ id: 'case_1', listedAt: '2026-03-01T08:00:00Z', amountFen: '100' }];
    const hall = { data: { hall: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } } };
    const { asked, client, close } = await streaming(
      (response) => void begin(response).write(listed(1) + listed(2)),
      (response) => response.end(JSON.stringify(hall)),
    );
    const seen: unknown[] = [];
    for await (const { caseId, cursor } of client.hall.watch()) if (seen.push([caseId, cursor]) === 2) break;
    expect(seen).toEqual([
      ['case_1', ''],
      ['case_2', 'c2'],
    ]);
    expect(asked.map(({ url }) => url)).toEqual(['/v1/hall/events/stream?types=case.listed', '/graphql']);
    await close();
  });
});
